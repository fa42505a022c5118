package sample

import (
	"cmp"
	"slices"
	"testing"

	"huoshui/data"
)

// careers are the main appointments of each cadre in order of time.
func (b *book) careers() map[data.Ref][]*data.Appointment {
	careers := map[data.Ref][]*data.Appointment{}
	for _, a := range b.appointments {
		if a.Main {
			careers[a.Cadre] = append(careers[a.Cadre], a)
		}
	}
	for _, list := range careers {
		slices.SortFunc(list, func(a, b *data.Appointment) int { return cmp.Compare(a.Since, b.Since) })
	}
	return careers
}

func TestCareersAreContiguous(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		careers := b.careers()
		for _, c := range b.cadres {
			list := careers[data.Ref(c.ID)]
			if len(list) == 0 {
				t.Fatalf("%s holds nothing", c.Name)
			}
			for i, a := range list {
				if !proper(a) || !spanSound(a, at) {
					t.Fatalf("%s: %+v", c.Name, a)
				}
				if i > 0 && list[i-1].Until != a.Since {
					t.Fatalf("%s: %s until %s, next since %s", c.Name, list[i-1].Title, list[i-1].Until, a.Since)
				}
			}
			if last := list[len(list)-1]; last.Until != c.Gone || (c.Gone == 0) != (c.Departure == "") {
				t.Fatalf("%s: last until %s, gone %s", c.Name, last.Until, c.Gone)
			}
		}
		for _, a := range b.appointments {
			if !a.Main && proper(a) {
				t.Fatalf("two full posts at once: %+v", a)
			}
		}
	})
}

// spanSound reports months that are in order and not in the future.
func spanSound(a *data.Appointment, at data.Month) bool {
	return a.Since <= at && a.Until <= at && (a.Until == 0 || a.Until > a.Since)
}

func TestPostsAreNeverOverfilled(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		type change struct {
			post data.Ref
			at   data.Month
		}
		changes := map[change]int{}
		for _, a := range b.appointments {
			if a.Post == "" || !proper(a) {
				continue
			}
			changes[change{a.Post, max(a.Since, 201901)}]++
			if a.Until != 0 {
				changes[change{a.Post, max(a.Until, 201901)}]--
			}
		}
		for _, p := range b.posts {
			held := 0
			for m := data.Month(201901); m <= at; m = m.Add(1) {
				held += changes[change{data.Ref(p.ID), m}]
				if held > p.Approved {
					t.Fatalf("%s %s: %d of %d at %s", b.unit[p.Unit].Short, p.Name, held, p.Approved, m)
				}
			}
		}
	})
}

func TestNobodyServesBeforeTheUnit(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		for _, a := range b.appointments {
			if u := b.unit[a.Unit]; u != nil && a.Since < u.Since {
				t.Fatalf("%s since %s, the unit since %s", a.Title, a.Since, u.Since)
			}
		}
	})
}

func TestAgesOfLife(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		for _, c := range b.cadres {
			end := at
			if c.Gone != 0 {
				end = c.Gone
			}
			if c.WorkStart.Age(c.Birth) < 18 {
				t.Fatalf("%s works at %d", c.Name, c.WorkStart.Age(c.Birth))
			}
			if c.PartyJoined != 0 && (c.PartyJoined.Age(c.Birth) < 18 || c.PartyJoined > end) {
				t.Fatalf("%s joins the party at %s", c.Name, c.PartyJoined)
			}
			retired := c.Departure == goneRetired
			if end > c.RetireMonth || c.Gone == 0 && end == c.RetireMonth || retired != (c.Gone == c.RetireMonth) {
				t.Fatalf("%s retires in %s, gone in %s by %s", c.Name, c.RetireMonth, c.Gone, c.Departure)
			}
		}
	})
}

func TestAgesOfAppointment(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		for _, a := range b.appointments {
			age, least := a.Since.Age(b.cadre[a.Cadre].Birth), 18
			if p := b.post[a.Post]; p != nil && p.Team {
				least = 24
				if p.Rank == "1" {
					least = 27
				}
			}
			if age < least || age > 61 {
				t.Fatalf("%s at %d: %s", b.cadre[a.Cadre].Name, age, a.Title)
			}
		}
	})
}

// rising is the order of levels and the least months in the level below before
// promotion (规则 4.1: 乡科级副职 of 科员 three years, 正职 of 副职 two years, 上级副职
// of 下级正职 three years).
var rising = []struct {
	level data.Code
	least int
}{{"1A50", 0}, {"1A42", 36}, {"1A41", 24}, {"1A32", 36}, {"1A31", 24}, {"1A22", 36}, {"1A21", 24}}

func TestLeastYears(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		for id, list := range b.careers() {
			reached := map[int]data.Month{}
			for _, a := range list {
				p := b.post[a.Post]
				if p == nil {
					break // from elsewhere: the levels held there are not on record
				}
				g := slices.IndexFunc(rising, func(r struct {
					level data.Code
					least int
				},
				) bool {
					return r.level == p.Level
				})
				if since, known := reached[g-1]; known && reached[g] == 0 && p.Rank != "" && a.Since.Since(since) < rising[g].least {
					t.Fatalf("%s: %s after %d months", b.cadre[id].Name, a.Title, a.Since.Since(since))
				}
				if reached[g] == 0 {
					reached[g] = a.Since
				}
			}
		}
	})
}

func TestPartyPosts(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		for _, a := range b.appointments {
			c, p := b.cadre[a.Cadre], b.post[a.Post]
			if p != nil && p.Team && township(b.unit[p.Unit]) && (c.PartyJoined == 0 || c.PartyJoined > a.Since) {
				t.Fatalf("%s, not of the party, is %s", c.Name, a.Title)
			}
		}
	})
}

// shareYoung is the share of township principals of 35 and less.
func (b *book) shareYoung(at data.Month) float64 {
	young, all := 0, 0
	for _, a := range b.appointments {
		p := b.post[a.Post]
		if p != nil && holds(a, at) && proper(a) && p.DutyCode == data.DutyPrincipal && township(b.unit[p.Unit]) {
			all++
			young += one(at.Age(b.cadre[a.Cadre].Birth) < 36)
		}
	}
	return float64(young) / float64(all)
}

func TestYearsTellAStory(t *testing.T) {
	before, after := standard.shareYoung(202406), standard.shareYoung(202606)
	if after <= before {
		t.Errorf("township principals of 35 and less: %.0f%% in 2024, %.0f%% after the change of term", before*100, after*100)
	}
	term := 0
	for _, a := range standard.appointments {
		if !a.Term || a.Since < 201801 || standard.post[a.Post].Managed != "2" {
			continue
		}
		term++
		if a.Since != 202109 && a.Since != 202606 {
			t.Errorf("%s marked as change of term", a.Since)
		}
	}
	if term < 80 {
		t.Errorf("only %d placed in two changes of term", term)
	}
}

func TestSharesAreUsual(t *testing.T) {
	women, on, seats, held := 0, 0, 0, 0
	leads := func(p *data.Post) bool { return p != nil && p.Managed == "2" && p.Rank != "" }
	for _, p := range standard.posts {
		if leads(p) {
			seats += p.Approved
		}
	}
	for _, a := range standard.appointments {
		held += one(leads(standard.post[a.Post]) && holds(a, 202610) && proper(a))
	}
	if vacant := 1 - float64(held)/float64(seats); vacant < 0.02 || vacant > 0.08 {
		t.Errorf("%.1f%% of the posts are vacant", vacant*100)
	}
	for _, c := range standard.cadres {
		on += one(c.Gone == 0)
		women += one(c.Gone == 0 && c.Sex == "2")
	}
	if share := float64(women) / float64(on); share < 0.22 || share > 0.32 {
		t.Errorf("women are %.1f%%", share*100)
	}
}
