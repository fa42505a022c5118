package sample

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/team"
)

// evaluations are the rounds of each half-year with the lights of all teams as
// they stood, and a letter to every secretary.
func (pl *plan) evaluations() {
	c := pl.luck(luckLight)
	for _, year := range pl.years() {
		letters := 0
		for half := range 2 {
			at := data.MakeMonth(year, half*6+6)
			held := workday(at.Add(1).Year(), int(at.Add(1))%100, c.between(8, 16))
			if !pl.past(held.Add(20)) {
				continue
			}
			id := pl.add(&data.Evaluation{
				Name: fmt.Sprintf("%d年%s半年配备评价", year, []string{"上", "下"}[half]), At: at, Held: held,
				Note: data.Long(pl.words.duty.Evaluation.Note),
			})
			for _, u := range pl.teams(at, true) {
				if len(pl.targets(u)) == 0 {
					continue // it has no light
				}
				l := pl.light(u, at)
				l.Evaluation = id
				pl.add(l)
				letters++
				pl.letter(c, l, u, held, letters)
			}
		}
	}
}

// light judges a team by the targets for its kind and by the plainest of the
// rules that come with the program.
func (pl *plan) light(u *unit, at data.Month) *data.Light {
	l := &data.Light{Unit: u.id, Color: "3"}
	var lines []string
	for _, t := range pl.targets(u) {
		need, have := pl.needed(t, u, at)
		if have < need {
			l.Unmet++
			l.Missing += need - have
			lines = append(lines, fmt.Sprintf("%s：应配%d名，实配%d名，缺%d名", t.Name, need, have, need-have))
		}
	}
	rules, red := pl.broken(u, at)
	switch {
	case red || l.Unmet >= 2:
		l.Color = "1"
	case l.Unmet+len(rules) > 0:
		l.Color = "2"
	}
	l.Reasons = data.Long(strings.Join(append(lines, rules...), "\n"))
	return l
}

// targets are those for the kind of a team.
func (pl *plan) targets(u *unit) []*data.Target {
	return slices.DeleteFunc(team.DefaultTargets(data.Level(pl.words.place.Level)), func(t *data.Target) bool {
		return string(t.Kind) != u.words.Kind
	})
}

// needed is how many a target asks of a team, and how many it has. Who holds
// the post beside another is not counted.
func (pl *plan) needed(t *data.Target, u *unit, at data.Month) (need, have int) {
	where, approved := criteria.MustParse(string(t.Condition)), 0
	for _, s := range u.seats {
		approved += s.approved
	}
	for _, p := range pl.members(u, at) {
		switch limit, _ := strconv.Atoi(where.Values[0]); where.Field {
		case "年龄":
			have += one(p.months(at) < limit*12)
		case "性别":
			have += one(!p.male)
		}
	}
	if t.Number > 0 {
		return t.Number, have
	}
	return (approved*t.Percent + 99) / 100, have
}

// members are those who hold a seat of the team in its own right.
func (pl *plan) members(u *unit, at data.Month) []*person {
	var list []*person
	for _, s := range u.seats {
		for _, t := range pl.history.terms[s] {
			if t.step.seat == s && t.since <= at && (t.until == 0 || t.until > at) {
				list = append(list, t.person)
			}
		}
	}
	return list
}

// broken are the team rules a team does not keep, of those that make lights.
func (pl *plan) broken(u *unit, at data.Month) (lines []string, red bool) {
	list := pl.members(u, at)
	for _, s := range u.seats {
		if s.rank != "1" || s.approved == 0 {
			continue
		}
		i := slices.IndexFunc(list, func(p *person) bool { return p.seatAt(at) == s })
		title := localTitle(u, s.name, at)
		switch {
		case i < 0:
			lines, red = append(lines, "主要领导空缺："+title+"空缺"), true
		case list[i].retires().Since(at) <= 6:
			lines, red = append(lines, "主要领导即将到龄："+pl.nameOf(list[i])+"6个月内到龄"), true
		}
	}
	leaving, younger := 0, 0
	for _, p := range list {
		leaving += one(p.retires().Since(at) <= 36)
		younger += one(p.months(at) < 45*12)
	}
	if younger == 0 && len(list) > 0 {
		lines = append(lines, fmt.Sprintf("年龄断层：实配%d名，不满45岁的没有，缺1名", len(list)))
	}
	if leaving*100 > ownBound*len(list) {
		lines = append(lines, fmt.Sprintf("三年内集中到龄：实配%d名，三年内到龄%d名", len(list), leaving))
	}
	for _, p := range list {
		if pl.frozenAt(p, at) && pl.frozenAt(p, at.Add(-1)) { // not yet on the eve of it
			lines = append(lines, "班子成员在影响期内："+pl.nameOf(p))
		}
	}
	return lines, red
}

// Shares out of a hundred of the letters that are acknowledged and answered.
const (
	letterBack     = 97
	letterAnswered = 95
)

// letter tells the secretary of a team what the round found; who is asked to
// mend something has a month to answer.
func (pl *plan) letter(c chance, l *data.Light, u *unit, held data.Date, n int) {
	issued := workdayOf(held.Add(3 + n%3))
	secretary := pl.head(u, issued.Month())
	if secretary == "" {
		return
	}
	r := &data.Letter{
		Evaluation: l.Evaluation, Unit: u.id, Secretary: secretary, Issued: issued,
		Number: pl.replace.Replace(fmt.Sprintf("{号}组函〔%d〕%d号", held/10000, n)),
	}
	if back := issued.Add(c.between(1, 9)); c.percent(letterBack) {
		r.Back = pl.done(back)
	}
	if l.Color != "3" && r.Back != 0 {
		r.Due = workdayOf(issued.Add(30))
		answered, text := issued.Add(c.between(12, 29)), pick(c, pl.words.duty.Evaluation.Answers)
		if c.percent(letterAnswered) && pl.past(answered) {
			r.Answered, r.Answer = answered, data.Long(strings.ReplaceAll(text, "{n}", fmt.Sprint(max(1, l.Missing))))
		}
	}
	pl.add(r)
}
