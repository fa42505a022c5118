// Package report is the workspace of papers (材料报告): the catalogue of papers,
// the choice of what a paper is about, a preview as it will be printed with
// the people counted in its figures, and the ways to save it.
package report

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/filter"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
)

// model holds the current paper without the window.
type model struct {
	desk   *desk.Desk
	latest desk.Latest
	saving desk.Latest

	sort              *report.Sort
	about             report.About            // which of the things the sort can be about
	chosen            map[report.About]string // the cadre, team … chosen, by ID
	option            map[string]string       // the layout chosen, by sort
	picked            []string                // cadres handed over from elsewhere; nil for those of the conditions
	filter.Conditions                         // of the people a paper is about
	book              criteria.Book

	busy    bool // a paper is being made
	source  figure.Source
	choices []report.Choice // what the paper can be about
	paper   *paper.Paper    // nil when there is nothing to make it about
	missing []string        // figures that read “无数据”
	nothing string          // why there is nothing to make it about; empty when there is

	onChange func() // something else is shown
}

func newModel(d *desk.Desk) *model {
	m := &model{desk: d, sort: report.Sorts()[0], chosen: map[report.About]string{}, option: map[string]string{}, onChange: func() {}}
	m.about = m.sort.About
	m.Check = m.check
	m.OnChanged = m.build
	return m
}

// check reports what a cadre cannot be asked.
func (m *model) check(c criteria.Criterion) error {
	return criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: c, At: m.desk.At, Book: m.book}.Check()
}

// show makes a paper of another sort.
func (m *model) show(s *report.Sort) {
	m.sort, m.about = s, s.About
	abouts := s.Abouts()
	for _, a := range []report.About{report.AboutCadre, report.AboutPeople} {
		// One cadre shows what the paper is like sooner than everybody does; people
		// handed over are all meant.
		if slices.Contains(abouts, a) && (m.picked != nil || a == report.AboutCadre) {
			m.about = a
		}
	}
	m.build()
}

// setAbout makes the paper about something else than before: a scenario instead
// of a decision.
func (m *model) setAbout(a report.About) {
	m.about = a
	m.build()
}

// choose makes the paper about another cadre, team …
func (m *model) choose(id string) {
	m.chosen[m.about] = id
	m.build()
}

// setOption chooses a layout of the sort.
func (m *model) setOption(option string) {
	m.option[m.sort.Name] = option
	m.build()
}

// dropPicked goes back from the cadres handed over to those of the conditions.
func (m *model) dropPicked() {
	m.picked = nil
	m.build()
}

// take makes papers about what was chosen elsewhere: of the sorts that suit it
// the one shown already, else the first.
func (m *model) take(kind *data.Kind, ids []string) {
	about := report.AboutOf(kind)
	if kind == data.CadreKind {
		m.picked = ids
		if len(ids) != 1 {
			about = report.AboutPeople
		}
	}
	if len(ids) == 1 {
		m.chosen[about] = ids[0]
	}
	fits := func(s *report.Sort) bool { return slices.Contains(s.Abouts(), about) }
	if all := report.Sorts(); !fits(m.sort) {
		if i := slices.IndexFunc(all, fits); i >= 0 {
			m.sort = all[i]
		}
	}
	m.about = about
	m.build()
}

// personal reports a paper made of people, or of one of them: conditions narrow
// them.
func (m *model) personal() bool {
	return m.about == report.AboutPeople || m.about == report.AboutCadre
}

// order is what is asked for at the desk.
func (m *model) order() report.Order {
	o := report.Order{At: m.desk.At, Written: m.desk.Now(), Option: m.option[m.sort.Name]}
	if m.personal() {
		o.Where, o.IDs = m.Where(), m.picked
	}
	return o
}

// made is the result of making a paper.
type made struct {
	source  figure.Source
	choices []report.Choice
	chosen  string
	paper   *paper.Paper
	missing []string
}

// build makes the paper of the sort chosen, at the desk's month. Of several
// things it can be about and none chosen it takes the first, so that one sees
// what the paper is like.
func (m *model) build() {
	s, about, chosen, o, db := m.sort, m.about, m.chosen[m.about], m.order(), m.desk.Store
	m.busy = true
	m.onChange()
	desk.Try(&m.latest, m.desk.Run, func(ctx context.Context) (made, error) {
		a := made{chosen: chosen}
		var err error
		if a.source, err = figure.Open(ctx, db, o.At); err != nil {
			return a, err
		}
		o.Source = a.source
		if a.choices, err = report.ChoicesOf(ctx, about, o); err != nil {
			return a, err
		}
		if about != report.AboutOffice && about != report.AboutPeople {
			if !slices.ContainsFunc(a.choices, func(c report.Choice) bool { return c.ID == chosen }) {
				if len(a.choices) == 0 {
					return a, nil
				}
				a.chosen = a.choices[0].ID
			}
			o.ID, o.IDs = a.chosen, nil
			o.Where = criteria.Criterion{}
		}
		if a.paper, err = s.Build(ctx, o); err != nil {
			return a, err
		}
		a.missing = report.Missing(a.paper, a.source)
		return a, a.paper.Check()
	}, func(a made, err error) {
		m.busy, m.nothing = false, ""
		m.source, m.book, m.choices, m.paper, m.missing = a.source, a.source.Book, a.choices, a.paper, a.missing
		m.chosen[about] = a.chosen
		switch {
		case errors.Is(err, report.ErrNothing):
			m.nothing = data.Sentence(err)
		case err != nil:
			m.paper, m.missing = nil, nil
			m.desk.Shell.Fail(err)
		}
		m.onChange()
	})
}

// of names what the paper is about, for the name of its file.
func (m *model) of() string {
	for _, c := range m.choices {
		if c.ID == m.chosen[m.about] {
			return c.Name
		}
	}
	return ""
}

// fileName is what the paper is saved as unless the user says otherwise.
func (m *model) fileName(end string) string { return m.sort.FileName(m.of(), m.desk.At, end) }

// save writes the paper to a file, in the format its name ends in.
func (m *model) save(path string) {
	s, p, o := m.sort, m.paper, m.order()
	o.Source, o.ID = m.source, m.chosen[m.about]
	m.desk.Shell.Say(kit.NoticeInfo, "正在存为 "+path)
	desk.Ask(m.desk, &m.saving, func(ctx context.Context) (struct{}, error) {
		l, err := o.Look(ctx, s)
		if err == nil {
			err = m.desk.Look(ctx, l)
		}
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.Save(ctx, o, p, path)
	}, func(_ struct{}) {
		m.desk.Shell.Say(kit.NoticeGood, "已存为 "+path)
	})
}

// whereFrom says how what a paper is about comes to be.
var whereFrom = map[report.About]string{
	report.AboutCadre:    "先在“导入”里选任免审批表，或在“干部名册”里新增。",
	report.AboutTeam:     "先在“机构职位”里把职位标为班子成员。",
	report.AboutDecision: "先在“选拔使用”里登记任免文件。",
	report.AboutScenario: "先在“领导班子”的模拟调配里存一个方案。",
}

// empty says what is missing for the paper to be made; nothing when it is
// there, or being made.
func (m *model) empty() string {
	switch {
	case m.paper != nil:
		return ""
	case m.busy:
		return "正在生成……"
	case m.about == report.AboutCadre && len(m.Parts) > 0:
		return "没有符合条件的干部。去掉上面的一个条件再看。"
	case len(m.choices) == 0 && m.about != report.AboutOffice && m.about != report.AboutPeople:
		return fmt.Sprintf("还没有可以做“%s”的%s。%s", m.sort.Label, m.about.Word(), whereFrom[m.about])
	}
	if m.nothing != "" {
		return m.nothing
	}
	return "这份材料没有做成，原因见下方。"
}
