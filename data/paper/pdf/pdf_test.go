package pdf_test

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
	"huoshui/data/paper/pdf"
)

func write(t *testing.T, p *paper.Paper) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, p, paper.Fonts{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// printed writes a paper and returns its file and the texts of its pages.
func printed(t *testing.T, p *paper.Paper) (file string, pages []string) {
	t.Helper()
	file = officetest.Save(t, "paper.pdf", write(t, p))
	officetest.Run(t, "qpdf", "--check", file) // fails on any fault
	return file, officetest.Pages(t, file)
}

// word is a piece of text with its place on its page, in points.
type word struct {
	page                   int
	left, top, right, foot float64
	text                   string
}

var (
	pageTag = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	wordTag = regexp.MustCompile(`<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)</word>`)
)

func words(t *testing.T, file string) []word {
	t.Helper()
	var found []word
	page := 0
	for line := range strings.SplitSeq(officetest.Run(t, "pdftotext", "-bbox", file, "-"), "\n") {
		if pageTag.MatchString(line) {
			page++
		}
		if m := wordTag.FindStringSubmatch(line); m != nil {
			var at [4]float64
			for i := range at {
				at[i], _ = strconv.ParseFloat(m[i+1], 64)
			}
			found = append(found, word{page, at[0], at[1], at[2], at[3], m[5]})
		}
	}
	return found
}

// checkMargins fails the test if text other than page numbers leaves the type
// area of its page.
func checkMargins(t *testing.T, file string, pages ...paper.Page) {
	t.Helper()
	const slack = 6 // a font's ascent and descent are more than its characters'
	for _, w := range words(t, file) {
		page := pages[min(w.page, len(pages))-1]
		left, right := float64(page.Left)/20, float64(page.Width-page.Right)/20
		top, foot := float64(page.Top)/20, float64(page.Height-page.Bottom)/20
		if strings.Trim(w.text, "—0123456789") == "" && w.top > foot-slack {
			continue
		}
		if w.left < left-1 || w.right > right+1 || w.top < top-slack || w.foot > foot+slack {
			t.Errorf("page %d: %q leaves the type area: %+v", w.page, w.text, w)
		}
	}
}

func TestWriter(t *testing.T) {
	papertest.CheckWriter(t, papertest.Report, &paper.Paper{Body: []paper.Block{paper.Table{}}}, func(w io.Writer, p *paper.Paper) error {
		return pdf.Write(w, p, paper.Fonts{})
	})
}

func TestEmptyPaperIsAPage(t *testing.T) {
	file, _ := printed(t, &paper.Paper{})
	info := officetest.Run(t, "pdfinfo", file)
	if !strings.Contains(info, "Pages:           1\n") || strings.Contains(info, "CreationDate") {
		t.Error(info)
	}
}

func TestTypeAreaOfGB9704(t *testing.T) {
	file, all := printed(t, papertest.Prose())
	if info := officetest.Run(t, "pdfinfo", file); !strings.Contains(info, "(A4)") {
		t.Errorf("not A4:\n%s", info)
	}
	checkMargins(t, file, paper.Upright)
	papertest.CheckTypeArea(t, all)
}

// The rules are those of GB/T 15834 for marks at the ends of lines; a number stays
// whole and with its unit.
func TestMarksAtTheEndsOfLines(t *testing.T) {
	var text strings.Builder
	for i := range 400 {
		text.WriteString(strings.Repeat("选", i%7))
		text.WriteString([]string{"（甲）、", "“乙”，", "《丙》。", "12.5%；", "丁——戊", "己……", "2026年", "〔3〕号：", "阿·买", "！”", "￥300", "23名"}[i%12])
	}
	_, all := printed(t, &paper.Paper{Body: []paper.Block{paper.Text(text.String())}})
	seen := 0
	for _, page := range all {
		lines, _, _ := papertest.Parted(page)
		seen += len(lines)
		for i, line := range lines {
			chars := []rune(line)
			first, last := chars[0], chars[len(chars)-1]
			if strings.ContainsRune("、，。；：！？）》〕”·%", first) || strings.ContainsRune("（《〔“￥", last) {
				t.Errorf("a line begins or ends wrong: %s", line)
			}
			if i == 0 {
				continue
			}
			before := []rune(lines[i-1])
			if end := before[len(before)-1]; end == first && strings.ContainsRune("—…", first) || digit(end) && (digit(first) || strings.ContainsRune("年名", first)) {
				t.Errorf("%s and %s are torn apart", lines[i-1], line)
			}
		}
	}
	if seen < 40 {
		t.Errorf("%d lines", seen)
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' || r == '.' }

func TestReportIsPrintedWhole(t *testing.T) {
	file, all := printed(t, papertest.Report())
	papertest.CheckReport(t, all)
	checkMargins(t, file, paper.Upright)
}

func TestFontsAreEmbeddedInPart(t *testing.T) {
	file, _ := printed(t, papertest.Report())
	lines := strings.Split(strings.TrimSpace(officetest.Run(t, "pdffonts", file)), "\n")
	if len(lines) != 2+3 {
		t.Errorf("not songti, heiti and the title's face:\n%s", strings.Join(lines, "\n"))
	}
	for _, line := range lines[2:] {
		if !strings.Contains(line, "CID TrueType") || !strings.Contains(line, "yes yes yes") {
			t.Error(line)
		}
	}
}

func TestRareNamesAreFoundAndCopied(t *testing.T) {
	const names = "张㛃、李䶮、王𬭎、赵𠮷"
	p := &paper.Paper{Title: names}
	p.Add(paper.H(1, names), paper.H(2, names), paper.Text(names), paper.Remark(paper.Plain(names)))
	file, all := printed(t, p)
	if n := strings.Count(papertest.Packed(strings.Join(all, "")), names); n != 5 {
		t.Errorf("read %d times in %q", n, all)
	}
	if info := officetest.Run(t, "pdfinfo", file); !strings.Contains(info, names) {
		t.Errorf("not in the properties:\n%s", info)
	}
	// A second opinion.
	if n := strings.Count(papertest.Packed(officetest.Run(t, "mutool", "draw", "-F", "txt", file)), names); n != 5 {
		t.Errorf("mutool reads them %d times", n)
	}
}

func TestWhatNoFontHasIsShownMissing(t *testing.T) {
	p := &paper.Paper{}
	p.Add(paper.Text("王\U0003134F某\u200b人")) // of extension H
	if _, all := printed(t, p); !strings.Contains(all[0], "王〓某人") {
		t.Errorf("%q", all)
	}
}

func TestLongTableRepeatsItsHeader(t *testing.T) {
	const people = 60
	file, all := printed(t, papertest.Roster(people))
	if info := officetest.Run(t, "pdfinfo", file); !strings.Contains(info, "841.9 x 595") {
		t.Errorf("does not lie on its side:\n%s", info)
	}
	checkMargins(t, file, paper.Lying)
	papertest.CheckRoster(t, all, people)
	for i, page := range all {
		if lines, _, _ := papertest.Parted(page); strings.Contains(lines[len(lines)-1], "镇党委政府") {
			t.Errorf("page %d ends with the name of a unit", i+1)
		}
	}
	if n := strings.Count(strings.Join(all, ""), "1987.03"); n != people {
		t.Errorf("%d of %d dates of birth stand on one line", n, people)
	}
}

func TestRowTallerThanAPageGoesOn(t *testing.T) {
	var long strings.Builder
	for i := range 900 {
		fmt.Fprintf(&long, "第%03d句，", i)
	}
	p := &paper.Paper{}
	p.Add(paper.Table{Columns: []paper.Column{{Title: "姓名", Share: 1}, {Title: "表现", Share: 2, Align: paper.Left}}, Rows: []paper.Row{paper.Cells("张某", long.String())}})
	file, all := printed(t, p)
	checkMargins(t, file, paper.Upright)
	text := papertest.Packed(strings.Join(all, ""))
	if strings.Count(text, "张某") != 1 || strings.Count(text, "，") != 900 {
		t.Errorf("%d sentences of 900", strings.Count(text, "，"))
	}
	if n := strings.Count(text, "姓名"); n != len(all) || n < 5 {
		t.Errorf("%d headers on %d pages", n, len(all))
	}
}

func TestPagesOfManyKinds(t *testing.T) {
	form := paper.Page{Width: 11907, Height: 16840, Top: 629, Right: 1134, Bottom: 680, Left: 1247, Unnumbered: true}
	p := &paper.Paper{Page: form}
	p.Add(paper.Text("表"), paper.PageBreak{Page: &paper.LyingA3}, paper.Text("一览"), paper.PageBreak{}, paper.Text("续"),
		paper.PageBreak{Page: &paper.Upright}, paper.Text("说明"), paper.PageBreak{})
	file, all := printed(t, p)
	info := officetest.Run(t, "pdfinfo", "-f", "1", "-l", "9", file)
	sizes := regexp.MustCompile(`Page +\d size: +([\d.]+ x [\d.]+)`).FindAllStringSubmatch(info, -1)
	want := []string{"595.35 x 842", "1190.55 x 841.9", "1190.55 x 841.9", "595.3 x 841.9"}
	if len(sizes) != len(want) {
		t.Fatal(info)
	}
	for i, size := range sizes {
		if size[1] != want[i] {
			t.Errorf("page %d is %s", i+1, size[1])
		}
	}
	for i, no := range []string{"", "2", "3", "4"} {
		if _, got, _ := papertest.Parted(all[i]); got != no {
			t.Errorf("page %d has the number %q", i+1, got)
		}
	}
}

func TestSignatureStandsByTheRule(t *testing.T) {
	const char = 15.75
	right := float64(paper.Upright.Width-paper.Upright.Right) / 20
	for _, c := range []struct{ sign, date string }{
		{"中共清江县委组织部", "2026年7月1日"},
		{"县委", "2026年12月31日"},
		{"", "2026年7月1日"},
	} {
		p := &paper.Paper{Sign: c.sign, Date: c.date}
		file, _ := printed(t, p)
		var sign, date word
		for _, w := range words(t, file) {
			switch w.text {
			case c.sign:
				sign = w
			case c.date:
				date = w
			}
		}
		last := max(sign.right, date.right)
		if out := right - 2*char - last; out < -1 || out > 1 {
			t.Errorf("%s %s: the longer ends %.1f from where it should", c.sign, c.date, out)
		}
		if in := date.left - sign.left; c.sign != "" && (in < 2*char-1 || in > 2*char+1) {
			t.Errorf("%s %s: the date begins %.1f right of the name", c.sign, c.date, in)
		}
	}
}

func FuzzAnyTextMakesAFile(f *testing.F) {
	for _, text := range papertest.Odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := &paper.Paper{Classification: text, Title: text, Subtitle: text, Sign: text, Date: text}
		p.Add(paper.H(1, text), paper.Text(text), paper.Remark(paper.Chip(text, text)), paper.Table{
			Caption: text,
			Columns: []paper.Column{{Title: text, Group: text}, {Title: text}},
			Rows:    []paper.Row{{Cells: []paper.Span{{Text: text, Photo: []byte(text)}}}, {Band: text}},
		}, paper.Form{Title: text, Foot: text, Columns: []int{900, 3}, Rows: []paper.FormRow{
			{Height: 400, Cells: []paper.FormCell{{Text: text, Hang: 9}, {Text: text, Upright: true, Photo: []byte(text)}}},
		}})
		for _, form := range []paper.ChartForm{paper.Bars, paper.Stacked, paper.Lines, paper.Donut} {
			p.Add(paper.Chart{Caption: text, Form: form, Unit: text, Labels: []string{text}, Series: []paper.Series{{Name: text, Values: []float64{float64(len(text)) - 4}}}})
		}
		if file := write(t, p); !bytes.HasPrefix(file, []byte("%PDF-")) {
			t.Error("no PDF")
		}
	})
}
