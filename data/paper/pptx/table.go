package pptx

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
)

// grid is what the rows of a table share.
type grid struct {
	widths []int   // in the format's units
	height float64 // of a row, at least
	size   float64 // of the text
}

// cell is one cell of a table.
type cell struct {
	text    string
	align   string
	ink     string
	ground  string // empty for none
	bold    bool
	width   int
	columns int    // joined, if more than one
	merged  string // hMerge or vMerge: covered by the cell before or above
	down    bool   // covers the cell below
}

// alignments of columns.
var alignments = map[paper.Align]string{paper.Left: "l", paper.Right: "r", paper.Center: "ctr"}

// header writes one row of titles, or two where columns are grouped.
func (g grid) header(t *paper.Table) string {
	head := func(text string, i int) cell {
		return cell{text: text, align: alignments[t.Columns[i].Align], ink: inkText, ground: inkHead, bold: true, width: g.widths[i]}
	}
	if !t.Grouped() {
		var cells []cell
		for i, c := range t.Columns {
			cells = append(cells, head(c.Title, i))
		}
		return g.cells(cells)
	}
	var upper, lower []cell
	for _, h := range t.Heads() {
		for i := h.First; i < h.First+h.Count; i++ {
			above, below := head(h.Group, i), head(t.Columns[i].Title, i)
			above.align = "ctr"
			switch {
			case h.Group == "":
				above, below = head(t.Columns[i].Title, i), head("", i)
				above.down, below.merged = true, "vMerge"
			case i == h.First:
				above.columns = h.Count
			default:
				above.text, above.merged = "", "hMerge"
			}
			upper, lower = append(upper, above), append(lower, below)
		}
	}
	return g.cells(upper) + g.cells(lower)
}

// row writes the i-th row of the body, every second one shaded. A light's word
// stands in its colour.
func (g grid) row(columns []paper.Column, r paper.Row, i int) string {
	cells := make([]cell, len(columns))
	for j, c := range columns {
		cells[j] = cell{text: r.Cell(j).Text, align: alignments[c.Align], ink: inkText, width: g.widths[j]}
		if i%2 == 1 {
			cells[j].ground = inkGround
		}
		if inks, ok := lightInks[cells[j].text]; ok {
			cells[j].ink, cells[j].ground, cells[j].bold = inks.word, inks.strong, true
		}
		if r.Band == "" {
			continue
		}
		cells[j].ground, cells[j].align, cells[j].bold, cells[j].merged = inkHead, "l", true, "hMerge"
		if j == 0 {
			cells[j].text, cells[j].merged, cells[j].columns = r.Band, "", len(columns)
		}
	}
	return g.cells(cells)
}

func (g grid) cells(cells []cell) string {
	var out strings.Builder
	fmt.Fprintf(&out, `<a:tr h="%d">`, emu(g.height))
	for i, c := range cells {
		width := 0
		for _, next := range cells[i : i+max(1, c.columns)] {
			width += next.width
		}
		out.WriteString(c.xml(g, float64(width)/9525))
	}
	out.WriteString(`</a:tr>`)
	return out.String()
}

func (c cell) xml(g grid, width float64) string {
	attributes := ""
	if c.columns > 1 {
		attributes += fmt.Sprintf(` gridSpan="%d"`, c.columns)
	}
	if c.down {
		attributes += ` rowSpan="2"`
	}
	if c.merged != "" {
		attributes += ` ` + c.merged + `="1"`
	}
	text := line{align: c.align}
	if c.text != "" {
		text.runs = []run{{text: c.text, size: fitTwo(c.text, width-2*paper.CellEdge, g.size, g.size*0.85, min(g.size, g.height*0.4)), ink: c.ink, bold: c.bold}}
	}
	ground := `<a:noFill/>`
	if c.ground != "" {
		ground = fill(c.ground)
	}
	none, rule := `><a:noFill/></a:ln`, ` w="9525">`+fill(inkLine)+`</a:ln`
	return `<a:tc` + attributes + `><a:txBody><a:bodyPr/><a:lstStyle/>` + text.xml() + `</a:txBody>` +
		fmt.Sprintf(`<a:tcPr marL="%[1]d" marR="%[1]d" marT="0" marB="0" anchor="ctr">`, emu(paper.CellEdge)) +
		`<a:lnL` + none + `L><a:lnR` + none + `R><a:lnT` + rule + `T><a:lnB` + rule + `B>` + ground + `</a:tcPr></a:tc>`
}
