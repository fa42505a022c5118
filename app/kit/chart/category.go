package chart

import (
	"unicode/utf8"

	"huoshui/app/kit"
)

// categories are the labels below a chart, made to fit the width: in one or
// more lines, in a smaller size, or only every second or third of them.
type categories struct {
	style  label
	lines  [][]string // of each item; nil where the label is left out
	height float32    // of all lines, with the gap above
}

// fitCategories finds the most complete way to write the labels of the items in
// slots of the given width and within a height.
func (s *scene) fitCategories(items []Datum, slot, height float32) categories {
	gap := s.px(6)
	for _, factor := range []float32{1, 0.87, 0.75} {
		style := s.body("", kit.ColorSecondary).scaled(factor)
		if style.height < leastText {
			break
		}
		line := style.with("国").size().Height
		for rows := 1; rows <= 3 && line*float32(rows)+gap <= height; rows++ {
			if lines, ok := wrapAll(items, style, slot-s.px(4), rows); ok {
				return categories{style, lines, line*float32(mostLines(lines)) + gap}
			}
		}
	}
	style := s.small("", kit.ColorSecondary)
	line := style.with("国").size().Height
	if line+gap > height {
		return categories{}
	}
	return categories{style, everyNth(items, style, slot-s.px(4)), line + gap}
}

// wrapAll breaks all labels into at most the given number of lines; a line of
// a single character is no way to write a name.
func wrapAll(items []Datum, style label, width float32, rows int) ([][]string, bool) {
	if width < style.with("国国").size().Width && rows > 1 {
		return nil, false
	}
	all := make([][]string, len(items))
	for i, d := range items {
		lines := kit.WrapText(d.Label, style.height, style.style(), width)
		if len(lines) > rows || longest(style, lines...) > width+0.5 || torn(lines) {
			return nil, false
		}
		all[i] = lines
	}
	return all, true
}

// torn reports whether a word or number had to be cut: “202/6.10” says less
// than nothing.
func torn(lines []string) bool {
	for i := 1; i < len(lines); i++ {
		last, _ := utf8.DecodeLastRuneInString(lines[i-1])
		first, _ := utf8.DecodeRuneInString(lines[i])
		if last < utf8.RuneSelf && first < utf8.RuneSelf {
			return true
		}
	}
	return false
}

// everyNth leaves out labels evenly, counting from the last item, which as the
// newest month must keep its own.
func everyNth(items []Datum, style label, slot float32) [][]string {
	var widest float32
	for _, d := range items {
		widest = max(widest, style.with(d.Label).size().Width)
	}
	nth := max(1, int(widest/max(slot, 1))+1)
	lines := make([][]string, len(items))
	for i := len(items) - 1; i >= 0; i -= nth {
		lines[i] = []string{items[i].Label}
	}
	return lines
}

func mostLines(all [][]string) int {
	most := 0
	for _, lines := range all {
		most = max(most, len(lines))
	}
	return most
}

// write puts the labels below the area, centred under their slots. The last
// goes first, so that at the edge the newest wins.
func (c categories) write(s *scene, area box, slot float32) {
	gap := s.px(6)
	for i := len(c.lines) - 1; i >= 0; i-- {
		x, y := area.x+slot*(float32(i)+0.5), area.bottom()-c.height+gap
		for _, text := range c.lines[i] {
			l := c.style.with(text)
			s.put(l, s.nudged(l.centredOn(x, y)))
			y += l.size().Height
		}
	}
}
