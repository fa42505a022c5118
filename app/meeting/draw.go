package meeting

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
	"huoshui/app/plot"
	"huoshui/data/paper"
)

// drawing holds a slide while it is drawn.
type drawing struct {
	*pen
	talk  *talk
	spots map[spot]area // where what can be opened stands
	chart map[int]plot.Chart
	mark  *spot // the keyboard stands on it
}

// field is the whole of a slide.
var field = area{0, 0, paper.SlideWidth, paper.SlideHeight}

// draw draws what a talk shows.
func draw(t *talk, size fyne.Size) *drawing {
	d := &drawing{pen: newPen(size), talk: t, spots: map[spot]area{}, chart: map[int]plot.Chart{}}
	d.fill(field, theme.Color(kit.ColorSurface), 0)
	switch {
	case t.black:
		d.fill(field, color.Black, 0)
	case t.top() == nil:
	case t.atTitle():
		d.title()
	default:
		if s, ok := t.marked(); ok {
			d.mark = &s
		}
		d.slide(t.slide())
	}
	return d
}

// title is the slide a meeting begins with.
func (d *drawing) title() {
	const edge, width = 73, paper.SlideWidth - 2*73
	deck := d.talk.deck
	d.fill(area{0, 0, paper.SlideWidth, 413}, theme.Color(kit.ColorOurs), 0)
	y := 167 + d.lines(area{edge, 167, width, 173}, deck.Title, letters{57, kit.ColorSurface, true, fyne.TextAlignLeading})
	d.line(area{edge, y + 7, width, 40}, deck.Subtitle, letters{25, kit.ColorOursPale, false, fyne.TextAlignLeading})
	d.line(area{edge, 480, width, 47}, deck.Sign, letters{29, kit.ColorText, false, fyne.TextAlignLeading})
	d.line(area{edge, 533, width, 40}, deck.Date, letters{25, kit.ColorSecondary, false, fyne.TextAlignLeading})
	d.line(area{edge, 668, width, 30}, "→ 翻页　Esc 退出", letters{16, kit.ColorFaint, false, fyne.TextAlignTrailing})
}

// slide draws a slide as it is laid out for every format.
func (d *drawing) slide(s paper.Slide) {
	d.fill(area{0, 0, 12, paper.SlideHeight}, theme.Color(kit.ColorOurs), 0)
	l := s.Layout()
	for i, c := range s.Cards {
		d.card(areaOf(l.Cards[i]), i, c)
	}
	for i, c := range s.Charts {
		d.draw(areaOf(l.Charts[i]), i, c)
	}
	for i, light := range s.Lights {
		d.light(areaOf(l.Lights[i]), i, light)
	}
	if s.Table != nil {
		d.table(l.Table, *s.Table)
	}
	d.head(s, l)
}

// head draws the parts around the content: the section and the message above,
// the note with what it holds for below, and for the speaker the keys and the
// position in the deck.
func (d *drawing) head(s paper.Slide, l paper.Layout) {
	section, note := areaOf(l.Section), areaOf(l.Note)
	d.line(area{section.x, section.y, section.w * 0.62, section.h}, s.Section, letters{18, kit.ColorOurs, false, fyne.TextAlignLeading})
	d.lines(areaOf(l.Title), s.Title, letters{float32(l.TitleSize) * 0.97, kit.ColorText, true, fyne.TextAlignLeading})
	d.line(note, s.Note, letters{17, kit.ColorSecondary, false, fyne.TextAlignLeading})
	keys, at, n := "← → 翻页　Esc 退出", d.talk.top().at, len(d.talk.top().slides)-1
	if len(d.talk.levels) > 1 {
		keys, at, n = "← → 翻页　Esc 返回", at+1, n+1
	}
	if len(d.spots) > 0 {
		keys = "↓ 选　回车 打开　" + keys
	}
	d.line(area{section.x + section.w*0.62, section.y, section.w * 0.38, section.h}, keys, letters{15, kit.ColorFaint, false, fyne.TextAlignTrailing})
	d.line(areaOf(l.Number), fmt.Sprintf("%d / %d", at, n), letters{17, kit.ColorFaint, false, fyne.TextAlignTrailing})
}

// draw draws the i-th chart of a slide.
func (d *drawing) draw(a area, i int, c paper.Chart) {
	s := spot{kind: spotChart, index: i}
	if hasFigures(c) {
		d.spots[s] = a
		d.frame(s, area{a.x - 10, a.y - 8, a.w + 20, a.h + 13})
	}
	chart := plot.New(c, func(id string) { d.talk.open(spot{spotCard, i, id}) })
	chart.SetLarge(true)
	d.chart[i] = chart
	d.place(chart, a)
}

// frame surrounds the spot the keyboard stands on.
func (d *drawing) frame(s spot, a area) {
	if d.mark == nil || *d.mark != s {
		return
	}
	r := d.fill(a, theme.Color(kit.ColorOursPale), 10)
	r.StrokeColor, r.StrokeWidth = theme.Color(kit.ColorOurs), 2*d.scale
}
