package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// TestPythonFindsWhatIsEnclosed has other programs follow the relationships
// from the text to its charts, their workbooks and the photos.
func TestPythonFindsWhatIsEnclosed(t *testing.T) {
	const script = `
import sys, io, docx, openpyxl
doc = docx.Document(sys.argv[1])
names = {'w': 'http://schemas.openxmlformats.org/drawingml/2006/'}
rel = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
for shape in doc.element.body.iter('{%swordprocessingDrawing}inline' % names['w']):
    chart = shape.find('.//{%schart}chart' % names['w'])
    if chart is None:
        blip = shape.find('.//{%smain}blip' % names['w'])
        part = doc.part.related_parts[blip.get(rel + 'embed')]
        print('photo', part.content_type, round(shape.extent.cx / shape.extent.cy * 400), shape.extent.cx <= 22 * 36000)
    else:
        part = doc.part.related_parts[chart.get(rel + 'id')]
        sheet = openpyxl.load_workbook(io.BytesIO(part.rels['rId1'].target_part.blob)).worksheets[0]
        print('chart', part.content_type, shape.extent.cx, sheet.title, sheet['B1'].value)
for section in doc.sections:
    print('section', section.page_width.twips, section.page_height.twips, section.footer.paragraphs[0].text)
`
	path := officetest.Save(t, "paper.docx", write(t, papertest.Mixed(), paper.Fonts{}))
	got := officetest.Python(t, "docx, openpyxl", script, path)
	const width = (11906 - 1588 - 1470) * 635 // the type area
	var want strings.Builder
	for _, name := range []string{"35岁左右正职", "研究生", "正职", "人数", "男"} {
		fmt.Fprintf(&want, "chart application/vnd.openxmlformats-officedocument.drawingml.chart+xml %d 数据 %s\n", width, name)
	}
	for i := range 7 {
		fmt.Fprintf(&want, "photo image/%s %d True\n", []string{"png", "jpeg"}[i%2], 300+10*i)
	}
	want.WriteString("section 11906 16838 —  —\nsection 23811 16838 —  —\nsection 11906 16838 —  —\n")
	if got != want.String() {
		t.Errorf("got\n%s\nwant\n%s", got, want.String())
	}
}

func TestPhotosAreKeptOnce(t *testing.T) {
	photo := papertest.Photo("png", 4, 5)
	table := paper.Table{Columns: []paper.Column{{Title: "照片"}}}
	for _, photo := range [][]byte{photo, photo, []byte("no picture"), nil} {
		table.Rows = append(table.Rows, paper.Row{Cells: []paper.Span{{Text: "张三", Photo: photo}}})
	}
	parts := papertest.Parts(t, write(t, &paper.Paper{Body: []paper.Block{table}}, paper.Fonts{}))
	if parts["word/media/image1.png"] != string(photo) || parts["word/media/image2.png"] != "" {
		t.Error("the photo is not there, or there twice")
	}
	body := parts["word/document.xml"]
	if strings.Count(body, "<w:drawing>") != 2 || strings.Count(body, "张三") != 4 {
		t.Error("a photo is missing, or stands for what is no picture")
	}
}

// TestPagesOfEveryKind prints text with charts, a wide list with photos, text.
func TestPagesOfEveryKind(t *testing.T) {
	pdf, all := pages(t, papertest.Mixed())
	info := officetest.Run(t, "pdfinfo", "-f", "1", "-l", fmt.Sprint(len(all)), pdf)
	wide := false
	papertest.CheckNumbers(t, all)
	for i, page := range all {
		a3 := strings.Contains(info, fmt.Sprintf("Page %4d size:  1190.55 x 841.89", i+1))
		switch list := strings.Contains(page, "现任职务"); {
		case a3 != list:
			t.Errorf("page %d: A3 %v, list %v\n%s", i+1, a3, list, info)
		case a3:
			wide = true
		case !wide && strings.Contains(page, "下一步打算"):
			t.Errorf("page %d: what comes after the list is before it", i+1)
		}
		for _, c := range papertest.Charts() { // a chart shows its labels
			if strings.Contains(papertest.Packed(page), c.Labels[1]) != strings.Contains(papertest.Packed(page), papertest.Packed(c.Caption)) {
				t.Errorf("page %d parts a chart from %s", i+1, c.Caption)
			}
		}
	}
}
