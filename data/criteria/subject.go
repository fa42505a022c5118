package criteria

import (
	"slices"

	"huoshui/data"
)

// Subject is what a criterion is about: persons on file, holdings of a post,
// memberships of the reserve … Its rows are those that exist at the as-of
// month or, for things that happen, within the period that ends with it.
//
// A subject says what can be asked and does not depend on the engine. The
// dialect says where its rows come from and what SQL a field has.
type Subject struct {
	Name    string // on the command line
	Label   string // Chinese name
	Counter string // 人, 个, 次
	Fields  []Field

	kind   *data.Kind // the rows are records of this kind; nil where they are looked at in a way of their own
	exists existence
	people bool     // each row is about a cadre
	own    []string // labels of the fields that tell rows apart
}

// existence says when a row of a subject exists.
type existence int

const (
	always  existence = iota
	lasts             // from its first month until before its end
	happens           // when its moment falls within the period
	yearly            // when its year is one of the period's
)

// Field is what can be asked about a subject.
type Field struct {
	data.Field
	// Known names the field that tells how much of this number stands on records
	// of single people, where the rest is only known as a number; empty where
	// there is no such difference.
	Known string
	// Happens says that the field counts what has happened up to the month, so that
	// it says nothing of a month to come.
	Happens bool

	part string // what the field tells about; a dialect looks it up by part and key
}

// Parts of a row that have fields of their own, beside the kinds of records.
const (
	partCadre   = "cadre"   // the person
	partHolding = "holding" // the post a person holds
	partPlace   = "place"   // a post as a place to be filled
)

// Field finds a field by label or key; nil when the subject lacks it.
func (s *Subject) Field(name string) *Field {
	for i := range s.Fields {
		if s.Fields[i].Label == name || s.Fields[i].Key == name {
			return &s.Fields[i]
		}
	}
	return nil
}

// PeopleColumns are the fields that identify people in a list.
func PeopleColumns() []string {
	return []string{"姓名", "机构", "职位", "出生年月", "年龄"}
}

// Columns are the fields that identify rows in a list: the fields of the
// record itself or, when rows combine several kinds of records, those of the
// person.
func (s *Subject) Columns() []string {
	switch {
	case s.own != nil:
		return s.own
	case s.Personal():
		return PeopleColumns()
	}
	return labels(s.Fields)
}

func labels(fields []Field) []string {
	list := make([]string, len(fields))
	for i := range fields {
		list[i] = fields[i].Label
	}
	return list
}

// Personal reports whether each row is about a cadre.
func (s *Subject) Personal() bool { return s.people }

// Happens reports a subject of things that happen within a period, not of
// states that hold at a month.
func (s *Subject) Happens() bool { return s.exists == happens || s.exists == yearly }

var subjects = slices.Concat(special, views(), plainSubjects())

// Subjects lists all subjects.
func Subjects() []*Subject { return subjects }

// SubjectNamed finds a subject by name or label; nil when there is none.
func SubjectNamed(name string) *Subject {
	for _, s := range subjects {
		if s.Name == name || s.Label == name {
			return s
		}
	}
	return nil
}

// special are the subjects that are more than one kind of record.
var special = []*Subject{
	{Name: "cadre", Label: "干部", Counter: "人", exists: lasts, people: true, Fields: together(personFields, holdingFields)},
	{Name: "holding", Label: "任职", Counter: "人", exists: lasts, people: true, Fields: together(personFields, holdingFields)},
	{Name: "appointing", Label: "新任职", Counter: "人", exists: happens, people: true, Fields: together(personFields, holdingFields)},
	{Name: "reserve", Label: "储备", Counter: "人", exists: lasts, people: true, Fields: together(kindFields(data.ReserveKind), personFields, holdingFields)},
	{Name: "entering", Label: "入库", Counter: "人", exists: happens, people: true, Fields: together(kindFields(data.ReserveKind), personFields, holdingFields)},
	{Name: "leaving", Label: "出库", Counter: "人", exists: happens, people: true, Fields: together(kindFields(data.ReserveKind), personFields, holdingFields)},
	{Name: "round", Label: "储备库调整", Counter: "次", exists: happens, Fields: together(kindFields(data.RoundKind), roundFields)},
	{Name: "post", Label: "职位", Counter: "个", exists: lasts, Fields: together(kindFields(data.PostKind), seatFields)},
	{Name: "unit", Label: "机构", Counter: "个", exists: lasts, Fields: together(kindFields(data.UnitKind), unitFields)},
}

// together joins lists of fields; of two with one label the first stays.
func together(lists ...[]Field) []Field {
	var all []Field
	seen := map[string]bool{}
	for _, list := range lists {
		for _, f := range list {
			if !seen[f.Label] {
				seen[f.Label] = true
				all = append(all, f)
			}
		}
	}
	return all
}
