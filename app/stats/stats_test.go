package stats

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// office has 甲, a man of 35, 乙, a woman of 36, and 丙, a woman of 46; 甲 was
// promoted this spring into 乙's former post.
func office(t *testing.T) (*Workspace, *desktest.Shell, *store.Store) {
	t.Helper()
	d, s := desktest.Open(
		t, &data.Unit{ID: "u", Name: "东河镇", Short: "东河镇", Kind: "31"},
		&data.Post{ID: "p1", Unit: "u", Name: "党委书记", Level: "1A41", Managed: "2", Rank: "1", Team: true, Duty: "党政正职", Approved: 1},
		&data.Post{ID: "p2", Unit: "u", Name: "副镇长", Level: "1A42", Managed: "2", Rank: "2", Team: true, Approved: 2},
		&data.Cadre{ID: "甲", Name: "甲", Sex: "1", Birth: 199010},
		&data.Cadre{ID: "乙", Name: "乙", Sex: "2", Birth: 198910},
		&data.Cadre{ID: "丙", Name: "丙", Sex: "2", Birth: 197910},
		&data.Appointment{Cadre: "乙", Post: "p1", Title: "党委书记", Since: 202001, Until: 202603, Main: true, How: "1"},
		&data.Appointment{Cadre: "甲", Post: "p1", Title: "党委书记", Since: 202603, Main: true, How: "1"},
		&data.Appointment{Cadre: "乙", Post: "p2", Title: "副镇长", Since: 202603, Main: true, How: "3"},
		&data.Appointment{Cadre: "丙", Post: "p2", Title: "副镇长", Since: 202001, Main: true, How: "1"},
		&data.OwnFigure{Name: "女班子成员", Subject: "任职", Condition: "班子成员 = 是 且 性别 = 女", Whole: "班子成员 = 是"},
		&data.OwnFigure{Name: "算不出的", Subject: "任职", Condition: "符合 已经没有的口径"},
	)
	d.At = 202609
	w := New(d)
	s.Enter(w)
	return w, s, d.Store.(*store.Store)
}

func text(g *grid.Grid) string {
	var lines []string
	for i := range g.Source().Len() {
		cells, _ := g.Source().Row(i)
		lines = append(lines, strings.Join(cells, " "))
	}
	return strings.Join(lines, "\n")
}

func people(t *testing.T, s *desktest.Shell, db *store.Store) string {
	t.Helper()
	names, err := s.Queries[len(s.Queries)-1].Distinct(t.Context(), db, "姓名")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, row := range names {
		list = append(list, row[1])
	}
	return strings.Join(list, " ")
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestACellOpensWhomItCounts(t *testing.T) {
	w, s, db := office(t)
	p := w.pivot
	p.row, p.column = "职务层次", "性别"
	p.own()
	expect(t, text(p.grid), "乡科级正职 1 0 1\n乡科级副职 0 2 2\n合计 1 2 3")
	for _, c := range []struct {
		row           int
		column, title string
		people        string
	}{
		{1, "1", "乡科级副职、女", "丙 乙"},
		{1, total, "职务层次 乡科级副职", "丙 乙"},
		{2, "0", "性别 男", "甲"},
		{2, rowHead, "干部", "丙 甲 乙"},
		{0, "1", "乡科级正职、女", ""},
	} {
		p.grid.OnOpenCell(c.row, c.column)
		expect(t, s.Opened[len(s.Opened)-1], c.title)
		got := strings.Fields(people(t, s, db))
		if len(got) != len(strings.Fields(c.people)) {
			t.Errorf("%s opens %v", c.title, got)
		}
		for _, name := range strings.Fields(c.people) {
			if !strings.Contains(strings.Join(got, " "), name) {
				t.Errorf("%s does not open %s", c.title, name)
			}
		}
	}
	p.measures.OnChanged("占本列 %")
	expect(t, text(p.grid), "乡科级正职 100.0 0.0 33.3\n乡科级副职 0.0 100.0 66.7\n合计 100.0 100.0 100.0")
	p.swap()
	expect(t, p.row+p.column, "性别职务层次")
	p.setSubject("职位")
	if p.table.Query.Subject.Label != "职位" || len(s.Failed) > 0 {
		t.Error(p.table.Query.Subject.Label, s.Failed)
	}
}

func TestConditionsNarrowTheTable(t *testing.T) {
	w, s, _ := office(t)
	p := w.pivot
	p.row, p.column = "性别", ""
	p.own()
	p.Add(criteria.MustParse("年龄 > 40"))
	expect(t, text(p.grid), "女 1\n合计 1")
	if p.preset != "" || p.presets[0].Selected || len(s.Failed) > 0 {
		t.Error(p.preset, s.Failed)
	}
	test.Tap(p.presets[1])
	if p.column != "性别" || p.row != "年龄" || len(p.Parts) != 1 {
		t.Error(p.row, p.column, p.Parts)
	}
}

func TestTheStandardTableOpensItsCells(t *testing.T) {
	w, s, db := office(t)
	w.Show(1)
	part := w.parts[1].(*standard)
	if !strings.HasPrefix(text(part.grid), "合计 3 2 66.7") {
		t.Error(text(part.grid))
	}
	part.grid.OnOpenCell(0, "1")
	expect(t, s.Opened[0]+" "+people(t, s, db), "合计、女 丙 乙")
}

// A point of a trend opens those who were counted then.
func TestATrendOpensThePast(t *testing.T) {
	w, s, db := office(t)
	w.Show(2)
	part := w.parts[2].(*trend)
	part.figures, part.span, part.step = []string{"m0.principals", "自定.女班子成员", "没有的"}, 12, 6
	part.read()
	expect(t, text(part.grid), "2026.09 1 人 2 人\n2026.03 1 人 2 人\n2025.09 1 人 2 人")
	part.open(2, 0)
	expect(t, people(t, s, db), "甲")
	part.open(0, 0)
	expect(t, people(t, s, db), "乙")
	part.remove("m0.principals")
	expect(t, text(part.grid), "2026.09 2 人\n2026.03 2 人\n2025.09 2 人")
	if len(part.charts.Objects) != 1 {
		t.Error("not one chart")
	}
}

func TestMonitoredFiguresOpen(t *testing.T) {
	w, s, _ := office(t)
	w.Show(3)
	part := w.parts[3].(*monitor)
	for i, v := range part.values {
		part.open(i)
		expect(t, s.Opened[len(s.Opened)-1], v.Label)
	}
	if part.paper() == nil || part.paper().Check() != nil {
		t.Error("no paper")
	}
}

// What is wrong with an own figure is said while it is typed.
func TestAnOwnFigureIsJudgedWhileTyped(t *testing.T) {
	w, s, db := office(t)
	w.Show(4)
	expect(t, strings.Split(text(w.own.view.grid), "\n")[0], "女班子成员 2 人（66.7%） 2 人 任职：班子成员 = 是 且 性别 = 女；一人只计一次；占：班子成员 = 是")
	w.Add()
	v := w.own.view
	type step struct {
		field       input.Field
		value       string
		wrong       input.Field
		says, shows string
	}
	for _, c := range []step{
		{v.name, "女班子成员", v.name, "已有名为“女班子成员”的自定指标。", ""},
		{v.name, "四十岁以上", v.subject, "请选一个统计对象。", ""},
		{v.subject, "任职", nil, "", "时点 2026.09：3 人"},
		{v.condition, "年龄", v.condition, "后缺少比较", ""},
		{v.condition, "身高 > 3", v.condition, "没有“身高”这一项", ""},
		{v.condition, "年龄 ≥ 40", nil, "", "时点 2026.09：1 人"},
		{v.whole, "符合 没有的", v.whole, "没有名为“没有的”的口径", ""},
		{v.whole, "全部", nil, "", "时点 2026.09：1 人（1/3，33.3%）"},
		{v.share, "是", nil, "", "时点 2026.09：33.3%（1/3）"},
	} {
		c.field.SetValue(c.value)
		v.changed()
		if c.wrong != nil && !strings.Contains(c.wrong.Problem(), c.says) {
			t.Errorf("%s: says %q", c.value, c.wrong.Problem())
		}
		expect(t, v.result.Text, c.shows)
	}
	asked := false
	w.Leave(func() { asked = true })
	if asked || !w.own.dirty() {
		t.Error("left without a word")
	}
	w.Save()
	saved := storetest.All[data.OwnFigure](t, db)
	if len(saved) != 3 || w.own.dirty() || len(s.Failed) > 0 {
		t.Fatal(len(saved), s.Failed)
	}
	if !strings.Contains(text(v.grid), "四十岁以上 33.3%") || !strings.Contains(text(v.grid), "算不出的 算不出") {
		t.Error(text(v.grid))
	}
	w.own.view.fill(saved[2])
	w.own.view.remove()
	s.Press(t, "从来就不该有")
	if left := storetest.All[data.OwnFigure](t, db); len(left) != 2 {
		t.Error(len(left))
	}
}

// Whoever saves on the way out stays when nothing could be saved.
func TestAnOwnFigureNotSavedIsNotLeft(t *testing.T) {
	w, s, db := office(t)
	w.Add()
	v := w.own.view
	v.name.SetValue("全部任职")
	v.subject.SetValue("任职")
	v.changed()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	left := false
	w.Leave(func() { left = true })
	if s.Press(t, "保存"); left || !w.own.dirty() || len(s.Failed) == 0 {
		t.Errorf("left %v, unsaved %v, told %v", left, w.own.dirty(), s.Failed)
	}
}

func TestEveryPresetIsShown(t *testing.T) {
	w, s, _ := office(t)
	for _, chip := range w.pivot.presets {
		test.Tap(chip)
		for _, form := range w.pivot.offered() {
			w.pivot.forms.OnChanged(form)
		}
		if p := w.pivot.paper(); len(w.pivot.table.Rows) > 0 && p.Check() != nil {
			t.Error(chip.Text, p.Check())
		}
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

// What cannot be counted is said, and what is shown stays.
func TestARefusedTable(t *testing.T) {
	w, s, _ := office(t)
	before := text(w.pivot.grid)
	w.pivot.row = "身高"
	w.pivot.own()
	w.pivot.measures.OnChanged("占本行 %")
	if len(s.Failed) != 1 || !strings.Contains(data.Sentence(s.Failed[0]), "没有“身高”这一项") {
		t.Error(s.Failed)
	}
	w.pivot.measures.OnChanged("人数")
	expect(t, text(w.pivot.grid), before)
	w.pivot.table = nil
	w.pivot.measures.OnChanged("人数")
}
