package paper_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// boxes are all places of a slide's things.
func boxes(s paper.Slide) []paper.Box {
	l := s.Layout()
	all := slices.Concat([]paper.Box{l.Section, l.Title, l.Note, l.Number}, l.Cards, l.Charts, l.Lights)
	if s.Table != nil {
		all = append(all, l.Table)
	}
	return all
}

func TestNothingOnASlideCoversAnotherThing(t *testing.T) {
	chart := papertest.Deck().Slides[3].Charts[0]
	var slides []paper.Slide
	for cards := range 7 {
		for charts := range 3 {
			for lights := range 73 {
				s := paper.Slide{Title: strings.Repeat("长", 10*charts+lights), Cards: make([]paper.Card, cards), Lights: make([]paper.Light, lights)}
				for range charts {
					s.Charts = append(s.Charts, chart)
				}
				slides = append(slides, s)
			}
		}
	}
	for _, s := range append(slides, papertest.Deck().Slides...) {
		for _, p := range (&paper.Deck{Slides: []paper.Slide{s}}).Pages() {
			all := boxes(p)
			for i, a := range all {
				if a.W <= 0 || a.H <= 0 || a.X < 0 || a.Y < 0 || a.X+a.W > paper.SlideWidth || a.Y+a.H > paper.SlideHeight {
					t.Fatalf("%d cards, %d charts, %d lights: %v leaves the slide", len(p.Cards), len(p.Charts), len(p.Lights), a)
				}
				for _, b := range all[i+1:] {
					if a.X < b.X+b.W-1 && b.X < a.X+a.W-1 && a.Y < b.Y+b.H-1 && b.Y < a.Y+a.H-1 {
						t.Fatalf("%d cards, %d charts, %d lights: %v covers %v", len(p.Cards), len(p.Charts), len(p.Lights), a, b)
					}
				}
			}
		}
	}
}

func TestPagesLoseNothing(t *testing.T) {
	for _, n := range []int{0, 1, 40, 41, 63, 72, 73, 97, 300} {
		d := &paper.Deck{Slides: []paper.Slide{{Title: "评价", Lights: papertest.Lights(n)}}}
		var got []string
		pages := d.Pages()
		for i, p := range pages {
			if want := fmt.Sprintf("评价（%d／%d）", i+1, len(pages)); len(pages) > 1 && p.Title != want {
				t.Errorf("%d teams: title %s", n, p.Title)
			}
			if len(p.Lights) > 72 || n > 0 && len(p.Lights) == 0 {
				t.Errorf("%d teams: %d on a slide", n, len(p.Lights))
			}
			for _, l := range p.Lights {
				got = append(got, l.Team)
			}
		}
		if len(got) != n || !slices.IsSortedFunc(got, func(a, b string) int { return len(a) - len(b) }) {
			t.Errorf("%d teams become %d", n, len(got))
		}
	}
	table := papertest.Roster(25).Body[0].(paper.Table)
	rows := 0
	for _, p := range (&paper.Deck{Slides: []paper.Slide{{Title: "名册", Table: &table}}}).Pages() {
		rows += len(p.Table.Rows)
	}
	if rows != len(table.Rows) {
		t.Errorf("%d of %d rows", rows, len(table.Rows))
	}
}

func TestATableOnASlideIsAsWideAsItsBoxAndItsColumnsAsTheirTexts(t *testing.T) {
	box := paper.Box{X: 72, Y: 140, W: 1136, H: 500}
	columns := []paper.Column{{Title: "序号", Share: 6}, {Title: "姓名", Share: 11}, {Title: "现任职务", Share: 44}, {Title: "年龄", Share: 8}}
	for _, row := range [][]string{
		{"1", "买买提·吐尔逊·艾合买提江", "清源县青石镇党委书记", "38"},
		{"1", "王一", strings.Repeat("清源县青石镇党委书记、", 9), "38"}, // needs two lines
	} {
		table := paper.Table{Columns: columns, Rows: []paper.Row{paper.Cells(row...)}}
		set := table.OnSlide(box)
		sum := 0.0
		for _, w := range set.Columns {
			sum += w
		}
		if sum < box.W-1 || sum > box.W+1 {
			t.Errorf("columns take %.1f of %.0f", sum, box.W)
		}
		if room := set.Columns[1] - 2*paper.CellEdge; paper.Ems(row[1])*set.Size > room {
			t.Errorf("%s in print of %.1f does not fit into %.0f", row[1], set.Size, room)
		}
		if two := 2*1.2*set.Size > set.Row; two && paper.Ems(row[2])*set.Size > set.Columns[2]-2*paper.CellEdge {
			t.Errorf("rows of %.1f have no room for two lines of %.1f", set.Row, set.Size)
		}
	}
}
