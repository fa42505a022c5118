package command_test

import (
	"strings"
	"testing"

	"huoshui/data/figure"
)

// No happening of a month to come is told as a fact: it has no number, on the
// screen and in JSON, and the month carries the word 推演.
func TestMonthsToComeTellNoHappenings(t *testing.T) {
	db := county(t)
	const at = "2099-01"
	lines := strings.Split(must(t, "figures", "--db", db, "--at", at), "\n")
	if !strings.HasPrefix(lines[0], "2099.01（推演）") {
		t.Errorf("%s", lines[0])
	}
	happenings, states := 0, 0
	for _, line := range lines[1:] {
		id, _, _ := strings.Cut(line, " ")
		switch d := figure.Named(id); {
		case d == nil:
		case d.Subject.Happens() || id == "m1.1.short" || id == "m1.3.teams" || id == "m5.3.files.complete" || strings.Contains(d.Wording(), "学时"):
			if happenings++; !strings.HasSuffix(line, figure.NotYet) {
				t.Errorf("%s", line)
			}
		default:
			if states++; strings.Contains(line, figure.NotYet) {
				t.Errorf("%s", line)
			}
		}
	}
	if happenings < 60 || states < 40 {
		t.Errorf("%d happenings, %d states", happenings, states)
	}
	var values []struct {
		ID, Reason string
		Value      *float64
		NoData     bool
	}
	mustJSON(t, &values, "figures", "--db", db, "--at", at, "--json", "m1.1.dispatches", "m1.1.short")
	for _, v := range values {
		if v.Value != nil || !v.NoData || v.Reason != figure.NotYet {
			t.Errorf("%+v", v)
		}
	}
	if out := must(t, "figures", "--db", db, "--at", at, "--who", "m1.1.short"); strings.TrimSpace(out) != figure.NotYet {
		t.Errorf("who: %s", out)
	}
	if out := must(t, "lights", "--db", db, "--at", at); !strings.Contains(out, "2099.01（推演）：班子") {
		t.Errorf("lights: %s", out)
	}
}
