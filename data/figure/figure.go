// Package figure defines the figures (指标). A figure is a definition over
// records and stores no number. A figure and the list of its people come from
// the same criterion, so they always agree.
package figure

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
)

// Definition says what a figure counts.
type Definition struct {
	ID      string
	Label   string // with {本级} for 县 or 市 and {近年} for 近5年
	Subject *criteria.Subject
	Where   criteria.Criterion
	Of      criteria.Criterion // the whole, for a share; HasOf says whether there is one
	HasOf   bool
	Share   bool // the figure itself is the share, in percent with one decimal
	Floor   bool // the share has a floor (保底), which is a setting of the office
	Each    bool // every row counts, also where one person has many: 人次 instead of 人
	Sum     *criteria.Field
	SumOf   *criteria.Field // what makes the whole when it is another field than Sum: 满分 for 得分
	Period  Period          // how far back it looks

	unit string
}

// Title is the label in an office's own words.
func (d *Definition) Title(office data.Office) string {
	return strings.NewReplacer("{本级}", string(office.Level), "{近年}", office.RecentYears()).Replace(d.Label)
}

// Unit is the unit of the value: 人, 个, 次, or %.
func (d *Definition) Unit() string {
	if d.Share {
		return "%"
	}
	return d.RowUnit()
}

// RowUnit is the unit of what is counted: the figure's own unit or, for a
// share, that of its numerator.
func (d *Definition) RowUnit() string {
	switch {
	case d.unit != "":
		return d.unit
	case d.Each && d.Subject.Counter == "人":
		return "人次"
	}
	return d.Subject.Counter
}

// Wording is the criterion as a Chinese sentence, for explanation.
func (d *Definition) Wording() string {
	text := d.Subject.Label
	if !d.Where.Always() {
		text += "：" + d.Where.String()
	}
	switch {
	case d.Sum != nil:
		text += "；按“" + d.Sum.Label + "”合计"
	case d.Each && d.Subject.Personal():
		text += "；一人多次的逐次计"
	case d.Subject.Personal():
		text += "；一人只计一次"
	}
	if words := d.Period.wording(); words != "" {
		text += "；" + words
	}
	switch {
	case d.SumOf != nil:
		text += "；占：“" + d.SumOf.Label + "”合计"
	case d.HasOf:
		text += "；占：" + whole(d.Of)
	}
	return text
}

func whole(c criteria.Criterion) string {
	if c.Always() {
		return everything
	}
	return c.String()
}

// Columns are the fields of the list behind the figure: for people, who they
// are; for other records, their name and then the numbers that are added up.
func (d *Definition) Columns() []string {
	columns := slices.Clone(d.Subject.Columns())
	if d.Subject.Personal() {
		columns = criteria.PeopleColumns()
		if d.Each {
			columns = append(columns[:3], slices.DeleteFunc(slices.Clone(d.Subject.Columns()), isCadre)...)
		}
	}
	for _, f := range []*criteria.Field{d.SumOf, d.Sum} {
		if f != nil {
			columns = slices.DeleteFunc(columns, func(label string) bool { return label == f.Label })
			columns = slices.Insert(columns, min(1, len(columns)), f.Label)
		}
	}
	return columns
}

// isCadre reports the field that gives a cadre's name once more.
func isCadre(label string) bool { return label == data.CadreKind.Label }

// Total adds up the rows of the list of a sum. The rows have the fields of
// Columns.
func (d *Definition) Total(rows [][]string) int {
	place := slices.Index(d.Columns(), d.Sum.Label)
	total := 0
	for _, row := range rows {
		number, _ := strconv.Atoi(row[place])
		total += number
	}
	return total
}

// Definitions lists the figures that come with the program, in their order.
func Definitions() []*Definition { return definitions() }

// Named finds a figure that comes with the program by ID; nil when there is none.
func Named(id string) *Definition {
	if d := find(definitions(), id); d != nil {
		return d
	}
	return find(Monitored(), id)
}

func find(list []*Definition, id string) *Definition {
	for _, d := range list {
		if d.ID == id {
			return d
		}
	}
	return nil
}

var definitions = sync.OnceValue(func() []*Definition {
	var file struct{ Figure []Spec }
	if _, err := toml.Decode(assets.Figures, &file); err != nil {
		panic(fmt.Sprintf("figure: definitions: %v", err))
	}
	var all []*Definition
	for _, f := range file.Figure {
		d, err := Define(f)
		if err != nil {
			panic(fmt.Sprintf("figure: %s: %v", f.ID, err))
		}
		all = append(all, d)
	}
	return all
})
