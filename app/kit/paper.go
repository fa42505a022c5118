package kit

import (
	"fmt"
	"math"
	"sort"

	"fyne.io/fyne/v2"
)

// The measures of an official paper in points (GB/T 9704).
const (
	paperWide, paperHigh = 595.3, 841.9
	paperTop, paperFoot  = 104.9, 99.2 // margins: 37 and 35 mm
	paperLeft            = 79.4        // 28 mm
	paperBody            = 16          // point of the body text
	paperChars           = 28          // of it to a line

	paperFullWidth = 794 // pixels of a page shown at its natural size
	paperGap       = 16  // ground between pages and around them
)

// paperBox is a rectangle in the coordinates of the strip.
type paperBox struct{ x, y, w, h float32 }

func (b paperBox) contains(p fyne.Position) bool {
	return p.X >= b.x && p.X < b.x+b.w && p.Y >= b.y && p.Y < b.y+b.h
}

// paperPiece is a text that stands on a line; all of it has one look.
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
	stripPart
	pieces []paperPiece
	fills  []paperFill // borders and grounds of table cells; y within the line
}

type paperFill struct {
	paperBox
	color fyne.ThemeColorName
}

// paperFigure is a figure in the text. Where a line ends within it, it has
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

// setter lays a paper out from the top down.
type setter struct {
	paper paper
	scale float32 // pixels to the point
	left  float32 // of the page
	y     float32 // where the next line goes
}

// setPaper lays out the blocks on pages that fit a width.
func setPaper(blocks []PreviewBlock, width float32) paper {
	wide := max(240, min(paperFullWidth, width-2*paperGap-8))
	// Letters have whole sizes, and a line holds 28 of them: the body text
	// decides how large the page is.
	body := float32(int(wide / paperWide * paperBody))
	s := &setter{scale: body / paperBody}
	s.left = max(0, float32(int(width-s.px(paperWide))/2))
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

func (s *setter) textWidth() float32 { return paperChars * s.px(paperBody) }

func (s *setter) textLeft() float32 { return s.left + s.px(paperLeft) }

// foot is where the text of the page must end.
func (s *setter) foot() float32 {
	page := s.page()
	return page.y + page.h - s.px(paperFoot)
}

// fresh reports whether nothing stands on the page yet.
func (s *setter) fresh() bool { return s.y <= s.page().y+s.px(paperTop) }

// fits reports whether there is room on the page; a page too low even for one
// line takes it all the same.
func (s *setter) fits(height float32) bool { return s.y+height <= s.foot() || s.fresh() }

// turn begins a page.
func (s *setter) turn() {
	top := float32(paperGap)
	if len(s.paper.pages) > 0 {
		s.number()
		top = s.page().y + s.page().h + paperGap
	}
	s.paper.pages = append(s.paper.pages, paperBox{s.left, top, s.px(paperWide), s.px(paperHigh)})
	s.y = top + s.px(paperTop)
}

// number writes the number of the page below its text.
func (s *setter) number() {
	l := s.line(fmt.Sprintf("— %d —", len(s.paper.pages)), 14, false, ColorSecondary)
	l.pieces[0].x = s.left + (s.px(paperWide)-l.pieces[0].w)/2
	l.top, l.height, l.pieces[0].h = s.foot()+s.px(24), s.px(20), s.px(20)
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
	if !s.fits(l.height + follows) {
		s.turn()
	}
	l.top = s.y
	s.opens(l.top)
	s.y += l.height
	for _, piece := range l.pieces {
		if piece.figure >= 0 {
			f := &s.paper.figures[piece.figure]
			f.boxes = append(f.boxes, paperBox{piece.x - s.px(1), l.top + piece.y + piece.h*0.1, piece.w + s.px(2), piece.h * 0.8})
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
	size := s.px(points)
	var w float32
	for _, r := range runeWidths([]rune(text), size, fyne.TextStyle{Bold: bold}) {
		w += r
	}
	return paperLine{pieces: []paperPiece{{
		paperBox: paperBox{x: s.textLeft(), w: w}, text: text, size: size, bold: bold, color: color, figure: -1,
	}}}
}

func (s *setter) block(b PreviewBlock) {
	switch b.Kind {
	case PreviewPageBreak:
		if !s.fresh() {
			s.turn()
		}
	case PreviewTable:
		s.table(b)
	default:
		s.paragraph(b.Spans, paperStyles[b.Kind])
	}
}
