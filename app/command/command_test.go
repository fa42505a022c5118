package command_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/assets"
	"huoshui/data"
)

// run calls the program as a script would.
func run(t *testing.T, args ...string) (out, errOut string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = command.Run(t.Context(), args, &o, &e, noPictures)
	return o.String(), e.String(), code
}

func noPictures(context.Context, string, string, string, data.Month, int, int) ([]string, error) {
	return nil, nil
}

// must is run for what has to succeed.
func must(t *testing.T, args ...string) string {
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

// county makes a sample database, once for all tests that only read it.
func county(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "样例.db")
	must(t, "sample", "--db", db, "--cadres", "400", "--seed", "3")
	return db
}

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
	for _, at := range []string{"2024-06", "2026-06", "2026-10"} {
		var values []value
		mustJSON(t, &values, "figures", "--db", db, "--at", at, "--json")
		for i, v := range values {
			if v.NoData {
				if v.Value != nil {
					t.Errorf("%s %s: no data, yet %v", at, v.ID, *v.Value)
				}
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

// The numbers in the Word file are those of figures --json.
func TestReportTellsTheFigures(t *testing.T) {
	db := county(t)
	path := filepath.Join(t.TempDir(), "工作汇报.docx")
	out := must(t, "report", "--db", db, "--at", "2026-06", "-o", path)
	var values []value
	mustJSON(t, &values, "figures", "--db", db, "--at", "2026-06", "--json")
	shown := map[string]string{}
	for _, v := range values {
		switch {
		case v.NoData:
		case v.Unit == "%":
			shown[v.ID] = strconv.FormatFloat(*v.Value, 'f', 1, 64)
		default:
			shown[v.ID] = strconv.Itoa(int(*v.Value))
		}
	}
	text := wordText(t, path)
	place := regexp.MustCompile(`([^{}。；，（）、〔〕：｜\n]*)\{([a-z][^{} ]+) ([^{}]+)\}`)
	places := place.FindAllStringSubmatch(countyReport(), -1)
	if len(places) < 60 {
		t.Fatalf("only %d places for figures in the template", len(places))
	}
	missing, zeros := 0, 0
	for _, p := range places {
		before := strings.NewReplacer("{本级}", "县", "{今年}", "今年").Replace(p[1])
		switch number, ok := shown[p[2]]; {
		case !ok: // said once of what has no records, and listed below
			missing++
		case number == "0" || number == "0.0": // said in words, or left to the table
			zeros++
		case !strings.Contains(text, before+number+p[3]):
			t.Errorf("%s: the report does not say %q", p[2], before+number+p[3])
		}
	}
	if zeros > 20 {
		t.Errorf("%d of the figures are 0", zeros)
	}
	if got := strings.Count(out, "\n  "); got != missing {
		t.Errorf("%d figures without data listed at the end, %d in the report", got, missing)
	}
}

// countyReport is the text of the work report without what only a city prints.
func countyReport() string {
	before, rest, _ := strings.Cut(assets.WorkReport, "〔市：")
	_, after, _ := strings.Cut(rest, "、〕")
	return before + after
}

// wordText is the running text of a .docx.
func wordText(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	d := xml.NewDecoder(f)
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
		case xml.EndElement:
			inText = false
			if token.Name.Local == "p" {
				b.WriteByte('\n')
			}
		case xml.CharData:
			if inText {
				b.Write(token)
			}
		}
	}
}

// What one office writes out, another takes in; a second time changes nothing.
func TestExportAndImport(t *testing.T) {
	db, forms := county(t), filepath.Join(t.TempDir(), "审批表")
	must(t, "export", "--db", db, "--as", "lrmx", "--dir", forms, "--at", "2026-10", "--where", "符合 乡镇班子成员")
	files, err := os.ReadDir(forms)
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "新库.db")
	var p struct {
		Files, New, Changed, Same int
		Refused, Unsettled        []any
	}
	mustJSON(t, &p, "import", "--db", other, "--json", "--dry-run", forms)
	if _, err := os.Stat(other); p.New != len(files) || err == nil {
		t.Errorf("dry run: %+v, database made: %v", p, err == nil)
	}
	mustJSON(t, &p, "import", "--db", other, "--json", forms)
	if p.New != len(files) || len(p.Unsettled) == 0 {
		t.Errorf("into an empty database: %+v", p)
	}
	mustJSON(t, &p, "import", "--db", other, "--json", forms)
	if p.Same != len(files) || p.New+p.Changed != 0 {
		t.Errorf("a second time: %+v", p)
	}
	mustJSON(t, &p, "import", "--db", db, "--json", "--at", "2026-10", forms)
	if p.Same != len(files) {
		t.Errorf("back where it came from: %+v", p)
	}
	if out := must(t, "verify", "--db", other); !strings.Contains(out, "完好") {
		t.Error(out)
	}
	var cadres []map[string]any
	mustJSON(t, &cadres, "records", "--db", other, "cadre", "--json")
	if len(cadres) != len(files) {
		t.Errorf("%d records of %d files", len(cadres), len(files))
	}
}

func TestSampleNeverMixesWithData(t *testing.T) {
	forms, imported := filepath.Join(t.TempDir(), "审批表"), filepath.Join(t.TempDir(), "来件.db")
	db := filepath.Join(t.TempDir(), "样例.db")
	must(t, "sample", "--db", db, "--cadres", "20", "--lrmx", forms)
	must(t, "import", "--db", imported, forms) // people, but no unit yet
	for _, db := range []string{db, imported} {
		_, errOut, code := run(t, "sample", "--db", db)
		if code != command.Refused || !strings.Contains(errOut, "已有数据") {
			t.Errorf("%s: exit %d: %s", db, code, errOut)
		}
	}
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
		{"verify", []string{"records", "changes", "head", "problems"}},
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

// A name that only one person has finds that person, also for papers that can
// be about one and about many.
func TestFormOfOnePerson(t *testing.T) {
	db := county(t)
	var cadres []struct{ ID, Name string }
	mustJSON(t, &cadres, "records", "--db", db, "cadre", "--json", "--where", "职务层次 属于 县处级正职、乡科级正职")
	times := map[string]int{}
	for _, c := range cadres {
		times[c.Name]++
	}
	for _, c := range cadres {
		if times[c.Name] == 1 {
			must(t, "report", "--db", db, "--paper", "干部任免审批表", "--of", c.ID, "-o", filepath.Join(t.TempDir(), "a.docx"))
			out := filepath.Join(t.TempDir(), "a.docx")
			must(t, "report", "--db", db, "--paper", "干部任免审批表", "--of", c.Name, "-o", out)
			if text := wordText(t, out); strings.Count(text, c.Name) != 1 {
				t.Errorf("the form of %s: %.200s", c.Name, text)
			}
			return
		}
	}
	t.Fatal("no name stands for one person alone")
}

// A new office imports its forms and has its figures, without a word typed in.
func TestImportCreatesUnitsAndPosts(t *testing.T) {
	dir := t.TempDir()
	known, forms, empty := filepath.Join(dir, "样例.db"), filepath.Join(dir, "审批表"), filepath.Join(dir, "新.db")
	must(t, "sample", "--db", known, "--cadres", "60", "--lrmx", forms)
	var said struct{ New, NewUnits, NewPosts int }
	mustJSON(t, &said, "import", "--db", empty, forms, "--create", "--json")
	if said.New == 0 || said.NewUnits == 0 || said.NewPosts < said.NewUnits {
		t.Errorf("%+v", said)
	}
	for _, id := range []string{"m0.principals", "m0.deputies", "m4.2.town.principals"} {
		var want, got []value
		mustJSON(t, &want, "figures", "--db", known, "--at", "2026-10", "--json", id)
		mustJSON(t, &got, "figures", "--db", empty, "--at", "2026-10", "--json", id)
		if len(want) != 1 || len(got) != 1 || want[0].Numerator+want[0].Denominator == 0 ||
			got[0].Numerator != want[0].Numerator || got[0].Denominator != want[0].Denominator {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
}
