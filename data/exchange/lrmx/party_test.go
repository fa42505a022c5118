package lrmx

import (
	"slices"
	"strings"
	"testing"

	"huoshui/data"
)

func TestParseParty(t *testing.T) {
	cases := []struct {
		text    string
		joined  data.Month
		parties []string
		rest    string
		format  string
	}{
		{"", 0, nil, "", ""},
		{" \u3000", 0, nil, "", ""},
		{"201206", 201206, nil, "", "201206"},
		{"2012.06", 201206, nil, "", "201206"},
		{"（2012年6月）", 201206, nil, "", "201206"},
		{"20120601", 201206, nil, "", "201206"},
		{"民盟", 0, []string{"民盟"}, "", "民盟"},
		{"201206；民盟", 201206, []string{"民盟"}, "", "201206；民盟"},
		{"201206;民盟盟员", 201206, []string{"民盟"}, "", "201206；民盟"},
		{"201206（民盟）", 201206, []string{"民盟"}, "", "201206；民盟"},
		{"（201206；民盟）", 201206, []string{"民盟"}, "", "201206；民盟"},
		{"民建、九三学社", 0, []string{"民建", "九三学社"}, "", "民建；九三学社"},
		{"中国民主同盟，民盟", 0, []string{"民盟"}, "", "民盟"},
		{"民进（200305）", 0, []string{"民进"}, "（200305）", "民进（200305）"},
		{"无党派人士", 0, []string{"无党派"}, "", "无党派"},
		{"群众", 0, nil, "群众", "群众"},
		{"201206 201306", 201206, nil, "201306", "201206；201306"},
		{"201213", 0, nil, "201213", "201213"},
		{"201206（2013年转正）", 201206, nil, "（2013年转正）", "201206（2013年转正）"},
	}
	for _, c := range cases {
		joined, parties, rest := ParseParty(c.text)
		if joined != c.joined || !slices.Equal(parties, c.parties) || rest != c.rest {
			t.Errorf("%q: %v %q %q", c.text, joined, parties, rest)
		}
		if got := FormatParty(joined, parties, rest); got != c.format {
			t.Errorf("%q: written %q, want %q", c.text, got, c.format)
		}
	}
}

func FuzzParty(f *testing.F) {
	f.Add("201206；民盟（200305）、群众 (台盟)")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		joined, parties, rest := ParseParty(text)
		written := FormatParty(joined, parties, rest)
		again, parties2, rest2 := ParseParty(written)
		if again != joined || !slices.Equal(parties2, parties) || rest2 != rest {
			t.Fatalf("%q: %v %q %q, written %q, again %v %q %q", text, joined, parties, rest, written, again, parties2, rest2)
		}
	})
}

func TestNormalName(t *testing.T) {
	for text, want := range map[string]string{
		"张三": "张三", " 张\u3000三\n": "张三", "㛃䶮 𬭎": "㛃䶮𬭎", "买合木提·艾力江": "买合木提·艾力江", "买合木提 • 艾力江": "买合木提·艾力江",
		"买合木提.艾力江": "买合木提·艾力江", "买合木提。艾力江": "买合木提·艾力江", "买合木提?艾力江": "买合木提·艾力江", "阿孜·古丽？图尔荪": "阿孜·古丽·图尔荪",
		"王?明": "王?明", "买买?提提?艾艾": "买买·提提·艾艾", "张三?": "张三?", "·张三·": "张三", "": "",
	} {
		if got := NormalName(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzNormalName(f *testing.F) {
	f.Add("买合木提?艾力江 。")
	f.Add("买合?木提?艾力?江")
	f.Add("张\x00三??李四")
	f.Fuzz(func(t *testing.T, text string) {
		once := NormalName(strings.ToValidUTF8(text, ""))
		if twice := NormalName(once); twice != once {
			t.Fatalf("%q: %q, then %q", text, once, twice)
		}
	})
}
