package report

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
	"huoshui/data/team"
)

// agenda is what a meeting is to decide, or has decided, on appointments: the
// people of a decision, of a trial placement, or cadres with the posts their
// own forms propose.
type agenda struct {
	people   []*person
	at       data.Month     // just before it takes effect
	decision *data.Decision // nil before there is one
}

// change is a post somebody is put into or taken out of.
type change struct {
	title      string
	unit, post data.Ref // empty where only the title is known
}

// titles are the titles of changes, one below the other.
func titles(changes []change) string {
	lines := make([]string, len(changes))
	for i, c := range changes {
		lines[i] = c.title
	}
	return strings.Join(lines, "\n")
}

// agenda finds what an order is about.
func (o Order) agenda(ctx context.Context) (*agenda, error) {
	if o.ID == "" || o.IDs != nil {
		return o.proposed(ctx)
	}
	for _, find := range []func(context.Context) (*agenda, error){o.decided, o.placed} {
		if a, err := find(ctx); !errors.Is(err, data.ErrNotFound) {
			return a, err
		}
	}
	return o.proposed(ctx)
}

// proposed are cadres with what their forms propose.
func (o Order) proposed(ctx context.Context) (*agenda, error) {
	people, err := o.cadres(ctx)
	for _, p := range people {
		if p.Proposed != "" {
			p.posts = []change{{title: string(p.Proposed)}}
		}
		if p.Removed != "" {
			p.removed = []change{{title: string(p.Removed)}}
		}
		p.note = string(p.Reason)
	}
	return &agenda{people: people, at: o.At}, err
}

// decided are the people of a decision, in the order of the posts they are put
// into, as they were before it took effect; ages are those of the decision. Of
// posts they leave it tells those that ended in the month the new ones begin,
// because an ended appointment does not say by which document.
func (o Order) decided(ctx context.Context) (*agenda, error) {
	decision, err := store.Get[data.Decision](ctx, o.Source.View, o.ID)
	if err != nil {
		return nil, err
	}
	a := &agenda{decision: decision}
	begun, err := store.Find[data.Appointment](ctx, o.Source.View,
		store.Where("document", decision.Document), store.Where("decided", int64(decision.Decided)))
	if err == nil {
		begun, err = o.byPost(ctx, begun)
	}
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(begun))
	since := decision.Decided.Month()
	for i, b := range begun {
		ids[i], since = string(b.Cadre), min(since, b.Since)
	}
	then := data.KnownBefore(decision.Decided, since)
	a.at = then.Month
	if a.people, err = o.persons(ctx, ids, then); err != nil {
		return nil, err
	}
	held, err := store.Find[data.Appointment](ctx, o.Source.View, store.Where("cadre", ids))
	for _, p := range a.people {
		p.at = decision.Decided.Month()
		p.decide(begun, held)
	}
	return a, err
}

// decide notes a person's part of a decision.
func (p *person) decide(begun, held []*data.Appointment) {
	var since data.Month
	for _, b := range begun {
		if string(b.Cadre) == p.ID {
			since = b.Since
			p.posts = append(p.posts, change{b.Title, b.Unit, b.Post})
		}
	}
	for _, h := range held {
		if string(h.Cadre) == p.ID && h.Until == since && h.Since < since {
			p.removed = append(p.removed, change{h.Title, h.Unit, h.Post})
		}
	}
}

// byPost puts appointments into the order of units and posts.
func (o Order) byPost(ctx context.Context, all []*data.Appointment) ([]*data.Appointment, error) {
	ids := make([]string, len(all))
	for i, a := range all {
		ids[i] = a.ID
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("appointing"), At: o.At}
	cells, err := q.Cells(ctx, o.Source.View, ids, "order")
	order := map[*data.Appointment]string{}
	for i, a := range all {
		order[a] = "~" // held without a post of ours: last
		if err == nil && cells[i] != nil {
			order[a] = cells[i][0]
		}
	}
	slices.SortStableFunc(all, func(a, b *data.Appointment) int { return cmp.Compare(order[a], order[b]) })
	return all, err
}

// placed are the people of a trial placement, in the order of its moves.
func (o Order) placed(ctx context.Context) (*agenda, error) {
	if _, err := store.Get[data.Scenario](ctx, o.Source.View, o.ID); err != nil {
		return nil, err
	}
	moves, err := team.MovesOf(ctx, o.Source.View, o.ID)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(moves))
	for i, m := range moves {
		ids[i] = string(m.Cadre)
	}
	people, err := o.persons(ctx, ids, o.known())
	if err != nil {
		return nil, err
	}
	for _, m := range moves {
		i := slices.IndexFunc(people, func(p *person) bool { return p.ID == string(m.Cadre) })
		if i < 0 {
			return nil, data.Orphan(data.MoveKind)
		}
		if err := o.place(ctx, people[i], m); err != nil {
			return nil, err
		}
	}
	return &agenda{people: people, at: o.At}, nil
}

// place notes a move of a trial placement with a person.
func (o Order) place(ctx context.Context, p *person, m *data.Move) error {
	if m.Post != "" {
		post, err := store.Get[data.Post](ctx, o.Source.View, string(m.Post))
		if err != nil {
			return err
		}
		unit, err := store.Unit(ctx, o.Source.View, string(post.Unit), o.At)
		if err != nil {
			return err
		}
		p.posts = append(p.posts, change{unit.Name + post.Name, post.Unit, m.Post})
	}
	if m.Leaves != "" {
		a, err := store.Get[data.Appointment](ctx, o.Source.View, string(m.Leaves))
		if err != nil {
			return err
		}
		p.removed = append(p.removed, change{a.Title, a.Unit, a.Post})
	}
	p.note = joined("；", p.note, string(m.Note))
	return nil
}
