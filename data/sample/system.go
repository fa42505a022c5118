package sample

import (
	"strconv"
	"strings"

	"huoshui/data"
)

// system is what is laid down: measures, the year's three lists, the look-back
// at its end.
func (pl *plan) system() {
	c := pl.luck(luckLedger)
	for _, m := range pl.words.duty.Measure {
		since, until := mustMonth(m.Since), mustMonth(m.Until)
		if since > pl.today.Month() {
			continue
		}
		if until > pl.today.Month() {
			until = 0
		}
		pl.add(&data.Measure{
			Name: pl.say(c, m.Name, 0), Kind: data.Code(m.Kind), Document: pl.say(c, m.Document, 0), Unit: pl.unitID(m.Unit),
			Articles: m.Articles, Since: since, Until: until, Progress: data.Long(m.Progress),
		})
	}
	for _, year := range pl.years() {
		pl.tasks(c, year)
		pl.lookBacks(c, year)
	}
}

// tasks are the items of the year's three lists.
func (pl *plan) tasks(c chance, year int) {
	for _, words := range pl.words.duty.Task {
		for _, item := range words.Items {
			due, name, _ := strings.Cut(item, "|")
			month, _ := strconv.Atoi(due)
			short := pl.replace.Replace(words.Unit)
			t := &data.Task{
				Year: year, List: data.Code(words.List), Name: pl.say(c, name, year), Unit: pl.unitID(short),
				Who: pl.head(pl.history.units[short], min(data.MakeMonth(year, 6), pl.today.Month())), Deadline: workday(year, month, 28),
			}
			pl.settleTask(c, t)
			pl.add(t)
		}
	}
}

// settleTask says how far an item has come: most are done in time, some late,
// and of those lately due some not yet.
func (pl *plan) settleTask(c chance, t *data.Task) {
	words := &pl.words.duty.TaskWords
	ahead := pl.today.Month().Since(t.Deadline.Month())
	day, late := t.Deadline.Add(-c.between(0, 25)), c.percent(14)
	if late {
		day = t.Deadline.Add(c.between(5, 60))
	}
	open := ahead < 0 || ahead < 5 && c.percent(22)
	if open || !pl.past(day) {
		if ahead > -4 {
			t.Progress = data.Long(pick(c, words.Progress))
		}
		return
	}
	t.Done, t.Result = day, data.Long(pick(c, words.Result))
	if late {
		t.Result = data.Long(words.Late)
	}
}

// lookBacks are the items looked back at in December; those of the present year
// are being worked on.
func (pl *plan) lookBacks(c chance, year int) {
	words := &pl.words.duty.LookBack
	for i, matter := range words.Matters {
		units := []string{"{级}委组织部", "{级}委宣传部", "{级}委党校", "{级}委组织部", "{级}纪委监委"}
		l := &data.LookBack{
			Year: year, Source: pl.say(c, words.Sources[i%len(words.Sources)], year), Matter: matter,
			Unit: pl.unitID(units[i%len(units)]), State: data.Long(words.Open),
		}
		closed := workday(year, 12, 8+2*i)
		if c.percent(20) {
			closed = closed.Add(-c.between(90, 160))
		}
		if pl.past(closed) {
			l.Closed, l.State = closed, data.Long(words.Done)
		}
		pl.add(l)
	}
}
