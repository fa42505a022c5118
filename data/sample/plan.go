package sample

import (
	"fmt"
	"iter"
	"strings"
	"time"

	"huoshui/data"
)

// Serial numbers of the records of work done, and of the further rows of each
// person, which are too many for the run of rowsPerPerson.
const (
	firstWork     = 1 << 21
	firstGrowth   = 1 << 28
	growthPerHead = 256
)

// plan is the work of the organization department in the last years, written
// once the lives are known: what was done with and for the people who served
// at the time. It has its own chance, so that no life depends on it.
type plan struct {
	*world
	from    data.Month // its first month
	today   data.Date
	history *history
	replace *strings.Replacer
	records []any             // in the order of their references
	rows    map[*person][]any // of a person, beside what follows from the life alone
	earned  map[*person]map[int]int
	courses map[int]*courses
	shorts  float64 // out of a hundred fall short of their hours this year
	bases   []*data.Base
	classes map[data.Ref]*data.Class
	flawed  map[*person]data.Month // since when a negative item stands confirmed
	frozen  map[*person]data.Month // since when an admonition does
}

// Streams of chance, one for each part of the work.
const (
	luckDuty uint64 = iota + 1001
	luckLedger
	luckStudy
	luckQuality
	luckFront
	luckSource
	luckChoice
	luckCare
	luckLight
	luckScenario
)

// lastDay is the day of the month by which everything has happened.
const lastDay = 25

// arrange writes down the work of at least three full years.
func (w *world) arrange() *plan {
	at := w.options.At
	pl := &plan{
		world: w, from: max(data.MakeMonth(at.Year()-3, 1), recordsFrom),
		today: data.MakeDate(at.Year(), int(at)%100, lastDay), history: newHistory(w), replace: w.replacer(),
		rows: map[*person][]any{}, earned: map[*person]map[int]int{}, courses: map[int]*courses{},
		classes: map[data.Ref]*data.Class{}, flawed: map[*person]data.Month{}, frozen: map[*person]data.Month{},
	}
	pl.shorts = pl.shortShare()
	pl.responsibility()
	pl.system()
	pl.routine()
	pl.training()
	pl.study()
	pl.quality()
	pl.frontline()
	pl.talents()
	pl.postings()
	pl.admonish()
	pl.choices()
	pl.decisions()
	pl.termPlans()
	pl.criteria()
	pl.care()
	pl.acceptBirths()
	pl.evaluations()
	pl.scenarios()
	return pl
}

func (w *world) replacer() *strings.Replacer {
	place := &w.words.place
	return strings.NewReplacer(
		"{委}", place.Committee, "{县}", place.Place, "{级}", place.Level,
		"{号}", strings.TrimSuffix(place.Documents["2"], "干"),
		"{下}", map[string]string{"县": "乡镇", "市": "县（区）"}[place.Level],
	)
}

// luck is the chance of one part of the work.
func (w *world) luck(stream uint64) chance { return newChance(w.options.Seed^mix(stream), 1) }

// say fills in a phrase of a year; c chooses a township where one is named.
func (pl *plan) say(c chance, phrase string, year int) string {
	if strings.Contains(phrase, "{镇}") {
		phrase = strings.ReplaceAll(phrase, "{镇}", pick(c, pl.towns))
	}
	return strings.ReplaceAll(pl.replace.Replace(phrase), "{年}", fmt.Sprint(year))
}

// add keeps a record of the work and gives it its ID.
func (pl *plan) add(record any) data.Ref {
	id := pl.ids.of(firstWork + len(pl.records))
	data.SetID(record, id)
	pl.records = append(pl.records, record)
	return data.Ref(id)
}

// give keeps a record that belongs to a person; it gets its ID with the
// person's other rows.
func (pl *plan) give(p *person, record any) { pl.rows[p] = append(pl.rows[p], record) }

// cadreID is the ID under which a person is on file.
func (w *world) cadreID(p *person) data.Ref {
	return data.Ref(w.ids.of(firstPerson + p.serial*rowsPerPerson))
}

// work yields the records of the work that belong to nobody in particular.
func (pl *plan) work() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, record := range pl.records {
			if !yield(record) {
				return
			}
		}
	}
}

// years are the years of the plan, the present one last.
func (pl *plan) years() []int {
	var list []int
	for year := pl.from.Year(); year <= pl.today.Month().Year(); year++ {
		list = append(list, year)
	}
	return list
}

// past reports a day that is not after today.
func (pl *plan) past(d data.Date) bool { return d <= pl.today }

// workday moves a day that falls on a weekend to the Friday before, but not
// out of its month.
func workday(year, month, day int) data.Date {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	for d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
		step := -1
		if d.Day() == 1 {
			step = 2
		}
		d = d.AddDate(0, 0, step)
	}
	return data.DateOf(d)
}

// done is a day that lies in the past, else none.
func (pl *plan) done(d data.Date) data.Date {
	if pl.past(d) {
		return d
	}
	return 0
}
