package settings

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/pivot"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// sections are the criteria by which an office parts people, each with what it
// serves.
var sections = []struct {
	name, serves string
	parts        []string // tables that are parted by them
}{
	{pivot.SectionCohorts, "按出生年月，如 85后；用于指标，也是交叉统计按出生年月分栏的界线", []string{"交叉统计的出生年月分栏"}},
	{"年龄段", "按时点当月的实足年龄，如 35岁以下；用于指标、目标和名单", nil},
	{pivot.SectionBands, "首尾相接的年龄分栏", []string{"交叉统计的年龄分栏"}},
	{pivot.SectionSpans, "任现职、任现层次年限的分栏", []string{"交叉统计的年限分栏"}},
}

// band is one cohort, age band or span of years that is in force.
type band struct {
	criteria.Saved
	span    criteria.Span
	bounded bool            // else it says more than bounds, and is shown as its sentence
	shipped bool            // comes with the program
	changed bool            // the office has its own over it
	uses    []string        // what rests on it
	record  *data.Criterion // the office's own; nil without
}

// readBands lists the bands with what rests on each.
func readBands(ctx context.Context, r store.View, source figure.Source, at data.Month) ([]band, error) {
	records, err := store.Find[data.Criterion](ctx, r)
	if err != nil {
		return nil, err
	}
	records = data.InForce(records, at)
	targets, err := store.Find[data.Target](ctx, r)
	if err != nil {
		return nil, err
	}
	shipped := criteria.Shipped(source.Office.Level)
	var list []band
	for _, section := range sections {
		for _, s := range source.Book.Section(section.name) {
			b := band{Saved: s}
			b.span, b.bounded = criteria.SpanOf(s.Subject, s.Where)
			_, b.shipped = shipped[s.Name]
			if i := slices.IndexFunc(records, func(c *data.Criterion) bool { return c.Name == s.Name }); i >= 0 {
				b.record, b.changed = records[i], b.shipped
			}
			b.uses = append(slices.Clone(section.parts), uses(source, targets, s.Name)...)
			list = append(list, b)
		}
	}
	return list, nil
}

// uses names what rests on a saved criterion: figures, targets, reminders, and
// lists.
func uses(source figure.Source, targets []*data.Target, name string) []string {
	var list []string
	add := func(kind, title string, parts ...criteria.Criterion) {
		text := kind + "“" + title + "”"
		if slices.ContainsFunc(parts, func(c criteria.Criterion) bool { return source.Book.Uses(c, name) }) && !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	for _, d := range slices.Concat(source.Definitions(), figure.Monitored()) {
		add("指标", d.Title(source.Office), d.Where, d.Of)
	}
	for _, t := range targets {
		if where, err := criteria.Parse(string(t.Condition)); err == nil {
			add("目标", t.Name, where)
		}
	}
	for _, r := range rule.Reminders() {
		add("提醒", r.Label, r.Where)
	}
	for _, s := range source.Book.Sorted() {
		add("口径", s.Name, s.Where)
	}
	return list
}

// bound says in words where a band begins and ends.
func (b band) bound() string {
	f := b.Subject.Field(b.span.Field)
	if !b.bounded {
		return b.Where.String()
	}
	from, until := boundTexts(f, b.span)
	var parts []string
	switch {
	case f.Type == data.TypeMonth:
		if from != "" {
			parts = append(parts, from+" 起")
		}
		if until != "" {
			parts = append(parts, until+" 止")
		}
		return f.Label + " " + strings.Join(parts, "，")
	}
	unit := unitOf(f)
	if from != "" {
		parts = append(parts, "满 "+from+" "+unit)
	}
	if until != "" {
		parts = append(parts, "不满 "+until+" "+unit)
	}
	return strings.Join(parts, "，")
}

func unitOf(f *criteria.Field) string {
	if strings.HasSuffix(f.Label, "月数") {
		return "个月"
	}
	return "岁"
}

// boundTexts are the bounds as one types them: of months the first and the last
// one, of numbers the first and the first that is too many. Empty is no bound.
func boundTexts(f *criteria.Field, s criteria.Span) (from, until string) {
	if s.From != criteria.OpenBelow {
		from = f.Show(s.From)
	}
	if s.Until != criteria.OpenAbove {
		until = f.Show(s.Until)
		if f.Type == data.TypeMonth {
			until = data.Month(s.Until).Add(-1).String()
		}
	}
	return from, until
}

// readBounds is boundTexts the other way round. The error is a Chinese sentence.
func readBounds(f *criteria.Field, from, until string) (criteria.Span, error) {
	s := criteria.Span{Field: f.Label, From: criteria.OpenBelow, Until: criteria.OpenAbove}
	for _, bound := range []struct {
		text string
		at   *int64
	}{{from, &s.From}, {until, &s.Until}} {
		text := strings.TrimSpace(bound.text)
		if text == "" {
			continue
		}
		n, err := number(f, text)
		if err != nil {
			return s, err
		}
		*bound.at = n
	}
	if f.Type == data.TypeMonth && s.Until != criteria.OpenAbove {
		s.Until = int64(data.Month(s.Until).Add(1))
	}
	switch {
	case s.From == criteria.OpenBelow && s.Until == criteria.OpenAbove:
		return s, data.Refuse("上下限至少填一个。", nil)
	case s.From >= s.Until:
		return s, data.Refuse("下限应在上限之前。", nil)
	}
	return s, nil
}

func number(f *criteria.Field, text string) (int64, error) {
	if f.Type == data.TypeMonth {
		m, err := data.ParseMonth(text)
		if err != nil || m == 0 {
			return 0, data.Refuse(fmt.Sprintf("“%s”不是年月，如 1985.01。", text), err)
		}
		return int64(m), nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 1200 {
		return 0, data.Refuse(fmt.Sprintf("“%s”应为整数。", text), err)
	}
	return int64(n), nil
}

// fieldOf is the field the bands of a section bound, where they are new.
func fieldOf(section string) (*criteria.Subject, *criteria.Field) {
	subject := criteria.SubjectNamed("cadre")
	switch section {
	case pivot.SectionCohorts:
		return subject, subject.Field("birth")
	case pivot.SectionSpans:
		return subject, subject.Field("level_months")
	}
	return subject, subject.Field("age")
}
