package meeting

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
	"huoshui/data/paper"
)

// card draws a headline figure: what it is, the number, what stands beside it.
// The one the title speaks of is red.
func (d *drawing) card(a area, i int, c paper.Card) {
	const edge = 24
	s := spot{spotCard, i, c.Figure}
	ink, mark := kit.ColorText, kit.ColorLine
	if c.Lead {
		ink, mark = kit.ColorOurs, kit.ColorOurs
	}
	d.fill(a, theme.Color(kit.ColorSide), 0)
	if c.Figure != "" {
		d.spots[s] = a
		d.frame(s, a)
	}
	d.fill(area{a.x, a.y, 6, a.h}, theme.Color(mark), 0)
	part := func(from, to float32) area { return area{a.x + edge, a.y + a.h*from, a.w - 2*edge, a.h * (to - from)} }
	d.lines(part(0.08, 0.36), c.Label, letters{min(26, max(17, a.h*0.12)), kit.ColorText, false, fyne.TextAlignLeading})
	number := letters{min(88, a.h*0.36), ink, true, fyne.TextAlignLeading}
	if c.Text == noData {
		number.size, number.color, number.bold = number.size/2, kit.ColorFaint, false
	}
	d.amount(part(0.36, 0.74), c.Text, c.Unit, number)
	change := letters{min(22, max(14, a.h*0.1)), kit.ColorSecondary, false, fyne.TextAlignLeading}
	text := c.Change
	if change.width(text) > a.w-2*edge {
		text = strings.ReplaceAll(text, "，", "\n")
	}
	d.lines(part(0.74, 0.98), text, change)
}

// amount writes a number with its unit, in smaller print, on one base line.
func (d *drawing) amount(a area, text, name string, number letters) {
	unit := letters{number.size * 0.42, number.color, false, fyne.TextAlignLeading}
	gap := unit.size * 0.3
	if wide := number.width(text) + gap + unit.width(name); wide > a.w {
		number.size *= a.w / wide
		unit.size *= a.w / wide
	}
	w, high := number.width(text), number.lineHeight()
	a.y, a.h = a.y+(a.h-high)/2, high // as high as its line, of which the digits are half
	d.line(area{a.x, a.y, w + 2, a.h}, text, number)
	d.line(area{a.x + w + gap, a.y + (number.size-unit.size)*0.36, unit.width(name) + 2, a.h}, name, unit)
}

// noData stands for a figure that has no records.
const noData = "无数据"

// light draws a team: a plate in the colour of its light, with the word and the
// team's name.
func (d *drawing) light(a area, i int, light paper.Light) {
	s := spot{spotLight, i, light.Team}
	d.spots[s] = a
	d.fill(a, theme.Color(kit.ColorSide), 0)
	d.frame(s, a)
	side := min(a.h, 48)
	d.fill(area{a.x, a.y, side, a.h}, theme.Color(lightOf(light.Word).Color()), 0)
	d.line(area{a.x, a.y, side, a.h}, light.Word, letters{min(26, side*0.5), kit.ColorSurface, true, fyne.TextAlignCenter})
	d.cell(area{a.x + side + 8, a.y, a.w - side - 12, a.h}, light.Name, letters{min(24, a.h*0.42), kit.ColorText, false, fyne.TextAlignLeading})
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
func (d *drawing) table(b paper.Box, t paper.Table) {
	a, set := areaOf(b), t.OnSlide(b)
	h, widths := float32(set.Row), set.Columns
	text := letters{float32(set.Size), kit.ColorText, false, fyne.TextAlignLeading}
	d.fill(area{a.x, a.y, a.w, h}, theme.Color(kit.ColorHeader), 0)
	x := a.x
	for i, c := range t.Columns {
		head := text
		head.color, head.bold, head.align = kit.ColorSecondary, true, alignment(c.Align)
		d.line(area{x + paper.CellEdge, a.y, float32(widths[i]) - 2*paper.CellEdge, h}, flat(c.Title), head)
		x += float32(widths[i])
	}
	for r, row := range t.Rows {
		d.tableRow(area{a.x, a.y + h*float32(r+1), a.w, h}, r, row, t.Columns, widths, text)
	}
}

func (d *drawing) tableRow(a area, r int, row paper.Row, columns []paper.Column, widths []float64, text letters) {
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
		d.line(area{a.x + paper.CellEdge, a.y, a.w - 2*paper.CellEdge, a.h}, row.Band, text)
		return
	}
	x := a.x
	for i, c := range columns {
		text.align = alignment(c.Align)
		in := area{x, a.y, float32(widths[i]), a.h}
		if id := row.Cell(i).Figure; id != "" {
			s := spot{spotCell, r*len(columns) + i, id}
			d.spots[s] = in
			d.frame(s, in)
		}
		word := text
		if lamp := lightOf(row.Cell(i).Text); lamp != kit.LightNone {
			d.fill(in, theme.Color(lamp.Color()), 0)
			word.color, word.bold = kit.ColorSurface, true
		}
		d.cell(area{in.x + paper.CellEdge, in.y, in.w - 2*paper.CellEdge, in.h}, flat(row.Cell(i).Text), word)
		x += float32(widths[i])
	}
}

// cell writes a text into a cell: in one line, if need be a little smaller, else
// in two.
func (d *drawing) cell(a area, text string, l letters) {
	const smaller, pitch = 0.85, 1.2
	if l.width(text)*smaller <= a.w {
		d.line(a, text, l)
		return
	}
	least := l.size * 0.7
	l.size = min(l.size, a.h/2/pitch)
	wrapped := kit.WrapText(text, l.size, l.style(), a.w)
	for len(wrapped) > 2 && l.size > least {
		l.size *= 0.95
		wrapped = kit.WrapText(text, l.size, l.style(), a.w)
	}
	if len(wrapped) < 2 {
		d.line(a, text, l)
		return
	}
	rest := strings.TrimPrefix(text, wrapped[0])
	high := l.size * pitch
	y := a.y + a.h/2 - high
	d.line(area{a.x, y, a.w, high}, wrapped[0], l)
	d.line(area{a.x, y + high, a.w, high}, kit.CutText(rest, l.size, l.style(), a.w), l)
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
