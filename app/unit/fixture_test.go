package unit

import (
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
)

// county is a folder with a town and a township, a bureau, and one that was
// abolished.
func county() []any {
	return []any{
		&data.Unit{ID: "f", Name: "乡镇（街道）", Short: "乡镇（街道）", Kind: data.UnitFolder, Sort: 20},
		&data.Unit{ID: "u1", Name: "清源县青石镇", Short: "青石镇", Kind: "31", Parent: "f", Sort: 1},
		&data.Unit{ID: "u2", Name: "清源县白鹿乡", Short: "白鹿乡", Kind: "32", Parent: "f", Sort: 2},
		&data.Unit{ID: "u3", Name: "清源县财政局", Short: "县财政局", Kind: "22", Sort: 10},
		&data.Unit{ID: "u4", Name: "清源县粮食局", Short: "县粮食局", Kind: "22", Sort: 11, Until: 201903},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Key: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "党委副书记、镇长", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 2},
		&data.Post{ID: "p3", Unit: "u1", Name: "副镇长", Approved: 3, Level: "1A42", Rank: "2", Managed: "2", Team: true, Sort: 3},
		&data.Post{ID: "p4", Unit: "u1", Name: "科员", Approved: 1, Managed: "3", Sort: 4},
		&data.Post{ID: "p5", Unit: "u1", Name: "工业办主任", Approved: 1, Managed: "3", Sort: 5, Until: 202001},
		&data.Post{ID: "p6", Unit: "u3", Name: "党组书记、局长", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Sort: 1},
		&data.Cadre{ID: "c1", Name: "沈嘉怡"}, &data.Cadre{ID: "c2", Name: "单雨"}, &data.Cadre{ID: "c3", Name: "王静思"}, &data.Cadre{ID: "c4", Name: "欧阳文"},
		&data.Appointment{Cadre: "c1", Unit: "u1", Post: "p1", Title: "青石镇党委书记", Main: true, Since: 202305},
		&data.Appointment{Cadre: "c2", Unit: "u1", Post: "p3", Title: "青石镇副镇长", Main: true, Since: 202305},
		&data.Appointment{Cadre: "c3", Unit: "u1", Post: "p3", Title: "青石镇副镇长", Main: true, Since: 202605},
		&data.Appointment{Cadre: "c4", Unit: "u1", Post: "p3", Title: "青石镇副镇长", Since: 202605, How: "5"},
		&data.Appointment{Cadre: "c4", Unit: "u3", Post: "p6", Title: "县财政局局长", Main: true, Since: 201905},
	}
}

// silent makes a model nobody looks at.
func silent(d *desk.Desk) *model {
	m := newModel(d)
	m.read()
	return m
}

// enter opens the room in a window.
func enter(t *testing.T, records ...any) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, shell := desktest.Open(t, records...)
	w := New(d)
	shell.Enter(w)
	return w, shell
}
