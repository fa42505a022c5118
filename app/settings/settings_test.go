package settings

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// shell is a window that only hears what is said.
type shell struct {
	desk.Shell
	said   string
	failed error
}

func (s *shell) Say(_ kit.NoticeKind, text string) { s.said = text }
func (s *shell) Fail(err error)                    { s.failed = err }
func (s *shell) Changed()                          {}

// The numbers of the reminders are kept as settings, and only numbers are.
func TestNumbersOfTheReminders(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "县.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s := &shell{}
	w := New(&desk.Desk{Store: db, User: "李玥", At: 202610, Run: desk.Inline{}, Shell: s})
	win := test.NewTempWindow(t, w.Content())
	win.Resize(fyne.NewSize(1214, 690))
	w.Refresh()
	field := w.fields[data.RetireWomen.Key]
	if field.Value() != "55" {
		t.Fatalf("begins with %q", field.Value())
	}
	field.SetValue("0")
	w.save()
	if s.said != "" {
		t.Error("saved a number that is none")
	}
	field.SetValue("50")
	w.save()
	w.Refresh()
	numbers, err := readNumbers(t.Context(), db, 202610)
	if err != nil || s.failed != nil || numbers[data.RetireWomen.Key] != 50 || numbers[data.RetireMen.Key] != 60 || field.Value() != "50" {
		t.Errorf("%v, %v, %v, shown %s", numbers, err, s.failed, field.Value())
	}
}

// TestBoundsOfEligibility: a rule is given another bound, or put out of use; what
// is left as it was is not written down.
func TestBoundsOfEligibility(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "县.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s := &shell{}
	w := New(&desk.Desk{Store: db, User: "李玥", At: 202610, Run: desk.Inline{}, Shell: s})
	w.Content()
	w.Refresh()
	years, quality, trial := w.fields["副职提任正职年限"], w.fields["政治素质"], w.fields[data.TrialCounts.Key]
	if years.Value() != "24" || quality.Value() != "启用" || trial.Value() != "是" {
		t.Fatal(years.Value(), quality.Value(), trial.Value())
	}
	years.SetValue("两年")
	w.save()
	if s.said != "" {
		t.Error("saved a bound that is none")
	}
	years.SetValue("36")
	quality.SetValue("停用")
	trial.SetValue("否")
	w.save()
	w.Refresh()
	if years.Value() != "36" || quality.Value() != "停用" || trial.Value() != "否" || s.failed != nil {
		t.Error(years.Value(), quality.Value(), trial.Value(), s.failed)
	}
	kept, err := store.Find[data.Setting](t.Context(), db, store.Where("key", "工龄"))
	if err != nil || len(kept) != 0 {
		t.Error(kept, err)
	}
}
