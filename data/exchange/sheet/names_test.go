package sheet

import (
	"testing"

	"huoshui/data"
)

// A unit is found by the name it has, by the one it had and, at a month before,
// by the one it got later; who bears a name now is meant by it.
func TestUnitsAreFoundByFormerNames(t *testing.T) {
	db := county(t)
	put(t, db,
		&data.UnitPast{Unit: "u1", Name: "清源县白鹿乡人民政府", Short: "白鹿乡", Kind: "32", Until: 202101},
		&data.UnitPast{Unit: "u1", Name: "清源县东山公社", Short: "东山公社", Kind: "32", Until: 198401},
		&data.Unit{ID: "u2", Name: "清源县东山公社", Short: "东山公社", Kind: "41"}) // another now bears the name
	for _, at := range []data.Month{202610, 202001} {
		names, err := ReadNames(t.Context(), db, data.PostKind, at)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]string{"白鹿镇": "u1", "清源县白鹿镇人民政府": "u1", "白鹿乡": "u1", "清源县白鹿乡人民政府": "u1", "东山公社": "u2", "西山公社": ""} {
			if id, err := names.Find("unit", name); id != want || (err == nil) != (want != "") {
				t.Errorf("%s at %s: %q, %v", name, at, id, err)
			}
		}
	}
}
