// Package vault opens a database together with the file of keys beside it: it makes
// both, logs people in, changes the key, and encrypts a database that is not.
package vault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/keys"
	"huoshui/data/store"
)

// Session is a person who has logged in to a database.
type Session struct {
	*keys.Holder

	db   string
	file *keys.File
	key  store.Key

	failed int // wrong passwords before this login
}

// Locked reports a database that asks for a login: it is encrypted, or a file of keys
// is beside it and it is damaged or missing.
func Locked(db string) bool {
	if store.Encrypted(db) {
		return true
	}
	_, err := os.Stat(keys.Path(db))
	return err == nil && !store.Plain(db)
}

// Make makes an encrypted database with its first person, who holds the key. It gives
// the recovery code, which is shown once. A database that is there is refused.
func Make(ctx context.Context, db, name, password string, roles []keys.Role) (*Session, string, error) {
	if err := encrypts(); err != nil {
		return nil, "", err
	}
	if _, err := os.Stat(db); err == nil {
		return nil, "", data.Refuse(fmt.Sprintf("“%s”已经有了，没有另建；请换一个文件名，或登录后使用它。", filepath.Base(db)), nil)
	}
	if err := data.MakeFolder(filepath.Dir(db)); err != nil {
		return nil, "", err
	}
	if err := setAside(db, time.Now()); err != nil {
		return nil, "", err
	}
	s, seed, err := first(db, name, password, roles)
	if err != nil {
		return nil, "", err
	}
	made, err := s.Open(ctx, true)
	if err != nil {
		return nil, "", err
	}
	return s, seed.Code(), made.Close()
}

// first writes the keys of a database before the database itself: a crash between the
// two leaves keys without a database, which Make replaces.
func first(db, name, password string, roles []keys.Role) (*Session, keys.Seed, error) {
	seed := keys.NewSeed()
	s, err := under(db, seed, name, password, roles)
	return s, seed, err
}

func under(db string, seed keys.Seed, name, password string, roles []keys.Role) (*Session, error) {
	file, holder, err := keys.New(seed, name, password, roles)
	if err != nil {
		return nil, err
	}
	if err := file.Write(db); err != nil {
		return nil, err
	}
	return &Session{Holder: holder, db: db, file: file, key: seed.DataKey()}, nil
}

func encrypts() error {
	if store.Encrypts() {
		return nil
	}
	return data.Refuse("这个程序编译时没有加密部件，只能看样例，不能放真实档案；请用正式版本的程序。", nil)
}

// Login logs a person in. A wrong password, a damaged file of keys, one of a newer
// version and a damaged database have sentences of their own.
func Login(ctx context.Context, db, name, password string, now time.Time) (*Session, error) {
	if err := encrypts(); err != nil {
		return nil, err
	}
	file, err := read(db)
	if err != nil {
		return nil, err
	}
	before := tries(file, name)
	holder, err := file.Login(name, password, now)
	if tries(file, name) != before {
		err = errors.Join(err, file.Write(db)) // the next try must know of this one
	}
	if err != nil {
		return nil, err
	}
	s := &Session{Holder: holder, db: db, file: file, failed: before}
	if holder.Holds() {
		err = s.fit(ctx)
	}
	return s, err
}

func read(db string) (*keys.File, error) {
	file, err := keys.Read(db)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, data.Refuse(fmt.Sprintf("“%s”旁边没有登录文件“%s”；请把它放回来，或用恢复码登录。", filepath.Base(db), filepath.Base(keys.Path(db))), err)
	}
	return file, err
}

func tries(f *keys.File, name string) int {
	if s := f.Slot(name); s != nil {
		return s.Failures
	}
	return 0
}

// SetPassword changes the password of a person, who gives his old one. When he chooses
// his own for the first time, it gives the code by which he is confirmed; else it is
// empty.
func SetPassword(db, name, old, password string, now time.Time) (check string, err error) {
	file, err := read(db)
	if err != nil {
		return "", err
	}
	before := tries(file, name)
	if err = file.SetPassword(name, old, password, now); err == nil || tries(file, name) != before {
		err = errors.Join(err, file.Write(db))
	}
	if s := file.Slot(name); err == nil && s.State() == keys.Waiting {
		check = s.Check()
	}
	return check, err
}

// fit finds the key that opens the database. After a crash in the middle of a change of
// the key it is the old or the new one; then the change is ended.
func (s *Session) fit(ctx context.Context) error {
	if err := s.finishTakeOver(); err != nil {
		return err
	}
	seeds := s.Seeds(s.file)
	s.key = seeds[0].DataKey()
	if len(seeds) == 1 {
		return nil
	}
	for _, seed := range seeds {
		if (store.File{Path: s.db, Key: seed.DataKey()}).Opens(ctx) {
			s.key = seed.DataKey()
			s.Finish(s.file, seed)
			return s.file.Write(s.db)
		}
	}
	return nil // opening tells of the damage
}

// Recover lets a person in by the recovery code, when the file of keys is lost or
// nobody knows his password any more. It writes a new file of keys with this person
// alone; the old one is kept under another name.
func Recover(ctx context.Context, db, code, name, password string, roles []keys.Role, now time.Time) (*Session, error) {
	if err := encrypts(); err != nil {
		return nil, err
	}
	seed, err := keys.ParseCode(code)
	if err != nil {
		return nil, err
	}
	if !(store.File{Path: db, Key: seed.DataKey()}).Opens(ctx) {
		return nil, data.Refuse("恢复码没有抄错，但打不开这个数据库：它是另一个库的、更换密钥以前的，或者数据库文件已损坏。", nil)
	}
	if err := keys.CheckPassword(name, password); err != nil {
		return nil, err
	}
	if err := setAside(db, now); err != nil {
		return nil, err
	}
	return under(db, seed, name, password, roles)
}

// setAside gives the file of keys another name, where there is one: its database may
// only have been moved away.
func setAside(db string, now time.Time) error {
	aside := fmt.Sprintf("%s.换下 %s", keys.Path(db), now.Format(backup.Stamp))
	if err := os.Rename(keys.Path(db), aside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return data.Refuse("原来的登录文件不能改名留存，没有做；请检查文件夹的写入权限。", err)
	}
	return nil
}

// File is the database with its key.
func (s *Session) File() store.File { return store.File{Path: s.db, Key: s.key} }

// Open opens the database. Who only manages people is refused.
func (s *Session) Open(ctx context.Context, create bool) (*store.Store, error) {
	if !s.Holds() {
		return nil, data.Refuse(fmt.Sprintf("“%s”只做系统管理，打不开档案；使用人的增减用 users 命令或“使用人”页。", s.Name), nil)
	}
	return s.File().Open(ctx, create)
}

// People lists the people of the database.
func (s *Session) People() []*keys.Slot { return s.file.Slots }

// State is how far one of the people has come.
func (s *Session) State(of *keys.Slot) keys.State { return s.Holder.State(s.file, of) }

// Change changes the file of keys as it is now, for others may have changed it since the
// login, and writes it.
func (s *Session) Change(do func(*keys.File) error) error {
	file, err := read(s.db)
	if err == nil {
		err = do(file)
	}
	if err == nil {
		err = file.Write(s.db)
	}
	if err == nil {
		s.file = file
	}
	return err
}

// Manage is Change for what only somebody may do who manages people: adding, removing,
// resetting a password, changing roles.
func (s *Session) Manage(do func(*keys.File) error) error {
	if !s.Has(keys.Admin) {
		return data.Refuse("只有做系统管理的人才能增减使用人、改角色；请他登录后再办。", nil)
	}
	return s.Change(do)
}

// AddPresent adds a person who is there himself and has typed his own password, and
// confirms him.
func (s *Session) AddPresent(name, password string, roles []keys.Role) error {
	return s.Change(func(f *keys.File) error {
		one, err := f.Add(name, password, roles)
		if err != nil {
			return err
		}
		one.Fresh = false // nobody else has known the password
		return s.Confirm(f, one.Name, one.Check())
	})
}

// Rekey gives the database a new key, which those who were removed do not have. The
// database must not be open. It gives the new recovery code; the old one is void. After
// a crash the next login ends the change or gives it up.
func (s *Session) Rekey(ctx context.Context, now time.Time) (string, error) {
	was := s.File()
	if err := was.Free(ctx); err != nil {
		return "", err
	}
	if err := backup.Beside(was).OfFile(ctx, now); err != nil {
		return "", err
	}
	var seed keys.Seed
	if err := s.Change(func(f *keys.File) (err error) { seed, err = s.Rotate(f); return err }); err != nil {
		return "", err
	}
	changed, err := was.Rekey(ctx, seed.DataKey())
	if err != nil {
		return "", err
	}
	s.key = changed.Key
	return seed.Code(), s.Change(func(f *keys.File) error { s.Finish(f, seed); return nil })
}
