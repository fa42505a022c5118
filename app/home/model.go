package home

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// headlines are the figures one sees first.
var headlines = []string{"m0.principals.young", "m0.deputies.young", "m4.2.town.principals", "m1.2.floor"}

// trended is the figure whose course over the years is drawn.
const (
	trended    = "m4.2.town.principals.share"
	trendYears = 5
)

// model holds the overview without the window: the numbers at the desk's
// month, and what each number opens.
type model struct {
	desk *desk.Desk

	state    state
	stamp    stamp // of the state
	asked    stamp // of the state that is being computed, or is there
	onChange func()

	stamping, asking desk.Latest

	checks   checks
	checked  stamp // of the check that is under way, or done
	checking desk.Latest
}

// state is the data on the screen, all of one month.
type state struct {
	month     data.Month
	people    int // on file at any time; 0 is an empty database
	headlines []figure.Value
	others    []figure.Value
	ages      []band
	lights    lights
	trend     []figure.Value // the oldest first
	source    figure.Source
	dues      []rule.Due
}

// stamp tells whether the data on the screen is still valid. Computing it
// reads many thousand records, and at most visits none of them has changed.
type stamp struct {
	store   store.View
	version int64
	month   data.Month
}

// band is one line of the age pyramid.
type band struct {
	label      string
	where      criteria.Criterion
	men, women int
}

func newModel(d *desk.Desk) *model { return &model{desk: d, onChange: func() {}} }

// read computes everything again unless nothing has changed, and then checks the
// records, which takes longest: nobody waits for that.
func (m *model) read() {
	db, month := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.stamping,
		func(context.Context) (int64, error) { return db.Version(), nil },
		func(version int64) { m.readAs(stamp{db, version, month}) })
}

// readAs computes what is shown as of a stamp, unless it is there or on its way.
func (m *model) readAs(now stamp) {
	if now == m.asked {
		if now == m.stamp {
			m.check()
		}
		return
	}
	m.asked = now
	desk.Try(&m.asking, m.desk.Run,
		func(ctx context.Context) (state, error) { return compute(ctx, now.store, now.month) },
		func(s state, err error) {
			if err != nil {
				m.asked = stamp{}
				m.desk.Shell.Fail(err)
				return
			}
			m.state, m.stamp = s, now
			m.onChange()
			m.check()
		})
}

// compute states all that is shown at a month.
func compute(ctx context.Context, db store.View, month data.Month) (state, error) {
	source, err := figure.Open(ctx, db, month)
	if err != nil {
		return state{}, err
	}
	s := state{month: month, source: source}
	everyone := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: month, Everyone: true}
	if _, s.people, err = everyone.Count(ctx, db); err != nil || s.people == 0 {
		return s, err
	}
	err = together(
		func() error {
			values, err := source.Compute(ctx, source.Definitions(), month)
			s.headlines, s.others = divide(values)
			return err
		},
		func() (err error) { s.dues, err = rule.Remind(ctx, source, month); return err },
		func() (err error) { s.ages, err = ages(ctx, source, month); return err },
		func() (err error) { s.trend, err = trend(ctx, source, month); return err },
		func() (err error) { s.lights, err = readLights(ctx, db, source, month); return err },
	)
	if err != nil {
		return state{}, err
	}
	return s, nil
}

// together asks questions at the same time, each on a connection of its own.
func together(questions ...func() error) error {
	errs := make([]error, len(questions))
	var all sync.WaitGroup
	for i, ask := range questions {
		all.Go(func() { errs[i] = data.Guard(ask) })
	}
	all.Wait()
	return cmp.Or(errs...)
}

// divide takes the headlines out of the figures, in their own order.
func divide(values []figure.Value) (first, others []figure.Value) {
	byID := map[string]figure.Value{}
	for _, v := range values {
		byID[v.Definition.ID] = v
	}
	for _, id := range headlines {
		if v, ok := byID[id]; ok {
			first = append(first, v)
			delete(byID, id)
		}
	}
	for _, v := range values {
		if _, ok := byID[v.Definition.ID]; ok {
			others = append(others, v)
		}
	}
	return first, others
}

// ours is who is managed at the level of the office.
var ours = criteria.If("管理权限", criteria.Equal, "本级管理")

// bands are the age bands, the oldest first, as a pyramid is drawn.
func bands() []band {
	list := []band{{label: "60岁及以上", where: criteria.If("年龄", criteria.AtLeast, "60")}}
	for from := 55; from >= 35; from -= 5 {
		list = append(list, between(from, from+4))
	}
	return append(list, between(31, 34), band{label: "30岁及以下", where: criteria.If("年龄", criteria.AtMost, "30")})
}

func between(from, to int) band {
	return band{
		label: fmt.Sprintf("%d–%d岁", from, to),
		where: criteria.And(
			criteria.If("年龄", criteria.AtLeast, fmt.Sprint(from)),
			criteria.If("年龄", criteria.AtMost, fmt.Sprint(to)),
		),
	}
}

// aged asks for the cadres of a band and a sex.
func aged(b band, sex string) criteria.Criterion {
	return criteria.And(ours, b.where, criteria.If("性别", criteria.Equal, sex))
}

func ages(ctx context.Context, source figure.Source, month data.Month) ([]band, error) {
	list := bands()
	var wanted []criteria.Criterion
	for _, b := range list {
		wanted = append(wanted, aged(b, "男"), aged(b, "女"))
	}
	counts, err := cadres(source, month, criteria.Criterion{}).CountMany(ctx, source.View, wanted)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].men, list[i].women = counts[2*i], counts[2*i+1]
	}
	return list, nil
}

func cadres(source figure.Source, month data.Month, where criteria.Criterion) criteria.Query {
	return criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: where, At: month, Book: source.Book}
}

// trend states a figure at the same month of the years up to now.
func trend(ctx context.Context, source figure.Source, month data.Month) ([]figure.Value, error) {
	months := make([]data.Month, trendYears)
	for i := range months {
		months[i] = month.Add(-12 * (trendYears - 1 - i))
	}
	course, err := source.Course(ctx, []*figure.Definition{figure.Named(trended)}, months, nil)
	if err != nil {
		return nil, err
	}
	values := make([]figure.Value, trendYears)
	for i := range values {
		values[i] = course[i][0]
	}
	return values, nil
}

// barred returns what leads from a bar of the pyramid to its cadres.
func (s state) barred(index int, sex string) (title string, q criteria.Query) {
	b := s.ages[index]
	return "本级管理 " + b.label + " " + sex, cadres(s.source, s.month, aged(b, sex))
}

// then returns what leads from a year of the trend to those counted in it.
func (s state) then(index int) (title string, q criteria.Query) {
	v := s.trend[index]
	title = strings.TrimSuffix(v.Label, "占比")
	return title, s.source.Query(v.Definition, v.At)
}
