package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// run calls the program as a script would.
func run(t testing.TB, args ...string) (out, errOut string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = command.Run(t.Context(), args, &o, &e, noPictures)
	return o.String(), e.String(), code
}

func noPictures(context.Context, store.File, string, string, data.Month, int, int) ([]string, error) {
	return nil, nil
}

// must is run for what has to succeed.
func must(t testing.TB, args ...string) string {
	t.Helper()
	out, errOut, code := run(t, args...)
	if code != command.Done || errOut != "" {
		t.Fatalf("%v: exit %d, %s", args, code, errOut)
	}
	return out
}

func mustJSON(t *testing.T, into any, args ...string) {
	t.Helper()
	if err := json.Unmarshal([]byte(must(t, args...)), into); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
}

// county gives a test a sample database of its own.
var county = storetest.Once(func(t testing.TB, path string) {
	must(t, "sample", "--db", path, "--cadres", "400", "--seed", "3")
})

type value struct {
	ID, Label, Unit, At, From string
	Value, Previous           *float64
	Numerator, Denominator    int
	NoData                    bool
}

// For every figure, at several months, the list is as long as the number.
func TestEveryFigureKnowsItsPeople(t *testing.T) {
	db := county(t)
	differ := false
	var first []value
	months := []string{"2024-06", "2026-10", "2026-06"}
	if testing.Short() {
		months = months[:2]
	}
	for _, at := range months {
		var values []value
		mustJSON(t, &values, "figures", "--db", db, "--at", at, "--json")
		for i, v := range values {
			if v.NoData {
				if v.Value != nil {
					t.Errorf("%s %s: no data, yet %v", at, v.ID, *v.Value)
				}
				continue
			}
			if testing.Short() && i%3 > 0 {
				continue
			}
			var who []map[string]string
			mustJSON(t, &who, "figures", "--db", db, "--at", at, "--who", v.ID, "--json")
			if counted := tally(who); counted != v.Numerator {
				t.Errorf("%s %s: %d people for a figure of %d", at, v.ID, counted, v.Numerator)
			}
			if first != nil && first[i].Numerator != v.Numerator {
				differ = true
			}
		}
		if first == nil {
			first = values
		}
	}
	if !differ {
		t.Error("two years change no figure")
	}
}

// tally is how many rows a list has or, where it adds numbers up, their sum.
func tally(who []map[string]string) int {
	sum := 0
	for _, row := range who {
		count, adds := row["count"]
		if !adds {
			return len(who)
		}
		n, _ := strconv.Atoi(count)
		sum += n
	}
	return sum
}

func TestMisuse(t *testing.T) {
	db := county(t)
	for _, args := range [][]string{
		{"sample", "--cadres", "many"},
		{"figures", "--db", db, "--at", "2026-13"},
		{"report", "--db", db},
		{"export", "--db", db, "--as", "pdf", "--dir", "x"},
		{"records", "--db", db, "nothing"},
		{"import", "--db", db},
		{"shots", "--db", db, "--dir", "x", "--size", "big"},
		{"figures", "--no-such-flag"},
		{"figures", "-x"},
		{"figures", "--db"},
		{"figures", "--db", db, "--who", "m0.principals", "m0.deputies"},
		{"verify", "--db", db, "extra"},
		{"sample", "--db", db, "--cadres", "0"},
		{"sample", "--db", db, "--at", "1950-01"},
		{"shots", "--db", db, "--dir", "x", "--size", "1366x768x2"},
		{"records", "--db", db, "cadre", "--set", "姓名=甲"},
		{"report", "--db", db, "--template", "x.docx", "--dir", "x"},
	} {
		_, errOut, code := run(t, args...)
		if first, _, _ := strings.Cut(errOut, "\n"); code != command.Misused || !strings.Contains(errOut, "\n用法：huoshui "+args[0]) || !strings.HasSuffix(first, "。") &&
			args[0] != "records" {
			t.Errorf("%v: exit %d, %s", args, code, errOut)
		}
	}
	for _, args := range [][]string{
		{"figures", "--db", filepath.Join(t.TempDir(), "none.db")},
		{"figures", "--db", db, "--who", "m9"},
		{"records", "--db", db, "cadre", "--where", "年龄 << 3"},
		{"records", "--db", db, "cadre", "--where", "身高 < 3"},
		{"records", "--db", db, "cadre", "--id", ""},
		{"report", "--db", db, "-o", filepath.Join(t.TempDir(), "a.txt")},
		{"export", "--db", db, "--as", "xlsx", "--dir", filepath.Join(db, "x")},
		{"import", "--db", filepath.Join(t.TempDir(), "none.db"), "--dry-run", t.TempDir()},
		{"import", "--db", filepath.Join(t.TempDir(), "new.db"), filepath.Join(t.TempDir(), "none.lrmx")},
	} {
		_, errOut, code := run(t, args...)
		if code != command.Refused || strings.TrimSpace(errOut) == "" || strings.Contains(errOut, "内部") {
			t.Errorf("%v: exit %d, %s", args, code, errOut)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"--help"}, {"-h"}} {
		if out := must(t, args...); !strings.Contains(out, "huoshui verify --db 库\n") {
			t.Errorf("%v: %s", args, out)
		}
	}
	if out := must(t, "sample", "--help"); !strings.HasPrefix(out, "用法：huoshui sample ") || strings.Contains(out, "verify") {
		t.Error(out)
	}
	out, errOut, code := run(t, "nonsense")
	if code != command.Misused || out != "" || !strings.HasPrefix(errOut, "不认识“nonsense”。\n") {
		t.Errorf("exit %d: %s%s", code, out, errOut)
	}
}

// Whatever a command does, with --json it tells it as JSON and nothing else.
func TestEveryCommandSpeaksJSON(t *testing.T) {
	dir := t.TempDir()
	db, forms := filepath.Join(dir, "样例.db"), filepath.Join(dir, "审批表")
	for _, c := range []struct {
		args string
		keys []string // that the answer has, or the first of a list
	}{
		{"sample --cadres 30 --lrmx " + forms, []string{"db", "files"}},
		{"import " + forms, []string{"files", "new", "changed", "same", "refused", "unsettled"}},
		{"export --as lrmx --dir " + forms, []string{"files"}},
		{"export --as xlsx --dir " + forms, []string{"files"}},
		{"figures", []string{"id", "label", "unit", "at", "from", "value", "numerator", "denominator", "previous", "nodata"}},
		{"figures --who m0.principals", []string{"id", "name", "unit", "post"}},
		{"figures --who m5.3.warned", []string{"id", "name", "unit", "post", "held", "count"}},
		{"lights", []string{"team", "kind", "light", "reasons"}},
		{"report --list", []string{"name", "label", "about", "ends", "layouts"}},
		{"report -o " + filepath.Join(dir, "新", "汇报.docx"), []string{"files", "missing"}},
		{"report --paper letter --dir " + filepath.Join(dir, "函"), []string{"files"}},
		{"letters --dir " + filepath.Join(dir, "函"), []string{"files"}},
		{"records cadre", []string{"id", "name", "birth"}},
		{"records cadre --template " + filepath.Join(dir, "空表.xlsx"), []string{"files"}},
		{"check", nil},
		{"shots --dir " + dir, []string{"files"}},
		{"verify", []string{"records", "changes", "looks", "head", "problems", "notices"}},
		{"audit", []string{"looks", "changes"}},
		{"version", []string{"version"}},
	} {
		out := must(t, append(strings.Fields(c.args), "--db", db, "--at", "2026-10", "--json")...)
		var answer any
		if err := json.Unmarshal([]byte(out), &answer); err != nil {
			t.Errorf("%s: %v in %s", c.args, err, out)
			continue
		}
		if list, ok := answer.([]any); ok && len(list) > 0 {
			answer = list[0]
		}
		fields, _ := answer.(map[string]any)
		for _, key := range c.keys {
			if _, ok := fields[key]; !ok {
				t.Errorf("%s: no %q in %v", c.args, key, fields)
			}
		}
		if found := regexp.MustCompile(`"(19|20)\d\d\.\d\d(\.\d\d)?"`).FindString(out); found != "" {
			t.Errorf("%s: %s is no date of JSON", c.args, found)
		}
	}
}
