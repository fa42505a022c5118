package settings

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/officetest"
	"huoshui/data/report"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// The numbers of the reminders are kept as settings, and only numbers are.
func TestNumbersOfTheReminders(t *testing.T) {
	d, s := desktest.Open(t)
	w := New(d)
	s.Enter(w)
	field := w.fields[data.RetireWomen.Key]
	if field.Value() != "55" {
		t.Fatalf("begins with %q", field.Value())
	}
	field.SetValue("0")
	w.Save()
	if kept := storetest.All[data.Setting](t, d.Store); len(kept) > 0 || len(s.Said) != 1 || !strings.Contains(s.Said[0], "没有保存") {
		t.Errorf("a number that is none: kept %v, said %v", kept, s.Said)
	}
	field.SetValue("50")
	w.Save()
	s.Press(t, "从这个月起")
	w.Refresh()
	var numbers map[string]int
	var err error
	desk.Away(func() { numbers, err = readNumbers(t.Context(), d.Store, 202610) })
	if err != nil || len(s.Failed) > 0 || numbers[data.RetireWomen.Key] != 50 || numbers[data.RetireMen.Key] != 60 || field.Value() != "50" {
		t.Errorf("%v, %v, %v, shown %s", numbers, err, s.Failed, field.Value())
	}
}

// What is typed outlives another month, and is not left behind unasked.
func TestUnsavedSettingsAreAskedAbout(t *testing.T) {
	d, s := desktest.Open(t)
	w := New(d)
	s.Enter(w)
	left := 0
	leave := func() { w.Leave(func() { left++ }) }
	leave()
	office := w.fields[data.SettingOffice]
	office.SetValue("中共清源县委组织部")
	w.Refresh()
	leave()
	if left != 1 || office.Value() != "中共清源县委组织部" {
		t.Errorf("left %d times, typed %q", left, office.Value())
	}
	s.Window.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // 保存
	if kept := storetest.All[data.Setting](t, d.Store); left != 2 || len(kept) == 0 || s.Changes != 1 {
		t.Errorf("left %d times, kept %v", left, kept)
	}
	leave()
	if left != 3 {
		t.Error("asked about what is saved")
	}
}

// TestBoundsOfEligibility: a rule is given another bound, or put out of use; what
// is left as it was is not written down.
func TestBoundsOfEligibility(t *testing.T) {
	d, s := desktest.Open(t)
	w := New(d)
	s.Enter(w)
	years, influence, trial := w.fields["副职提任正职年限"], w.fields["影响期"], w.fields[data.TrialCounts.Key]
	if years.Value() != "24" || influence.Value() != "启用" || trial.Value() != "是" {
		t.Fatal(years.Value(), influence.Value(), trial.Value())
	}
	years.SetValue("两年")
	w.Save()
	if len(storetest.All[data.Setting](t, d.Store)) > 0 || len(s.Said) != 1 {
		t.Error("saved a bound that is none")
	}
	years.SetValue("36")
	influence.SetValue("停用")
	trial.SetValue("否")
	w.Save()
	s.Press(t, "从这个月起")
	w.Refresh()
	if years.Value() != "36" || influence.Value() != "停用" || trial.Value() != "否" || len(s.Failed) > 0 {
		t.Error(years.Value(), influence.Value(), trial.Value(), s.Failed)
	}
	kept, err := store.Find[data.Setting](t.Context(), d.Store, store.Where("key", "工龄"))
	if err != nil || len(kept) != 0 {
		t.Error(kept, err)
	}
}

// TestFontsOfPapers: the office's own font goes into its papers; what is left
// empty is the usual one, and is not written down.
func TestFontsOfPapers(t *testing.T) {
	d, s := desktest.Open(t)
	w := New(d)
	s.Enter(w)
	title := w.fields[data.SettingTitleFont]
	title.SetValue(strings.Repeat("宋", 32))
	w.Save()
	if kept, err := store.Find[data.Setting](t.Context(), d.Store); err != nil || len(kept) != 0 {
		t.Error("saved a name that is no font's", kept, err)
	}
	title.SetValue("华文中宋")
	w.Save()
	w.Refresh()
	if title.Value() != "华文中宋" || len(s.Failed) > 0 {
		t.Error(title.Value(), s.Failed)
	}
	kept, err := store.Find[data.Setting](t.Context(), d.Store, store.Where("key", data.SettingBodyFont))
	if err != nil || len(kept) != 0 {
		t.Error(kept, err)
	}
	path := filepath.Join(t.TempDir(), "汇报.docx")
	source, err := figure.Open(t.Context(), d.Store, 202610)
	if err != nil {
		t.Fatal(err)
	}
	order := report.Order{Source: source, At: 202610, Written: time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC)}
	if _, err := report.Make(t.Context(), report.SortNamed("work"), order, path); err != nil {
		t.Fatal(err)
	}
	fonts := officetest.Python(t, "docx", `
import sys, docx
for s in docx.Document(sys.argv[1]).styles.element.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rFonts'):
    print(s.get('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia'))`, path)
	if !strings.Contains(fonts, "华文中宋") || strings.Contains(fonts, "方正小标宋") || !strings.Contains(fonts, "仿宋_GB2312") {
		t.Error(fonts)
	}
}

// A changed setting holds from the month one says; earlier months keep what they
// had, in the window as in the figures. What was set by mistake is taken back in
// the list of all values.
func TestSettingsHoldFromTheMonthOneSays(t *testing.T) {
	d, s := desktest.Open(t, &data.Cadre{Name: "甲"})
	w := New(d)
	s.Enter(w)
	floor := w.fields[data.PromotedFloor.Key]
	floors := func() (list []int) {
		t.Helper()
		for _, at := range []data.Month{202510, 202609, 202610} {
			office, err := store.Office(t.Context(), d.Store, at)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, office.Floor)
		}
		return list
	}
	save := func(value, month, answer string, want ...int) {
		t.Helper()
		floor.SetValue(value)
		w.Save()
		if month != "" {
			s.FillMonth(t, "起用年月", month)
		}
		s.Press(t, answer)
		w.Refresh()
		if got := floors(); !slices.Equal(got, want) || len(s.Failed) > 0 {
			t.Errorf("%s, %s %s: %v, %v", value, answer, month, got, s.Failed)
		}
	}
	save("45", "", "从这个月起", 30, 30, 45)
	save("40", "2026.12", "从这个月起", 30, 30, 45) // from a month to come
	save("50", "", "取消", 30, 30, 45)
	if floor.Value() != "50" {
		t.Errorf("cancelled: %q", floor.Value())
	}
	save("50", "2026.10", "从这个月起", 30, 30, 50)

	d.At = 202510
	w.Refresh()
	if floor.Value() != "30" {
		t.Errorf("shown at 2025.10: %s", floor.Value())
	}
	d.At = 202610
	w.Refresh()
	w.turn(pastTab)
	w.past.grid.Select(slices.IndexFunc(w.past.list, func(e entry) bool { return e.since == 202610 }))
	s.Press(t, "删除这一条")
	s.Press(t, "删除")
	if got := floors(); !slices.Equal(got, []int{30, 30, 30}) {
		t.Errorf("deleted: %v", got)
	}
	save("35", "", "一直以来就应如此", 35, 35, 35)
}

// What somebody else has set while the fields were open is put before the user, and
// holds unless the user says otherwise; what the user has set before is not.
func TestSettingSetMeanwhile(t *testing.T) {
	d, s := desktest.Open(t)
	w := New(d)
	s.Enter(w)
	inForce := func(key string) string {
		return data.SettingAt(storetest.All[data.Setting](t, d.Store), key, 202610)
	}
	for _, test := range []struct{ key, first, typed, others, answer string }{
		{data.PromotedFloor.Key, "45", "40", "35", "从这个月起"},
		{data.RetireWomen.Key, "50", "52", "58", "一直以来就应如此"},
		{data.SettingTerms, "2021.8、2026.7", "2021.8、2026.8", "2021.08、2026.09", ""},
		{data.SettingPlace, "清源县", "清河县", "清水县", "一直以来就应如此"},
	} {
		set := func(value string) {
			w.fields[test.key].SetValue(value)
			w.Save()
			if test.answer != "" && s.Window.Overlays().Top() != nil {
				s.Press(t, test.answer)
			}
		}
		set(test.first)
		w.Refresh()
		if got := inForce(test.key); got != test.first || len(s.Failed) > 0 {
			t.Fatalf("%s: %q stored, %v", test.key, got, s.Failed)
		}
		now := storetest.All[data.Setting](t, d.Store)
		other := *now[slices.IndexFunc(now, func(x *data.Setting) bool { return x.Key == test.key })]
		other.Value = test.others
		storetest.Put(t, d.Store, &other)
		w.fields[test.key].SetValue(test.typed)
		w.Refresh() // what is being typed stays
		set(test.typed)
		if !s.Shows("别人刚改过同样的内容") || inForce(test.key) != test.others {
			t.Errorf("%s: not asked; %q stored: %v", test.key, inForce(test.key), s.Texts())
			continue
		}
		s.Press(t, "按所选保存")
		if got := inForce(test.key); got != test.others {
			t.Errorf("%s: %q stored, what somebody else has set is gone", test.key, got)
		}
	}
}
