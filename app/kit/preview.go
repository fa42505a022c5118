package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// PreviewKind is what a block of a paper is.
type PreviewKind int

// The kinds of blocks, after the format of official papers (GB/T 9704).
const (
	PreviewTitle     PreviewKind = iota // centred, 22 point
	PreviewSubtitle                     // centred below the title: date, office
	PreviewH1                           // 一、
	PreviewH2                           // （一）
	PreviewH3                           // 1.
	PreviewH4                           // （1）
	PreviewBody                         // paragraph, indented by two characters
	PreviewTable                        // Columns and Rows; Spans is its caption
	PreviewSign                         // at the right: who hands the paper in, and the date
	PreviewNote                         // small print: sources, criteria
	PreviewFlush                        // paragraph without indent: whom the paper goes to
	PreviewForm                         // Form: a printed form
	PreviewObject                       // Object, as wide as the text: a chart
	PreviewPageBreak                    // what follows begins a page, of the kind Page where it is set
)

// PreviewSpan is a piece of text; one with an ID is a figure, which can be
// opened.
type PreviewSpan struct{ Text, ID string }

// PreviewBlock is one paragraph, heading or table.
type PreviewBlock struct {
	Kind    PreviewKind
	Spans   []PreviewSpan
	Columns []string   // heads of a table
	Widths  []float32  // shares of its columns; empty means by content
	Rows    [][]string // its cells
	IDs     [][]string // figures behind the cells, where there are any; may be shorter
	Groups  []string   // titles over neighbouring columns, one for each column; empty for none
	Aligns  []fyne.TextAlign
	Photos  map[[2]int][]byte // pictures above the text of cells, by row and column
	Form    *PreviewGrid
	Object  fyne.CanvasObject
	Height  float32 // of Object, in points
	Page    *PreviewSheet
}

// PreviewSheet is the size of a page and its margins, in points.
type PreviewSheet struct {
	Width, Height            float32
	Top, Right, Bottom, Left float32
	Unnumbered               bool
}

// PreviewGrid is a printed form: fixed columns and rows with joined cells.
type PreviewGrid struct {
	Title     string
	TitleSize float32   // in points
	Columns   []float32 // widths in points
	Heights   []float32 // of the rows
	Cells     []PreviewCell
	Foot      string
}

// PreviewCell is a cell of a form; text that does not fit is made smaller.
type PreviewCell struct {
	Row, Column, Rows, Columns int
	Text                       string
	ID                         string // of the figure it states
	Photo                      []byte
	Size                       float32 // in points
	Align                      fyne.TextAlign
	Top, Upright               bool
	Hang                       int // characters by which the lines after the first of a paragraph are indented
}

// PreviewText makes the spans of a text without figures.
func PreviewText(text string) []PreviewSpan { return []PreviewSpan{{Text: text}} }

// Preview shows a paper as it will be printed: white A4 pages on a grey
// ground, scrolling. Left and Right walk the figures, Enter opens one, the
// other keys scroll.
type Preview struct {
	widget.BaseWidget
	// OnFigure is told the ID of a figure that is chosen.
	OnFigure func(id string)

	blocks  []PreviewBlock
	paper   paper
	strip   *strip
	width   float32
	laid    bool // paper is what blocks and width make
	current int  // figure the keyboard stands on, or -1
	focused bool
}

// NewPreview returns a preview of a paper.
func NewPreview(blocks []PreviewBlock, figure func(id string)) *Preview {
	p := &Preview{OnFigure: figure, blocks: blocks, current: -1}
	p.strip = newStrip(p.draw)
	p.strip.target = func(at fyne.Position) int {
		if p.OnFigure == nil {
			return -1
		}
		return p.paper.figureAt(at)
	}
	p.strip.tapped = p.open
	p.ExtendBaseWidget(p)
	return p
}

// SetBlocks shows another paper, or another state of the same one at the place
// that was being read.
func (p *Preview) SetBlocks(blocks []PreviewBlock) {
	p.blocks, p.current, p.laid = blocks, -1, false
	p.Refresh()
}

// ScrollToTop goes back to the first page.
func (p *Preview) ScrollToTop() { p.strip.scrollTo(0) }

// Pages counts the pages of the paper as it is laid out.
func (p *Preview) Pages() int { return len(p.paper.pages) }

// CreateRenderer implements fyne.Widget.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		objects: []fyne.CanvasObject{p.strip.scroll},
		layout:  p.layout,
		min:     func() fyne.Size { return fyne.NewSize(360, 240) },
		refresh: p.refresh,
	}
}

func (p *Preview) layout(size fyne.Size) {
	put(p.strip.scroll, 0, 0, size.Width, size.Height)
	if size.Width != p.width {
		p.width, p.laid = size.Width, false
		p.arrange()
	}
}

// refresh lays the paper out again only when it is another one: that of a
// thousand people takes a while.
func (p *Preview) refresh() {
	if p.laid {
		p.strip.redraw()
		return
	}
	p.arrange()
}

func (p *Preview) arrange() {
	p.laid = true
	p.paper = setPaper(p.blocks, p.width)
	parts := make([]stripPart, len(p.paper.lines))
	for i, l := range p.paper.lines {
		parts[i] = l.stripPart
	}
	p.strip.set(parts, p.paper.height, p.paper.ground(max(p.paper.height, p.Size().Height), p.width))
}

func (p *Preview) open(figure int) {
	p.current = figure
	if p.OnFigure != nil {
		p.OnFigure(p.paper.figures[figure].id)
	}
}

// FocusGained implements fyne.Focusable.
func (p *Preview) FocusGained() { p.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (p *Preview) FocusLost() { p.setFocused(false) }

func (p *Preview) setFocused(on bool) {
	p.focused = on
	p.strip.redraw()
}

// TypedRune implements fyne.Focusable.
func (p *Preview) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *Preview) TypedKey(ev *fyne.KeyEvent) {
	at, view := p.strip.scroll.Offset.Y, p.Size().Height
	switch ev.Name {
	case fyne.KeyUp:
		p.strip.scrollTo(at - 60)
	case fyne.KeyDown:
		p.strip.scrollTo(at + 60)
	case fyne.KeyPageUp:
		p.strip.scrollTo(at - view*0.9)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.strip.scrollTo(at + view*0.9)
	case fyne.KeyHome:
		p.strip.scrollTo(0)
	case fyne.KeyEnd:
		p.strip.scrollTo(p.paper.height)
	case fyne.KeyLeft:
		p.walk(-1)
	case fyne.KeyRight:
		p.walk(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.current >= 0 {
			p.open(p.current)
		}
	default:
		routeKey(p, ev)
	}
}

// walk goes to the next figure in either direction, at first to the first one
// in view.
func (p *Preview) walk(by int) {
	n := len(p.paper.figures)
	if n == 0 {
		return
	}
	if p.current < 0 {
		p.current = p.paper.firstFigureBelow(p.strip.scroll.Offset.Y)
	} else {
		p.current = max(0, min(p.current+by, n-1))
	}
	b := p.paper.figures[p.current].boxes[0]
	p.strip.reveal(b.y, b.h)
	p.strip.redraw()
}
