package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Deed is what somebody did that changes no record, in the words of the log of looks.
type Deed string

// The deeds of the log of looks.
const (
	Opened      Deed = "打开档案"
	Listed      Deed = "查看名单"
	Exported    Deed = "导出"
	Copied      Deed = "复制"
	LoggedIn    Deed = "登录"
	LoginFailed Deed = "登录失败"
	Locked      Deed = "锁定"
)

// Look is an entry of the log of looks (查阅记录), which stands beside the log of
// changes and has a chain of its own.
type Look struct {
	Seq int64     // given by the store
	At  time.Time // given by the store: what the clock shows

	Who    string
	Deed   Deed
	What   string     // which list or paper, in words that name no person; may be empty
	Kind   *data.Kind // of what was looked at; nil for no records
	Record string     // ID of the record looked at; empty for a list or for none
	Count  int        // how many records
}

// Look enters a look into its log. Whoever shows or writes something out enters it
// before. It waits for a change that is being made, as a change does, and leaves
// Version as it is.
//
// A store that is open for reading only cannot keep looks. What is then shown stays
// unentered, so that the file can be read at all; an export is refused, because it
// would leave without a trace.
func (s *Store) Look(ctx context.Context, l Look) error {
	if s.readOnly != "" {
		if l.Deed == Exported {
			return data.Refuse(fmt.Sprintf("数据库是只读打开的（%s），查阅记录记不进去，没有导出；请改正后再导出。", s.readOnly), nil)
		}
		return nil
	}
	s.check("")
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("store: look: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing once it is committed
	last, err := lastEntries(ctx, tx)
	if err != nil {
		return err
	}
	row := lookRow{
		seq: last.Looks + 1, at: time.Now().UTC().Format(time.RFC3339Nano), who: l.Who, deed: string(l.Deed),
		what: l.What, record: l.Record, count: l.Count, prev: last.LookHash,
	}
	if l.Kind != nil {
		row.kind = l.Kind.Name
	}
	hash := row.sum()
	_, err = tx.ExecContext(ctx, "INSERT INTO look ("+lookColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		row.seq, row.at, row.who, row.deed, row.what, row.kind, row.record, row.count, row.prev, hash)
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return fmt.Errorf("store: look: %w", err)
	}
	last.Looks, last.LookHash = row.seq, hash
	s.moveAnchor(last)
	return nil
}

const lookColumns = "seq, at, who, deed, what, kind, record, count, prev, hash"

type lookRow struct {
	seq                               int64
	at, who, deed, what, kind, record string
	count                             int
	prev, hash                        string
}

func (r *lookRow) sum() string {
	return chained(r.prev, r.at, r.who, r.deed, r.what, r.kind, r.record, strconv.Itoa(r.count))
}

func (r *lookRow) scan(rows query.Answer) error {
	return rows.Scan(&r.seq, &r.at, &r.who, &r.deed, &r.what, &r.kind, &r.record, &r.count, &r.prev, &r.hash)
}

// Search narrows what is read of a log. The zero Search is all of it.
type Search struct {
	Who          string    // who did it
	Of           string    // ID of a record it was about, or of the one that belongs to
	Since, Until time.Time // from Since on and before Until; zero for no bound
	Word         string    // stands in what was done
	Before       int64     // only entries with a smaller number, for the next page
	Limit        int       // how many at most; 0 for all
}

// clause is the search in SQL; of and words are the conditions in which the ID, and
// the word, stand.
func (q Search) clause(of, words string) (string, []any) {
	where, args := []string{"TRUE"}, []any(nil)
	add := func(wanted bool, condition string, value any) {
		if wanted {
			where = append(where, condition)
			for range strings.Count(condition, "?") {
				args = append(args, value)
			}
		}
	}
	// To the second: times are of different lengths, and end in Z.
	const second = "2006-01-02T15:04:05"
	add(q.Who != "", "who = ?", q.Who)
	add(q.Of != "", of, q.Of)
	add(!q.Since.IsZero(), "at >= ?", q.Since.UTC().Format(second))
	add(!q.Until.IsZero(), "at < ?", q.Until.UTC().Format(second))
	add(q.Word != "", words, q.Word)
	add(q.Before > 0, "seq < ?", q.Before)
	limit := q.Limit
	if limit <= 0 {
		limit = -1
	}
	return " WHERE " + strings.Join(where, " AND ") + " ORDER BY seq DESC LIMIT ?", append(args, limit)
}

// Looks reads the log of looks, the newest first.
func Looks(ctx context.Context, v View, q Search) ([]Look, error) {
	clause, args := q.clause("record = ?", "instr(deed || ' ' || what, ?) > 0")
	rows, err := query.Rows(ctx, v, "SELECT "+lookColumns+" FROM look"+clause, args...)
	if err != nil {
		return nil, fmt.Errorf("store: looks: %w", err)
	}
	defer rows.Close()
	var found []Look
	for rows.Next() {
		var r lookRow
		if err := r.scan(rows); err != nil {
			return nil, fmt.Errorf("store: looks: %w", err)
		}
		l := Look{Seq: r.seq, Who: r.who, Deed: Deed(r.deed), What: r.what, Kind: data.KindNamed(r.kind), Record: r.record, Count: r.count}
		l.At, _ = time.Parse(time.RFC3339Nano, r.at)
		found = append(found, l)
	}
	return found, rows.Err()
}

// looks walks the log of looks once, in order, and recomputes every hash.
func (found *Findings) looks(ctx context.Context, v View) error {
	rows, err := query.Rows(ctx, v, "SELECT "+lookColumns+" FROM look ORDER BY seq")
	if err != nil {
		return fmt.Errorf("store: verify looks: %w", err)
	}
	defer rows.Close()
	var last lookRow
	for rows.Next() {
		var r lookRow
		if err := r.scan(rows); err != nil {
			found.problem("第 %d 条查阅记录读不出来，可能被改动过。", last.seq+1)
			continue
		}
		if r.sum() != r.hash {
			found.problem("第 %d 条查阅记录与其校验值不符，可能被改动过。", r.seq)
		}
		if r.prev != last.hash || r.seq != last.seq+1 {
			found.problem("第 %d 条查阅记录与前一条不相接，可能有缺失。", r.seq)
		}
		found.clock("查阅记录", r.seq, last.at, r.at)
		found.Looks++
		last = r
	}
	return rows.Err()
}

// lastEntries reads the last entries of both logs.
func lastEntries(ctx context.Context, tx *sql.Tx) (a anchor, err error) {
	for _, log := range []struct {
		table string
		seq   *int64
		hash  *string
	}{{"change", &a.Seq, &a.Hash}, {"look", &a.Looks, &a.LookHash}} {
		row := tx.QueryRowContext(ctx, "SELECT seq, hash FROM "+log.table+" ORDER BY seq DESC LIMIT 1")
		if err := row.Scan(log.seq, log.hash); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return a, fmt.Errorf("store: head of the log: %w", err)
		}
	}
	return a, nil
}
