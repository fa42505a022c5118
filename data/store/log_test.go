package store_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// everything reads all records of all kinds, to compare before and after.
func everything(t *testing.T, s *store.Store) map[string][]any {
	t.Helper()
	all := map[string][]any{}
	for _, kind := range data.Kinds() {
		found, err := store.FindKind(t.Context(), s, kind)
		if err != nil {
			t.Fatal(err)
		}
		all[kind.Name] = found
	}
	return all
}

// furnished is a store with one record of several kinds that refer to each
// other, among them fields that are empty.
func furnished(t *testing.T) *store.Store {
	t.Helper()
	s := open(t)
	put(
		t, s,
		&data.Unit{ID: "u", Name: "东河镇", Short: "东河镇", Kind: "31"},
		&data.Post{ID: "p", Unit: "u", Name: "镇长", Approved: 1, Team: true},
		&data.Cadre{ID: "c", Name: "甲", Sex: "1", Birth: 199001, Rewards: "2019年\n记功", Selected: true},
		&data.Resume{ID: "r", Cadre: "c", Sort: 1, Since: 201207, Text: "科员"},
		&data.Appointment{ID: "a", Cadre: "c", Post: "p", Unit: "u", Title: "东河镇镇长", Since: 202001, Main: true},
		&data.Round{ID: "n", Name: "调整", Held: 20260105, Kind: "1"},
		&data.Reserve{ID: "v", Cadre: "c", Tier: "3", Since: 202601, Opened: "n"},
	)
	return s
}

// Whatever a change did, in whatever order, taking it back leaves the records
// as they were and says so in the log.
func TestTakeBackOfAnything(t *testing.T) {
	for name, do := range map[string]func(ctx context.Context, tx *store.Tx) error{
		"insert with references, children first": func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(
				storetest.Write(ctx, tx, &data.Family{Cadre: "c2", Name: "丙"}),
				storetest.Write(ctx, tx, &data.Appointment{Cadre: "c2", Post: "p2", Title: "副镇长", Since: 202101}),
				storetest.Write(ctx, tx, &data.Cadre{ID: "c2", Name: "乙"}),
				storetest.Write(ctx, tx, &data.Post{ID: "p2", Unit: "u2", Name: "副镇长"}),
				storetest.Write(ctx, tx, &data.Unit{ID: "u2", Name: "西岭乡", Short: "西岭乡", Kind: "32", Parent: "u"}),
			)
		},
		"update, to and from empty": func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(
				storetest.Write(ctx, tx, &data.Cadre{ID: "c", Name: "甲乙", Sex: "", Birth: 199002, PartyJoined: 201007}),
				storetest.Write(ctx, tx, &data.Appointment{ID: "a", Cadre: "c", Title: "东河镇镇长", Since: 202001, Until: 202606, Leaving: "2"}),
				storetest.Write(ctx, tx, &data.Post{ID: "p", Unit: "u", Name: "镇长", Approved: 2}),
			)
		},
		"remove with references": func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(
				storetest.Remove(ctx, tx, &data.Cadre{ID: "c"}), storetest.Remove(ctx, tx, &data.Round{ID: "n"}),
				storetest.Remove(ctx, tx, &data.Resume{ID: "r"}), storetest.Remove(ctx, tx, &data.Appointment{ID: "a"}), storetest.Remove(ctx, tx, &data.Reserve{ID: "v"}),
				storetest.Remove(ctx, tx, &data.Unit{ID: "u"}), storetest.Remove(ctx, tx, &data.Post{ID: "p"}),
			)
		},
		"twice the same record": func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(
				storetest.Write(ctx, tx, &data.Round{ID: "n", Name: "改一次", Held: 20260105, Kind: "1"}),
				storetest.Write(ctx, tx, &data.Round{ID: "n", Name: "改两次", Held: 20260106, Kind: "2"}),
				storetest.Write(ctx, tx, &data.Round{ID: "m", Name: "新的", Held: 20260105, Kind: "1"}),
				storetest.Write(ctx, tx, &data.Round{ID: "m", Name: "改了", Held: 20260105, Kind: "1"}),
				storetest.Write(ctx, tx, &data.Round{ID: "o", Name: "来了又去", Held: 20260105, Kind: "1"}),
				storetest.Remove(ctx, tx, &data.Round{ID: "o"}),
				storetest.Remove(ctx, tx, &data.Resume{ID: "r"}),
				storetest.Write(ctx, tx, &data.Resume{ID: "r", Cadre: "c", Text: "去了又来"}),
			)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := furnished(t)
			before := everything(t, s)
			id := change(t, s, do)
			after := everything(t, s)
			if reflect.DeepEqual(before, after) {
				t.Fatal("nothing was changed")
			}
			if _, err := s.TakeBack(t.Context(), store.Act{Who: "测试", What: "撤回"}, id); err != nil {
				t.Fatal(err)
			}
			if now := everything(t, s); !reflect.DeepEqual(before, now) {
				t.Errorf("was %+v\nis  %+v", before, now)
			}
			recent, err := store.Recent(t.Context(), s, 2)
			if err != nil || recent[0].What != "撤回" || recent[1].ID != id {
				t.Errorf("log %+v %v", recent, err)
			}
			// Taking back is itself a change and can be taken back.
			if _, err := s.TakeBack(t.Context(), act, recent[0].ID); err != nil {
				t.Fatal(err)
			}
			if now := everything(t, s); !reflect.DeepEqual(after, now) {
				t.Errorf("again: was %+v\nis %+v", after, now)
			}
			if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) != 0 || found.Changes != 4 {
				t.Errorf("%+v %v", found, err)
			}
		})
	}
}

func TestTakeBackRefused(t *testing.T) {
	for name, c := range map[string]struct {
		do, since func(ctx context.Context, tx *store.Tx) error
		want      string
	}{
		"changed again": {
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Cadre{ID: "c", Name: "甲", Birth: 199002})
			},
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Cadre{ID: "c", Name: "甲", Birth: 199003})
			},
			"之后又改过",
		},
		"new one changed": {
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Cadre{ID: "n", Name: "乙"})
			},
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Cadre{ID: "n", Name: "乙", Birth: 199001})
			},
			"之后又改过",
		},
		"removed since": {
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Resume{ID: "r", Cadre: "c", Text: "科长"})
			},
			func(ctx context.Context, tx *store.Tx) error { return storetest.Remove(ctx, tx, &data.Resume{ID: "r"}) },
			"之后又改过",
		},
		"put back since": {
			func(ctx context.Context, tx *store.Tx) error { return storetest.Remove(ctx, tx, &data.Resume{ID: "r"}) },
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Resume{ID: "r", Cadre: "c", Text: "科长"})
			},
			"之后又改过",
		},
		"referred to since": {
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Cadre{ID: "n", Name: "乙"})
			},
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Write(ctx, tx, &data.Family{Cadre: "n", Name: "丙"})
			},
			"引用它",
		},
		"what it referred to is gone": {
			func(ctx context.Context, tx *store.Tx) error {
				return storetest.Remove(ctx, tx, &data.Reserve{ID: "v"})
			},
			func(ctx context.Context, tx *store.Tx) error { return storetest.Remove(ctx, tx, &data.Round{ID: "n"}) },
			"引用",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := furnished(t)
			id := change(t, s, c.do)
			change(t, s, c.since)
			before := everything(t, s)
			_, err := s.TakeBack(t.Context(), act, id)
			if got := data.Sentence(err); !strings.Contains(got, c.want) {
				t.Errorf("%q (%v)", got, err)
			}
			if !reflect.DeepEqual(before, everything(t, s)) {
				t.Error("something was changed all the same")
			}
		})
	}
	s := open(t)
	if _, err := s.TakeBack(t.Context(), act, "no-such-change"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

// Another field of the same record, changed since, keeps its newer value.
func TestTakeBackKeepsOtherFields(t *testing.T) {
	s := furnished(t)
	id := change(t, s, func(ctx context.Context, tx *store.Tx) error {
		return storetest.Write(ctx, tx, &data.Round{ID: "n", Name: "改名", Held: 20260105, Kind: "1"})
	})
	put(t, s, &data.Round{ID: "n", Name: "改名", Held: 20260301, Kind: "1"})
	if _, err := s.TakeBack(t.Context(), act, id); err != nil {
		t.Fatal(err)
	}
	got, err := store.Get[data.Round](t.Context(), s, "n")
	if err != nil || got.Name != "调整" || got.Held != 20260301 {
		t.Errorf("%+v %v", got, err)
	}
}

func TestHistory(t *testing.T) {
	s := furnished(t)
	started := time.Now().Add(-time.Minute)
	note := func(what string, do func(ctx context.Context, tx *store.Tx) error) {
		t.Helper()
		_, err := s.Change(t.Context(), store.Act{Who: "王科长", What: what}, func(tx *store.Tx) error { return do(t.Context(), tx) })
		if err != nil {
			t.Fatal(err)
		}
	}
	note("改简历", func(ctx context.Context, tx *store.Tx) error {
		return errors.Join(
			storetest.Write(ctx, tx, &data.Resume{ID: "r", Cadre: "c", Sort: 1, Since: 201207, Text: "科长"}),
			storetest.Write(ctx, tx, &data.Cadre{ID: "x", Name: "别人"}), // in the same change, not in his history
		)
	})
	note("别人的事", func(ctx context.Context, tx *store.Tx) error {
		return storetest.Write(ctx, tx, &data.Cadre{ID: "y", Name: "别人"})
	})
	note("删储备", func(ctx context.Context, tx *store.Tx) error {
		return storetest.Remove(ctx, tx, &data.Reserve{ID: "v"})
	})

	history, err := store.History(t.Context(), s, "c")
	if err != nil || len(history) != 3 {
		t.Fatalf("%+v %v", history, err)
	}
	for i, want := range []struct {
		who, what string
		kinds     []string
	}{
		{"王科长", "删储备", []string{"储备"}},
		{"王科长", "改简历", []string{"简历"}},
		{"测试", "测试改动", []string{"干部", "简历", "任职", "储备"}},
	} {
		e := history[i]
		var kinds []string
		for _, row := range e.Rows {
			kinds = append(kinds, row.Kind.Label)
		}
		if e.Who != want.who || e.What != want.what || !reflect.DeepEqual(kinds, want.kinds) || e.At.Before(started) || e.At.After(time.Now()) {
			t.Errorf("%d: %+v", i, e)
		}
	}
	edit, removal := history[1].Rows[0], history[0].Rows[0]
	if !reflect.DeepEqual(edit.Before, map[string]any{"text": "科员"}) || !reflect.DeepEqual(edit.After, map[string]any{"text": "科长"}) {
		t.Errorf("edit %+v", edit)
	}
	if removal.After != nil || removal.Before["tier"] != "3" || removal.Before["opened"] != "n" {
		t.Errorf("removal %+v", removal)
	}
	if found, err := store.History(t.Context(), s, "nobody"); len(found) != 0 || err != nil {
		t.Errorf("%v %v", found, err)
	}
	if recent, err := store.Recent(t.Context(), s, 2); err != nil || len(recent) != 2 || recent[0].What != "删储备" || recent[1].What != "别人的事" {
		t.Errorf("%+v %v", recent, err)
	}
}

func TestBlobs(t *testing.T) {
	s := open(t)
	photo := []byte{0xff, 0xd8, 0, 1, 2}
	change(t, s, func(ctx context.Context, tx *store.Tx) error {
		name, err := tx.Keep(ctx, photo)
		if err != nil {
			return err
		}
		again, err := tx.Keep(ctx, photo)
		if err != nil || again != name {
			t.Errorf("%s %s %v", name, again, err)
		}
		if none, err := tx.Keep(ctx, nil); none != "" || err != nil {
			t.Errorf("%s %v", none, err)
		}
		return storetest.Write(ctx, tx, &data.Cadre{ID: "c", Name: "甲", Photo: name})
	})
	c, err := store.Get[data.Cadre](t.Context(), s, "c")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := store.Bytes(t.Context(), s, c.Photo); err != nil || !reflect.DeepEqual(got, photo) {
		t.Errorf("%v %v", got, err)
	}
	if _, err := store.Bytes(t.Context(), s, "none"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := raw(t, s.Path()).ExecContext(t.Context(), "UPDATE blob SET bytes = x'00'"); err == nil {
		t.Error("bytes can be changed under their name")
	}
}
