// Package batch carries out what the office does to many records with one
// intention: a committee decision, enrolment in a class, a round of the reserve.
// Each is one change in the log.
package batch

import (
	"cmp"
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/store"
)

// Move is one line of an appointment document (任免文件): a cadre, the post taken
// from him, and the post given to him. One of the two may be empty.
type Move struct {
	ID      string
	Cadre   data.Ref  `label:"干部" ref:"cadre" required:""`
	Ends    data.Ref  `label:"免去" ref:"appointment" help:"现在担任的职务；只任不免的留空"`
	Leaving data.Code `label:"免职原因" list:"leaving" help:"空为另有任用"`
	Post    data.Ref  `label:"任" ref:"post" help:"只免不任的留空"`
	Title   string    `label:"职务名称" max:"324" help:"空为机构加职位"`
	How     data.Code `label:"任职方式" list:"how"`
	Term    bool      `label:"换届"`
	Beside  bool      `label:"不作为主要职务"`
}

// Document is the head of an appointment document: the decision, and the month
// from which its moves count.
type Document struct {
	ID       string
	Document string     `label:"任免文号" required:"" max:"60"`
	Decided  data.Date  `label:"决定日期" required:""`
	Since    data.Month `label:"任免年月" help:"空为决定日期当月"`
	Meeting  string     `label:"会议" max:"60"`
	Notice   data.Date  `label:"公示开始日期"`
	// NoticeEnds is its last day.
	NoticeEnds data.Date `label:"公示结束日期" help:"不少于五个工作日"`
}

// From is the month from which the moves count.
func (d Document) From() data.Month { return cmp.Or(d.Since, d.Decided.Month()) }

// The descriptions by which both are typed in.
var (
	MoveKind     = data.Sketch[Move]("move", "任免事项")
	DocumentKind = data.Sketch[Document]("document", "任免文件")
)

// Decide enters a decision of the committee with what follows from it: the
// appointments it ends and begins, and the vacancies it opens and fills. When
// there is a warning about an appointment, nothing is written and the error is
// a Doubt.
func Decide(ctx context.Context, s *store.Store, who string, doc Document, moves []Move) (change string, err error) {
	act := store.Act{Who: who, What: fmt.Sprintf("任免文件：%d 项", len(moves))}
	return s.Change(ctx, act, func(tx *store.Tx) error {
		if err := Check(ctx, tx, doc.From(), moves); err != nil {
			return err
		}
		_, err := Carry(ctx, tx, doc, moves)
		return err
	})
}

// Carry enters a decision as part of a change that is already open. It returns
// the ID of the decision.
func Carry(ctx context.Context, tx *store.Tx, doc Document, moves []Move) (data.Ref, error) {
	if err := DocumentKind.Problem(&doc); err != nil {
		return "", data.Refuse(err.Error()+"，没有保存。", nil)
	}
	decision := data.Decision{Document: doc.Document, Decided: doc.Decided, Meeting: doc.Meeting, Notice: doc.Notice, NoticeEnds: doc.NoticeEnds}
	if err := tx.Add(ctx, &decision); err != nil {
		return "", err
	}
	d := decider{ctx: ctx, tx: tx, decision: decision, since: doc.From(), places: map[data.Ref]int{}}
	for i, m := range moves {
		if err := d.move(m); err != nil {
			return "", fmt.Errorf("batch: move %d: %w", i+1, err)
		}
	}
	return data.Ref(decision.ID), d.vacancies()
}

type decider struct {
	ctx      context.Context
	tx       *store.Tx
	decision data.Decision
	since    data.Month
	places   map[data.Ref]int // where in the title of a cadre the post stood that was ended
	left     []data.Ref       // posts somebody has left
	filled   []data.Ref       // posts somebody has come to
}

func (d *decider) move(m Move) error {
	if m.Ends != "" {
		if err := d.end(m); err != nil {
			return err
		}
	}
	if m.Post != "" || m.Title != "" {
		return d.begin(m)
	}
	return nil
}

func (d *decider) end(m Move) error {
	return store.Edit(d.ctx, d.tx, string(m.Ends), func(a *data.Appointment) error {
		if a.Until != 0 {
			return data.Refuse(fmt.Sprintf("“%s”已经免去，不能再免。", a.Title), nil)
		}
		a.Until, a.Leaving = max(d.since, a.Since), m.Leaving
		if a.Leaving == "" && m.Post != "" {
			a.Leaving = data.LeavingReassigned
		}
		d.places[a.Cadre] = a.Sort
		if a.Post != "" {
			d.left = append(d.left, a.Post)
		}
		return nil
	})
}

func (d *decider) begin(m Move) error {
	place := d.places[m.Cadre]
	delete(d.places, m.Cadre) // one post takes it
	a := &data.Appointment{
		Cadre: m.Cadre, Post: m.Post, Title: m.Title, Main: !m.Beside, Sort: place, Since: d.since, How: m.How, Term: m.Term,
		Decided: d.decision.Decided, Document: d.decision.Document,
	}
	if m.Post != "" {
		post, err := store.Get[data.Post](d.ctx, d.tx, string(m.Post))
		if err != nil {
			return err
		}
		unit, err := store.Unit(d.ctx, d.tx, string(post.Unit), d.since)
		if err != nil {
			return err
		}
		a.Unit = post.Unit
		if a.Title == "" {
			a.Title = unit.Name + post.Name
		}
		d.filled = append(d.filled, m.Post)
	}
	return d.tx.Add(d.ctx, a)
}

// vacancies opens one for each post that has fewer people than approved since
// somebody left it, and closes those that somebody has come to.
func (d *decider) vacancies() error {
	for _, id := range d.filled {
		open, err := d.open(id)
		if err != nil {
			return err
		}
		if open != nil {
			filled := *open
			filled.Filled = d.decision.Decided
			if err := d.tx.Merge(d.ctx, open, &filled); err != nil {
				return err
			}
		}
	}
	for _, id := range d.left {
		if err := d.vacate(id); err != nil {
			return err
		}
	}
	return nil
}

func (d *decider) vacate(id data.Ref) error {
	post, err := store.Get[data.Post](d.ctx, d.tx, string(id))
	if err != nil {
		return err
	}
	holders, err := store.Holders(d.ctx, d.tx, d.since, string(id))
	if err != nil {
		return err
	}
	open, err := d.open(id)
	if err != nil || open != nil || store.Filled(holders[id]) >= post.Approved {
		return err
	}
	return d.tx.Add(d.ctx, &data.Vacancy{Post: id, Since: d.since, Reason: "原任职人员另有任用或免职"})
}

// open is the vacancy of a post that has not been filled; nil for none.
func (d *decider) open(post data.Ref) (*data.Vacancy, error) {
	found, err := store.Find[data.Vacancy](d.ctx, d.tx, store.Where("post", post), store.Where("filled", data.Date(0)))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}
