package command_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// foreign finds what no user should read: English, and the sentence for what
// nobody thought of. What is quoted is taken out before.
var foreign = regexp.MustCompile(`[A-Za-z]{3,}|程序内部出错|程序出错`)

// asked runs a command and gives what it tells of a failure.
func asked(t *testing.T, args ...string) (code int, out, problem string) {
	t.Helper()
	var o, p bytes.Buffer
	code = command.Run(t.Context(), args, &o, &p, func(_ context.Context, _ store.File, _, _ string, _ data.Month, _, _ int) ([]string, error) {
		return nil, nil
	})
	return code, o.String(), p.String()
}

// told checks that a failure is told in Chinese, and gives what was told.
func told(t *testing.T, db string, args ...string) (code int, text string) {
	t.Helper()
	code, out, problem := asked(t, append([]string{args[0], "--db", db}, args[1:]...)...)
	text = out + problem
	if code == command.Misused {
		problem, _, _ = strings.Cut(problem, "\n") // the usage names options
	} else if args[0] == "verify" {
		problem += out
	}
	problem = names.ReplaceAllString(problem, "")
	if code != command.Done {
		if found := foreign.FindString(problem); found != "" || strings.TrimSpace(problem) == "" {
			t.Errorf("%v: exit %d, %q in %q", args, code, found, problem)
		}
	}
	return code, text
}

// names are what a sentence may quote: paths, and the IDs of records, also damaged
// ones.
var names = regexp.MustCompile(`(?m)“[^”]*”|^  \S+ \S+ |[0-9a-f]{64}`)

// reads are commands that between them read every part of a database.
var reads = [][]string{{"verify"}, {"figures"}, {"check"}, {"lights"}, {"records", "cadre"}, {"records", "appointment"}}

// small makes the database of a small county and gives its bytes.
func small(t *testing.T) []byte {
	t.Helper()
	db := filepath.Join(t.TempDir(), "县.db")
	if code, _, problem := asked(t, "sample", "--db", db, "--cadres", "12"); code != command.Done {
		t.Fatal(problem)
	}
	whole, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

func lay(t *testing.T, content []byte) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "县.db")
	if err := os.WriteFile(db, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return db
}

// No truncation is taken for a new database, and each is told in a sentence.
func TestTruncatedDatabases(t *testing.T) {
	whole := small(t)
	for _, size := range []int{0, 1, 15, 16, 50, 99, 100, 511, 4095, 4096, 5000, 8192, len(whole) / 3, len(whole) / 2, len(whole) - 4096, len(whole) - 1} {
		db := lay(t, whole[:size])
		for _, args := range [][]string{{"verify"}, {"figures"}, {"sample", "--cadres", "5"}, {"import", db}} {
			if code, text := told(t, db, args...); code == command.Done {
				t.Errorf("%v accepts %d of %d bytes: %.200s", args, size, len(whole), text)
			}
		}
		if info, err := os.Stat(db); err != nil || size == 0 && info.Size() != 0 {
			t.Errorf("%d bytes: %v %v", size, info, err)
		}
	}
}

// Flipped bits end in a sentence or in nothing, never in a panic, in English or in
// a new database. (Some still read wrongly; that needs authenticated pages.)
func TestFlippedBytes(t *testing.T) {
	whole := small(t)
	random := rand.New(rand.NewPCG(9, 11))
	rounds := 40
	if testing.Short() {
		rounds = 10
	}
	for round := range rounds {
		damaged := bytes.Clone(whole)
		var where []int
		for range 1 + random.IntN(4)*random.IntN(20) {
			at := random.IntN(len(damaged))
			if round%4 == 0 {
				at = random.IntN(min(4096*3, len(damaged))) // the schema
			}
			damaged[at] ^= 1 << random.IntN(8)
			where = append(where, at)
		}
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			db := lay(t, damaged)
			forms := []string{"export", "--as", "lrmx", "--dir", filepath.Join(filepath.Dir(db), "审批表")}
			for _, args := range [][]string{{"verify"}, reads[1+round%(len(reads)-1)], forms} {
				told(t, db, args...)
			}
			if t.Failed() {
				t.Log(where)
			}
		})
	}
}

// Where nothing can be written everything can still be read, and the command says
// why nothing can be saved.
func TestDisksThatCannotBeWritten(t *testing.T) {
	whole := small(t)
	for name, prepare := range map[string]func(*storetest.Disk){"只读": (*storetest.Disk).Protect, "磁盘已满": (*storetest.Disk).Fill} {
		t.Run(name, func(t *testing.T) {
			disk := storetest.NewDisk(t, 16384)
			db := filepath.Join(disk.Path, "县.db")
			if err := os.WriteFile(db, whole, 0o600); err != nil {
				t.Fatal(err)
			}
			prepare(disk)
			for _, args := range reads {
				if code, text := told(t, db, args...); code != command.Done && args[0] != "check" || !strings.Contains(text, "只读打开：") || !strings.Contains(text, name) {
					t.Errorf("%v: exit %d, %s", args, code, text)
				}
			}
			for _, args := range [][]string{
				{"records", "unit", "--add", "机构名称=某局", "简称=某局", "机构类别=县直部门"},
				{"sample", "--cadres", "5"},
				{"export", "--as", "lrmx", "--dir", filepath.Join(disk.Path, "导出")},
				{"export", "--as", "xlsx", "--dir", disk.Path},
			} {
				if code, text := told(t, db, args...); code == command.Done {
					t.Errorf("%v is carried out: %s", args, text)
				}
			}
			if code, text := told(t, filepath.Join(disk.Path, "新.db"), "sample", "--cadres", "5"); code == command.Done || strings.Contains(text, "已损坏") {
				t.Errorf("a new database: %s", text)
			}
			left, _ := filepath.Glob(filepath.Join(disk.Path, ".huoshui-*"))
			if len(left) > 0 {
				t.Errorf("left behind %v", left)
			}
		})
	}
}

// What is no database, too long or absurd is refused in a sentence.
func TestAbsurdCalls(t *testing.T) {
	whole := small(t)
	db := lay(t, whole)
	long := strings.Repeat("年龄 < 30 或 ", 3000) + "年龄 < 31"
	for _, args := range [][]string{
		{"export", "--as", "lrmx", "--dir", filepath.Dir(db), "--where", long},
		{"records", "cadre", "--where", long},
		{"export", "--as", "xlsx", "--dir", filepath.Join(filepath.Dir(db), strings.Repeat("长", 300))},
		{"export", "--as", "xlsx", "--dir", os.DevNull},
		{"records", "cadre", "--export", os.DevNull},
		{"sample", "--cadres", "99999999999999"},
		{"sample", "--cadres", "60000"},
		{"records", "cadre", "--add", "姓名=张\x1b三"},
		{"records", "cadre", "--add", "姓名=张\u202e三"},
		{"records", "cadre", "--add", "姓名=张\xff三"},
	} {
		if code, text := told(t, db, args...); code == command.Done {
			t.Errorf("%.60q is carried out: %.200s", args, text)
		}
	}
	for _, path := range []string{os.DevNull, filepath.Dir(db), filepath.Join(filepath.Dir(db), strings.Repeat("长", 200)), filepath.Join(db, "a.db")} {
		for _, args := range [][]string{{"verify"}, {"sample", "--cadres", "5"}} {
			if code, text := told(t, path, args...); code == command.Done {
				t.Errorf("%s: %s", path, text)
			}
		}
	}
	if code, text := told(t, db, "verify"); code != command.Done {
		t.Errorf("afterwards: %s", text)
	}
}
