package adjust

import (
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
)

func TestRound(t *testing.T) {
	d, shell := desktest.Open(t,
		&data.Unit{ID: "town", Name: "清源县青石镇", Short: "青石镇", Kind: "31"},
		&data.Post{ID: "p", Unit: "town", Name: "副镇长", Approved: 3, Level: "1A42"},
		&data.Cadre{ID: "old", Name: "甲", Birth: 198501}, &data.Cadre{ID: "new", Name: "乙", Birth: 199503, FullEdu: "大学"},
		&data.Cadre{ID: "low", Name: "丙", Birth: 199503, FullEdu: "高中"},
		&data.Appointment{Cadre: "new", Post: "p", Unit: "town", Title: "清源县青石镇副镇长", Main: true, Since: 202401},
		&data.Appointment{Cadre: "low", Post: "p", Unit: "town", Title: "清源县青石镇副镇长", Main: true, Since: 202401},
		&data.Cadre{ID: "young", Name: "丁", Birth: 199501},
		&data.Reserve{ID: "r", Cadre: "old", Tier: "3", Since: 202009}, &data.Reserve{ID: "s", Cadre: "young", Tier: "3", Since: 202009},
	)
	w := New(d)
	w.Refresh()
	if m := w.model.members; len(m) != 2 || m[0].id != "r" || !m[0].over || m[1].over { // who is too old stands first
		t.Fatalf("members %+v", w.model.memberRows())
	}
	if len(w.model.others) != 1 || w.model.others[0].id != "new" {
		t.Fatalf("candidates %+v", w.model.otherRows())
	}
	w.model.letOut([]int{0}, "02", "满 41 岁")
	w.model.takeIn([]int{0}, "3", "1", "民主推荐")
	w.model.save(data.Round{Name: "2026 年度集中调整", Held: 20261010, Kind: "1"}, "部务会")
	if len(shell.Failed) != 0 || len(w.model.members) != 2 || w.model.members[0].cells[0]+w.model.members[1].cells[0] != "丁乙" || len(w.model.others) != 0 {
		t.Errorf("afterwards: %v, members %v, candidates %v", shell.Failed, w.model.memberRows(), w.model.otherRows())
	}
}
