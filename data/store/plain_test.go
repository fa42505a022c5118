package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// A file that is not encrypted takes invented people and nobody else.
func TestAPlainFileHoldsOnlyTheSample(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "样例.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	store.AllowPlain(false)
	defer store.AllowPlain(true)
	write := func(s *store.Store, do func(*store.Tx) error) error {
		_, err := s.Change(t.Context(), store.Act{Who: "张三", What: "试"}, do)
		return err
	}
	invented := &data.Cadre{ID: "c1", Name: "江文", Sample: true}
	if err := write(s, func(tx *store.Tx) error { return tx.Add(t.Context(), invented) }); err != nil {
		t.Fatal(err)
	}
	real := *invented
	real.Sample = false
	for name, do := range map[string]func(*store.Tx) error{
		"a new one":     func(tx *store.Tx) error { return tx.Add(t.Context(), &data.Cadre{Name: "某人"}) },
		"one made real": func(tx *store.Tx) error { return tx.Merge(t.Context(), invented, &real) },
	} {
		if err := write(s, do); err == nil || data.Sentence(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if all := storetest.All[data.Cadre](t, s); len(all) != 1 || !all[0].Sample {
		t.Errorf("%d cadres", len(all))
	}
	if err := s.KeepDraft(t.Context(), store.Draft{ID: "d", Kind: "cadre", Text: "某人", At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if drafts, err := store.Drafts(t.Context(), s, "cadre"); len(drafts) > 0 || err != nil {
		t.Errorf("a plain file keeps drafts: %v %v", drafts, err)
	}
	if found, err := s.Exposed(t.Context()); found || err != nil {
		t.Error(found, err)
	}

	store.AllowPlain(true) // an older program wrote it
	if err := write(s, func(tx *store.Tx) error { return tx.Merge(t.Context(), invented, &real) }); err != nil {
		t.Fatal(err)
	}
	store.AllowPlain(false)
	if found, err := s.Exposed(t.Context()); !found || err != nil {
		t.Error(found, err)
	}
	err = write(s, func(tx *store.Tx) error {
		return tx.Add(t.Context(), &data.Unit{Name: "某局", Short: "某局", Kind: "91"})
	})
	if err == nil {
		t.Error("an exposed file is written into")
	}
}
