package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Act says who changes something and to what end, in words for the log that
// name no person and no ID number: “导入任免审批表 500 份”.
type Act struct {
	Who  string
	What string
}

// Tx is a change being made. Reads through it see what it has written.
type Tx struct {
	View

	tx       *sql.Tx
	inserts  map[*data.Kind]*sql.Stmt
	logRow   *sql.Stmt
	last     anchor // the last entries of both logs; the one made here, once it is made
	seq      int64
	n        int
	digest   []byte // hash over the rows of this change so far
	conflict *Conflict
	touched  []Touched
}

// Change runs do as one transaction and writes every record before and after
// to the log. If do fails, or the process dies, nothing is changed. A change
// that altered nothing leaves no entry, and id is empty. If a Merge in do
// meets fields that others have changed meanwhile, nothing is written and the
// error is a *Conflict.
func (s *Store) Change(ctx context.Context, act Act, do func(*Tx) error) (id string, err error) {
	if s.doubt != "" {
		s.doubted.Do(func() { _, err = s.Note(ctx, Act{Who: act.Who, What: "打开时的疑点：" + s.doubt}) })
	}
	if err != nil {
		return "", err
	}
	return s.change(ctx, act, false, do)
}

// Note enters something into the log that changed no record, such as that the
// file was put back from a backup.
func (s *Store) Note(ctx context.Context, act Act) (id string, err error) {
	return s.change(ctx, act, true, func(*Tx) error { return nil })
}

// change makes a change. One that touches no record is entered only when noted.
func (s *Store) change(ctx context.Context, act Act, noted bool, do func(*Tx) error) (id string, err error) {
	s.check("")
	sqlTx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil && ctx.Err() != nil { // the driver's own words for it are many
			err = errors.Join(ctx.Err(), err)
		}
		// Also when do panics: the changes after this one must not wait for it.
		err = errors.Join(err, ignoreDone(sqlTx.Rollback()))
	}()
	tx := &Tx{View: query.New(sqlTx, act.Who, s.month), tx: sqlTx, inserts: map[*data.Kind]*sql.Stmt{}}
	if err := tx.begin(ctx); err != nil {
		return "", err
	}
	if err := do(tx); err != nil {
		return "", err
	}
	if tx.conflict != nil {
		return "", tx.conflict
	}
	if tx.n > 0 && s.guarded() {
		if err := tx.onlySample(ctx); err != nil {
			return "", err
		}
	}
	if tx.n > 0 || noted {
		if id, err = tx.enter(ctx, act); err != nil {
			return "", err
		}
	}
	if err := sqlTx.Commit(); err != nil {
		return "", err
	}
	if id != "" {
		s.moveAnchor(tx.last)
	}
	if s.listener != nil && id != "" {
		s.listener(Changed{ID: id, What: act.What, Touched: tx.touched})
	}
	return id, nil
}

// errTrial takes a trial back.
var errTrial = errors.New("store: trial")

// Trial runs do as a change and always rolls it back. What do reads through
// the Tx is how the database would be. Nothing is kept.
func (s *Store) Trial(ctx context.Context, do func(*Tx) error) error {
	var within error
	_, err := s.change(ctx, Act{}, false, func(tx *Tx) error {
		within = do(tx)
		return errTrial
	})
	if errors.Is(err, errTrial) {
		return within
	}
	return err
}

// Add stores a new record given by pointer and gives it an ID if it has none.
// It refuses an ID that is stored already: use Merge to change a record.
func (t *Tx) Add(ctx context.Context, record any) error {
	kind := data.KindOf(record)
	if err := prepare(kind, record); err != nil {
		return err
	}
	if data.IDOf(record) == "" {
		data.SetID(record, data.NewID())
	}
	return t.insert(ctx, kind, record)
}

// put writes a record as it is, over the stored one if there is one. Only the
// store may do so, where it carries the log out backwards.
func (t *Tx) put(ctx context.Context, kind *data.Kind, old, record any) error {
	if err := prepare(kind, record); err != nil {
		return err
	}
	if old == nil {
		return t.insert(ctx, kind, record)
	}
	return t.update(ctx, kind, old, record)
}

// prepare fills the columns that follow from others and refuses a record that
// may not be stored.
func prepare(kind *data.Kind, record any) error {
	if p, ok := record.(data.Preparer); ok {
		p.Prepare()
	}
	if err := kind.Problem(record); err != nil {
		return data.Refuse(err.Error()+"，没有保存。", nil)
	}
	return nil
}

// Remove deletes a record given by pointer, as the caller read it. If somebody
// has changed it meanwhile, that is a conflict, as in Merge. If others still
// refer to it, the change is refused at its end.
func (t *Tx) Remove(ctx context.Context, record any) error {
	kind := data.KindOf(record)
	old, err := t.stored(ctx, kind, data.IDOf(record))
	if err != nil {
		return err
	}
	if old == nil {
		return fmt.Errorf("store: remove %s: %w", kind.Name, data.ErrNotFound)
	}
	if changed := differing(kind, record, old); len(changed) > 0 {
		if mine, ok := settledAs(ctx, kind, data.IDOf(old), "", nil); ok && !mine {
			return nil
		} else if !ok {
			return t.clash(ctx, ConflictRecord{Kind: kind, ID: data.IDOf(old), Name: data.NameOf(old), Removing: true, Fields: changed})
		}
	}
	if _, err := t.tx.ExecContext(ctx, "DELETE FROM "+kind.Name+" WHERE id = ?", data.IDOf(old)); err != nil {
		return fmt.Errorf("store: remove %s: %w", kind.Name, err)
	}
	return t.log(ctx, kind, old, image(kind, old, nil), nil)
}

// Keep stores bytes and returns the name by which records refer to them.
func (t *Tx) Keep(ctx context.Context, bytes []byte) (data.Blob, error) {
	name := data.BlobOf(bytes)
	if name == "" {
		return "", nil
	}
	if _, err := t.tx.ExecContext(ctx, "INSERT INTO blob (name, bytes) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", string(name), bytes); err != nil {
		return "", fmt.Errorf("store: keep blob: %w", err)
	}
	return name, nil
}

func (t *Tx) begin(ctx context.Context) (err error) {
	if t.last, err = lastEntries(ctx, t.tx); err != nil {
		return err
	}
	t.seq = t.last.Seq + 1
	t.logRow, err = t.tx.PrepareContext(ctx,
		"INSERT INTO change_row (change, n, kind, record, owner, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)")
	if err != nil {
		return fmt.Errorf("store: log: %w", err)
	}
	// The rows of the log refer to their change, which is written last.
	_, err = t.tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON")
	return err
}

// enter writes the entry of the log. Its time is what the clock shows, also where that
// is before the entry before it: entries are ordered by number, and Verify tells.
func (t *Tx) enter(ctx context.Context, act Act) (id string, err error) {
	prev := t.last.Hash
	id, at := data.NewID(), time.Now().UTC().Format(time.RFC3339Nano)
	hash := chain(prev, id, at, act.Who, act.What, t.digest)
	_, err = t.tx.ExecContext(ctx, "INSERT INTO change (seq, id, at, who, what, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
		t.seq, id, at, act.Who, act.What, prev, hash)
	if err != nil {
		return "", fmt.Errorf("store: log: %w", err)
	}
	t.last.Seq, t.last.Hash = t.seq, hash
	return id, nil
}

func (t *Tx) stored(ctx context.Context, kind *data.Kind, id string) (record any, err error) {
	err = scan(ctx, t, kind, []Match{Where("id", id)}, func(r any) { record = r })
	return record, err
}

func (t *Tx) insert(ctx context.Context, kind *data.Kind, record any) error {
	stmt, err := t.insertStmt(ctx, kind)
	if err != nil {
		return err
	}
	if err := t.keeps(ctx, kind, nil, record); err != nil {
		return err
	}
	args := []any{data.IDOf(record)}
	for i := range kind.Fields {
		args = append(args, kind.Fields[i].Value(record))
	}
	if _, err := stmt.ExecContext(ctx, args...); err != nil {
		return fmt.Errorf("store: insert %s: %w", kind.Name, err)
	}
	return t.log(ctx, kind, record, nil, image(kind, record, nil))
}

func (t *Tx) insertStmt(ctx context.Context, kind *data.Kind) (*sql.Stmt, error) {
	if stmt, ok := t.inserts[kind]; ok {
		return stmt, nil
	}
	columns := "id"
	for i := range kind.Fields {
		columns += ", " + kind.Fields[i].Key
	}
	marks := "?" + strings.Repeat(", ?", len(kind.Fields))
	stmt, err := t.tx.PrepareContext(ctx, "INSERT INTO "+kind.Name+" ("+columns+") VALUES ("+marks+")")
	if err != nil {
		return nil, fmt.Errorf("store: insert %s: %w", kind.Name, err)
	}
	t.inserts[kind] = stmt
	return stmt, nil
}

func (t *Tx) update(ctx context.Context, kind *data.Kind, old, record any) error {
	var set []string
	var args []any
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if v := f.Value(record); v != f.Value(old) {
			set, args = append(set, f.Key+" = ?"), append(args, v)
		}
	}
	if len(set) == 0 {
		return nil
	}
	if err := t.keeps(ctx, kind, old, record); err != nil {
		return err
	}
	query := "UPDATE " + kind.Name + " SET " + strings.Join(set, ", ") + " WHERE id = ?"
	if _, err := t.tx.ExecContext(ctx, query, append(args, data.IDOf(record))...); err != nil {
		return fmt.Errorf("store: update %s: %w", kind.Name, err)
	}
	return t.log(ctx, kind, record, image(kind, old, record), image(kind, record, old))
}

// keeps refuses a record that names bytes nobody has given to Keep.
func (t *Tx) keeps(ctx context.Context, kind *data.Kind, old, record any) error {
	for i := range kind.Fields {
		f := &kind.Fields[i]
		name := f.Value(record)
		if f.Type != data.TypeBlob || name == "" || old != nil && name == f.Value(old) {
			continue
		}
		var kept bool
		if err := t.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM blob WHERE name = ?)", name).Scan(&kept); err != nil {
			return fmt.Errorf("store: blob: %w", err)
		}
		if !kept {
			return data.Refuse(fmt.Sprintf("%s的“%s”没有对应的文件，没有保存。", kind.Label, f.Label), nil)
		}
	}
	return nil
}

// image is the JSON of a record's fields: those that differ from other, or,
// without other, those that are not empty.
func image(kind *data.Kind, record, other any) map[string]any {
	fields := map[string]any{}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		v := f.Value(record)
		if other != nil && v == f.Value(other) || other == nil && (v == nil || v == "" || v == int64(0)) {
			continue
		}
		fields[f.Key] = v
	}
	return fields
}

func (t *Tx) log(ctx context.Context, kind *data.Kind, record any, before, after map[string]any) error {
	t.n++
	row := logRow{Kind: kind.Name, Record: data.IDOf(record), Owner: owner(kind, record)}
	var err error
	if row.Before, err = marshal(before); err == nil {
		row.After, err = marshal(after)
	}
	if err != nil {
		return fmt.Errorf("store: log: %w", err)
	}
	t.digest = row.digest(t.digest)
	t.touched = append(t.touched, Touched{kind, row.Record, row.Owner, before == nil, after == nil})
	if _, err := t.logRow.ExecContext(ctx, t.seq, t.n, row.Kind, row.Record, row.Owner, row.Before, row.After); err != nil {
		return fmt.Errorf("store: log: %w", err)
	}
	return nil
}

// owner is the record whose history this one is part of: a cadre's résumé
// line belongs to the cadre; a record that belongs to nobody, to itself.
func owner(kind *data.Kind, record any) string {
	for i := range kind.Fields {
		if f := &kind.Fields[i]; f.Owner {
			if id, ok := f.Value(record).(string); ok && id != "" {
				return id
			}
		}
	}
	return data.IDOf(record)
}

func marshal(fields map[string]any) (string, error) {
	if fields == nil {
		return "", nil
	}
	raw, err := json.Marshal(fields)
	return string(raw), err
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}
