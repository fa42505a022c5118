package sample

import (
	"huoshui/data"
)

// book is a county read into lists and tables, as tests want it.
type book struct {
	all          []any
	units        []*data.Unit
	posts        []*data.Post
	targets      []*data.Target
	rounds       []*data.Round
	settings     []*data.Setting
	cadres       []*data.Cadre
	resume       []*data.Resume
	family       []*data.Family
	appointments []*data.Appointment
	reserve      []*data.Reserve

	unit  map[data.Ref]*data.Unit
	post  map[data.Ref]*data.Post
	cadre map[data.Ref]*data.Cadre
	round map[data.Ref]*data.Round

	accepted map[data.Ref]bool // cadres with a deviation the office has found right
}

func read(c *County) *book {
	b := &book{
		unit: map[data.Ref]*data.Unit{}, post: map[data.Ref]*data.Post{},
		cadre: map[data.Ref]*data.Cadre{}, round: map[data.Ref]*data.Round{},
		accepted: map[data.Ref]bool{},
	}
	for record := range c.Records() {
		b.all = append(b.all, record)
		id := data.Ref(data.IDOf(record))
		switch r := record.(type) {
		case *data.Unit:
			b.units, b.unit[id] = append(b.units, r), r
		case *data.Post:
			b.posts, b.post[id] = append(b.posts, r), r
		case *data.Target:
			b.targets = append(b.targets, r)
		case *data.Round:
			b.rounds, b.round[id] = append(b.rounds, r), r
		case *data.Setting:
			b.settings = append(b.settings, r)
		case *data.Cadre:
			b.cadres, b.cadre[id] = append(b.cadres, r), r
		case *data.Resume:
			b.resume = append(b.resume, r)
		case *data.Family:
			b.family = append(b.family, r)
		case *data.Appointment:
			b.appointments = append(b.appointments, r)
		case *data.Accepted:
			b.accepted[r.Cadre] = true
		case *data.Reserve:
			b.reserve = append(b.reserve, r)
		}
	}
	return b
}

// onFile counts the cadres in service here at a month.
func (b *book) onFile(at data.Month) int {
	serving := map[data.Ref]bool{}
	for _, a := range b.appointments {
		if holds(a, at) && a.Post != "" {
			serving[a.Cadre] = true
		}
	}
	return len(serving)
}

func holds(a *data.Appointment, at data.Month) bool {
	return a.Since <= at && (a.Until == 0 || a.Until > at)
}

// proper reports a post held in its own right, neither 挂职 nor 兼任.
func proper(a *data.Appointment) bool { return a.How != howSecond && a.How != howAlso }

func township(u *data.Unit) bool { return u.Kind == "31" || u.Kind == "32" || u.Kind == "33" }
