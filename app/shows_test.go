package app

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"sync"
	"testing"

	"huoshui/app/choose"
	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/app/unit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/sample"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// asked are the kinds of record whose tables the store has been asked for.
type asked map[*data.Kind]bool

var table = regexp.MustCompile(`(?i)\b(?:FROM|JOIN)\s+(\w+)`)

var noting sync.Mutex // a room asks several questions at the same time

func (a asked) note(statement string) {
	noting.Lock()
	defer noting.Unlock()
	for _, found := range table.FindAllStringSubmatch(statement, -1) {
		if kind := data.KindNamed(found[1]); kind != nil {
			a[kind] = true
		}
	}
}

var county = storetest.OpenOnce(func() []any { return sample.Make(sample.Options{Cadres: 200}).All() })

// furnished is the whole window over an invented county.
func furnished(t *testing.T) (*shell, *store.Store) {
	t.Helper()
	db := county(t)
	d, screen := desktest.Over(t, db)
	s := newShell(d, screen.Window)
	screen.Window.SetContent(s.content())
	return s, db
}

// visit shows everything a room shows by itself.
func visit(t *testing.T, s *shell, r *room, db *store.Store) {
	t.Helper()
	s.enter(r.id)
	switch w := r.workspace.(type) {
	case *unit.Workspace:
		w.Open(storetest.All[data.Unit](t, db)[3].ID)
	case *choose.Workspace:
		w.Open(storetest.All[data.Vacancy](t, db)[0].ID)
	}
	if r.id == roomPerson {
		s.OpenCadre(storetest.All[data.Cadre](t, db)[0].ID)
	}
	if w, ok := r.workspace.(desk.Turner); ok {
		for range 12 {
			w.Turn(1)
		}
	}
}

// showAll are the rooms that show something of every change, with the reason.
var showAll = map[string]string{
	roomHome:    "an own figure counts any kind",
	roomStats:   "an own figure counts any kind",
	roomReport:  "a paper tells of any kind",
	roomMeeting: "the deck is one of the papers",
	roomIntake:  "it asks the store nothing when it is read",
	"history":   "it lists every change",
	roomBackups: "it shows files, no records",
	roomPeople:  "it shows the file of keys, no records",
}

// unsaid lists the kinds that a room asks for although it says it shows nothing of
// a change of them. What belongs to a cadre belongs to the one shown.
func unsaid(w desk.Shower, seen asked, cadre string) (kinds []string) {
	for kind := range seen {
		touched := store.Touched{Kind: kind, ID: "x", Owner: cadre}
		if kind == data.CadreKind {
			touched.ID = cadre
		}
		if !w.Shows(store.Changed{Touched: []store.Touched{touched}}) {
			kinds = append(kinds, kind.Label)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// A room says of every kind it asks for that it shows it. Those that do not say what
// they show are read again after every change.
func TestRoomsSayWhatTheyShow(t *testing.T) {
	s, db := furnished(t)
	cadre := storetest.All[data.Cadre](t, db)[0].ID
	for i, r := range s.list {
		if testing.Short() && i%2 > 0 {
			continue
		}
		seen := asked{}
		db.SetGuard(seen.note)
		visit(t, s, r, db)
		w, says := r.workspace.(desk.Shower)
		switch {
		case says == (showAll[r.id] != ""):
			t.Errorf("%s says what it shows: %v, but listed as %q", r.id, says, showAll[r.id])
		case says && len(seen) < 4:
			t.Errorf("%s asks for only %d kinds", r.id, len(seen))
		case says:
			if kinds := unsaid(w, seen, cadre); kinds != nil {
				t.Errorf("%s does not say that it shows %v", r.id, kinds)
			}
			if kinds := unsaid(w, asked{data.TemplateKind: true}, cadre); kinds == nil {
				t.Errorf("%s says that it shows templates", r.id)
			}
		}
	}
}

// The test above finds a kind that a room asks for and does not name.
func TestUnsaidKindIsFound(t *testing.T) {
	s, _ := furnished(t)
	seen := asked{}
	seen.note("SELECT 1 FROM appointment a JOIN quota q ON 1 = 1 JOIN json_each(?) WHERE a.post = ?")
	if kinds := unsaid(s.rooms[roomDecide].workspace.(desk.Shower), seen, ""); !slices.Equal(kinds, []string{"学时要求"}) {
		t.Errorf("found %v", kinds)
	}
}

// Every condition on cadres, or on what is about a cadre, is answered from kinds that
// tell of cadres.
func TestConditionsAreToldOfCadres(t *testing.T) {
	_, db := furnished(t)
	seen := asked{}
	db.SetGuard(seen.note)
	fields := 0
	for _, subject := range criteria.Subjects() {
		if !subject.Personal() {
			continue
		}
		q := criteria.Query{Subject: subject, At: 202610, Everyone: true}
		for i := range subject.Fields {
			if _, err := q.Cells(t.Context(), db, []string{"x"}, subject.Fields[i].Label); err != nil {
				t.Fatal(subject.Label, subject.Fields[i].Label, err)
			}
			fields++
		}
	}
	if fields < 200 || len(seen) < 25 {
		t.Fatalf("%d fields of %d kinds asked for", fields, len(seen))
	}
	for kind := range seen {
		if !desk.TellsOfCadres(store.Changed{Touched: []store.Touched{{Kind: kind}}}) {
			t.Errorf("%s is asked for and tells nothing of cadres", kind.Label)
		}
	}
}

// A room is read again when it is entered after a change of what it shows, and left
// alone after one of what it does not show.
func TestRoomsReadAnewWhatTheyShow(t *testing.T) {
	s, db := furnished(t)
	n := 0
	other := func() string { n++; return fmt.Sprint("第", n, "次") } // no two changes write the same
	changes := map[*data.Kind]func(context.Context, *store.Tx) error{
		data.CadreKind: func(ctx context.Context, tx *store.Tx) error {
			was := storetest.All[data.Cadre](t, tx)[0]
			now := *was
			now.Health = other()
			return tx.Merge(ctx, was, &now)
		},
		data.SettingKind: func(ctx context.Context, tx *store.Tx) error {
			all := storetest.All[data.Setting](t, tx)
			was := all[slices.IndexFunc(all, func(s *data.Setting) bool { return s.Key == data.SettingOffice })]
			now := *was
			now.Value = other()
			return tx.Merge(ctx, was, &now)
		},
		data.TemplateKind: func(ctx context.Context, tx *store.Tx) error {
			return tx.Add(ctx, &data.Template{Name: other(), Text: "文字"})
		},
	}
	shown := map[string]*data.Kind{roomTarget: data.SettingKind, roomDuty: data.SettingKind, roomSettings: data.SettingKind}
	for i, r := range s.list {
		if r.id == roomIntake || r.id == roomBackups || r.id == roomPeople || r.id == "history" {
			continue // ask nothing; asks for the log
		}
		if testing.Short() && i%3 > 0 {
			continue
		}
		visit(t, s, r, db)
		again := func(kind *data.Kind) asked {
			s.enter(roomIntake)
			s.desk.Write("试", changes[kind], func() {})
			seen := asked{}
			db.SetGuard(seen.note)
			s.enter(r.id)
			return seen
		}
		kind := cmp.Or(shown[r.id], data.CadreKind)
		if seen := again(kind); len(seen) == 0 {
			t.Errorf("%s is not read anew after a change of %s", r.id, kind.Label)
		}
		if seen := again(data.TemplateKind); (len(seen) > 0) != (showAll[r.id] != "") {
			t.Errorf("%s asks for %d kinds after a change of a template", r.id, len(seen))
		}
	}
}
