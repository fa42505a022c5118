package sample

import (
	"testing"

	"huoshui/data"
)

func TestReserve(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		open := map[data.Ref]bool{}
		for _, r := range b.reserve {
			c := b.cadre[r.Cadre]
			end := r.Until
			if end == 0 {
				end = at
				if open[r.Cadre] {
					t.Fatalf("%s is in twice", c.Name)
				}
				open[r.Cadre] = true
			}
			if r.Since < c.WorkStart || c.Gone != 0 && (r.Until == 0 || r.Until > c.Gone) || r.Until != 0 && r.Until <= r.Since {
				t.Fatalf("%s: in %s, out %s, gone %s", c.Name, r.Since, r.Until, c.Gone)
			}
			if (r.Until == 0) != (r.Exit == "") || r.Approver == "" || b.round[r.Opened].Held.Month() != r.Since {
				t.Fatalf("%s: %+v", c.Name, r)
			}
			if r.Exit == exitPromoted && !b.promoted(r.Cadre, r.Since, end) {
				t.Fatalf("%s left as promoted but was not: %+v", c.Name, r)
			}
		}
	})
}

// promoted reports a promotion within a span.
func (b *book) promoted(cadre data.Ref, from, to data.Month) bool {
	for _, a := range b.appointments {
		if a.Cadre == cadre && a.How == howPromoted && a.Since >= from && a.Since <= to {
			return true
		}
	}
	return false
}

func TestReserveMovesEveryYear(t *testing.T) {
	in, out := map[int]int{}, map[int]int{}
	reasons := map[data.Code]bool{}
	tiers := map[data.Code]int{}
	for _, r := range standard.reserve {
		in[r.Since.Year()]++
		out[r.Until.Year()]++
		reasons[r.Exit] = true
		tiers[r.Tier] += one(r.Until == 0)
	}
	for year := 2022; year <= 2026; year++ {
		if in[year] == 0 || out[year] == 0 {
			t.Errorf("%d: in %d, out %d", year, in[year], out[year])
		}
	}
	if len(reasons) < 5 || tiers["2"] < 15 || tiers["3"] < 100 {
		t.Errorf("reasons %v, tiers %v", reasons, tiers)
	}
	if len(standard.rounds) < 6 {
		t.Errorf("%d rounds", len(standard.rounds))
	}
}
