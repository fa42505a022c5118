package vault_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/keys"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
	"huoshui/data/vault"
)

func TestMain(m *testing.M) {
	keys.Cheapen()
	m.Run()
}

const (
	secret = "欧阳慕雪"
	passA  = "春江花月夜 2026 Aa"
	passB  = "Bb-四五六-7788"
)

var now = time.Date(2026, 12, 1, 9, 0, 0, 0, time.Local)

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v（%s）", err, data.Sentence(err))
	}
}

func refused(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(data.Sentence(err), want) {
		t.Errorf("want %q: %v", want, err)
	}
}

func needsEngine(t *testing.T) {
	t.Helper()
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
}

func cadre() *data.Cadre {
	return &data.Cadre{Name: secret, IDNumber: "990101199001010017", Sex: "1", Birth: 199001}
}

// made is an encrypted database of 张三 with one cadre in it.
func made(t *testing.T) (db, code string) {
	t.Helper()
	needsEngine(t)
	db = filepath.Join(t.TempDir(), "干部 [1].db")
	s, code, err := vault.Make(t.Context(), db, "张三", passA, keys.Working())
	ok(t, err)
	in(t, s, func(s *store.Store) { storetest.Put(t, s, cadre()) })
	return db, code
}

func in(t *testing.T, s *vault.Session, do func(*store.Store)) {
	t.Helper()
	db, err := s.Open(t.Context(), false)
	ok(t, err)
	do(db)
	ok(t, db.Close())
}

func login(t *testing.T, db, name, password string) *vault.Session {
	t.Helper()
	s, err := vault.Login(t.Context(), db, name, password, now)
	ok(t, err)
	return s
}

func holds(t *testing.T, s *vault.Session) {
	t.Helper()
	in(t, s, func(db *store.Store) {
		if all := storetest.All[data.Cadre](t, db); len(all) != 1 || all[0].Name != secret {
			t.Errorf("%d cadres", len(all))
		}
	})
}

// readable are the files of a folder in which the name or the ID number stands.
func readable(t *testing.T, dir string) (found []string) {
	t.Helper()
	ok(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if bytes.Contains(raw, []byte(secret)) || bytes.Contains(raw, []byte("990101199001010017")) {
			found = append(found, filepath.Base(path))
		}
		return err
	}))
	return found
}

func TestMakeAndLogIn(t *testing.T) {
	db, code := made(t)
	if !vault.Locked(db) || len(code) != 39 {
		t.Errorf("%v %q", vault.Locked(db), code)
	}
	holds(t, login(t, db, "张三", passA))
	_, err := vault.Login(t.Context(), db, "张三", passB, now)
	refused(t, err, "姓名或口令不对")
	for range 4 {
		_, err = vault.Login(t.Context(), db, "张三", passB, now)
	}
	refused(t, err, "姓名或口令不对")
	_, err = vault.Login(t.Context(), db, "张三", passA, now) // the tries are counted in the file
	refused(t, err, "连续输错 5 次")
	_, _, err = vault.Make(t.Context(), db, "李四", passB, keys.Working())
	refused(t, err, "已经有了")
	if found := readable(t, filepath.Dir(db)); found != nil {
		t.Errorf("readable in %v", found)
	}
}

// A database that was moved away comes back with its own keys, even if somebody has
// made a new one meanwhile.
func TestKeysOfADatabaseMovedAwayAreKept(t *testing.T) {
	db, _ := made(t)
	ok(t, os.Rename(db, db+".away"))
	_, _, err := vault.Make(t.Context(), db, "李四", passB, keys.Working())
	ok(t, err)
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(db), "*.keys.换下 *"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v %v", kept, err)
	}
	ok(t, os.Rename(db+".away", db))
	ok(t, os.Rename(kept[0], keys.Path(db)))
	holds(t, login(t, db, "张三", passA))
}

func TestWrongPasswordDamageAndNewerVersionAreToldApart(t *testing.T) {
	db, _ := made(t)
	raw, err := os.ReadFile(db)
	ok(t, err)
	raw[5000] ^= 1
	ok(t, os.WriteFile(db, raw, 0o600))
	s := login(t, db, "张三", passA)
	_, err = s.Open(t.Context(), false)
	refused(t, err, "已损坏")
	file, err := keys.Read(db)
	ok(t, err)
	file.Format = 9
	ok(t, file.Write(db))
	_, err = vault.Login(t.Context(), db, "张三", passA, now)
	refused(t, err, "更新版本")
	ok(t, os.Remove(keys.Path(db)))
	_, err = vault.Login(t.Context(), db, "张三", passA, now)
	refused(t, err, "没有登录文件")
}

func TestRecoveryCodeLetsSomebodyIn(t *testing.T) {
	db, code := made(t)
	ok(t, os.Remove(keys.Path(db)))
	s, err := vault.Recover(t.Context(), db, strings.ToLower(code), "李四", passB, keys.Working(), now)
	ok(t, err)
	holds(t, s)
	holds(t, login(t, db, "李四", passB))
	_, err = vault.Recover(t.Context(), db, keys.NewSeed().Code(), "王五", passB, keys.Working(), now)
	refused(t, err, "打不开这个数据库")
}

func TestRemovingSomebodyChangesTheKey(t *testing.T) {
	db, code := made(t)
	s := login(t, db, "张三", passA)
	ok(t, s.Change(func(f *keys.File) error {
		_, err := f.Add("李四", "Temp-首次口令-1", []keys.Role{keys.View})
		return err
	}))
	file, err := keys.Read(db)
	ok(t, err)
	ok(t, file.SetPassword("李四", "Temp-首次口令-1", passB, now))
	ok(t, file.Write(db))
	s = login(t, db, "张三", passA)
	ok(t, s.Change(func(f *keys.File) error { return s.Confirm(f, "李四", f.Slot("李四").Check()) }))
	li := login(t, db, "李四", passB)
	holds(t, li)
	ok(t, s.Change(func(f *keys.File) error { return f.Remove("李四") }))
	next, err := s.Rekey(t.Context(), now)
	ok(t, err)
	holds(t, s)
	holds(t, login(t, db, "张三", passA))
	_, err = li.Open(t.Context(), false)
	refused(t, err, "已损坏") // the key he kept opens nothing any more
	copies, err := backup.Beside(s.File()).List()
	if err != nil || len(copies) != 1 {
		t.Fatalf("%d copies of before %v", len(copies), err)
	}
	holds(t, login(t, copies[0].Path, "张三", passA)) // with the keys that lie beside it
	if _, err := vault.Recover(t.Context(), db, code, "王五", passB, keys.Working(), now); err == nil {
		t.Error("the old recovery code still opens the database")
	}
	_, err = vault.Recover(t.Context(), db, next, "王五", passB, keys.Working(), now)
	ok(t, err)
}

// A crash between the file of keys and the database leaves both openable.
func TestCrashWhileTheKeyIsChanged(t *testing.T) {
	for name, rekey := range map[string]bool{"before": false, "after": true} {
		db, _ := made(t)
		s := login(t, db, "张三", passA)
		var seed keys.Seed
		ok(t, s.Change(func(f *keys.File) (err error) { seed, err = s.Rotate(f); return err }))
		if rekey {
			_, err := s.File().Rekey(t.Context(), seed.DataKey())
			ok(t, err)
		}
		again := login(t, db, "张三", passA)
		holds(t, again)
		file, err := keys.Read(db)
		if err != nil || file.Pending != "" {
			t.Errorf("%s: pending %q %v", name, file.Pending, err)
		}
		holds(t, login(t, db, "张三", passA))
	}
}

func TestAPlainDatabaseIsTakenOver(t *testing.T) {
	needsEngine(t)
	db := filepath.Join(t.TempDir(), "干部 [1].db")
	s, err := store.Open(t.Context(), db, true)
	ok(t, err)
	storetest.Put(t, s, cadre())
	_, err = backup.Beside(s.File()).Make(t.Context(), s, now)
	ok(t, err)
	_, _, err = vault.TakeOver(t.Context(), db, "张三", passA, keys.Working())
	refused(t, err, "正打开着")
	ok(t, s.Close())
	if vault.Locked(db) {
		t.Error("locked before it is encrypted")
	}
	session, code, err := vault.TakeOver(t.Context(), db, "张三", passA, keys.Working())
	ok(t, err)
	if len(code) != 39 || !vault.Locked(db) {
		t.Errorf("%q %v", code, vault.Locked(db))
	}
	holds(t, session)
	holds(t, login(t, db, "张三", passA))
	if found := readable(t, filepath.Dir(db)); found != nil {
		t.Errorf("readable in %v", found)
	}
	copies, err := backup.Beside(session.File()).List()
	ok(t, err)
	inside, err := backup.Beside(session.File()).Peek(t.Context(), copies[0].Path)
	if err != nil || inside.Cadres != 1 || len(inside.Problems) > 0 {
		t.Errorf("%+v %v", inside, err)
	}
}

// Killed after the plain file was given another name, the next login ends the work.
func TestCrashWhileItIsTakenOver(t *testing.T) {
	db, _ := made(t)
	plain := filepath.Join(t.TempDir(), "明.db")
	s, err := store.Open(t.Context(), plain, true)
	ok(t, err)
	storetest.Put(t, s, cadre())
	ok(t, s.Close())
	ok(t, os.Rename(plain, db+".未加密"))
	ok(t, os.Rename(db, db+".加密中"))
	if !vault.Locked(db) {
		t.Error("not locked")
	}
	holds(t, login(t, db, "张三", passA))
	if found := readable(t, filepath.Dir(db)); found != nil {
		t.Errorf("readable in %v", found)
	}
}

// A backup goes with its keys, and opens with them alone.
func TestBackupsGoWithTheirKeys(t *testing.T) {
	db, _ := made(t)
	s := login(t, db, "张三", passA)
	var copied backup.Copy
	in(t, s, func(open *store.Store) {
		var err error
		copied, err = backup.Beside(s.File()).Make(t.Context(), open, now)
		ok(t, err)
	})
	holds(t, login(t, copied.Path, "张三", passA))
	back, _, err := backup.Restore(t.Context(), s.File(), copied.Path, "张三", now)
	ok(t, err)
	ok(t, back.Close())
	holds(t, login(t, db, "张三", passA))
}
