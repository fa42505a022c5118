package keys_test

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/keys"
)

// onDisk is the office's file and its bytes.
func onDisk(t *testing.T) (db string, raw []byte) {
	t.Helper()
	f, _, _ := office(t)
	db = filepath.Join(t.TempDir(), "干部.db")
	ok(t, f.Write(db))
	raw, err := os.ReadFile(keys.Path(db))
	ok(t, err)
	return db, raw
}

func readAs(t *testing.T, db string, raw []byte) (*keys.File, error) {
	t.Helper()
	ok(t, os.WriteFile(keys.Path(db), raw, 0o600))
	return keys.Read(db)
}

// summed is a file of keys with a last line that fits.
func summed(body string) []byte {
	return fmt.Appendf(nil, "%s\nsha256 %x", body, sha256.Sum256([]byte(body+"\n")))
}

func TestEveryDamagedByteAndEveryCutIsFound(t *testing.T) {
	db, raw := onDisk(t)
	step := 1
	if testing.Short() {
		step = 7
	}
	file, err := os.OpenFile(keys.Path(db), os.O_WRONLY, 0)
	ok(t, err)
	defer file.Close()
	put := func(at int, b byte) {
		_, err := file.WriteAt([]byte{b}, int64(at))
		ok(t, err)
	}
	for i := 0; i < len(raw); i += step {
		put(i, raw[i]^1<<(i%8))
		if _, err := keys.Read(db); !strings.Contains(data.Sentence(err), "已损坏") {
			t.Fatalf("byte %d of %d: %v", i, len(raw), err)
		}
		put(i, raw[i])
	}
	_, err = keys.Read(db)
	ok(t, err)
	for left := len(raw) - 1; left >= 0; left -= step {
		ok(t, file.Truncate(int64(left)))
		if _, err := keys.Read(db); !strings.Contains(data.Sentence(err), "已损坏") {
			t.Fatalf("cut to %d of %d bytes: %v", left, len(raw), err)
		}
	}
}

func TestFilesThatAreNone(t *testing.T) {
	db := filepath.Join(t.TempDir(), "干部.db")
	if _, err := keys.Read(db); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	f, _, _ := office(t)
	raw, err := json.Marshal(f)
	ok(t, err)
	whole := string(raw)
	_, err = readAs(t, db, summed(whole)) // so that what follows is refused for what it says
	ok(t, err)
	instead := func(old, now string) string {
		t.Helper()
		changed := strings.Replace(whole, old, now, 1)
		if changed == whole {
			t.Fatalf("%s is not in the file", old)
		}
		return changed
	}
	for text, want := range map[string]string{
		"": "已损坏", "{}": "已损坏", "[1]": "已损坏", "null": "已损坏", strings.Repeat("[", 1<<20): "已损坏",
		whole[:len(whole)/2]:                                                  "已损坏",
		whole + whole:                                                         "已损坏",
		instead(`"format":1`, `"format":2`):                                   "更新版本",
		instead(`argon2id+`, `sm3+`):                                          "更新版本",
		instead(`"format":1`, `"format":-1`):                                  "已损坏",
		instead(`"memory":8,`, `"memory":9999999,`):                           "已损坏",
		instead(`"time":1,`, `"time":0,`):                                     "已损坏",
		instead(`"threads":1,`, `"threads":0,`):                               "已损坏",
		instead(`"current":"1"`, `"current":"01"`):                            "已损坏",
		instead(`"current":"1"`, `"current":"1","pending":"1"`):               "已损坏",
		instead(`"id":"`, `"id":"|`):                                          "已损坏",
		instead(`"database":"`, `"database":"|`):                              "已损坏",
		instead(`"name":"李四"`, `"name":"张三"`):                                 "已损坏",
		instead(`"name":"李四"`, `"name":"李\u202e四"`):                           "已损坏",
		instead(`"id":"`+f.Slots[0].ID, `"id":"`+f.Slots[1].ID):               "已损坏",
		instead(`["系统管理"]`, `["系统管理员"]`):                                      "已损坏",
		instead(`["系统管理"]`, `[]`):                                             "已损坏",
		instead(`"public":"`, `"public":"AAAA","private":"AA","x":"`):         "已损坏",
		fmt.Sprintf(`{"format":1,"suite":%q,"slots":[null]}`, f.Suite):        "已损坏",
		`{"format":7,"suite":"国密","people":[]}`:                               "更新版本",
		strings.Repeat(" ", 4<<20) + whole:                                    "已损坏",
		strings.Replace(whole, `"slots":[`, `"slots":[`+slots(f, 600)+",", 1): "已损坏",
	} {
		if _, err := readAs(t, db, summed(text)); !strings.Contains(data.Sentence(err), want) {
			t.Errorf("want %q of %.60q: %v", want, text, err)
		}
	}
}

// slots are many people, each sound.
func slots(f *keys.File, n int) string {
	list := make([]string, n)
	for i := range list {
		one := *f.Slots[0]
		one.ID, one.Name = fmt.Sprintf("%016x", i), fmt.Sprintf("某%d", i)
		raw, _ := json.Marshal(one)
		list[i] = string(raw)
	}
	return strings.Join(list, ",")
}

// Two who change the file at the same time do not undo each other's changes.
func TestChangesOfOthersAreNotOverwritten(t *testing.T) {
	db, _ := onDisk(t)
	one, err := keys.Read(db)
	ok(t, err)
	other, err := keys.Read(db)
	ok(t, err)
	ok(t, other.SetPassword("张三", passA, "Dd+换过的口令-9", now))
	ok(t, other.Write(db))
	ok(t, other.Write(db)) // what it wrote itself is nobody else's
	_, err = one.Add("赵六", passC, []keys.Role{keys.View})
	ok(t, err)
	refused(t, one.Write(db), "刚被别处改过")
	back, err := keys.Read(db)
	ok(t, err)
	login(t, back, "张三", "Dd+换过的口令-9")
	ok(t, os.Remove(keys.Path(db)))
	refused(t, back.Write(db), "刚被别处改过")
}

// What the file on the disk costs whoever guesses passwords, whatever tests set.
func TestPasswordsAreDearToTry(t *testing.T) {
	if k := keys.Shipped; k.Name != "argon2id" || k.Time != 3 || k.Memory != 128<<10 || k.Threads != 4 {
		t.Errorf("%+v", k)
	}
}

func FuzzRead(f *testing.F) {
	file, _, err := keys.New(keys.NewSeed(), "张三", passA, keys.Working())
	if err != nil {
		f.Fatal(err)
	}
	raw, _ := json.Marshal(file)
	f.Add(string(raw))
	f.Add("{}")
	db := filepath.Join(f.TempDir(), "干部.db")
	f.Fuzz(func(t *testing.T, body string) {
		if _, err := readAs(t, db, []byte(body)); err == nil && !strings.Contains(body, "sha256 ") {
			t.Error("read without its last line")
		}
		read, err := readAs(t, db, summed(body))
		if err != nil {
			if strings.Contains(data.Sentence(err), "程序内部") {
				t.Error(err)
			}
			return
		}
		for _, s := range read.Slots {
			if s.KDF.Memory > 1<<10 || s.KDF.Time > 2 {
				return // within bounds, but slow
			}
		}
		_, _ = read.Login(read.Slots[0].Name, passA, now)
	})
}
