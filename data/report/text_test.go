package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

func draft(t *testing.T, records ...any) *report.Draft {
	t.Helper()
	s := storetest.Open(t, append(records, &data.Setting{Key: data.SettingPlace, Value: "清源县"})...)
	d, err := report.OpenDraft(t.Context(), sourceOf(t, s, 202610), 202610, written)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// filledLines is a text without its empty lines, which only part paragraphs.
func filledLines(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" || line[0] == ';' })
}

func TestTheTextIsKeptAsItWasRead(t *testing.T) {
	d := draft(t)
	if d.Own != nil || len(d.Lines) < 30 {
		t.Fatal(d.Own, len(d.Lines))
	}
	for _, l := range d.Lines {
		if l.Mark == "" && strings.Contains(l.Text, "{m0.") {
			t.Errorf("a figure without its title: %s", l.Text)
		}
	}
	if got, want := filledLines(d.Text()), filledLines(assets.WorkReport); !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("line %d: %q became %q", i, want[i], got[i])
			}
		}
		t.Errorf("%d lines became %d", len(want), len(got))
	}
}

func TestTheOfficeHasItsOwnText(t *testing.T) {
	own := func(since data.Month, text string) *data.Template {
		return &data.Template{Name: report.WorkName, Since: since, Text: data.Long(text)}
	}
	s := storetest.Open(t, &data.Setting{Key: data.SettingPlace, Value: "清源县"},
		own(202601, "= 旧题目\n\n{地区}。\n"), own(202607, "= 新题目\n\n共{m0.principals 名}。\n"))
	for at, want := range map[data.Month]string{202512: assets.WorkReport, 202606: "旧题目\n清源县。\n", 202607: "新题目\n共无数据。\n"} {
		p, missing, err := report.Work(t.Context(), sourceOf(t, s, at), at, time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Text(); at != 202512 && !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", at, got)
		}
		if at == 202512 && !strings.Contains(p.Title, "清源县") || at == 202607 && len(missing) != 1 {
			t.Error(at, p.Title, missing)
		}
	}
}

func TestFlawsAreToldInASentence(t *testing.T) {
	d := draft(t)
	for text, want := range map[string]string{
		"全县{地区}，{m0.principals 名}。": "",
		"全县{地区。":                    "没有对应的 }",
		"全县地区}。":                    "没有对应的 {",
		"全县{}。":                     "缺少指标名称",
		"全县{地区 名 个}。":               "",
		"全县{没有这个 名}。":               "没有名为“没有这个”的指标",
		"全县｛地区｝。":                   "半角",
		" ":                         "还没有文字",
		"清委发〔2026〕5号。〔县：〔其中：甲{地区}〕〕": "",
		"〔为零{县管党政正职}：没有｜有〕。":         "",
		"〔为零{没有这个}：没有｜有〕。":           "没有名为“没有这个”的指标",
		"〔有书：全县〕。":                   "不是选印的写法",
		"〔有数：全县。":                    "“〔有数：”没有对应的 〕",
	} {
		flaw := d.Flaw(report.Line{Text: text})
		if want == "" && flaw != "" || !strings.Contains(flaw, want) {
			t.Errorf("%q: %q", text, flaw)
		}
	}
}

func TestEveryOfferIsTaken(t *testing.T) {
	d := draft(t)
	offers := d.Offers()
	if len(offers) < 30 {
		t.Fatal(len(offers))
	}
	for _, o := range offers {
		if flaw := d.Flaw(report.Line{Text: o.Place()}); flaw != "" {
			t.Errorf("%s: %s", o.Place(), flaw)
		}
	}
}

// What a segment only asks is no place to be taken out.
func TestPlacesOfALine(t *testing.T) {
	d := draft(t)
	l := report.Line{Text: "〔为零{县管党政正职}：没有｜有{县管党政正职 名}〕{地区}"}
	if got := d.Places(l); !slices.Equal(got, []string{"{县管党政正职 名}", "{地区}"}) {
		t.Error(got)
	}
}
