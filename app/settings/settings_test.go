package settings

import (
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
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
	w.save()
	if len(s.Said) > 0 {
		t.Error("saved a number that is none")
	}
	field.SetValue("50")
	w.save()
	w.Refresh()
	numbers, err := readNumbers(t.Context(), d.Store, 202610)
	if err != nil || len(s.Failed) > 0 || numbers[data.RetireWomen.Key] != 50 || numbers[data.RetireMen.Key] != 60 || field.Value() != "50" {
		t.Errorf("%v, %v, %v, shown %s", numbers, err, s.Failed, field.Value())
	}
}

// TestBoundsOfEligibility: a rule is given another bound, or put out of use; what
// is left as it was is not written down.
func TestBoundsOfEligibility(t *testing.T) {
	d, s := desktest.Open(t)
	w := New(d)
	s.Enter(w)
	years, quality, trial := w.fields["副职提任正职年限"], w.fields["政治素质"], w.fields[data.TrialCounts.Key]
	if years.Value() != "24" || quality.Value() != "启用" || trial.Value() != "是" {
		t.Fatal(years.Value(), quality.Value(), trial.Value())
	}
	years.SetValue("两年")
	w.save()
	if len(s.Said) > 0 {
		t.Error("saved a bound that is none")
	}
	years.SetValue("36")
	quality.SetValue("停用")
	trial.SetValue("否")
	w.save()
	w.Refresh()
	if years.Value() != "36" || quality.Value() != "停用" || trial.Value() != "否" || len(s.Failed) > 0 {
		t.Error(years.Value(), quality.Value(), trial.Value(), s.Failed)
	}
	kept, err := store.Find[data.Setting](t.Context(), d.Store, store.Where("key", "工龄"))
	if err != nil || len(kept) != 0 {
		t.Error(kept, err)
	}
}
