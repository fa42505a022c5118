package report_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/officetest"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

const (
	makeOffice = `
import sys, docx
d = docx.Document()
d.add_paragraph("{{地区}}截至{{时点}}：县管党政正职{{县管党政正职 名}}，其中85后{{县管党政正职中85后}}名（{{m0.principals.young}}）。")
d.add_paragraph("没有的{{某某指标}}；储备库{{m3.1.reserve 名}}；共{{人数}}人。")
t = d.add_table(rows=2, cols=3)
for i, x in enumerate(["序号", "姓名", "出生年月"]): t.cell(0, i).text = x
for i, x in enumerate(["{{序号}}", "{{姓名}}", "{{出生年月}}"]): t.cell(1, i).text = x
d.save(sys.argv[1])`
	tellOffice = `
import sys, docx
d = docx.Document(sys.argv[1])
for p in d.paragraphs: print(p.text)
for r in d.tables[0].rows: print("|".join(c.text for c in r.cells))`
)

// Two principals, one of them born after 1985, and a clerk.
func TestAnOfficesOwnFileIsFilledIn(t *testing.T) {
	s := storetest.Open(
		t,
		&data.Setting{Key: data.SettingPlace, Value: "清源县"},
		&data.Unit{ID: "u", Name: "清源县龙泉镇", Short: "龙泉镇", Kind: "31"},
		&data.Post{ID: "p", Unit: "u", Name: "党委书记", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "q", Unit: "u", Name: "镇长", Approved: 1, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 2},
		&data.Cadre{ID: "z", Name: "张三", Birth: 198601, WorkStart: 200801},
		&data.Cadre{ID: "l", Name: "李四", Birth: 197002, WorkStart: 199001},
		&data.Cadre{ID: "w", Name: "王五", Birth: 199503, WorkStart: 201801},
		&data.Appointment{Cadre: "z", Post: "p", Title: "龙泉镇党委书记", Since: 202401, Main: true},
		&data.Appointment{Cadre: "l", Post: "q", Title: "龙泉镇镇长", Since: 202401, Main: true},
	)
	dir := t.TempDir()
	template, out := filepath.Join(dir, "模板.docx"), filepath.Join(dir, "出.docx")
	officetest.Python(t, "docx", makeOffice, template)
	o := report.Order{Source: sourceOf(t, s, 202610), At: 202610, Where: criteria.MustParse("出生年月 < 1990.01")}
	filled, err := report.FillIn(t.Context(), template, o, out)
	if err != nil {
		t.Fatal(err)
	}
	want := "清源县截至2026年10月：县管党政正职2名，其中85后1名（1）。\n没有的{{某某指标}}；储备库无数据；共2人。\n" +
		"序号|姓名|出生年月\n1|张三|1986.01\n2|李四|1970.02\n"
	if got := officetest.Python(t, "docx", tellOffice, out); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !slices.Equal(filled.Unknown, []string{"某某指标"}) || len(filled.Missing) != 1 || filled.People != 2 {
		t.Errorf("%+v", filled)
	}
	o.IDs, o.Where = []string{"w", "z"}, criteria.Criterion{}
	if _, err := report.FillIn(t.Context(), template, o, out); err != nil {
		t.Fatal(err)
	}
	if got := officetest.Python(t, "docx", tellOffice, out); !strings.HasSuffix(got, "1|王五|1995.03\n2|张三|1986.01\n") {
		t.Error(got)
	}
}

func TestBadTemplatesAreRefused(t *testing.T) {
	s := storetest.Open(t)
	dir := t.TempDir()
	bad := filepath.Join(dir, "坏.docx")
	if err := os.WriteFile(bad, []byte("不是"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{bad, filepath.Join(dir, "没有.docx"), dir} {
		out := filepath.Join(dir, "出.docx")
		_, err := report.FillIn(t.Context(), path, report.Order{Source: sourceOf(t, s, 202610), At: 202610}, out)
		if sentence := data.Sentence(err); !strings.Contains(sentence, "模板") {
			t.Errorf("%s: %v", path, err)
		}
		if _, err := os.Stat(out); err == nil {
			t.Error("something was written")
		}
	}
}
