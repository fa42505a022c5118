package command_test

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"huoshui/data/officetest"
)

// The report states the same numbers whatever file it is written to, and they
// are those of figures --json. Other programs read the files.
func TestEveryFormatTellsTheSameFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every format with other programs, which takes half a minute")
	}
	db, dir := county(t), t.TempDir()
	for _, end := range []string{".docx", ".xlsx", ".pptx"} {
		must(t, "report", "--db", db, "--at", "2026-06", "-o", filepath.Join(dir, "工作汇报"+end))
	}
	stated := statedFigures(t, db, "2026-06")
	for name, read := range map[string]func(*testing.T, string) map[string]string{
		"工作汇报.docx": wordTable, "工作汇报.xlsx": bookTable, "工作汇报.pptx": slideCards,
	} {
		t.Run(name, func(t *testing.T) {
			told := read(t, filepath.Join(dir, name))
			for label, want := range stated {
				if got, ok := told[label]; !ok || !sameNumber(got, want) {
					t.Errorf("%s: %q instead of %q", label, got, want)
				}
			}
		})
	}
	t.Run("工作汇报.pdf", func(t *testing.T) {
		path := filepath.Join(dir, "工作汇报.pdf")
		if _, errOut, code := run(t, "report", "--db", db, "--at", "2026-06", "-o", path); code != 0 {
			t.Skip(errOut)
		}
		text := unspaced(officetest.Run(t, "pdftotext", "-layout", path, "-"))
		for label, want := range stated {
			if !strings.Contains(text, unspaced(label+want)) {
				t.Errorf("%s: no %q", label, want)
			}
		}
	})
}

// statedFigures are the figures of the report's template by their label, as they
// are to be printed.
func statedFigures(t *testing.T, db, at string) map[string]string {
	t.Helper()
	var values []struct {
		value
		Label string
	}
	mustJSON(t, &values, "figures", "--db", db, "--at", at, "--json")
	stated := map[string]string{}
	for _, v := range values {
		if !strings.Contains(countyReport(), "{"+v.ID+" ") {
			continue
		}
		switch {
		case v.NoData:
			stated[v.Label] = "无数据"
		case v.Unit == "%":
			stated[v.Label] = strconv.FormatFloat(*v.Value, 'f', 1, 64)
		default:
			stated[v.Label] = strconv.Itoa(int(*v.Value))
		}
	}
	if len(stated) < 30 {
		t.Fatalf("only %d figures", len(stated))
	}
	return stated
}

// sameNumber compares as a reader does: 14 in a cell formatted to one decimal
// reads 14.0.
func sameNumber(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return a == b || errX == nil && errY == nil && x == y
}

// wordTable reads the table of figures with python-docx.
func wordTable(t *testing.T, path string) map[string]string {
	t.Helper()
	return pairs(officetest.Python(t, "docx", `
import sys, docx
for table in docx.Document(sys.argv[1]).tables:
    for row in table.rows:
        print(row.cells[0].text, row.cells[1].text, sep='\t')
`, path))
}

// bookTable reads the sheets with openpyxl.
func bookTable(t *testing.T, path string) map[string]string {
	t.Helper()
	return pairs(officetest.Python(t, "openpyxl", `
import sys, openpyxl
for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
    for row in sheet.iter_rows(values_only=True):
        if len(row) > 1:
            print(row[0], row[1], sep='\t')
`, path))
}

// slideCards reads the cards of the slides: a label, its number with unit, and
// what stands below; and the tables of the other figures, which say the same in
// three columns. A share is told beside the count it belongs to.
func slideCards(t *testing.T, path string) map[string]string {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	told := map[string]string{}
	share := regexp.MustCompile(`占 ([\d.]+)%`)
	for _, file := range archive.File {
		if !strings.HasPrefix(file.Name, "ppt/slides/slide") {
			continue
		}
		shapes := shapeTexts(t, file)
		for i, lines := range shapes {
			if len(lines) == 1 && i+2 < len(shapes) { // a cell, and those behind it
				lines = slices.Concat(lines, shapes[i+1], shapes[i+2])
			}
			if len(lines) < 2 || told[lines[0]] != "" {
				continue
			}
			told[lines[0]], _, _ = strings.Cut(lines[1], " ")
			if match := share.FindStringSubmatch(strings.Join(lines[2:], " ")); match != nil {
				told[lines[0]+"占比"] = match[1]
				told[lines[0]+"占班子成员"] = match[1]
			}
		}
	}
	return told
}

// shapeTexts are the paragraphs of each shape of a slide.
func shapeTexts(t *testing.T, file *zip.File) [][]string {
	t.Helper()
	reader, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var shapes [][]string
	var lines []string
	var line strings.Builder
	inText := false
	for d := xml.NewDecoder(reader); ; {
		token, err := d.Token()
		if err == io.EOF {
			return shapes
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
		case xml.CharData:
			if inText {
				line.Write(token)
			}
		case xml.EndElement:
			inText = false
			switch token.Name.Local {
			case "p":
				lines = append(lines, line.String())
				line.Reset()
			case "txBody":
				shapes, lines = append(shapes, lines), nil
			}
		}
	}
}

// pairs splits lines into what stands before and behind the first tab.
func pairs(text string) map[string]string {
	found := map[string]string{}
	for line := range strings.SplitSeq(text, "\n") {
		if label, number, ok := strings.Cut(line, "\t"); ok {
			found[label] = number
		}
	}
	return found
}

func unspaced(text string) string { return strings.Join(slices.Collect(strings.FieldsSeq(text)), "") }

// A roster as it is printed, with the names of units across its columns and
// other parties under 入党时间, can be taken in again.
func TestPrintedRosterComesBack(t *testing.T) {
	db, dir := county(t), t.TempDir()
	must(t, "export", "--db", db, "--as", "xlsx", "--dir", dir, "--at", "2026-10")
	var p struct {
		New, Changed, Same int
		Refused            []any
	}
	mustJSON(t, &p, "import", "--db", db, "--at", "2026-10", "--json", filepath.Join(dir, "干部名册.xlsx"))
	if p.New+p.Changed+len(p.Refused) != 0 || p.Same != 400 {
		t.Errorf("%+v", p)
	}
}
