package paper_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

func TestTextIsWhatOneReads(t *testing.T) {
	p := &paper.Paper{Title: "关于配备\n情况的报告", Subtitle: "（2026年6月）", Sign: "县委组织部", Date: "2026年7月1日"}
	p.Add(
		paper.Addressee("县委："),
		paper.H(1, "一、总体情况"),
		paper.Para(paper.Plain("共有"), paper.Chip("m0", "86"), paper.Plain("人。")),
		paper.PageBreak{},
		paper.Table{
			Caption: "表1",
			Columns: []paper.Column{{Title: "出生\n年月"}, {Title: "人数", Group: "正职"}},
			Rows:    []paper.Row{paper.Band("乡镇"), paper.Cells("1990.01", "3"), paper.Cells("1991.01")},
		},
		paper.Remark(paper.Plain("注：略。")),
	)
	want := "关于配备情况的报告\n（2026年6月）\n县委：\n一、总体情况\n共有86人。\n表1\n\t正职\n出生年月\t人数\n" +
		"乡镇\n1990.01\t3\n1991.01\n注：略。\n县委组织部\n2026年7月1日\n"
	if got := p.Text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFiguresInReadingOrderEachOnce(t *testing.T) {
	p := papertest.Report()
	p.Add(paper.Remark(paper.Chip("m0.principals", "86"), paper.Chip("last", "1")))
	got := slices.Collect(p.Figures())
	want := []string{"m0.principals", "m0.principals85", "m0.share85", "teams.town", "m4.town", "last"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for first := range p.Figures() {
		if first != want[0] {
			t.Errorf("first is %s", first)
		}
		break
	}
}

func TestCheckNamesTheBlock(t *testing.T) {
	two := []paper.Column{{Title: "甲"}, {Title: "乙"}}
	for name, block := range map[string]paper.Block{
		"heading too deep": paper.H(5, "太深"),
		"heading of none":  paper.Heading{Text: "无级"},
		"pointer":          &paper.Note{},
		"nothing":          nil,
		"no columns":       paper.Table{},
		"row too long":     paper.Table{Columns: two, Rows: []paper.Row{paper.Cells("1", "2", "3")}},
		"band with cells":  paper.Table{Columns: two, Rows: []paper.Row{{Band: "甲", Cells: []paper.Span{paper.Plain("1")}}}},
	} {
		p := &paper.Paper{Body: []paper.Block{paper.Text("好"), block}}
		if err := p.Check(); !errors.Is(err, paper.ErrMisshapen) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := papertest.Report().Check(); err != nil {
		t.Error(err)
	}
}

func TestWidthsAddUp(t *testing.T) {
	table := papertest.Roster(1).Body[0].(paper.Table)
	for _, total := range []int{14570, 100, 7, 0} {
		sum := 0
		for _, width := range table.Widths(total) {
			if width < 0 {
				t.Errorf("width %d of %d", width, total)
			}
			sum += width
		}
		if sum != total {
			t.Errorf("%d instead of %d", sum, total)
		}
	}
	plain := paper.Table{Columns: make([]paper.Column, 3)}
	if got := plain.Widths(9); !slices.Equal(got, []int{3, 3, 3}) {
		t.Errorf("without shares: %v", got)
	}
}

func TestHeadsJoinNeighboursOnly(t *testing.T) {
	table := paper.Table{Columns: []paper.Column{
		{Title: "姓名"},
		{Title: "学历", Group: "全日制"},
		{Title: "院校", Group: "全日制"},
		{Title: "学历", Group: "在职"},
		{Title: "备注"},
		{Title: "其他", Group: "全日制"},
	}}
	want := []paper.Head{{"", 0, 1}, {"全日制", 1, 2}, {"在职", 3, 1}, {"", 4, 1}, {"全日制", 5, 1}}
	if got := table.Heads(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if !table.Grouped() || (paper.Table{Columns: table.Columns[:1]}).Grouped() {
		t.Error("Grouped")
	}
}

func TestFontsFillTheirGaps(t *testing.T) {
	got := paper.Fonts{Title: "华文中宋"}.OrDefault()
	if got.Title != "华文中宋" || got.Body != "仿宋_GB2312" || got.Latin != "Times New Roman" {
		t.Errorf("%+v", got)
	}
}

func FuzzClean(f *testing.F) {
	for _, text := range papertest.Odd {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean := paper.Clean(text)
		if again := paper.Clean(clean); again != clean {
			t.Errorf("%q becomes %q", clean, again)
		}
		for _, r := range clean {
			if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
				t.Errorf("%q holds %U", clean, r)
			}
		}
	})
}

func TestValuesOfASeriesHaveTheSameDecimalPlaces(t *testing.T) {
	shares, people := paper.Series{Values: []float64{75, 72.4, math.NaN()}}, paper.Series{Values: []float64{3, 12}}
	if got := []string{shares.Label(0), shares.Label(1), shares.Label(2), people.Label(1)}; !slices.Equal(got, []string{"75.0", "72.4", "", "12"}) {
		t.Errorf("labels %q", got)
	}
}
