package xlsx

import (
	"fmt"
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
)

// chartHeight is the height of the row a chart covers, in points, and that in
// pixels as the library reckons it.
const (
	chartHeight = 300
	chartPixels = 352
)

// chartTable is the table below a chart that holds its numbers, without them.
func chartTable(c paper.Chart) paper.Table {
	table := paper.Table{Columns: []paper.Column{{Share: 2}}}
	if c.Unit != "" {
		table.Columns[0].Title = "单位：" + c.Unit
	}
	for _, s := range c.Series {
		table.Columns = append(table.Columns, paper.Column{Title: s.Name})
	}
	return table
}

// chart writes a chart over a high row, and its numbers below.
func (s *sheet) chart(c paper.Chart) error {
	if err := s.wide(chartHeight, line{look: lookChart}); err != nil {
		return err
	}
	at := s.row
	if err := s.writeHead(chartTable(c)); err != nil {
		return err
	}
	cells := chartml.Cells{Sheet: s.name, Head: s.row, First: 1}
	for j, label := range c.Labels {
		row := []any{s.cell(lookLeft, paper.Clean(label))}
		for i := range c.Series {
			row = append(row, s.chartCell(c, i, j))
		}
		if err := s.put(designs[lookLeft].height(paper.Clean(label), s.widths[0]), row); err != nil {
			return err
		}
	}
	return s.addChart(c, cells, at)
}

func (s *sheet) chartCell(c paper.Chart, i, j int) excelize.Cell {
	value := chartml.Value(c, i, j)
	switch {
	case math.IsNaN(value):
		return s.cell(lookRight, nil)
	case c.Form == paper.Pyramid:
		return s.cell(lookMirrored, value)
	}
	return s.cell(lookNumber, value)
}

// addChart has the library put a chart over a row, and then writes its part
// anew: as in the other formats, of which the library's knows half.
func (s *sheet) addChart(c paper.Chart, cells chartml.Cells, row int) error {
	width, at := 0, "A"+strconv.Itoa(row)
	// What the stream was told of columns and rows the library must hear again to
	// know where the chart ends.
	for i, digits := range s.widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := s.file.SetColWidth(s.name, name, name, digits); err != nil {
			return err
		}
		width += pixels(digits)
	}
	if err := s.file.SetRowHeight(s.name, row, chartHeight); err != nil {
		return err
	}
	err := s.file.AddChart(s.name, at, &excelize.Chart{
		Type:      excelize.Col,
		Series:    []excelize.ChartSeries{{Name: "A1", Values: "A1"}},
		Dimension: excelize.ChartDimension{Width: uint(width - 1), Height: chartPixels},
		Format:    excelize.GraphicOptions{AltText: paper.Clean(c.Caption)},
	})
	if err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	n := 1 // the chart just put is the last
	for ; ; n++ {
		if _, further := s.file.Pkg.Load(chartml.Name("xl", n+1)); !further {
			break
		}
	}
	style := chartml.Style{Latin: "Times New Roman", Chinese: song, Size: 10.5}
	s.file.Pkg.Store(chartml.Name("xl", n), []byte(chartml.PartOn(c, style, cells)))
	return nil
}
