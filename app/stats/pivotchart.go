package stats

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/chart"
	"huoshui/data/pivot"
)

// Forms of the chart beside a table.
const (
	formBars    = "条形"
	formDonut   = "环形"
	formStacked = "堆积"
	formShares  = "占比堆积"
	formPyramid = "塔形"
)

// offered are the forms that can show the table.
func (p *pivotPart) offered() []string {
	if len(p.table.Columns) == 0 {
		return []string{formBars, formDonut}
	}
	forms := []string{formStacked, formShares, formBars}
	if len(p.filled()) == 2 {
		forms = append(forms, formPyramid)
	}
	return forms
}

// shape is the form shown: the one chosen while it suits.
func (p *pivotPart) shape() string {
	forms := p.offered()
	if slices.Contains(forms, p.form) {
		return p.form
	}
	return forms[0]
}

// filled are the columns anybody stands in: a chart needs no more.
func (p *pivotPart) filled() []int {
	var list []int
	for i := range p.table.Columns {
		if p.table.Count(pivot.Total, i) > 0 {
			list = append(list, i)
		}
	}
	return list
}

func datum(label string, n int) chart.Datum {
	return chart.Datum{Label: label, Value: float64(n), Text: strconv.Itoa(n)}
}

// draw makes the chart of the table; it scrolls where there are many lines.
func (p *pivotPart) draw() fyne.CanvasObject {
	var drawn fyne.CanvasObject
	if p.table.Count(pivot.Total, pivot.Total) == 0 {
		return kit.NewParagraph(kit.NoData, kit.ColorSecondary)
	}
	switch p.shape() {
	case formDonut:
		drawn = p.donut()
	case formBars:
		drawn = p.bars()
	case formPyramid:
		drawn = p.pyramid()
	default:
		drawn = p.stacked(p.shape() == formShares)
	}
	return kit.Scroll(drawn)
}

func (p *pivotPart) totals() []chart.Datum {
	list := make([]chart.Datum, len(p.table.Rows))
	for i, r := range p.table.Rows {
		list[i] = datum(r.Label, p.table.Count(i, pivot.Total))
	}
	return list
}

func (p *pivotPart) donut() fyne.CanvasObject {
	d := chart.NewDonut(chart.DonutData{
		Title: p.table.Title(), Parts: p.totals(),
		Centre: strconv.Itoa(p.table.Count(pivot.Total, pivot.Total)), Caption: p.subject.Counter,
	})
	d.OnTap = func(_, i int) { p.open(i, pivot.Total) }
	return d
}

func (p *pivotPart) bars() fyne.CanvasObject {
	b := chart.NewHBar(chart.BarData{Title: p.table.Title(), Items: p.totals()})
	b.OnTap = func(_, i int) { p.open(i, pivot.Total) }
	return b
}

func (p *pivotPart) stacked(share bool) fyne.CanvasObject {
	columns := p.filled()
	d := chart.StackData{Title: p.table.Title(), Share: share}
	for _, c := range columns {
		d.Parts = append(d.Parts, chart.StackPart{Name: p.table.Columns[c].Label})
	}
	for i, r := range p.table.Rows {
		row := chart.StackRow{Label: r.Label, Text: strconv.Itoa(p.table.Count(i, pivot.Total))}
		for _, c := range columns {
			row.Values = append(row.Values, datum("", p.table.Count(i, c)))
		}
		d.Rows = append(d.Rows, row)
	}
	s := chart.NewStacked(d)
	s.OnTap = func(row, part int) { p.open(row, columns[part]) }
	return s
}

// pyramid has the first lines at the foot, as ages are drawn.
func (p *pivotPart) pyramid() fyne.CanvasObject {
	columns, last := p.filled(), len(p.table.Rows)-1
	d := chart.PyramidData{Title: p.table.Title(), Left: p.table.Columns[columns[0]].Label, Right: p.table.Columns[columns[1]].Label}
	for i := last; i >= 0; i-- {
		d.Bands = append(d.Bands, chart.PyramidBand{
			Label: p.table.Rows[i].Label, Left: datum("", p.table.Count(i, columns[0])), Right: datum("", p.table.Count(i, columns[1])),
		})
	}
	c := chart.NewPyramid(d)
	c.OnTap = func(side, band int) { p.open(last-band, columns[side]) }
	return c
}
