// Package choose is the workspace that compares candidates for a vacancy (比选).
// It shows the facts side by side, whether each candidate is eligible and by
// which rule, and who was chosen and why.
package choose

import (
	"context"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/rule"
	"huoshui/data/store"
	"huoshui/data/team"
)

// model holds the data of the room without the window.
type model struct {
	desk *desk.Desk

	vacancies []named
	vacancy   string // id of the one looked at
	found     *found
	at        int // column of the candidate looked at

	reading, looking desk.Latest
	onChange         func()
}

// named is an entry of a choice: an ID and its text.
type named struct {
	id, text   string
	candidates int
}

// found is everything read about a vacancy.
type found struct {
	vacancy    *data.Vacancy
	comparison *report.Comparison
	candidates map[string]*data.Candidate // by cadre
	answers    map[string][]rule.Answer   // likewise
	suggested  []team.Prospect            // not among the candidates
}

func newModel(d *desk.Desk) *model { return &model{desk: d, onChange: func() {}} }

// read lists the vacancies up to the month, those still open first.
func (m *model) read() {
	db, at := m.desk.Store, m.desk.At
	desk.Ask(m.desk, &m.reading, func(ctx context.Context) ([]named, error) {
		return readVacancies(ctx, db, at)
	}, func(list []named) {
		m.vacancies = list
		if m.vacancy == "" && len(list) > 0 {
			m.vacancy = list[max(0, slices.IndexFunc(list, func(v named) bool { return v.candidates > 1 }))].id
		}
		m.look()
	})
}

func readVacancies(ctx context.Context, r store.View, at data.Month) ([]named, error) {
	all, err := report.Vacancies(ctx, r, at)
	if err != nil {
		return nil, err
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("post"), At: at, Everyone: true}
	ids := make([]string, len(all))
	for i, v := range all {
		ids[i] = string(v.Post)
	}
	cells, err := q.Cells(ctx, r, unique(ids), "机构", "职位名称")
	if err != nil {
		return nil, err
	}
	titles := map[string]string{}
	for i, id := range unique(ids) {
		if cells[i] != nil {
			titles[id] = cells[i][0] + cells[i][1]
		}
	}
	candidates, err := store.Find[data.Candidate](ctx, r)
	if err != nil {
		return nil, err
	}
	count := map[data.Ref]int{}
	for _, c := range candidates {
		count[c.Vacancy]++
	}
	list := make([]named, len(all))
	for i, v := range all {
		text := titles[string(v.Post)] + "　" + v.Since.String() + " 出缺"
		if !report.StillOpen(v, at) {
			text += "，已补配"
		}
		list[i] = named{v.ID, text, count[data.Ref(v.ID)]}
	}
	return list, nil
}

func unique(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// choose looks at another vacancy.
func (m *model) choose(id string) {
	m.vacancy, m.at = id, 0
	m.look()
}

// look reads the candidates, their eligibility and who else is suggested.
func (m *model) look() {
	if m.vacancy == "" {
		m.found = nil
		m.onChange()
		return
	}
	db, at, id := m.desk.Store, m.desk.At, m.vacancy
	desk.Ask(m.desk, &m.looking, func(ctx context.Context) (*found, error) {
		return look(ctx, db, id, at)
	}, func(f *found) {
		who := m.cadre()
		m.found = f
		if i := slices.Index(f.comparison.Cadres, who); i >= 0 {
			m.at = i // who is chosen comes first: the one looked at may have moved
		}
		m.at = min(m.at, max(0, len(f.comparison.Cadres)-1))
		m.onChange()
	})
}

func look(ctx context.Context, db store.View, id string, at data.Month) (*found, error) {
	source, err := figure.Open(ctx, db, at)
	if err != nil {
		return nil, err
	}
	f := &found{candidates: map[string]*data.Candidate{}}
	if f.vacancy, err = store.Get[data.Vacancy](ctx, db, id); err != nil {
		return nil, err
	}
	if f.comparison, err = report.Compare(ctx, source, f.vacancy, at); err != nil {
		return nil, err
	}
	candidates, err := store.Find[data.Candidate](ctx, db, store.Where("vacancy", id))
	if err != nil {
		return nil, err
	}
	for _, c := range candidates {
		f.candidates[string(c.Cadre)] = c
	}
	if f.answers, err = rule.Eligible(ctx, source, f.comparison.Cadres, string(f.vacancy.Post), at); err != nil {
		return nil, err
	}
	f.suggested, err = suggested(ctx, source, f, at)
	return f, err
}

// suggested are those the ledger of the team puts forward for the post.
func suggested(ctx context.Context, source figure.Source, f *found, at data.Month) ([]team.Prospect, error) {
	post, err := store.Get[data.Post](ctx, source.View, string(f.vacancy.Post))
	if err != nil || !post.Team {
		return nil, err
	}
	l, err := team.LedgerOf(ctx, source, string(post.Unit), at)
	if err != nil {
		return nil, err
	}
	var list []team.Prospect
	for _, s := range l.Suggestions {
		if s.Post.Post.ID != post.ID {
			continue
		}
		for _, p := range s.Prospects {
			if f.candidates[p.Cadre.ID] == nil {
				list = append(list, p)
			}
		}
	}
	return list, nil
}

// cadre is the candidate looked at; empty when there is none.
func (m *model) cadre() string {
	if m.found == nil || m.at >= len(m.found.comparison.Cadres) {
		return ""
	}
	return m.found.comparison.Cadres[m.at]
}

// name is that of a candidate, by the place in the comparison.
func (m *model) name(at int) string { return m.found.comparison.Table.Columns[at+1].Title }

// youngMissing reports that nobody was put forward as a young cadre: each
// comparison is to have one (注重比选考虑年轻干部).
func (m *model) youngMissing() bool {
	if m.found == nil {
		return false
	}
	for _, c := range m.found.candidates {
		if c.Young {
			return false
		}
	}
	return true
}

// add puts somebody forward.
func (m *model) add(cadre string, young bool, source data.Code) {
	now := m.desk.Now()
	held := data.DateOf(now)
	c := &data.Candidate{Vacancy: data.Ref(m.vacancy), Cadre: data.Ref(cadre), Compared: held, Young: young, Source: source}
	m.write("列入比选", "已保存。", revision{nil, c})
}

// revision is a candidate before and after a change. base is nil for a new
// candidate.
type revision struct{ base, changed *data.Candidate }

// write saves candidates.
func (m *model) write(what, said string, list ...revision) {
	m.desk.Write(what, func(ctx context.Context, tx *store.Tx) error {
		for _, c := range list {
			if err := store.Save(ctx, tx, c.base, c.changed); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		m.desk.Shell.Say(kit.NoticeGood, said)
		m.look()
	})
}

// decide notes who is chosen: the one looked at, and nobody else.
func (m *model) decide() {
	cadre := m.cadre()
	if cadre == "" {
		return
	}
	var changed []revision
	var unsaid []string
	for i, id := range m.found.comparison.Cadres {
		c := m.found.candidates[id]
		if !c.Chosen && id != cadre && c.Young && c.Reason == "" {
			unsaid = append(unsaid, m.name(i))
		}
		if c.Chosen != (id == cadre) {
			next := *c
			next.Chosen = id == cadre
			changed = append(changed, revision{c, &next})
		}
	}
	if len(unsaid) > 0 {
		m.desk.Shell.Say(kit.NoticeDoubt, "年轻干部"+strings.Join(unsaid, "、")+"没有选定也没有写明理由，请先在“核查和理由”里补上。")
		return
	}
	m.write("比选选定", "已记为选定；会议决定后在“任免文件”里登记任职。", changed...)
}
