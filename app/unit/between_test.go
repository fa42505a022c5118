package unit

import (
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// What somebody else saves while the form of a unit is open is kept, or put before
// the user; then it holds unless the user says otherwise.
func TestUnitEditedMeanwhile(t *testing.T) {
	for name, test := range map[string]struct {
		since  data.Month
		others func(*data.Unit)
		asked  bool
		want   string // name, short name and end of the unit afterwards
		past   int    // names of before
	}{
		"another field, from a month":  {202610, func(u *data.Unit) { u.Until = 203001 }, false, "清源县财政和国资局 县财政局 2030.01", 1},
		"another field, always":        {0, func(u *data.Unit) { u.Short = "财政局" }, false, "清源县财政和国资局 财政局 ", 0},
		"the same field, from a month": {202610, func(u *data.Unit) { u.Name = "清源县财税局" }, true, "清源县财税局 县财政局 ", 0},
		"the same field, always":       {0, func(u *data.Unit) { u.Name = "清源县财税局" }, true, "清源县财税局 县财政局 ", 0},
	} {
		t.Run(name, func(t *testing.T) {
			d, shell := desktest.Open(t, county()...)
			m := silent(d)
			base := copyOf(m.stored("u3"))
			mine := copyOf(base)
			mine.Name = "清源县财政和国资局"
			others := copyOf(base)
			test.others(others)
			storetest.Put(t, d.Store, others)
			m.saveUnit(base, mine, test.since, func() {})
			if asked := shell.Shows("别人刚改过同样的内容"); asked != test.asked {
				t.Fatalf("asked: %v; failed %v", asked, shell.Failed)
			}
			if test.asked {
				shell.Press(t, "先不保存")
			}
			u, err := store.Get[data.Unit](t.Context(), d.Store, "u3")
			if err != nil {
				t.Fatal(err)
			}
			if got := u.Name + " " + u.Short + " " + u.Until.String(); got != test.want || len(storetest.All[data.UnitPast](t, d.Store)) != test.past {
				t.Errorf("stored %q, want %q; %d names of before", got, test.want, len(storetest.All[data.UnitPast](t, d.Store)))
			}
		})
	}
}

// The same holds of a post.
func TestPostEditedMeanwhile(t *testing.T) {
	d, shell := desktest.Open(t, county()...)
	m := silent(d)
	m.choose("u1")
	base := copyOf(m.posts[2].Post)
	save := func(others, mine func(*data.Post)) *data.Post {
		theirs, ours := copyOf(base), copyOf(base)
		others(theirs)
		mine(ours)
		storetest.Put(t, d.Store, theirs)
		m.savePost(base, ours, func() {})
		p, err := store.Get[data.Post](t.Context(), d.Store, base.ID)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := save(func(p *data.Post) { p.Key = true }, func(p *data.Post) { p.Approved = 4 }); !p.Key || p.Approved != 4 {
		t.Errorf("stored %+v", p)
	}
	if p := save(func(p *data.Post) { p.Approved = 5 }, func(p *data.Post) { p.Approved = 2 }); p.Approved != 5 || !shell.Shows("别人刚改过同样的内容") {
		t.Errorf("written over unasked: %+v", p)
	}
}
