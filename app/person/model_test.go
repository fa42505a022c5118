package person

import (
	"slices"
	"strings"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func opened(t *testing.T) (*county, *model) {
	t.Helper()
	k := newCounty(t, nil)
	m := newModel(k.desk)
	m.open(k.cadre)
	if k.shell.failed() != nil {
		t.Fatal(k.shell.failed())
	}
	return k, m
}

// said lists the traces of the last change.
func said(f file) []string {
	m := &model{file: f}
	m.file.history = f.history[:1]
	var lines []string
	for _, t := range m.historyRows() {
		lines = append(lines, strings.Join([]string{t.what, t.record, t.field, t.before, t.after}, "|"))
	}
	return lines
}

func mustSay(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestHeaderFollowsTheMonth(t *testing.T) {
	k, m := opened(t)
	if got := m.subtitle(); got != "白鹿乡党委副书记、乡长　1989.04（37岁）　乡科级正职" {
		t.Errorf("%q", got)
	}
	k.desk.At = 202203
	if got := m.subtitle(); got != "白鹿乡党委副书记　1989.04（32岁）　乡科级副职" {
		t.Errorf("a while ago: %q", got)
	}
}

func TestSaveWritesOneChangeWithBeforeAndAfter(t *testing.T) {
	k, m := opened(t)
	if m.dirty() {
		t.Fatal("dirty when opened")
	}
	_ = m.cadre.Set("nation", "畲族")
	_ = m.cadre.Set("sex", "男")
	_ = m.resume.Set(5, "since", "2023.06")
	if !m.dirty() {
		t.Fatal("not dirty after an edit")
	}
	m.save(func() {}, func() {})
	f := k.stored(t)
	if k.shell.failed() != nil || f.cadre.Nation != "畲族" || f.resume[5].Since != 202306 || m.dirty() {
		t.Errorf("%v, %+v", k.shell.failed(), f.cadre)
	}
	mustSay(
		t, said(f),
		"修改干部基本情况、简历|干部|性别|女|男",
		"|干部|民族|汉族|畲族",
		"|简历|起|2023.05|2023.06",
	)
}

func TestRowsAddedRemovedMoved(t *testing.T) {
	k, m := opened(t)
	m.family.Remove(3)
	m.family.Move(1, -1)
	_ = m.family.Set(3, "relation", "哥哥")
	_ = m.family.Set(3, "name", "沈强")
	_ = m.family.Set(4, "name", "")
	m.save(func() {}, func() {})
	var got []string
	for _, f := range k.stored(t).family {
		got = append(got, f.Relation+f.Name)
	}
	mustSay(t, got, "女儿陈𬭎", "丈夫陈䶮", "父亲沈国强", "哥哥沈强")
	if m.dirty() {
		t.Error("dirty after saving")
	}
}

func TestInvalidMonthStopsSavingAndStays(t *testing.T) {
	k, m := opened(t)
	_ = m.cadre.Set("nation", "畲族")
	_ = m.cadre.Set("birth", "1989.13")
	if p, ok := m.check(); ok || p.kind != data.CadreKind || p.key != "birth" {
		t.Errorf("%+v, %v", p, ok)
	}
	if m.cadre.Text("birth") != "1989.13" || m.cadre.Problem("birth") == "" || m.record().Nation != "畲族" {
		t.Errorf("%q, %q", m.cadre.Text("birth"), m.cadre.Problem("birth"))
	}
	_ = m.cadre.Set("birth", "198905")
	_ = m.resume.Set(2, "until", "明年")
	if p, ok := m.check(); ok || p.kind != data.ResumeKind || p.row != 2 || p.key != "until" {
		t.Errorf("%+v, %v", p, ok)
	}
	if got := k.stored(t).cadre.Birth; got != 198904 {
		t.Errorf("stored %v", got)
	}
}

func TestNewCadre(t *testing.T) {
	k, m := opened(t)
	m.openNew()
	if m.dirty() {
		t.Error("dirty while empty")
	}
	if p, ok := m.check(); ok || p.key != "name" {
		t.Errorf("a cadre without a name: %+v", p)
	}
	_ = m.cadre.Set("name", "㛃文䶮")
	_ = m.resume.Set(0, "since", "2015.07")
	_ = m.resume.Set(0, "text", "科员")
	m.appointments.Insert(0)
	_ = m.appointments.Set(0, "title", "科员")
	m.save(func() {}, func() {})
	if k.shell.failed() != nil || m.id() == "" {
		t.Fatal(k.shell.failed())
	}
	k.cadre = m.id()
	f := k.stored(t)
	if f.cadre.Name != "㛃文䶮" || len(f.resume) != 1 || len(f.appointments) != 1 || m.dirty() {
		t.Errorf("%+v", f)
	}
	if f.history[0].What != "新增干部" {
		t.Errorf("log says %q", f.history[0].What)
	}
}

// Somebody else may have changed another field since the page was opened.
func TestSaveKeepsWhatOthersChanged(t *testing.T) {
	k, m := opened(t)
	_, err := k.desk.Store.(*store.Store).Change(t.Context(), store.Act{Who: "王某", What: "导入"}, func(tx *store.Tx) error {
		c, err := store.Get[data.Cadre](t.Context(), tx, shen)
		if err != nil {
			return err
		}
		c.Health = "一般"
		return storetest.Write(t.Context(), tx, c)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, nation := range []string{"畲族", "回族"} {
		_ = m.cadre.Set("nation", nation)
		m.save(func() {}, func() {})
		if c := k.stored(t).cadre; c.Health != "一般" || string(c.Nation) != nation || m.dirty() {
			t.Errorf("%s, %s", c.Health, c.Nation)
		}
	}
}

func TestResumeBothWays(t *testing.T) {
	k, m := opened(t)
	_ = m.resume.Set(1, "text", "梅林乡科员")
	if !strings.Contains(m.resumeText(), "2011.07--2014.03  梅林乡科员\n") {
		t.Errorf("%s", m.resumeText())
	}
	text := strings.Replace(m.resumeText(), "2021.05--", "2021.03--", 1)
	m.setResumeText(text)
	if got := rows[data.Resume](m.resume)[4]; got.Since != 202103 || got.ID != "s5" {
		t.Errorf("%+v", got)
	}
	if m.resumeText() != text {
		t.Errorf("text changed to\n%s", m.resumeText())
	}
	m.save(func() {}, func() {})
	mustSay(
		t, said(k.stored(t)),
		"修改干部简历|简历|单位及职务|梅林乡党政办科员（选调生）|梅林乡科员",
		"|简历|起|2021.05|2021.03",
	)
}

func TestAlignedTextReadsTheSame(t *testing.T) {
	begin(t)
	_, m := opened(t)
	before := m.resumeText()
	m.setResumeText(aligned(before))
	if m.resumeText() != before {
		t.Errorf("\n%s\nbecame\n%s", before, m.resumeText())
	}
	if aligned(before) == before {
		t.Error("nothing is aligned")
	}
}

func TestPasteWholeResume(t *testing.T) {
	_, m := opened(t)
	m.resume.Drafts = nil
	if m.pasteResume(0, "2008.09--2012.07 学生", false) {
		t.Error("one segment is no résumé")
	}
	if !m.pasteResume(0, "2008.09--2012.07  某大学学生 2012.07--2016.05  财政局科员 2016.05--         镇长", false) {
		t.Fatal("not taken")
	}
	if m.resume.Len() != 3 || rows[data.Resume](m.resume)[2].Text != "镇长" {
		t.Errorf("%s", m.resumeText())
	}
	// Three columns of a sheet, onto a row that says something already.
	m.pasteResume(2, "2019.1\t2021-03\t县长\r\n202103\t至今\t县委书记\r\n", false)
	if got := rows[data.Resume](m.resume); len(got) != 5 || got[2].Text != "镇长" || got[3].Until != 202103 || got[4].Text != "县委书记" {
		t.Errorf("%s", m.resumeText())
	}
}

func TestPostCompletesUnitAndTitle(t *testing.T) {
	_, m := opened(t)
	a := &data.Appointment{Post: "p2"}
	m.complete(a, "post")
	if a.Unit != "u2" || a.Title != "白鹿乡党委副书记、乡长" {
		t.Errorf("%+v", a)
	}
	a.Post = "p1"
	m.complete(a, "post")
	if a.Unit != "u1" || a.Title != "县委组织部干部科副科长" {
		t.Errorf("title not brought along: %+v", a)
	}
	a.Title, a.Unit = "组织部副科长", "u2"
	m.complete(a, "unit")
	if a.Post != "" || a.Title != "组织部副科长" {
		t.Errorf("%+v", a)
	}
}

func TestGrowthIsNewestFirst(t *testing.T) {
	_, m := opened(t)
	var got []string
	for _, l := range m.growth(0) {
		got = append(got, span(l)+" "+l.Text)
	}
	mustSay(
		t, got,
		"2024.03 进入处级层次储备库，调研推荐", "2023.05 任白鹿乡党委副书记、乡长（提拔）", "2021.05–2023.05 任白鹿乡党委副书记（提拔）",
		"2019.05–2023.05 进入科级层次储备库，考察发现", "2014.03–2017.11 任县委组织部干部科副科长（初任）",
	)
}

func TestGrowthKeepsToMonthAndChapter(t *testing.T) {
	k, m := opened(t)
	k.desk.At = 202104
	if got := len(m.growth(0)); got != 2 {
		t.Errorf("%d lines by 2021.04", got)
	}
	if got := m.growth(4); len(got) != 1 || got[0].Kind != data.ReserveKind {
		t.Errorf("%+v", got)
	}
}

// No kind of record that the timeline tells of is left without a chapter.
func TestEveryStoryHasAChapter(t *testing.T) {
	for _, kind := range data.Kinds() {
		if kind.Story == "" || kind.OwnedBy(data.CadreKind) == nil {
			continue
		}
		told := 0
		for _, c := range chapters {
			for _, k := range c.kinds {
				if k == kind {
					told++
				}
			}
		}
		if told != 1 {
			t.Errorf("%s is in %d chapters", kind.Label, told)
		}
	}
}

func TestFindings(t *testing.T) {
	_, m := opened(t)
	var got []string
	open, _ := m.findings()
	for _, f := range open {
		got = append(got, f.Place()+" "+f.Evidence)
	}
	mustSay(t, got, "简历第 5 段 2021.03 至 2021.05 无记录", "参加工作时间 参加工作时间 2011.08，简历首段工作（第 2 段）起于 2011.07")
}

// A slow answer for one cadre must not overtake that for another.
func TestStaleFileIsDropped(t *testing.T) {
	k, m := opened(t)
	late := &desktest.Late{}
	k.desk.Run = late
	m.open("nobody")
	m.open(shen)
	late.Waiting[1]()
	late.Waiting[0]()
	if m.id() != shen || k.shell.failed() != nil {
		t.Errorf("%q, %v", m.id(), k.shell.failed())
	}
	k.desk.Run = desk.Inline{}
	m.open("nobody")
	if k.shell.failed() == nil || m.id() != shen {
		t.Error("a missing file is not told of")
	}
}

// What was typed while the file was read again counts.
func TestTypingOutlivesReadingAnew(t *testing.T) {
	k, m := opened(t)
	late := &desktest.Late{}
	k.desk.Run = late
	m.open(shen)
	_ = m.cadre.Set("nation", "畲族")
	late.Waiting[0]()
	if m.record().Nation != "畲族" || !m.dirty() {
		t.Errorf("%q", m.record().Nation)
	}
}

// What was saved is what one comes back to when later edits are given up.
func TestDiscardGoesBackToTheLastSave(t *testing.T) {
	_, m := opened(t)
	_ = m.resume.Set(0, "text", "浙江大学学习")
	m.save(func() {}, func() {})
	_ = m.resume.Set(0, "text", "某大学学习")
	_ = m.cadre.Set("nation", "畲族")
	m.discard()
	if got := rows[data.Resume](m.resume)[0].Text; got != "浙江大学学习" || m.record().Nation != "汉族" || m.dirty() {
		t.Errorf("%s, %s", got, m.record().Nation)
	}
}

// Whoever opens a file stands in the log of looks, once: reading it again is no look.
func TestOpeningIsEntered(t *testing.T) {
	k, m := opened(t)
	m.readAgain(k.cadre)
	want := []string{"打开档案 " + k.cadre + " 1"}
	if looks := desktest.Looked(t, k.desk); !slices.Equal(looks, want) {
		t.Errorf("%q, want %q", looks, want)
	}
	m.open("nobody")
	if looks := desktest.Looked(t, k.desk); !slices.Equal(looks, want) {
		t.Errorf("%q of nobody", looks)
	}
}
