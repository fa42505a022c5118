package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"github.com/mattn/go-sqlite3"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Open opens a database that is not encrypted, as File.Open does.
func Open(ctx context.Context, path string, create bool) (*Store, error) {
	return File{Path: path}.Open(ctx, create)
}

// Open opens the database and migrates its schema after a backup. With create, a
// missing file is made; without, it is an error. If the file cannot be written it
// is opened for reading only; ReadOnly says why.
func (f File) Open(ctx context.Context, create bool) (*Store, error) {
	f, found, err := f.admit()
	switch {
	case err != nil:
		return nil, err
	case !found && !create:
		return nil, data.Refuse(fmt.Sprintf("没有找到数据库“%s”，请核对路径。", f.Path), nil)
	case !found:
		if err := f.make(ctx); err != nil {
			return nil, err
		}
	}
	return f.openStored(ctx)
}

// openStored opens an existing file to write, or else to read.
func (f File) openStored(ctx context.Context) (*Store, error) {
	why := barred(f.Path)
	if why == "" {
		s, err := f.connect(ctx, "")
		if err == nil || !unwritable(err) {
			return s, err
		}
		if why = barredNow(f.Path); why == "" {
			return nil, err
		}
	}
	s, err := f.connect(ctx, why)
	if err == nil || !unwritable(err) {
		return s, err
	}
	// The engine cannot make the files it keeps beside the database. It can do
	// without where none of them holds changes that are not yet in the database.
	if info, wal := os.Stat(f.Path + "-wal"); wal == nil && info.Size() > 0 {
		return nil, data.Refuse(fmt.Sprintf("%s，而旁边还有没有并入数据库的改动，现在打开会读漏；请改正后再打开。", why), err)
	}
	return f.connect(ctx, why, "immutable", "1")
}

// connect opens the connections to a file; why says why it is only read.
func (f File) connect(ctx context.Context, why string, options ...string) (*Store, error) {
	// Each connection that reads keeps pages of its own. Beyond these 16 MB the
	// system's keep serves as well, and there is one of it.
	reading := append([]string{"mode", "ro", "_query_only", "1", "_cache_size", "-16384"}, options...)
	writing := []string{"mode", "rw", "_txlock", "immediate"}
	if why != "" {
		writing = append(reading, "_txlock", "immediate")
	}
	w, r := f.engine(why, writing...), f.engine(why, reading...)
	s := &Store{file: f, readOnly: why, options: options, write: w.open(), read: r.open(), now: time.Now}
	s.View = query.New(s.reads(), "", s.month)
	s.write.SetMaxOpenConns(1)
	s.read.SetMaxOpenConns(6) // the overview asks five questions at a time, and the window waits for none of them
	err := s.prepare(ctx, migrations)
	if err == nil {
		err = s.complete(ctx)
	}
	if err == nil {
		s.doubt, err = s.checkDoubt(ctx)
	}
	if err != nil {
		return nil, errors.Join(w.again(err, unopened), s.Close())
	}
	return s, nil
}

// admit refuses, before SQLite sees the file, what it should not touch. It makes
// the path absolute and reports whether there is a file.
func (f File) admit() (_ File, found bool, err error) {
	if f.Path, err = filepath.Abs(f.Path); err != nil {
		return f, false, fmt.Errorf("store: open: %w", err)
	}
	if found, err = admit(f.Path); err == nil {
		err = f.fits(found)
	}
	return f, found, err
}

func admit(path string) (found bool, err error) {
	if remote(path) {
		return false, data.Refuse("数据库不能放在网络盘上，请移到本机硬盘后再打开。", nil)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && len(path) <= longestPath:
		return false, nil
	case errors.Is(err, syscall.ENAMETOOLONG), len(path) > longestPath:
		return false, data.Refuse("数据库的路径太长，打不开；请移到层次少一些的文件夹，或把名字改短。", err)
	case err != nil:
		return false, unreadable(path, err)
	case info.IsDir():
		return false, data.Refuse(fmt.Sprintf("“%s”是文件夹，不是数据库；请写到文件名。", path), nil)
	case !info.Mode().IsRegular():
		return false, data.Refuse(fmt.Sprintf("“%s”不是普通的文件，不能作数据库。", path), nil)
	case info.Size() == 0:
		return false, data.Refuse(fmt.Sprintf("“%s”是空文件，里面没有数据；如果原来有，请用备份恢复。", path), nil)
	}
	return true, looksLikeDatabase(path)
}

// longestPath is how many bytes of a path the engine takes with the endings of
// the files beside the database.
const longestPath = 500

// looksLikeDatabase reads the head of a file. It says by what it begins with and
// how many pages there should be; a file that is shorter was cut off. While a crash
// has left changes beside it, the pages may still be there.
func looksLikeDatabase(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return unreadable(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return unreadable(path, err)
	}
	if Encrypted(path) { // the engine finds what is missing from it
		return nil
	}
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	if !bytes.HasPrefix(head[:n], plainHead) {
		return notOurs(path, err)
	}
	if err != nil {
		return data.Refuse(damaged(unopened), err)
	}
	word := func(at int) int64 { return int64(binary.BigEndian.Uint32(head[at:])) }
	page := int64(binary.BigEndian.Uint16(head[16:]))
	if page == 1 {
		page = 1 << 16
	}
	wal, err := os.Stat(path + "-wal")
	if trusted := word(24) == word(92); trusted && info.Size() < word(28)*page && (err != nil || wal.Size() == 0) {
		return data.Refuse(fmt.Sprintf("“%s”不完整，末尾缺了一段，打不开；请用备份恢复。", path), nil)
	}
	return nil
}

func unreadable(path string, err error) error {
	return data.Refuse(fmt.Sprintf("不能读取“%s”，请检查是否有权限打开。", path), err)
}

func notOurs(path string, cause error) error {
	return data.Refuse(fmt.Sprintf("“%s”不是本程序的数据库，或者已损坏；请核对是不是拿错了文件，或用备份恢复。", path), cause)
}

// unwritable reports an error that may go away when nothing is written.
func unwritable(err error) bool {
	cause, ok := causeOf(err)
	if !ok {
		return false
	}
	switch cause.Code {
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrIoErr, sqlite3.ErrFull:
		return true
	}
	return false
}

// barred says why a file cannot be written; empty where it can, as far as the
// rights tell.
func barred(path string) string {
	switch {
	case !mayWrite(path):
		return "文件是只读的"
	case !mayWrite(filepath.Dir(path)):
		return "所在的文件夹不能写入"
	}
	return ""
}

// barredNow says why nothing can be written beside a file, by trying.
func barredNow(path string) string {
	probe, err := data.TempFile(filepath.Dir(path))
	if err != nil {
		if errors.Is(err, syscall.ENOSPC) {
			return "磁盘已满"
		}
		return "所在的文件夹不能写入"
	}
	defer os.Remove(probe.Name())
	_, err = probe.Write(make([]byte, 1<<17)) // more than the engine needs to begin
	if err = errors.Join(err, probe.Sync(), probe.Close()); err != nil {
		return "磁盘已满"
	}
	return ""
}

// make makes a new database: under another name, which then becomes its own, so
// that a crash leaves either all of it or nothing.
func (f File) make(ctx context.Context) error {
	path := f.Path
	if err := data.MakeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	temp, err := data.TempFile(filepath.Dir(path))
	if err != nil {
		return notMade(path, err)
	}
	defer os.Remove(temp.Name())
	if err := temp.Close(); err != nil {
		return notMade(path, err)
	}
	if err := (File{temp.Name(), f.Key}).furnish(ctx); err != nil {
		return err
	}
	if temp, err = os.OpenFile(temp.Name(), os.O_RDWR, 0); err == nil {
		err = errors.Join(temp.Sync(), temp.Close())
	}
	if err != nil {
		return notMade(path, err)
	}
	return place(temp.Name(), path)
}

// furnish makes the tables in an empty file.
func (f File) furnish(ctx context.Context) (err error) {
	e := f.engine("", "mode", "rw", "_synchronous", "OFF", "_journal_mode", "MEMORY")
	db := e.open()
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	provider, err := provide(db, migrations)
	if err == nil {
		// The first write tells of a full disk at once; goose would try for three seconds.
		_, err = db.ExecContext(ctx, "PRAGMA user_version = 0")
	}
	if err == nil {
		_, err = provider.Up(ctx)
	}
	if err != nil {
		return e.again(fmt.Errorf("store: create: %w", err), unmade)
	}
	return nil
}

// place gives a new file its name. Another program may have made one meanwhile;
// then that one stays.
func place(temp, path string) error {
	err := os.Link(temp, path) // unlike a renaming it replaces nothing
	if err == nil || errors.Is(err, os.ErrExist) {
		return nil
	}
	if _, there := os.Lstat(path); there == nil {
		return nil
	}
	if err := os.Rename(temp, path); err != nil { // where the disk knows no links
		return notMade(path, err)
	}
	return nil
}

func notMade(path string, err error) error {
	return data.Refuse(fmt.Sprintf("不能建立数据库“%s”，请检查磁盘空间和写入权限。", path), err)
}

// shipped are the kinds the migrations make tables for. Tests describe more.
var shipped = slices.Clone(data.Kinds())

// complete refuses a file in which tables or columns are missing: what reads
// them would fail later and elsewhere.
func (s *Store) complete(ctx context.Context) error {
	for _, kind := range shipped {
		statement, _ := selection(kind, nil, "id")
		if err := s.has(ctx, statement); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		"SELECT seq, id, at, who, what, prev, hash FROM change", "SELECT change, n, kind, record, owner, before, after FROM change_row",
		"SELECT " + lookColumns + " FROM look", "SELECT name, bytes FROM blob", "SELECT id, kind, text, at FROM draft",
	} {
		if err := s.has(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) has(ctx context.Context, statement string) error {
	stmt, err := s.read.PrepareContext(ctx, statement)
	if err != nil {
		return fmt.Errorf("store: open: %w", err)
	}
	return stmt.Close()
}
