package sample

import (
	"slices"

	"huoshui/data"
)

// The simulation begins so early that everybody put there without a past has
// retired before the records begin.
const (
	begin       data.Month = 197601
	recordsFrom data.Month = 201801
)

// world is the county while it is being lived through.
type world struct {
	options Options
	words   *vocabulary
	chance  chance
	ids     ids
	serial  int // of the records of the structure

	classes map[string]*class
	groups  map[string]*group
	units   []*unit
	towns   []string // full names of the townships, for phrases
	ordered []*class // by importance
	older   map[int]*class
	lower   map[data.Month]bool // months of change of term, one level down
	own     map[data.Month]bool // and of this level

	now     data.Month
	persons []*person // everybody ever, by serial
	active  []*person // in service
	rounds  []*round
	photos  map[data.Code][]data.Blob
	plan    *plan
	avoid   map[string]bool // names not to be given

	numbered map[birthday]int // how many ID numbers have been given

	surnames []share[string]
}

func newWorld(o Options, v *vocabulary) *world {
	w := &world{
		options: o, words: v, chance: newChance(o.Seed, 1), ids: newIDs(o.Seed, o.At),
		groups: map[string]*group{}, older: map[int]*class{},
		lower: months(v.place.Terms.Lower), own: months(v.place.Terms.Own),
		photos: map[data.Code][]data.Blob{"1": nil, "2": nil}, avoid: map[string]bool{}, numbered: map[birthday]int{}, surnames: shares(v.names.Surnames),
	}
	classes := slices.Clone(v.place.Class)
	for _, nl := range v.place.Nonleading {
		c := &class{Name: nl.Name, Grade: nl.Grade, Managed: nl.Managed, nonleading: true}
		classes = append(classes, c)
		w.older[nl.Grade] = c
	}
	w.classes = link(classes)
	w.ordered = slices.Clone(classes)
	slices.SortStableFunc(w.ordered, func(a, b *class) int { return b.Order - a.Order })
	for _, g := range v.place.Group {
		w.groups[g.Name] = g
	}
	for _, name := range v.names.Avoid.Names {
		w.avoid[name] = true
	}
	w.tree()
	w.towns = v.place.Towns
	for _, u := range v.place.Unit {
		if w.groups[u.Group].Township {
			w.towns = append(w.towns, u.Name)
		}
	}
	return w
}

func months(list []string) map[data.Month]bool {
	set := map[data.Month]bool{}
	for _, text := range list {
		set[mustMonth(text)] = true
	}
	return set
}

// run lives through the months up to At.
func (w *world) run() {
	w.now = begin
	w.populate()
	for w.now = begin.Add(1); w.now <= w.options.At; w.now = w.now.Add(1) {
		w.depart()
		w.giveUp()
		w.meet()
		w.middle()
		w.hire()
		w.second()
		w.adjustReserve()
	}
	w.now = w.options.At
	w.finish()
	w.plan = w.arrange()
}

// populate fills the county at the beginning with people who will all have
// left before the records begin.
func (w *world) populate() {
	for _, c := range w.ordered {
		for _, s := range c.seats {
			for s.unit.open(w.now) && !c.nonleading && s.free() > 0 && w.chance.percent(88) {
				p := w.newPerson(1960)
				p.birth = w.now.Add(-12*w.chance.between(20+c.Grade*4, 54) - w.chance.between(0, 11))
				p.study, p.party = study{edu: "高中"}, w.now.Add(-60)
				p.part = part{course: w.words.schools.Part[0], to: w.now}
				p.work = w.now.Add(-120)
				p.note(c.Grade, w.now.Add(-72))
				p.postsAt[c.Grade] = 2
				w.enter(p, s)
			}
		}
	}
}

// enter begins service at a seat of ours.
func (w *world) enter(p *person, s *seat) {
	kind := howFirst
	if p.outsider {
		kind = howLevel
		if s.class.Grade > p.grade {
			kind = howPromoted
		}
	}
	w.active = append(w.active, p)
	w.take(p, s, kind)
}

// take seats a person from this month on.
func (w *world) take(p *person, s *seat, how data.Code) {
	s.holders = append(s.holders, p)
	s.stale = 0
	p.seat = s
	p.path = append(p.path, step{seat: s, since: w.now, how: how, term: w.electing(s)})
	if !s.class.nonleading {
		p.note(s.class.Grade, w.now)
	}
}

// electing reports whether an appointment to the seat now is part of a change
// of term.
func (w *world) electing(s *seat) bool {
	return s.class.Term != "" && w.lower[w.now] || s.class.Managed == "1" && w.own[w.now]
}

// leave ends the present post this month.
func (w *world) leave(p *person, why data.Code) {
	i := slices.Index(p.seat.holders, p)
	p.seat.holders = slices.Delete(p.seat.holders, i, i+1)
	last := p.now()
	last.until, last.leaving = w.now, why
	p.recall(w.now)
	p.seat = nil
}

// move takes a person from one seat to another.
func (w *world) move(p *person, to *seat) {
	kind := how(p.seat.class, to.class)
	w.leave(p, leavingOther)
	w.take(p, to, kind)
}

// quit takes a person off the books.
func (w *world) quit(p *person, why data.Code) {
	leaving := map[data.Code]data.Code{
		goneRetired: leavingAge, goneMoved: leavingOther, goneResigned: leavingResigned, goneDied: leavingElse,
	}[why]
	w.leave(p, leaving)
	p.left, p.gone = w.now, why
	if r := p.reserved(); r != nil {
		r.close(w.now, exitFor(why), "离开本县（市）工作岗位", nil)
	}
}
