// Package preview shows a paper page by page as it will be printed: text,
// tables and forms. The user can click the figures in it.
package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
)

// Kind is the kind of a block: title, heading, text, table and so on.
type Kind int

// The kinds of blocks, after the format of official papers (GB/T 9704).
const (
	Title     Kind = iota // centred, 22 point
	Subtitle              // centred below the title: date, office
	H1                    // 一、
	H2                    // （一）
	H3                    // 1.
	H4                    // （1）
	Body                  // paragraph, indented by two characters
	Table                 // Columns and Rows; Spans is its caption
	Sign                  // at the right: who hands the paper in, and the date
	Note                  // small print: sources, criteria
	Flush                 // paragraph without indent: the addressee
	Form                  // Form: a printed form
	Object                // Object, as wide as the text: a chart
	PageBreak             // what follows begins a page, of the kind Page where it is set
)

// Span is a piece of text. A span with an ID is a figure that the user can
// open.
type Span struct{ Text, ID string }

// Block is one paragraph, heading or table.
type Block struct {
	Kind    Kind
	Spans   []Span
	Columns []string   // heads of a table
	Widths  []float32  // shares of its columns; empty means by content
	Rows    [][]string // its cells
	IDs     [][]string // figures behind the cells, where there are any; may be shorter
	Groups  []string   // titles over neighbouring columns, one for each column; empty for none
	Aligns  []fyne.TextAlign
	Photos  map[[2]int][]byte // pictures above the text of cells, by row and column
	Form    *Grid
	Object  fyne.CanvasObject
	Height  float32 // of Object, in points
	Page    *Sheet
}

// Sheet is the size of a page and its margins, in points.
type Sheet struct {
	Width, Height            float32
	Top, Right, Bottom, Left float32
	Unnumbered               bool
}

// Grid is a printed form with fixed columns and rows and merged cells.
type Grid struct {
	Title     string
	TitleSize float32   // in points
	Columns   []float32 // widths in points
	Heights   []float32 // of the rows
	Cells     []Cell
	Foot      string
}

// Cell is a cell of a form. Text that does not fit gets a smaller size.
type Cell struct {
	Row, Column, Rows, Columns int
	Text                       string
	ID                         string // of the figure it states
	Photo                      []byte
	Size                       float32 // in points
	Align                      fyne.TextAlign
	Top, Upright               bool
	Hang                       int // characters by which the lines after the first of a paragraph are indented
}

// Text returns the spans of a text without figures.
func Text(text string) []Span { return []Span{{Text: text}} }

// Preview shows a paper as it will be printed: white A4 pages on a grey
// background, in a scroll container. Left and Right move between the figures,
// Enter opens one, the other keys scroll.
type Preview struct {
	widget.BaseWidget
	// OnFigure is called with the ID of a figure that is chosen.
	OnFigure func(id string)

	blocks  []Block
	paper   paper
	strip   *kit.Strip
	width   float32
	laid    bool // paper is what blocks and width make
	current int  // figure the keyboard stands on, or -1
	focused bool
}

// New returns a preview of a paper.
func New(blocks []Block, figure func(id string)) *Preview {
	p := &Preview{OnFigure: figure, blocks: blocks, current: -1}
	p.strip = kit.NewStrip(p.draw)
	p.strip.Target = func(at fyne.Position) int {
		if p.OnFigure == nil {
			return -1
		}
		return p.paper.figureAt(at)
	}
	p.strip.OnTapped = p.open
	p.ExtendBaseWidget(p)
	return p
}

// SetBlocks shows another paper, or a new state of the same paper. In the
// second case the scroll position stays.
func (p *Preview) SetBlocks(blocks []Block) {
	p.blocks, p.current, p.laid = blocks, -1, false
	p.Refresh()
}

// ScrollToTop scrolls to the first page.
func (p *Preview) ScrollToTop() { p.strip.ScrollTo(0) }

// Pages returns the number of pages in the current layout.
func (p *Preview) Pages() int { return len(p.paper.pages) }

// CreateRenderer implements fyne.Widget.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Drawn{
		Content: []fyne.CanvasObject{p.strip.Scroller},
		Place:   p.layout,
		Least:   func() fyne.Size { return fyne.NewSize(360, 240) },
		Repaint: p.refresh,
	}
}

func (p *Preview) layout(size fyne.Size) {
	kit.Put(p.strip.Scroller, 0, 0, size.Width, size.Height)
	if size.Width != p.width {
		p.width, p.laid = size.Width, false
		p.arrange()
	}
}

// refresh lays the paper out again only when it is another one: that of a
// thousand people takes a while.
func (p *Preview) refresh() {
	if p.laid {
		p.strip.Redraw()
		return
	}
	p.arrange()
}

func (p *Preview) arrange() {
	p.laid = true
	p.paper = setPaper(p.blocks, p.width)
	parts := make([]kit.StripPart, len(p.paper.lines))
	for i, l := range p.paper.lines {
		parts[i] = l.StripPart
	}
	p.strip.Set(parts, p.paper.height, p.paper.ground(max(p.paper.height, p.Size().Height), p.width))
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
	p.strip.Redraw()
}

// TypedRune implements fyne.Focusable.
func (p *Preview) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *Preview) TypedKey(ev *fyne.KeyEvent) {
	at, view := p.strip.Scroller.Offset.Y, p.Size().Height
	switch ev.Name {
	case fyne.KeyUp:
		p.strip.ScrollTo(at - 60)
	case fyne.KeyDown:
		p.strip.ScrollTo(at + 60)
	case fyne.KeyPageUp:
		p.strip.ScrollTo(at - view*0.9)
	case fyne.KeyPageDown, fyne.KeySpace:
		p.strip.ScrollTo(at + view*0.9)
	case fyne.KeyHome:
		p.strip.ScrollTo(0)
	case fyne.KeyEnd:
		p.strip.ScrollTo(p.paper.height)
	case fyne.KeyLeft:
		p.walk(-1)
	case fyne.KeyRight:
		p.walk(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.current >= 0 {
			p.open(p.current)
		}
	default:
		kit.RouteKey(p, ev)
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
		p.current = p.paper.firstFigureBelow(p.strip.Scroller.Offset.Y)
	} else {
		p.current = max(0, min(p.current+by, n-1))
	}
	b := p.paper.figures[p.current].boxes[0]
	p.strip.Reveal(b.y, b.h)
	p.strip.Redraw()
}
