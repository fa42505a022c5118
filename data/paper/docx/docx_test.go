package docx_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/docx"
	"huoshui/data/paper/internal/papertest"
)

func write(t *testing.T, p *paper.Paper, fonts paper.Fonts) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := docx.Write(&out, p, fonts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWriter(t *testing.T) {
	papertest.CheckWriter(t, papertest.Report, &paper.Paper{Body: []paper.Block{paper.Table{}}}, func(w io.Writer, p *paper.Paper) error {
		return docx.Write(w, p, paper.Fonts{})
	})
}

func TestEmptyPaperIsAFile(t *testing.T) {
	parts := papertest.Parts(t, write(t, &paper.Paper{}, paper.Fonts{}))
	if !strings.Contains(parts["word/document.xml"], "<w:sectPr>") {
		t.Error("no section")
	}
	if strings.Contains(parts["docProps/core.xml"], "dcterms:created") {
		t.Error("an unknown time was written")
	}
}

func TestProperties(t *testing.T) {
	core := papertest.Parts(t, write(t, papertest.Report(), paper.Fonts{}))["docProps/core.xml"]
	for _, want := range []string{
		"<dc:title>清江县发现培养选拔优秀年轻干部工作情况的报告</dc:title>",
		"<dc:creator>活水</dc:creator>", ">2026-07-01T09:30:00Z</dcterms:created>",
	} {
		if !strings.Contains(core, want) {
			t.Errorf("no %s in %s", want, core)
		}
	}
}

// run matches a run: its own Chinese face, if any, and its text.
var run = regexp.MustCompile(`<w:r><w:rPr><w:rFonts w:hint="eastAsia"(?: w:eastAsia="([^"]*)")?/></w:rPr><w:t xml:space="preserve">([^<]*)</w:t></w:r>`)

func TestRareCharactersHaveFacesThatHoldThem(t *testing.T) {
	p := &paper.Paper{Title: "张" + papertest.Rare}
	p.Add(paper.Text("二〇二六年，李"+papertest.Rare+"2任职。"), paper.H(2, "（一）王㛃"), paper.H(1, "一、赵㛃"))
	body := papertest.Parts(t, write(t, p, paper.Fonts{}))["word/document.xml"]
	var got []string
	for _, match := range run.FindAllStringSubmatch(body, -1) {
		got = append(got, match[2]+"|"+match[1])
	}
	want := "张| 䶮㛃|华文中宋 𬭎|SimSun-ExtB " +
		"二| 〇|仿宋 二六年，李| 䶮㛃|仿宋 𬭎2|SimSun-ExtB 任职。| " +
		"（一）王| 㛃|楷体 一、赵㛃|"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestOfficeFonts(t *testing.T) {
	fonts := paper.Fonts{Title: "华文中宋", Body: "仿宋", Latin: "A&B"}
	parts := papertest.Parts(t, write(t, papertest.Report(), fonts))
	for part, want := range map[string]string{
		"word/styles.xml":    `w:ascii="A&amp;B" w:hAnsi="A&amp;B" w:eastAsia="仿宋"`,
		"word/fontTable.xml": `<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi"/>`,
	} {
		if !strings.Contains(parts[part], want) {
			t.Errorf("no %s in %s", want, part)
		}
	}
	if strings.Contains(parts["word/fontTable.xml"], "仿宋_GB2312") {
		t.Error("a face nobody uses is in the font table")
	}
}

func TestSignatureStandsByTheRule(t *testing.T) {
	indent := regexp.MustCompile(`<w:pStyle w:val="ShuMing"/>(?:<w:keepNext/>)?<w:ind w:right="(\d+)"/>`)
	const char = 315 // the width of one character
	for _, c := range []struct {
		sign, date string
		want       []int // indents of name and date, in characters
	}{
		// The date starts two characters right of the name: 2+9-2 = 9 from the edge, and is 6 long.
		{"中共清江县委组织部", "2026年7月1日", []int{2, 3}},
		// A date longer than the name keeps two from the edge, and the name moves left.
		{"县委", "2026年12月31日", []int{9, 2}},
		{"", "2026年7月1日", []int{2}},
	} {
		body := papertest.Parts(t, write(t, &paper.Paper{Sign: c.sign, Date: c.date}, paper.Fonts{}))["word/document.xml"]
		var got []int
		for _, match := range indent.FindAllStringSubmatch(body, -1) {
			twips, _ := strconv.Atoi(match[1])
			got = append(got, twips/char)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %s: got %v, want %v", c.sign, c.date, got, c.want)
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
			Rows:    []paper.Row{paper.Cells(text), {Band: text}, {Cells: []paper.Span{{Text: text, Photo: []byte(text)}}}},
		}, paper.Chart{
			Caption: text, Unit: text, Labels: []string{text}, Series: []paper.Series{{Name: text, Values: []float64{1}}},
		}, paper.Form{
			Title: text, Foot: text, Columns: []int{900, 900}, Size: 14,
			Rows: []paper.FormRow{{Height: 500, Cells: []paper.FormCell{{Text: text, Upright: true}, {Text: text, Hang: 9, Photo: []byte(text)}}}},
		})
		parts := papertest.Parts(t, write(t, p, paper.Fonts{Body: text, Latin: text}))
		got := said(t, parts["word/document.xml"])
		if want := paper.Clean(text); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	})
}

// said is the text of a document, with its breaks and tabs.
func said(t *testing.T, document string) string {
	t.Helper()
	var out strings.Builder
	papertest.Walk(t, document, func(token xml.Token) {
		switch token := token.(type) {
		case xml.CharData:
			out.Write(token)
		case xml.StartElement:
			switch token.Name.Local {
			case "br":
				out.WriteByte('\n')
			case "tab":
				out.WriteByte('\t')
			}
		}
	})
	return out.String()
}
