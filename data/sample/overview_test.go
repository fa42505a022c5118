package sample

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data"
)

// TestOverview prints the county for a human to judge: go test -v -run Overview.
func TestOverview(t *testing.T) {
	b := standard
	t.Logf("units %d, posts %d, cadres %d (on file %d), appointments %d, résumé %d, family %d, reserve %d, rounds %d",
		len(b.units), len(b.posts), len(b.cadres), b.onFile(202610), len(b.appointments), len(b.resume), len(b.family), len(b.reserve), len(b.rounds))
	for _, at := range []data.Month{201906, 202012, 202108, 202110, 202206, 202406, 202512, 202605, 202607, 202610} {
		t.Log(b.line(at))
	}
	for year := 2019; year <= 2026; year++ {
		t.Log(b.yearLine(year))
	}
	for i := 40; i < len(b.cadres); i += 400 {
		t.Log(b.show(b.cadres[i]))
	}
	women, minority, nonParty := 0, 0, 0
	for _, c := range b.cadres {
		if c.Gone == 0 {
			women += one(c.Sex == "2")
			minority += one(c.Nation != "汉族")
			nonParty += one(c.PartyJoined == 0)
		}
	}
	n := float64(b.onFile(202610))
	t.Logf("women %.1f%%, minorities %.1f%%, not in the party %.1f%%", 100*float64(women)/n, 100*float64(minority)/n, 100*float64(nonParty)/n)
}

// line is the state of the county at a month.
func (b *book) line(at data.Month) string {
	seats := 0
	for _, p := range b.posts {
		if p.Managed == "2" && p.Rank != "" {
			seats += p.Approved
		}
	}
	all, towns, principals, offices := &ages{}, &ages{}, &ages{}, &ages{}
	for _, a := range b.appointments {
		p := b.post[a.Post]
		if p == nil || !holds(a, at) || !proper(a) || p.Rank == "" || p.Managed != "2" {
			continue
		}
		c := b.cadre[a.Cadre]
		all.add(c, at)
		if !township(b.unit[p.Unit]) {
			offices.add(c, at)
			continue
		}
		towns.add(c, at)
		if p.DutyCode == data.DutyPrincipal {
			principals.add(c, at)
		}
	}
	return fmt.Sprintf("%s on file %d; managed posts %d, %s; township principals %s; township teams %s; offices %s; reserve %v",
		at, b.onFile(at), seats, all, principals, towns, offices, b.tiers(at))
}

// tiers counts the members of the reserve by tier at a month.
func (b *book) tiers(at data.Month) map[data.Code]int {
	reserve := map[data.Code]int{}
	for _, r := range b.reserve {
		if r.Since <= at && (r.Until == 0 || r.Until > at) {
			reserve[r.Tier]++
		}
	}
	return reserve
}

// ages counts people by sex and age.
type ages struct{ n, women, to30, to35, to40 int }

func (s *ages) add(c *data.Cadre, at data.Month) {
	age := at.Age(c.Birth)
	s.n++
	s.women += one(c.Sex == "2")
	s.to30 += one(age <= 30)
	s.to35 += one(age <= 35)
	s.to40 += one(age <= 40)
}

func (s *ages) String() string {
	return fmt.Sprintf("%d (women %d, ≤30 %d, ≤35 %d, ≤40 %d)", s.n, s.women, s.to30, s.to35, s.to40)
}

// yearLine is what happened in a year.
func (b *book) yearLine(year int) string {
	promoted, weightier, level, young, term := 0, 0, 0, 0, 0
	gone := map[data.Code]int{}
	for _, a := range b.appointments {
		p := b.post[a.Post]
		if a.Since.Year() != year || p == nil || p.Managed != "2" {
			continue
		}
		promoted += one(a.How == howPromoted)
		weightier += one(a.How == howWeightier)
		level += one(a.How == howLevel)
		term += one(a.Term)
		young += one((a.How == howPromoted || a.How == howWeightier) && a.Since.Age(b.cadre[a.Cadre].Birth) < 41)
	}
	in, out := 0, map[data.Code]int{}
	for _, r := range b.reserve {
		in += one(r.Since.Year() == year)
		if r.Until.Year() == year {
			out[r.Exit]++
		}
	}
	first, selected := 0, 0
	for _, c := range b.cadres {
		first += one(c.WorkStart.Year() == year)
		selected += one(c.Selected && c.WorkStart.Year() == year)
		if c.Gone.Year() == year {
			gone[c.Departure]++
		}
	}
	return fmt.Sprintf("%d: promoted %d, weightier %d, level %d (term %d), ≤40 of promoted %d; gone %v; work start %d, selected %d; reserve in %d out %v",
		year, promoted, weightier, level, term, young, gone, first, selected, in, out)
}

// show prints a person's papers.
func (b *book) show(c *data.Cadre) string {
	var s strings.Builder
	fmt.Fprintf(&s, "\n%s %s %s %s 籍贯%s 出生%s 入党%s %s 工作%s 到龄%s 选调%v %s\n%s/%s %s\n%s/%s %s\n%s %s\n奖惩：%s\n考核：%s\n",
		c.Name, c.Sex, c.Birth, c.Nation, c.NativePlace, c.BirthPlace, c.PartyJoined, c.OtherParty, c.WorkStart, c.RetireMonth, c.Selected, c.IDNumber,
		c.FullEdu, c.FullDegree, c.FullSchool, c.PartEdu, c.PartDegree, c.PartSchool, c.ProTitle, c.Speciality, c.Rewards, c.Appraisals)
	for _, r := range b.resume {
		if string(r.Cadre) == c.ID {
			fmt.Fprintf(&s, "  %7s--%7s %s\n", r.Since, r.Until, r.Text)
		}
	}
	for _, a := range b.appointments {
		if string(a.Cadre) == c.ID {
			fmt.Fprintf(&s, "  任职 %s-%s %s main=%v how=%s term=%v %s leaving=%s\n", a.Since, a.Until, a.Title, a.Main, a.How, a.Term, a.Document, a.Leaving)
		}
	}
	for _, f := range b.family {
		if string(f.Cadre) == c.ID {
			fmt.Fprintf(&s, "  %s %s %s %s %s\n", f.Relation, f.Name, f.Birth, f.Politics, f.Post)
		}
	}
	for _, r := range b.reserve {
		if string(r.Cadre) == c.ID {
			fmt.Fprintf(&s, "  储备 %s %s-%s %s %s %s\n", r.Tier, r.Since, r.Until, r.Entry, r.Exit, r.Evidence)
		}
	}
	return s.String()
}
