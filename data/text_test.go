package data_test

import (
	"strings"
	"testing"

	"huoshui/data"
)

func TestTextsThatCannotBeKept(t *testing.T) {
	for text, want := range map[string]string{
		"张\xff三": "编码不对", "张\u202e三": "方向符号（U+202E）", "张\x00": "控制字符（U+0000）", "\u200f张": "方向符号", "张\u2067": "方向符号", "张\n三": "控制字符",
	} {
		c := &data.Cadre{Name: text}
		if err := data.CadreKind.Problem(c); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "姓名") {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, c := range []*data.Cadre{{Name: "阿依古丽·买买提"}, {Name: "𠮷野"}, {Name: "张三", Rewards: "一\n\t二"}} {
		if err := data.CadreKind.Problem(c); err != nil {
			t.Error(err)
		}
	}
	field := data.CadreKind.Field("rewards")
	if got, err := field.Parse("一\r\n二\r三"); err != nil || got != "一\n二\n三" {
		t.Errorf("%q %v", got, err)
	}
	if got, err := data.CadreKind.Field("full_school").Parse("某大学\r\n历史系"); err != nil || got != "某大学历史系" {
		t.Errorf("%q %v", got, err)
	}
	if _, err := field.Parse("一\u202e二"); err == nil {
		t.Error("a mark of direction is taken from a file")
	}
	photo := &data.Cadre{Name: "张三", Photo: "photo.jpg"}
	if err := data.CadreKind.Problem(photo); err == nil {
		t.Error("a photo by any name is accepted")
	}
}

func TestUnknownSettingsAreRefused(t *testing.T) {
	for key, known := range map[string]bool{
		data.SettingOffice: true, data.RetireMen.Key: true, "试用期干部计入班子": true, "工龄": true, "标题字体": true, "提拔重用年轻干部保底百分之": false,
	} {
		if err := data.SettingKind.Problem(&data.Setting{Key: key, Value: "1"}); (err == nil) != known {
			t.Errorf("%s: %v", key, err)
		}
	}
}
