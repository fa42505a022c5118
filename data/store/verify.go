package store

import (
	"context"
	"fmt"

	"huoshui/data"
)

// Findings is what Verify saw. The file is sound when Problems is empty.
type Findings struct {
	Records  map[string]int // by kind
	Changes  int
	Head     string   // hash of the newest change: to be kept outside, it proves the log up to here
	Problems []string // Chinese sentences
}

// Verify checks the whole file: SQLite's own check, references, and the chain
// of the log from its first entry to its last.
func (s *Store) Verify(ctx context.Context) (*Findings, error) {
	found := &Findings{Records: map[string]int{}}
	for _, check := range []struct{ pragma, sentence string }{
		{"PRAGMA integrity_check", "文件结构有损坏：%s"},
		{"PRAGMA foreign_key_check", "有记录引用了不存在的记录，在表 %s"},
	} {
		if err := s.pragma(ctx, check.pragma, check.sentence, found); err != nil {
			return nil, err
		}
	}
	if err := s.countRecords(ctx, found); err != nil {
		return nil, err
	}
	return found, s.verifyLog(ctx, found)
}

func (s *Store) pragma(ctx context.Context, pragma, sentence string, found *Findings) error {
	rows, err := s.read.QueryContext(ctx, pragma)
	if err != nil {
		return fmt.Errorf("store: verify: %w", err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return fmt.Errorf("store: verify: %w", err)
	}
	for rows.Next() {
		values := make([]any, len(columns))
		targets := make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			return fmt.Errorf("store: verify: %w", err)
		}
		if text := fmt.Sprint(values[0]); text != "ok" {
			found.Problems = append(found.Problems, fmt.Sprintf(sentence, text))
		}
	}
	return rows.Err()
}

// verifyLog walks the log once, in order, and recomputes every hash.
func (s *Store) verifyLog(ctx context.Context, found *Findings) error {
	rows, err := s.read.QueryContext(ctx, `SELECT c.seq, c.id, c.at, c.who, c.what, c.prev, c.hash,
		r.kind, r.record, r.owner, r.before, r.after
		FROM change c LEFT JOIN change_row r ON r.change = c.seq ORDER BY c.seq, r.n`)
	if err != nil {
		return fmt.Errorf("store: verify log: %w", err)
	}
	defer rows.Close()
	var last struct {
		seq                           int64
		id, at, who, what, prev, hash string
		digest                        []byte
	}
	closeEntry := func() {
		if last.seq == 0 {
			return
		}
		found.Changes++
		if chain(last.prev, last.id, last.at, last.who, last.what, last.digest) != last.hash {
			found.Problems = append(found.Problems, fmt.Sprintf("留痕第 %d 条与其校验值不符，可能被改动过。", last.seq))
		}
		found.Head = last.hash
	}
	for rows.Next() {
		var row logRow
		entry := last
		if err := rows.Scan(&entry.seq, &entry.id, &entry.at, &entry.who, &entry.what, &entry.prev, &entry.hash,
			&row.Kind, &row.Record, &row.Owner, &row.Before, &row.After); err != nil {
			found.Problems = append(found.Problems, fmt.Sprintf("留痕第 %d 条没有内容，可能被删改过。", entry.seq))
			continue
		}
		if entry.seq != last.seq {
			closeEntry()
			if entry.prev != last.hash || entry.seq != last.seq+1 {
				found.Problems = append(found.Problems, fmt.Sprintf("留痕第 %d 条与前一条不相接，可能有缺失。", entry.seq))
			}
			entry.digest = nil
		}
		entry.digest = row.digest(entry.digest)
		last = entry
	}
	closeEntry()
	return rows.Err()
}

func (s *Store) countRecords(ctx context.Context, found *Findings) error {
	for _, kind := range data.Kinds() {
		rows, err := s.read.QueryContext(ctx, "SELECT COUNT(*) FROM "+kind.Name)
		if err != nil {
			return fmt.Errorf("store: verify: %w", err)
		}
		for rows.Next() {
			var n int
			if err := rows.Scan(&n); err != nil {
				rows.Close()
				return fmt.Errorf("store: verify: %w", err)
			}
			found.Records[kind.Name] = n
		}
		if err := rows.Close(); err != nil {
			return fmt.Errorf("store: verify: %w", err)
		}
	}
	return nil
}
