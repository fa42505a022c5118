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

// drawing is a slide on its way to the screen.
type drawing struct {
	*pen
	talk  *talk
	spots map[spot]area // where what can be opened stands
	chart map[int]plot.Chart
	mark  *spot // the keyboard stands on it
}

// draw lays out what a talk shows.
func draw(t *talk, size fyne.Size) *drawing {
	d := &drawing{pen: newPen(size), talk: t, spots: map[spot]area{}, chart: map[int]plot.Chart{}}
	d.fill(area{0, 0, fieldWidth, fieldHeight}, theme.Color(kit.ColorSurface), 0)
	switch {
	case t.black:
		d.fill(area{0, 0, fieldWidth, fieldHeight}, color.Black, 0)
	case t.top() == nil:
	case t.atTitle():
		d.title()
	default:
		if s, ok := t.marked(); ok {
			d.mark = &s
		}
		d.slide(t.slide())
		d.foot()
	}
	return d
}

// title is the slide a meeting begins with.
func (d *drawing) title() {
	deck := d.talk.deck
	d.fill(area{0, 0, fieldWidth, 620}, theme.Color(kit.ColorOurs), 0)
	y := 250 + d.lines(area{edge, 250, contentWidth, 260}, deck.Title, letters{86, kit.ColorSurface, true, fyne.TextAlignLeading})
	d.line(area{edge, y + 10, contentWidth, 60}, deck.Subtitle, letters{38, kit.ColorOursPale, false, fyne.TextAlignLeading})
	d.line(area{edge, 720, contentWidth, 70}, deck.Sign, letters{44, kit.ColorText, false, fyne.TextAlignLeading})
	d.line(area{edge, 800, contentWidth, 60}, deck.Date, letters{38, kit.ColorSecondary, false, fyne.TextAlignLeading})
	d.hint("→ 翻页　Esc 退出")
}

// foot is the last line of every slide: whose it is, what the keys do, where
// one is.
func (d *drawing) foot() {
	l := d.talk.top()
	d.line(area{edge, 1012, 700, 40}, d.talk.deck.Sign, letters{24, kit.ColorFaint, false, fyne.TextAlignLeading})
	keys := "← → 翻页　Esc 退出"
	if len(d.talk.levels) > 1 {
		keys = "← → 翻页　Esc 返回"
	}
	if len(d.spots) > 0 {
		keys = "↓ 选　回车 打开　" + keys
	}
	at, n := l.at, len(l.slides)-1
	if len(d.talk.levels) > 1 {
		at, n = l.at+1, len(l.slides)
	}
	d.hint(fmt.Sprintf("%s　　%d / %d", keys, at, n))
}

func (d *drawing) hint(text string) {
	d.line(area{edge + 700, 1012, contentWidth - 700, 40}, text, letters{24, kit.ColorFaint, false, fyne.TextAlignTrailing})
}

// slide draws title and content.
func (d *drawing) slide(s paper.Slide) {
	d.fill(area{0, 0, 18, fieldHeight}, theme.Color(kit.ColorOurs), 0)
	section := s.Section
	if s.Note != "" {
		section += "　" + s.Note
	}
	used := d.lines(area{edge, 66, contentWidth, 110}, s.Title, letters{52, kit.ColorText, true, fyne.TextAlignLeading})
	d.line(area{edge, 70 + used, contentWidth, 44}, section, letters{26, kit.ColorSecondary, false, fyne.TextAlignLeading})
	content := area{edge, contentTop, contentWidth, contentBottom - contentTop}
	if len(s.Cards) > 0 {
		content = d.cards(content, s.Cards, len(s.Charts) > 0 || s.Table != nil || len(s.Lights) > 0)
	}
	d.charts(content, s.Charts, s.Table != nil || len(s.Lights) > 0, &content)
	if len(s.Lights) > 0 {
		d.lights(content, s.Lights)
	}
	if s.Table != nil {
		d.table(content, *s.Table)
	}
}

// charts draws one chart, or two side by side, and leaves the lower half when
// something follows.
func (d *drawing) charts(a area, charts []paper.Chart, follows bool, rest *area) {
	if len(charts) == 0 {
		return
	}
	if follows {
		a.h = a.h/2 - 16
		rest.y, rest.h = a.y+a.h+32, rest.h-a.h-32
	}
	const gap = 60
	w := (a.w - gap*float32(len(charts)-1)) / float32(len(charts))
	for i, c := range charts {
		at := area{a.x + (w+gap)*float32(i), a.y, w, a.h}
		s := spot{kind: spotChart, index: i}
		if hasFigures(c) {
			d.spots[s] = at
			d.frame(s, area{at.x - 16, at.y - 12, at.w + 32, at.h + 20})
		}
		chart := plot.New(c, func(id string) { d.talk.open(spot{spotCard, i, id}) })
		chart.SetLarge(true)
		d.chart[i] = chart
		d.place(chart, at)
	}
}

// frame surrounds the spot the keyboard stands on.
func (d *drawing) frame(s spot, a area) {
	if d.mark == nil || *d.mark != s {
		return
	}
	r := d.fill(a, theme.Color(kit.ColorOursPale), 10)
	r.StrokeColor, r.StrokeWidth = theme.Color(kit.ColorOurs), 3*d.scale
}
