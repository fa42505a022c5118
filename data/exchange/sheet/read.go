package sheet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"huoshui/data"
	"huoshui/data/store"
)

// Limits of what is read: a table beyond them is no table of an office.
const (
	maxRows     = 50_000
	maxColumns  = 200
	maxFile     = 50 << 20
	maxUnzipped = 512 << 20
	headRows    = 10 // how far down the heading may stand
)

// doubtfulMonth marks a number that may be January or October.
const doubtfulMonth = "\x00"

// Read reads an .xlsx table of records of a kind and compares it with the
// records at the as-of month. The columns may be in any order.
func Read(ctx context.Context, r store.View, kind *data.Kind, path string, at data.Month) (*Proposal, error) {
	p := &Proposal{Kind: kind, File: filepath.Base(path)}
	t, err := readTable(ctx, path, kind.Label, newHeadings(kind))
	if err != nil {
		return nil, err
	}
	p.Columns, p.Unknown = t.columns, t.unknown
	if err := p.open(ctx, r, at); err != nil {
		return nil, err
	}
	return p, p.take(t.body, t.first)
}

// grid is a table as it stands in a sheet, below its heading.
type grid struct {
	columns []Column
	unknown []string
	body    [][]string // nil for a line that holds no record
	first   int        // line of the first row of the body
	bands   map[int]string
}

// readTable reads the table of a workbook that one of the headings fits.
func readTable(ctx context.Context, path, label string, h headings) (*grid, error) {
	book, err := openBook(path)
	if err != nil {
		return nil, err
	}
	defer book.close()
	sheet, rows, head, err := book.table(label, h)
	if err != nil {
		return nil, err
	}
	merged, err := book.merged(sheet)
	if err != nil {
		return nil, err
	}
	titles, deepest := joinHeading(h, rows, head, merged)
	t := &grid{body: rows[deepest+1:], first: deepest + 2, bands: bands(rows, deepest, merged)}
	t.columns, t.unknown, _ = h.read(titles)
	fillDown(t.columns, rows, deepest, merged)
	for i, row := range t.body {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if _, band := t.bands[t.first+i]; band {
			t.body[i] = nil
			continue
		}
		t.body[i] = book.texts(sheet, t.first+i, row, t.columns)
	}
	return t, nil
}

// workbook is an opened file. The library panics on some broken files; every
// call into it goes through guard.
type workbook struct {
	file *excelize.File
	path string
}

func openBook(path string) (*workbook, error) {
	b := &workbook{path: path}
	info, err := os.Stat(path)
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("不能读取“%s”。", filepath.Base(path)), err)
	}
	if info.Size() > maxFile {
		return nil, data.Refuse(fmt.Sprintf("“%s”超过 50 MB，请分成几个表格。", filepath.Base(path)), nil)
	}
	err = b.guard(func() (err error) {
		b.file, err = excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: 16 << 20})
		return err
	})
	return b, err
}

func (b *workbook) close() {
	if b.file != nil {
		_ = b.guard(b.file.Close) // removes temporary files only
	}
}

// guard runs a call into the library and turns failure and panic into a
// sentence.
func (b *workbook) guard(do func() error) (err error) {
	defer func() {
		if caught := recover(); caught != nil {
			err = b.broken(fmt.Errorf("sheet: panic: %v", caught))
		}
	}()
	err = do()
	var fault *data.Fault
	if err != nil && !errors.As(err, &fault) {
		return b.broken(err)
	}
	return err
}

func (b *workbook) broken(cause error) error {
	return data.Refuse(fmt.Sprintf("“%s”不是能读的 .xlsx 表格；旧的 .xls 请先另存为 .xlsx。", filepath.Base(b.path)), cause)
}

// table finds the sheet with a heading and the line it stands in: the sheet of
// the name given, or else the first one that has one.
func (b *workbook) table(label string, h headings) (sheet string, rows [][]string, head int, err error) {
	names := []string{label}
	for _, name := range b.file.GetSheetList() {
		if visible, err := b.file.GetSheetVisible(name); err == nil && visible && name != label {
			names = append(names, name)
		}
	}
	for _, name := range names {
		if i, err := b.file.GetSheetIndex(name); err != nil || i < 0 {
			continue
		}
		if err := b.guard(func() (err error) { rows, err = b.rows(name); return err }); err != nil {
			return "", nil, 0, err
		}
		if head := headOf(h, rows); head >= 0 {
			return name, rows, head, nil
		}
	}
	return "", nil, 0, data.Refuse(fmt.Sprintf("“%s”里没有认出“%s”的表头；可以先用“模板”存一份空表，照表头填。",
		filepath.Base(b.path), label), nil)
}

// rows reads the values of a sheet as they are kept, not as they look: what
// looks like 24-3 may be any day of that March.
func (b *workbook) rows(sheet string) ([][]string, error) {
	iterator, err := b.file.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer iterator.Close()
	var rows [][]string
	for iterator.Next() {
		row, err := iterator.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		if len(rows) > maxRows+headRows {
			return nil, data.Refuse(fmt.Sprintf("表格超过 %d 行，请分开导入。", maxRows), nil)
		}
		rows = append(rows, row[:min(len(row), maxColumns)])
	}
	return rows, iterator.Error()
}

var (
	serial      = regexp.MustCompile(`^\d{5}(\.\d+)?$`)
	oneOrTen    = regexp.MustCompile(`^\d{4}\.1$`)
	wholeNumber = regexp.MustCompile(`^\d+\.0+$`)
)

// texts turns the values of a row into what a clerk would have typed: days kept
// as numbers, and months that a spreadsheet took for a decimal.
func (b *workbook) texts(sheet string, line int, row []string, columns []Column) []string {
	for i, text := range row {
		if i >= len(columns) || columns[i].Field == nil {
			continue
		}
		switch typ := columns[i].Field.Type; {
		case typ == data.TypeInt && wholeNumber.MatchString(text):
			row[i], _, _ = strings.Cut(text, ".")
		case typ != data.TypeMonth && typ != data.TypeDate:
		case serial.MatchString(text):
			row[i] = day(text)
		case oneOrTen.MatchString(text):
			row[i] = b.month(sheet, i+1, line, text)
		}
	}
	return row
}

func day(text string) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	t, err := excelize.ExcelDateToTime(n, false)
	if err != nil {
		return text
	}
	return t.Format("2006.01.02")
}

// month settles whether 1990.1 is January or October: as text it is January;
// a number tells only if it is shown with two decimals.
func (b *workbook) month(sheet string, column, line int, text string) string {
	err := b.guard(func() error {
		cell, err := excelize.CoordinatesToCellName(column, line)
		if err != nil {
			return err
		}
		kind, err := b.file.GetCellType(sheet, cell)
		if err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
			return err
		}
		shown, err := b.file.GetCellValue(sheet, cell)
		if shown == text {
			shown = doubtfulMonth + text
		}
		text = shown
		return err
	})
	if err != nil {
		return doubtfulMonth + text
	}
	return text
}
