// Package scenario is the workspace of trial placements (调配方案). It applies
// moves to the records on trial and shows the result beside them. It carries
// out a plan that the committee has decided as one change.
package scenario

import (
	"context"
	"fmt"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
	teams "huoshui/data/team"
)

// person is somebody who can be moved into a post.
type person struct {
	id, head, note string
	post           string // suggested for; empty when looked up
}

// model holds the data of the room without the window.
type model struct {
	desk *desk.Desk

	plans  []*data.Scenario
	units  []*data.Unit   // the teams there are
	plan   *data.Scenario // the one being worked on
	moves  []*data.Move
	stored kept // the plan and its moves as they were read or last saved
	dirty  bool // moves or head differ from what is stored
	unit   string
	ledger *teams.Ledger
	people []person
	search string
	names  map[data.Ref]string // of the cadres and posts the moves speak of

	outcome *teams.Outcome
	why     string // why there is no outcome

	reading, opening, playing, finding desk.Latest
	saving                             desk.Saving
	onUnits                            func() // the teams have been read
	onChange                           func()
}

func newModel(d *desk.Desk) *model { return &model{desk: d, onUnits: func() {}, onChange: func() {}} }

// stock is what the room reads first: all plans and teams.
type stock struct {
	plans []*data.Scenario
	units []*data.Unit
}

// read reads the plans and the teams, and begins a new plan when there is none at
// work, with the first team.
func (m *model) read() {
	db, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.reading, func(ctx context.Context) (s stock, err error) {
		if s.units, err = store.Units(ctx, db, at); err == nil {
			s.plans, err = store.Find[data.Scenario](ctx, db)
		}
		return s, err
	}, func(s stock) {
		m.plans = s.plans
		m.units = slices.DeleteFunc(s.units, func(u *data.Unit) bool { return u.Kind == data.UnitFolder || !u.Exists(at) })
		if m.unit == "" && len(m.units) > 0 {
			m.unit = m.units[0].ID
		}
		m.onUnits()
		slices.SortFunc(m.plans, func(a, b *data.Scenario) int { return int(b.At) - int(a.At) })
		if m.plan == nil {
			m.fresh()
		}
		m.look()
		m.play()
	})
}

// fresh begins a plan.
func (m *model) fresh() {
	m.plan = &data.Scenario{Name: fmt.Sprintf("%s调配方案", m.desk.At.Chinese()), At: m.desk.At, Since: m.desk.At.Add(1)}
	m.moves, m.stored, m.dirty = nil, kept{}, false
	m.play()
}

// load goes to a stored plan.
func (m *model) load(id string) {
	i := slices.IndexFunc(m.plans, func(s *data.Scenario) bool { return s.ID == id })
	if i < 0 {
		m.fresh()
		return
	}
	plan, db := *m.plans[i], m.desk.Store
	desk.Ask(m.desk, &m.opening, func(ctx context.Context) ([]*data.Move, error) {
		return teams.MovesOf(ctx, db, id)
	}, func(moves []*data.Move) {
		m.plan, m.moves, m.stored, m.dirty = &plan, moves, keptOf(&plan, moves), false
		m.play()
	})
}

// choose takes a team whose posts are to be filled.
func (m *model) choose(unit string) {
	m.unit = unit
	m.look()
}

// look reads the team's ledger and who could be put into its posts.
func (m *model) look() {
	if m.unit == "" {
		m.ledger, m.people = nil, nil
		m.onChange()
		return
	}
	db, at, unit := m.desk.Store, m.desk.At, m.unit
	desk.Ask(m.desk, &m.finding, func(ctx context.Context) (*teams.Ledger, error) {
		return teams.OpenLedger(ctx, db, unit, at)
	}, func(l *teams.Ledger) {
		m.ledger, m.people = l, suggested(l)
		m.onChange()
	})
}

// suggested are the people the ledger puts forward, each once.
func suggested(l *teams.Ledger) []person {
	var list []person
	for _, s := range l.Suggestions {
		for _, p := range s.Prospects {
			if slices.ContainsFunc(list, func(o person) bool { return o.id == p.Cadre.ID }) {
				continue
			}
			head := fmt.Sprintf("%s　%d岁　%d 分", p.Cadre.Name, p.Age, p.Score)
			if p.InReserve {
				head += "　储备库"
			}
			list = append(list, person{p.Cadre.ID, head, p.Title, s.Post.Name})
		}
	}
	return list
}

// find looks for cadres by name or initials; an empty text goes back to those
// suggested.
func (m *model) find(text string) {
	m.search = text
	if text == "" {
		if m.ledger != nil {
			m.people = suggested(m.ledger)
		}
		m.onChange()
		return
	}
	db, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.finding, func(ctx context.Context) ([]person, error) {
		where := criteria.Criterion{Any: []criteria.Criterion{
			criteria.If("姓名", criteria.Contains, text), criteria.If("拼音首字母", criteria.Contains, text),
			criteria.If("拼音", criteria.Contains, text), criteria.If("现任职务", criteria.Contains, text),
		}}
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return nil, err
		}
		q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: where, At: at, Book: source.Book}
		rows, err := q.Distinct(ctx, db, "姓名", "年龄", "现任职务")
		var list []person
		for _, r := range rows[:min(len(rows), 40)] {
			list = append(list, person{id: r[0], head: r[1] + "　" + r[2] + "岁", note: r[3]})
		}
		return list, err
	}, func(list []person) {
		m.people = list
		m.onChange()
	})
}

// place puts a cadre into a post: what the cadre holds as the main post ends.
func (m *model) place(cadre, post string) {
	if m.plan.Decision != "" {
		m.desk.Shell.Say(kit.NoticeDoubt, "这个方案已经执行，不能再改；可以新建一个方案。")
		return
	}
	db, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.opening, func(ctx context.Context) (*data.Move, error) {
		return newMove(ctx, db, cadre, post, at)
	}, func(move *data.Move) {
		m.moves = slices.DeleteFunc(m.moves, func(o *data.Move) bool { return o.Cadre == move.Cadre })
		m.moves = append(m.moves, move)
		m.changed()
	})
}

// remove takes a move out of the plan.
func (m *model) remove(i int) {
	if i >= 0 && i < len(m.moves) && m.plan.Decision == "" {
		m.moves = slices.Delete(slices.Clone(m.moves), i, i+1)
		m.changed()
	}
}

// alter puts another move in the place of one.
func (m *model) alter(i int, move *data.Move) {
	if i >= 0 && i < len(m.moves) && m.plan.Decision == "" {
		m.moves = slices.Clone(m.moves)
		m.moves[i] = move
		m.changed()
	}
}

// project looks at the plan in another month; what is no month yet is let be.
func (m *model) project(text string) {
	at, err := data.ParseMonth(text)
	if err != nil || m.plan == nil || at == m.plan.At || m.plan.Decision != "" {
		return
	}
	m.plan.At = at
	m.changed()
}

func (m *model) changed() {
	m.dirty = true
	m.play()
}

// play works out what the moves would bring about.
func (m *model) play() {
	m.outcome, m.why = nil, "把人选拖到职位上，或选中人选再点职位；这里显示调配前后灯色、指标和须注意的事。"
	if len(m.moves) == 0 {
		m.onChange()
		return
	}
	db, plan, moves := m.desk.Store, *m.plan, slices.Clone(m.moves)
	type answer struct {
		outcome *teams.Outcome
		names   map[data.Ref]string
	}
	m.why = "正在推算…"
	m.onChange()
	desk.Try(&m.playing, m.desk.Run, func(ctx context.Context) (a answer, err error) {
		if a.names, err = namesOf(ctx, db, moves, plan.At); err != nil || plan.Decision != "" {
			return a, err
		}
		a.outcome, err = teams.Play(ctx, db, &plan, moves)
		return a, err
	}, func(a answer, err error) {
		m.names, m.outcome, m.why = a.names, a.outcome, ""
		if plan.Decision != "" {
			m.why = "这个方案已经执行，结果在任职记录里。"
		}
		if err != nil {
			m.why = data.Sentence(err)
		}
		m.onChange()
	})
}

// save keeps the plan with its moves as one change. What is written is a copy:
// the plan may be worked on meanwhile, and is as unsaved as it was then.
func (m *model) save(done func()) {
	m.saving.Do(func(end func()) { m.saveNow(func() { end(); done() }, end) })
}

func (m *model) saveNow(onSaved, onFailed func()) {
	before, shown, stored := *m.plan, slices.Clone(m.moves), m.stored
	written := keptOf(&before, shown)
	plan, moves := written.plan, written.moves
	m.desk.WriteOr("保存调配方案", func(ctx context.Context, tx *store.Tx) error {
		return stored.replace(ctx, tx, plan, moves)
	}, func() {
		m.stored = keptOf(plan, moves)
		m.dirty = *m.plan != before || !slices.Equal(m.moves, shown)
		data.Follow(m.plan, &before, plan) // also what somebody else has changed in it
		m.plan.ID = plan.ID
		for i, move := range m.moves {
			if at := slices.Index(shown, move); at >= 0 {
				m.moves[i] = moves[at] // which has got its ID
			}
		}
		m.read()
		onSaved()
	}, onFailed)
}

// apply carries the plan out as the committee has decided.
func (m *model) apply(doc batch.Document) {
	user, id := m.desk.User, m.plan.ID
	desk.Do(m.desk, desk.Job[string]{
		Work: func(ctx context.Context, s *store.Store, _ data.Progress) (string, error) {
			return teams.Apply(ctx, s, user, id, doc)
		},
		OnDone: func(string) {
			m.desk.Shell.Say(kit.NoticeGood, "已按方案登记任免，可以在“最近改动”里整份撤回。")
			m.plan = nil
			m.read()
		},
	})
}
