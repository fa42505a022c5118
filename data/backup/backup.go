// Package backup keeps copies of the database: it makes them, thins them out with
// age, and puts one back.
package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/keys"
	"huoshui/data/store"
)

// Place is a folder that keeps the copies of one database.
type Place struct {
	Dir string
	db  store.File // the database; copies begin with its name and open with its key
}

// Beside is the place of copies in the folder of the database itself: 干部.备份 for
// 干部.db.
func Beside(db store.File) Place {
	return Place{filepath.Join(filepath.Dir(db.Path), baseOf(db.Path)+".备份"), db}
}

// At is a place in another folder, such as a stick or a share.
func At(dir string, db store.File) Place { return Place{dir, db} }

func baseOf(db string) string {
	name := filepath.Base(db)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// Copy is one copy of a database.
type Copy struct {
	Path string
	Made time.Time // to the second
	Size int64     // in bytes
}

// Stamp is how a time is written in the name of a file. Windows allows no colon.
const Stamp = "2006-01-02 15.04.05"

const ending = ".db"

func (p Place) path(made time.Time) string {
	return filepath.Join(p.Dir, baseOf(p.db.Path)+" "+made.Format(Stamp)+ending)
}

// madeAt reads the time from the name of a copy; false when the file is none.
func (p Place) madeAt(name string) (time.Time, bool) {
	text, ours := strings.CutPrefix(name, baseOf(p.db.Path)+" ")
	text, ends := strings.CutSuffix(text, ending)
	made, err := time.ParseInLocation(Stamp, text, time.Local)
	return made, ours && ends && err == nil
}

// Make makes a copy of an open database, checks it, and then removes the
// copies that Keep does not keep.
func (p Place) Make(ctx context.Context, s store.Reader, now time.Time) (Copy, error) {
	made := now.Truncate(time.Second)
	path, err := p.put(made, func(path string) error { return s.Backup(ctx, path) })
	if err != nil {
		return Copy{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return Copy{}, fmt.Errorf("backup: %w", err)
	}
	return Copy{path, made, info.Size()}, p.thin(now)
}

// put has a copy written into the place, and puts the file of keys beside it.
func (p Place) put(made time.Time, write func(path string) error) (string, error) {
	path := p.path(made)
	err := data.MakeFolder(p.Dir)
	if err == nil {
		err = write(path)
	}
	if err == nil {
		err = keepKeys(p.db.Path, path)
	}
	return path, err
}

// IfChanged makes a copy beside an open database, unless its last change is in the
// newest copy already or nothing was ever changed. It is called from time to time, at
// closing, and before anything that changes much.
func IfChanged(ctx context.Context, s store.Reader, now time.Time) error {
	place := Beside(s.File())
	last, err := store.Recent(ctx, s, 1)
	if err != nil || len(last) == 0 || s.ReadOnly() != "" {
		return err
	}
	copies, err := place.List()
	if err != nil || len(copies) > 0 && copies[0].Made.After(last[0].At) {
		return err
	}
	_, err = place.Make(ctx, s, now)
	return err
}

// OfFile makes a copy of a database that is not open, under its present key.
func (p Place) OfFile(ctx context.Context, now time.Time) error {
	_, err := p.put(now.Truncate(time.Second), func(path string) error {
		return p.db.Copy(ctx, store.File{Path: path, Key: p.db.Key})
	})
	return err
}

// keepKeys copies the file of keys beside a copy, where there is one: without it nobody
// could open the copy on another computer.
func keepKeys(db, made string) error {
	raw, err := os.ReadFile(keys.Path(db))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return data.Refuse("登录文件读不出来，备份里没有它；请检查是否有权限打开。", err)
	}
	return data.SaveFile(keys.Path(made), func(w io.Writer) error {
		_, err := w.Write(raw)
		return err
	})
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// List lists the copies, from new to old. It is empty when the folder is
// missing.
func (p Place) List() ([]Copy, error) {
	entries, err := os.ReadDir(p.Dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, data.Refuse(fmt.Sprintf("备份文件夹“%s”读不出来，请检查磁盘和权限。", p.Dir), err)
	}
	var list []Copy
	for _, e := range entries {
		made, ours := p.madeAt(e.Name())
		if info, err := e.Info(); err == nil && ours && info.Mode().IsRegular() {
			list = append(list, Copy{filepath.Join(p.Dir, e.Name()), made, info.Size()})
		}
	}
	slices.SortFunc(list, func(a, b Copy) int { return b.Made.Compare(a.Made) })
	return list, nil
}

// Peek looks into one of the copies, or into another copy of the same database.
func (p Place) Peek(ctx context.Context, path string) (*store.Inside, error) {
	return store.File{Path: path, Key: p.db.Key}.Peek(ctx)
}

// Newest is the newest sound copy, with its contents; inside is nil when there
// is none.
func (p Place) Newest(ctx context.Context) (c Copy, inside *store.Inside) {
	list, err := p.List()
	if err != nil {
		return Copy{}, nil
	}
	for _, c := range list {
		if inside, err := p.Peek(ctx, c.Path); err == nil && len(inside.Problems) == 0 {
			return c, inside
		}
	}
	return Copy{}, nil
}

func (p Place) thin(now time.Time) error {
	list, err := p.List()
	if err != nil {
		return err
	}
	times := make([]time.Time, len(list))
	for i, c := range list {
		times[i] = c.Made
	}
	for i, keep := range Keep(times, now) {
		if !keep {
			err = errors.Join(err, os.Remove(list[i].Path), removeIfThere(keys.Path(list[i].Path)))
		}
	}
	if err != nil {
		return data.Refuse(fmt.Sprintf("旧的备份删不掉，请检查文件夹“%s”的权限。", p.Dir), err)
	}
	return nil
}

// How long copies are kept: all of two days, then the last of each day for a
// month, of each week for a year, and of each month for ever.
const (
	allFor    = 2 * 24 * time.Hour
	dailyFor  = 31 * 24 * time.Hour
	weeklyFor = 366 * 24 * time.Hour
)

// Keep says which copies are kept. Times are sorted from new to old. The
// newest is always kept, and so is one from the future, which a wrong clock
// made.
func Keep(times []time.Time, now time.Time) []bool {
	keep := make([]bool, len(times))
	last := ""
	for i, t := range times {
		slot := slotOf(t, now)
		keep[i] = i == 0 || slot == "" || slot != last
		last = slot
	}
	return keep
}

// slotOf names the day, week or month of which one copy is kept; empty where all
// are.
func slotOf(t, now time.Time) string {
	switch age := now.Sub(t); {
	case age <= allFor:
		return ""
	case age <= dailyFor:
		return t.Format("2006-01-02")
	case age <= weeklyFor:
		year, week := t.ISOWeek()
		return fmt.Sprintf("%d-W%d", year, week)
	}
	return t.Format("2006-01")
}
