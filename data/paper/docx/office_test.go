package docx_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// pages has LibreOffice print a paper and returns the PDF and its pages.
func pages(t *testing.T, p *paper.Paper) (string, []string) {
	t.Helper()
	if testing.Short() {
		t.Skip("needs LibreOffice, which takes seconds")
	}
	pdf := papertest.PDF(t, papertest.Save(t, "paper.docx", write(t, p, paper.Fonts{})))
	return pdf, papertest.Pages(t, pdf)
}

var number = regexp.MustCompile(`^(\s*)— *(\d+) *—$`)

// parted splits a page into its lines and its page number, and says whether the
// number stands on the right.
func parted(t *testing.T, page string) (lines []string, no string, right bool) {
	t.Helper()
	for line := range strings.SplitSeq(page, "\n") {
		if match := number.FindStringSubmatch(line); match != nil {
			no, right = match[2], len(match[1]) > 10
		} else if strings.TrimSpace(line) != "" {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines, no, right
}

func TestTypeAreaOfGB9704(t *testing.T) {
	pdf, all := pages(t, papertest.Prose())
	if info := papertest.Output(t, "pdfinfo", pdf); !strings.Contains(info, "(A4)") {
		t.Errorf("not A4:\n%s", info)
	}
	for i, page := range all {
		lines, no, right := parted(t, page)
		if no != fmt.Sprint(i+1) || right != (i%2 == 0) {
			t.Errorf("page %d: number %q, right %v", i+1, no, right)
		}
		if i == 0 || i == len(all)-1 {
			continue // the title and a blank line; whatever is left
		}
		if len(lines) != 22 {
			t.Errorf("page %d has %d lines", i+1, len(lines))
		}
		for _, line := range lines {
			// Of 420 characters in a paragraph 26 stand on its first line, 2 on its last.
			if n := utf8.RuneCountInString(papertest.Packed(line)); n != 28 && n != 26 && n != 2 {
				t.Errorf("page %d: a line of %d characters", i+1, n)
			}
		}
	}
}

func TestReportIsPrintedWhole(t *testing.T) {
	pdf, all := pages(t, papertest.Report())
	papertest.CheckReport(t, all)
	if fonts := papertest.Output(t, "pdffonts", pdf); strings.Contains(fonts, " no  no ") {
		t.Errorf("fonts not embedded:\n%s", fonts)
	}
}

func TestLongTableRepeatsItsHeader(t *testing.T) {
	const people = 60
	pdf, all := pages(t, papertest.Roster(people))
	if info := papertest.Output(t, "pdfinfo", pdf); !strings.Contains(info, "841.89 x 595") {
		t.Errorf("does not lie on its side:\n%s", info)
	}
	if len(all) < 5 {
		t.Errorf("only %d pages", len(all))
	}
	for i, page := range all {
		for _, title := range []string{"现任职务", "全日制教育", "在职教育"} {
			if strings.Count(page, title) != 1 {
				t.Errorf("page %d has %q %d times", i+1, title, strings.Count(page, title))
			}
		}
		if begun, ended := strings.Count(page, "镇党委副书记"), strings.Count(page, "副主任"); begun != ended {
			t.Errorf("page %d: a row is cut, %d begin and %d end", i+1, begun, ended)
		}
		if _, no, right := parted(t, page); no != fmt.Sprint(i+1) || right != (i%2 == 0) {
			t.Errorf("page %d: number %q, right %v", i+1, no, right)
		}
	}
	printed := strings.Join(all, "")
	for i := range people {
		if no := fmt.Sprintf("%03d", i+1); !strings.Contains(printed, no) {
			t.Errorf("person %s is missing", no)
		}
	}
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
	path := papertest.Save(t, "paper.docx", write(t, papertest.Report(), paper.Fonts{}))
	got := papertest.Python(t, "docx", script, path)
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
