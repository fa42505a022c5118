package command_test

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/assets"
	"huoshui/data/report"
)

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
