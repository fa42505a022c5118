// Package xlsx writes a paper as an Excel workbook: one sheet for each table,
// chart and form, and a first sheet for the running text if there is any.
package xlsx

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// Write writes p to w as an .xlsx file.
func Write(w io.Writer, p *paper.Paper) error {
	if err := p.Check(); err != nil {
		return fmt.Errorf("write xlsx: %w", err)
	}
	if err := write(w, p); err != nil {
		return fmt.Errorf("write xlsx: %w", err)
	}
	return nil
}

func write(w io.Writer, p *paper.Paper) error {
	file := excelize.NewFile()
	defer func() { _ = file.Close() }() // only removes temporary files
	looks, err := newLooks(file)
	if err != nil {
		return fmt.Errorf("styles: %w", err)
	}
	for i, tab := range tabsOf(p) {
		if err := addSheet(file, i, tab.name); err != nil {
			return fmt.Errorf("sheet %s: %w", tab.name, err)
		}
		if err := writeTab(file, looks, p, tab); err != nil {
			return fmt.Errorf("sheet %s: %w", tab.name, err)
		}
	}
	file.Pkg.Store("docProps/core.xml", []byte(opc.CoreProperties(p)))
	file.Pkg.Store("docProps/app.xml", []byte(opc.AppProperties))
	var packed bytes.Buffer
	if err := file.Write(&packed); err != nil {
		return err
	}
	return opc.Sort(w, packed.Bytes())
}

// addSheet adds the i-th sheet. A new workbook already has one.
func addSheet(file *excelize.File, i int, name string) error {
	if i == 0 {
		return file.SetSheetName(file.GetSheetName(0), name)
	}
	_, err := file.NewSheet(name)
	return err
}
