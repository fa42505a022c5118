package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"huoshui/data"
)

// File is a database file and what opens it.
type File struct {
	Path string
	Key  Key
}

// Key opens an encrypted database. The zero key opens one that is not encrypted.
// It never prints itself.
type Key [32]byte

// String hides the key.
func (k Key) String() string { return "密钥" }

// GoString hides the key.
func (k Key) GoString() string { return "密钥" }

// Format hides the key under every verb.
func (k Key) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "密钥") }

// MarshalText hides the key from what writes records.
func (k Key) MarshalText() ([]byte, error) { return []byte("密钥"), nil }

// Encrypted reports a file that opens with a key.
func (f File) Encrypted() bool { return !f.Key.none() }

func (k Key) none() bool { return k == Key{} }

// Encrypts reports whether this program was built with the engine that encrypts. A
// program without it opens and makes nothing but the sample.
var Encrypts = sync.OnceValue(func() bool {
	db := (&engine{dsn: ":memory:"}).open()
	defer db.Close()
	var version string
	return db.QueryRow("SELECT sqlite3mc_version()").Scan(&version) == nil
})

// suite is the cipher of the databases we make: ChaCha20 with Poly1305 (RFC 8439) over
// each page, as the engine's sqleet scheme has it.
const suite = "chacha20"

// engine makes the connections to the file. The key goes into each of them as it
// is, without a derivation of its own: it is no password.
func (f File) engine(why string, options ...string) *engine {
	return &engine{dsn: dsn(f.Path, append(f.opening(), options...)...), readOnly: why, keyed: !f.Key.none()}
}

func (f File) opening() []string {
	if f.Key.none() {
		return nil
	}
	return []string{"cipher", suite, "key", "raw:" + hex.EncodeToString(f.Key[:])}
}

// Opens reports whether the key opens the file. It reads the first page only.
func (f File) Opens(ctx context.Context) bool {
	if f.fits(true) != nil {
		return false
	}
	db := f.engine("", "mode", "ro").open()
	defer db.Close()
	var n int
	return db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_master").Scan(&n) == nil
}

// plainHead is what a database that is not encrypted begins with.
var plainHead = []byte("SQLite format 3\x00")

// Encrypted reports whether a file is an encrypted database, as far as its beginning
// tells: it is there, has the size of one, and does not begin as others do.
func Encrypted(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() >= pageSize && info.Size()%pageSize == 0 && !Plain(path)
}

// Plain reports whether a file begins as a database that is not encrypted does.
func Plain(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(plainHead))
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, plainHead)
}

// pageSize is that of the databases we make, in bytes.
const pageSize = 4096

// fits refuses a key for a file that is not encrypted, a file that is encrypted
// without a key, and a key where the engine cannot encrypt.
func (f File) fits(found bool) error {
	name := filepath.Base(f.Path)
	switch {
	case !f.Key.none() && !Encrypts(): // found or not: it would be made without encryption
		return data.Refuse(fmt.Sprintf("这个程序编译时没有加密部件，打不开“%s”；请用正式版本的程序打开。", name), nil)
	case !found:
		return nil
	case f.Key.none() && Encrypted(f.Path):
		return data.Refuse(fmt.Sprintf("“%s”是加密的，要登录才能打开；如果没有加密过，它就不是本程序的数据库，或者已损坏，请用备份恢复。", name), nil)
	}
	return nil
}

// Rekey encrypts the whole database again, under another key, and returns the file
// with it. Nobody may have the file open. Killed or without power half-way, it opens
// with exactly one of the two keys.
func (f File) Rekey(ctx context.Context, key Key) (File, error) {
	if f.Key.none() || key.none() {
		return f, data.Refuse("没有加密的库不能更换密钥；请先加密。", nil)
	}
	if err := f.Free(ctx); err != nil {
		return f, err
	}
	db := f.engine("", "mode", "rw", "_locking_mode", "EXCLUSIVE").open()
	db.SetMaxOpenConns(1)
	_, err := db.ExecContext(ctx, fmt.Sprintf(`PRAGMA rekey = "raw:%x"`, key[:]))
	if err = errors.Join(err, db.Close()); err != nil {
		return f, data.Refuse("密钥没有换成，原来的仍然有效；请检查磁盘空间后再试。", err)
	}
	return File{f.Path, key}, nil
}
