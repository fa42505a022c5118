package criteria

import (
	"fmt"

	"huoshui/data"
)

// plainSubjects makes a subject of every kind of record that has none of its
// own, so that whatever is described can be listed, filtered and counted.
func plainSubjects() []*Subject {
	var list []*Subject
	for _, kind := range data.Kinds() {
		if !taken(kind) && kind != data.OriginalKind {
			list = append(list, plain(kind))
		}
	}
	return list
}

func taken(kind *data.Kind) bool {
	for _, s := range special {
		if s.Name == kind.Name || s.Label == kind.Label {
			return true
		}
	}
	return false
}

// plain is the subject of a kind: its own fields, the names of what it refers
// to and, when it belongs to a cadre, the fields of the cadre.
func plain(kind *data.Kind) *Subject {
	s := &Subject{Name: kind.Name, Label: kind.Label, Counter: "条", id: "x.id", from: kind.Name + " x", base: existence(kind)}
	s.Fields = together(kindFields(kind, "x"), references(kind))
	if !taken(kind) { // else the fields speak of the special subject's own tables
		s.Fields = together(s.Fields, recordDue(kind), recordCounted(kind))
	}
	s.own = labels(together(references(kind), s.Fields))
	if f := kind.OwnedBy(data.CadreKind); f != nil {
		s.from += " LEFT JOIN cadre c ON c.id = x." + f.Key + current
		s.Fields = together(s.Fields, personFields(), postFields())
		if f.Required {
			s.Counter, s.who = "人", "x."+f.Key
		}
	}
	return s
}

// existence is when a record of a kind is there: while it lasts, if it has
// begin and end; within the period, if it happens at a time; else always.
func existence(kind *data.Kind) string {
	if kind.Field("since") != nil && kind.Field("until") != nil {
		return active("x")
	}
	if f := kind.Moment(); f != nil {
		return within(monthOf(kind, f))
	}
	if kind.Field("year") != nil {
		return "(x.year >= :from / 100 AND x.year <= :at / 100)"
	}
	return "1"
}

// monthOf is the month of a kind's moment as SQL, also when the moment stands
// in another record.
func monthOf(kind *data.Kind, f *data.Field) string {
	column := "x." + f.Key
	if f.Type == data.TypeRef {
		other := data.KindNamed(f.Kind)
		column = fmt.Sprintf("(SELECT y.%s FROM %s y WHERE y.id = x.%s)", f.Moment, f.Kind, f.Key)
		f = other.Field(f.Moment)
	}
	if f.Type == data.TypeDate {
		return "(" + column + " / 100)"
	}
	return column
}

// references offers each reference by the name of what it refers to.
func references(kind *data.Kind) []Field {
	var fields []Field
	for _, f := range kind.Fields {
		if f.Type == data.TypeRef {
			fields = append(fields, computed(f.Key, f.Label, data.TypeText, "", nameOf(&f, "x."+f.Key, 0)))
		}
	}
	return fields
}

// nameOf is the name of the record a column refers to. A post is named with
// its unit, because 书记 alone says nothing.
func nameOf(f *data.Field, column string, depth int) string {
	kind, alias := data.KindNamed(f.Kind), fmt.Sprintf("n%d", depth)
	title := kind.Title()
	if title == nil || depth > 3 {
		return "''"
	}
	expr := alias + "." + title.Key
	switch {
	case kind == data.PostKind:
		expr = "(SELECT u1.short FROM unit u1 WHERE u1.id = " + alias + ".unit) || " + expr
	case title.Type == data.TypeRef:
		expr = nameOf(title, expr, depth+1)
	}
	return fmt.Sprintf("COALESCE((SELECT %s FROM %s %s WHERE %s.id = %s), '')", expr, kind.Name, alias, alias, column)
}

// RecordsOf is the subject of all records of a kind as they are kept, whatever
// other subjects look at the same kind in another way.
func RecordsOf(kind *data.Kind) *Subject {
	for _, s := range subjects {
		if s.Name == kind.Name && s.id == "x.id" {
			return s
		}
	}
	return plain(kind)
}
