package desk_test

import (
	"path/filepath"
	"testing"
	"time"

	"huoshui/app/desk"
	"huoshui/data/store"
)

// hand runs work when the test says so, as a loaded machine would: late.
type hand struct{ waiting []func() }

func (h *hand) Go(work, done func()) {
	h.waiting = append(h.waiting, func() { work(); done() })
}

func (h *hand) desk(s *store.Store) *desk.Desk {
	d := desk.New(s)
	d.Run, d.After = h, h.after
	return d
}

func (h *hand) after(_ time.Duration, do func()) { h.waiting = append(h.waiting, do) }

func (h *hand) next() {
	do := h.waiting[0]
	h.waiting = h.waiting[1:]
	do()
}

// A draft dropped while it is being written must not come back.
func TestDropComesAfterTheWriteUnderWay(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "县.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	h := &hand{}
	k := desk.NewKeeper(h.desk(s))
	told := 0
	k.OnKept = func(time.Time) { told++ }
	asked := 0
	text := func() string { asked++; return "某" }
	k.Keep("a", "cadre", text)
	k.Keep("a", "cadre", text)
	h.next() // the moment has come: one write for two changes
	k.Drop("a")
	for len(h.waiting) > 0 {
		h.next()
	}
	drafts, err := store.Drafts(t.Context(), s, "cadre")
	if err != nil || len(drafts) != 0 || asked != 1 || told != 1 {
		t.Errorf("%v, %v; asked %d times, told %d times", drafts, err, asked, told)
	}
	k.Keep("b", "cadre", text)
	k.Drop("b") // before its moment
	for len(h.waiting) > 0 {
		h.next()
	}
	if asked != 1 {
		t.Error("a dropped draft was written")
	}
}

// A draft that could not be written is written later, though nobody types on;
// not one that was dropped meanwhile.
func TestADraftIsTriedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "县.db")
	s, err := store.Open(t.Context(), path, true)
	if err != nil {
		t.Fatal(err)
	}
	h := &hand{}
	d := h.desk(s)
	k := desk.NewKeeper(d)
	text := func() string { return "某" }
	k.Keep("a", "cadre", text)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	h.next()
	h.next() // fails: there is no database
	if s, err = store.Open(t.Context(), path, true); err != nil {
		t.Fatal(err)
	}
	*d = *h.desk(s)
	for len(h.waiting) > 0 {
		h.next()
	}
	drafts, err := store.Drafts(t.Context(), d.Store, "cadre")
	if err != nil || len(drafts) != 1 || drafts[0].Text != "某" {
		t.Errorf("%v, %v", drafts, err)
	}
	k.Keep("b", "cadre", text)
	h.next()
	k.Drop("b")
	s.Close()
	for len(h.waiting) > 0 {
		h.next() // ends, although every write fails
	}
}
