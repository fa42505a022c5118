package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/app/command"
	"huoshui/data"
)

// Every kind of record goes out as a table and comes back without a change.
func TestEveryKindGoesOutAndComesBack(t *testing.T) {
	db := county(t)
	dir := t.TempDir()
	for i, kind := range data.Kinds() {
		if testing.Short() && i%4 > 0 {
			continue
		}
		file := filepath.Join(dir, kind.Name+".xlsx")
		must(t, "records", "--db", db, kind.Name, "--template", file)
		must(t, "records", "--db", db, kind.Name, "--export", file)
		var found struct {
			Rows, New, Changed, Same int
			Bad                      []map[string]any
			Unknown, Missing         []string
		}
		mustJSON(t, &found, "records", "--db", db, kind.Name, "--import", file, "--dry-run", "--json")
		if found.Rows != found.Same || len(found.Bad)+len(found.Unknown)+len(found.Missing) > 0 {
			t.Errorf("%s: %+v", kind.Name, found)
		}
	}
}

func TestRecordsAreMadeChangedAndRemoved(t *testing.T) {
	db := county(t)
	var cadres []map[string]any
	mustJSON(t, &cadres, "records", "--db", db, "cadre", "--json")
	cadre := cadres[0]["id"].(string)
	var made struct{ ID, Change string }
	mustJSON(t, &made, "records", "--db", db, "谈心谈话", "--add", "干部="+cadre, "日期=2031.10.09",
		"--set", "类别="+data.ListNamed("talk_kind").Items[0].Label, "--set", "谈话人=李部长", "--json")
	must(t, "records", "--db", db, "talk", "--change", made.ID, "谈话人=吴部长", "主要内容=谈工作")
	var talks []map[string]any
	mustJSON(t, &talks, "records", "--db", db, "talk", "--where", "谈话人 = 吴部长", "--json")
	if len(talks) != 1 || talks[0]["id"] != made.ID || talks[0]["cadre_name"] != cadres[0]["name"] || talks[0]["held"] != "2031-10-09" {
		t.Fatal(talks)
	}
	must(t, "records", "--db", db, "talk", "--remove", made.ID)
	for args, code := range map[string]int{
		"talk --id " + made.ID:            command.Refused,
		"talk --remove " + made.ID:        command.Refused,
		"talk --add 日期=2031.10.09":        command.Refused,
		"talk --add 去处=无":                 command.Refused,
		"talk --add":                      command.Misused,
		"talk --add 日期":                   command.Misused,
		"talk 日期=2031.10.09":              command.Misused,
		"talk --remove a --export b":      command.Misused,
		"nothing":                         command.Misused,
		"talk --import 没有这个文件.xlsx":       command.Refused,
		"unit --remove " + anyUnit(t, db): command.Refused,
	} {
		if _, errOut, got := run(t, append([]string{"records", "--db", db}, strings.Fields(args)...)...); got != code || errOut == "" {
			t.Errorf("%s: exit %d, %s", args, got, errOut)
		}
	}
}

// anyUnit is a unit that others refer to.
func anyUnit(t *testing.T, db string) string {
	t.Helper()
	var posts []map[string]any
	mustJSON(t, &posts, "records", "--db", db, "post", "--json")
	return posts[0]["unit"].(string)
}

// A roster in any order of columns is imported by the command that imports
// forms; rows that are bad are said and make the exit code 1.
func TestARosterIsImported(t *testing.T) {
	db, file := filepath.Join(t.TempDir(), "县.db"), filepath.Join(t.TempDir(), "干部名册.xlsx")
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range [][]any{
		{"清源县干部名册"},
		{"序号", "出生年月", "现任职务", "性别", "姓名"},
		{1, "1989.04", "白鹿镇镇长", "女", "沈嘉怡"},
		{2, "1990年1月", "", "男", "单雨"},
		{3, "去年", "", "男", "王静"},
	} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := book.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	must(t, "import", "--db", db, file, "--dry-run")
	out, _, code := run(t, "import", "--db", db, file)
	if code != command.Refused || !strings.Contains(out, "新增 2") || !strings.Contains(out, "第 5 行 出生年月") || !strings.Contains(out, "职务待对应　白鹿镇镇长（1 人）") {
		t.Error(code, out)
	}
	var cadres []map[string]any
	mustJSON(t, &cadres, "records", "--db", db, "cadre", "--json")
	if len(cadres) != 2 {
		t.Error(cadres)
	}
	var again struct{ Files, New, Same int }
	mustJSON(t, &again, "import", "--db", db, file, "--dry-run", "--json")
	if again.Files != 1 || again.New != 0 || again.Same != 2 {
		t.Error(again)
	}
}

// A rule of the office, and the name of a unit, are changed from a month on, which
// has to be said; what is no rule has no such month.
func TestRulesAreChangedFromAMonthOn(t *testing.T) {
	db := county(t)
	records := func(args ...string) []string { return append([]string{"records", "--db", db}, args...) }
	for _, n := range []string{"25", "30"} {
		month := map[string]string{"25": "2025.01", "30": "2026.01"}[n]
		must(t, records("setting", "--add", "设置项="+data.PromotedFloor.Key, "值="+n, "起用年月="+month)...)
	}
	var settings []struct{ ID, Since, Value string }
	mustJSON(t, &settings, records("setting", "--where", "设置项 = "+data.PromotedFloor.Key+" 且 值 = 30", "--json")...)
	unit := anyUnit(t, db)
	for _, c := range []struct {
		code int
		args string
	}{
		{command.Misused, "setting --change " + settings[0].ID + " 值=40"},
		{command.Misused, "setting --change " + settings[0].ID + " 值=40 --since 何时"},
		{command.Refused, "setting --change " + settings[0].ID + " 值=40 --since 2025-12"}, // it had not begun
		{command.Done, "setting --change " + settings[0].ID + " 值=40 --since 2026-10"},
		{command.Misused, "setting --remove " + settings[0].ID},
		{command.Misused, "talk --remove x --since 2026-10"},
		{command.Misused, "setting --since 2026-10"},
		{command.Misused, "unit --change " + unit + " 简称=某镇"},
		{command.Done, "unit --change " + unit + " 排序号=7"},
		{command.Done, "unit --change " + unit + " 简称=某镇 --since 2026-10"},
	} {
		if out, errOut, code := run(t, records(strings.Fields(c.args)...)...); code != c.code || code == command.Misused && !strings.Contains(errOut, "用法") {
			t.Errorf("%s: exit %d, %s%s", c.args, code, out, errOut)
		}
	}
	floor := func(at string) *int {
		var values []struct {
			ID    string
			Floor *int
		}
		mustJSON(t, &values, "figures", "--db", db, "--at", at, "--json", "m1.2.floor")
		return values[0].Floor
	}
	for at, want := range map[string]int{"2025-06": 25, "2026-09": 30, "2026-10": 40} {
		if got := floor(at); got == nil || *got != want {
			t.Errorf("%s: floor %v, want %d", at, got, want)
		}
	}
}
