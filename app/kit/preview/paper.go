package preview

import (
	"fmt"
	"math"
	"sort"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
)

// The measures of an official paper in points (GB/T 9704).
const (
	paperWide = 595.3
	paperBody = 16 // point of the body text

	paperFullWidth = 794 // pixels of a page shown at its natural size
	paperGap       = 16  // ground between pages and around them
)

// paperUpright is a page of A4 with a type area of 28 characters to the line.
var paperUpright = Sheet{Width: paperWide, Height: 841.9, Top: 104.9, Right: 73.5, Bottom: 99.2, Left: 79.4}

// paperBox is a rectangle in the coordinates of the strip.
type paperBox struct{ x, y, w, h float32 }

func (b paperBox) contains(p fyne.Position) bool {
	return p.X >= b.x && p.X < b.x+b.w && p.Y >= b.y && p.Y < b.y+b.h
}

// paperPiece is a part of a line whose text has one style.
type paperPiece struct {
	paperBox // y within the line
	text     string
	size     float32
	bold     bool
	color    fyne.ThemeColorName
	figure   int // index of the figure it belongs to, or -1
}

// paperLine is one line of text or one row of a table.
type paperLine struct {
	kit.StripPart
	pieces []paperPiece
	fills  []paperFill // borders and grounds of table cells; y within the line
	things []paperThing
}

// paperThing is an object drawn apart from the text: a chart or a picture. A
// picture is decoded only when it becomes visible. y is relative to the line.
type paperThing struct {
	paperBox
	object  fyne.CanvasObject
	picture []byte
}

type paperFill struct {
	paperBox
	color fyne.ThemeColorName
}

// paperFigure is a figure in the text. If a line breaks inside it, it has
// several boxes.
type paperFigure struct {
	id    string
	boxes []paperBox
}

// paper is a paper laid out at one width.
type paper struct {
	lines     []paperLine
	figures   []paperFigure
	pages     []paperBox
	blockTops []float32
	height    float32
}

// figureAt finds the figure at a point, with a little reach around the letters.
func (p *paper) figureAt(at fyne.Position) int {
	for i, f := range p.figures {
		for _, b := range f.boxes {
			if b.contains(at) {
				return i
			}
		}
	}
	return -1
}

func (p *paper) firstFigureBelow(y float32) int {
	i := sort.Search(len(p.figures), func(i int) bool { return p.figures[i].boxes[0].y >= y })
	return min(i, len(p.figures)-1)
}

// setter lays out a paper from top to bottom.
type setter struct {
	paper paper
	scale float32 // pixels to the point
	width float32 // of the ground the pages lie on
	sheet Sheet
	y     float32 // where the next line goes
}

// setPaper lays out the blocks on pages that fit a width.
func setPaper(blocks []Block, width float32) paper {
	first, widest := paperUpright, float32(0)
	for i, b := range blocks {
		if b.Page != nil {
			widest = max(widest, b.Page.Width)
			if i == 0 {
				first = *b.Page
			}
		}
	}
	widest = max(widest, first.Width)
	scale := min(paperFullWidth/float32(paperWide), max(240, width-2*paperGap-8)/widest)
	// Letters have whole sizes, and a line holds 28 of them: the body text
	// decides how large the page is.
	body := float32(int(scale*paperBody + 0.01))
	s := &setter{scale: body / paperBody, width: width, sheet: first}
	s.turn()
	for _, b := range blocks {
		s.paper.blockTops = append(s.paper.blockTops, -1)
		s.block(b)
		s.opens(s.y) // for blocks without a line
	}
	s.number()
	page := s.page()
	s.paper.height = page.y + page.h + paperGap
	return s.paper
}

// px is a length in whole pixels, so that borders stay sharp.
func (s *setter) px(points float32) float32 { return whole(points * s.scale) }

// whole rounds to whole pixels. For text sizes this is a must: Fyne sets broken
// ones with gaps between the letters.
func whole(size float32) float32 { return float32(math.Round(float64(size))) }

func (s *setter) page() paperBox { return s.paper.pages[len(s.paper.pages)-1] }

// textWidth is that of whole characters of the body text.
func (s *setter) textWidth() float32 {
	return whole((s.sheet.Width-s.sheet.Left-s.sheet.Right)/paperBody) * s.px(paperBody)
}

func (s *setter) textLeft() float32 { return s.page().x + s.px(s.sheet.Left) }

// foot is where the text of the page must end.
func (s *setter) foot() float32 {
	page := s.page()
	return page.y + page.h - s.px(s.sheet.Bottom)
}

// fresh reports whether nothing stands on the page yet.
func (s *setter) fresh() bool { return s.y <= s.page().y+s.px(s.sheet.Top) }

// fits reports whether there is room on the page; a page too low even for one
// line takes it all the same.
func (s *setter) fits(height float32) bool { return s.y+height <= s.foot() || s.fresh() }

// turn begins a page like the one before.
func (s *setter) turn() { s.begin(s.sheet) }

// begin begins a page; one on which nothing stands yet becomes it.
func (s *setter) begin(sheet Sheet) {
	if n := len(s.paper.pages); n > 0 && s.fresh() {
		s.paper.pages = s.paper.pages[:n-1]
	} else if n > 0 {
		s.number()
	}
	top := float32(paperGap)
	if len(s.paper.pages) > 0 {
		top += s.page().y + s.page().h
	}
	s.sheet = sheet
	wide := s.px(sheet.Width)
	left := max(0, float32(int(s.width-wide)/2))
	s.paper.pages = append(s.paper.pages, paperBox{left, top, wide, s.px(sheet.Height)})
	s.y = top + s.px(sheet.Top)
}

// number writes the number of the page below its text.
func (s *setter) number() {
	if s.sheet.Unnumbered {
		return
	}
	l := s.line(fmt.Sprintf("— %d —", len(s.paper.pages)), 14, false, kit.ColorSecondary)
	l.pieces[0].x = s.page().x + (s.page().w-l.pieces[0].w)/2
	l.Top, l.Height, l.pieces[0].h = s.foot()+s.px(24), s.px(20), s.px(20)
	s.paper.lines = append(s.paper.lines, l)
}

// space leaves points free, unless at the top of a page.
func (s *setter) space(points float32) {
	if !s.fresh() {
		s.y += s.px(points)
	}
}

// add puts a line where the last one ended, on the next page if this is full
// or would be with what must follow the line.
func (s *setter) add(l paperLine, follows float32) {
	if !s.fits(l.Height + follows) {
		s.turn()
	}
	l.Top = s.y
	s.opens(l.Top)
	s.y += l.Height
	for _, piece := range l.pieces {
		if piece.figure >= 0 {
			f := &s.paper.figures[piece.figure]
			f.boxes = append(f.boxes, paperBox{piece.x - s.px(1), l.Top + piece.y + piece.h*0.1, piece.w + s.px(2), piece.h * 0.8})
		}
	}
	s.paper.lines = append(s.paper.lines, l)
}

// opens notes where the block being set begins, once.
func (s *setter) opens(at float32) {
	if last := &s.paper.blockTops[len(s.paper.blockTops)-1]; *last < 0 {
		*last = at
	}
}

// line makes a line of a single piece at the left edge of the text.
func (s *setter) line(text string, points float32, bold bool, color fyne.ThemeColorName) paperLine {
	return paperLine{pieces: []paperPiece{s.sized(text, s.px(points), bold, color)}}
}

// sized makes a piece of a size in pixels at the left edge of the text.
func (s *setter) sized(text string, size float32, bold bool, color fyne.ThemeColorName) paperPiece {
	var w float32
	for _, r := range kit.RuneWidths([]rune(text), size, fyne.TextStyle{Bold: bold}) {
		w += r
	}
	return paperPiece{paperBox: paperBox{x: s.textLeft(), w: w}, text: text, size: size, bold: bold, color: color, figure: -1}
}

func (s *setter) block(b Block) {
	switch b.Kind {
	case PageBreak:
		switch {
		case b.Page != nil && *b.Page != s.sheet:
			s.begin(*b.Page)
		case !s.fresh():
			s.turn()
		}
	case Form:
		s.form(b.Form)
	case Object:
		s.object(b)
	case Table:
		s.table(b)
	default:
		s.paragraph(b.Spans, paperStyles[b.Kind])
	}
}
