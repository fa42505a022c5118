package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"huoshui/data"
)

// A log proves itself from its first entry to its last, but not that its last is
// the last there was: a damaged write-ahead log or an older copy of the file ends
// sooner and is sound. So number and hash of the last entries are kept outside of the
// database as well, beside it and in the profile of each user who has worked with it.

// anchor is the last entries of both logs that were seen, of changes and of looks. A
// number is 0 where there was no entry yet, or where an older program wrote the anchor.
type anchor struct {
	Seq      int64  `json:"seq"`
	Hash     string `json:"hash"`
	Looks    int64  `json:"looks,omitempty"`
	LookHash string `json:"look_hash,omitempty"`
}

// anchorEnd is what the name of the file beside a database ends in.
const anchorEnd = ".head"

// profile is the folder of the user's own anchors; empty where none are kept.
var profile string

// KeepAnchors keeps the user's own anchors in a folder from now on.
func KeepAnchors(folder string) { profile = folder }

// anchorFiles are where the anchor of a database is kept: beside it and, by the
// path of the database, in the user's profile.
func anchorFiles(db string) []string {
	files := []string{db + anchorEnd}
	if profile != "" {
		files = append(files, filepath.Join(profile, string(data.BlobOf([]byte(db)))[:32]+anchorEnd))
	}
	return files
}

// moveAnchor keeps the last entries outside. What they belong to is safe already: where
// the anchor cannot be written, the log of the program says so.
func (s *Store) moveAnchor(a anchor) {
	raw, err := json.Marshal(a)
	for _, file := range anchorFiles(s.file.Path) {
		err = errors.Join(err, replaceFile(file, raw))
	}
	if err != nil {
		slog.Warn("anchor", "err", err)
	}
}

// replaceFile writes a file whole or not at all. It does not wait for the disk: after
// a crash the file may be an older one.
func replaceFile(path string, raw []byte) error {
	if err := data.MakeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	temp, err := data.TempFile(filepath.Dir(path))
	if err != nil {
		return err
	}
	_, err = temp.Write(raw)
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// DropAnchor forgets the last entry that was seen of a database, before another file
// is put in its place on purpose.
func DropAnchor(db string) error {
	db, err := filepath.Abs(db)
	for _, file := range anchorFiles(db) {
		if gone := os.Remove(file); gone != nil && !errors.Is(gone, os.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}

// checkDoubt says, as a Chinese sentence, what speaks against the file being as it was
// left; empty when nothing does.
func (s *Store) checkDoubt(ctx context.Context) (string, error) {
	doubt, err := s.checkAnchor(ctx)
	if doubt != "" || err != nil {
		return doubt, err
	}
	sentences, err := schema(ctx, s)
	if err != nil || len(sentences) == 0 {
		return "", err
	}
	return sentences[0], nil
}

// checkAnchor says, as a Chinese sentence, that a log ends before an entry that was
// seen, or holds another in its place; empty when it does not.
func (s *Store) checkAnchor(ctx context.Context) (string, error) {
	for _, file := range anchorFiles(s.file.Path) {
		raw, err := os.ReadFile(file)
		var seen anchor
		if err != nil || json.Unmarshal(raw, &seen) != nil {
			continue // not kept yet, or cut off by a crash
		}
		doubt, err := s.reaches(ctx, "change", "留痕", seen.Seq, seen.Hash)
		if doubt == "" && err == nil {
			doubt, err = s.reaches(ctx, "look", "查阅记录", seen.Looks, seen.LookHash)
		}
		if doubt != "" || err != nil {
			return doubt, err
		}
	}
	return "", nil
}

// reaches says what is wrong with the entry of a log that was seen last.
func (s *Store) reaches(ctx context.Context, table, name string, seq int64, seen string) (string, error) {
	if seq == 0 {
		return "", nil
	}
	var hash string
	err := s.read.QueryRowContext(ctx, "SELECT hash FROM "+table+" WHERE seq = ?", seq).Scan(&hash)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Sprintf("上次用到第 %d 条%s，现在库里没有这一条：文件可能损坏，或者换成了旧的。请核对后继续，或用备份恢复。", seq, name), nil
	case err != nil:
		return "", fmt.Errorf("store: anchor: %w", err)
	case hash != seen:
		return fmt.Sprintf("第 %d 条%s与上次见到的不同：文件可能换成了别的，或者%s被重写过。请核对后继续，或用备份恢复。", seq, name, name), nil
	}
	return "", nil
}

// Doubt says, as a Chinese sentence, what speaks against the file having been opened
// as it was left; empty when nothing does. The next change enters the doubt into the
// log before it.
func (s *Store) Doubt() string { return s.doubt }
