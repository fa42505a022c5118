package training_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/app/training"
	"huoshui/data"
	"huoshui/data/store"
)

// choose takes a value in the one choice of the dialog.
func choose(t *testing.T, shell *desktest.Shell, value string) {
	t.Helper()
	found := false
	shell.Walk(func(o fyne.CanvasObject) {
		if c, ok := o.(*input.Choice); ok && !found {
			c.SetValue(value)
			found = true
		}
	})
	if !found {
		t.Fatal("nothing can be chosen")
	}
}

func TestAClassIsEnteredAndEnds(t *testing.T) {
	d, shell := desktest.Open(t,
		&data.Cadre{ID: "a", Name: "王甲", Sex: "1"}, &data.Cadre{ID: "b", Name: "王乙", Sex: "1"},
		&data.Class{ID: "k", Name: "中青班", Kind: "1", Start: 20260901})
	done := 0
	follow := func() { done++ }
	training.Enrol(d, nil, follow)
	if len(shell.Said) != 1 || kit.Asking(shell.Window) {
		t.Fatalf("nobody is chosen, and yet it asks: %v", shell.Said)
	}
	training.Enrol(d, []string{"a", "b"}, follow)
	if shell.Press(t, "确定"); done != 0 || !shell.Shows("请选培训班") {
		t.Errorf("no class was asked for: %v", shell.Texts())
	}
	choose(t, shell, "k")
	shell.Press(t, "确定")
	training.EnterResults(d, []string{"k"}, follow)
	choose(t, shell, "1")
	shell.Press(t, "确定")
	seats, err := store.Find[data.Seat](t.Context(), d.Store)
	if err != nil || len(seats) != 2 || seats[0].Result != "1" || seats[1].Result != "1" {
		t.Errorf("%v, %v", seats, err)
	}
	if done != 2 || shell.Changes != 2 || len(shell.Failed) > 0 || shell.Said[1] != "已编入 2 人，原来就在班的 0 人不变。Ctrl+Z 撤销" || shell.Said[2] != "已登记 2 名学员。" {
		t.Errorf("done %d, changes %d, failed %v, said %q", done, shell.Changes, shell.Failed, shell.Said)
	}
}
