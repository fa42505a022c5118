package records

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/criteria"
)

// column is one column of a list of records: a field of the record, or a field
// of its cadre.
type column struct {
	id    string // in the grid
	field string // the subject is asked for
	grid.Column
	rank   int  // the lower, the sooner shown
	people bool // names of the cadres the records belong to
}

// Widths of columns at the text size of the program.
const (
	listWidth   = 1130 // what the columns shown at first may take together
	besideWidth = 640  // beside the form
)

// columnsOf are the columns of a kind as described, with the post of the cadre
// beside the name: a name alone says little.
func columnsOf(kind *data.Kind) []column {
	var list []column
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if f.Hidden() || f.Type == data.TypeBlob {
			continue
		}
		list = append(list, fieldColumn(kind, f))
		if f.Owner && f.Kind == data.CadreKind.Name && kind != data.AppointmentKind {
			title := criteria.SubjectNamed("cadre").Field("title").Label
			list = append(list, column{
				id: "holder", field: title, rank: 1,
				Column: grid.Column{ID: "holder", Title: title, Width: 190},
			})
		}
	}
	show(list, listWidth)
	return list
}

func fieldColumn(kind *data.Kind, f *data.Field) column {
	c := column{id: f.Key, field: f.Key, rank: 2, Column: grid.Column{ID: f.Key, Title: f.Label}}
	c.Width, c.Align = width(f)
	if f.Type == data.TypeLong {
		c.rank = 4
	}
	if f == kind.Title() && f.Type == data.TypeText && f.Max > 20 {
		c.Width = 250
	}
	c.Width = max(c.Width, float32(len([]rune(f.Label)))*15+headRoom)
	c.people = f.Owner && f.Kind == data.CadreKind.Name
	switch {
	case f.Owner || f == kind.Title() || f == kind.Moment():
		c.rank = 0
	case f.Required:
		c.rank = 1
	}
	return c
}

// headRoom is what a title needs beside its words: padding and the mark of the
// order.
const headRoom = 40

// width is what the values of a field need, and at which side they stand.
func width(f *data.Field) (float32, fyne.TextAlign) {
	switch f.Type {
	case data.TypeMonth:
		return 92, fyne.TextAlignTrailing
	case data.TypeDate:
		return 106, fyne.TextAlignTrailing
	case data.TypeInt:
		return 72, fyne.TextAlignTrailing
	case data.TypeBool:
		return 72, fyne.TextAlignLeading
	case data.TypeCode:
		longest := 0
		for _, label := range data.ListNamed(f.List).Labels() {
			longest = max(longest, len([]rune(label)))
		}
		return min(170, float32(longest)*15+24), fyne.TextAlignLeading
	case data.TypeRef:
		switch f.Kind {
		case data.CadreKind.Name:
			return 86, fyne.TextAlignLeading
		case data.UnitKind.Name:
			return 130, fyne.TextAlignLeading
		}
		return 160, fyne.TextAlignLeading
	case data.TypeLong:
		return 220, fyne.TextAlignLeading
	}
	if f.Max > 0 && f.Max <= 20 {
		return 92, fyne.TextAlignLeading
	}
	return 150, fyne.TextAlignLeading
}

// show hides the columns that do not fit a width, the least important first;
// what is left over goes to the columns of text.
func show(list []column, width float32) {
	for i := range list {
		list[i].Hidden = true
	}
	for rank := 0; rank <= 4; rank++ {
		for i := range list {
			if c := &list[i]; c.rank == rank && (c.Width <= width || rank == 0) {
				c.Hidden = false
				width -= c.Width
			}
		}
	}
	widest := float32(0)
	for _, c := range list {
		if !c.Hidden {
			widest = max(widest, min(c.Width, 150))
		}
	}
	for i := range list {
		list[i].Flexible = !list[i].Hidden && list[i].Width >= widest
	}
}

func gridColumns(list []column) []grid.Column {
	columns := make([]grid.Column, len(list))
	for i, c := range list {
		columns[i] = c.Column
	}
	return columns
}

func fields(list []column) []string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.field
	}
	return names
}

// firstOrder is the order a list is in at first: what happened last stands at
// the top.
func firstOrder(kind *data.Kind) (column string, descending bool) {
	switch m := kind.Moment(); {
	case m != nil && m.Type != data.TypeRef:
		return m.Key, true
	case kind.Field("year") != nil:
		return "year", true
	case kind.Field("sort") != nil:
		return "sort", false
	case m != nil:
		return m.Key, true
	}
	return kind.Fields[0].Key, false
}

// order is how the rows are asked for. Equals stand in the order of units and
// posts where they are about cadres.
func order(subject *criteria.Subject, list []column, id string, descending bool) []criteria.Order {
	var by []criteria.Order
	for _, c := range list {
		switch {
		case c.id != id:
		case c.people: // by reading, not by code point
			by = append(by, criteria.Order{Field: "pinyin", Descending: descending})
		default:
			by = append(by, criteria.Order{Field: c.field, Descending: descending})
		}
	}
	if f := subject.Field("机构排序"); f != nil {
		by = append(by, criteria.Order{Field: f.Key})
	}
	return by
}
