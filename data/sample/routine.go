package sample

import (
	"fmt"
	"strings"

	"huoshui/data"
)

// routine is the work on each team: research into a third of them every year,
// scores, sessions of study and warning education.
func (pl *plan) routine() {
	c := pl.luck(luckLedger + 100)
	for _, year := range pl.years() {
		for i, u := range pl.teams(data.MakeMonth(year, 1), true) {
			if i%3 == year%3 {
				pl.research(c, u, year)
			}
			pl.scores(c, u, year, i)
			pl.sessions(c, u, year)
			pl.warning(c, u, year)
		}
	}
}

// research finds the weak points of a team as it stood.
func (pl *plan) research(c chance, u *unit, year int) {
	held := workday(year, c.between(3, 8), c.between(3, 27))
	team := pl.history.team(u, held.Month())
	if !pl.past(held) || len(team) == 0 {
		return
	}
	words := &pl.words.duty.Research
	state, weak, suggestion := pl.judge(u, team, held.Month())
	weak = append(weak, pick(c, words.Weak))
	suggestion = append(suggestion, pick(c, words.Suggestion))
	r := &data.Research{
		Unit: u.id, Held: held, Who: pick(c, words.Who), State: data.Long(state + pick(c, words.State)),
		Weak: data.Long(strings.Join(weak, "；") + "。"), Suggestion: data.Long(strings.Join(suggestion, "；") + "。"),
	}
	if c.percent(60) {
		r.Adopted = pl.done(held.Add(c.between(20, 150)))
	}
	pl.add(r)
}

// judge states the facts of a team and what follows from them.
func (pl *plan) judge(u *unit, team []*person, at data.Month) (state string, weak, suggestion []string) {
	approved, young, women := 0, 0, 0
	births := []data.Month{}
	for _, s := range u.seats {
		approved += max(s.approved, one(s.words.Linked)) // whose number stands with the committee
	}
	for _, p := range team {
		births = append(births, p.birth)
		young += one(p.months(at) < pl.youngAge()*12)
		women += one(!p.male)
	}
	limit := pl.youngAge() - 1
	mean, _ := at.MeanAge(births)
	state = fmt.Sprintf(
		"班子职位%d个，实配%d名，平均年龄%.1f岁，%d岁以下%d名，女干部%d名。",
		approved, len(team), mean, limit, young, women,
	)
	if vacant := approved - len(team); vacant > 0 {
		weak = append(weak, fmt.Sprintf("空缺%d个职位", vacant))
		suggestion = append(suggestion, "及时补齐空缺职位")
	}
	if young == 0 {
		weak = append(weak, fmt.Sprintf("没有%d岁以下成员", limit))
		suggestion = append(suggestion, fmt.Sprintf("补充1名%d岁以下成员", limit))
	}
	if women == 0 {
		weak = append(weak, "没有女干部")
		suggestion = append(suggestion, "补充1名女干部")
	}
	return state, weak, suggestion
}

// scores are known in January of the year after; a third of the units has an
// inspection tour in the year.
func (pl *plan) scores(c chance, u *unit, year, i int) {
	words := &pl.words.duty.Score
	for k, item := range words.Items {
		toured := k > 0 || i%3 == (year+1)%3
		deducted := 0
		if c.percent(55) {
			deducted = c.between(1, 3)
		}
		if !toured || year >= pl.today.Month().Year() {
			continue
		}
		s := &data.Score{
			Unit: u.id, Year: year, Kind: data.Code(fmt.Sprint(k + 1)), Item: item,
			Maximum: words.Maximum[k], Points: words.Maximum[k] - deducted,
		}
		if deducted > 0 {
			s.Note = data.Long(pick(c, words.Notes))
		}
		pl.add(s)
	}
}

// sessions of study: the first topic of each quarter, the study group of each
// half-year, one day of the party, one of reading.
func (pl *plan) sessions(c chance, u *unit, year int) {
	words := &pl.words.lessons.Session
	list := []struct {
		kind   data.Code
		topics []string
		month  int
	}{
		{"1", words.Topics1, 2},
		{"1", words.Topics1, 5},
		{"1", words.Topics1, 8},
		{"1", words.Topics1, 11},
		{"2", words.Topics2, 6},
		{"2", words.Topics2, 12},
		{"3", words.Topics3, 7},
		{"4", words.Topics4, 9},
	}
	for _, s := range list {
		held := workday(year, s.month, c.between(2, 27))
		topic := pick(c, s.topics)
		heads := len(pl.history.team(u, held.Month())) + c.between(0, 6)
		if s.kind > "2" {
			heads += u.words.Size
		}
		if pl.past(held) {
			pl.add(&data.Session{Kind: s.kind, Unit: u.id, Held: held, Topic: topic, Heads: heads})
		}
	}
}

// warning education comes to each unit once a year, in one of its four forms.
func (pl *plan) warning(c chance, u *unit, year int) {
	kind := fmt.Sprint(c.between(1, 4))
	held := workday(year, c.between(3, 11), c.between(3, 27))
	if pl.past(held) {
		pl.add(&data.Warning{
			Unit: u.id, Held: held, Kind: data.Code(kind), Topic: pl.words.nurture.Warning.Topics[kind],
			Heads: len(pl.history.team(u, held.Month())) + u.words.Size,
		})
	}
}
