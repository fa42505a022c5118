package sample

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data"
)

// records are all records of one kind.
func records[T any](b *book) []*T {
	var list []*T
	for _, record := range b.all {
		if r, ok := record.(*T); ok {
			list = append(list, r)
		}
	}
	return list
}

// least are the records a full county or city has of each kind, at the least.
var least = map[string]int{
	"briefing": 10, "dispatch": 300, "inspection": 40, "visit": 40, "research": 50, "measure": 8, "task": 120, "look_back": 20, "score": 200,
	"base": 4, "class": 30, "seat": 2000, "session": 800, "lecture": 100, "quota": 2, "quality_item": 30, "vetting": 8, "vetted": 80,
	"campaign": 4, "sent": 60, "recruit": 60, "talent": 60, "posting": 60, "vacancy": 80, "candidate": 300, "decision": 40, "term_plan": 4,
	"exceptional": 1, "reward": 1000, "promotion": 100, "tolerance": 2, "discipline": 6, "notice": 30, "talk": 300, "warning": 100,
	"appraisal": 3000, "criterion": 2,
}

func TestEveryKindHasRecords(t *testing.T) {
	for _, o := range []Options{{}, {Level: LevelCity}, {Seed: 77}} {
		count := map[string]int{}
		for record := range Make(o).Records() {
			count[data.KindOf(record).Name]++
		}
		for _, kind := range data.Kinds() {
			own := kind == data.OriginalKind || kind == data.AcceptedKind || kind == data.TemplateKind // made by users alone
			if !own && count[kind.Name] < max(1, least[kind.Name]) {
				t.Errorf("%+v: %d of %s", o, count[kind.Name], kind.Name)
			}
		}
	}
}

// serving reports, by cadre, whether somebody was in service here at a month.
func (b *book) serving() func(cadre data.Ref, at data.Month) bool {
	held := map[data.Ref][]*data.Appointment{}
	for _, a := range b.appointments {
		if a.Post != "" {
			held[a.Cadre] = append(held[a.Cadre], a)
		}
	}
	return func(cadre data.Ref, at data.Month) bool {
		for _, a := range held[cadre] {
			if holds(a, at) {
				return true
			}
		}
		return false
	}
}

// monthOf is the month of a record that says when; 0 for the others.
func (b *book) monthOf(kind *data.Kind, record any, when map[data.Ref]data.Month) data.Month {
	f := kind.Moment()
	if f == nil {
		return 0
	}
	switch v := f.Value(record).(type) {
	case int64:
		if f.Type == data.TypeDate {
			return data.Date(v).Month()
		}
		return data.Month(v)
	case string:
		return when[data.Ref(v)]
	}
	return 0
}

func TestWorkIsDoneWithinService(t *testing.T) {
	ahead := map[*data.Kind]bool{data.TaskKind: true, data.TermPlanKind: true}
	before := map[*data.Kind]bool{data.RewardKind: true, data.DisciplineKind: true, data.CadreKind: true}
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		serving, when := b.serving(), map[data.Ref]data.Month{}
		for _, record := range b.all {
			kind := data.KindOf(record)
			month := b.monthOf(kind, record, when)
			when[data.Ref(data.IDOf(record))] = month
			if month > at && !ahead[kind] {
				t.Fatalf("%s lies in %s: %+v", kind.Name, month, record)
			}
			owner := kind.OwnedBy(data.CadreKind)
			if owner == nil || month < 201801 || before[kind] || kind == data.ResumeKind || kind == data.AppointmentKind {
				continue
			}
			if cadre, _ := owner.Value(record).(string); cadre != "" && !serving(data.Ref(cadre), month) {
				t.Fatalf("%s of %s in %s, not in service: %+v", kind.Name, b.cadre[data.Ref(cadre)].Name, month, record)
			}
		}
	})
}

func TestSeatsAndAppraisalsAreSingle(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		seen := map[string]bool{}
		once := func(key string) {
			if seen[key] {
				t.Fatalf("twice: %s", key)
			}
			seen[key] = true
		}
		for _, s := range records[data.Seat](b) {
			once(string(s.Class + s.Cadre))
		}
		for _, a := range records[data.Appraisal](b) {
			once(fmt.Sprint(a.Year, a.Cadre))
			if text := string(b.cadre[a.Cadre].Appraisals); !strings.Contains(text, fmt.Sprint(a.Year)) {
				t.Fatalf("%d is not in %s", a.Year, text)
			}
		}
		for _, c := range records[data.Candidate](b) {
			once(string(c.Vacancy + c.Cadre))
		}
		for _, r := range records[data.Recruit](b) {
			c := b.cadre[r.Cadre]
			once("recruit" + c.ID)
			if !c.Selected || !strings.HasPrefix(c.FullSchool, r.School) || r.Year != c.WorkStart.Year() || (r.Degree == "2") != (c.FullEdu == "研究生") {
				t.Fatalf("recruit %+v of %s %s %s", r, c.FullEdu, c.FullSchool, c.WorkStart)
			}
		}
	})
}

func TestVacanciesAreFilledByTheChosen(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		taken := map[string]bool{}
		for _, a := range b.appointments {
			taken[fmt.Sprint(a.Post, a.Cadre, a.Since)] = true
		}
		vacancies, chosen, young := map[data.Ref]*data.Vacancy{}, map[data.Ref]int{}, map[data.Ref]bool{}
		for _, v := range records[data.Vacancy](b) {
			vacancies[data.Ref(v.ID)] = v
			if v.Filled != 0 && (v.Filled.Month() < v.Since || v.Opened > v.Filled) || v.Opened != 0 && v.Opened.Month() < v.Since {
				t.Fatalf("%+v", v)
			}
		}
		for _, c := range records[data.Candidate](b) {
			v := vacancies[c.Vacancy]
			young[c.Vacancy] = young[c.Vacancy] || c.Young
			if c.Compared < v.Opened || v.Filled != 0 && c.Compared > v.Filled || c.Reason == "" {
				t.Fatalf("%+v for %+v", c, v)
			}
			if !c.Chosen {
				continue
			}
			chosen[c.Vacancy]++
			if !taken[fmt.Sprint(v.Post, c.Cadre, v.Filled.Month())] {
				t.Fatalf("%s was chosen for %s and did not take it in %s", b.cadre[c.Cadre].Name, b.post[v.Post].Name, v.Filled)
			}
		}
		filled, withYoung := 0, 0
		for id, v := range vacancies {
			filled += one(v.Filled != 0)
			withYoung += one(v.Filled != 0 && young[id])
			if chosen[id] != one(v.Filled != 0) {
				t.Fatalf("%d chosen for %+v", chosen[id], v)
			}
		}
		if filled > 100 && withYoung*10 < filled*8 {
			t.Errorf("somebody young in %d of %d", withYoung, filled)
		}
		t.Log("filled", filled, "with somebody young", withYoung)
	})
}

// rising are the months in which each cadre was promoted or given a weightier
// post managed here.
func (b *book) rising() map[data.Ref][]data.Month {
	months := map[data.Ref][]data.Month{}
	for _, a := range b.appointments {
		if p := b.post[a.Post]; p != nil && p.Managed == "2" && (a.How == howPromoted || a.How == howWeightier) {
			months[a.Cadre] = append(months[a.Cadre], a.Since)
		}
	}
	return months
}

func TestVettingAndInfluence(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		batches, vetted, rising := map[data.Ref]data.Date{}, map[data.Ref][]data.Month{}, b.rising()
		for _, v := range records[data.Vetting](b) {
			batches[data.Ref(v.ID)] = v.Held
		}
		for _, v := range records[data.Vetted](b) {
			held := batches[v.Vetting].Month()
			vetted[v.Cadre] = append(vetted[v.Cadre], held)
			if v.Confirmed == 0 && v.Grade > "2" {
				t.Fatalf("grade without evidence: %+v", v)
			}
			for _, month := range rising[v.Cadre] {
				if v.Confirmed != 0 && month >= held {
					t.Fatalf("%s rose in %s in spite of %+v", b.cadre[v.Cadre].Name, month, v)
				}
			}
		}
		from, serving := data.MakeMonth(at.Year()-3, 2), b.serving()
		for cadre, months := range rising {
			for _, month := range months {
				ok := month < from || !serving(cadre, month.Add(-1))
				for _, held := range vetted[cadre] {
					ok = ok || month.Since(held) >= 0 && month.Since(held) <= 1
				}
				if !ok {
					t.Fatalf("%s rose in %s without vetting", b.cadre[cadre].Name, month)
				}
			}
		}
		for _, p := range records[data.Promotion](b) {
			rising[p.Cadre] = append(rising[p.Cadre], p.Since)
		}
		for _, d := range records[data.Discipline](b) {
			for _, month := range rising[d.Cadre] {
				if month >= d.Decided.Month() && month <= d.Ends.Month() {
					t.Fatalf("%s rose in %s within %+v", b.cadre[d.Cadre].Name, month, d)
				}
			}
		}
	})
}

func TestPapersBehindAppointments(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		decisions := map[string]data.Date{}
		for _, d := range records[data.Decision](b) {
			if decisions[d.Document] != 0 {
				t.Fatalf("%s twice", d.Document)
			}
			decisions[d.Document] = d.Decided
		}
		for _, a := range b.appointments {
			if a.Document != "" && a.Since >= recordsFrom && decisions[a.Document] != a.Decided {
				t.Fatalf("%s of %s: %+v", a.Document, decisions[a.Document], a)
			}
		}
		posted := map[string]bool{}
		for _, p := range records[data.Posting](b) {
			posted[fmt.Sprint(p.Cadre, p.Since, p.Until)] = true
		}
		for _, a := range b.appointments {
			if a.How == howSecond && !posted[fmt.Sprint(a.Cadre, a.Since, a.Until)] {
				t.Fatalf("secondment without posting: %+v", a)
			}
		}
	})
}

// TestHours counts those on file who owe hours and have too few.
func TestHours(t *testing.T) {
	for _, b := range []*book{standard, read(Make(Options{Level: LevelCity}))} {
		for year, limits := range map[int][2]int{2025: {0, 40}, 2026: {10, 45}} {
			end := min(data.MakeMonth(year, 12), 202610)
			hours, start := map[data.Ref]int{}, map[data.Ref]int{}
			for _, c := range records[data.Class](b) {
				start[data.Ref(c.ID)] = c.Start.Month().Year()
			}
			for _, s := range records[data.Seat](b) {
				if start[s.Class] == year {
					hours[s.Cadre] += s.Hours
				}
			}
			owing, short := map[data.Ref]int{}, 0
			for _, a := range b.appointments {
				if p := b.post[a.Post]; p != nil && proper(a) && holds(a, end) && owed(p.Level) > 0 {
					owing[a.Cadre] = max(owing[a.Cadre], owed(p.Level))
				}
			}
			for cadre, n := range owing {
				short += one(hours[cadre] < n)
			}
			t.Logf("%d: %d owe hours, %d fall short", year, len(owing), short)
			if short < limits[0] || short > limits[1] {
				t.Errorf("%d: %d fall short", year, short)
			}
		}
	}
}

func TestOnePostingAtATime(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		of := map[data.Ref][]*data.Posting{}
		for _, p := range records[data.Posting](b) {
			for _, q := range of[p.Cadre] {
				if (q.Until == 0 || q.Until > p.Since) && (p.Until == 0 || p.Until > q.Since) {
					t.Fatalf("%s at once: %+v %+v", b.cadre[p.Cadre].Name, p, q)
				}
			}
			of[p.Cadre] = append(of[p.Cadre], p)
		}
	})
}
