package command_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data/report"
)

func TestPapersByTheCatalogue(t *testing.T) {
	db, dir := county(t), t.TempDir()
	var sorts []struct {
		Name, Label, About string
		Ends               []string
	}
	mustJSON(t, &sorts, "report", "--db", db, "--list", "--json")
	if len(sorts) != len(report.Sorts()) {
		t.Fatal(len(sorts))
	}
	roster := filepath.Join(dir, "名册.xlsx")
	must(t, "report", "--db", db, "--at", "2026-10", "--paper", "roster", "--where", "年龄 < 36", "-o", roster)
	if _, err := os.Stat(roster); err != nil {
		t.Error(err)
	}
	for want, args := range map[string][]string{
		"不能存为":   {"--paper", "工作汇报", "-o", filepath.Join(dir, "a.xls")},
		"没有找到":   {"--paper", "成长档案", "--of", "没有这人", "-o", filepath.Join(dir, "a.docx")},
		"只有一份":   {"--paper", "工作汇报", "--dir", dir},
		"打不开模板":  {"--template", "没有.docx", "-o", filepath.Join(dir, "a.docx")},
		"没有“身高”": {"--paper", "roster", "--where", "身高 < 3", "-o", filepath.Join(dir, "a.docx")},
	} {
		_, errOut, code := run(t, append([]string{"report", "--db", db, "--at", "2026-10"}, args...)...)
		if code != command.Refused || !strings.Contains(errOut, want) {
			t.Errorf("%v: exit %d, %s", args, code, errOut)
		}
	}
	for _, args := range [][]string{
		{"-o", "a.docx", "--dir", dir},
		{"--paper", "没有的", "-o", "a.docx"},
		{"--paper", "成长档案", "-o", "a.docx"},
		{"--paper", "工作汇报", "--layout", "横排", "-o", "a.docx"},
	} {
		if _, errOut, code := run(t, append([]string{"report", "--db", db}, args...)...); code != command.Misused || errOut == "" {
			t.Errorf("%v: exit %d, %s", args, code, errOut)
		}
	}
}

// One growth file each for a few people, named so that they stay in order.
func TestPapersInBatches(t *testing.T) {
	db, dir := county(t), filepath.Join(t.TempDir(), "档案")
	out := must(t, "report", "--db", db, "--at", "2026-10", "--paper", "成长档案", "--where", "年龄 < 27", "--dir", dir)
	names, err := filepath.Glob(filepath.Join(dir, "*（*，2026.10）.docx"))
	if err != nil || len(names) < 2 || len(names) > 100 {
		t.Fatal(len(names), err)
	}
	if first := filepath.Base(names[0]); !strings.HasPrefix(strings.TrimLeft(first, "0"), "1 成长档案（") {
		t.Error(first)
	}
	if !strings.Contains(out, "已写出") {
		t.Error(out)
	}
}

func TestLettersToAllTeams(t *testing.T) {
	db, dir := county(t), filepath.Join(t.TempDir(), "反馈函")
	out := must(t, "letters", "--db", db, "--at", "2026-10", "--dir", dir)
	names, err := filepath.Glob(filepath.Join(dir, "* 反馈函（*，2026.10）.docx"))
	if err != nil || len(names) < 10 || !strings.Contains(out, fmt.Sprintf("已写出 %d 份", len(names))) {
		t.Error(len(names), err, out)
	}
	if text := wordText(t, names[0]); !strings.Contains(text, "反馈函") {
		t.Error(text)
	}
}

// The office's own file, with a list of people, by the command line.
func TestTheOfficesOwnFile(t *testing.T) {
	db, dir := county(t), t.TempDir()
	template, filled := filepath.Join(dir, "名册.docx"), filepath.Join(dir, "出.docx")
	must(t, "report", "--db", db, "--at", "2026-10", "--paper", "roster", "--where", "年龄 < 20", "-o", template)
	out := must(t, "report", "--db", db, "--at", "2026-10", "--template", template, "-o", filled)
	if was, is := wordText(t, template), wordText(t, filled); was != is || !strings.Contains(out, "已写出") {
		t.Error("a file without places came out otherwise", out)
	}
}
