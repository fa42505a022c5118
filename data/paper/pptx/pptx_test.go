package pptx_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
	"huoshui/data/paper/pptx"
)

func write(t *testing.T, d *paper.Deck, fonts paper.Fonts) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pptx.Write(&out, d, fonts); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWriter(t *testing.T) {
	papertest.CheckWriter(t, papertest.Deck, &paper.Deck{Slides: []paper.Slide{{}}}, func(w io.Writer, d *paper.Deck) error {
		return pptx.Write(w, d, paper.Fonts{})
	})
}

func TestEmptyDeckHasItsTitleSlide(t *testing.T) {
	all := parts(t, &paper.Deck{})
	if all["ppt/slides/slide1.xml"] == "" || all["ppt/slides/slide2.xml"] != "" {
		t.Error("not one slide")
	}
}

// said are the paragraphs of a part.
func said(t *testing.T, part string) []string {
	t.Helper()
	var list []string
	var line strings.Builder
	text := false
	papertest.Walk(t, part, func(token xml.Token) {
		switch token := token.(type) {
		case xml.StartElement:
			text = token.Name.Local == "t"
		case xml.EndElement:
			text = false
			if token.Name.Local == "p" {
				list = append(list, line.String())
				line.Reset()
			}
		case xml.CharData:
			if text {
				line.Write(token)
			}
		}
	})
	return list
}

func TestEverythingOnTheSlidesIsSaid(t *testing.T) {
	d := papertest.Deck()
	all := parts(t, d)
	first := strings.Join(said(t, all["ppt/slides/slide1.xml"]), "|")
	if want := "清江县优秀年轻干部|工作情况汇报|时点：2026年6月|中共清江县委组织部|2026年7月1日"; first != want {
		t.Errorf("title slide: %s", first)
	}
	pages := d.Pages()
	if len(pages) != 9 { // eight cards and 97 teams take more than a slide each
		t.Errorf("%d pages", len(pages))
	}
	for i, p := range pages {
		text := strings.Join(said(t, all[fmt.Sprintf("ppt/slides/slide%d.xml", i+2)]), "\n") + "\n"
		wants := []string{p.Title, p.Section, p.Note}
		for _, c := range p.Cards {
			number := c.Text
			if c.Unit != "" {
				number += " " + c.Unit
			}
			wants = append(wants, c.Label, number)
		}
		for _, l := range p.Lights {
			wants = append(wants, l.Name, l.Word)
		}
		if p.Table != nil {
			wants = append(wants, "乡镇（街道）", "33.3%", "35岁左右正职")
		}
		for _, want := range wants {
			if want != "" && !strings.Contains(text, want+"\n") {
				t.Errorf("slide %d does not say %q", i+2, want)
			}
		}
	}
	if notes := said(t, all["ppt/notesSlides/notesSlide2.xml"]); strings.Join(notes, "") != "口径：任职：符合 管理党政正职" {
		t.Errorf("notes: %q", notes)
	}
}

func TestLightsAreNotColoursAlone(t *testing.T) {
	all := parts(t, &paper.Deck{Slides: []paper.Slide{{Title: "评价", Lights: papertest.Lights(3)}}})
	for word, color := range map[string]string{"红": "C62828", "黄": "E0A100", "绿": "2E8B57"} {
		body := all["ppt/slides/slide2.xml"]
		if !strings.Contains(body, ">"+word+"<") || !strings.Contains(body, color) {
			t.Errorf("no %s in %s", word, color)
		}
	}
}

func TestOfficeFonts(t *testing.T) {
	all := papertest.Parts(t, write(t, papertest.Deck(), paper.Fonts{Title: "华文中宋", Hei: "A&B"}))
	for _, want := range []string{`<a:ea typeface="华文中宋"/>`, `<a:ea typeface="A&amp;B"/>`} {
		if !strings.Contains(all["ppt/theme/theme1.xml"], want) {
			t.Errorf("no %s", want)
		}
	}
}

func FuzzAnyTextMakesAFile(f *testing.F) {
	for _, text := range papertest.Odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := paper.Slide{
			Section: text, Title: "题" + text, Note: text, Remarks: []string{text},
			Cards:  []paper.Card{{Label: text, Text: text, Unit: text, Change: text}},
			Lights: []paper.Light{{Name: text, Word: text, Note: text}},
			Charts: []paper.Chart{{Caption: text, Unit: text, Labels: []string{text}, Series: []paper.Series{{Name: text, Values: []float64{1}}}}},
			Table:  &paper.Table{Columns: []paper.Column{{Title: text, Group: text}, {Title: text}}, Rows: []paper.Row{paper.Cells(text), {Band: text}}},
		}
		d := &paper.Deck{Title: text, Subtitle: text, Sign: text, Date: text, Slides: []paper.Slide{s}}
		all := papertest.Parts(t, write(t, d, paper.Fonts{Title: text, Hei: text, Latin: text}))
		said(t, all["ppt/slides/slide2.xml"])
	})
}
