package pdf_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
	"huoshui/data/paper/pdf"
)

func writeDeck(t *testing.T, d *paper.Deck) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.WriteDeck(&out, d, paper.Fonts{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDeckShowsAllThereIs(t *testing.T) {
	d := papertest.Deck()
	file := officetest.Save(t, "deck.pdf", writeDeck(t, d))
	slides := d.Pages()
	info := officetest.Run(t, "pdfinfo", file)
	for _, want := range []string{fmt.Sprintf("Pages:           %d\n", len(slides)+1), "1280 x 720 pts", "Title:           清江县优秀年轻干部工作情况汇报"} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
	for _, w := range words(t, file) {
		if w.left < 0 || w.right > paper.SlideWidth || w.top < 0 || w.foot > paper.SlideHeight {
			t.Errorf("%+v leaves its slide", w)
		}
	}
	pages := officetest.Pages(t, file)
	checkSaid(t, pages[0], d.Title, d.Subtitle, d.Sign, d.Date)
	for i, s := range slides {
		said := []string{s.Title, s.Section, s.Note, fmt.Sprint(i + 2)}
		for _, c := range s.Cards {
			said = append(said, c.Label, c.Text, c.Unit, strings.ReplaceAll(c.Change, "，", "")) // may be a line break
		}
		for _, c := range s.Charts {
			said = append(append(said, c.Caption), c.Labels...)
		}
		if s.Table != nil {
			for _, row := range s.Table.Rows {
				for _, cell := range row.Cells {
					said = append(said, cell.Text)
				}
			}
		}
		for _, l := range s.Lights {
			said = append(said, l.Word, l.Name)
		}
		checkSaid(t, pages[i+1], said...)
	}
}

// checkSaid fails the test where a page lacks characters of what should stand on
// it, whatever their order.
func checkSaid(t *testing.T, page string, texts ...string) {
	t.Helper()
	got := characters(page)
	for r, n := range characters(texts...) {
		if got[r] < n {
			t.Errorf("%c stands there %d times, not %d:\n%s", r, got[r], n, page)
		}
	}
}

func TestDeckWriter(t *testing.T) {
	papertest.CheckWriter(t, papertest.Deck, &paper.Deck{Slides: []paper.Slide{{}}}, func(w io.Writer, d *paper.Deck) error {
		return pdf.WriteDeck(w, d, paper.Fonts{})
	})
}

func FuzzAnyTextMakesADeck(f *testing.F) {
	for _, text := range papertest.Odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		writeDeck(t, &paper.Deck{Title: text, Subtitle: text, Sign: text, Date: text, Slides: []paper.Slide{{
			Section: text, Title: "题" + text, Note: text, Cards: []paper.Card{{Label: text, Text: text, Unit: text, Change: text}},
			Lights: []paper.Light{{Name: text, Word: text}},
			Table:  &paper.Table{Columns: []paper.Column{{Title: text, Group: text}, {}}, Rows: []paper.Row{paper.Cells(text), {Band: text}}},
			Charts: []paper.Chart{{Caption: text, Labels: []string{text}, Series: []paper.Series{{Name: text, Values: []float64{1}}}}},
		}}})
	})
}
