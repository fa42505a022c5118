package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/app/command"
)

// A backup, a change, and the way back; the damaged copy is told of and refused.
func TestBackupAndRestore(t *testing.T) {
	db := county(t)
	var made struct{ File string }
	mustJSON(t, &made, "backup", "--db", db, "--json")
	before := must(t, "records", "--db", db, "cadre", "--json")
	must(t, "records", "--db", db, "cadre", "--add", "姓名=江禾", "性别=女")
	if out := must(t, "backup", "--db", db, "--list"); !strings.Contains(out, "完好") || !strings.Contains(out, "备份 1 份") || !strings.Contains(out, "建立样例库") {
		t.Error(out)
	}
	out := must(t, "restore", "--db", db, "--from", made.File)
	aside, _ := filepath.Glob(filepath.Join(filepath.Dir(db), "*.恢复前 *.db"))
	if len(aside) != 1 || !strings.Contains(out, aside[0]) {
		t.Fatalf("%s, kept aside %v", out, aside)
	}
	if after := must(t, "records", "--db", db, "cadre", "--json"); after != before {
		t.Error("the records are not those of the copy")
	}
	if out := must(t, "records", "--db", aside[0], "cadre", "--json"); !strings.Contains(out, "江禾") {
		t.Error("the change is lost")
	}
	must(t, "verify", "--db", db)
	second := filepath.Join(t.TempDir(), "优盘")
	must(t, "backup", "--db", db, "--to", second)
	if list, err := os.ReadDir(second); err != nil || len(list) != 1 {
		t.Error(list, err)
	}
	if err := os.Truncate(made.File, 5000); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "backup", "--db", db, "--list"); !strings.Contains(out, "不完整") {
		t.Error(out)
	}
	if _, said, code := run(t, "restore", "--db", db, "--from", made.File); code != command.Refused || !strings.Contains(said, "不完整") {
		t.Error(code, said)
	}
	if _, said, code := run(t, "restore", "--db", db); code != command.Misused || !strings.Contains(said, "--from") {
		t.Error(code, said)
	}
}
