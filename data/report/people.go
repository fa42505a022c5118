package report

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// person is what papers tell of a cadre at a month.
type person struct {
	*data.Cadre                   // as far as it was known
	at          data.Month        // of ages
	known       data.Known        // up to when
	facts       map[string]string // fields of the subject 干部 by label
	photo       []byte

	posts, removed []change // what a meeting is to decide or has decided: 拟任, 拟免
	note           string   // why
}

// personFacts are the fields of the subject 干部 that papers tell and that do not
// stand in the record itself.
var personFacts = []string{
	"机构", "现任职务", "职务层次", "任现职时间", "任现层次时间", "职级", "任现职级时间", "学历", "应到龄年月", "适用年龄界限",
}

// cadres are the people of an order: those given, in their order, else
// those its criterion finds, in the order of units and posts.
func (o Order) cadres(ctx context.Context) ([]*person, error) {
	switch {
	case o.IDs != nil:
		return o.persons(ctx, o.IDs, o.known())
	case o.ID != "":
		return o.persons(ctx, []string{o.ID}, o.known())
	}
	return o.byUnits(ctx)
}

// byUnits are the cadres an order is about in the order of units and posts, even
// when they are given in another.
func (o Order) byUnits(ctx context.Context) ([]*person, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: o.Where, At: o.At, Book: o.Source.Book, Only: o.IDs, Everyone: o.IDs != nil}
	ids, err := q.People(ctx, o.Source.View, criteria.Order{Field: "order"})
	if err != nil {
		return nil, err
	}
	return o.persons(ctx, ids, o.known())
}

// known is up to when papers know that are about no decision.
func (o Order) known() data.Known { return data.KnownAt(o.At, o.Source.View.Now()) }

// persons reads what papers tell of cadres, in the order of their IDs; nobody
// twice. Somebody who is not on file is data.ErrNotFound.
func (o Order) persons(ctx context.Context, ids []string, then data.Known) ([]*person, error) {
	cadres, err := store.Find[data.Cadre](ctx, o.Source.View, store.Where("id", orNone(ids)))
	if err != nil {
		return nil, err
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: then.Month, Book: o.Source.Book}
	found := make(map[string]*person, len(cadres))
	known := make([]string, len(cadres))
	for i, c := range cadres {
		known[i], found[c.ID] = c.ID, &person{Cadre: then.Cadre(c), at: then.Month, known: then, facts: map[string]string{}}
	}
	cells, err := q.Cells(ctx, o.Source.View, known, personFacts...)
	if err != nil {
		return nil, err
	}
	for i, id := range known {
		for k, label := range personFacts {
			found[id].facts[label] = cells[i][k]
		}
	}
	people := make([]*person, 0, len(ids))
	told := map[string]bool{}
	for _, id := range ids {
		switch p := found[id]; {
		case p == nil:
			return nil, fmt.Errorf("report: cadre: %w", data.ErrNotFound)
		case !told[id]:
			told[id] = true
			people = append(people, p)
		}
	}
	return people, nil
}

// orNone asks for no records at all when there are no IDs.
func orNone(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}

// photos reads the photos of people. Who has none stays without.
func (o Order) photos(ctx context.Context, people []*person) error {
	kept := map[data.Blob][]byte{}
	for _, p := range people {
		if p.Photo == "" {
			continue
		}
		if kept[p.Photo] == nil {
			bytes, err := store.Bytes(ctx, o.Source.View, p.Photo)
			if err != nil {
				return err
			}
			kept[p.Photo] = bytes
		}
		p.photo = kept[p.Photo]
	}
	return nil
}

// sex is 男 or 女.
func (p *person) sex() string { return data.ListNamed("sex").Label(p.Sex) }

// age in full years; empty when the month of birth is not known.
func (p *person) age() string {
	if p.Birth == 0 {
		return ""
	}
	return fmt.Sprint(p.at.Age(p.Birth))
}

// party is the form's 入党时间: when somebody joined the party, or which other
// party they belong to, or both.
func (p *person) party(month func(data.Month) string) string {
	return joined("；", month(p.PartyJoined), p.OtherParty)
}

// schoolOf is a school with what was studied there, and where the degree is from
// when that is another.
func schoolOf(school, degree string) string {
	if degree == school {
		return school
	}
	return joined("；", school, degree)
}

// shortFact is a month among the facts, as papers for meetings write it.
func (p *person) shortFact(label string) string {
	m, _ := data.ParseMonth(p.facts[label])
	return short(m)
}

// column is a column of a list of people: what it is called and what it tells.
type column struct {
	paper.Column
	tell  func(*person) string
	photo bool
}

// listing is a table of people. A running number stands in columns without
// a function of their own.
func listing(columns []column, people []*person) paper.Table {
	var t paper.Table
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	for i, p := range people {
		t.Rows = append(t.Rows, listed(columns, p, i+1))
	}
	return t
}

func listed(columns []column, p *person, number int) paper.Row {
	var row paper.Row
	for _, c := range columns {
		span := paper.Span{}
		switch {
		case c.photo:
			span.Photo = p.photo
		case c.tell != nil:
			span.Text = c.tell(p)
		case c.Title == "序号":
			span.Text = fmt.Sprint(number)
		}
		row.Cells = append(row.Cells, span)
	}
	return row
}
