package xlsx_test

import (
	"slices"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

func TestFormIsAGridOfJoinedCells(t *testing.T) {
	file := open(t, papertest.Forms(20))
	const first, second = "干部任免审批表", "干部任免审批表(2)"
	if got := file.GetSheetList(); !slices.Equal(got, []string{first, second}) {
		t.Fatalf("sheets %v", got)
	}
	merged, err := file.GetMergeCells(first)
	if err != nil {
		t.Fatal(err)
	}
	var ranges []string
	for _, m := range merged {
		ranges = append(ranges, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	// The title is the first row, the grid begins below it.
	for _, want := range []string{"A1:H1", "A2:B2", "H2:H5", "A6:B9", "D6:E6", "D8:E9", "B13:H13"} {
		if !slices.Contains(ranges, want) {
			t.Errorf("%s is not joined: %v", want, ranges)
		}
	}
	for cell, want := range map[string]string{
		"A1": "干 部 任 免 审 批 表", "A2": "姓 名", "E2": "男", "A13": "简历", "B13": papertest.Resume(20), "G2": "1987.11",
	} {
		if got := value(t, file, first, cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if height, err := file.GetRowHeight(first, 13); err != nil || height < 356 || height > 357 { // 7133 twips
		t.Errorf("the résumé is %g points high (%v)", height, err)
	}
	if pictures, err := file.GetPictures(first, "H2"); err != nil || len(pictures) != 1 {
		t.Errorf("%d photos (%v)", len(pictures), err)
	}
	if got := value(t, file, second, "A15"); got != "填表人：李四" {
		t.Errorf("below the form stands %q", got)
	}
}

func TestFormPrintsOnOnePage(t *testing.T) {
	for _, n := range []int{20, 60} {
		p := papertest.Forms(n)
		pdf := officetest.PDF(t, officetest.Save(t, "paper.xlsx", write(t, p)))
		if pages := officetest.Pages(t, pdf); len(pages) != 2 {
			t.Errorf("%d lines of résumé: %d pages", n, len(pages))
		}
		printed := squeezed(officetest.Run(t, "pdftotext", "-raw", pdf, "-"))
		for _, block := range p.Body {
			form, ok := block.(paper.Form)
			if !ok {
				continue
			}
			for _, row := range form.Rows {
				for _, cell := range row.Cells {
					if !cell.Upright && !strings.Contains(printed, squeezed(cell.Text)) {
						t.Errorf("%d lines of résumé: not printed: %q", n, cell.Text)
					}
				}
			}
		}
	}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }
