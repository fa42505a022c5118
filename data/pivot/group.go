package pivot

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"huoshui/data"
	"huoshui/data/criteria"
)

// Sections of saved criteria that say how numbers are grouped.
const (
	SectionCohorts = "年代"    // their first months part months of birth
	SectionBands   = "统计年龄段" // ages
	SectionSpans   = "年限段"   // months in a post
)

// grouping deals values out to groups.
type grouping struct {
	groups []Group
	of     map[string][]int // groups of a value as users read it
}

const unknown = "未填"

// group finds the groups for the values of a field. Ranks, where there are any,
// stand beside the values and order what has no order of its own.
func group(book criteria.Book, f *criteria.Field, values, ranks []string, most int) (grouping, error) {
	present := map[string]int{}
	rank := map[string]string{}
	for i, v := range values {
		present[v]++
		if ranks != nil && (rank[v] == "" || ranks[i] < rank[v]) {
			rank[v] = ranks[i]
		}
	}
	g := grouping{of: map[string][]int{}}
	switch {
	case f.Type == data.TypeInt || f.Type == data.TypeMonth || f.Type == data.TypeDate:
		g.bySpans(f, spans(book, f, numbers(f, present)), present)
	default:
		g.byValues(f, present, rank)
	}
	if present[""] > 0 {
		g.add(unknown, criteria.If(f.Label, criteria.Empty), "")
	}
	if len(g.groups) > most {
		return g, data.Refuse(fmt.Sprintf("“%s”有 %d 种不同的值，超过 %d 种，列不成表。请换一项，或先加条件。", f.Label, len(g.groups), most), nil)
	}
	return g, nil
}

// add makes a group of values.
func (g *grouping) add(label string, where criteria.Criterion, values ...string) {
	for _, v := range values {
		g.of[v] = append(g.of[v], len(g.groups))
	}
	g.groups = append(g.groups, Group{label, where})
}

// byValues makes a group of each value: in the order of the code list, else of
// the ranks, else the most frequent first.
func (g *grouping) byValues(f *criteria.Field, present map[string]int, rank map[string]string) {
	var list []string
	for v := range present {
		if v != "" {
			list = append(list, v)
		}
	}
	place := map[string]int{"是": 1, "否": 2}
	if f.List != "" {
		for i, label := range data.ListNamed(f.List).Labels() {
			place[label] = i + 1
		}
	}
	slices.SortFunc(list, func(a, b string) int {
		if x, y := place[a], place[b]; x > 0 && y > 0 {
			return x - y
		} else if x != y {
			return y - x // what the list does not know stands last
		}
		return cmp.Or(cmp.Compare(rank[a], rank[b]), present[b]-present[a], cmp.Compare(a, b))
	})
	for _, v := range list {
		g.add(v, criteria.If(f.Label, criteria.Equal, v), v)
	}
}

// span is a named stretch of numbers.
type span struct {
	label string
	criteria.Span
}

// bySpans makes a group of each span, and one of what lies outside all of them.
func (g *grouping) bySpans(f *criteria.Field, list []span, present map[string]int) {
	known := numbers(f, present)
	for _, s := range list {
		var values []string
		for v, n := range known {
			if s.Holds(n) {
				values = append(values, v)
			}
		}
		g.add(s.label, s.Criterion(f), values...)
	}
	var others []string
	for v := range known {
		if len(g.of[v]) == 0 {
			others = append(others, v)
		}
	}
	if len(others) == 0 {
		return
	}
	where := criteria.If(f.Label, criteria.NotEmpty)
	for _, group := range g.groups {
		not := group.Where
		where = criteria.And(where, criteria.Criterion{Not: &not})
	}
	g.add("其他", where, others...)
}

// numbers reads values as users read them back into numbers.
func numbers(f *criteria.Field, present map[string]int) map[string]int64 {
	known := map[string]int64{}
	for text := range present {
		if text == "" {
			continue
		}
		if n, err := strconv.ParseInt(text, 10, 64); err == nil && f.Type == data.TypeInt {
			known[text] = n
		} else if value, err := f.Parse(text); err == nil {
			known[text], _ = value.(int64)
		}
	}
	return known
}

// spans are the stretches by which a field is grouped: the office's bands where
// there are any for it, else what suits the numbers there are.
func spans(book criteria.Book, f *criteria.Field, known map[string]int64) []span {
	switch f.Key {
	case "age", "age_then":
		return saved(book, SectionBands)
	case "post_months", "level_months":
		return saved(book, SectionSpans)
	case "birth":
		return cohorts(book)
	}
	if len(known) == 0 {
		return nil
	}
	least, most := criteria.OpenAbove, criteria.OpenBelow
	for _, n := range known {
		least, most = min(least, n), max(most, n)
	}
	switch f.Type {
	case data.TypeMonth:
		return years(least, most, 100)
	case data.TypeDate:
		return years(least, most, 10000)
	}
	return ranges(known, least, most)
}

// Bands are the groups into which the office divides ages and months of birth,
// from low to high. It is empty for a field without bands.
func Bands(book criteria.Book, f *criteria.Field) []Group {
	var list []Group
	for _, s := range spans(book, f, nil) {
		list = append(list, Group{s.label, s.Criterion(f)})
	}
	return list
}

// saved are the bands of a section, whichever field they are written for.
func saved(book criteria.Book, section string) []span {
	var list []span
	for _, s := range book.Section(section) {
		if bounds, ok := criteria.SpanOf(s.Subject, s.Where); ok {
			list = append(list, span{s.Name, bounds})
		}
	}
	slices.SortStableFunc(list, func(a, b span) int { return cmp.Compare(a.From, b.From) })
	return list
}

// cohorts part months of birth where the cohorts of the office begin; 85后 and
// 90后 overlap, and a table wants each person once.
func cohorts(book criteria.Book) []span {
	var begins []int64
	for _, s := range saved(book, SectionCohorts) {
		if s.From != criteria.OpenBelow && !slices.Contains(begins, s.From) {
			begins = append(begins, s.From)
		}
	}
	if len(begins) == 0 {
		return nil
	}
	list := []span{{born(criteria.OpenBelow, begins[0]), criteria.Span{From: criteria.OpenBelow, Until: begins[0]}}}
	for i, from := range begins {
		until := criteria.OpenAbove
		if i+1 < len(begins) {
			until = begins[i+1]
		}
		list = append(list, span{born(from, until), criteria.Span{From: from, Until: until}})
	}
	return list
}

// born names months of birth by years where they are whole ones.
func born(from, until int64) string {
	first, last := data.Month(from).String(), ""
	if until != criteria.OpenAbove {
		last = data.Month(until).Add(-1).String()
	}
	if from%100 == 1 && (last == "" || until%100 == 1) || from == criteria.OpenBelow && until%100 == 1 {
		first, last = first[:min(4, len(first))], last[:min(4, len(last))]
	}
	switch {
	case from == criteria.OpenBelow:
		return last + "年及以前"
	case until == criteria.OpenAbove:
		return first + "年及以后"
	}
	return first + "–" + last + "年"
}

// years are the years there are, or stretches of five where there are many.
func years(least, most, unit int64) []span {
	from, to, step := least/unit, most/unit, int64(1)
	if to-from >= 20 {
		step = 5
		from -= from % step
	}
	var list []span
	for year := from; year <= to; year += step {
		label := fmt.Sprintf("%d年", year)
		if step > 1 {
			label = fmt.Sprintf("%d–%d年", year, year+step-1)
		}
		begin := int64(1)
		if unit > 100 {
			begin = 101
		}
		list = append(list, span{label, criteria.Span{From: year*unit + begin, Until: (year+step)*unit + begin}})
	}
	return list
}

// ranges are the numbers themselves while they are few, else stretches of a
// round width.
func ranges(known map[string]int64, least, most int64) []span {
	const few, many = 12, 10
	if len(known) <= few {
		list := make([]span, 0, len(known))
		for text, n := range known {
			list = append(list, span{text, criteria.Span{From: n, Until: n + 1}})
		}
		slices.SortFunc(list, func(a, b span) int { return cmp.Compare(a.From, b.From) })
		return list
	}
	width := int64(1)
	for factors := []int64{2, 5, 10}; (most-least)/width >= many; {
		base := width
		for _, f := range factors {
			if width = base * f; (most-least)/width < many {
				break
			}
		}
	}
	from := least - ((least%width)+width)%width
	var list []span
	for ; from <= most; from += width {
		list = append(list, span{fmt.Sprintf("%d–%d", from, from+width-1), criteria.Span{From: from, Until: from + width}})
	}
	return list
}
