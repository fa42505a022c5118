package sheet

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// State says what writing a row would do.
type State int

// The states of a row.
const (
	New     State = iota // a record is made
	Changed              // a record is changed
	Same                 // what stands on record already
	Bad                  // something has to be put right first
)

// Flaw is an error in a row: in one of its cells or, with Column -1, in the
// row as a whole.
type Flaw struct {
	Column   int
	Sentence string
}

// Difference is one field that a row would change.
type Difference struct{ Label, Before, After string }

// Row is one row of a table, with its state and its flaws.
type Row struct {
	Line        int // in the file, as the spreadsheet counts
	Cells       []string
	State       State
	Flaws       []Flaw
	Differences []Difference

	values map[*data.Field]any // what the cells say; empty cells say nothing
	number string              // ID that the row names
	old    any                 // the record on file it is about; nil for a new one
	parsed []Flaw
}

// Flaw says what is wrong in a cell; "" when nothing is.
func (r *Row) Flaw(column int) string {
	for _, f := range r.Flaws {
		if f.Column == column {
			return f.Sentence
		}
	}
	return ""
}

// Proposal is what a table would do to the records of a kind. Nothing has been
// written yet; a user can correct cells and drop rows before.
type Proposal struct {
	Kind    *data.Kind
	File    string
	Columns []Column
	Unknown []string // headings no field answers to
	Missing []string // required fields without a column
	Rows    []*Row
	Since   data.Month // since when rules hold that do not say so themselves; zero for always

	names    *Names
	onFile   []any
	byID     map[string]any
	byNumber map[string]any // cadres by ID number
}

// Count counts the rows in a state.
func (p *Proposal) Count(state State) int {
	n := 0
	for _, r := range p.Rows {
		if r.State == state {
			n++
		}
	}
	return n
}

// Pending counts the rows that Write would add or change.
func (p *Proposal) Pending() int { return p.Count(New) + p.Count(Changed) }

// Names are the records to which the rows may refer.
func (p *Proposal) Names() *Names { return p.names }

// Set corrects a cell. All rows are judged again, because one may repeat
// another.
func (p *Proposal) Set(row, column int, text string) {
	p.Rows[row].Cells[column] = text
	p.parse(p.Rows[row])
	p.match()
}

// Drop removes rows.
func (p *Proposal) Drop(rows ...int) {
	kept := p.Rows[:0]
	for i, r := range p.Rows {
		if !slices.Contains(rows, i) {
			kept = append(kept, r)
		}
	}
	p.Rows = kept
	p.match()
}

// open prepares to judge rows by what is on file.
func (p *Proposal) open(ctx context.Context, r store.View, at data.Month) (err error) {
	if p.names, err = ReadNames(ctx, r, p.Kind, at); err != nil {
		return err
	}
	if p.onFile, err = store.FindKind(ctx, r, p.Kind); err != nil {
		return err
	}
	p.byID, p.byNumber = make(map[string]any, len(p.onFile)), map[string]any{}
	for _, record := range p.onFile {
		p.byID[data.IDOf(record)] = record
		if c, ok := record.(*data.Cadre); ok && c.IDNumber != "" {
			p.byNumber[c.IDNumber] = record
		}
	}
	return nil
}

// take judges rows; first is the line of the first one in its file.
func (p *Proposal) take(rows [][]string, first int) error {
	if len(rows) > maxRows {
		return data.Refuse(fmt.Sprintf("表格有 %d 行，一次最多 %d 行，请分开导入。", len(rows), maxRows), nil)
	}
	for i, cells := range rows {
		if blank(cells) {
			continue
		}
		for len(cells) < len(p.Columns) {
			cells = append(cells, "")
		}
		row := &Row{Line: first + i, Cells: cells[:len(p.Columns)]}
		p.parse(row)
		p.Rows = append(p.Rows, row)
	}
	p.Missing = p.missing()
	p.match()
	return nil
}

// missing lists the required fields that have no column.
func (p *Proposal) missing() []string {
	var labels []string
	for i := range p.Kind.Fields {
		f := &p.Kind.Fields[i]
		if f.Required && p.column(f) < 0 {
			labels = append(labels, f.Label)
		}
	}
	return labels
}

// column is the place of a field, -1 for none. A cadre known by the ID number
// alone stands there.
func (p *Proposal) column(f *data.Field) int {
	at := -1
	for i, c := range p.Columns {
		switch {
		case c.Field != f:
		case c.role == roleField:
			return i
		case c.role == rolePerson:
			at = i
		}
	}
	return at
}

// Write writes the rows without flaws as one change and removes them from the
// proposal; rows with flaws stay. It returns the ID of the change, empty when
// there was nothing to do.
func (p *Proposal) Write(ctx context.Context, s *store.Store, who string, tell data.Progress) (string, error) {
	total := p.Pending()
	act := store.Act{Who: who, What: fmt.Sprintf("导入%s %d 条", p.Kind.Label, total)}
	n := 0
	id, err := s.Change(ctx, act, func(tx *store.Tx) error {
		for _, row := range p.Rows {
			if row.State != New && row.State != Changed {
				continue
			}
			if err := p.put(ctx, tx, row); err != nil {
				return fmt.Errorf("line %d: %w", row.Line, err)
			}
			n++
			tell.Tell(n, total, p.Kind.Label)
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	p.Rows = slices.DeleteFunc(p.Rows, func(r *Row) bool { return r.State != Bad })
	return id, nil
}

// put writes what a row says over what is stored by now.
func (p *Proposal) put(ctx context.Context, tx *store.Tx, row *Row) error {
	if row.old == nil {
		record := p.Kind.New()
		if err := row.apply(record); err != nil {
			return err
		}
		return tx.AddFrom(ctx, record, p.Since)
	}
	changed := data.Clone(row.old)
	if err := row.apply(changed); err != nil {
		return err
	}
	if data.NeedsMonth(row.old, changed) {
		return tx.MergeFrom(ctx, row.old, changed, p.Since)
	}
	return tx.Merge(ctx, row.old, changed)
}

// NeedsMonth reports that some rows change records with dates, so that the
// user must say since which month they hold (Since).
func (p *Proposal) NeedsMonth() bool {
	return slices.ContainsFunc(p.Rows, func(row *Row) bool {
		if row.State != New && row.State != Changed {
			return false
		}
		record := p.Kind.New()
		if row.old != nil {
			record = data.Clone(row.old)
		}
		return row.apply(record) == nil && data.NeedsMonth(row.old, record)
	})
}

func (r *Row) apply(record any) error {
	for f, value := range r.values {
		if err := f.SetValue(record, value); err != nil {
			return err
		}
	}
	return nil
}

// Summary is the proposal in one line.
func (p *Proposal) Summary() string {
	good := len(p.Rows) - p.Count(Bad)
	if bad := p.Count(Bad); bad > 0 {
		return fmt.Sprintf("好 %d 行，需改 %d 行", good, bad)
	}
	return fmt.Sprintf("好 %d 行", good)
}

func (r *Row) sortFlaws() {
	slices.SortStableFunc(r.Flaws, func(a, b Flaw) int { return cmp.Compare(a.Column, b.Column) })
}
