package scenario

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// 白鹿乡 has a secretary and a vacant deputy's post; 方圆 is a clerk there, 江文
// the secretary of 青石镇.
func enter(t *testing.T) (*Workspace, *desktest.Shell, *store.Store) {
	t.Helper()
	d, shell := desktest.Open(
		t, &data.Setting{Key: data.SettingLevel, Value: "县"},
		&data.Target{Name: "随便", Kind: "32", Scope: "3", Condition: "年龄 < 200", Measure: "2", Since: 202001},
		&data.Target{Name: "随便", Kind: "31", Scope: "3", Condition: "年龄 < 200", Measure: "2", Since: 202001},
		&data.Unit{ID: "u1", Name: "白鹿乡", Short: "白鹿乡", Kind: "32", Sort: 1},
		&data.Unit{ID: "u2", Name: "青石镇", Short: "青石镇", Kind: "31", Sort: 2},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "副乡长", Approved: 1, Level: "1A42", Rank: "2", Team: true, Sort: 2},
		&data.Post{ID: "p3", Unit: "u2", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p5", Unit: "u1", Name: "科员", Approved: 3, Level: "1A50", Sort: 9},
		&data.Cadre{ID: "c1", Name: "石磊", Sex: "1", Birth: 198001},
		&data.Cadre{ID: "c2", Name: "方圆", Sex: "2", Birth: 199603},
		&data.Cadre{ID: "c3", Name: "江文", Sex: "1", Birth: 198305},
		&data.Appointment{ID: "a1", Cadre: "c1", Post: "p1", Title: "白鹿乡党委书记", Since: 202001, How: "1", Main: true},
		&data.Appointment{ID: "a2", Cadre: "c2", Post: "p5", Title: "白鹿乡科员", Since: 202201, How: "4", Main: true},
		&data.Appointment{ID: "a3", Cadre: "c3", Post: "p3", Title: "青石镇党委书记", Since: 202001, How: "1", Main: true},
	)
	w := New(d)
	shell.Enter(w)
	w.Begin("u1")
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	return w, shell, d.Store.(*store.Store)
}

func (w *Workspace) tileOf(t *testing.T, post string) *kit.Tile {
	t.Helper()
	for _, s := range w.slots {
		if s.post == post {
			return s.tile
		}
	}
	t.Fatalf("no tile for %s", post)
	return nil
}

func TestPickedAndPlaced(t *testing.T) {
	w, shell, _ := enter(t)
	test.Tap(w.tileOf(t, "p2")) // nobody is picked
	if len(w.model.moves) != 0 {
		t.Fatal("placed nobody")
	}
	w.model.find("fy")
	test.Tap(w.tiles["c2"])
	test.Tap(w.tileOf(t, "p2"))
	if len(shell.Failed) > 0 || len(w.model.moves) != 1 {
		t.Fatalf("moves %v, failed %v", w.model.moves, shell.Failed)
	}
	if m := w.model.moves[0]; m.Cadre != "c2" || m.Post != "p2" || m.Leaves != "a2" || m.How != "1" {
		t.Errorf("move %+v", m)
	}
	if o := w.model.outcome; o == nil || o.Lights.Before == (o.Lights.After) && o.Lights.Before.Red+o.Lights.Before.Yellow+o.Lights.Before.Green != 2 {
		t.Errorf("outcome %+v, %s", o, w.model.why)
	}
	if got := w.holders(w.model.ledger.Team.Posts[1]); !strings.Contains(got, "→ 方圆") {
		t.Errorf("the post shows %q", got)
	}
}

// What is changed while a plan is being saved is not part of what is saved, and
// stays unsaved.
func TestWorkedOnWhileSaved(t *testing.T) {
	w, shell, db := enter(t)
	w.model.place("c2", "p2")
	run := &desktest.Late{}
	w.desk.Run = run
	w.model.save(func() {})
	w.desk.Run = desk.Inline{}
	w.model.place("c3", "p1")
	run.Waiting[0]()
	if moves := storetest.All[data.Move](t, db); len(moves) != 1 || moves[0].Cadre != "c2" || !w.model.dirty {
		t.Fatalf("stored %+v, unsaved %v, failed %v", moves, w.model.dirty, shell.Failed)
	}
	w.model.save(func() {})
	if moves := storetest.All[data.Move](t, db); len(moves) != 2 || w.model.dirty || len(storetest.All[data.Scenario](t, db)) != 1 {
		t.Fatalf("stored %+v, unsaved %v, failed %v", moves, w.model.dirty, shell.Failed)
	}
}

func TestDraggedOntoAPost(t *testing.T) {
	w, _, _ := enter(t)
	w.model.find("江文")
	tile, target := w.tiles["c3"], w.tileOf(t, "p2")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(target).AddXY(20, 20)
	tile.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(1, 1)}})
	tile.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	tile.DragEnd()
	if len(w.model.moves) != 1 || w.model.moves[0].Post != "p2" || w.model.moves[0].Leaves != "a3" || w.model.moves[0].How != "3" {
		t.Fatalf("moves %+v", w.model.moves)
	}
	if o := w.model.outcome; o == nil || len(o.Vacant) != 1 || o.Vacant[0].Post.ID != "p3" {
		t.Errorf("the chain of vacancies: %+v", o)
	}
	tile = w.tiles["c3"]
	tile.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(2000, 2000)}})
	tile.DragEnd() // beside every post
	if len(w.model.moves) != 1 {
		t.Error("let go beside everything, and placed")
	}
}

// A plan saved, loaded and carried out leaves what an appointment document of
// the same moves leaves.
func TestSavedAndCarriedOut(t *testing.T) {
	w, shell, db := enter(t)
	w.model.place("c2", "p2")
	w.model.save(func() {})
	id := w.model.plan.ID
	if id == "" || w.model.dirty || len(storetest.All[data.Move](t, db)) != 1 {
		t.Fatalf("not saved: %v", shell.Failed)
	}
	w.model.place("c3", "p1")
	w.model.remove(0)
	w.model.save(func() {})
	if moves := storetest.All[data.Move](t, db); len(moves) != 1 || moves[0].Cadre != "c3" {
		t.Fatalf("moves stored: %+v", moves)
	}
	w.model.remove(0)
	w.model.place("c2", "p2")
	w.model.save(func() {})
	w.model.apply(batch.Document{Document: "清委〔2026〕9号", Decided: 20261105, Since: 202611})
	if len(shell.Failed) > 0 {
		t.Fatal(shell.Failed)
	}
	if n := len(storetest.All[data.Appointment](t, db)); n != 4 {
		t.Fatalf("%d appointments", n)
	}
	for _, a := range storetest.All[data.Appointment](t, db) {
		switch {
		case a.ID == "a2" && a.Until != 202611:
			t.Errorf("the old post does not end: %+v", a)
		case a.Cadre == "c2" && a.ID != "a2" && (a.Post != "p2" || a.Since != 202611 || a.Document != "清委〔2026〕9号"):
			t.Errorf("the new post: %+v", a)
		}
	}
	w.model.load(id)
	w.model.place("c3", "p1")
	if len(w.model.moves) != 1 || w.model.plan.Decision == "" {
		t.Error("a plan carried out can still be changed")
	}
}

// A plan that puts somebody into a seat that is taken is asked about before it is
// carried out.
func TestCarriedOutAnyway(t *testing.T) {
	w, shell, db := enter(t)
	w.model.place("c2", "p1")
	w.model.save(func() {})
	w.model.apply(batch.Document{Document: "清委〔2026〕9号", Decided: 20261105, Since: 202611})
	if n := len(storetest.All[data.Appointment](t, db)); n != 3 || !shell.Shows("方圆任白鹿乡党委书记：超职数，核定 1 职，任后 2 人") {
		t.Fatalf("%d appointments, %v", n, shell.Texts())
	}
	shell.Press(t, "仍要登记")
	if n := len(storetest.All[data.Appointment](t, db)); n != 4 || len(shell.Failed) > 0 {
		t.Errorf("%d appointments, %v", n, shell.Failed)
	}
}

// A plan can be looked at in another month, and how somebody is put into a post
// can be set; half a month typed changes nothing.
func TestMonthAndManner(t *testing.T) {
	w, _, _ := enter(t)
	w.model.place("c2", "p2")
	for _, typed := range []string{"2027", "2028.0", "2028.07"} {
		w.month.OnChanged(typed)
	}
	if w.model.plan.At != 202807 || w.model.outcome.At != 202807 || !w.model.dirty {
		t.Errorf("at %s, %+v", w.model.plan.At, w.model.outcome)
	}
	move := *w.model.moves[0]
	move.How, move.Note = "5", "挂职锻炼"
	w.model.alter(0, &move)
	w.model.save(func() {})
	w.model.load(w.model.plan.ID)
	if m := w.model.moves[0]; m.How != "5" || m.Note != "挂职锻炼" {
		t.Errorf("stored %+v", m)
	}
	if w.month.Value() != "2028.07" {
		t.Errorf("the field says %s", w.month.Value())
	}
}

// Two plans stand side by side: one stored, one only tried. The first leaves
// 青石镇 without a secretary, the other leaves nothing of a team vacant.
func TestSideBySide(t *testing.T) {
	w, shell, _ := enter(t)
	w.model.plan.Name = "甲案"
	w.model.place("c3", "p2")
	w.model.save(func() {})
	w.model.fresh()
	w.model.plan.Name = "乙案"
	w.model.place("c2", "p2")
	w.Beside()
	if len(shell.Failed) > 0 || len(w.beside.outcomes) != 2 {
		t.Fatalf("%v, %d plans: %s", shell.Failed, len(w.beside.outcomes), w.beside.said.Text())
	}
	names := map[string]int{}
	for _, o := range w.beside.outcomes {
		names[o.Scenario.Name] = len(o.Vacant)
	}
	if names["甲案"] != 1 || names["乙案"] != 1 { // 乙案 leaves a clerk's place
		t.Errorf("vacant %v", names)
	}
	w.model.dirty = false // else one is asked first
	stored := w.model.plans[0].ID
	w.goOn(stored, "u2")
	if w.model.plan.ID != stored || w.model.unit != "u2" || w.pages.Objects[0] != w.board {
		t.Errorf("at %s, %s", w.model.plan.Name, w.model.unit)
	}
	w.model.fresh()
	w.model.plan.Name = "乙案"
	w.model.place("c2", "p2")
	w.Beside()
	w.beside.toggle(stored)
	if len(w.beside.outcomes) != 1 || w.beside.outcomes[0].Scenario.Name != "乙案" {
		t.Errorf("%+v", w.beside.outcomes)
	}
	w.Beside()
	if w.pages.Objects[0] != w.board {
		t.Error("no way back")
	}
}

// A post left vacant leads to its team.
func TestChainGoesOn(t *testing.T) {
	w, _, _ := enter(t)
	w.model.place("c3", "p2")
	for _, o := range w.vacated(w.model.outcome) {
		if link, ok := o.(*kit.Link); ok {
			test.Tap(link)
		}
	}
	if w.model.unit != "u2" || w.unit.Value() != "u2" {
		t.Errorf("at %s", w.model.unit)
	}
}

// By keys alone: Tab to somebody, Space, Tab to a post, Enter.
func TestByKeyboard(t *testing.T) {
	w, shell, _ := enter(t)
	w.model.find("江文")
	walk := func(to fyne.Focusable) {
		t.Helper()
		for range 60 {
			if shell.Window.Focused() == to {
				return
			}
			shell.Window.FocusNext()
		}
		t.Fatalf("Tab never reaches %T", to)
	}
	walk(w.tiles["c3"])
	w.tiles["c3"].TypedRune(' ')
	post := w.tileOf(t, "p2")
	walk(post)
	post.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(w.model.moves) != 1 || w.model.moves[0].Cadre != "c3" || w.model.moves[0].Post != "p2" {
		t.Fatalf("moves %+v", w.model.moves)
	}
	walk(w.moves)
}

// What somebody else changes in a stored plan while it is worked on is kept, or put
// before the user.
func TestPlanEditedMeanwhile(t *testing.T) {
	w, shell, db := enter(t)
	w.model.plan.Name = "甲案"
	w.model.place("c2", "p2")
	w.model.save(func() {})
	stored := func() (*data.Scenario, *data.Move) {
		return storetest.All[data.Scenario](t, db)[0], storetest.All[data.Move](t, db)[0]
	}
	plan, move := stored()
	plan.Since, move.Note = 202703, "本人同意" // somebody else
	storetest.Put(t, db, plan, move)
	w.model.plan.Name = "乙案"
	changed := *w.model.moves[0]
	changed.How = "3"
	w.model.alter(0, &changed)
	w.model.save(func() {})
	if plan, move = stored(); plan.Name != "乙案" || plan.Since != 202703 || move.How != "3" || move.Note != "本人同意" || len(shell.Failed) > 0 {
		t.Fatalf("stored %+v, %+v; failed %v", plan, move, shell.Failed)
	}

	w.model.plan.Name = "丑案" // goes on from what was stored
	w.model.save(func() {})
	if plan, move = stored(); plan.Name != "丑案" || plan.Since != 202703 || w.model.dirty {
		t.Fatalf("stored %+v; failed %v", plan, shell.Failed)
	}

	plan.Name, move.How = "丙案", "4"
	storetest.Put(t, db, plan, move)
	w.model.plan.Name = "丁案"
	again := *w.model.moves[0]
	again.How = "5"
	w.model.alter(0, &again)
	w.model.save(func() {})
	if plan, move = stored(); plan.Name != "丙案" || move.How != "4" || !shell.Shows("别人刚改过同样的内容") {
		t.Fatalf("written over unasked: %+v, %+v", plan, move)
	}
	shell.Press(t, "按所选保存")
	if plan, move = stored(); plan.Name != "丙案" || move.How != "4" {
		t.Errorf("what is stored does not hold: %+v, %+v", plan, move)
	}
}
