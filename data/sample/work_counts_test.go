package sample

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data"
)

// TestDispatchMeetings looks at who held none: few in the half-years that are
// over, some in the one that runs.
func TestDispatchMeetings(t *testing.T) {
	held, units := map[[2]int]map[data.Ref]bool{}, map[data.Ref]bool{}
	for _, d := range records[data.Dispatch](standard) {
		key := [2]int{d.Held.Month().Year(), (int(d.Held.Month())%100 - 1) / 6}
		if held[key] == nil {
			held[key] = map[data.Ref]bool{}
		}
		held[key][d.Unit], units[d.Unit] = true, true
		if d.Host == "" {
			t.Errorf("nobody chaired %+v", d)
		}
	}
	for key, list := range held {
		short := len(units) - len(list)
		if now := key == [2]int{2026, 1}; short > 12 || short > 5 && !now || short < 3 && now {
			t.Errorf("%v: %d of %d fall short", key, short, len(units))
		}
	}
}

func TestClassesOfYoungCadres(t *testing.T) {
	seats := map[data.Ref]int{}
	for _, s := range records[data.Seat](standard) {
		seats[s.Class]++
	}
	classes := 0
	for _, c := range records[data.Class](standard) {
		n := seats[data.Ref(c.ID)]
		if (n == 0) != (c.Heads > 0 && c.Source != "") {
			t.Errorf("%s: %d seats, %d heads from %s", c.Name, n, c.Heads, c.Source)
		}
		if c.Kind == "1" && n > 0 {
			classes++
			if n < 30 || n > 45 {
				t.Errorf("%s has %d seats", c.Name, n)
			}
		}
	}
	if classes < 6 {
		t.Errorf("%d classes", classes)
	}
}

// TestRewardsAndPunishments holds the records against the text of the form.
func TestRewardsAndPunishments(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		lines := map[data.Ref]int{}
		for _, c := range b.cadres {
			if c.Rewards != "无" {
				lines[data.Ref(c.ID)] = strings.Count(string(c.Rewards), "\n") + 1
			}
		}
		punished := map[data.Ref]bool{}
		for _, r := range records[data.Reward](b) {
			if !strings.Contains(string(b.cadre[r.Cadre].Rewards), fmt.Sprintf("%d年%d月", r.Held.Month().Year(), int(r.Held.Month())%100)) {
				t.Fatalf("%+v is not in %s", r, b.cadre[r.Cadre].Rewards)
			}
			lines[r.Cadre]--
		}
		for _, d := range records[data.Discipline](b) {
			if d.Kind != "11" && !punished[d.Cadre] {
				punished[d.Cadre] = true
				lines[d.Cadre]--
			}
		}
		for cadre, n := range lines {
			if n != 0 {
				t.Fatalf("%d lines without record: %s", n, b.cadre[cadre].Rewards)
			}
		}
	})
}
