package decide

import (
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func enter(t *testing.T) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, s := desktest.Open(t,
		&data.Unit{ID: "town", Name: "清源县青石镇", Short: "青石镇", Kind: "31"},
		&data.Post{ID: "mayor", Unit: "town", Name: "党委副书记、镇长", Approved: 1},
		&data.Post{ID: "deputy", Unit: "town", Name: "副镇长", Approved: 1},
		&data.Cadre{ID: "a", Name: "甲㛃", PartyJoined: 200806}, &data.Cadre{ID: "b", Name: "乙"},
		&data.Appointment{ID: "a1", Cadre: "a", Unit: "town", Post: "deputy", Title: "清源县青石镇副镇长", Main: true, Since: 202109},
	)
	w := New(d)
	s.Enter(w)
	return w, s
}

// set types into a field of a form as a user does.
func (w *Workspace) set(t *testing.T, key, text string) {
	t.Helper()
	if err := w.move.Draft().Set(key, text); err != nil {
		t.Fatal(err)
	}
	w.move.Reload(key)
	w.chosen(key)
}

// What speaks against an appointment is shown before it is written; the document
// stays as it was typed until the user wants it all the same.
func TestDocumentAsksAboutItsAppointments(t *testing.T) {
	w, s := enter(t)
	w.set(t, "cadre", "b")
	w.set(t, "post", "deputy")
	w.set(t, "how", "平级调整")
	w.add()
	for key, text := range map[string]string{"document": "清委干〔2026〕31号", "decided": "2026.8.15"} {
		if err := w.document.Draft().Set(key, text); err != nil {
			t.Fatal(err)
		}
		w.document.Reload(key)
	}
	held := func() int { return len(storetest.All[data.Appointment](t, w.desk.Store)) }
	for _, answer := range []string{"返回修改", "仍要登记"} {
		w.save()
		if !s.Shows("乙任青石镇副镇长：超职数，核定 1 职，任后 2 人") || held() != 1 || len(w.model.moves) != 1 {
			t.Fatalf("%d held, %d moves, %v", held(), len(w.model.moves), s.Texts())
		}
		s.Press(t, answer)
	}
	if held() != 2 || len(w.model.moves) != 0 || len(s.Failed) != 0 {
		t.Errorf("%d held, %v", held(), s.Failed)
	}
}

func TestDocumentMovesPeople(t *testing.T) {
	w, s := enter(t)
	w.set(t, "cadre", "a")
	if move := w.move.Draft().Record.(*batch.Move); move.Ends != "a1" {
		t.Errorf("the one post held is not proposed to end: %+v", move)
	}
	w.set(t, "post", "mayor")
	w.set(t, "how", "提拔")
	w.add()
	if rows := w.model.rows(); len(rows) != 1 || rows[0][0] != "甲㛃" || !strings.Contains(rows[0][3], "镇长") {
		t.Fatalf("%v", rows)
	}
	w.save()
	if len(s.Failed) != 0 || len(w.model.moves) != 1 {
		t.Fatalf("saved without a number: %v", s.Failed)
	}
	for key, text := range map[string]string{"document": "清委干〔2026〕30号", "decided": "2026.8.15"} {
		if err := w.document.Draft().Set(key, text); err != nil {
			t.Fatal(err)
		}
		w.document.Reload(key)
	}
	w.save()
	if len(s.Failed) != 0 || len(s.Said) != 1 || len(w.model.moves) != 0 {
		t.Fatalf("%v %v", s.Failed, s.Said)
	}
	held, err := store.Find[data.Appointment](t.Context(), w.desk.Store, store.Where("until", data.Month(0)))
	if err != nil || len(held) != 1 || held[0].Title != "清源县青石镇党委副书记、镇长" || held[0].Since != 202608 {
		t.Errorf("%+v %v", held, err)
	}
	w.model.takeBack()
	if held, _ = store.Find[data.Appointment](t.Context(), w.desk.Store); len(held) != 1 || held[0].Until != 0 {
		t.Errorf("after taking back: %+v", held)
	}
}
