package exchange

import (
	"cmp"
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// person is a cadre as the records have them, with all that a form tells.
type person struct {
	cadre        *data.Cadre
	resume       []*data.Resume
	family       []*data.Family
	appointments []*data.Appointment
	promotions   []*data.Promotion
	original     *data.Original
}

// people holds everybody, to be matched with and to be written out.
type people struct {
	all      []*person
	byID     map[string]*person
	byNumber map[string]*person
	byName   map[string][]*person
}

// loadPeople reads everybody, or those with the IDs given.
func loadPeople(ctx context.Context, r store.View, ids ...string) (*people, error) {
	cadres, err := store.Find[data.Cadre](ctx, r, those("id", ids)...)
	if err != nil {
		return nil, err
	}
	p := &people{byID: map[string]*person{}, byNumber: map[string]*person{}, byName: map[string][]*person{}}
	for _, c := range cadres {
		p.add(&person{cadre: c})
	}
	return p, p.attach(ctx, r, those("cadre", ids))
}

func (p *people) add(one *person) {
	c := one.cadre
	p.all = append(p.all, one)
	p.byID[c.ID] = one
	if c.IDNumber != "" {
		p.byNumber[c.IDNumber] = one
	}
	p.byName[c.Name] = append(p.byName[c.Name], one)
}

// those narrows a question to the IDs given, if any are.
func those(field string, ids []string) []store.Match {
	if len(ids) == 0 {
		return nil
	}
	return []store.Match{store.Where(field, ids)}
}

func (p *people) attach(ctx context.Context, r store.View, theirs []store.Match) error {
	if err := give(ctx, r, p, func(one *person, x *data.Resume) { one.resume = append(one.resume, x) }, theirs); err != nil {
		return err
	}
	if err := give(ctx, r, p, func(one *person, x *data.Family) { one.family = append(one.family, x) }, theirs); err != nil {
		return err
	}
	if err := give(ctx, r, p, func(one *person, x *data.Original) { one.original = x }, theirs); err != nil {
		return err
	}
	if err := give(ctx, r, p, func(one *person, x *data.Promotion) { one.promotions = append(one.promotions, x) }, theirs); err != nil {
		return err
	}
	return give(ctx, r, p, func(one *person, x *data.Appointment) { one.appointments = append(one.appointments, x) }, theirs)
}

// give gives every record of a kind to the person it belongs to.
func give[T any](ctx context.Context, r store.View, p *people, do func(*person, *T), matches []store.Match) error {
	found, err := store.Find[T](ctx, r, matches...)
	if err != nil {
		return err
	}
	kind := data.KindOf(*new(T))
	owner := kind.OwnedBy(data.CadreKind)
	for _, x := range found {
		id, _ := owner.Value(x).(string)
		one := p.byID[id]
		if one == nil {
			return data.Orphan(kind)
		}
		do(one, x)
	}
	return nil
}

func each[T any](ctx context.Context, r store.View, do func(*T), matches ...store.Match) error {
	found, err := store.Find[T](ctx, r, matches...)
	for _, x := range found {
		do(x)
	}
	return err
}

// held lists the appointments in force at a month, in the order in which the
// title of the person names them.
func (p *person) held(at data.Month) []*data.Appointment {
	var held []*data.Appointment
	for _, a := range p.appointments {
		if at.Within(a.Since, a.Until) {
			held = append(held, a)
		}
	}
	return data.InTitleOrder(held)
}

// mainPost is the appointment by which the person is known at a month: the main
// one, else the first; nil when there is none.
func (p *person) mainPost(at data.Month) *data.Appointment {
	held := p.held(at)
	if i := slices.IndexFunc(held, func(a *data.Appointment) bool { return a.Main }); i >= 0 {
		return held[i]
	}
	if len(held) > 0 {
		return held[0]
	}
	return nil
}

// coming are the titles of the posts on record to begin after a month.
func (p *person) coming(at data.Month) []string {
	var titles []string
	for _, a := range p.appointments {
		if a.Since > at && a.Until == 0 {
			titles = append(titles, splitTitles(a.Title)...)
		}
	}
	return titles
}

// grades are the ranks in grade (职级) up to a month, the present one first.
func (p *person) grades(at data.Month) []data.Promotion {
	var all []data.Promotion
	for _, x := range p.promotions {
		if x.Since <= at {
			all = append(all, *x)
		}
	}
	slices.SortStableFunc(all, func(a, b data.Promotion) int {
		return cmp.Or(cmp.Compare(b.Since, a.Since), cmp.Compare(a.Grade, b.Grade))
	})
	return all
}

// form tells the person as a form would at a month.
func (p *person) form(at data.Month) *form {
	f := &form{cadre: *p.cadre, photoOf: p.cadre.Photo}
	if file, err := keptFile(p.original); err == nil { // Export reports one that cannot be read
		f.file = file
	}
	for _, r := range p.resume {
		f.resume = append(f.resume, data.ResumeSegment{From: r.Since, To: r.Until, Text: string(r.Text)})
	}
	for _, m := range p.family {
		f.family = append(f.family, *m)
	}
	held := p.held(at)
	for _, a := range held {
		f.titles = append(f.titles, splitTitles(a.Title)...)
	}
	f.written = data.TitleText(p.cadre.WrittenTitle, held)
	f.coming = p.coming(at)
	if main := p.mainPost(at); main != nil {
		f.since = main.Since
	}
	f.grades = p.grades(at)
	return f
}

// equalTitles compares current posts without regard to their order.
func equalTitles(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
