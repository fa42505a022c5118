package command_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data/officetest"
	"huoshui/data/store/storetest"
)

type auditLine struct {
	At, Who, What, Of, ID string
	Count                 int
}

type auditLogs struct{ Looks, Changes []auditLine }

// What the commands show or write out stands in the log of looks: which list or file,
// about whom, of how many.
func TestLooksAreEnteredByTheCommands(t *testing.T) {
	db, dir := county(t), t.TempDir()
	var people []struct{ ID, Name string }
	mustJSON(t, &people, "records", "--db", db, "cadre", "--json")
	one := people[7]
	word := filepath.Join(dir, "表.docx")
	for _, args := range [][]string{
		{"records", "cadre", "--id", one.ID},
		{"records", "unit", "--export", filepath.Join(dir, "机构.xlsx")},
		{"export", "--as", "xlsx", "--dir", dir, "--where", "性别 = 女"},
		{"report", "--paper", "form", "--of", one.ID, "-o", word},
		{"letters", "--dir", dir},
		{"figures", "--who", "m0.principals"},
		{"figures"}, // shows nobody
		{"check"},
	} {
		must(t, append(args, "--db", db, "--at", "2026-10")...)
	}
	var logs auditLogs
	mustJSON(t, &logs, "audit", "--db", db, "--json")
	if len(logs.Changes) == 0 {
		t.Error("no changes")
	}
	want := []struct{ what, id string }{ // the newest first
		{"查看名单 核对发现", ""}, // of nobody: the sample is sound
		{"查看名单 指标：", ""},
		{"导出 反馈函", ""},
		{"导出 干部任免审批表", one.ID},
		{"导出 干部名册", ""},
		{"导出 机构", ""},
		{"打开档案", one.ID},
		{"查看名单 干部", ""},
	}
	if len(logs.Looks) != len(want) {
		t.Fatalf("%+v", logs.Looks)
	}
	for i, w := range want {
		l := logs.Looks[i]
		if !strings.HasPrefix(l.What, w.what) || l.ID != w.id || l.Count == 0 && i > 0 || l.Who == "" || (w.id != "") != strings.HasSuffix(l.Of, one.Name) {
			t.Errorf("%d: %+v, want %+v", i, l, w)
		}
	}
	if l := logs.Looks[len(want)-1]; l.Count != len(people) {
		t.Errorf("%d people are listed, %d entered", len(people), l.Count)
	}
	for _, c := range []struct {
		args    []string
		looks   int
		changes bool
	}{
		{[]string{"--looks", "--of", one.ID}, 2, false},
		{[]string{"--changes", "--of", one.ID}, 0, true},
		{[]string{"--word", "名册"}, 1, false},
		{[]string{"--who", "命令行"}, len(want), true},
		{[]string{"--who", "别人"}, 0, false},
		{[]string{"--since", "2026-01"}, len(want), true},
		{[]string{"--since", "2199-01"}, 0, false},
	} {
		var logs auditLogs
		mustJSON(t, &logs, append([]string{"audit", "--db", db, "--json"}, c.args...)...)
		if len(logs.Looks) != c.looks || (len(logs.Changes) > 0) != c.changes {
			t.Errorf("%v: %d looks, %d changes", c.args, len(logs.Looks), len(logs.Changes))
		}
	}
}

// The logs are read in words and written to a workbook; that is a look itself.
func TestAuditInWords(t *testing.T) {
	db, book := county(t), filepath.Join(t.TempDir(), "审计.xlsx")
	must(t, "records", "--db", db, "cadre")
	if out := must(t, "audit", "--db", db); !strings.Contains(out, "查阅记录，共 1 条") || !strings.Contains(out, "查看名单 干部") || !strings.Contains(out, "建立样例库") {
		t.Error(out)
	}
	must(t, "audit", "--db", db, "--looks", "-o", book)
	cells := officetest.Python(t, "openpyxl", `
import sys, openpyxl
for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
    for row in sheet.iter_rows(values_only=True):
        print(*row)
`, book)
	if !strings.Contains(cells, "查看名单 干部") || strings.Contains(cells, "建立样例库") {
		t.Error(cells)
	}
	if out := must(t, "audit", "--db", db, "--looks"); !strings.Contains(out, "导出 查阅记录") {
		t.Error(out)
	}
}

// An export that cannot be entered is not made.
func TestNoExportWithoutAnEntry(t *testing.T) {
	disk := storetest.NewDisk(t, 16384)
	db := filepath.Join(disk.Path, "县.db")
	must(t, "sample", "--db", db, "--cadres", "12")
	disk.Protect()
	dir := t.TempDir()
	for _, args := range [][]string{
		{"export", "--as", "xlsx", "--dir", dir},
		{"export", "--as", "lrmx", "--dir", dir},
		{"report", "-o", filepath.Join(dir, "汇报.docx")},
		{"letters", "--dir", dir},
		{"records", "cadre", "--export", filepath.Join(dir, "干部.xlsx")},
		{"audit", "-o", filepath.Join(dir, "审计.xlsx")},
	} {
		if _, text, code := run(t, append(args, "--db", db)...); code != command.Refused || !strings.Contains(text, "查阅记录记不进去，没有导出") {
			t.Errorf("%v: exit %d, %s", args, code, text)
		}
	}
	if made, _ := filepath.Glob(filepath.Join(dir, "*")); len(made) > 0 {
		t.Errorf("%v", made)
	}
	for _, args := range [][]string{{"records", "cadre"}, {"check"}, {"audit"}} {
		if _, text, code := run(t, append(args, "--db", db)...); code != command.Done {
			t.Errorf("%v: exit %d, %s", args, code, text)
		}
	}
}

// Whoever works with an encrypted database has logged in, and stands in its log.
func TestLoginsAreEntered(t *testing.T) {
	db, _ := encrypted(t)
	must(t, "verify", "--db", db)
	t.Setenv("HUOSHUI_PASSWORD", passLi)
	fails(t, "姓名或口令不对", "verify", "--db", db)
	fails(t, "姓名或口令不对", "verify", "--db", db)
	t.Setenv("HUOSHUI_PASSWORD", passZhang)
	out := must(t, "audit", "--db", db, "--looks")
	if strings.Count(out, "登录 命令行") != 2 || !regexp.MustCompile(`登录失败 口令输错 2 次 *\n`).MatchString(out) {
		t.Error(out)
	}
}
