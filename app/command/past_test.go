package command_test

import (
	"archive/zip"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data"
	"huoshui/data/report"
)

// A setting, a unit's name and kind, a target, a rule of the lights, a saved
// criterion, a figure of the office and a quota are changed from 2026.10 on:
// everything that tells of 2025.10 stays as it was, word for word, and what
// tells of 2026.10 changes.
func TestPastMonthsReadAsTheyWere(t *testing.T) {
	db := filepath.Join(t.TempDir(), "样例.db")
	must(t, "sample", "--db", db, "--cadres", "150", "--seed", "3")
	add := func(args ...string) { must(t, append([]string{"records", "--db", db}, args...)...) }
	add("own_figure", "--add", "指标名称=年轻人", "对象=干部", "口径=符合 35岁以下", "--since", "一直")
	past, present := tell(t, db, "2025-10"), tell(t, db, "2026-10")
	changeRules(t, db, "2026-10")
	for name, was := range past {
		if now := tellOne(t, db, "2025-10", name); now != was {
			t.Errorf("2025.10, %s: %s", name, difference(was, now))
		}
	}
	for _, name := range []string{"figures", "lights", "units", "cadres", "work", "roster", "ledger", "letter", "statistics"} {
		if tellOne(t, db, "2026-10", name) == present[name] {
			t.Errorf("2026.10, %s: nothing has changed", name)
		}
	}
}

// listed is a record as the command line gives it.
type listed struct {
	ID, Name, Short, Kind string
}

// changeRules changes what an office can change, from a month on.
func changeRules(t *testing.T, db, since string) {
	t.Helper()
	records := func(args ...string) { t.Helper(); must(t, append([]string{"records", "--db", db}, args...)...) }
	for _, n := range data.NumberSettings() {
		records("setting", "--add", "设置项="+n.Key, fmt.Sprintf("值=%d", n.Default+7), "起用年月="+since)
	}
	for _, y := range data.YesSettings() {
		value := "是"
		if y.Default {
			value = "否"
		}
		records("setting", "--add", "设置项="+y.Key, "值="+value, "起用年月="+since)
	}
	records("setting", "--add", "设置项=地区名称", "值=清江县", "起用年月="+since)
	records("setting", "--add", "设置项=单位名称", "值=中共清江县委组织部", "起用年月="+since)
	for _, u := range all(t, db, "unit") {
		switch u.Kind {
		case "乡":
			records("unit", "--change", u.ID, "机构类别=镇", "简称=新"+u.Short, "机构名称=新"+u.Name, "--since", since)
		case "镇", "政府工作部门":
			records("unit", "--change", u.ID, "简称=新"+u.Short, "机构名称=新"+u.Name, "--since", since)
		}
	}
	// Every other one, so that those changed stand among those that are not.
	for i, target := range all(t, db, "target") {
		if i%2 == 0 {
			records("target", "--change", target.ID, "口径=年龄 < 28", "--since", since)
		}
	}
	for i, rule := range all(t, db, "light_rule") {
		if i%2 == 0 {
			records("light_rule", "--change", rule.ID, "界限=70", "--since", since)
		}
	}
	records("target", "--add", "目标名称=女干部至少4名", "机构类别=镇", "计入范围=班子成员", "口径=性别 = 女", "计量=人数", "人数=4", "--since", since)
	for _, quota := range all(t, db, "quota") {
		records("quota", "--change", quota.ID, "每年学时=200", "--since", since)
	}
	for _, figure := range all(t, db, "own_figure") {
		records("own_figure", "--change", figure.ID, "口径=年龄 < 50", "--since", since)
	}
	for _, name := range []string{"35岁以下", "40岁以下", "年轻干部", "30岁及以下", "85后"} {
		records("criterion", "--add", "名称="+name, "对象=干部", "条件=年龄 < 47", "起用年月="+since)
	}
}

func all(t *testing.T, db, kind string) []listed {
	t.Helper()
	var list []listed
	mustJSON(t, &list, "records", "--db", db, kind, "--json")
	if len(list) == 0 {
		t.Fatalf("the sample has no %s", kind)
	}
	return list
}

// tell is all that the command line tells of a month, by what tells it.
func tell(t *testing.T, db, at string) map[string]string {
	t.Helper()
	told := map[string]string{}
	for _, name := range append([]string{"figures", "lights", "check", "units", "cadres"}, papers()...) {
		told[name] = tellOne(t, db, at, name)
	}
	return told
}

func papers() []string {
	var names []string
	for _, s := range report.Sorts() {
		if !slices.Contains(s.Abouts(), report.AboutScenario) || slices.Contains(s.Abouts(), report.AboutPeople) {
			names = append(names, s.Name)
		}
	}
	return names
}

// tellOne is one of what the command line tells of a month.
func tellOne(t *testing.T, db, at, name string) string {
	t.Helper()
	switch name {
	case "figures", "lights", "check":
		return must(t, name, "--db", db, "--at", at, "--json")
	case "units":
		return must(t, "records", "--db", db, "post", "--at", at) // names the unit of each post
	case "cadres":
		path := filepath.Join(t.TempDir(), "名册.xlsx")
		must(t, "export", "--db", db, "--at", at, "--as", "xlsx", "--dir", filepath.Dir(path))
		found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.xlsx"))
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		return insides(t, found[0])
	}
	sort := report.SortNamed(name)
	path := filepath.Join(t.TempDir(), name+".docx")
	args := []string{"report", "--db", db, "--at", at, "--paper", name, "-o", path}
	switch abouts := sort.Abouts(); {
	case slices.Contains(abouts, report.AboutTeam) && name != "growth":
		units := all(t, db, "unit")
		at := slices.IndexFunc(units, func(u listed) bool { return u.Kind == "乡" || u.Kind == "镇" })
		args = append(args, "--of", units[at].ID)
	case name == "growth":
		args = append(args, "--of", all(t, db, "cadre")[7].ID)
	case slices.Contains(abouts, report.AboutPeople):
		args = append(args, "--where", "职务层次 属于 县处级正职、县处级副职、乡科级正职")
	}
	must(t, args...)
	return insides(t, path)
}

// insides is what stands in an office document, without when it was made.
func insides(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b strings.Builder
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "docProps/") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}

// difference is where two texts part.
func difference(was, now string) string {
	i := 0
	for i < min(len(was), len(now)) && was[i] == now[i] {
		i++
	}
	around := func(text string) string { return text[max(0, i-120):min(len(text), i+120)] }
	return fmt.Sprintf("was\n%s\nis\n%s", around(was), around(now))
}

// A new rule holds for past months only when one says so.
func TestNewRulesAskForTheirMonth(t *testing.T) {
	db := county(t)
	floor := func(at string) string { return must(t, "figures", "--db", db, "--at", at, "m1.2.floor") }
	past := floor("2025-10")
	add := []string{"records", "--db", db, "setting", "--add", "设置项=提拔重用年轻干部保底百分比", "值=45"}
	if _, said, code := run(t, add...); code != command.Misused || !strings.Contains(said, "--since") {
		t.Errorf("%d %s", code, said)
	}
	must(t, append(add, "--since", "2026-10")...)
	if floor("2025-10") != past || !strings.Contains(floor("2026-10"), "45") {
		t.Errorf("%s%s", floor("2025-10"), floor("2026-10"))
	}
}
