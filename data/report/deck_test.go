package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

var written = time.Date(2026, time.July, 1, 9, 0, 0, 0, time.UTC)

// towns are three townships: four principals, of whom in 2026.06 one is under 36
// and a year before two were, and a deputy promoted this year. Two rounds have
// judged the teams; a third is yet to come.
func towns(t *testing.T) figure.Source {
	t.Helper()
	s := storetest.Open(
		t,
		&data.Setting{Key: data.SettingPlace, Value: "清江县", Since: 202001},
		&data.Unit{ID: "t1", Name: "白鹿镇", Short: "白鹿镇", Kind: "31", Sort: 1},
		&data.Unit{ID: "t2", Name: "青石镇", Short: "青石镇", Kind: "31", Sort: 2},
		&data.Unit{ID: "t3", Name: "柳河镇", Short: "柳河镇", Kind: "31", Sort: 3},
		seat("t1", "书记", "党政正职"), seat("t1", "镇长", "党政正职"), seat("t1", "副镇长", "副职"),
		seat("t2", "书记", "党政正职"), seat("t2", "镇长", "党政正职"),
		&data.Cadre{ID: "a", Name: "赵", Sex: "1", Birth: 199004},
		&data.Cadre{ID: "b", Name: "钱", Sex: "2", Birth: 199012},
		&data.Cadre{ID: "c", Name: "孙", Sex: "1", Birth: 197505},
		&data.Cadre{ID: "d", Name: "李", Sex: "1", Birth: 198501},
		&data.Cadre{ID: "e", Name: "周", Sex: "2", Birth: 199707},
		holds("a", "t1书记", 202301, "3"), holds("b", "t1镇长", 202301, "3"),
		holds("c", "t2书记", 202301, "3"), holds("d", "t2镇长", 202301, "3"),
		holds("e", "t1副镇长", 202603, "1"),
		&data.Evaluation{ID: "e1", Name: "2025年下半年评价", At: 202512, Held: 20260110},
		&data.Evaluation{ID: "e2", Name: "2026年上半年评价", At: 202606, Held: 20260620},
		&data.Evaluation{ID: "e3", Name: "2026年下半年评价", At: 202612, Held: 20270110},
		&data.Light{Evaluation: "e1", Unit: "t1", Color: "1", Missing: 2}, &data.Light{Evaluation: "e1", Unit: "t2", Color: "3"},
		&data.Light{Evaluation: "e2", Unit: "t1", Color: "2", Missing: 1, Unmet: 1, Reasons: "30岁以下缺1名\n没有45岁以下成员"},
		&data.Light{Evaluation: "e2", Unit: "t2", Color: "1", Missing: 2, Unmet: 2, Reasons: "35岁以下缺2名"},
		&data.Light{Evaluation: "e2", Unit: "t3", Color: "3"},
		&data.Light{Evaluation: "e3", Unit: "t1", Color: "1"},
	)
	return sourceOf(t, s, 202606)
}

func seat(unit data.Ref, name, duty string) *data.Post {
	return &data.Post{ID: string(unit) + name, Unit: unit, Name: name, Approved: 1, Managed: "2", Team: true, Duty: duty}
}

func holds(cadre, post data.Ref, since data.Month, how data.Code) *data.Appointment {
	return &data.Appointment{Cadre: cadre, Post: post, Title: string(post), Since: since, How: how, Main: true}
}

func deckOf(t *testing.T, source figure.Source) *paper.Deck {
	t.Helper()
	d, err := report.Deck(t.Context(), source, 202606, written)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

// cardOf finds the card of a figure, and the slide it is on.
func cardOf(t *testing.T, d *paper.Deck, figure string) (paper.Slide, paper.Card) {
	t.Helper()
	for _, s := range d.Slides {
		for _, c := range s.Cards {
			if c.Figure == figure {
				return s, c
			}
		}
	}
	t.Fatalf("no card of %s", figure)
	return paper.Slide{}, paper.Card{}
}

func TestDeckSpeaksOfItsFigures(t *testing.T) {
	d := deckOf(t, towns(t))
	if !strings.HasPrefix(d.Title, "清江县") || d.Subtitle != "时点：2026年6月" || d.Date != "2026年7月1日" {
		t.Errorf("%s, %s, %s", d.Title, d.Subtitle, d.Date)
	}
	slide, card := cardOf(t, d, "m4.2.town.principals")
	if want := "乡镇党政正职35岁以下 1 名，占 25.0%，较上年下降 25.0 个百分点"; slide.Title != want || !card.Lead {
		t.Errorf("title %s", slide.Title)
	}
	if card.Text != "1" || card.Unit != "名" || card.Change != "占 25.0%，较上年下降 25.0 个百分点" {
		t.Errorf("%+v", card)
	}
	if !strings.HasPrefix(slide.Note, "时点：2026年6月　") || !strings.Contains(slide.Note, "　35岁以下指不满 36 周岁") {
		t.Errorf("note %s", slide.Note)
	}
	if !slices.ContainsFunc(slide.Remarks, func(r string) bool {
		return strings.HasPrefix(r, "乡镇党政正职 35岁以下：1名（1／4）。口径：任职：符合 乡镇党政正职")
	}) {
		t.Errorf("remarks %q", slide.Remarks)
	}
	if _, card := cardOf(t, d, "m3.1.reserve"); card.Text != "无数据" || card.Unit != "" || card.Change != "" {
		t.Errorf("%+v", card)
	}
}

// What the report states, the deck states, in the same words; no slide is too
// full to be read.
func TestDeckAndReportAgree(t *testing.T) {
	source := towns(t)
	p, _, err := report.Work(t.Context(), source, 202606, written)
	if err != nil {
		t.Fatal(err)
	}
	body := paper.Paper{Body: p.Body}
	cards := map[string]paper.Card{}
	for _, s := range deckOf(t, source).Slides {
		if len(s.Cards) > 6 {
			t.Errorf("%s: %d cards", s.Title, len(s.Cards))
		}
		for _, c := range s.Cards {
			cards[c.Figure] = c
		}
		if s.Table == nil {
			continue
		}
		for _, r := range s.Table.Rows {
			for i, cell := range r.Cells {
				if cell.Figure != "" {
					cards[cell.Figure] = paper.Card{Text: strings.ReplaceAll(cell.Text, " ", ""), Change: r.Cell(i + 1).Text}
				}
			}
		}
	}
	n := 0
	for s := range body.Spans() {
		if s.Figure == "" {
			continue
		}
		n++
		card, ok := cards[s.Figure]
		if of, share := strings.CutSuffix(s.Figure, ".share"); !ok && share {
			if card = cards[of]; !strings.Contains(card.Change, "占 "+s.Text) {
				t.Errorf("%s: %s in the report, %s on the slide", s.Figure, s.Text, card.Change)
			}
			continue
		}
		if card.Text+card.Unit != s.Text {
			t.Errorf("%s: %s in the report, %s%s on the slide", s.Figure, s.Text, card.Text, card.Unit)
		}
	}
	if n < 60 {
		t.Errorf("only %d figures", n)
	}
}

func TestDeckShowsTheLightsOfTheLastRound(t *testing.T) {
	d := deckOf(t, towns(t))
	i := slices.IndexFunc(d.Slides, func(s paper.Slide) bool { return len(s.Lights) > 0 })
	if i < 0 {
		t.Fatal("no lights")
	}
	var lights []string
	for _, l := range d.Slides[i].Lights {
		lights = append(lights, l.Name+l.Word+l.Note)
	}
	if got, want := strings.Join(lights, " "), "青石镇红35岁以下缺2名 白鹿镇黄30岁以下缺1名 柳河镇绿"; got != want {
		t.Errorf("got %s", got)
	}
	if want := "3 个班子：红灯 1、黄灯 1、绿灯 1，红灯与上次持平；2 个班子尚不评灯色：尚未设目标 2 个"; d.Slides[i].Title != want {
		t.Errorf("title %s", d.Slides[i].Title)
	}
	below := d.Slides[i+1]
	if want := "2 个班子未达配备目标，共缺配 3 名"; below.Title != want || below.Table == nil {
		t.Fatalf("below target: %s", below.Title)
	}
	var rows []string
	for _, r := range below.Table.Rows {
		rows = append(rows, r.Cell(0).Text+r.Cell(1).Text+r.Cell(2).Text+r.Cell(3).Text)
	}
	if got, want := strings.Join(rows, " "), "青石镇红235岁以下缺2名 白鹿镇黄130岁以下缺1名等 2 项"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestCharts(t *testing.T) {
	source := towns(t)
	for name, c := range map[string]struct {
		draw report.Draw
		want string
	}{
		"township members": {report.TownAges, "30岁及以下 31–35岁 36–40岁 41–45岁 46–50岁 51–54岁; 党政正职 0 1 1 1 0 1; 其他班子成员 1 0 0 0 0 0"},
		"by age and sex":   {report.AgePyramid, "30岁及以下 31–35岁 36–40岁 41–45岁 46–50岁 51–54岁; 男 0 0 1 1 0 1; 女 1 1 0 0 0 0"},
		"promoted":         {report.Promotions, "2026年1–6月; 1995年及以后 1"},
		"lights":           {report.LightRounds, "2025.12 2026.06; 红灯 1 1; 黄灯 0 1; 绿灯 1 1"},
		"reserve":          {report.ReserveTiers, ""},
		"course":           {report.Course("占比", "m4.2.town.principals.share"), "2023.06 2024.06 2025.06 2026.06; 乡镇党政正职 35岁以下占比 50 50 50 25"},
		"no such figure":   {report.Course("占比", "m9"), ""},
	} {
		drawn, err := c.draw(t.Context(), source, 202606)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if drawn != nil {
			got = strings.Join(drawn.Labels, " ")
			for _, s := range drawn.Series {
				got += "; " + s.Name
				for i := range s.Values {
					got += " " + s.Label(i)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestAnnexListsTheFigures(t *testing.T) {
	p, _, err := report.Work(t.Context(), towns(t), 202606, written)
	if err != nil {
		t.Fatal(err)
	}
	text := p.Text()
	for _, want := range []string{
		"\n乡镇党政正职 35岁以下\t1\t名\t2\t−1\n", "\n乡镇党政正职 35岁以下占比\t25.0\t%\t50.0\t−25.0\n",
		"\n换届中成批配备\n", "\n储备库在库\t无数据\t名\t无数据\t\n", fmt.Sprintf("\n%s\n", "乡镇（街道）班子成员年龄结构"),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Index(text, "2026年7月1日") > strings.Index(text, "附表") {
		t.Error("the annex stands before the signature")
	}
}
