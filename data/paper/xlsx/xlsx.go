// Package xlsx writes a paper as an Excel workbook: a sheet for every table,
// and one before them for running text if there is any.
package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

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
	return pack(w, file)
}

// addSheet adds the i-th sheet. A new workbook already has one.
func addSheet(file *excelize.File, i int, name string) error {
	if i == 0 {
		return file.SetSheetName(file.GetSheetName(0), name)
	}
	_, err := file.NewSheet(name)
	return err
}

// pack writes the workbook with its parts in the order of their names: the
// library writes sheets in any order, and the same paper must give the same
// bytes.
func pack(w io.Writer, file *excelize.File) error {
	var buf bytes.Buffer
	if err := file.Write(&buf); err != nil {
		return err
	}
	from, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, part := range from.File {
		if err := to.Copy(part); err != nil {
			return fmt.Errorf("pack %s: %w", part.Name, err)
		}
	}
	return to.Close()
}
