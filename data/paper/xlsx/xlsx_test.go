package xlsx_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
	"huoshui/data/paper/xlsx"
)

func write(t *testing.T, p *paper.Paper) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := xlsx.Write(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(t *testing.T, p *paper.Paper) *excelize.File {
	t.Helper()
	content := write(t, p)
	papertest.Parts(t, content)
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

func value(t *testing.T, file *excelize.File, sheet, cell string) string {
	t.Helper()
	text, err := file.GetCellValue(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestRosterIsOneSheet(t *testing.T) {
	file := open(t, papertest.Roster(20))
	const sheet = "清江县县管干部名册"
	if got := file.GetSheetList(); !slices.Equal(got, []string{sheet}) {
		t.Fatalf("sheets %v", got)
	}
	for cell, want := range map[string]string{
		"A1": "清江县县管干部名册", "A2": "（2026年6月）",
		"A3": "姓名", "F3": "全日制教育", "F4": "学历学位", "J3": "出生\n年月",
		"A5": "第1镇党委政府", "A6": "张䶮001", "A7": "张㛃002", "A8": "张𬭎003", "J6": "1987.03",
		"A15": "第2镇党委政府", "A28": "说明：按机构、班子、人员序排列。",
	} {
		if got := value(t, file, sheet, cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	kind, err := file.GetCellType(sheet, "J6")
	if err != nil || kind != excelize.CellTypeInlineString {
		t.Errorf("a month is no text: %v %v", kind, err)
	}
	merged, err := file.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var ranges []string
	for _, m := range merged {
		ranges = append(ranges, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	for _, want := range []string{"A1:O1", "A3:A4", "F3:G3", "H3:I3", "A5:O5", "A15:O15", "A28:O28"} {
		if !slices.Contains(ranges, want) {
			t.Errorf("%s is not merged: %v", want, ranges)
		}
	}
}

func TestReportHasASheetForItsTextAndOneForItsTable(t *testing.T) {
	p := papertest.Report()
	file := open(t, p)
	const table = "表1　年轻干部配备情况"
	if got := file.GetSheetList(); !slices.Equal(got, []string{"正文", table}) {
		t.Fatalf("sheets %v", got)
	}
	var lines []string
	rows, err := file.GetRows("正文")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		lines = append(lines, strings.Join(row, ""))
	}
	text := strings.Join(lines, "\n")
	for _, want := range []string{
		"县委常委会：\n　　目前，全县共有县管党政正职86人", "\n（二）" + papertest.Rare + "等同志的经验\n　　坚持",
		"\n四、下一步打算\n", "\n中共清江县委组织部\n2026年7月1日",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if got := value(t, file, table, "A10"); got != "注：职数为核定数，年龄算至2026年6月。" {
		t.Errorf("the note went elsewhere: %q", got)
	}
	for cell, want := range map[string]excelize.CellType{
		"A7": excelize.CellTypeInlineString, "B7": excelize.CellTypeUnset, "D7": excelize.CellTypeUnset, "G7": excelize.CellTypeInlineString,
	} {
		if got, err := file.GetCellType(table, cell); err != nil || got != want {
			t.Errorf("%s is of type %v, want %v (%v)", cell, got, want, err)
		}
	}
}

func TestNumbersOnlyWhereTheyShowAsWritten(t *testing.T) {
	for align, texts := range map[paper.Align]map[string]bool{ // true for numbers
		paper.Right: {
			"12": true, "-3": true, "0.5": true, "12.5%": true, "100%": true, "0.05%": true, "-1.0%": true, "33.33%": true, "1.50": true, "123456.25": true,
			"007": false, "1e3": false, "-": false, "": false, "990101199003071238": false, "NaN": false,
			"+5": false, "%": false, "123456789012345": false, "-0%": false, "无数据": false,
		},
		paper.Center: {
			"12": true, "39.5": true, "5.0": true, "2026": true, "33.3%": true, "-4": true, "0": true,
			"1990.03": false, "90.03": false, "1987.10": false, "990101": false, "007": false, "13800000000": false, "-0": false,
			"1A41": false, "1.25": false, "男": false, "2/3": false,
		},
		paper.Left: {"12": false},
	} {
		table, column := paper.Table{Columns: []paper.Column{{Title: "数", Align: align}}}, []string{}
		for text := range texts {
			table.Rows, column = append(table.Rows, paper.Cells(text)), append(column, text)
		}
		file := open(t, &paper.Paper{Body: []paper.Block{table}})
		for i, text := range column {
			cell := fmt.Sprintf("A%d", i+2)
			if got := value(t, file, "表1", cell); got != text {
				t.Errorf("%q became %q", text, got)
			}
			kind, _ := file.GetCellType("表1", cell)
			if number := kind == excelize.CellTypeUnset && text != ""; number != texts[text] {
				t.Errorf("%q is of type %v", text, kind)
			}
		}
	}
}

func TestSheetNamesExcelAccepts(t *testing.T) {
	long := strings.Repeat("长", 40)
	p := &paper.Paper{Title: "附表"}
	for _, caption := range []string{"职数[核定/实配]", "", "'引号'", long, long, "ＡA", "Ａa"} {
		p.Add(paper.Table{Caption: caption, Columns: []paper.Column{{Title: "甲"}}})
	}
	want := []string{"职数核定实配", "表2", "引号", long[:31*3], long[:26*3] + "(2)", "ＡA", "Ａa(2)"}
	if got := open(t, p).GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestWriter(t *testing.T) {
	many := func() *paper.Paper {
		p := papertest.Report()
		for range 4 {
			p.Add(papertest.Staffing())
		}
		return p
	}
	papertest.CheckWriter(t, many, &paper.Paper{Body: []paper.Block{paper.Table{}}}, func(w io.Writer, p *paper.Paper) error {
		return xlsx.Write(w, p)
	})
}

func TestRefusesATextNoCellCanHold(t *testing.T) {
	var out bytes.Buffer
	long := &paper.Paper{Body: []paper.Block{paper.Text(strings.Repeat("长", 20000))}}
	if err := xlsx.Write(&out, long); err == nil || out.Len() > 0 {
		t.Errorf("%v after %d bytes", err, out.Len())
	}
}

func TestEmptyPaperIsAFile(t *testing.T) {
	if got := open(t, &paper.Paper{}).GetSheetList(); !slices.Equal(got, []string{"正文"}) {
		t.Errorf("sheets %v", got)
	}
}

func FuzzAnyTextMakesAFile(f *testing.F) {
	for _, text := range papertest.Odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			t.Skip("the fuzzer's own size is no news")
		}
		p := &paper.Paper{Classification: text, Title: text, Subtitle: text, Sign: text, Date: text}
		p.Add(paper.H(1, text), paper.Addressee(text), paper.Table{
			Caption: text,
			Columns: []paper.Column{{Title: text, Group: text}, {Title: text, Align: paper.Right}},
			Rows:    []paper.Row{paper.Cells(text, text), {Band: text}},
		}, paper.Remark(paper.Plain(text)), paper.Chart{
			Caption: text, Unit: text, Form: paper.Lines, Labels: []string{text}, Series: []paper.Series{{Name: text, Values: []float64{1}}},
		}, paper.Form{
			Title: text, Foot: text, Columns: []int{900, 900}, Size: 14,
			Rows: []paper.FormRow{{Height: 500, Cells: []paper.FormCell{{Text: text, Upright: true}, {Text: text, Photo: []byte(text)}}}},
		})
		file := open(t, p)
		sheets := file.GetSheetList()
		rows, err := file.GetRows(sheets[len(sheets)-1])
		if err != nil {
			t.Fatal(err)
		}
		want := paper.Clean(text)
		if want != "" && !slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, want) }) {
			t.Errorf("%q is in no cell of %q", want, rows)
		}
	})
}
