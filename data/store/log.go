package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Entry is one change as the log has it.
type Entry struct {
	Seq  int64 // its number; only Changes says so
	ID   string
	At   time.Time
	Who  string
	What string
	Rows []EntryRow

	Size    int  // records touched; only Changes says so
	Removes bool // it deleted records; only Changes says so
}

// EntryRow is what a change did to one record, field by field.
type EntryRow struct {
	Kind   *data.Kind
	Record string
	Before map[string]any // nil: the record is new
	After  map[string]any // nil: the record was removed
}

type logRow struct{ Kind, Record, Owner, Before, After string }

// digest continues the hash over the rows of a change. Lengths go in first, so
// that no two different rows give the same bytes.
func (r logRow) digest(running []byte) []byte {
	h := sha256.New()
	h.Write(running)
	for _, part := range []string{r.Kind, r.Record, r.Owner, r.Before, r.After} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return h.Sum(nil)
}

func chain(prev, id, at, who, what string, digest []byte) string {
	return chained(prev, id, at, who, what, string(digest))
}

// chained is the hash of an entry, whose first part is the hash of the one before it.
func chained(parts ...string) string {
	h := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// History lists the changes to a record and to the records that belong to it,
// newest first.
func History(ctx context.Context, r View, id string) ([]Entry, error) {
	return entries(ctx, r, "c.seq IN (SELECT change FROM change_row WHERE owner = ? OR record = ?) AND (r.owner = ? OR r.record = ?)",
		id, id, id, id)
}

// Recent lists the newest changes, at most n, as Changes does.
func Recent(ctx context.Context, v View, n int) ([]Entry, error) {
	return Changes(ctx, v, Search{Limit: n})
}

// Changes reads the log of changes, the newest first, with the number of records each
// touched but without their rows; Rows reads those.
func Changes(ctx context.Context, v View, q Search) ([]Entry, error) {
	clause, args := q.clause("seq IN (SELECT change FROM change_row WHERE owner = ? OR record = ?)", "instr(what, ?) > 0")
	rows, err := query.Rows(ctx, v, `SELECT seq, id, at, who, what, (SELECT COUNT(*) FROM change_row r WHERE r.change = seq),
		EXISTS (SELECT 1 FROM change_row r WHERE r.change = seq AND r.after = '') FROM change`+clause, args...)
	if err != nil {
		return nil, fmt.Errorf("store: changes: %w", err)
	}
	defer rows.Close()
	var found []Entry
	for rows.Next() {
		var e Entry
		var at string
		if err := rows.Scan(&e.Seq, &e.ID, &at, &e.Who, &e.What, &e.Size, &e.Removes); err != nil {
			return nil, fmt.Errorf("store: changes: %w", err)
		}
		e.At, _ = time.Parse(time.RFC3339Nano, at)
		found = append(found, e)
	}
	return found, rows.Err()
}

// Rows lists what one change did, at most n records of it.
func Rows(ctx context.Context, v View, change string, n int) ([]EntryRow, error) {
	found, err := entries(ctx, v, "c.id = ? AND r.n <= ?", change, n)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0].Rows, nil
}

func entries(ctx context.Context, r View, where string, args ...any) ([]Entry, error) {
	rows, err := query.Rows(ctx, r, `SELECT c.id, c.at, c.who, c.what, r.kind, r.record, r.before, r.after
		FROM change c JOIN change_row r ON r.change = c.seq WHERE `+where+` ORDER BY c.seq DESC, r.n`, args...)
	if err != nil {
		return nil, fmt.Errorf("store: log: %w", err)
	}
	defer rows.Close()
	var found []Entry
	for rows.Next() {
		var e Entry
		var at, kind, before, after string
		var row EntryRow
		if err := rows.Scan(&e.ID, &at, &e.Who, &e.What, &kind, &row.Record, &before, &after); err != nil {
			return nil, fmt.Errorf("store: log: %w", err)
		}
		if len(found) == 0 || found[len(found)-1].ID != e.ID {
			e.At, _ = time.Parse(time.RFC3339Nano, at)
			found = append(found, e)
		}
		if row.Kind = data.KindNamed(kind); row.Kind == nil {
			return nil, data.Refuse(damaged(unread), fmt.Errorf("store: log: no kind of that name"))
		}
		if err := errors.Join(unmarshal(before, &row.Before), unmarshal(after, &row.After)); err != nil {
			return nil, data.Refuse(damaged(unread), fmt.Errorf("store: log: %w", err))
		}
		last := &found[len(found)-1]
		last.Rows = append(last.Rows, row)
	}
	return found, rows.Err()
}

func unmarshal(text string, fields *map[string]any) error {
	if text == "" {
		return nil
	}
	return json.Unmarshal([]byte(text), fields)
}

// TakeBack undoes one change, such as an import: every record gets back its
// former value. This is itself a change in the log; taking back its id does
// the first one again. If a record was changed since, nothing is undone and
// the error is data.ErrTaken.
func (s *Store) TakeBack(ctx context.Context, act Act, changeID string) (id string, err error) {
	return s.Change(ctx, act, func(tx *Tx) error {
		undone, err := entries(ctx, tx, "c.id = ?", changeID)
		if err != nil {
			return err
		}
		if len(undone) == 0 {
			return fmt.Errorf("store: take back: %w", data.ErrNotFound)
		}
		rows := undone[0].Rows
		for i := len(rows) - 1; i >= 0; i-- {
			if err := tx.takeBackRow(ctx, rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (t *Tx) takeBackRow(ctx context.Context, row EntryRow) error {
	now, err := t.stored(ctx, row.Kind, row.Record)
	if err != nil {
		return err
	}
	if (now == nil) != (row.After == nil) {
		return fmt.Errorf("store: take back %s: %w", row.Kind.Name, data.ErrTaken)
	}
	if row.Before == nil { // it was new
		if !same(image(row.Kind, now, nil), row.After) {
			return fmt.Errorf("store: take back %s: %w", row.Kind.Name, data.ErrTaken)
		}
		return t.Remove(ctx, now)
	}
	record := row.Kind.New()
	data.SetID(record, row.Record)
	if now != nil {
		record = data.Clone(now)
	}
	for key, value := range row.Before {
		f := row.Kind.Field(key)
		if f == nil {
			return data.Refuse("这次改动涉及的项目，本程序已经不用，不能撤回。", nil)
		}
		if now != nil && jsonValue(f.Value(now)) != jsonValue(row.After[key]) {
			return fmt.Errorf("store: take back %s: %w", row.Kind.Name, data.ErrTaken)
		}
		if err := f.SetValue(record, value); err != nil {
			return err
		}
	}
	return t.put(ctx, row.Kind, now, record)
}

func same(a, b map[string]any) bool {
	if len(a) != len(b) {
		return false
	}
	for key, value := range a {
		if jsonValue(value) != jsonValue(b[key]) {
			return false
		}
	}
	return true
}

// jsonValue makes a value from the database comparable with one from JSON,
// where every number is a float.
func jsonValue(value any) any {
	if n, ok := value.(int64); ok {
		return float64(n)
	}
	return value
}
