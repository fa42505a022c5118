package roster

import (
	"slices"
	"strings"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/criteria"
)

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAllCadresInTheOrderOfUnits(t *testing.T) {
	d, w := open(t)
	m := silent(d)
	expect(t, m.names(t), "欧阳文 沈嘉怡 单雨 王静思 王子文")
	if m.total != 5 || len(w.Failed) > 0 {
		t.Errorf("total %d, failures %v", m.total, w.Failed)
	}
}

func TestSorting(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	m.sortBy("birth", false)
	expect(t, m.names(t), "欧阳文 沈嘉怡 王子文 单雨 王静思")
	m.sortBy("birth", true)
	expect(t, m.names(t), "王静思 单雨 王子文 沈嘉怡 欧阳文")
	m.sortBy("name", false) // 欧 ou, 单 shan, 沈 shen, 王 wang
	expect(t, m.names(t), "欧阳文 单雨 沈嘉怡 王静思 王子文")
	m.sortBy("sex", false) // equals in the order of units
	expect(t, m.names(t), "单雨 王静思 王子文 欧阳文 沈嘉怡")
}

func TestSearch(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	for text, want := range map[string]string{
		"王":       "王静思 王子文",
		"wang":    "王静思 王子文",
		"WJS":     "王静思",
		"sy":      "单雨",
		"shanyu":  "单雨",
		"发改":      "欧阳文",
		"白鹿 镇长":   "单雨 王静思",
		"白鹿 wang": "王静思",
		"不在":      "",
		"  ":      "欧阳文 沈嘉怡 单雨 王静思 王子文",
		"100%":    "",
	} {
		m.find(text)
		expect(t, m.names(t), want)
	}
}

func TestConditionsHoldTogether(t *testing.T) {
	d, w := open(t)
	m := silent(d)
	m.Add(criteria.If("年龄", criteria.Less, "36"))
	expect(t, m.names(t), "单雨 王静思")
	m.Add(criteria.If("民族", criteria.In, "回族", "满族"))
	expect(t, m.names(t), "单雨")
	m.Replace(0, criteria.If("年龄", criteria.AtLeast, "36"))
	expect(t, m.names(t), "王子文")
	m.find("shan")
	expect(t, m.names(t), "")
	m.find("")
	m.Remove(1)
	expect(t, m.names(t), "欧阳文 沈嘉怡 王子文")
	m.Add(m.Parts[0])
	if len(m.Parts) != 1 {
		t.Error("the same condition stands twice")
	}
	m.clear()
	if m.narrowed() || m.list.Len() != 5 || len(w.Failed) > 0 {
		t.Errorf("%d rows, failures %v", m.list.Len(), w.Failed)
	}
}

func TestTheMonthDecides(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	d.At = 202501
	m.read()
	expect(t, m.names(t), "欧阳文 沈嘉怡 周晨然 王静思 单雨 王子文")
	if m.total != 6 {
		t.Errorf("total %d", m.total)
	}
}

func TestSentence(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	if err := m.Write("年龄 < 36 且 （民族 = 回族 或 民族 = 汉族）"); err != nil {
		t.Fatal(err)
	}
	expect(t, m.names(t), "单雨 王静思")
	if len(m.Parts) != 2 {
		t.Errorf("%d chips", len(m.Parts))
	}
	for text, want := range map[string]string{
		"年龄 <":      "口径“年龄 <”读不懂：“年龄 <”后缺少值。",
		"岁数 < 36":   "“干部”没有“岁数”这一项。",
		"符合 没有的":    "没有名为“没有的”的口径。",
		"出生年月 ≥ 早年": "“出生年月”的值不对：“早年”不是年月，应如 1990.01。",
	} {
		if err := m.Write(text); err == nil {
			t.Errorf("%s was read", text)
		} else {
			expect(t, data.Sentence(err), want)
		}
	}
	expect(t, m.Where().String(), "年龄 < 36 且 （民族 = 回族 或 民族 = 汉族）")
	if err := m.Write(""); err != nil || len(m.Parts) != 0 {
		t.Error("an empty sentence keeps conditions", err)
	}
}

func TestScopeListsExactlyThoseCounted(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	q := m.query1(t, "任职", "符合 乡镇党政正职")
	_, people, err := q.Count(t.Context(), d.Store)
	if err != nil || people != 2 {
		t.Fatal(people, err)
	}
	m.Add(criteria.If("性别", criteria.Equal, "男"))
	m.show("乡镇党政正职", q)
	expect(t, m.names(t), "沈嘉怡 单雨")
	m.Add(criteria.If("性别", criteria.Equal, "男"))
	expect(t, m.names(t), "单雨")
	m.leaveScope()
	expect(t, m.names(t), "单雨 王静思 王子文")
}

// Somebody who has left the files since is still one of those counted.
func TestScopeShowsThoseWhoHaveLeft(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	q := m.query1(t, "任职", "符合 乡镇党政正职")
	q.At = 202501
	m.show("上年乡镇党政正职", q)
	expect(t, m.names(t), "沈嘉怡 周晨然")
	expect(t, m.scope.text(), "上年乡镇党政正职（2025.01）")
	d.At = 202611
	m.read()
	if m.scope.query.At != 202501 {
		t.Error("a list of another month has moved with the desk")
	}
}

// Nor is somebody lost who came to a post and left the files within the period.
func TestScopeShowsThoseWhoLeftWithinThePeriod(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	q := m.query1(t, "新任职", "符合 乡镇党政正职")
	q.From = 201501
	m.show("历年新任职", q)
	expect(t, m.names(t), "沈嘉怡 单雨 周晨然")
}

func TestScopeOfTheDesksMonthGoesWithIt(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	q := m.query1(t, "新任职", "")
	q.From = 202601
	m.show("本年新任职", q)
	expect(t, m.names(t), "")
	d.At = 202512
	m.read()
	expect(t, m.names(t), "单雨")
	expect(t, m.scope.text(), "本年新任职")
}

func TestScopeOfThingsIsRefused(t *testing.T) {
	d, w := open(t)
	m := silent(d)
	m.show("乡镇", m.query1(t, "机构", "机构类别 = 镇"))
	if len(w.Failed) != 1 || !strings.Contains(data.Sentence(w.Failed[0]), "没有名单") {
		t.Errorf("failures %v", w.Failed)
	}
}

func TestAnswersThatComeTooLateAreDropped(t *testing.T) {
	d, w := open(t)
	m := silent(d)
	run := &desktest.Late{}
	d.Run = run
	m.find("王")
	m.find("单")
	run.Waiting[1]()
	expect(t, m.names(t), "单雨")
	run.Waiting[0]()
	expect(t, m.names(t), "单雨")
	if len(w.Failed) > 0 {
		t.Errorf("failures %v", w.Failed)
	}
}

func TestPersonAtTheSide(t *testing.T) {
	d, _ := open(t)
	m := silent(d)
	m.choose("c1")
	p := m.person
	expect(t, strings.Join(p.lines, "|"), "1989.04（37岁）　汉族|中共党员　河北盐山|大学　学士")
	var facts, events []string
	for _, f := range p.facts {
		facts = append(facts, f.label+" "+f.text)
	}
	expect(t, strings.Join(facts, "|"), "现任 白鹿镇党委书记|任现职 2023.05|层次 乡科级正职　2023.05 起|储备 处级层次　2024.11 入库")
	for _, e := range p.events {
		events = append(events, e.span+" "+e.text)
	}
	expect(t, strings.Join(events, "|"), "2024.11 入处级储备库|2023.05 提任白鹿镇党委书记|2021.03–2022.03 挂职市发改委综合科副科长|"+
		"2018.08 提任白鹿镇副镇长|2011.07 参加工作|2010.06 加入中国共产党")
	if len(p.photo) == 0 {
		t.Error("no photograph")
	}
	m.read()
	if m.person.id != "c1" {
		t.Error("reading anew has forgotten who was looked at")
	}
	m.find("王") // not among them
	expect(t, m.person.name, "王静思")
	m.find("无人")
	if m.chosen != "" || m.person.id != "" {
		t.Error("somebody is shown who is not listed")
	}
}

func TestPersonAtAnEarlierMonth(t *testing.T) {
	d, _ := open(t)
	d.At = 202112
	m := silent(d)
	m.choose("c1")
	expect(t, m.person.events[0].span+m.person.events[0].text, "2021.03挂职市发改委综合科副科长")
	for _, f := range m.person.facts {
		if f.label == "储备" {
			t.Error("in the reserve before she came into it")
		}
	}
}

func TestSavingACriterion(t *testing.T) {
	d, w := open(t)
	m := silent(d)
	m.Add(criteria.If("年龄", criteria.Less, "36"))
	if err := m.save("85后", ""); err == nil {
		t.Error("took the name of a criterion there is")
	}
	if err := m.save(" ", ""); err == nil {
		t.Error("took no name")
	}
	if err := m.save("年轻人选", "本单位设置"); err != nil {
		t.Fatal(err)
	}
	m.clear()
	m.Add(criteria.Meets("年轻人选"))
	expect(t, m.names(t), "单雨 王静思")
	offered := slices.ContainsFunc(m.saved(), func(s criteria.Saved) bool { return s.Name == "年轻人选" })
	if !offered || len(w.Failed) > 0 {
		t.Error(m.saved(), w.Failed)
	}
}

func TestOfferedValues(t *testing.T) {
	a := silent(first(open(t))).asker()
	for label, want := range map[string]string{"机构": "县发改局 白鹿镇", "岗位类别": "党政正职"} {
		f := criteria.SubjectNamed("cadre").Field(label)
		var values []string
		var err error
		desk.Away(func() { values, err = a.Values(t.Context(), f) })
		if err != nil || !a.Recorded(f) {
			t.Fatal(label, err)
		}
		expect(t, strings.Join(values, " "), want)
	}
	if a.Recorded(criteria.SubjectNamed("cadre").Field("姓名")) {
		t.Error("names are offered for choice")
	}
}

func first(d *desk.Desk, _ *desktest.Shell) *desk.Desk { return d }
