package form

import "slices"

// Rows are records of one kind that belong together. The user edits them as
// the rows of a table.
type Rows struct {
	Drafts    []*Draft
	New       func() any // makes an empty record; its position is its row
	OnChanged func()     // called after every change
	// Paste is shown what comes into a row before it becomes the text of a cell;
	// it answers true when it made rows of it. over says that what stands in the
	// row is part of the text, else the rows come after it.
	Paste func(row int, text string, over bool) bool
}

// Len returns the number of rows.
func (r *Rows) Len() int { return len(r.Drafts) }

// Set stores a typed text in a cell. A text typed into the row after the last
// one makes a new row.
func (r *Rows) Set(row int, key, text string) error {
	if row == len(r.Drafts) {
		if text == "" {
			return nil
		}
		r.Drafts = append(r.Drafts, NewDraft(r.New()))
	}
	err := r.Drafts[row].Set(key, text)
	r.say()
	return err
}

// Insert inserts an empty row before a row.
func (r *Rows) Insert(row int) {
	r.Drafts = slices.Insert(r.Drafts, min(row, len(r.Drafts)), NewDraft(r.New()))
	r.say()
}

// Remove removes a row.
func (r *Rows) Remove(row int) {
	if row < 0 || row >= len(r.Drafts) {
		return
	}
	r.Drafts = slices.Delete(r.Drafts, row, row+1)
	r.say()
}

// Move exchanges a row with the one above (-1) or below (1) and returns its
// new index.
func (r *Rows) Move(row, by int) int {
	to := row + by
	if row < 0 || row >= len(r.Drafts) || to < 0 || to >= len(r.Drafts) {
		return row
	}
	r.Drafts[row], r.Drafts[to] = r.Drafts[to], r.Drafts[row]
	r.say()
	return to
}

// Check finds the first cell that prevents saving; row is -1 when there is
// none.
func (r *Rows) Check() (row int, key string) {
	for i, d := range r.Drafts {
		if key := d.Check(); key != "" {
			return i, key
		}
	}
	return -1, ""
}

func (r *Rows) say() {
	if r.OnChanged != nil {
		r.OnChanged()
	}
}
