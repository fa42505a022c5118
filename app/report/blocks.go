package report

import (
	"fyne.io/fyne/v2"

	"huoshui/app/kit/preview"
	"huoshui/app/plot"
	"huoshui/data/paper"
)

// chartHeight of charts on the page, in points.
const chartHeight = 210

// blocks turns a paper into what the preview shows; open is called with the figure that
// is chosen in it.
func blocks(p *paper.Paper, open func(figure string)) []preview.Block {
	first := sheet(p.First())
	list := []preview.Block{{Kind: preview.PageBreak, Page: &first}}
	add := func(kind preview.Kind, text string) {
		if text != "" {
			list = append(list, preview.Block{Kind: kind, Spans: preview.Text(text)})
		}
	}
	add(preview.Flush, p.Classification)
	add(preview.Title, p.Title)
	add(preview.Subtitle, p.Subtitle)
	for _, b := range p.Body {
		list = append(list, blockOf(b, open))
	}
	add(preview.Sign, p.Sign)
	add(preview.Sign, p.Date)
	if len(p.Annex) > 0 {
		list = append(list, preview.Block{Kind: preview.PageBreak})
	}
	for _, b := range p.Annex {
		list = append(list, blockOf(b, open))
	}
	return list
}

// Sheet is a page in points; twips are twentieths of them.
func sheet(p paper.Page) preview.Sheet {
	pt := func(twips int) float32 { return float32(twips) / 20 }
	return preview.Sheet{
		Width: pt(p.Width), Height: pt(p.Height), Top: pt(p.Top), Right: pt(p.Right), Bottom: pt(p.Bottom), Left: pt(p.Left),
		Unnumbered: p.Unnumbered,
	}
}

func blockOf(b paper.Block, open func(string)) preview.Block {
	switch b := b.(type) {
	case paper.Heading:
		kind := []preview.Kind{preview.H1, preview.H2, preview.H3, preview.H4}[b.Level-1]
		return preview.Block{Kind: kind, Spans: preview.Text(b.Text)}
	case paper.Paragraph:
		kind := preview.Body
		if b.Flush {
			kind = preview.Flush
		}
		return preview.Block{Kind: kind, Spans: spansOf(b.Spans)}
	case paper.Note:
		return preview.Block{Kind: preview.Note, Spans: spansOf(b.Spans)}
	case paper.Table:
		return tableOf(b)
	case paper.Chart:
		return preview.Block{Kind: preview.Object, Object: plot.New(b, open), Height: chartHeight}
	case paper.Form:
		return preview.Block{Kind: preview.Form, Form: gridOf(b)}
	case paper.PageBreak:
		if b.Page != nil {
			page := sheet(*b.Page)
			return preview.Block{Kind: preview.PageBreak, Page: &page}
		}
	}
	return preview.Block{Kind: preview.PageBreak}
}

func spansOf(spans []paper.Span) []preview.Span {
	out := make([]preview.Span, len(spans))
	for i, s := range spans {
		out[i] = preview.Span{Text: s.Text, ID: s.Figure}
	}
	return out
}

var aligns = map[paper.Align]fyne.TextAlign{
	paper.Center: fyne.TextAlignCenter, paper.Left: fyne.TextAlignLeading, paper.Right: fyne.TextAlignTrailing,
}

func tableOf(t paper.Table) preview.Block {
	b := preview.Block{Kind: preview.Table, Photos: map[[2]int][]byte{}}
	if t.Caption != "" {
		b.Spans = preview.Text(t.Caption)
	}
	for _, c := range t.Columns {
		b.Columns, b.Groups = append(b.Columns, c.Title), append(b.Groups, c.Group)
		b.Widths = append(b.Widths, float32(max(c.Share, 1)))
		b.Aligns = append(b.Aligns, aligns[c.Align])
	}
	for i, r := range t.Rows {
		texts, ids := []string{r.Band}, []string(nil)
		if r.Band == "" {
			texts = make([]string, len(t.Columns))
			ids = make([]string, len(t.Columns))
			for j := range t.Columns {
				cell := r.Cell(j)
				texts[j], ids[j] = cell.Text, cell.Figure
				if len(cell.Photo) > 0 {
					b.Photos[[2]int{i, j}] = cell.Photo
				}
			}
		}
		b.Rows, b.IDs = append(b.Rows, texts), append(b.IDs, ids)
	}
	return b
}

// gridOf is a form whose shape has been checked.
func gridOf(f paper.Form) *preview.Grid {
	g := &preview.Grid{Title: f.Title, TitleSize: float32(f.TitleSize), Foot: f.Foot}
	for _, w := range f.Columns {
		g.Columns = append(g.Columns, float32(w)/20)
	}
	for _, r := range f.Rows {
		g.Heights = append(g.Heights, float32(r.Height)/20)
	}
	places, _ := f.Places()
	for _, p := range places {
		size := p.Cell.Size
		if size == 0 {
			size = f.Size
		}
		g.Cells = append(g.Cells, preview.Cell{
			Row: p.Row, Column: p.Column, Rows: p.Rows, Columns: p.Columns,
			Text: p.Cell.Text, ID: p.Cell.Figure, Photo: p.Cell.Photo, Size: float32(size), Align: aligns[p.Cell.Align],
			Top: p.Cell.Top, Upright: p.Cell.Upright, Hang: p.Cell.Hang,
		})
	}
	return g
}
