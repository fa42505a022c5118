package report

import (
	"context"
	"fmt"
	"math"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/pivot"
)

// Draw builds a chart from the records at a month; nil when there are no
// records.
type Draw func(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error)

// years is how far back the charts look.
const years = 5

// groups makes a partition of what is counted, of labels and conditions.
func groups(pairs ...string) []pivot.Group {
	var list []pivot.Group
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, pivot.Group{Label: pairs[i], Where: criteria.MustParse(pairs[i+1])})
	}
	return list
}

// bands part the people of a subject as the office has set it, by 年龄 or 出生年月.
func bands(source figure.Source, q criteria.Query, field string) []pivot.Group {
	return pivot.Bands(source.Book, q.Subject.Field(field))
}

// cross counts what a query finds by two partitions: a series for each column,
// with a value for each row. Rows and columns in which there is nobody fall away
// at the ends.
func cross(ctx context.Context, source figure.Source, q criteria.Query, rows, columns []pivot.Group) ([]string, []paper.Series, error) {
	var wanted []criteria.Criterion
	for _, c := range columns {
		for _, r := range rows {
			wanted = append(wanted, criteria.And(q.Where, c.Where, r.Where))
		}
	}
	q.Where, q.Book = criteria.Criterion{}, source.Book
	counts, err := q.CountMany(ctx, source.View, wanted)
	if err != nil {
		return nil, nil, err
	}
	var labels []string
	for _, r := range rows {
		labels = append(labels, r.Label)
	}
	var series []paper.Series
	for i, c := range columns {
		s := paper.Series{Name: c.Label}
		for j := range rows {
			s.Values = append(s.Values, float64(counts[i*len(rows)+j]))
		}
		series = append(series, s)
	}
	labels, series = trimmed(labels, series)
	return labels, series, nil
}

// trimmed leaves out the series of nothing, and the labels at both ends where
// no series has anything.
func trimmed(labels []string, series []paper.Series) ([]string, []paper.Series) {
	series = slices.DeleteFunc(series, func(s paper.Series) bool { return sum(s) == 0 })
	empty := func(i int) bool {
		return !slices.ContainsFunc(series, func(s paper.Series) bool { return s.Values[i] != 0 })
	}
	first, last := 0, len(labels)
	for first < last && empty(first) {
		first++
	}
	for first < last && empty(last-1) {
		last--
	}
	for i := range series {
		series[i].Values = series[i].Values[first:last]
	}
	return labels[first:last], series
}

// chart is a chart of people, unless there are none.
func chart(caption string, form paper.ChartForm, labels []string, series []paper.Series) *paper.Chart {
	if len(labels) == 0 {
		return nil
	}
	return &paper.Chart{Caption: caption, Form: form, Unit: "人", Labels: labels, Series: series}
}

func asked(subject, where string, at data.Month) criteria.Query {
	return criteria.Query{Subject: criteria.SubjectNamed(subject), Where: criteria.MustParse(where), At: at}
}

// AgeStructure shows the managed principals and deputies by age.
func AgeStructure(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
	q := asked("任职", "", at)
	labels, series, err := cross(ctx, source, q, bands(source, q, "年龄"), groups("党政正职", "符合 管理党政正职", "党政副职", "符合 管理党政副职"))
	return chart(string(source.Office.Level)+"管党政正副职年龄结构", paper.Stacked, labels, series), err
}

// AgePyramid shows the cadres managed at the office's level by age and sex.
func AgePyramid(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
	q := asked("干部", "管理权限 = 本级管理", at)
	labels, series, err := cross(ctx, source, q, bands(source, q, "年龄"), groups("男", "性别 = 男", "女", "性别 = 女"))
	form := paper.Pyramid
	if len(series) != 2 {
		form = paper.Bars
	}
	return chart(string(source.Office.Level)+"管干部年龄、性别构成", form, labels, series), err
}

// TownAges shows the members of the township teams by age.
func TownAges(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
	q := asked("任职", "", at)
	labels, series, err := cross(ctx, source, q, bands(source, q, "年龄"), groups("党政正职", "符合 乡镇党政正职", "其他班子成员", "符合 乡镇班子副职"))
	return chart("乡镇（街道）班子成员年龄结构", paper.Stacked, labels, series), err
}

// ReserveTiers shows the reserve by tier and year of birth.
func ReserveTiers(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
	var tiers []pivot.Group
	for _, item := range data.ListNamed("tier").Items {
		tiers = append(tiers, pivot.Group{Label: item.Label, Where: criteria.If("储备层次", criteria.Equal, item.Label)})
	}
	q := asked("储备", "", at)
	labels, series, err := cross(ctx, source, q, tiers, bands(source, q, "出生年月"))
	return chart("储备库分层次构成（按出生年份）", paper.Stacked, labels, series), err
}

// Promotions shows those promoted in the last years by year of birth; the last
// of the years runs until the month.
func Promotions(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
	var labels []string
	columns := bands(source, asked("新任职", "", at), "出生年月")
	series := make([]paper.Series, len(columns))
	for year := at.Year() - years + 1; year <= at.Year(); year++ {
		q := asked("新任职", "符合 提拔重用", min(at, data.MakeMonth(year, 12)))
		q.From, q.Book = data.MakeMonth(year, 1), source.Book
		var wanted []criteria.Criterion
		for _, c := range columns {
			wanted = append(wanted, criteria.And(q.Where, c.Where))
		}
		q.Where = criteria.Criterion{}
		counts, err := q.CountMany(ctx, source.View, wanted)
		if err != nil {
			return nil, err
		}
		label := fmt.Sprintf("%d年", year)
		if year == at.Year() && int(at)%100 != 12 {
			label = fmt.Sprintf("%d年1–%d月", year, int(at)%100)
		}
		labels = append(labels, label)
		for i, n := range counts {
			series[i].Name = columns[i].Label
			series[i].Values = append(series[i].Values, float64(n))
		}
	}
	labels, series = trimmed(labels, series)
	return chart("历年提拔重用"+string(source.Office.Level)+"管干部（按出生年份）", paper.Stacked, labels, series), nil
}

// Course shows figures at the same month of the last years: lines for shares,
// bars for counts. All the figures must have the same unit.
func Course(caption string, ids ...string) Draw {
	return func(ctx context.Context, source figure.Source, at data.Month) (*paper.Chart, error) {
		var definitions []*figure.Definition
		for _, id := range ids {
			if d := figure.Named(id); d != nil {
				definitions = append(definitions, d)
			}
		}
		if len(definitions) == 0 {
			return nil, nil
		}
		c := &paper.Chart{Caption: caption, Form: paper.Bars, Unit: definitions[0].Unit(), Series: make([]paper.Series, len(definitions))}
		if definitions[0].Share {
			c.Form = paper.Lines
		}
		var months []data.Month
		for back := years - 1; back >= 0; back-- {
			months = append(months, at.Add(-12*back))
			c.Labels = append(c.Labels, months[len(months)-1].String())
		}
		course, err := source.Course(ctx, definitions, months, nil)
		if err != nil {
			return nil, err
		}
		for n, values := range course {
			for i, v := range values {
				c.Series[i].Name = v.Label
				number, id := v.Number(), ""
				if v.NoData {
					number = math.NaN()
				} else if months[n] == at {
					id = v.Definition.ID // that of other years would open this year's people
				}
				c.Series[i].Values = append(c.Series[i].Values, number)
				c.Series[i].Figures = append(c.Series[i].Figures, id)
			}
		}
		return sinceKnown(c), nil
	}
}

// sinceKnown leaves out the years before the first that has records; nil when
// none has, or all are zero.
func sinceKnown(c *paper.Chart) *paper.Chart {
	if !slices.ContainsFunc(c.Series, func(s paper.Series) bool {
		return slices.ContainsFunc(s.Values, func(v float64) bool { return v > 0 })
	}) {
		return nil
	}
	first := 0
	for first < len(c.Labels) && !slices.ContainsFunc(c.Series, func(s paper.Series) bool { return !math.IsNaN(s.Values[first]) }) {
		first++
	}
	c.Labels = c.Labels[first:]
	for i := range c.Series {
		c.Series[i].Values, c.Series[i].Figures = c.Series[i].Values[first:], c.Series[i].Figures[first:]
	}
	return c
}

func sum(s paper.Series) float64 {
	total := 0.0
	for _, v := range s.Values {
		total += v
	}
	return total
}
