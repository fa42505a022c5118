package data_test

import (
	"testing"

	"huoshui/data"
)

func TestMatchesAnyReading(t *testing.T) {
	for _, c := range []struct {
		text, typed string
		want        bool
	}{
		{"长乐乡", "clx", true},
		{"长乐乡", "zlx", true},
		{"长乐乡", "changle", true},
		{"长乐乡", "zhangyuex", true},
		{"长乐乡党委", "lxdw", true},
		{"长乐乡", "cly", false},
		{"县委组织部", "xwzzb", true},
		{"县委组织部", "zuzhi", true},
		{"县委组织部", "xwzuzhib", true},
		{"县委组织部", "组织", true},
		{"县委组织部", "xf", false},
		{"区委办公室", "qwb", true},
		{"单雨", "shanyu", true},
		{"单雨", "sy", true},
		{"尉迟敬", "ycj", true},
		{"大学ABC级", "dxabcj", true},
		{"㛃文䶮", "wen", true},
		{"某某", "", true},
		{"", "a", false},
	} {
		if got := data.Matches(c.text, c.typed); got != c.want {
			t.Errorf("%s by %s: %v", c.text, c.typed, got)
		}
	}
}

func TestTheClosestFitGoesFirst(t *testing.T) {
	for _, c := range []struct {
		text, typed string
		want        data.Fit
	}{
		{"大学", "dx", data.FitsWhole},
		{"大学", "da", data.FitsStart},
		{"中央党校研究生", "dx", data.FitsWithin},
		{"党委副书记", "dwfsj", data.FitsWhole},
		{"党委副书记、乡长", "dwfsj", data.FitsStart},
		{"党委副书记", "党委副书记", data.FitsWhole},
		{"党委副书记", "书记", data.FitsWithin},
		{"党委副书记", "乡长", data.FitsNot},
	} {
		if got := data.ReadingOf(c.text).Fit(c.typed); got != c.want {
			t.Errorf("%s by %s: %d, want %d", c.text, c.typed, got, c.want)
		}
	}
}
