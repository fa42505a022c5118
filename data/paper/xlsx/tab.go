package xlsx

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"huoshui/data/paper"
)

// tab is one sheet of the workbook: a table, a chart or a form with its notes,
// or running text.
type tab struct {
	name  string
	page  paper.Page  // it prints on
	block paper.Block // nil for running text
	above []line      // the heading of a table without caption, and what it says
	lines []line      // the text, or what stands under the block
}

// line is a line across the whole sheet.
type line struct {
	text string
	look look
}

func (t *tab) add(look look, text string) {
	if text != "" {
		t.lines = append(t.lines, line{paper.Clean(text), look})
	}
}

// tabsOf parts a paper into sheets. Notes after a table go with it, as does the
// heading of one without caption; all other text makes a sheet of its own before
// the tables. The signature closes that sheet, or the last one where there is no
// text.
func tabsOf(p *paper.Paper) []*tab {
	page := p.First()
	prose := &tab{name: "正文", page: page}
	tabs, noted := []*tab{prose}, prose
	heading := -1 // where it stands in the text, while nothing has followed it but its paragraphs
	for block := range p.Blocks() {
		switch b := block.(type) {
		case paper.Table, paper.Chart, paper.Form:
			noted = tabOf(b, page)
			tabs = append(tabs, noted)
			if t, ok := b.(paper.Table); ok && t.Caption == "" && heading >= 0 && heading < len(prose.lines) {
				noted.above = slices.Clone(prose.lines[heading:])
				noted.name, prose.lines = noted.above[0].text, prose.lines[:heading]
			}
			heading = -1
		case paper.Note:
			noted.add(lookNote, joined(b.Spans))
		case paper.Heading:
			noted, heading = prose, len(prose.lines)
			prose.add(lookHeading, b.Text)
		case paper.Paragraph:
			noted = prose
			prose.add(lookProse, indented(b))
		case paper.PageBreak:
			if b.Page != nil {
				page = *b.Page
			}
		}
	}
	closing := prose
	if len(prose.lines) == 0 && len(tabs) > 1 {
		tabs = tabs[1:]
		closing = tabs[len(tabs)-1]
	}
	closing.add(lookSign, p.Sign)
	closing.add(lookSign, p.Date)
	nameTabs(tabs, p.Title)
	return tabs
}

// tabOf is the sheet of a block, named after it.
func tabOf(block paper.Block, page paper.Page) *tab {
	t := &tab{block: block, page: page}
	switch b := block.(type) {
	case paper.Table:
		t.name = b.Caption
	case paper.Chart:
		t.name = b.Caption
	case paper.Form:
		t.name = strings.NewReplacer(" ", "", "　", "").Replace(b.Title)
		t.add(lookNote, b.Foot)
	}
	return t
}

func joined(spans []paper.Span) string {
	var out strings.Builder
	for _, s := range spans {
		out.WriteString(s.Text)
	}
	return out.String()
}

// indented is a paragraph's text with the indent a cell cannot have otherwise:
// two wide spaces.
func indented(p paper.Paragraph) string {
	text := joined(p.Spans)
	if p.Flush || text == "" {
		return text
	}
	return "　　" + text
}

// nameTabs gives every sheet a name Excel accepts and no other sheet has. A
// table without caption bears the paper's title, if it is the only sheet; a form
// without title goes on with the one before.
func nameTabs(tabs []*tab, title string) {
	taken, before := map[string]bool{}, ""
	for i, t := range tabs {
		name := sheetName(t.name)
		if _, form := t.block.(paper.Form); form && name == "" && i > 0 {
			name = before // the back of the form
		}
		before = name
		if name == "" && len(tabs) == 1 {
			name = sheetName(title)
		}
		if name == "" {
			name = fmt.Sprintf("表%d", i+1)
		}
		t.name = name
		for n := 2; taken[strings.ToLower(t.name)]; n++ {
			t.name = shorten(name, 26) + fmt.Sprintf("(%d)", n)
		}
		taken[strings.ToLower(t.name)] = true
	}
}

// sheetName drops what Excel allows in no sheet's name, and what would need
// quoting in references to it.
func sheetName(text string) string {
	drop := func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return -1
		}
		return r
	}
	return shorten(strings.TrimSpace(strings.Map(drop, paper.Clean(text))), 31)
}

// shorten cuts a name to at most n UTF-16 units, the way Excel counts.
func shorten(name string, n int) string {
	for i, r := range name {
		if n -= utf16.RuneLen(r); n < 0 {
			return name[:i]
		}
	}
	return name
}
