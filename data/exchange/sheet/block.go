package sheet

import (
	"context"
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// ReadBlock reads a block copied from a spreadsheet as records of a kind. If
// its first line is a heading, it names the columns; otherwise the columns are
// in the order of the given keys.
func ReadBlock(ctx context.Context, r store.View, kind *data.Kind, columns []string, text string, at data.Month) (*Proposal, error) {
	rows := split(text)
	if len(rows) == 0 {
		return nil, data.Refuse("剪贴板里没有表格内容，请先在表格程序里复制要粘贴的各行。", nil)
	}
	p := &Proposal{Kind: kind, File: "粘贴的内容"}
	first := 1
	if heading, unknown, known := newHeadings(kind).read(rows[0]); known > 0 && known*2 >= filled(rows[0]) {
		p.Columns, p.Unknown = heading, unknown
		rows, first = rows[1:], 2
	} else {
		p.Columns = arranged(kind, columns, widest(rows))
	}
	if err := p.open(ctx, r, at); err != nil {
		return nil, err
	}
	return p, p.take(rows, first)
}

// arranged are the columns of keys; what the block has beyond them has no
// column.
func arranged(kind *data.Kind, keys []string, width int) []Column {
	known := map[string]Column{}
	for _, c := range Columns(kind) {
		known[c.Key()] = c
	}
	list := make([]Column, 0, width)
	for _, key := range keys[:min(len(keys), width)] {
		c, ok := known[key]
		if !ok {
			c = Column{role: roleNone}
		}
		list = append(list, c)
	}
	for len(list) < width {
		list = append(list, Column{role: roleNone})
	}
	return list
}

func filled(row []string) int {
	n := 0
	for _, cell := range row {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

func widest(rows [][]string) int {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	return min(width, maxColumns)
}

// split takes apart what a spreadsheet puts on the clipboard: tabs between
// cells, a line for each row, and cells of several lines in quotation marks.
func split(text string) [][]string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var rows [][]string
	var row []string
	for text != "" {
		var cell string
		cell, text = nextCell(text)
		row = append(row, cell)
		switch {
		case text == "":
			rows = append(rows, row)
		case text[0] == '\n':
			rows, row = append(rows, row), nil
			text = text[1:]
		default:
			text = text[1:]
			if text == "" { // the row ends with an empty cell
				rows = append(rows, append(row, ""))
			}
		}
	}
	return rows
}

// nextCell is the cell a text begins with, and the text from what ends it on.
func nextCell(text string) (cell, rest string) {
	if strings.HasPrefix(text, `"`) {
		var b strings.Builder
		for i := 1; i < len(text); i++ {
			if text[i] != '"' {
				b.WriteByte(text[i])
				continue
			}
			if i+1 < len(text) && text[i+1] == '"' {
				b.WriteByte('"')
				i++
				continue
			}
			if i+1 == len(text) || text[i+1] == '\t' || text[i+1] == '\n' {
				return b.String(), text[i+1:]
			}
			break // a quotation mark within a word: no quoted cell
		}
	}
	end := strings.IndexAny(text, "\t\n")
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}
