// Package report is the workspace of papers (材料报告): it shows a paper as it
// will be printed, opens the people behind its figures, and saves it.
package report

import (
	"context"
	"fmt"
	"time"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
)

// kind is a paper that can be made.
type kind struct {
	name string
	ends string // of the file it is saved to
	make func(ctx context.Context, s figure.Source, at data.Month, written time.Time) (*paper.Paper, []string, error)
}

var kinds = []kind{
	{"工作汇报", ".docx", report.Work},
	{"干部名册", ".xlsx", func(ctx context.Context, s figure.Source, at data.Month, _ time.Time) (*paper.Paper, []string, error) {
		p, err := report.Roster(ctx, s, criteria.Query{Subject: criteria.SubjectNamed("干部"), At: at, Book: s.Book})
		return p, nil, err
	}},
}

// model is the paper shown.
type model struct {
	desk   *desk.Desk
	latest desk.Latest
	saving desk.Latest
	kind   int

	paper    *paper.Paper
	missing  []string // figures that read “无数据”
	onChange func()
}

type made struct {
	paper   *paper.Paper
	missing []string
}

// build makes the paper of the kind chosen, at the desk's month.
func (m *model) build() {
	k, at, db, written := kinds[m.kind], m.desk.At, m.desk.Store, m.desk.Now()
	desk.Ask(&m.latest, m.desk.Run, func(ctx context.Context) (made, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return made{}, err
		}
		p, missing, err := k.make(ctx, source, at, written)
		return made{p, missing}, err
	}, func(a made, err error) {
		if err != nil {
			m.desk.Shell.Fail(err)
			return
		}
		m.paper, m.missing = a.paper, a.missing
		m.onChange()
	})
}

// fileName is what the paper is saved as unless the user says otherwise.
func (m *model) fileName() string {
	k := kinds[m.kind]
	return fmt.Sprintf("%s（%s）%s", k.name, m.desk.At, k.ends)
}

// save writes the paper to a file.
func (m *model) save(path string) {
	p := m.paper
	desk.Ask(&m.saving, m.desk.Run, func(context.Context) (struct{}, error) {
		return struct{}{}, report.Save(path, p)
	}, func(_ struct{}, err error) {
		if err != nil {
			m.desk.Shell.Fail(err)
			return
		}
		m.desk.Shell.Say(kit.NoticeGood, "已存为 "+path)
	})
}

// blocks turns the paper into what the preview shows.
func (m *model) blocks() []kit.PreviewBlock {
	if m.paper == nil {
		return nil
	}
	blocks := []kit.PreviewBlock{{Kind: kit.PreviewTitle, Spans: kit.PreviewText(m.paper.Title)}}
	if m.paper.Subtitle != "" {
		blocks = append(blocks, kit.PreviewBlock{Kind: kit.PreviewSubtitle, Spans: kit.PreviewText(m.paper.Subtitle)})
	}
	for _, b := range m.paper.Body {
		blocks = append(blocks, previewOf(b))
	}
	for _, line := range []string{m.paper.Sign, m.paper.Date} {
		if line != "" {
			blocks = append(blocks, kit.PreviewBlock{Kind: kit.PreviewSign, Spans: kit.PreviewText(line)})
		}
	}
	for _, b := range m.paper.Annex {
		blocks = append(blocks, previewOf(b))
	}
	return blocks
}

func previewOf(b paper.Block) kit.PreviewBlock {
	switch b := b.(type) {
	case paper.Heading:
		kind := []kit.PreviewKind{kit.PreviewH1, kit.PreviewH2, kit.PreviewH3, kit.PreviewH4}[b.Level-1]
		return kit.PreviewBlock{Kind: kind, Spans: kit.PreviewText(b.Text)}
	case paper.Paragraph:
		return kit.PreviewBlock{Kind: kit.PreviewBody, Spans: spansOf(b.Spans)}
	case paper.Note:
		return kit.PreviewBlock{Kind: kit.PreviewNote, Spans: spansOf(b.Spans)}
	case paper.Table:
		return tableOf(b)
	}
	return kit.PreviewBlock{Kind: kit.PreviewPageBreak}
}

func spansOf(spans []paper.Span) []kit.PreviewSpan {
	out := make([]kit.PreviewSpan, len(spans))
	for i, s := range spans {
		out[i] = kit.PreviewSpan{Text: s.Text, ID: s.Figure}
	}
	return out
}

func tableOf(t paper.Table) kit.PreviewBlock {
	b := kit.PreviewBlock{Kind: kit.PreviewTable, Spans: kit.PreviewText(t.Caption)}
	for _, c := range t.Columns {
		b.Columns = append(b.Columns, c.Title)
		b.Widths = append(b.Widths, float32(max(c.Share, 1)))
	}
	for _, r := range t.Rows {
		cells := []string{r.Band}
		if r.Band == "" {
			cells = cells[:0]
			for i := range t.Columns {
				cells = append(cells, r.Cell(i).Text)
			}
		}
		b.Rows = append(b.Rows, cells)
	}
	return b
}
