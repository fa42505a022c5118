package chartml

import (
	"bytes"
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// beside is where the numbers stand in the workbook beside a chart.
var beside = Cells{Sheet: "数据", Head: 1, First: 1}

// Workbook is the small workbook whose cells the chart of Part refers to.
func Workbook(c paper.Chart) ([]byte, error) {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // only removes temporary files
	if err := file.SetSheetName(file.GetSheetName(0), beside.Sheet); err != nil {
		return nil, err
	}
	if err := fillSheet(file, c); err != nil {
		return nil, err
	}
	file.Pkg.Store("docProps/core.xml", []byte(opc.CoreProperties(&paper.Paper{Title: c.Caption})))
	file.Pkg.Store("docProps/app.xml", []byte(opc.AppProperties))
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		return nil, err
	}
	var sorted bytes.Buffer
	err := opc.Sort(&sorted, out.Bytes())
	return sorted.Bytes(), err
}

func fillSheet(file *excelize.File, c paper.Chart) error {
	put := func(column, row int, value any) error {
		cell, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			return err
		}
		if text, ok := value.(string); ok {
			return file.SetCellStr(beside.Sheet, cell, paper.Clean(text))
		}
		return file.SetCellValue(beside.Sheet, cell, value)
	}
	if err := put(1, 1, c.Unit); err != nil {
		return err
	}
	for j, label := range c.Labels {
		if err := put(1, j+2, label); err != nil {
			return err
		}
	}
	for i, series := range c.Series {
		if err := put(i+2, 1, series.Name); err != nil {
			return err
		}
		for j := range c.Labels {
			v := Value(c, i, j)
			if math.IsNaN(v) {
				continue
			}
			if err := put(i+2, j+2, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// name is the reference to the cell of the i-th series' name.
func (c Cells) name(i int) string { return c.reference(c.First+i+1, c.Head, c.Head) }

// labels is the reference to the n labels.
func (c Cells) labels(n int) string { return c.reference(c.First, c.Head+1, c.Head+n) }

// values is the reference to the n values of the i-th series.
func (c Cells) values(i, n int) string { return c.reference(c.First+i+1, c.Head+1, c.Head+n) }

func (c Cells) reference(column, from, to int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil { // more series than a sheet has columns
		return "#REF!"
	}
	at := fmt.Sprintf("'%s'!$%s$%d", c.Sheet, name, from)
	if to != from {
		at += fmt.Sprintf(":$%s$%d", name, to)
	}
	return at
}
