// Package decide enters an appointment document (任免文件): one decision of the
// committee that moves many people at once.
package decide

import (
	"context"
	"fmt"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// model is the document while the user enters it.
type model struct {
	desk   *desk.Desk
	latest desk.Latest
	saving desk.Saving

	document *batch.Document
	moves    []*batch.Move
	lists    lists
	change   string // ID of the change last saved, to be taken back

	onChange func()
}

// lists are the records that the document can refer to: IDs with the texts to
// show.
type lists struct {
	cadres, posts []input.Option
	titles        map[string]string           // of appointments
	held          map[data.Ref][]input.Option // appointments in force, by cadre
	words         map[string]string           // of cadres and posts
}

// read reads the people, units and posts that a document can name.
func (m *model) read() {
	db, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.latest, func(ctx context.Context) (lists, error) {
		return fetch(ctx, db, at)
	}, func(l lists) {
		m.lists = l
		m.onChange()
	})
}

func fetch(ctx context.Context, db store.View, at data.Month) (lists, error) {
	l := lists{titles: map[string]string{}, held: map[data.Ref][]input.Option{}, words: map[string]string{}}
	people := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: at}
	ids, err := people.IDs(ctx, db, criteria.Order{Field: "name"})
	if err != nil {
		return l, err
	}
	cells, err := people.Rows(ctx, db, []criteria.Order{{Field: "name"}}, "姓名", "出生年月", "现任职务")
	if err != nil {
		return l, err
	}
	for i, id := range ids {
		l.cadres = append(l.cadres, l.word(id, fmt.Sprintf("%s　%s　%s", cells[i][0], cells[i][1], cells[i][2])))
		l.words[id] = cells[i][0]
	}
	posts := criteria.Query{Subject: criteria.SubjectNamed("职位"), At: at}
	if ids, err = posts.IDs(ctx, db); err != nil {
		return l, err
	}
	if cells, err = posts.Cells(ctx, db, ids, "机构", "职位名称", "空缺"); err != nil {
		return l, err
	}
	for i, id := range ids {
		text := cells[i][0] + cells[i][1]
		choice := l.word(id, text)
		if cells[i][2] != "0" {
			choice.Text += "　空缺 " + cells[i][2]
		}
		l.posts = append(l.posts, choice)
	}
	open, err := store.Find[data.Appointment](ctx, db, store.Where("until", data.Month(0)))
	for _, a := range open {
		l.titles[a.ID] = a.Title
		l.held[a.Cadre] = append(l.held[a.Cadre], input.Option{Value: a.ID, Text: a.Title})
	}
	return l, err
}

func (l *lists) word(id, text string) input.Option {
	l.words[id] = text
	return input.Option{Value: id, Text: text}
}

// reset begins a new document.
func (m *model) reset() {
	m.document, m.moves = &batch.Document{}, nil
}

// Put adds a move, or replaces the one with the same ID.
func (m *model) put(move *batch.Move) {
	if move.ID == "" {
		move.ID = data.NewID()
	}
	kept := *move
	if i := slices.IndexFunc(m.moves, func(x *batch.Move) bool { return x.ID == move.ID }); i >= 0 {
		m.moves[i] = &kept
	} else {
		m.moves = append(m.moves, &kept)
	}
	m.onChange()
}

func (m *model) remove(row int) {
	if row >= 0 && row < len(m.moves) {
		m.moves = slices.Delete(m.moves, row, row+1)
		m.onChange()
	}
}

// rows are the moves as the table shows them.
func (m *model) rows() grid.Rows {
	var rows grid.Rows
	how, leaving := data.ListNamed("how"), data.ListNamed("leaving")
	for _, move := range m.moves {
		begins := move.Title
		if begins == "" {
			begins = m.lists.words[string(move.Post)]
		}
		rows = append(rows, []string{
			m.lists.words[string(move.Cadre)], m.lists.titles[string(move.Ends)], leaving.Label(move.Leaving), begins, how.Label(move.How),
		})
	}
	return rows
}

// problem says what keeps the document from being saved; empty when nothing.
func (m *model) problem() string {
	if len(m.moves) == 0 {
		return "还没有任免事项。"
	}
	for i, move := range m.moves {
		if move.Ends == "" && move.Post == "" && move.Title == "" {
			return fmt.Sprintf("第 %d 项既没有免也没有任。", i+1)
		}
	}
	if err := batch.DocumentKind.Problem(m.document); err != nil {
		return err.Error() + "。"
	}
	return ""
}

// save carries the document out. A document that is being carried out is not
// carried out twice: afterwards the form is empty.
func (m *model) save() {
	if text := m.problem(); text != "" {
		m.desk.Shell.Say(kit.NoticeDoubt, text)
		return
	}
	doc, moves := *m.document, make([]batch.Move, len(m.moves))
	for i, move := range m.moves {
		moves[i] = *move
	}
	user := m.desk.User
	m.saving.Do(func(end func()) {
		desk.Do(m.desk, desk.Job[string]{
			Work: func(ctx context.Context, s *store.Store, _ data.Progress) (string, error) {
				return batch.Decide(ctx, s, user, doc, moves)
			},
			OnDone: func(change string) {
				m.change = change
				m.reset()
				m.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("%s 已登记，%d 项任免已生效，职位空缺随之更新。", doc.Document, len(moves)))
				m.read()
				end()
			},
			OnFailed: func(error) { end() },
		})
	})
}

// takeBack undoes the document saved last.
func (m *model) takeBack() {
	m.desk.TakeBack(m.change, "撤回任免文件", func() {
		m.change = ""
		m.desk.Shell.Say(kit.NoticeGood, "已撤回，任职恢复原样。")
		m.read()
	})
}
