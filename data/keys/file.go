// Package keys keeps who may open a database, in the file 干部.db.keys beside 干部.db:
// for each person his roles and, sealed by his password, the way to the key of the
// database. It knows nothing of the database itself.
package keys

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"huoshui/data"
)

// End is what the name of the file beside a database ends in.
const End = ".keys"

// File is who may open one database. On the disk it is its JSON form and, on a last
// line, the SHA-256 of that: so a damaged file is never taken for a wrong password.
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

	read string // the last line when the file was read or written; empty for a new one
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
	raw, err := load(Path(db))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("keys: %w", err)
	}
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("登录文件“%s”读不出来，请检查磁盘和打开它的权限。", name), err)
	}
	f, err := parse(raw)
	if errors.Is(err, errNewer) {
		return nil, data.Refuse(fmt.Sprintf("登录文件“%s”是更新版本的程序建立的，请升级本程序后再登录。", name), err)
	}
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("登录文件“%s”已损坏；请用备份里同名的文件替换，或用恢复码登录。", name), err)
	}
	return f, nil
}

func load(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxBytes+1))
}

var errNewer = errors.New("keys: a later format or other methods")

// parse reads a file. Later formats keep the last line, so that a damaged file is told
// from a newer one.
func parse(raw []byte) (*File, error) {
	body, sum := split(raw)
	if len(raw) > maxBytes || sum == "" || sum != sumOf(body) {
		return nil, errors.New("keys: checksum")
	}
	var head struct {
		Format int    `json:"format"`
		Suite  string `json:"suite"`
	}
	if err := json.Unmarshal(body, &head); err != nil {
		return nil, fmt.Errorf("keys: head: %w", err)
	}
	if head.Format > format || head.Format == format && head.Suite != suite {
		return nil, errNewer
	}
	f := &File{read: sum}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(f); err != nil {
		return nil, fmt.Errorf("keys: %w", err)
	}
	return f, f.sound()
}

// split gives what the last line is made over, and the last line.
func split(raw []byte) (body []byte, sum string) {
	i := bytes.LastIndexByte(raw, '\n') + 1
	return raw[:i], string(raw[i:])
}

func sumOf(body []byte) string { return fmt.Sprintf("sha256 %x", sha256.Sum256(body)) }

// sound bounds what a file may hold, so that nothing that reads it later can fail or
// use up the memory.
func (f *File) sound() error {
	if f.Format != format || !isID(f.Database) || len(f.Slots) == 0 || len(f.Slots) > maxPeople {
		return errors.New("keys: head")
	}
	if !isGeneration(f.Current) || f.Pending != "" && !isGeneration(f.Pending) || f.Pending == f.Current {
		return errors.New("keys: generation")
	}
	ids, names := map[string]bool{}, map[string]bool{}
	for _, s := range f.Slots {
		if s == nil || !s.sound() || ids[s.ID] || names[s.Name] {
			return errors.New("keys: slot")
		}
		if _, err := pair.NewPublicKey(s.Public); err != nil {
			return fmt.Errorf("keys: public key: %w", err)
		}
		ids[s.ID], names[s.Name] = true, true
	}
	return nil
}

func (s *Slot) sound() bool {
	name, err := checkName(s.Name)
	if err != nil || name != s.Name {
		return false
	}
	roles, err := checkRoles(s.Roles)
	return err == nil && slices.Equal(roles, s.Roles) && isID(s.ID) && s.KDF.sound() && len(s.Private) >= 40 && s.Failures >= 0
}

// generations are the one in use and, while the seed is being changed, the next.
func (f *File) generations() []string {
	if f.Pending == "" {
		return []string{f.Current}
	}
	return []string{f.Current, f.Pending}
}

func isGeneration(text string) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n > 0 && n < 1<<30 && strconv.Itoa(n) == text
}

// Write writes the file of keys of a database, whole or not at all, for its owner
// alone. A file that somebody else has written since this one was read is left alone:
// his changes would be lost.
func (f *File) Write(db string) error {
	if f.read != "" {
		now, err := load(Path(db))
		if _, sum := split(now); err != nil || sum != f.read {
			return data.Refuse("使用人和口令刚被别处改过，这次没有保存；请再做一次。", err)
		}
	}
	body, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return fmt.Errorf("keys: write: %w", err)
	}
	body = append(body, '\n')
	sum := sumOf(body)
	err = data.SaveFile(Path(db), func(w io.Writer) error {
		_, err := w.Write(append(body, sum...))
		return err
	})
	if err == nil {
		f.read = sum
	}
	return err
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

func isID(text string) bool {
	raw, err := hex.DecodeString(text)
	return err == nil && len(raw) == 8 && hex.EncodeToString(raw) == text
}
