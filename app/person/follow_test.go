package person

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// A row inserted while a save is being written does not get the ID of another.
func TestInsertWhileSaving(t *testing.T) {
	k, m := opened(t)
	before := len(k.stored(t).family)
	_ = m.cadre.Set("nation", "畲族")
	late := &desktest.Late{}
	k.desk.Run = late
	m.save(func() {}, func() {})
	m.family.Insert(0)
	_ = m.family.Set(0, "relation", "哥哥")
	_ = m.family.Set(0, "name", "沈强")
	late.Flush()
	m.save(func() {}, func() {})
	late.Flush()
	if after := len(k.stored(t).family); after != before+1 {
		t.Errorf("%d rows, want %d", after, before+1)
	}
}

// Three saves of a new cadre make one.
func TestSavesOfOneNewCadre(t *testing.T) {
	p := newPage(t)
	p.OpenNew()
	p.form().Input("name").SetValue("江禾")
	late := &desktest.Late{}
	p.county.desk.Run = late
	for range 3 {
		p.Save()
	}
	late.Flush()
	if n := len(storetest.All[data.Cadre](t, p.county.desk.Store)); n != 2 {
		t.Errorf("%d cadres, want 2", n)
	}
}

// Undoing the first save of a new cadre gives the unsaved form back with all that
// was typed; doing it again finds the same cadre.
func TestUndoOfTheFirstSave(t *testing.T) {
	p := newPage(t)
	p.OpenNew()
	p.form().Input("name").SetValue("江禾")
	p.form().Input("native_place").SetValue("浙江建德")
	p.Save()
	id := p.Workspace.model.id()
	p.form().Input("birth_place").SetValue("浙江杭州") // typed after the save, before the undo
	p.county.desk.Undo()
	if _, err := store.Get[data.Cadre](t.Context(), p.county.desk.Store, id); err == nil {
		t.Fatal("still stored")
	}
	if c := p.Workspace.model.record(); p.Workspace.model.id() != "" || c.Name != "江禾" || c.NativePlace != "浙江建德" || c.BirthPlace != "浙江杭州" || !p.dirty() {
		t.Errorf("%+v", c)
	}
	p.county.desk.Redo()
	if p.Workspace.model.id() != id || p.Workspace.model.record().BirthPlace != "浙江杭州" {
		t.Errorf("redone as %q, %+v", p.Workspace.model.id(), p.Workspace.model.record())
	}
	p.Save()
	c, err := store.Get[data.Cadre](t.Context(), p.county.desk.Store, id)
	if err != nil || c.BirthPlace != "浙江杭州" || c.NativePlace != "浙江建德" || len(storetest.All[data.Cadre](t, p.county.desk.Store)) != 2 {
		t.Errorf("%+v %v", c, err)
	}
	// Once more, and saved instead of redone.
	p.county.desk.Undo()
	p.county.desk.Undo()
	p.Save()
	if n := len(storetest.All[data.Cadre](t, p.county.desk.Store)); n != 2 {
		t.Errorf("%d cadres", n)
	}
}

// A cadre changed elsewhere while the form is open keeps both changes.
func TestAnotherFieldChangedElsewhere(t *testing.T) {
	k, m := opened(t)
	_ = m.cadre.Set("nation", "畲族")
	c := k.stored(t).cadre
	c.Health = "一般"
	storetest.Put(t, k.desk.Store, c)
	m.save(func() {}, func() {})
	if now := k.stored(t).cadre; now.Nation != "畲族" || now.Health != "一般" || m.record().Health != "一般" || m.dirty() {
		t.Errorf("stored %+v, shown %+v", now, m.record())
	}
}

// TestSaveUndoRedoEdit walks at random through editing, saving, saving twice,
// undoing, redoing and changes made elsewhere, against a model of what must be
// stored.
func TestSaveUndoRedoEdit(t *testing.T) {
	steps, each := 10000, 250 // of a model against the store
	if testing.Short() {
		steps, each = 100, 100
	}
	for round := range steps / each {
		walk(t, rand.New(rand.NewPCG(uint64(round), 7)), each)
	}
}

// version is what the model expects to be stored: two fields and the rows.
type version struct {
	nation, health string
	family         []string
}

func (v version) String() string { return fmt.Sprint(v.nation, v.health, v.family) }

func walk(t *testing.T, r *rand.Rand, steps int) {
	k, m := opened(t)
	late := &desktest.Late{}
	k.desk.Run = late
	stored := func() version {
		f := k.stored(t)
		v := version{nation: f.cadre.Nation, health: f.cadre.Health}
		for _, row := range f.family {
			v.family = append(v.family, row.Name)
		}
		return v
	}
	shown := func() version {
		v := version{nation: m.record().Nation, health: m.record().Health}
		for _, d := range m.family.filled() {
			v.family = append(v.family, d.Record.(*data.Family).Name)
		}
		return v
	}
	past, future, now := []version{}, []version{}, stored()
	save := func() {
		if m.dirty() {
			next := shown()
			m.save(func() {}, func() {})
			if next.String() != now.String() {
				past, future, now = append(past, now), nil, next
			}
		}
	}
	for step := range steps {
		switch r.IntN(8) {
		case 0:
			_ = m.cadre.Set("nation", []string{"汉族", "畲族", "回族"}[r.IntN(3)])
		case 1:
			_ = m.cadre.Set("health", []string{"健康", "一般"}[r.IntN(2)])
		case 2:
			m.family.Insert(r.IntN(m.family.Len() + 1))
			_ = m.family.Set(0, "name", fmt.Sprintf("亲%d", step))
		case 3:
			if m.family.Len() > 1 {
				m.family.Remove(r.IntN(m.family.Len()))
			}
		case 4, 5:
			save()
			late.Flush()
		case 6: // with nothing unsaved, as Ctrl+Z comes to it
			m.discard()
			if len(past) > 0 {
				k.desk.Undo()
				late.Flush()
				future, now, past = append(future, now), past[len(past)-1], past[:len(past)-1]
			}
			m.readAgain(k.cadre)
			late.Flush()
		case 7:
			m.discard()
			if len(future) > 0 {
				k.desk.Redo()
				late.Flush()
				past, now, future = append(past, now), future[len(future)-1], future[:len(future)-1]
			}
			m.readAgain(k.cadre)
			late.Flush()
		}
		if failed := k.shell.failed(); failed != nil {
			t.Fatalf("step %d: %v", step, failed)
		}
		if got := stored(); got.String() != now.String() {
			t.Fatalf("step %d: stored %v, want %v", step, got, now)
		}
	}
}
