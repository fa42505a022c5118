package sheet

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"huoshui/data"
	"huoshui/data/store"
)

// codeSheet is the hidden sheet with the lists the drop-downs offer.
const codeSheet = "代码表"

// Template writes an empty table for a kind: a heading that marks required
// columns, a note on each title, and drop-down lists for coded fields.
func Template(w io.Writer, kind *data.Kind) error { return write(w, kind, nil) }

// Export writes records into a table of the same form, with references by
// name. A user can change the table and import it again.
func Export(ctx context.Context, w io.Writer, r store.View, kind *data.Kind, ids []string, at data.Month) error {
	rows, err := exported(ctx, r, kind, ids, at)
	if err != nil {
		return err
	}
	return write(w, kind, rows)
}

func exported(ctx context.Context, r store.View, kind *data.Kind, ids []string, at data.Month) ([][]string, error) {
	names, err := ReadNames(ctx, r, kind, at)
	if err != nil {
		return nil, err
	}
	found, err := store.FindKind(ctx, r, kind, store.Where("id", ids))
	if err != nil {
		return nil, err
	}
	byID := make(map[string]any, len(found))
	for _, record := range found {
		byID[data.IDOf(record)] = record
	}
	columns := Columns(kind)
	rows := make([][]string, 0, len(ids))
	for _, id := range ids {
		if record := byID[id]; record != nil {
			row := make([]string, len(columns))
			for i, c := range columns {
				row[i] = c.text(record, names)
			}
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// text is what a record says in a column.
func (c Column) text(record any, names *Names) string {
	switch {
	case c.role == roleNumber:
		return data.IDOf(record)
	case c.role == rolePerson:
		return names.get(c.Field.Kind, c.Field.Text(record)).number
	case c.Field.Type == data.TypeRef:
		return names.get(c.Field.Kind, c.Field.Text(record)).Way
	}
	return c.Field.Text(record)
}

// write writes a table with its heading.
func write(w io.Writer, kind *data.Kind, rows [][]string) error {
	b := &table{file: excelize.NewFile(), kind: kind, columns: Columns(kind)}
	defer func() { _ = b.file.Close() }() // removes temporary files only
	for _, step := range []func() error{b.heading, b.lists, func() error { return b.body(rows) }} {
		if err := step(); err != nil {
			return fmt.Errorf("sheet: %s: %w", kind.Name, err)
		}
	}
	return b.file.Write(w)
}

// table is a workbook being written.
type table struct {
	file    *excelize.File
	kind    *data.Kind
	columns []Column
}

func (b *table) heading() error {
	f, sheet := b.file, b.kind.Label
	if err := f.SetSheetName(f.GetSheetName(0), sheet); err != nil {
		return err
	}
	plain, err := f.NewStyle(headStyle("22262B"))
	if err != nil {
		return err
	}
	required, err := f.NewStyle(headStyle("9E1B1B"))
	if err != nil {
		return err
	}
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	for i, c := range b.columns {
		name, _ := excelize.ColumnNumberToName(i + 1)
		title, style := c.Title, plain
		if c.role == roleField && c.Field.Required {
			title, style = title+"*", required
		}
		// Text throughout: as a number 1990.10 would become 1990.1.
		if err := f.SetColStyle(sheet, name, text); err != nil {
			return err
		}
		if err := f.SetColWidth(sheet, name, name, c.width()); err != nil {
			return err
		}
		if err := f.SetCellStr(sheet, name+"1", title); err != nil {
			return err
		}
		if err := f.SetCellStyle(sheet, name+"1", name+"1", style); err != nil {
			return err
		}
		note := excelize.Comment{Cell: name + "1", Author: "活水", Text: c.help(), Width: 260, Height: 90}
		if err := f.AddComment(sheet, note); err != nil {
			return err
		}
	}
	return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func headStyle(color string) *excelize.Style {
	return &excelize.Style{
		Font:      &excelize.Font{Bold: true, Color: color},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F1F0EC"}},
		Border:    []excelize.Border{{Type: "bottom", Color: "E2DFD8", Style: 1}},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"},
	}
}

// width is the width of a column in characters.
func (c Column) width() float64 {
	title := float64(len([]rune(c.Title)))*2.2 + 3
	switch {
	case c.role != roleField:
		return 21
	case c.Field.Type == data.TypeLong:
		return 44
	case c.Field.Type == data.TypeRef, c.Field.Type == data.TypeText && c.Field.Max > 18:
		return max(title, 26)
	}
	return max(title, 13)
}

// help tells what a column takes.
func (c Column) help() string {
	switch c.role {
	case roleNumber:
		return "导出时由程序填写，用来认出原来的记录；新增的空着。"
	case rolePerson:
		return "有人同名时填，程序按它认人。"
	}
	lines := []string{forms[c.Field.Type]}
	if c.Field.Required {
		lines = append(lines, "必填。")
	}
	if c.Field.Type == data.TypeRef {
		lines = append(lines, "填"+data.KindNamed(c.Field.Kind).Label+"的名称。")
	}
	if c.Field.Max > 0 {
		lines = append(lines, fmt.Sprintf("最多 %d 个字。", c.Field.Max))
	}
	if c.Field.Help != "" {
		lines = append(lines, c.Field.Help)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

var forms = map[data.Type]string{
	data.TypeText: "文字。", data.TypeLong: "文字，可以分行。", data.TypeInt: "整数。", data.TypeBool: "是或否。",
	data.TypeMonth: "年月，如 1990.01。", data.TypeDate: "日期，如 1990.01.31。", data.TypeCode: "从下拉的各项中选。", data.TypeRef: "",
}

// lists puts the code lists on a hidden sheet and offers them in drop-downs.
func (b *table) lists() error {
	if _, err := b.file.NewSheet(codeSheet); err != nil {
		return err
	}
	n := 0
	for i, c := range b.columns {
		labels := c.offered()
		if len(labels) == 0 {
			continue
		}
		n++
		from, _ := excelize.ColumnNumberToName(n)
		if err := b.file.SetSheetCol(codeSheet, from+"1", &labels); err != nil {
			return err
		}
		column, _ := excelize.ColumnNumberToName(i + 1)
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(fmt.Sprintf("%s2:%s%d", column, column, maxRows+1))
		rule.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", codeSheet, from, from, len(labels)))
		if c.Field.Type != data.TypeText { // other words than those of an open list may stand
			rule.SetError(excelize.DataValidationErrorStyleStop, c.Title, "请从下拉的各项中选。")
		}
		if err := b.file.AddDataValidation(b.kind.Label, rule); err != nil {
			return err
		}
	}
	return b.file.SetSheetVisible(codeSheet, false)
}

func (c Column) offered() []string {
	switch {
	case c.role != roleField:
		return nil
	case c.Field.Type == data.TypeBool:
		return []string{"是", "否"}
	case c.Field.List != "":
		return data.ListNamed(c.Field.List).Labels()
	}
	return nil
}

func (b *table) body(rows [][]string) error {
	for i, row := range rows {
		if err := b.file.SetSheetRow(b.kind.Label, fmt.Sprintf("A%d", i+2), &row); err != nil {
			return err
		}
	}
	return nil
}
