package meeting

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
	"huoshui/data/paper"
)

// cards draws headline figures and returns what is left for the rest: alone
// they fill the slide, with company a few stand at the left, many above.
func (d *drawing) cards(a area, cards []paper.Card, company bool) area {
	n := len(cards)
	columns, rest := min(n, 3), area{}
	switch {
	case company && n <= 2:
		columns = 1
		rest = area{a.x + 560, a.y, a.w - 560, a.h}
		a.w = 500
		a.h = min(a.h, 330*float32(n))
	case company:
		columns = min(n, 6)
		rest = area{a.x, a.y + 230, a.w, a.h - 230}
		a.h = 200
	case n == 4:
		columns = 2
	}
	const gap = 36
	rows := (n + columns - 1) / columns
	w := (a.w - gap*float32(columns-1)) / float32(columns)
	h := min((a.h-gap*float32(rows-1))/float32(rows), 440)
	if !company { // alone on the slide they stand in its middle
		a.y += (a.h - h*float32(rows) - gap*float32(rows-1)) / 3
	}
	for i, c := range cards {
		d.card(area{a.x + (w+gap)*float32(i%columns), a.y + (h+gap)*float32(i/columns), w, h}, i, c)
	}
	return rest
}

func (d *drawing) card(a area, i int, c paper.Card) {
	s := spot{spotCard, i, c.Figure}
	ground := d.fill(a, theme.Color(kit.ColorSide), 10)
	ground.StrokeColor, ground.StrokeWidth = theme.Color(kit.ColorLine), 1
	if c.Figure != "" {
		d.spots[s] = a
		d.frame(s, a)
	}
	in := a.inset(min(32, a.w*0.08, a.h*0.1))
	label := letters{min(32, a.h*0.15), kit.ColorSecondary, false, fyne.TextAlignLeading}
	used := d.lines(area{in.x, in.y, in.w, label.lineHeight() * 2}, c.Label, label)
	number := letters{min(120, a.h*0.42), kit.ColorOurs, true, fyne.TextAlignLeading}
	if c.Text == noData {
		number = letters{min(56, a.h*0.25), kit.ColorFaint, false, fyne.TextAlignLeading}
		c.Unit = ""
	}
	unit := letters{max(24, number.size*0.36), kit.ColorOurs, false, fyne.TextAlignLeading}
	change := letters{min(26, a.h*0.13), kit.ColorSecondary, false, fyne.TextAlignLeading}
	y, height := in.y+used, in.h-used
	if at := (area{in.x, in.y + in.h - change.lineHeight(), in.w, change.lineHeight()}); c.Change != "" && a.h > 260 {
		height -= change.lineHeight()
		d.line(at, c.Change, change)
	} else { // on a low card it stands beside the number
		change.align = fyne.TextAlignTrailing
		d.line(at, c.Change, change)
	}
	number.size = min(number.size, height*0.8)
	if w, room := number.width(c.Text), in.w-unit.width(c.Unit)-12; w > room {
		number.size *= room / w
	}
	w := number.width(c.Text)
	d.line(area{in.x, y, w + 4, height}, c.Text, number)
	d.line(area{in.x + w + 12, y + number.size*0.22, unit.width(c.Unit) + 4, height}, c.Unit, unit)
}

// noData stands for a figure that has no records.
const noData = "无数据"

// lights draws the map of teams: a plate for each, as large as their number
// allows.
func (d *drawing) lights(a area, lights []paper.Light) {
	columns, rows := grid(len(lights), a.w/a.h)
	const gap = 10
	w, h := (a.w+gap)/float32(columns)-gap, min((a.h+gap)/float32(rows)-gap, 150)
	name := plateName(lights, w, h)
	for i, light := range lights {
		d.light(area{a.x + (w+gap)*float32(i%columns), a.y + (h+gap)*float32(i/columns), w, h}, i, light, name)
	}
}

// plateStrip is the width of the coloured part of a plate.
func plateStrip(w float32) float32 { return min(64, w*0.24) }

// plateName is how the names on all plates are written: as large as the longest
// of them allows, within reason.
func plateName(lights []paper.Light, w, h float32) letters {
	l := letters{min(36, h*0.5), kit.ColorText, false, fyne.TextAlignLeading}
	room, longest := w-plateStrip(w)-20, float32(1)
	for _, light := range lights {
		longest = max(longest, l.width(light.Name))
	}
	l.size = max(l.size*min(1, room/longest), l.size*0.66, min(l.size, 17))
	return l
}

// grid finds columns and rows for n plates more than four times as wide as high.
func grid(n int, shape float32) (columns, rows int) {
	columns = 1
	for {
		rows = (n + columns - 1) / columns
		if float32(columns)*4.4/float32(rows) >= shape*0.9 || columns >= n {
			return columns, rows
		}
		columns++
	}
}

func (d *drawing) light(a area, i int, light paper.Light, name letters) {
	s := spot{spotLight, i, light.Team}
	d.spots[s] = a
	lamp := lightOf(light.Word)
	ground := d.fill(a, theme.Color(kit.ColorSide), 6)
	ground.StrokeColor, ground.StrokeWidth = theme.Color(kit.ColorLine), 1
	d.frame(s, a)
	strip := plateStrip(a.w)
	d.fill(area{a.x, a.y, strip, a.h}, theme.Color(lamp.Color()), 6)
	d.line(area{a.x, a.y, strip, a.h}, light.Word, letters{min(36, a.h*0.5, strip*0.6), kit.ColorSurface, true, fyne.TextAlignCenter})
	in := area{a.x + strip + 12, a.y, a.w - strip - 16, a.h}
	if light.Note != "" && a.h >= 110 {
		note := letters{22, kit.ColorSecondary, false, fyne.TextAlignLeading}
		d.line(area{in.x, in.y + in.h*0.54, in.w, in.h * 0.38}, light.Note, note)
		in.h *= 0.6
	}
	d.line(in, kit.CutText(light.Name, name.size, name.style(), in.w), name)
}

func lightOf(word string) kit.Light {
	for _, l := range []kit.Light{kit.LightRed, kit.LightAmber, kit.LightGreen} {
		if l.Word() == word {
			return l
		}
	}
	return kit.LightNone
}

// table draws a table; its rows grow with the room there is.
func (d *drawing) table(a area, t paper.Table) {
	const most = 62
	n := float32(len(t.Rows) + 1)
	h := min(most, a.h/n)
	text := letters{min(28, h*0.5), kit.ColorText, false, fyne.TextAlignLeading}
	widths := t.Widths(int(a.w))
	d.fill(area{a.x, a.y, a.w, h}, theme.Color(kit.ColorHeader), 0)
	x := a.x
	for i, c := range t.Columns {
		head := text
		head.color, head.bold, head.align = kit.ColorSecondary, true, alignment(c.Align)
		d.line(area{x + 10, a.y, float32(widths[i]) - 20, h}, flat(c.Title), head)
		x += float32(widths[i])
	}
	for r, row := range t.Rows {
		d.tableRow(area{a.x, a.y + h*float32(r+1), a.w, h}, r, row, t.Columns, widths, text)
	}
}

func (d *drawing) tableRow(a area, r int, row paper.Row, columns []paper.Column, widths []int, text letters) {
	if r%2 == 1 {
		d.fill(a, theme.Color(kit.ColorStripe), 0)
	}
	if l := d.talk.top(); l.at < len(l.rows) && r < len(l.rows[l.at]) {
		s := spot{spotRow, r, l.rows[l.at][r]}
		d.spots[s] = a
		d.frame(s, a)
	}
	line := canvas.NewRectangle(theme.Color(kit.ColorLine))
	d.place(line, area{a.x, a.y + a.h - 1, a.w, 1})
	if row.Band != "" {
		text.bold = true
		d.line(area{a.x + 10, a.y, a.w - 20, a.h}, row.Band, text)
		return
	}
	x := a.x
	for i, c := range columns {
		text.align = alignment(c.Align)
		d.cell(area{x + 10, a.y, float32(widths[i]) - 20, a.h}, flat(row.Cell(i).Text), text)
		x += float32(widths[i])
	}
}

// cell writes a text into a cell: in one line, or smaller in two.
func (d *drawing) cell(a area, text string, l letters) {
	if l.width(text) > a.w {
		l.size = min(l.size*0.8, a.h/2/1.2)
		if wrapped := kit.WrapText(text, l.size, l.style(), a.w); len(wrapped) > 1 {
			rest := strings.TrimPrefix(text, wrapped[0])
			d.line(area{a.x, a.y, a.w, a.h / 2}, wrapped[0], l)
			d.line(area{a.x, a.y + a.h/2 - 2, a.w, a.h / 2}, kit.CutText(rest, l.size, l.style(), a.w), l)
			return
		}
	}
	d.line(a, text, l)
}

func alignment(a paper.Align) fyne.TextAlign {
	switch a {
	case paper.Left:
		return fyne.TextAlignLeading
	case paper.Right:
		return fyne.TextAlignTrailing
	}
	return fyne.TextAlignCenter
}

// flat is a text without the line breaks that only serve a column's title.
func flat(text string) string { return strings.ReplaceAll(text, "\n", "") }
