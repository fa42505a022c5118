package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// merge writes one editor's record over base as a change of his own.
func merge(ctx context.Context, s *store.Store, who string, base, changed *data.Cadre) error {
	_, err := s.Change(ctx, store.Act{Who: who, What: "修改干部"}, func(tx *store.Tx) error { return tx.Merge(ctx, base, changed) })
	return err
}

// Two editors who change different fields both keep theirs; what the second one
// holds afterwards is what is stored.
func TestMergeKeepsBoth(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "c", Name: "甲", NativePlace: "河北盐山"})
	base, err := store.Get[data.Cadre](t.Context(), s, "c")
	if err != nil {
		t.Fatal(err)
	}
	one, two := *base, *base
	one.NativePlace, two.Health = "河北沧县", "健康"
	if err := errors.Join(merge(t.Context(), s, "李玥", base, &one), merge(t.Context(), s, "周放", base, &two)); err != nil {
		t.Fatal(err)
	}
	now, err := store.Get[data.Cadre](t.Context(), s, "c")
	if err != nil || now.NativePlace != "河北沧县" || now.Health != "健康" || two != *now {
		t.Errorf("%+v, second holds %+v, %v", now, two, err)
	}
}

// A field changed on both sides is told with both values, who and when; nothing
// is written until a person has decided, and then what he decided is.
func TestMergeConflict(t *testing.T) {
	for _, mine := range []bool{true, false} {
		s := storetest.Open(t, &data.Cadre{ID: "c", Name: "甲", NativePlace: "河北盐山"})
		base, err := store.Get[data.Cadre](t.Context(), s, "c")
		if err != nil {
			t.Fatal(err)
		}
		one, two := *base, *base
		one.NativePlace = "河北沧县"
		two.NativePlace, two.Health = "河北青县", "健康"
		if err := merge(t.Context(), s, "李玥", base, &one); err != nil {
			t.Fatal(err)
		}
		err = merge(t.Context(), s, "周放", base, &two)
		var conflict *store.Conflict
		if !errors.As(err, &conflict) {
			t.Fatalf("no conflict: %v", err)
		}
		for _, want := range []string{"“甲”", "籍贯", "李玥", "河北沧县", "河北青县", conflict.Records[0].At.Local().Format("2006.01.02 15:04")} {
			if !strings.Contains(data.Sentence(err), want) {
				t.Errorf("%q does not tell %s", data.Sentence(err), want)
			}
		}
		if strings.Contains(data.LogText(err), "河北") || strings.Contains(data.LogText(err), "甲") {
			t.Errorf("the log would name somebody: %s", data.LogText(err))
		}
		if now, _ := store.Get[data.Cadre](t.Context(), s, "c"); now.Health != "" {
			t.Error("half a change was written")
		}
		ctx := store.WithSettlements(t.Context(), conflict.Settle(func(int, int) bool { return mine }))
		if err := merge(ctx, s, "周放", base, &two); err != nil {
			t.Fatal(err)
		}
		want := "河北沧县"
		if mine {
			want = "河北青县"
		}
		if now, _ := store.Get[data.Cadre](t.Context(), s, "c"); now.NativePlace != want || now.Health != "健康" {
			t.Errorf("mine %v: %+v", mine, now)
		}
	}
}

// What was settled holds for the values the person has seen, not for later ones.
func TestSettlementHoldsOnce(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "c", Name: "甲"})
	base, _ := store.Get[data.Cadre](t.Context(), s, "c")
	mine := *base
	mine.Health = "一般"
	storetest.Put(t, s, &data.Cadre{ID: "c", Name: "甲", Health: "健康"})
	var conflict *store.Conflict
	if !errors.As(merge(t.Context(), s, "周放", base, &mine), &conflict) {
		t.Fatal("no conflict")
	}
	ctx := store.WithSettlements(t.Context(), conflict.Settle(func(int, int) bool { return true }))
	storetest.Put(t, s, &data.Cadre{ID: "c", Name: "甲", Health: "较差"})
	if !errors.As(merge(ctx, s, "周放", base, &mine), &conflict) {
		t.Error("a value nobody has seen was written over")
	}
}

// A record deleted on one side and changed on the other is a conflict both ways.
func TestDeletionConflicts(t *testing.T) {
	for _, mine := range []bool{true, false} {
		s := storetest.Open(t, &data.Cadre{ID: "c", Name: "甲"}, &data.Family{ID: "f", Cadre: "c", Name: "乙"})
		base, _ := store.Get[data.Family](t.Context(), s, "f")
		change(t, s, func(ctx context.Context, tx *store.Tx) error { return tx.Remove(ctx, base) })
		edited := *base
		edited.Name = "丙"
		write := func(ctx context.Context) error {
			_, err := s.Change(ctx, act, func(tx *store.Tx) error { return tx.Merge(ctx, base, &edited) })
			return err
		}
		var conflict *store.Conflict
		if !errors.As(write(t.Context()), &conflict) || !conflict.Records[0].Gone || conflict.Records[0].Who == "" {
			t.Fatalf("%+v", conflict)
		}
		if err := write(store.WithSettlements(t.Context(), conflict.Settle(func(int, int) bool { return mine }))); err != nil {
			t.Fatal(err)
		}
		if n := len(storetest.All[data.Family](t, s)); n != map[bool]int{true: 1, false: 0}[mine] {
			t.Errorf("mine %v: %d", mine, n)
		}
	}
	s := storetest.Open(t, &data.Cadre{ID: "c", Name: "甲"}, &data.Family{ID: "f", Cadre: "c", Name: "乙"})
	base, _ := store.Get[data.Family](t.Context(), s, "f")
	storetest.Put(t, s, &data.Family{ID: "f", Cadre: "c", Name: "丙"})
	_, err := s.Change(t.Context(), act, func(tx *store.Tx) error { return tx.Remove(t.Context(), base) })
	var conflict *store.Conflict
	if !errors.As(err, &conflict) || !strings.Contains(data.Sentence(err), "丙") {
		t.Errorf("deleted what somebody has changed: %v", err)
	}
}

// Add refuses a record that is stored.
func TestAddRefusesStored(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "c", Name: "甲"})
	_, err := s.Change(t.Context(), act, func(tx *store.Tx) error { return tx.Add(t.Context(), &data.Cadre{ID: "c", Name: "乙"}) })
	if err == nil {
		t.Error("written over")
	}
}

// FuzzMerge lets two editors read, change and save one record in any order,
// against a model in which every field remembers who wrote it last from which
// value. No field may be lost, and no conflict untold.
func FuzzMerge(f *testing.F) {
	seeds := uint64(200)
	if testing.Short() {
		seeds = 50
	}
	for seed := range seeds {
		f.Add(seed)
	}
	s := storetest.Open(f)
	n := 0
	f.Fuzz(func(t *testing.T, seed uint64) {
		n++
		interleave(t, s, fmt.Sprintf("c%d", n), rand.New(rand.NewPCG(seed, 1)))
	})
}

var merged = []string{"native_place", "birth_place", "health", "pro_title", "speciality", "birth", "selected"}

func interleave(t *testing.T, s *store.Store, id string, r *rand.Rand) {
	storetest.Put(t, s, &data.Cadre{ID: id, Name: "甲"})
	model := data.Clone(&data.Cadre{ID: id, Name: "甲"})
	type editor struct{ base, draft any }
	var editors [2]editor
	read := func(e *editor) {
		c, err := store.Get[data.Cadre](t.Context(), s, id)
		if err != nil {
			t.Fatal(err)
		}
		e.base, e.draft = c, data.Clone(c)
	}
	read(&editors[0])
	read(&editors[1])
	for range 30 {
		e := &editors[r.IntN(2)]
		if r.IntN(3) > 0 {
			f := data.CadreKind.Field(merged[r.IntN(len(merged))])
			if err := f.SetValue(e.draft, someValue(f, r)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, told := expected(model, e.base, e.draft)
		err := merge(t.Context(), s, "编辑", e.base.(*data.Cadre), e.draft.(*data.Cadre))
		var conflict *store.Conflict
		switch {
		case errors.As(err, &conflict):
			if len(conflict.Records) != 1 || len(conflict.Records[0].Fields) != told {
				t.Fatalf("%d conflicts, told %+v", told, conflict)
			}
			read(e) // gives up what he typed
		case err != nil || told > 0:
			t.Fatalf("%d conflicts untold: %v", told, err)
		default:
			model = want
			e.base = data.Clone(e.draft)
		}
		stored, err := store.Get[data.Cadre](t.Context(), s, id)
		if err != nil || !data.Equal(stored, model) {
			t.Fatalf("stored %+v, expected %+v: %v", stored, model, err)
		}
	}
}

func someValue(f *data.Field, r *rand.Rand) any {
	switch f.Type {
	case data.TypeMonth:
		return int64(199001 + r.IntN(3))
	case data.TypeBool:
		return int64(r.IntN(2))
	}
	return []string{"", "一", "二"}[r.IntN(3)]
}

// expected is what a save must come to, worked out field by field, and in how
// many fields it conflicts.
func expected(stored, base, draft any) (want any, conflicts int) {
	want = data.Clone(stored)
	for _, key := range merged {
		f := data.CadreKind.Field(key)
		was, mine, now := f.Value(base), f.Value(draft), f.Value(stored)
		if mine == was {
			continue
		}
		if now != was && now != mine {
			conflicts++
		}
		_ = f.SetValue(want, mine)
	}
	return want, conflicts
}

// A cadre goes with everything of his, leaves nothing that refers to him, and
// comes back whole.
func TestRemoveWhole(t *testing.T) {
	s := furnished(t)
	put(t, s,
		&data.Cadre{ID: "d", Name: "丁"},
		&data.Scenario{ID: "s", Name: "方案", At: 202606},
		&data.Move{ID: "m", Scenario: "s", Cadre: "d", Post: "p", Leaves: "a"})
	before := everything(t, s)
	c, err := store.Get[data.Cadre](t.Context(), s, "c")
	if err != nil {
		t.Fatal(err)
	}
	removed := 0
	id := change(t, s, func(ctx context.Context, tx *store.Tx) (err error) {
		removed, err = tx.RemoveWhole(ctx, c)
		return err
	})
	if removed != 4 { // the cadre, a segment of his résumé, his post, his place in the reserve
		t.Errorf("%d records removed", removed)
	}
	if moves := storetest.All[data.Move](t, s); len(moves) != 1 || moves[0].Leaves != "" {
		t.Errorf("%+v", moves)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) > 0 {
		t.Error(found, err)
	}
	if _, err := s.TakeBack(t.Context(), act, id); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(everything(t, s), before) {
		t.Error("did not come back whole")
	}
}

// A change says what it touched.
func TestChangeSaysWhatItChanged(t *testing.T) {
	s := furnished(t)
	var heard []store.Changed
	s.SetListener(func(c store.Changed) { heard = append(heard, c) })
	id := put(t, s, &data.Family{ID: "f", Cadre: "c", Name: "乙"})
	change(t, s, func(context.Context, *store.Tx) error { return nil })
	if err := s.Trial(t.Context(), func(tx *store.Tx) error { return tx.Add(t.Context(), &data.Cadre{Name: "丙"}) }); err != nil {
		t.Fatal(err)
	}
	if len(heard) != 1 || heard[0].ID != id || !heard[0].Of("c") || !heard[0].Of("f") || heard[0].Of("u") ||
		!heard[0].Has(data.FamilyKind) || heard[0].Has(data.CadreKind) || !heard[0].Touched[0].New {
		t.Errorf("%+v", heard)
	}
}
