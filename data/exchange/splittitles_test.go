package exchange

import (
	"slices"
	"testing"

	"huoshui/data"
)

func TestSplitTitles(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil,
		"清源县青石镇党委副书记、镇长":                {"清源县青石镇党委副书记、镇长"},
		"清源县青石镇党委副书记，镇长":                {"清源县青石镇党委副书记、镇长"},
		"清源县财政局党组成员,副局长；一级主任科员":         {"清源县财政局党组成员、副局长、一级主任科员"},
		"清源县青石镇党委副书记，纪委书记":              {"清源县青石镇党委副书记、纪委书记"},
		"清源县财政局局长（正科级，试用期一年），县政协委员":     {"清源县财政局局长（正科级，试用期一年）", "县政协委员"},
		"清源县委常委、组织部部长，县委党校校长（兼任）":       {"清源县委常委、组织部部长", "县委党校校长（兼任）"},
		"清源县政府办公室副主任兼县信访局局长":            {"清源县政府办公室副主任", "兼县信访局局长"},
		"清源县财政局副局长，兼任清源县青石镇党委书记":        {"清源县财政局副局长", "兼任清源县青石镇党委书记"},
		"清源县水利局副局长兼青石镇党委书记":             {"清源县水利局副局长", "兼青石镇党委书记"},
		"清源县青石镇党委副书记兼纪委书记":              {"清源县青石镇党委副书记兼纪委书记"},
		"清源县委副书记兼县长":                    {"清源县委副书记兼县长"},
		"清源县第一中学兼职教研员":                  {"清源县第一中学兼职教研员"},
		"清源县财政局局长，副县级干部":                {"清源县财政局局长", "副县级干部"},
		" 清源县财政局局长 \n\n 县人大代表 ，":        {"清源县财政局局长", "县人大代表"},
		"清源县财政局局长）、（党组书记，县政协委员，没有关上的括号": {"清源县财政局局长）、（党组书记，县政协委员，没有关上的括号"},
	} {
		if got := splitTitles(text); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", text, got, want)
		}
		for _, title := range want { // a title on record stays one
			if got := splitTitles(title); len(got) != 1 || got[0] != title {
				t.Errorf("%s falls apart: %q", title, got)
			}
		}
	}
}

// The province and the city before the own place are no other place.
func TestPlaceWithThoseAbove(t *testing.T) {
	office := data.Office{Place: "清源县", Level: data.County}
	for title, want := range map[string]string{
		"江东省清源县财政局局长": "县财政局", "江东省清江市清源县青石镇党委书记": "青石镇", "兼任清源县财政局局长": "县财政局",
		"中共江东省清江市清源县委组织部副部长": "县委组织部", "江东省财政厅清源县专员": "", "江东省外县财政局局长": "",
	} {
		if s, _ := Suggest(title, office); s.Unit.Short != want {
			t.Errorf("%s: %q, want %q", title, s.Unit.Short, want)
		}
	}
}
