package kit

import (
	"testing"

	"huoshui/app/kit/kittest"
)

func TestLightsDifferInWordShapeAndColor(t *testing.T) {
	kittest.Look(t, Theme{})
	seen := map[string]Light{}
	for _, l := range []Light{LightNone, LightGreen, LightAmber, LightRed} {
		for _, sign := range []string{l.Word(), l.Shape(), string(l.Color())} {
			if other, twice := seen[sign]; twice {
				t.Errorf("%v and %v share %s", l, other, sign)
			}
			seen[sign] = l
		}
	}
}

func TestLightTagSaysItsWord(t *testing.T) {
	kittest.Look(t, Theme{})
	tag := NewLightTag(LightRed, "缺额 2 名")
	if words := wordsOf(tag); !words["■ 缺额 2 名"] {
		t.Errorf("shows %v", words)
	}
	if words := wordsOf(NewLightTag(LightGreen, "")); !words["● 绿"] {
		t.Errorf("shows %v", words)
	}
}
