package rule

import (
	"context"
	"fmt"
	"strconv"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
)

// Reminder is something that becomes due (提醒): a criterion on a subject, so
// that its number and its list are always equal.
type Reminder struct {
	ID      string
	Label   string
	Subject *criteria.Subject
	Where   criteria.Criterion
	Source  string // where it comes from; thresholds are the office's own
}

// Due is the number of cases of a reminder at a month.
type Due struct {
	*Reminder
	Count  int
	NotYet bool // the month is one to come, and the reminder counts what happens
}

// Text is the number, or the reason why there is none.
func (d Due) Text() string {
	if d.NotYet {
		return figure.NotYet
	}
	return strconv.Itoa(d.Count)
}

// always is before anything on record: what was not done in its time is still
// due years later.
const always = data.Month(190001)

// Reminders lists the reminders, in the order in which they are shown.
func Reminders() []*Reminder { return reminders() }

var reminders = sync.OnceValue(func() []*Reminder {
	var file struct {
		Reminder []struct{ ID, Label, Subject, Where, Source string }
	}
	if _, err := toml.Decode(assets.Reminders, &file); err != nil {
		panic(fmt.Sprintf("rule: reminders: %v", err))
	}
	var all []*Reminder
	for _, r := range file.Reminder {
		subject := criteria.SubjectNamed(r.Subject)
		if subject == nil {
			panic("rule: reminder " + r.ID + ": no subject " + r.Subject)
		}
		all = append(all, &Reminder{r.ID, r.Label, subject, criteria.MustParse(r.Where), r.Source})
	}
	return all
})

// Query finds the cases of a reminder.
func (r *Reminder) Query(source figure.Source, at data.Month) criteria.Query {
	q := criteria.Query{Subject: r.Subject, Where: r.Where, At: at, Book: source.Book}
	if r.Subject.Happens() {
		q.From = always
	}
	if r.notYet(source, at) {
		q.Only = []string{} // nobody, as there is no number
	}
	return q
}

// notYet reports a reminder of which nothing can be said of a month to come: it
// counts what has been done by then.
func (r *Reminder) notYet(source figure.Source, at data.Month) bool {
	return at > source.View.Now() && source.Book.Counts(r.Subject, r.Where)
}

// Remind counts all reminders at a month. Those of the same subject are
// counted in one pass.
func Remind(ctx context.Context, source figure.Source, at data.Month) ([]Due, error) {
	list := reminders()
	all := make([]Due, len(list))
	bySubject := map[*criteria.Subject][]int{}
	for i, r := range list {
		all[i].Reminder = r
		bySubject[r.Subject] = append(bySubject[r.Subject], i)
	}
	for _, members := range bySubject {
		var wanted []criteria.Criterion
		for _, i := range members {
			wanted = append(wanted, list[i].Where)
		}
		q := list[members[0]].Query(source, at)
		q.Only = nil
		counts, err := q.CountMany(ctx, source.View, wanted)
		if err != nil {
			return nil, err
		}
		for n, i := range members {
			if all[i].NotYet = list[i].notYet(source, at); !all[i].NotYet {
				all[i].Count = counts[n]
			}
		}
	}
	return all, nil
}
