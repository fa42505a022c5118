package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func set(t *testing.T, s *store.Store, was string, at data.Month, value string, since data.Month) error {
	t.Helper()
	_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
		return tx.Set(t.Context(), data.PromotedFloor.Key, was, at, value, since)
	})
	return err
}

// A setting changed from a month on leaves the months before it as they were;
// changed again from the same month there is one value of that month; that it
// should always have been so replaces them all; nothing goes back to the program's.
func TestSettingsHoldFromAMonth(t *testing.T) {
	s := open(t)
	for _, step := range []struct {
		was     string
		at      data.Month
		value   string
		since   data.Month
		want    string // at 2025.10, 2026.09, 2026.10, 2027.01
		records int
	}{
		{"", 202610, "45", 202610, "30 30 45 45", 1},
		{"45", 202610, "50", 202610, "30 30 50 50", 1},
		{"50", 202610, "55", 202701, "30 30 50 55", 2},
		{"50", 202610, "40", 202601, "30 40 50 55", 3},
		{"50", 202610, "", 202610, "30 40 30 55", 3},
		{"55", 202701, "", 202702, "30 40 30 55", 4},
		{"", 202610, "60", 0, "60 60 60 60", 1},
		{"60", 202610, "", 0, "30 30 30 30", 0},
	} {
		if err := set(t, s, step.was, step.at, step.value, step.since); err != nil {
			t.Fatal(err)
		}
		var floors []string
		for _, at := range []data.Month{202510, 202609, 202610, 202701} {
			office, err := store.Office(t.Context(), s, at)
			if err != nil {
				t.Fatal(err)
			}
			floors = append(floors, fmt.Sprint(office.Floor))
		}
		if got, n := strings.Join(floors, " "), len(storetest.All[data.Setting](t, s)); got != step.want || n != step.records {
			t.Errorf("set to %q from %s: floors %s in %d records, want %s in %d", step.value, step.since, got, n, step.want, step.records)
		}
	}
}

// Two who set the same setting, from whatever month, are told of each other before
// the value of one is replaced unseen by that of the other.
func TestSettingSetByAnotherMeanwhile(t *testing.T) {
	for _, since := range []data.Month{0, 202610, 202611} {
		s := storetest.Open(t, &data.Setting{Key: data.PromotedFloor.Key, Value: "40", Since: 202610})
		err := set(t, s, "35", 202610, "45", since)
		var conflict *store.Conflict
		if text := data.Sentence(err); !strings.Contains(text, "40") || !strings.Contains(text, "45") || !errors.As(err, &conflict) {
			t.Fatalf("from %d: said %q", since, text)
		}
		if all := storetest.All[data.Setting](t, s); len(all) != 1 || all[0].Value != "40" {
			t.Errorf("from %d: written all the same: %v", since, all)
		}
		for _, mine := range []bool{false, true} {
			ctx := store.WithSettlements(t.Context(), conflict.Settle(func(int, int) bool { return mine }))
			_, err := s.Change(ctx, act, func(tx *store.Tx) error { return tx.Set(ctx, data.PromotedFloor.Key, "35", 202610, "45", since) })
			office, found := store.Office(t.Context(), s, 202611)
			if want := map[bool]int{false: 40, true: 45}[mine]; err != nil || found != nil || office.Floor != want {
				t.Errorf("from %d: settled, mine %v: %d, want %d; %v, %v", since, mine, office.Floor, want, err, found)
			}
		}
		if err := set(t, s, "45", 202611, "50", since); err != nil {
			t.Errorf("from %d: %v", since, err)
		}
	}
}

// A wording changed from a month on does not replace unseen what somebody else has
// written into the wording before it.
func TestWordingChangedByAnotherMeanwhile(t *testing.T) {
	s := storetest.Open(t, &data.Template{ID: "w", Name: "工作汇报", Text: "甲"})
	base, err := store.Get[data.Template](t.Context(), s, "w")
	if err != nil {
		t.Fatal(err)
	}
	storetest.Put(t, s, &data.Template{ID: "w", Name: "工作汇报", Text: "乙"})
	edit := func(text data.Long) error {
		_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
			changed := *base
			changed.Text = text
			return tx.MergeFrom(t.Context(), base, &changed, 202610)
		})
		return err
	}
	var conflict *store.Conflict
	if err := edit("丙"); !errors.As(err, &conflict) || len(storetest.All[data.Template](t, s)) != 1 {
		t.Errorf("not told: %v", err)
	}
	if base, err = store.Get[data.Template](t.Context(), s, "w"); err != nil || edit("丙") != nil {
		t.Error("not written")
	}
	if all := storetest.All[data.Template](t, s); len(all) != 2 || all[0].Text != "乙" || all[1].Text != "丙" || all[1].Since != 202610 {
		t.Errorf("stored %v", all)
	}
}

// targets tells the shares asked for by the targets in force at months.
func targets(t *testing.T, s *store.Store, months ...data.Month) string {
	t.Helper()
	var texts []string
	for _, at := range months {
		text := "-"
		for _, target := range data.InForce(storetest.All[data.Target](t, s), at) {
			text += fmt.Sprint(target.Percent)
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, " ")
}

// A rule changed from a month on is two records, the one before it closed; taken
// out of use from a month on it stays in force before.
func TestRulesHoldFromAMonth(t *testing.T) {
	s := storetest.Open(t, &data.Target{ID: "t", Name: "年轻干部", Kind: "31", Scope: "3", Condition: "年龄 < 36", Measure: "1", Percent: 20})
	edit := func(percent int, since data.Month) error {
		_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
			base, err := store.Get[data.Target](t.Context(), tx, "t")
			if err != nil {
				return err
			}
			changed := *base
			changed.Percent = percent
			return tx.MergeFrom(t.Context(), base, &changed, since)
		})
		return err
	}
	months := []data.Month{202510, 202609, 202610, 202712}
	for _, step := range []struct {
		percent int
		since   data.Month
		want    string
	}{
		{25, 202610, "-20 -20 -25 -25"},
		{30, 202610, "-20 -20 -30 -30"}, // again from the same month
		{35, 202701, "-20 -20 -30 -35"},
		{40, 0, "-20 -20 -30 -40"}, // the record that is looked at was wrong
	} {
		if err := edit(step.percent, step.since); err != nil {
			t.Fatal(err)
		}
		if got := targets(t, s, months...); got != step.want {
			t.Errorf("%d from %s: %s, want %s", step.percent, step.since, got, step.want)
		}
	}
	if text := data.Sentence(edit(45, 202612)); !strings.Contains(text, "2027.01") {
		t.Errorf("from before it began: %q", text)
	}
	last, err := store.Get[data.Target](t.Context(), s, "t")
	if err != nil {
		t.Fatal(err)
	}
	change(t, s, func(ctx context.Context, tx *store.Tx) error { return tx.RemoveFrom(ctx, last, 202706) })
	if got := targets(t, s, 202705, 202706, 202609); got != "-40 - -20" {
		t.Errorf("out of use from 2027.06: %s", got)
	}
	all := storetest.All[data.Target](t, s)
	first := all[slices.IndexFunc(all, func(x *data.Target) bool { return x.Since == 0 })]
	change(t, s, func(ctx context.Context, tx *store.Tx) error { return tx.RemoveFrom(ctx, first, 0) })
	if got := targets(t, s, 202609, 202705); got != "- -40" {
		t.Errorf("deleted: %s", got)
	}
}

// The change of a rule from a month on is one change, and taken back as one.
func TestRuleFromAMonthIsTakenBack(t *testing.T) {
	rule := &data.Criterion{ID: "c", Name: "甲", Subject: "干部", Condition: "年龄 < 36"}
	s := storetest.Open(t, rule)
	id := change(t, s, func(ctx context.Context, tx *store.Tx) error {
		changed := *rule
		changed.Condition = "年龄 < 31"
		return tx.MergeFrom(ctx, rule, &changed, 202610)
	})
	if n := len(storetest.All[data.Criterion](t, s)); n != 2 {
		t.Fatalf("%d records", n)
	}
	if _, err := s.TakeBack(t.Context(), act, id); err != nil {
		t.Fatal(err)
	}
	if all := storetest.All[data.Criterion](t, s); len(all) != 1 || all[0].Condition != rule.Condition || all[0].Since != 0 {
		t.Errorf("taken back: %+v", all)
	}
}

// A unit is called at every month what it was called then.
func TestUnitsHaveTheNamesOfTheirTime(t *testing.T) {
	s := storetest.Open(t, &data.Unit{ID: "u", Name: "清源县教育局", Short: "县教育局", Kind: "22", Since: 201001})
	rename := func(name, short string, kind data.Code, since data.Month) error {
		_, err := s.Change(t.Context(), act, func(tx *store.Tx) error {
			base, err := store.Get[data.Unit](t.Context(), tx, "u")
			if err != nil {
				return err
			}
			changed := *base
			changed.Name, changed.Short, changed.Kind = name, short, kind
			return tx.MergeFrom(t.Context(), base, &changed, since)
		})
		return err
	}
	called := func() string {
		var names []string
		for _, at := range []data.Month{201001, 201912, 202001, 202609, 202610} {
			u, err := store.Unit(t.Context(), s, "u", at)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, u.Short+string(u.Kind))
		}
		return strings.Join(names, " ")
	}
	for _, step := range []struct {
		short string
		kind  data.Code
		since data.Month
		want  string
		past  int
	}{
		{"县教体局", "22", 202001, "县教育局22 县教育局22 县教体局22 县教体局22 县教体局22", 1},
		{"县教科局", "22", 202610, "县教育局22 县教育局22 县教体局22 县教体局22 县教科局22", 2},
		{"县教工局", "21", 202610, "县教育局22 县教育局22 县教体局22 县教体局22 县教工局21", 2},
		{"县教工委", "21", 0, "县教育局22 县教育局22 县教体局22 县教体局22 县教工委21", 2},
	} {
		if err := rename("清源"+step.short, step.short, step.kind, step.since); err != nil {
			t.Fatal(err)
		}
		if got, n := called(), len(storetest.All[data.UnitPast](t, s)); got != step.want || n != step.past {
			t.Errorf("%s from %s: %s with %d former names", step.short, step.since, got, n)
		}
	}
	if text := data.Sentence(rename("清源县教育局", "县教育局", "22", 202501)); !strings.Contains(text, "2026.10") {
		t.Errorf("from between two names: %q", text)
	}
	if err := rename("清源县文教局", "县文教局", "22", 201001); err == nil {
		t.Error("from before all other names")
	}
}
