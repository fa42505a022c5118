package chart

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

// leastText is the smallest size a label is shrunk to; below it a label is
// left out, and the hint still tells it.
const leastText = 11

// label is a text with its style and without a position yet.
type label struct {
	text   string
	height float32 // text size, whole: Fyne sets broken sizes with gaps
	bold   bool
	ink    color.NRGBA
}

func whole(size float32) float32 { return float32(math.Round(float64(size))) }

func (s *scene) body(text string, c fyne.ThemeColorName) label {
	return label{text: text, height: whole(s.px(theme.Size(theme.SizeNameText))), ink: ink(c)}
}

func (s *scene) small(text string, c fyne.ThemeColorName) label {
	return label{text: text, height: whole(s.px(theme.Size(kit.SizeSmall))), ink: ink(c)}
}

func (l label) with(text string) label      { l.text = text; return l }
func (l label) inked(c color.NRGBA) label   { l.ink = c; return l }
func (l label) strong(bold bool) label      { l.bold = bold; return l }
func (l label) scaled(factor float32) label { l.height = whole(l.height * factor); return l }
func (l label) style() fyne.TextStyle       { return fyne.TextStyle{Bold: l.bold} }
func (l label) size() fyne.Size             { return fyne.MeasureText(l.text, l.height, l.style()) }
func (l label) at(x, y float32) box         { z := l.size(); return box{x, y, z.Width, z.Height} }

// half is the height of the middle of the letters, which sits a little lower
// than that of the line.
func (l label) half() float32 { return l.size().Height * 0.54 }

func (l label) centredOn(x, y float32) box {
	z := l.size()
	return box{x - z.Width/2, y, z.Width, z.Height}
}

func (l label) endingAt(right, y float32) box {
	z := l.size()
	return box{right - z.Width, y, z.Width, z.Height}
}

// shrunk makes the label fit the width, if it can be done with letters that
// can still be read.
func (l label) shrunk(width float32) (label, bool) {
	least := max(leastText, whole(l.height*0.75))
	for l.size().Width > width+0.5 {
		if l.height <= least {
			return l, false
		}
		l.height--
	}
	return l, true
}

// low makes the letters fit into rows of a height, if they can still be read.
func (l label) low(height float32) label {
	for l.height > leastText && lettersOf(l.at(0, 0)).h > height {
		l.height--
	}
	return l
}

// cut makes the label fit the width, first smaller, then shorter.
func (l label) cut(width float32) label {
	l, ok := l.shrunk(width)
	runes := []rune(l.text)
	for !ok && len(runes) > 0 {
		runes = runes[:len(runes)-1]
		l.text = string(runes) + "…"
		ok = l.size().Width <= width+0.5
	}
	if len(runes) == 0 {
		l.text = ""
	}
	return l
}

// free reports whether a text may stand there: inside the chart and over no
// other text.
func (s *scene) free(b box) bool {
	const slack = 0.5
	if b.x < -slack || b.y < -slack || b.right() > s.size.Width+slack || b.bottom() > s.size.Height+slack {
		return false
	}
	letters := lettersOf(b)
	for _, t := range s.taken {
		if letters.overlaps(t.inset(-s.px(3), 0, -s.px(3), 0)) {
			return false
		}
	}
	return true
}

// lettersOf is the part of a line of text where letters are: the fonts leave
// air above and below them.
func lettersOf(b box) box { return b.inset(0, b.h*0.2, 0, b.h*0.13) }

// settled moves a box up so that it ends inside the chart, if only the empty
// space below its letters would be outside. This happens in the last of many
// thin rows.
func (s *scene) settled(b box) box {
	if over := b.bottom() - s.size.Height; over > 0 && over <= b.bottom()-lettersOf(b).bottom() {
		b.y -= over
	}
	return b
}

// Put writes the label at the box, unless something is in the way.
func (s *scene) put(l label, b box) bool {
	b = s.settled(b)
	if l.text == "" || !s.free(b) {
		return false
	}
	t := canvas.NewText(l.text, l.ink)
	t.TextSize, t.TextStyle = l.height, l.style()
	place(t, b)
	s.texts = append(s.texts, t)
	s.taken = append(s.taken, lettersOf(b))
	return true
}

// nudged moves a box sideways until it lies within the chart.
func (s *scene) nudged(b box) box {
	b.x = max(0, min(b.x, s.size.Width-b.w))
	return b
}
