package xlsx_test

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper/internal/papertest"
)

func TestPythonReadsTheSameSheet(t *testing.T) {
	const script = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
print('frozen', sheet.freeze_panes)
print('titles', sheet.print_title_rows)
print('filter', sheet.auto_filter.ref)
print('page', sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth,
      sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage)
print('footer', sheet.oddFooter.center.text)
print('name', sheet['A8'].value, sheet['A8'].data_type, sheet['A8'].number_format, sheet['A8'].border.left.style)
print('band', sheet['A5'].value, sheet['O5'].border.right.style)
print('by', book.properties.creator, book.properties.title, book.properties.created)
`
	got := officetest.Python(t, "openpyxl", script, officetest.Save(t, "paper.xlsx", write(t, papertest.Roster(20))))
	want := `frozen A5
titles $3:$4
filter $A$4:$O$27
page landscape 9 1 0 True
footer — &P —
name 张𬭎003 s @ thin
band 第1镇党委政府 thin
by 活水 清江县县管干部名册 2026-07-01 09:30:00
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRosterPrintsOnPagesOfOneWidth(t *testing.T) {
	const people = 60
	pdf := officetest.PDF(t, officetest.Save(t, "paper.xlsx", write(t, papertest.Roster(people))))
	if info := officetest.Run(t, "pdfinfo", pdf); !strings.Contains(info, "841.89 x 595") {
		t.Errorf("does not lie on its side:\n%s", info)
	}
	pages := officetest.Pages(t, pdf)
	for i, page := range pages {
		for _, want := range []string{"姓名", "全日制教育", "备注"} { // first and last columns on one page
			if !strings.Contains(page, want) {
				t.Errorf("page %d has no %q", i+1, want)
			}
		}
		if squeezed := strings.Join(strings.Fields(page), ""); !strings.HasSuffix(squeezed, fmt.Sprintf("—%d—", i+1)) {
			t.Errorf("page %d ends without its number", i+1)
		}
	}
	printed := strings.Join(pages, "")
	for i := range people {
		if no := fmt.Sprintf("%03d", i+1); !strings.Contains(printed, no) {
			t.Errorf("person %s is missing", no)
		}
	}
}
