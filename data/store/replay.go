package store

import (
	"context"
	"errors"
	"fmt"

	"huoshui/data"
	"huoshui/data/store/query"
)

// replay goes through the log record by record, makes of each what the log says
// it has become, and holds it against what is stored: whoever writes into the
// tables behind the log is found out. It also counts the records.
//
// Both sides are read in the order of IDs, so that a large file needs no memory.
// A migration therefore may add columns but must not change what records say.
func (found *Findings) replay(ctx context.Context, r View, blobs map[string]bool) (err error) {
	p := &replay{found: found, blobs: blobs, shelves: map[string]*shelf{}, now: map[string]map[string]any{}}
	defer func() {
		for _, s := range p.shelves {
			err = errors.Join(err, s.rows.Close())
		}
	}()
	for _, kind := range data.Kinds() {
		statement, _ := selection(kind, nil, "id")
		rows, err := query.Rows(ctx, r, statement)
		if err != nil {
			return fmt.Errorf("store: verify %s: %w", kind.Name, err)
		}
		s := &shelf{kind: kind, rows: rows}
		p.shelves[kind.Name] = s
		if err := s.next(); err != nil {
			return err
		}
	}
	if err := p.walk(ctx, r); err != nil {
		return err
	}
	for _, kind := range data.Kinds() { // what is left is not in the log
		if err := p.upTo(p.shelves[kind.Name], ""); err != nil {
			return err
		}
	}
	return nil
}

// replay is the state of a walk through the log at one record.
type replay struct {
	found   *Findings
	blobs   map[string]bool
	shelves map[string]*shelf // by kind

	id  string
	now map[string]map[string]any // its fields so far, by kind: an ID may stand in several
}

// shelf is the stored records of a kind in the order of their IDs.
type shelf struct {
	kind   *data.Kind
	rows   query.Answer
	record any // the first not looked at; nil at the end
}

func (s *shelf) next() (err error) {
	s.record = nil
	if s.rows.Next() {
		s.record, err = scanRow(s.rows, s.kind)
	} else {
		err = s.rows.Err()
	}
	if err != nil {
		return fmt.Errorf("store: verify %s: %w", s.kind.Name, err)
	}
	return nil
}

func (p *replay) walk(ctx context.Context, r View) error {
	rows, err := query.Rows(ctx, r, "SELECT change, kind, record, before, after FROM change_row ORDER BY record, change, n")
	if err != nil {
		return fmt.Errorf("store: verify log: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var change int64
		var kind, id, before, after string
		if err := rows.Scan(&change, &kind, &id, &before, &after); err != nil {
			return fmt.Errorf("store: verify log: %w", err)
		}
		if id != p.id {
			if err := p.compare(); err != nil {
				return err
			}
			p.id = id
		}
		if s := p.shelves[kind]; s != nil { // a kind this version no longer knows has no records
			p.apply(s.kind, change, before, after)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("store: verify log: %w", err)
	}
	return p.compare()
}

// apply carries one row of the log out.
func (p *replay) apply(kind *data.Kind, change int64, before, after string) {
	was, fields := map[string]any(nil), map[string]any(nil)
	if err := errors.Join(unmarshal(before, &was), unmarshal(after, &fields)); err != nil {
		p.found.problem("留痕第 %d 条的内容读不懂，可能被改动过。", change)
		return
	}
	now := p.now[kind.Name]
	if (was == nil) != (now == nil) || !agree(kind, now, was) {
		p.found.problem("%s %s 在留痕第 %d 条之前被绕过程序改动过。", kind.Label, p.id, change)
	}
	switch {
	case fields == nil:
		now = nil
	case was == nil || now == nil:
		now = fields
	default:
		for key, value := range fields {
			now[key] = value
		}
	}
	p.now[kind.Name] = now
}

// agree reports whether the record the log has made holds what a row says it
// held before.
func agree(kind *data.Kind, now, was map[string]any) bool {
	for key, value := range was {
		f := kind.Field(key)
		if f == nil || unlogged(f, now) {
			continue
		}
		if !equalOrEmpty(now[key], value) {
			return false
		}
	}
	return true
}

// unlogged reports a field that follows from others and was added to the kind
// after the log wrote of this record: its migration filled it in.
func unlogged(f *data.Field, now map[string]any) bool {
	_, logged := now[f.Key]
	return f.Hidden() && !logged
}

func equalOrEmpty(a, b any) bool { return a == b || isEmpty(a) && isEmpty(b) }

func isEmpty(value any) bool { return value == nil || value == "" || value == float64(0) }

// compare holds what the log has made of a record against what is stored.
func (p *replay) compare() error {
	for name, now := range p.now {
		s := p.shelves[name]
		if err := p.upTo(s, p.id); err != nil {
			return err
		}
		stored := s.record
		if stored != nil && data.IDOf(stored) != p.id {
			stored = nil
		}
		switch {
		case stored == nil && now != nil:
			p.found.problem("%s %s 不见了，留痕里没有删除它。", s.kind.Label, p.id)
		case stored != nil && now == nil:
			p.found.problem("%s %s 已删除，却又出现，留痕里没有。", s.kind.Label, p.id)
		case stored != nil:
			p.fields(s.kind, stored, now)
		}
		if stored != nil {
			p.found.Records[name]++
			if err := s.next(); err != nil {
				return err
			}
		}
	}
	clear(p.now)
	return nil
}

func (p *replay) fields(kind *data.Kind, stored any, now map[string]any) {
	values := make([]any, len(kind.Fields))
	for i := range kind.Fields {
		values[i] = jsonValue(kind.Fields[i].Value(stored))
	}
	if follows, ok := stored.(data.Preparer); ok {
		follows.Prepare()
	}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		value, want := values[i], now[f.Key]
		if unlogged(f, now) {
			want = f.Value(stored) // as it follows from the other fields
		}
		if !equalOrEmpty(value, want) {
			p.found.problem("%s %s 的“%s”与留痕不一致，可能被绕过程序改动过。", kind.Label, p.id, labelled(f))
		}
		if name, ok := value.(string); ok && f.Type == data.TypeBlob && name != "" && !p.blobs[name] {
			p.found.problem("%s %s 的“%s”不见了。", kind.Label, p.id, labelled(f))
		}
	}
}

func labelled(f *data.Field) string {
	if f.Hidden() {
		return "检索用字"
	}
	return f.Label
}

// upTo passes the stored records before an ID, all with "": the log knows none
// of them.
func (p *replay) upTo(s *shelf, id string) error {
	for s.record != nil && (id == "" || data.IDOf(s.record) < id) {
		p.found.problem("%s %s 在留痕里没有，可能是绕过程序写入的。", s.kind.Label, data.IDOf(s.record))
		p.found.Records[s.kind.Name]++
		if err := s.next(); err != nil {
			return err
		}
	}
	return nil
}
