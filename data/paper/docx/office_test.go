package docx_test

import (
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// pages has LibreOffice print a paper and returns the PDF and its pages.
func pages(t *testing.T, p *paper.Paper) (string, []string) {
	t.Helper()
	pdf := officetest.PDF(t, officetest.Save(t, "paper.docx", write(t, p, paper.Fonts{})))
	return pdf, officetest.Pages(t, pdf)
}

func TestTypeAreaOfGB9704(t *testing.T) {
	pdf, all := pages(t, papertest.Prose())
	if info := officetest.Run(t, "pdfinfo", pdf); !strings.Contains(info, "(A4)") {
		t.Errorf("not A4:\n%s", info)
	}
	papertest.CheckTypeArea(t, all)
}

func TestReportIsPrintedWhole(t *testing.T) {
	pdf, all := pages(t, papertest.Report())
	papertest.CheckReport(t, all)
	if fonts := officetest.Run(t, "pdffonts", pdf); strings.Contains(fonts, " no  no ") {
		t.Errorf("fonts not embedded:\n%s", fonts)
	}
}

func TestLongTableRepeatsItsHeader(t *testing.T) {
	const people = 60
	pdf, all := pages(t, papertest.Roster(people))
	if info := officetest.Run(t, "pdfinfo", pdf); !strings.Contains(info, "841.89 x 595") {
		t.Errorf("does not lie on its side:\n%s", info)
	}
	papertest.CheckRoster(t, all, people)
}

func TestPythonReadsTheSameTexts(t *testing.T) {
	const script = `
import sys, docx
from docx.table import Table
from docx.text.paragraph import Paragraph
doc = docx.Document(sys.argv[1])
for element in doc.element.body.iterchildren():
    kind = element.tag.split('}')[1]
    if kind == 'p':
        print(Paragraph(element, doc).style.name, Paragraph(element, doc).text.replace('\n', ''), sep='|')
    elif kind == 'tbl':
        for row in Table(element, doc).rows:
            print('row', '/'.join(cell.text for cell in row.cells), sep='|')
section = doc.sections[0]
print('even footer', section.even_page_footer.paragraphs[0].text, doc.settings.odd_and_even_pages_header_footer, sep='|')
`
	path := officetest.Save(t, "paper.docx", write(t, papertest.Report(), paper.Fonts{}))
	got := officetest.Python(t, "docx", script, path)
	for _, want := range []string{
		"密级|机密★1年", "Title|清江县发现培养选拔优秀年轻干部工作情况的报告", "Subtitle|（时点：2026年6月）", "Normal|县委常委会：",
		"公文正文|目前，全县共有县管党政正职86人，其中“85后”23人，占26.7%。",
		"Heading 1|一、组织领导", "Heading 2|（二）" + papertest.Rare + "等同志的经验", "Heading 3|1. 定期研究", "Heading 4|（1）常委会听取汇报",
		"Caption|表1　年轻干部配备情况",
		"row|班子类别/班子数/35岁左右正职/35岁左右正职/30岁左右副职/30岁左右副职/评价",
		"row|班子类别/班子数/人数/占比/人数/占比/评价",
		"row|乡镇（街道）/18/6/33.3%/21/19.4%/绿",
		"注释|注：职数为核定数，年龄算至2026年6月。", "署名|中共清江县委组织部", "署名|2026年7月1日",
		"even footer|—", "|True",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
