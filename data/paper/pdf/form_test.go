package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// cells are the texts of the cells of a paper's forms.
func cells(p *paper.Paper) []string {
	var texts []string
	for _, block := range p.Body {
		if form, ok := block.(paper.Form); ok {
			texts = append(texts, form.Title, form.Foot)
			for _, row := range form.Rows {
				for _, c := range row.Cells {
					texts = append(texts, c.Text)
				}
			}
		}
	}
	return texts
}

// characters counts the characters of texts, whatever their order: cells beside
// each other are read in lines.
func characters(texts ...string) map[rune]int {
	counts := map[rune]int{}
	for _, r := range papertest.Packed(strings.Join(texts, "")) {
		counts[r]++
	}
	return counts
}

func TestFormIsPrintedWholeOnItsTwoPages(t *testing.T) {
	for _, lines := range []int{0, 12, 30, 60} {
		p := papertest.Forms(lines)
		file, all := printed(t, p)
		if len(all) != 2 {
			t.Errorf("%d lines: %d pages", lines, len(all))
		}
		got := characters(all...)
		for r, n := range characters(cells(p)...) {
			if got[r] != n {
				t.Errorf("%d lines: %c stands there %d times, not %d", lines, r, got[r], n)
			}
		}
		checkMargins(t, file, p.Page, *p.Body[1].(paper.PageBreak).Page)
		if n := strings.Count(officetest.Run(t, "pdfimages", "-list", file), "jpeg"); n != 1 {
			t.Errorf("%d photos", n)
		}
	}
}

// The text of forms by 任免审批表: 14 points, less by halves where it does not fit.
func TestFormTextShrinksToFit(t *testing.T) {
	const unit = 1.151 + 0.286 // height of a line of the face in ems
	before := 99.0
	for _, c := range []struct {
		lines   int
		largest float64
	}{{6, 14}, {20, 12}, {35, 9.5}, {60, 6.5}} {
		file, _ := printed(t, papertest.Forms(c.lines))
		size := 0.0
		for _, w := range words(t, file) {
			if strings.HasPrefix(w.text, "1981.02--") {
				size = (w.foot - w.top) / unit
			}
		}
		if size < 4.9 || size > c.largest+0.1 || size > before {
			t.Errorf("%d lines are set in %.1f points", c.lines, size)
		}
		before = size
	}
}

func TestFormGrowsRatherThanLoseText(t *testing.T) {
	long := strings.Repeat("表现突出，", 400)
	for _, grows := range []bool{false, true} {
		p := &paper.Paper{}
		p.Add(paper.Form{Columns: []int{2000, 6000}, Size: 14, Rows: []paper.FormRow{
			{Height: 500, Cells: []paper.FormCell{{Text: "姓名"}, {Text: "张某"}}},
			{Height: 500, Grows: grows, Cells: []paper.FormCell{{Text: "评语"}, {Text: long, Align: paper.Left}}},
			{Height: 500, Cells: []paper.FormCell{{Text: "签名"}, {}}},
		}})
		file, all := printed(t, p)
		got := strings.Count(strings.Join(all, ""), "，")
		if got != 400 {
			t.Errorf("grows %v: %d of 400", grows, got)
		}
		checkMargins(t, file, paper.Upright)
	}
}

func TestUprightText(t *testing.T) {
	p := &paper.Paper{}
	p.Add(paper.Form{Columns: []int{700, 3000}, Size: 14, Rows: []paper.FormRow{
		{Height: 4000, Cells: []paper.FormCell{{Text: "主要社会关系", Upright: true}, {Text: "无"}}},
	}})
	file, _ := printed(t, p)
	var column []word
	for _, w := range words(t, file) {
		if strings.Contains("主要社会关系", w.text) {
			column = append(column, w)
		}
	}
	if len(column) != 6 {
		t.Fatalf("%+v", column)
	}
	for i, w := range column[1:] {
		if w.left != column[i].left || w.top-column[i].top < 14 {
			t.Errorf("%s stands beside %s", w.text, column[i].text)
		}
	}
}

func TestPhotosOfEveryKind(t *testing.T) {
	row := func(photos ...[]byte) paper.Row {
		var r paper.Row
		for i, photo := range photos {
			r.Cells = append(r.Cells, paper.Span{Text: fmt.Sprintf("张%d", i), Photo: photo})
		}
		return r
	}
	whole := papertest.Photo("jpeg", 300, 400)
	p := &paper.Paper{}
	p.Add(paper.Table{Columns: make([]paper.Column, 4), Rows: []paper.Row{
		row(whole, papertest.Photo("png", 3000, 400), whole[:len(whole)/2], []byte("GIF89a")),
		row(whole, nil, papertest.Photo("png", 1, 1), nil),
	}})
	file, all := printed(t, p)
	list := officetest.Run(t, "pdfimages", "-list", file)
	if n := strings.Count(list, " image "); n != 4 { // the whole one is kept once, shown twice
		t.Errorf("%d photos:\n%s", n, list)
	}
	for i := range 4 {
		if n := strings.Count(all[0], fmt.Sprintf("张%d", i)); n != 2 {
			t.Errorf("%d names of photo %d", n, i)
		}
	}
}
