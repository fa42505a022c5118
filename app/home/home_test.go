package home

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store/storetest"
)

// county is two towns, each with a secretary and a mayor, and a bureau with a
// deputy; one cadre came into the reserve this year.
func county() []any {
	records := []any{
		&data.Setting{Key: data.SettingLevel, Value: "县"},
		&data.Unit{ID: "u1", Name: "白鹿镇", Short: "白鹿镇", Kind: "31"},
		&data.Unit{ID: "u2", Name: "青石乡", Short: "青石乡", Kind: "32"},
		&data.Unit{ID: "u3", Name: "县发展和改革局", Short: "县发改局", Kind: "22"},
		&data.Post{ID: "p5", Unit: "u3", Name: "副局长", Level: "1A42", Rank: "2", Managed: "2", Team: true},
		&data.Cadre{ID: "c5", Name: "杨文轩", Sex: "2", Birth: 199106},
		&data.Appointment{Cadre: "c5", Unit: "u3", Post: "p5", Title: "副局长", Main: true, Since: 202603, How: "1"},
		&data.Reserve{Cadre: "c5", Tier: "3", Since: 202605},
	}
	for i, c := range []data.Cadre{
		{ID: "c1", Name: "沈嘉怡", Sex: "2", Birth: 199201}, // 34 now, 33 a year ago
		{ID: "c2", Name: "王静思", Sex: "1", Birth: 199012}, // 35 now
		{ID: "c3", Name: "李春", Sex: "1", Birth: 197805},
		{ID: "c4", Name: "周文华", Sex: "1", Birth: 196609}, // 60 this autumn
	} {
		post := data.Ref("p" + c.ID[1:])
		unit := data.Ref([]string{"u1", "u1", "u2", "u2"}[i])
		name := []string{"党委书记", "党委副书记、镇长", "党委书记", "党委副书记、乡长"}[i]
		since := []data.Month{202201, 202604, 201901, 201901}[i]
		records = append(
			records,
			&data.Post{ID: string(post), Unit: unit, Name: name, Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职"},
			&c,
			&data.Appointment{Cadre: data.Ref(c.ID), Unit: unit, Post: post, Title: name, Main: true, Since: since, How: "1"},
		)
	}
	return records
}

func filled(t *testing.T) (*model, *desktest.Shell) {
	t.Helper()
	d, w := desktest.Open(t, county()...)
	m := newModel(d)
	m.read()
	if len(w.Failed) > 0 {
		t.Fatal(w.Failed)
	}
	return m, w
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadlines(t *testing.T) {
	m, _ := filled(t)
	var got []string
	for _, v := range m.state.headlines {
		c := card(v)
		got = append(got, c.Caption+" "+c.Value+c.Unit+" "+c.Note)
	}
	expect(t, strings.Join(got, "\n"), strings.Join([]string{
		"县管党政正职中 85后 2人 占 50.0%　较上年 +1 人",
		"县管党政副职中 85后 1人 占 100.0%",
		"乡镇党政正职 35岁以下 2人 占 50.0%　较上年 +1 人",
		"提拔重用中年轻干部占比 100.0% 2 人中 2 人",
	}, "\n"))
}

func TestEveryFigureStandsOnce(t *testing.T) {
	m, _ := filled(t)
	seen := map[string]int{}
	for _, v := range slices.Concat(m.state.headlines, m.state.others) {
		seen[v.Definition.ID]++
		if g := groupOf(v); g == "其他" && !slices.Contains(headlines, v.Definition.ID) {
			t.Errorf("%s stands under no heading", v.Definition.ID)
		}
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s stands %d times", id, n)
		}
	}
	if len(m.state.headlines) != len(headlines) {
		t.Error("a headline is missing")
	}
}

func TestPyramidLeadsToThoseItCounts(t *testing.T) {
	m, _ := filled(t)
	men, women := 0, 0
	for i, b := range m.state.ages {
		men, women = men+b.men, women+b.women
		for _, side := range []struct {
			sex   string
			count int
		}{{"男", b.men}, {"女", b.women}} {
			title, q := m.state.barred(i, side.sex)
			people, err := q.People(t.Context(), m.desk.Store)
			if err != nil || len(people) != side.count {
				t.Errorf("%s: %d people for a bar of %d (%v)", title, len(people), side.count, err)
			}
		}
	}
	if men != 3 || women != 2 {
		t.Errorf("%d men, %d women", men, women)
	}
	if oldest := m.state.ages[0]; oldest.label != "60岁及以上" || oldest.men != 1 {
		t.Errorf("%+v", oldest)
	}
}

func TestTrend(t *testing.T) {
	m, _ := filled(t)
	var got []string
	for _, v := range m.state.trend {
		got = append(got, v.At.String()+" "+v.Text())
	}
	// 2022: one of three; 2026: the young mayor has joined.
	expect(t, strings.Join(got, ", "), "2022.10 33.3, 2023.10 33.3, 2024.10 33.3, 2025.10 33.3, 2026.10 50.0")
	title, q := m.state.then(0)
	people, err := q.People(t.Context(), m.desk.Store)
	if err != nil || title != "乡镇党政正职 35岁以下" || len(people) != 1 || q.At != 202210 {
		t.Error(title, people, q.At, err)
	}
}

func TestNothingIsComputedTwice(t *testing.T) {
	m, _ := filled(t)
	times := 0
	m.onChange = func() { times++ }
	m.read()
	m.read()
	if times != 0 {
		t.Error("computed again although nothing has changed")
	}
	m.desk.At = 202512
	m.read()
	storetest.Put(t, m.desk.Store, &data.Cadre{Name: "新人"})
	m.read() // the figures, and the check of the records
	if times != 3 || m.state.month != 202512 {
		t.Errorf("%d times, month %s", times, m.state.month)
	}
}

func TestAnswersThatComeTooLateAreDropped(t *testing.T) {
	m, w := filled(t)
	run := &desktest.Late{}
	m.desk.Run = run
	m.desk.At = 202412
	m.read()
	run.Waiting[0]() // what has changed, then the figures
	m.desk.At = 202512
	m.read()
	run.Waiting[2]()
	run.Waiting[3]()
	run.Waiting[1]()
	if m.state.month != 202512 || len(w.Failed) > 0 {
		t.Error(m.state.month, w.Failed)
	}
}

// A question that is being answered is not begun again when the user comes back
// to the room; going back to a month shows that month.
func TestNothingIsAskedTwice(t *testing.T) {
	m, w := filled(t)
	run := &desktest.Late{}
	m.desk.Run = run
	before := m.desk.At
	storetest.Put(t, m.desk.Store, &data.Cadre{Name: "新人"})
	m.read()
	run.Waiting[0]() // what has changed
	m.read()
	run.Waiting[2]()
	if len(run.Waiting) != 3 {
		t.Error("figures are asked", len(run.Waiting)-2, "times")
	}
	run.Waiting[1]() // the figures, then the check
	m.read()
	run.Waiting[4]()
	if len(run.Waiting) != 5 {
		t.Error("after the figures,", len(run.Waiting)-4, "checks")
	}
	m.desk.At = 202512
	m.read()
	run.Waiting[5]()
	m.desk.At = before
	m.read()
	for i := 6; i < len(run.Waiting); i++ {
		run.Waiting[i]()
	}
	if m.state.month != before || len(w.Failed) > 0 {
		t.Error(m.state.month, w.Failed)
	}
}

func enter(t *testing.T, records ...any) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, shell := desktest.Open(t, records...)
	w := New(d)
	shell.Enter(w)
	return w, shell
}

func TestEverythingOpensItsPeople(t *testing.T) {
	w, shell := enter(t, county()...)
	for _, c := range w.cards {
		test.Tap(c)
	}
	expect(t, strings.Join(shell.Opened, " "), strings.Join(headlines, " "))
	shell.Opened = nil
	var want []string
	for _, v := range w.model.state.others {
		want = append(want, v.Definition.ID)
	}
	desktest.Walk(w.list, func(o fyne.CanvasObject) {
		if l, ok := o.(*line); ok {
			test.Tap(l)
		}
	})
	expect(t, strings.Join(shell.Opened, " "), strings.Join(want, " "))
	shell.Opened = nil
	w.pyramid.OnTap(1, 6)
	w.trend.OnTap(0, 4)
	expect(t, strings.Join(shell.Opened, "|"), "本级管理 31–34岁 女|乡镇党政正职 35岁以下")
}

// What is due stands first and opens its list; what is not steps back.
func TestReminders(t *testing.T) {
	w, shell := enter(t, append(county(), &data.Task{Year: 2026, List: "1", Name: "某事", Deadline: 20260630})...)
	checked := 0
	w.OnCheck = func() { checked++ }
	w.update()
	var lines []string
	desktest.Walk(w.dues, func(o fyne.CanvasObject) {
		if l, ok := o.(*line); ok {
			lines = append(lines, l.label.Text+" "+l.number.Text)
			test.Tap(l)
		}
	})
	expect(t, strings.Join(lines[:7], "|"), "记录待核对 25 项|半年内到龄 1|一年内到龄 1|任现职满 5 年 2|三张清单逾期事项 1|尚缺本半年调度会的党委（党组） 3|本月到龄 0")
	if checked != 1 || !slices.Contains(shell.Opened, "三张清单逾期事项") || !slices.Contains(shell.Opened, "任现职满 5 年") {
		t.Error(checked, shell.Opened)
	}
}

func TestALineOpensByTheKeyboard(t *testing.T) {
	w, shell := enter(t, county()...)
	desktest.Walk(w.list, func(o fyne.CanvasObject) {
		if l, ok := o.(*line); ok && len(shell.Opened) == 0 {
			shell.Window.Focus(l)
			l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	})
	expect(t, strings.Join(shell.Opened, " "), "m0.principals")
}

// No label may run into the numbers of its line.
func TestLabelsFitTheirLines(t *testing.T) {
	w, _ := enter(t, county()...)
	desktest.Walk(w.list, func(o fyne.CanvasObject) {
		if l, ok := o.(*line); ok && l.label.Position().X+l.label.MinSize().Width > l.number.Position().X {
			t.Errorf("%s runs into %s", l.label.Text, l.number.Text)
		}
	})
}

func TestTheScreenIsChinese(t *testing.T) {
	w, shell := enter(t, county()...)
	shown := shell.Texts()
	w.tabs.Select(1)
	shown = append(shown, shell.Texts()...)
	for _, text := range shown {
		if regexp.MustCompile(`[A-Za-z]{3,}`).MatchString(text) {
			t.Errorf("%q", text)
		}
	}
	for _, want := range []string{"年龄为 2026 年 10 月的周岁　点任一数字看名单", "无数据", "本级管理干部年龄结构", "储备库在库", "缺年度考核结果"} {
		if !slices.Contains(shown, want) {
			t.Errorf("%q is not shown", want)
		}
	}
}

func TestAnEmptyDatabaseSaysWhatToDo(t *testing.T) {
	w, shell := enter(t)
	w.OnSettings = func() { shell.Opened = append(shell.Opened, "设置") }
	if !slices.Contains(shell.Texts(), "第一次使用，从这里开始") {
		t.Error(shell.Texts())
	}
	shell.Walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok {
			test.Tap(b)
		}
	})
	if !slices.Equal(shell.Opened, []string{"导入", "设置"}) {
		t.Error("the buttons lead to", shell.Opened)
	}
	again := New(w.desk)
	again.Refresh() // before it is shown
	shell.Window.SetContent(again.Content())
	if !slices.Contains(shell.Texts(), "第一次使用，从这里开始") {
		t.Error("what was computed before is not shown")
	}
	shell.Window.SetContent(w.Content())
	storetest.Put(t, w.desk.Store, county()...)
	w.Refresh()
	if !slices.Contains(shell.Texts(), "指标") {
		t.Error("records have come, and the overview does not show them")
	}
}

func TestWording(t *testing.T) {
	for by, want := range map[float64]string{2.8: "+2.8", -1.75: "−1.8", 0: "0.0"} {
		expect(t, signed(by, 1), want)
	}
	expect(t, signed(3, 0), "+3")
	expect(t, subtitle(202601, 202612), "年龄为 2026 年 1 月的周岁　点任一数字看名单")
}
