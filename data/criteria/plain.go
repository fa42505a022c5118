package criteria

import (
	"sync"

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

// taken reports a kind that has a special subject.
func taken(kind *data.Kind) bool {
	for _, s := range special {
		if s.Name == kind.Name || s.Label == kind.Label {
			return true
		}
	}
	return false
}

// views look in another way at kinds of record that have a plain subject: at
// what began in the period, at what is listed for its years, at the latest.
func views() []*Subject {
	return []*Subject{
		view(data.LightKind, "lit", "班子灯色", "个", always, changeFields...),
		view(data.TaskKind, "listed", "年度清单事项", "项", yearly),
		view(data.LookBackKind, "looked_back", "年度回头看事项", "项", yearly),
		view(data.SentKind, "deployed", "时段内选派", "人次", happens),
		view(data.PostingKind, "seasoning", "新派锻炼", "人", happens),
		view(data.VacancyKind, "comparison", "职位比选", "个", happens),
	}
}

func view(kind *data.Kind, name, label, counter string, exists existence, more ...Field) *Subject {
	s := plain(kind)
	s.Name, s.Label, s.Counter, s.exists = name, label, counter, exists
	s.Fields = together(s.Fields, more)
	s.own = append(s.own, labels(more)...)
	return s
}

// plain is the subject of a kind: its own fields, the names of what it refers
// to and, when it belongs to a cadre, the fields of the cadre.
func plain(kind *data.Kind) *Subject {
	s := &Subject{Name: kind.Name, Label: kind.Label, Counter: "条", kind: kind, exists: existenceOf(kind)}
	s.Fields = together(kindFields(kind), references(kind))
	if !taken(kind) { // else the fields speak of the special subject's own tables
		s.Fields = together(s.Fields, recordFields(kind))
	}
	s.own = labels(together(references(kind), s.Fields))
	if f := kind.OwnedBy(data.CadreKind); f != nil {
		s.Fields = together(s.Fields, personFields, holdingFields)
		if f.Required {
			s.Counter, s.people = "人", true
		}
	}
	return s
}

// existenceOf is when a record of a kind is there: while it lasts, if it has
// begin and end; within the period, if it happens at a time; else always.
func existenceOf(kind *data.Kind) existence {
	switch {
	case kind.Field("since") != nil && kind.Field("until") != nil:
		return lasts
	case kind.Moment() != nil:
		return happens
	case kind.Field("year") != nil:
		return yearly
	}
	return always
}

// RecordsOf is the subject of all stored records of a kind. Other subjects may
// show the same kind differently.
func RecordsOf(kind *data.Kind) *Subject {
	if s := kept()[kind]; s != nil {
		return s
	}
	return plain(kind) // described since, as tests do
}

var kept = sync.OnceValue(func() map[*data.Kind]*Subject {
	all := map[*data.Kind]*Subject{}
	for _, kind := range data.Kinds() {
		all[kind] = plain(kind)
	}
	for _, s := range subjects {
		if s.kind != nil && s.Name == s.kind.Name {
			all[s.kind] = s
		}
	}
	return all
})
