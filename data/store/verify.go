package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Findings is the result of Verify. The file is sound when Problems is empty.
type Findings struct {
	Records  map[string]int // by kind
	Changes  int
	Looks    int
	Head     string   // hash of the newest change: to be kept outside, it proves the log up to here
	Problems []string // Chinese sentences
	Notices  []string // Chinese sentences: odd, but no damage
}

// Todo says, as a Chinese sentence, what to do about the problems; empty when there
// are none.
func (found *Findings) Todo() string {
	if len(found.Problems) == 0 {
		return ""
	}
	return "数据库有问题，请用备份恢复，或联系管理员。"
}

// Verify checks the whole file at one moment: SQLite's own check, references,
// the tables themselves, the chains of both logs from first to last entry, and that replaying the log
// gives the stored records and the bytes they name.
func (s *Store) Verify(ctx context.Context) (*Findings, error) {
	s.check("")
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("store: verify: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	v := query.New(tx, "", s.month)
	found := &Findings{Records: map[string]int{}}
	if s.doubt != "" {
		found.problem("%s", s.doubt)
	}
	blobs := map[string]bool{}
	for _, step := range []func() error{
		func() error { return found.structure(ctx, v) },
		func() error { return found.schema(ctx, v) },
		func() error { return found.references(ctx, v) },
		func() error { return found.log(ctx, v) },
		func() error { return found.looks(ctx, v) },
		func() error { return found.blobs(ctx, v, blobs) },
		func() error { return found.replay(ctx, v, blobs) },
	} {
		err := step()
		if told := (*data.Fault)(nil); errors.As(err, &told) && len(found.Problems) > 0 {
			found.problem("%s", told.Sentence) // the rest cannot be read; what was found is told all the same
			return found, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// clock tells when the entry of a log is older than the one before it. The order of a
// log is that of its numbers, and an entry keeps the time its computer showed: a clock
// may go wrong without anybody's fault, so the file is sound all the same.
func (found *Findings) clock(log string, seq int64, last, at string) {
	before, wrong := time.Parse(time.RFC3339Nano, last)
	now, unread := time.Parse(time.RFC3339Nano, at)
	if wrong == nil && unread == nil && now.Before(before) {
		found.Notices = append(found.Notices, fmt.Sprintf("第 %d 条%s的时间早于前一条，电脑的时钟可能被往回调过；请核对电脑的日期和时间。", seq, log))
	}
}

func (found *Findings) problem(sentence string, args ...any) {
	found.Problems = append(found.Problems, fmt.Sprintf(sentence, args...))
}

// structure is the engine's own check. Its findings are English and speak of pages
// and trees; how many there are is all a user can do anything with.
func (found *Findings) structure(ctx context.Context, r View) error {
	count := 0
	err := each(ctx, r, "PRAGMA integrity_check", func(text string) {
		if text != "ok" {
			count++
		}
	})
	if count > 0 {
		found.problem("文件结构有损坏，共 %d 处；请用备份恢复。", count)
	}
	return err
}

// schema finds tables, and what guards them, that are not as the program has made
// them. What the file was doubted for at opening is not told again.
func (found *Findings) schema(ctx context.Context, v View) error {
	sentences, err := schema(ctx, v)
	for _, sentence := range sentences {
		if !slices.Contains(found.Problems, sentence) {
			found.problem("%s", sentence)
		}
	}
	return err
}

// references finds records that refer to some that are not there, once for each
// kind.
func (found *Findings) references(ctx context.Context, r View) error {
	told := map[string]bool{}
	return each(ctx, r, `SELECT DISTINCT "table" FROM pragma_foreign_key_check`, func(table string) {
		label := "留痕"
		if kind := data.KindNamed(table); kind != nil {
			label = kind.Label
		}
		if !told[label] {
			told[label] = true
			found.problem("有记录引用了不存在的记录：%s", label)
		}
	})
}

// each reads a column of texts.
func each(ctx context.Context, r View, statement string, do func(text string)) error {
	rows, err := query.Rows(ctx, r, statement)
	if err != nil {
		return fmt.Errorf("store: verify: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return fmt.Errorf("store: verify: %w", err)
		}
		do(text)
	}
	return rows.Err()
}

// log walks the log once, in order, and recomputes every hash.
func (found *Findings) log(ctx context.Context, r View) error {
	rows, err := query.Rows(ctx, r, `SELECT c.seq, c.id, c.at, c.who, c.what, c.prev, c.hash,
		r.n IS NULL, COALESCE(r.kind, ''), COALESCE(r.record, ''), COALESCE(r.owner, ''), COALESCE(r.before, ''), COALESCE(r.after, '')
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
			found.problem("留痕第 %d 条与其校验值不符，可能被改动过。", last.seq)
		}
		found.Head = last.hash
	}
	for rows.Next() {
		var row logRow
		var bare bool // the entry has no rows: a note, or its rows are gone, which the hash tells
		entry := last
		if err := rows.Scan(&entry.seq, &entry.id, &entry.at, &entry.who, &entry.what, &entry.prev, &entry.hash,
			&bare, &row.Kind, &row.Record, &row.Owner, &row.Before, &row.After); err != nil {
			found.problem("留痕第 %d 条读不出来，可能被改动过。", entry.seq)
			continue
		}
		if entry.seq != last.seq {
			closeEntry()
			if entry.prev != last.hash || entry.seq != last.seq+1 {
				found.problem("留痕第 %d 条与前一条不相接，可能有缺失。", entry.seq)
			}
			found.clock("留痕", entry.seq, last.at, entry.at)
			entry.digest = nil
		}
		if !bare {
			entry.digest = row.digest(entry.digest)
		}
		last = entry
	}
	closeEntry()
	return rows.Err()
}

// blobs hashes the bytes that are kept and enters the names of all.
func (found *Findings) blobs(ctx context.Context, r View, names map[string]bool) error {
	rows, err := query.Rows(ctx, r, "SELECT name, bytes FROM blob")
	if err != nil {
		return fmt.Errorf("store: verify blobs: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var bytes sql.RawBytes
		if err := rows.Scan(&name, &bytes); err != nil {
			return fmt.Errorf("store: verify blobs: %w", err)
		}
		if string(data.BlobOf(bytes)) != name {
			found.problem("照片 %s 的内容与其校验值不符，可能被改动过。", name)
		}
		names[name] = true
	}
	return rows.Err()
}
