package xlsx_test

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper/internal/papertest"
)

// TestPythonFindsChartsAndTheirCells has another program read the charts and
// follow their references.
func TestPythonFindsChartsAndTheirCells(t *testing.T) {
	const script = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def cells(reference):
    sheet, area = reference.rsplit('!', 1)
    area = book[sheet.strip("'")][area.replace('$', '')]
    return [cell.value for row in area for cell in row] if isinstance(area, tuple) else area.value
for sheet in book.worksheets:
    for chart in sheet._charts:
        for series in chart.series:
            print(sheet.title, chart.tagname, cells(series.tx.strRef.f), cells(series.cat.strRef.f)[-1], cells(series.val.numRef.f), sep='|')
    if not sheet._charts:
        print(sheet.title, sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet['G4'].value, sep='|')
`
	got := officetest.Python(t, "openpyxl", script, officetest.Save(t, "paper.xlsx", write(t, papertest.Mixed())))
	want := `正文|9|portrait|None
图1　乡镇（街道）年轻干部|barChart|35岁左右正职|䶮㛃𬭎镇|[2, 1, 3, None]
图1　乡镇（街道）年轻干部|barChart|30岁左右副职|䶮㛃𬭎镇|[4, 2, 0, 1]
图2　学历构成|barChart|研究生|企业|[12, 31, 5]
图2　学历构成|barChart|大学|企业|[88, 140, 22]
图2　学历构成|barChart|大专及以下|企业|[9, 4, 7]
图3　占比变化|lineChart|正职|2026年|[15.2, 16.8, None, 21, 23.3]
图3　占比变化|lineChart|副职|2026年|[20, 22.5, 24, 26.1, 28]
图4　发现方式|doughnutChart|人数|其他|[46, 31, 25, 12, 3]
图5　年龄结构|barChart|男|56岁以上|[-6, -14, -25, -38, -41, -30, -12]
图5　年龄结构|barChart|女|56岁以上|[9, 16, 19, 17, 12, 8, 0]
提请讨论决定任免干部基本情况一览表|8|landscape|39
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestChartsInTheOrderOfTheSchema(t *testing.T) {
	parts := papertest.Parts(t, write(t, papertest.Mixed()))
	for i := range papertest.Charts() {
		name := fmt.Sprintf("xl/charts/chart%d.xml", i+1)
		papertest.ChartSequences.Check(t, name, parts[name])
	}
}

func TestChartsPrintAboveTheirNumbers(t *testing.T) {
	pages := officetest.Pages(t, officetest.PDF(t, officetest.Save(t, "paper.xlsx", write(t, papertest.Mixed()))))
	if len(pages) != 7 { // the text, five charts, the list
		t.Fatalf("%d pages", len(pages))
	}
	for i, c := range papertest.Charts() {
		page := squeezed(pages[i+1])
		if strings.Count(page, c.Labels[1]) < 2 || strings.Contains(page, "-41") {
			t.Errorf("%s: %s", c.Caption, page) // each label in the chart and in the table
		}
	}
}

func TestPhotosStandInTheirCells(t *testing.T) {
	file := open(t, papertest.Mixed())
	for row := 4; row <= 10; row++ { // below title, caption and header
		cell := fmt.Sprintf("C%d", row)
		if pictures, err := file.GetPictures("提请讨论决定任免干部基本情况一览表", cell); err != nil || len(pictures) != 1 {
			t.Errorf("%s: %d photos (%v)", cell, len(pictures), err)
		}
		if height, err := file.GetRowHeight("提请讨论决定任免干部基本情况一览表", row); err != nil || height < 75 { // 4:5, 22 mm wide
			t.Errorf("row %d is %g points high (%v)", row, height, err)
		}
	}
}

func TestPhotosRosterWithoutHeader(t *testing.T) {
	table := papertest.Staffing()
	for i := range table.Columns {
		table.Columns[i].Title, table.Columns[i].Group = "", ""
	}
	table.Caption = ""
	table.Rows[0].Cells[0].Photo = papertest.Photo("jpeg", 40, 50)
	p := papertest.Report()
	p.Body = nil
	p.Add(table)
	file := open(t, p)
	sheet := file.GetSheetList()[0]
	if got := value(t, file, sheet, "A4"); got != "乡镇（街道）" { // below the classification and two titles
		t.Errorf("the first row is %q", got)
	}
	if pictures, err := file.GetPictures(sheet, "A4"); err != nil || len(pictures) != 1 {
		t.Errorf("%d photos (%v)", len(pictures), err)
	}
}
