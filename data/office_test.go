package data

import (
	"slices"
	"testing"
)

// What the office is goes by the month: a setting holds from its month on, until
// the next one of its name; an empty value and nonsense are as good as not set.
func TestOfficeAt(t *testing.T) {
	settings := []*Setting{
		{Key: SettingOffice, Value: "清源县委组织部", Since: 202101},
		{Key: SettingOffice, Value: "清江市委组织部", Since: 202401},
		{Key: SettingLevel, Value: "县"}, // from the beginning
		{Key: SettingLevel, Value: "市", Since: 202401},
		{Key: SettingTerms, Value: "2026.07、2021.08、不详"},
		{Key: PromotedFloor.Key, Value: "25", Since: 202501},
		{Key: PromotedFloor.Key, Value: "若干", Since: 202601},
		{Key: RetiredLeave.Key, Value: "否", Since: 202501},
	}
	backwards := slices.Clone(settings)
	slices.Reverse(backwards)
	for _, c := range []struct {
		at     Month
		name   string
		level  Level
		floor  int
		term   Month
		leaves bool
	}{
		{202012, "", County, 30, 0, true},
		{202107, "清源县委组织部", County, 30, 0, true},
		{202108, "清源县委组织部", County, 30, 202108, true},
		{202401, "清江市委组织部", City, 30, 202108, true},
		{202501, "清江市委组织部", City, 25, 202108, false},
		{202512, "清江市委组织部", City, 25, 202108, false},
		{202607, "清江市委组织部", City, 30, 202607, false},
	} {
		for name, list := range map[string][]*Setting{"in order": settings, "backwards": backwards} {
			o := OfficeAt(list, c.at)
			if o.Name != c.name || o.Level != c.level || o.Floor != c.floor || o.Term(c.at) != c.term || RetiredLeave.At(list, c.at) != c.leaves {
				t.Errorf("%s, %s: %+v, last term %s", c.at, name, o, o.Term(c.at))
			}
		}
	}
}
