package sheet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/data"
	"huoshui/data/officetest"
	"huoshui/data/store"
)

func TestWhatIsExportedComesBackAsItIs(t *testing.T) {
	db := county(t)
	for kind, ids := range map[*data.Kind][]string{
		data.TalkKind: {"t1", "t2"}, data.SeatKind: {"s1"}, data.CadreKind: {"c1", "c2", "c3"}, data.PostKind: {"p1"},
	} {
		p := read(t, db, kind, export(t, db, kind, ids...))
		if states(p) != [4]int{0, 0, len(ids), 0} || len(p.Unknown) > 0 || len(p.Missing) > 0 {
			t.Errorf("%s: %v %v %v %v", kind.Name, states(p), p.Unknown, p.Missing, flaws(p))
		}
	}
}

func flaws(p *Proposal) []string {
	var all []string
	for _, r := range p.Rows {
		for _, f := range r.Flaws {
			all = append(all, fmt.Sprintf("%d/%d %s", r.Line, f.Column, f.Sentence))
		}
	}
	return all
}

func TestColumnsInAnyOrder(t *testing.T) {
	db := county(t)
	path := tableOf(t,
		[]any{"2026 年谈心谈话登记表"},
		[]any{"谈话人", "备用", " 类 别 ", "姓名", "时间（公历）", "身份证号码"},
		[]any{"李部长", "x", label("talk_kind", 0), "沈嘉怡", 46032, ""}, // a day as spreadsheets keep it: 2026.01.10
		[]any{"李部长", "", label("talk_kind", 0), "王伟", "2026.3.5", "990101199001011217"},
		[]any{"李部长", "", label("talk_kind", 0), "王伟", "2026.3.6", ""},
		[]any{"李部长", "", "闲谈", "赵六", "2026.13.5", ""},
		[]any{},
		[]any{"李部长", "", label("talk_kind", 0), "王伟（1985.07）", "2026年3月7日", ""},
	)
	p := read(t, db, data.TalkKind, path)
	if got := states(p); got != [4]int{2, 1, 0, 2} {
		t.Fatalf("%v %v", got, flaws(p))
	}
	if strings.Join(p.Unknown, " ") != "备用" || len(p.Missing) > 0 {
		t.Error(p.Unknown, p.Missing)
	}
	want := []string{
		"5/3 有 2 人同名，请加身份证号",
		"6/2 “闲谈”不在代码表", "6/3 没有找到干部“赵六”", "6/4 “2026.13.5”不是日期",
	}
	got := flaws(p)
	if len(got) != len(want) {
		t.Fatal(got)
	}
	for i, w := range want {
		if !strings.HasPrefix(got[i], w) {
			t.Errorf("got %q, want %q", got[i], w)
		}
	}
	if d := p.Rows[0].Differences; len(d) != 1 || d[0] != (Difference{"谈话人", "周书记", "李部长"}) {
		t.Error(d)
	}
}

func TestGoodRowsAreOneChangeAndBadOnesStay(t *testing.T) {
	db := county(t)
	p := read(t, db, data.TalkKind, tableOf(t,
		[]any{"干部", "日期", "类别"},
		[]any{"沈嘉怡", "2026.05.01", label("talk_kind", 0)},
		[]any{"王伟", "2026.05.01", label("talk_kind", 0)},
		[]any{"沈嘉怡", "2026.05.02", label("talk_kind", 1)},
	))
	id, err := p.Write(t.Context(), db, "录入员", nil)
	if err != nil || id == "" {
		t.Fatal(id, err)
	}
	entries, err := store.Recent(t.Context(), db, 1)
	if err != nil || entries[0].What != "导入谈心谈话 2 条" || len(p.Rows) != 1 {
		t.Fatal(entries, err, len(p.Rows))
	}
	p.Set(0, 0, "990101199001011217")
	if states(p) != [4]int{1, 0, 0, 0} {
		t.Fatal(flaws(p))
	}
	if _, err := p.Write(t.Context(), db, "录入员", nil); err != nil {
		t.Fatal(err)
	}
	talks, err := store.Find[data.Talk](t.Context(), db, store.Where("cadre", "c2"))
	if err != nil || len(talks) != 2 {
		t.Error(talks, err)
	}
}

func TestEmptyCellsChangeNothing(t *testing.T) {
	db := county(t)
	p := read(t, db, data.TalkKind, tableOf(t,
		[]any{"编号", "干部", "日期", "类别", "主要内容", "谈话人"},
		[]any{"t1", "", "", "", "", "吴部长"},
		[]any{"t9", "沈嘉怡", "2026.05.01", label("talk_kind", 0)},
	))
	if states(p) != [4]int{0, 1, 0, 1} {
		t.Fatal(states(p), flaws(p))
	}
	if _, err := p.Write(t.Context(), db, "录入员", nil); err != nil {
		t.Fatal(err)
	}
	talk, err := store.Get[data.Talk](t.Context(), db, "t1")
	if err != nil || talk.Who != "吴部长" || talk.Content != "谈了\n两件事" {
		t.Error(talk, err)
	}
}

func TestARosterInAnyOrder(t *testing.T) {
	db := county(t)
	p := read(t, db, data.CadreKind, tableOf(t,
		[]any{"序号", "出生年月", "姓名", "性别", "民族", "现任职务", "身份证号码"},
		[]any{1, "1989.04", "沈嘉怡", "女", "汉族", "镇长", ""},
		[]any{2, "1990.1", "王伟", "男", "回族", "", "990101199001019999"}, // another of that name and month
		[]any{3, 1990.1, "赵六", "男", "汉族", "", ""},
		[]any{4, "", "王伟", "男", "汉族", "", ""},
		[]any{5, "1991.02", "孙七", "男", "汉族", "", "990101198904011227"},
		[]any{6, "1992.03", "周八", "男", "汉族", "", "1.30123199203011E+17"},
	))
	if strings.Join(p.Unknown, " ") != "序号 现任职务" || states(p) != [4]int{1, 1, 0, 4} {
		t.Fatal(p.Unknown, states(p), flaws(p))
	}
	for line, words := range map[int]string{4: "1 月还是 10 月", 5: "同名", 6: "与第 2 行重复", 7: "截短"} {
		if text := strings.Join(flaws(p), "；"); !strings.Contains(text, words) {
			t.Errorf("line %d: %s", line, text)
		}
	}
}

func TestWhatContradictsItselfIsBad(t *testing.T) {
	db := county(t)
	p := read(t, db, data.PostingKind, tableOf(t,
		[]any{"干部", "方式", "派出单位", "接收单位", "起", "止"},
		[]any{"沈嘉怡", label("posting_kind", 0), "县委办", "白鹿镇", "2026.05", "2026.01"},
		[]any{"沈嘉怡", label("posting_kind", 0), "", "白鹿镇", "2026.02", ""},
		[]any{"沈嘉怡", label("posting_kind", 0), "县委办", "白鹿镇", "2026.03", ""},
		[]any{"沈嘉怡", label("posting_kind", 0), "县委办", "白鹿镇", "2026.03", ""},
	))
	want := "2/5 “止”早于“起”；3/2 请填写“派出单位”；5/-1 与第 4 行重复"
	if got := strings.Join(flaws(p), "；"); got != want {
		t.Error(got)
	}
	p.Drop(0, 1, 3)
	if states(p) != [4]int{1, 0, 0, 0} {
		t.Error(flaws(p))
	}
}

func TestWhatIsNoTableIsRefused(t *testing.T) {
	db := county(t)
	dir := t.TempDir()
	text := filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(text, []byte("不是表格"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := tableOf(t, []any{"甲", "乙"}, []any{1, 2})
	for _, path := range []string{text, other, filepath.Join(dir, "没有.xlsx")} {
		if _, err := Read(t.Context(), db, data.TalkKind, path, month); err == nil || strings.Contains(data.Sentence(err), "内部出错") {
			t.Error(path, err)
		}
	}
}

func TestTooManyRowsAreRefused(t *testing.T) {
	db := county(t)
	_, err := ReadBlock(t.Context(), db, data.TalkKind, []string{"cadre"}, strings.Repeat("沈嘉怡\n", maxRows+1), month)
	if err == nil || !strings.Contains(data.Sentence(err), "最多 50000 行") {
		t.Error(err)
	}
}

// The block of the issue: 500 rows of 12 columns, some cells of which are bad.
func TestABlockOf500By12(t *testing.T) {
	db := county(t)
	columns := []string{"cadre", "kind", "sender", "receiver", "place", "post", "principal", "level", "mentor", "since", "until", "grade"}
	var b strings.Builder
	for i := range 500 {
		since := data.MakeMonth(1960+i/12, i%12+1).String()
		cells := []string{
			"沈嘉怡", label("posting_kind", 0), "县委办公室", fmt.Sprintf("第 %d 村", i), "镇", "\"村\n书记\"", "是", "", "张三",
			since, data.MakeMonth(2024, 1).String(), "",
		}
		if i%40 == 7 { // 13 of 500
			cells[9] = "去年"
		}
		b.WriteString(strings.Join(cells, "\t") + "\r\n")
	}
	p, err := ReadBlock(t.Context(), db, data.PostingKind, columns, b.String(), month)
	if err != nil {
		t.Fatal(err)
	}
	if p.Summary() != "好 487 行，需改 13 行" || len(p.Columns) != 12 {
		t.Fatal(p.Summary(), flaws(p)[:3])
	}
	if p.Rows[7].Flaw(9) == "" || p.Rows[7].Flaw(8) != "" || p.Rows[0].Cells[5] != "村\n书记" {
		t.Error(p.Rows[7].Flaws, p.Rows[0].Cells)
	}
	if _, err := p.Write(t.Context(), db, "录入员", nil); err != nil {
		t.Fatal(err)
	}
	all, err := store.Find[data.Posting](t.Context(), db)
	if err != nil || len(all) != 487 || len(p.Rows) != 13 {
		t.Error(len(all), len(p.Rows), err)
	}
}

func TestABlockWithItsHeading(t *testing.T) {
	db := county(t)
	p, err := ReadBlock(t.Context(), db, data.TalkKind, nil, "日期\t干部\t类别\n2026.05.01\t沈嘉怡\t"+label("talk_kind", 0), month)
	if err != nil || states(p) != [4]int{1, 0, 0, 0} {
		t.Fatal(err, p)
	}
	if _, err := ReadBlock(t.Context(), db, data.TalkKind, nil, "", month); err == nil {
		t.Error("nothing was taken for a block")
	}
}

func TestPastedCells(t *testing.T) {
	for text, want := range map[string]string{
		"a\tb\r\nc\td\r\n":       "[[a b] [c d]]",
		"\"a\nb\"\tc":            "[[a\nb c]]",
		"\"说\"\"好\"\"\"\t\"句\"号": "[[说\"好\" \"句\"号]]",
		"a\t\n\tb":               "[[a ] [ b]]",
		"a\t":                    "[[a ]]",
		"":                       "[]",
	} {
		if got := fmt.Sprint(split(text)); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// Every kind has a template that other programs open, with its headings, what
// is required marked, and drop-downs; and that this program reads.
func TestTemplates(t *testing.T) {
	db := county(t)
	dir := t.TempDir()
	for _, kind := range data.Kinds() {
		path := filepath.Join(dir, kind.Name+".xlsx")
		var b bytes.Buffer
		if err := Template(&b, kind); err != nil {
			t.Fatal(kind.Name, err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if p := read(t, db, kind, path); len(p.Rows) != 0 || len(p.Unknown) != 0 || len(p.Missing) != 0 {
			t.Errorf("%s: %v %v", kind.Name, p.Unknown, p.Missing)
		}
	}
	export := export(t, db, data.TalkKind, "t1", "t2")
	officetest.Python(t, "openpyxl", `
import sys, openpyxl, glob
for path in glob.glob(sys.argv[1] + '/*.xlsx'):
    book = openpyxl.load_workbook(path)
    assert book.worksheets[1].sheet_state == 'hidden', path
    assert book.worksheets[0]['A1'].comment, path
talk = openpyxl.load_workbook(sys.argv[1] + '/talk.xlsx')['谈心谈话']
assert [c.value for c in talk[1]][:4] == ['干部*', '身份证号', '日期*', '类别*'], [c.value for c in talk[1]]
assert [v.formula1 for v in talk.data_validations.dataValidation] == ["'代码表'!$A$1:$A$`+fmt.Sprint(len(data.ListNamed("talk_kind").Items))+`"]
rows = list(openpyxl.load_workbook(sys.argv[2]).worksheets[0].values)
assert len(rows) == 3 and rows[1][0] == '沈嘉怡' and rows[1][2] == '2026.01.10', rows
`, dir, export)
}

func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := Template(&b, data.TalkKind); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("PK\x03\x04"))
	db := county(f)
	path := filepath.Join(f.TempDir(), "f.xlsx")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Read(t.Context(), db, data.TalkKind, path, month)
		if err != nil && strings.Contains(data.Sentence(err), "内部出错") {
			t.Error(err)
		}
	})
}

func FuzzBlock(f *testing.F) {
	f.Add("日期\t干部\n2026.05.01\t沈嘉怡")
	f.Add("\"a\nb\tc\"")
	db := county(f)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ReadBlock(t.Context(), db, data.TalkKind, []string{"cadre", "held", "kind"}, text, month)
		if err != nil {
			return
		}
		for _, r := range p.Rows {
			if len(r.Cells) != len(p.Columns) || r.State != Bad && len(r.Flaws) > 0 {
				t.Error(r)
			}
		}
	})
}

// A number that shows two decimals says which month it means.
func TestMonthsKeptAsNumbers(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	two, err := f.NewStyle(&excelize.Style{NumFmt: 2})
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]any{"A1": "姓名", "B1": "出生年月", "A2": "赵六", "B2": 1990.1} {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellStyle("Sheet1", "B2", "B2", two); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "月.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if p := read(t, county(t), data.CadreKind, path); p.Rows[0].Cells[1] != "1990.10" {
		t.Error(p.Rows[0].Cells, flaws(p))
	}
}
