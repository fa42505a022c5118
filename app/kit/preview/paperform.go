package preview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

const (
	formPad     = 2   // points between the frame of a cell and its text
	formLine    = 1.3 // of the size, from line to line
	formLeast   = 5   // points, the smallest text
	formTitle   = 24
	objectSpace = 8
)

// object sets a chart, or what else draws itself.
func (s *setter) object(b Block) {
	high := s.px(b.Height)
	if len(b.Spans) > 0 {
		s.paragraph(b.Spans, paperCaption)
	}
	s.space(objectSpace)
	s.add(paperLine{
		StripPart: kit.StripPart{Height: high},
		things:    []paperThing{{paperBox{s.textLeft(), 0, s.textWidth(), high}, b.Object, nil}},
	}, 0)
	s.space(objectSpace)
}

// form sets a printed form: its title, the grid in one piece, and its foot.
func (s *setter) form(f *Grid) {
	if f.Title != "" {
		size := f.TitleSize
		if size == 0 {
			size = formTitle
		}
		s.paragraph(Text(f.Title), paperStyle{size: size, line: size * 1.5, after: 4, bold: true, centred: true, leads: true, color: kit.ColorText})
	}
	rows, columns := s.lengths(f.Heights), s.lengths(f.Columns)
	width := columns[len(columns)-1]
	left := s.page().x + (s.page().w-width)/2
	grid := paperLine{StripPart: kit.StripPart{Height: rows[len(rows)-1] + 1}}
	for _, c := range f.Cells {
		box := paperBox{left + columns[c.Column], rows[c.Row], columns[c.Column+c.Columns] - columns[c.Column], rows[c.Row+c.Rows] - rows[c.Row]}
		s.formCell(&grid, c, box)
	}
	s.add(grid, 0)
	if f.Foot != "" {
		s.paragraph(Text(f.Foot), paperStyle{size: cellSize, line: cellLine, before: 4, color: kit.ColorText})
	}
}

// lengths are where the parts of a grid begin, and where the last one ends.
func (s *setter) lengths(parts []float32) []float32 {
	at, sum := []float32{0}, float32(0)
	for _, part := range parts {
		sum += part
		at = append(at, s.px(sum))
	}
	return at
}

func (s *setter) formCell(grid *paperLine, c Cell, box paperBox) {
	for _, edge := range []paperBox{
		{box.x, box.y, box.w + 1, 1},
		{box.x, box.y + box.h, box.w + 1, 1},
		{box.x, box.y, 1, box.h},
		{box.x + box.w, box.y, 1, box.h},
	} {
		grid.fills = append(grid.fills, paperFill{edge, theme.ColorNameForeground})
	}
	if len(c.Photo) > 0 {
		inner := paperBox{box.x + 1, box.y + 1, box.w - 1, box.h - 1}
		grid.things = append(grid.things, paperThing{inner, nil, c.Photo})
		return
	}
	if strings.TrimSpace(c.Text) == "" {
		return
	}
	lines, size := s.fitted(c, box)
	step := whole(size * formLine)
	y := box.y + (box.h-step*float32(len(lines)))/2
	if c.Top {
		y = box.y + s.px(formPad)
	}
	figure := s.figure(Span{c.Text, c.ID})
	for _, l := range lines {
		piece := paperPiece{paperBox{0, y, l.width, step}, l.text, size, false, kit.ColorText, figure}
		piece.x = aligned(c.Align, box.x+s.px(formPad)+l.indent, box.x+box.w-s.px(formPad), l.width)
		if l.text != "" {
			grid.pieces = append(grid.pieces, piece)
		}
		y += step
	}
}

// formText is one line of a cell.
type formText struct {
	text          string
	width, indent float32
}

// fitted breaks the text of a cell into lines, in the largest size at which all
// of them have room.
func (s *setter) fitted(c Cell, box paperBox) ([]formText, float32) {
	size := max(1, s.px(c.Size))
	least := min(size, max(1, s.px(formLeast)))
	for {
		lines := s.formLines(c, size, box.w-2*s.px(formPad))
		if size <= least || whole(size*formLine)*float32(len(lines)) <= box.h {
			return lines, size
		}
		size--
	}
}

func (s *setter) formLines(c Cell, size, width float32) []formText {
	var lines []formText
	for _, paragraph := range strings.Split(c.Text, "\n") {
		runes := []rune(paragraph)
		widths := kit.RuneWidths(runes, size, fyne.TextStyle{})
		hang := size * float32(c.Hang)
		if c.Upright {
			width = 1 // every character is a line of its own
		}
		for i, l := range kit.BreakLines(runes, widths, width, max(size, width-hang)) {
			t := formText{text: strings.TrimRight(string(runes[l.From:l.To]), " ")}
			for _, w := range widths[l.From:l.To] {
				t.width += w
			}
			if i > 0 {
				t.indent = hang
			}
			lines = append(lines, t)
		}
	}
	return lines
}

// picture is a photo as large as its place, in its own proportions; bytes that
// are none leave the place empty.
func picture(bytes []byte) fyne.CanvasObject {
	image := canvas.NewImageFromImage(kit.Portrait(bytes))
	image.FillMode = canvas.ImageFillContain
	if image.Image == nil {
		image.Hide()
	}
	return image
}
