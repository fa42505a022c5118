// Package keys keeps who may open a database, in the file 干部.db.keys beside 干部.db:
// for each person his roles and, sealed by his password, the way to the key of the
// database. It knows nothing of the database itself.
package keys

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"huoshui/data"
)

// End is what the name of the file beside a database ends in.
const End = ".keys"

// File is who may open one database.
type File struct {
	Format   int    `json:"format"`
	Suite    string `json:"suite"`    // the methods used, so that another set can follow
	Database string `json:"database"` // a random name, bound into every seal
	// Current is the generation of the seed in use. Pending is the one being changed
	// to, empty when none is: a crash on the way leaves a database that opens with one
	// of the two.
	Current string  `json:"current"`
	Pending string  `json:"pending,omitempty"`
	Slots   []*Slot `json:"slots"`
}

const (
	format    = 1
	suite     = "argon2id+xchacha20poly1305/mlkem768x25519+hkdf-sha256+chacha20poly1305/sqlite3mc-chacha20"
	maxBytes  = 4 << 20
	maxPeople = 500
)

// Path is the file of keys of a database.
func Path(db string) string { return db + End }

// Read reads the file of keys of a database. A file that is missing gives an error of
// fs.ErrNotExist; every other error is a sentence.
func Read(db string) (*File, error) {
	name := filepath.Base(Path(db))
	open, err := os.Open(Path(db))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("keys: %w", err)
	}
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("登录文件“%s”读不出来，请检查是否有权限打开。", name), err)
	}
	defer open.Close()
	raw, err := io.ReadAll(io.LimitReader(open, maxBytes+1))
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("登录文件“%s”读不出来，请检查磁盘。", name), err)
	}
	return parse(name, raw)
}

func parse(name string, raw []byte) (*File, error) {
	damaged := func(err error) error {
		return data.Refuse(fmt.Sprintf("登录文件“%s”已损坏；请用备份里同名的文件替换，或用恢复码登录。", name), err)
	}
	if len(raw) > maxBytes {
		return nil, damaged(errors.New("keys: too long"))
	}
	head := struct {
		Format int    `json:"format"`
		Suite  string `json:"suite"`
	}{}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, damaged(err)
	}
	if head.Format > format || head.Format == format && head.Suite != suite {
		return nil, data.Refuse(fmt.Sprintf("登录文件“%s”是更新版本的程序建立的，请升级本程序后再登录。", name), nil)
	}
	f := &File{}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(f); err != nil {
		return nil, damaged(err)
	}
	if err := f.sound(); err != nil {
		return nil, damaged(err)
	}
	return f, nil
}

// sound bounds what a file may hold, so that nothing that reads it later can fail.
func (f *File) sound() error {
	if f.Format != format || f.Database == "" || f.Current == "" || len(f.Slots) == 0 || len(f.Slots) > maxPeople {
		return errors.New("keys: head")
	}
	seen := map[string]bool{}
	for _, s := range f.Slots {
		switch {
		case s == nil, s.ID == "", s.Name == "", seen[s.ID], seen["name "+s.Name]:
			return errors.New("keys: slot")
		case !s.KDF.sound(), len(s.Private) < 40:
			return errors.New("keys: slot's key")
		}
		for _, r := range s.Roles {
			if !slices.Contains(Roles(), r) {
				return errors.New("keys: role")
			}
		}
		if _, err := pair.NewPublicKey(s.Public); err != nil {
			return fmt.Errorf("keys: public key: %w", err)
		}
		seen[s.ID], seen["name "+s.Name] = true, true
	}
	return nil
}

// Write writes the file of keys of a database, whole or not at all, for its owner
// alone.
func (f *File) Write(db string) error {
	raw, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return fmt.Errorf("keys: write: %w", err)
	}
	return data.SaveFile(Path(db), func(w io.Writer) error {
		_, err := w.Write(raw)
		return err
	})
}

// Slot finds the slot of a person by name; nil when there is none.
func (f *File) Slot(name string) *Slot {
	i := slices.IndexFunc(f.Slots, func(s *Slot) bool { return s.Name == name })
	if i < 0 {
		return nil
	}
	return f.Slots[i]
}

func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b) // never fails
	return b
}

func newID() string { return hex.EncodeToString(random(8)) }
