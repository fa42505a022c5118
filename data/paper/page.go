package paper

// Page is the size and the margins of a page, in twips (1/1440 inch).
type Page struct {
	Width, Height            int
	Top, Right, Bottom, Left int
	Unnumbered               bool // no page number: forms and ballots
}

// The pages of the trade. GB/T 9704 asks for a type area of 156 by 225 mm; the
// right margin of Upright is a little under 26 mm, otherwise the 28th character
// would not fit. Lying ones are bound at the top.
var (
	Upright = Page{Width: 11906, Height: 16838, Top: 2098, Right: 1470, Bottom: 1985, Left: 1588}
	Lying   = Page{Width: 16838, Height: 11906, Top: 1588, Right: 1134, Bottom: 1474, Left: 1134}
	LyingA3 = Page{Width: 23811, Height: 16838, Top: 1588, Right: 1134, Bottom: 1474, Left: 1134}
)

// Turned reports a landscape page.
func (p Page) Turned() bool { return p.Width > p.Height }

// TextWidth is the width of the type area.
func (p Page) TextWidth() int { return p.Width - p.Left - p.Right }

// TextHeight is the height of the type area.
func (p Page) TextHeight() int { return p.Height - p.Top - p.Bottom }

// First is the first page of the paper.
func (p *Paper) First() Page {
	switch {
	case p.Page != (Page{}):
		return p.Page
	case p.Landscape:
		return Lying
	}
	return Upright
}
