package docx_test

import (
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// TestFormKeepsToItsTwoPages prints the longest names, posts and résumés: all of
// it is there, within the grid.
func TestFormKeepsToItsTwoPages(t *testing.T) {
	for _, n := range []int{0, 20, 60} {
		p := papertest.Forms(n)
		pdf, all := pages(t, p)
		if len(all) != 2 {
			t.Errorf("%d lines of résumé: %d pages", n, len(all))
		}
		if strings.Contains(strings.Join(all, ""), "— 1 —") {
			t.Error("a form has a page number")
		}
		printed := papertest.Packed(officetest.Run(t, "pdftotext", "-raw", pdf, "-")) // cell by cell
		for _, block := range p.Body {
			form, ok := block.(paper.Form)
			if !ok {
				continue
			}
			for _, text := range append(texts(form), form.Title, form.Foot) {
				if !strings.Contains(printed, papertest.Packed(text)) {
					t.Errorf("%d lines of résumé: not printed: %q", n, text)
				}
			}
		}
	}
}

// texts are the texts of a form's cells.
func texts(f paper.Form) []string {
	var all []string
	for _, row := range f.Rows {
		for _, cell := range row.Cells {
			all = append(all, cell.Text)
		}
	}
	return all
}

func TestMoreThanTheSmallestPrintHoldsGrows(t *testing.T) {
	p := papertest.Forms(90)
	pdf, all := pages(t, p)
	printed := papertest.Packed(officetest.Run(t, "pdftotext", "-raw", pdf, "-"))
	if len(all) != 3 || !strings.Contains(printed, papertest.Packed(papertest.Resume(90)[:400])) || !strings.Contains(printed, "清江县第90镇党委委员") {
		t.Errorf("%d pages, or something of the résumé is missing", len(all))
	}
}

// TestPythonReadsTheGrid has another program find the joined cells.
func TestPythonReadsTheGrid(t *testing.T) {
	const script = `
import sys, docx
doc = docx.Document(sys.argv[1])
for table in doc.tables:
    print(len(table.columns), [row.height.twips for row in table.rows], {str(row.height_rule) for row in table.rows})
    print([len({cell._tc for cell in row.cells}) for row in table.rows])
print(doc.tables[0].cell(4, 0).text, '|', doc.tables[0].cell(7, 1)._tc is doc.tables[0].cell(4, 0)._tc, doc.tables[1].cell(10, 0).text)
print(doc.paragraphs[0].text, doc.paragraphs[-1].text, [s.footer.paragraphs[0].text for s in doc.sections])
`
	path := officetest.Save(t, "paper.docx", write(t, papertest.Forms(20), paper.Fonts{}))
	got := officetest.Python(t, "docx", script, path)
	const want = `8 [709, 692, 680, 709, 346, 346, 346, 346, 709, 709, 709, 7133] {'EXACTLY (2)'}
[7, 7, 7, 5, 5, 5, 5, 5, 2, 2, 2, 2]
8 [1418, 1021, 1361, 646, 697, 697, 697, 697, 697, 697, 697, 1332, 737, 2019] {'EXACTLY (2)'}
[2, 2, 2, 6, 6, 6, 6, 6, 6, 6, 6, 2, 2, 4]
学 历
学 位 | True 家庭主要成员及重要社会关系
干 部 任 免 审 批 表 填表人：李四 ['', '']
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFormOnAPageOfItsOwn(t *testing.T) {
	form := paper.Form{Columns: []int{4000}, Size: 14, Rows: []paper.FormRow{{Height: 600, Cells: []paper.FormCell{{Text: "一格"}}}}}
	p := &paper.Paper{Body: []paper.Block{form, paper.PageBreak{}, form, paper.Text("后文")}}
	_, all := pages(t, p)
	if len(all) != 2 || !strings.Contains(all[0], "一格") || !strings.Contains(all[1], "一格") || !strings.Contains(all[1], "后文") {
		t.Errorf("%q", all)
	}
}

func TestTurnsOfPages(t *testing.T) {
	lying := paper.Lying
	turn := paper.PageBreak{Page: &lying}
	for name, c := range map[string]struct {
		paper paper.Paper
		want  int // sections
	}{
		"first block": {paper.Paper{Body: []paper.Block{turn, paper.Text("甲")}}, 1},
		"after title": {paper.Paper{Title: "题", Body: []paper.Block{turn, paper.Text("甲")}}, 2},
		"last block":  {paper.Paper{Body: []paper.Block{paper.Text("甲"), turn}}, 2},
		"twice":       {paper.Paper{Body: []paper.Block{paper.H(1, "甲"), turn, turn, paper.Remark(paper.Plain("乙"))}}, 3},
		"after break": {paper.Paper{Body: []paper.Block{paper.Text("甲"), paper.PageBreak{}, turn, papertest.Charts()[0], turn, papertest.Staffing()}}, 3},
	} {
		body := papertest.Parts(t, write(t, &c.paper, paper.Fonts{}))["word/document.xml"]
		if got := strings.Count(body, "<w:sectPr>"); got != c.want {
			t.Errorf("%s: %d sections, want %d", name, got, c.want)
		}
		sequences.Check(t, name, body)
	}
}
