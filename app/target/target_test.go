package target_test

import (
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/app/target"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/team"
)

// The targets that come with the program are taken over once, from the month
// shown on.
func TestTargetsAreAdoptedOnce(t *testing.T) {
	d, shell := desktest.Open(t)
	shell.Enter(target.New(d, func() {}))
	for range 2 {
		shell.Press(t, "采用随程序的目标")
	}
	office, err := store.Office(t.Context(), d.Store, d.At)
	if err != nil {
		t.Fatal(err)
	}
	have, err := store.Find[data.Target](t.Context(), d.Store)
	if want := len(team.DefaultTargets(office.Level)); err != nil || want == 0 || len(have) != want || have[0].Since != d.At {
		t.Errorf("%d targets, want %d: %v", len(have), want, err)
	}
	if said := shell.Said; len(said) != 2 || !strings.HasPrefix(said[0], "已采用") || said[1] != "随程序的目标都已经有了。" || len(shell.Failed) > 0 {
		t.Errorf("said %q, failed %v", said, shell.Failed)
	}
}
