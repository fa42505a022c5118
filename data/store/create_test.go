package store_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	process "os/exec"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
)

// A file that has lost its content is never taken for a new database.
func TestEmptyFilesAreRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	one(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	without := func(statements ...string) []byte {
		other := filepath.Join(t.TempDir(), "b.db")
		if err := os.WriteFile(other, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		db := raw(t, other)
		exec(t, db, append([]string{"PRAGMA foreign_keys = OFF"}, statements...)...)
		exec(t, db, "PRAGMA wal_checkpoint(TRUNCATE)")
		db.Close()
		content, err := os.ReadFile(other)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	bare := filepath.Join(t.TempDir(), "c.db")
	db := raw(t, bare)
	exec(t, db, "CREATE TABLE a (b)", "DROP TABLE a")
	db.Close()
	noTables, err := os.ReadFile(bare)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"nothing":          {},
		"half a head":      whole[:8],
		"a head":           whole[:16],
		"half a page":      whole[:2000],
		"one page":         whole[:4096],
		"half":             whole[:len(whole)/2],
		"no tables":        noTables,
		"a table gone":     without("DROP TABLE talk"),
		"a column gone":    without("ALTER TABLE cadre DROP COLUMN health"),
		"no version":       without("DROP TABLE goose_db_version"),
		"version forgot":   without("DELETE FROM goose_db_version"),
		"drafts gone":      without("DROP TABLE draft"),
		"the log gone":     without("DROP TABLE change_row"),
		"the changes gone": without("DROP TABLE change"),
	} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, create := range []bool{true, false} {
			s, err := store.Open(t.Context(), path, create)
			if sentence := data.Sentence(err); !strings.Contains(sentence, "损坏") && !strings.Contains(sentence, "空文件") && !strings.Contains(sentence, "不完整") {
				t.Errorf("%s: %q (%v)", name, sentence, err)
			}
			if s != nil {
				s.Close()
			}
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(after, content) && !strings.Contains(name, "gone") && name != "half" {
			t.Errorf("%s: the file was changed", name)
		}
		if left, _ := filepath.Glob(path + ".*.bak"); len(left) > 0 {
			t.Errorf("%s: copied to %v", name, left)
		}
	}
}

func TestWhatIsNoFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]string{
		os.DevNull: "不是普通的文件",
		dir:        "是文件夹",
		filepath.Join(dir, strings.Repeat("长", 200)):                                "太长",
		filepath.Join(dir, strings.Repeat(strings.Repeat("b", 200)+"/", 4), "a.db"): "太长",
	} {
		s, err := store.Open(t.Context(), path, true)
		if sentence := data.Sentence(err); !strings.Contains(sentence, want) {
			t.Errorf("%s: %q (%v)", path, sentence, err)
		}
		if s != nil {
			s.Close()
		}
	}
}

// Killed while it makes a database, a program leaves nothing in its place, so
// that the next one makes it.
func TestKilledWhileCreating(t *testing.T) {
	if path := os.Getenv("HUOSHUI_TEST_CREATE"); path != "" {
		for {
			fmt.Println("making")
			openAt(t, path).Close()
			os.Remove(path)
		}
	}
	path := filepath.Join(t.TempDir(), "a.db")
	rounds := 9
	if testing.Short() {
		rounds = 3
	}
	for round := range rounds {
		maker := process.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKilledWhileCreating$")
		maker.Env = append(os.Environ(), "HUOSHUI_TEST_CREATE="+path)
		out, err := maker.StdoutPipe()
		if err == nil {
			err = maker.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range 1 + round%3 {
			lines.Scan()
		}
		_ = maker.Process.Kill()
		_ = maker.Wait()
		openAt(t, path).Close()
		if copies, _ := filepath.Glob(path + ".升级前*"); len(copies) > 0 {
			t.Fatalf("copied a new database: %v", copies)
		}
		os.Remove(path)
	}
}
