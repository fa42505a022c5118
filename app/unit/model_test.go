package unit

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
)

// tree writes the units as shown: depth, name, filled and approved.
func (m *model) lines() string {
	var list []string
	for _, b := range m.tree {
		list = append(list, fmt.Sprintf("%s%s %d/%d", strings.Repeat("-", b.depth), b.Short, b.filled, b.approved))
	}
	return strings.Join(list, " ")
}

func (m *model) rows() string {
	var list []string
	for _, s := range m.posts {
		list = append(list, fmt.Sprintf("%s %d/%d %s", s.Name, s.filled, s.approved, s.names()))
	}
	return strings.Join(list, "|")
}

func TestTree(t *testing.T) {
	d, _ := desktest.Open(t, county()...)
	m := silent(d)
	if got := m.lines(); got != "县财政局 1/1 乡镇（街道） 3/6 -青石镇 3/6 -白鹿乡 0/0" {
		t.Error(got)
	}
	if m.unit().Short != "县财政局" {
		t.Errorf("begins with %s", m.unit().Short)
	}
	m.choose("u1")
	if got := m.rows(); got != "党委书记 1/1 沈嘉怡|党委副书记、镇长 0/1 |副镇长 2/3 单雨、王静思、欧阳文（挂）|科员 0/1 " {
		t.Error(got)
	}
	if m.total.approved != 7 || m.total.filled != 4 || m.total.vacant != 3 {
		t.Errorf("%+v", m.total)
	}
}

// At another month there are other units, posts and people.
func TestAnotherMonth(t *testing.T) {
	d, _ := desktest.Open(t, county()...)
	d.At = 201812
	m := silent(d)
	if got := m.lines(); got != "县财政局 0/1 县粮食局 0/0 乡镇（街道） 0/7 -青石镇 0/7 -白鹿乡 0/0" {
		t.Error(got)
	}
	d.At = 202610
	m.showEnded(true)
	if !strings.Contains(m.lines(), "县粮食局") {
		t.Error(m.lines())
	}
	m.choose("u1")
	if !strings.Contains(m.rows(), "工业办主任 0/0") {
		t.Error(m.rows())
	}
}

func TestSearch(t *testing.T) {
	d, _ := desktest.Open(t, county()...)
	m := silent(d)
	for typed, want := range map[string]string{
		"白鹿": "乡镇（街道） 3/6 -白鹿乡 0/0", "qsz": "乡镇（街道） 3/6 -青石镇 3/6", "局长": "县财政局 1/1",
		"镇长": "乡镇（街道） 3/6 -青石镇 3/6", "没有": "", "": "县财政局 1/1 乡镇（街道） 3/6 -青石镇 3/6 -白鹿乡 0/0",
	} {
		m.find(typed)
		if got := m.lines(); got != want {
			t.Errorf("%s: %s", typed, got)
		}
	}
	m.find("qsz")
	if m.unit().Short != "青石镇" {
		t.Error("the first match is not looked at")
	}
}

func TestSaving(t *testing.T) {
	d, shell := desktest.Open(t)
	m := silent(d)
	u := m.freshUnit()
	u.Name, u.Short, u.Kind = "清源县青石镇", "青石镇", "31"
	m.saveUnit(nil, u, 0, func() { t.Error("not saved") })
	p := m.freshPost()
	p.Name, p.Team = "党委书记", true
	m.savePost(nil, p, func() { t.Error("not saved") })
	if m.lines() != "青石镇 0/1" || m.rows() != "党委书记 0/1 " || shell.Changes != 2 {
		t.Errorf("%s; %s; %d", m.lines(), m.rows(), shell.Changes)
	}
	changed := *p
	changed.Approved = 2
	m.savePost(p, &changed, func() { t.Error("not saved") })
	if m.rows() != "党委书记 0/2 " {
		t.Error(m.rows())
	}
	log, err := store.Recent(t.Context(), d.Store, 5)
	if err != nil || len(log) < 3 || log[0].What != "修改职位" {
		t.Errorf("%v %v", log, err)
	}
}

// refused runs something and gives the sentence it was refused with.
func refused(t *testing.T, shell *desktest.Shell, do func()) string {
	t.Helper()
	before := len(shell.Failed)
	do()
	if len(shell.Failed) != before+1 {
		t.Fatalf("not refused: %v", shell.Failed)
	}
	return data.Sentence(shell.Failed[before])
}

func TestAUnitIsNotItsOwnSuperior(t *testing.T) {
	d, shell := desktest.Open(t, county()...)
	m := silent(d)
	f := *m.tree[1].Unit
	f.Parent = "u1"
	again := false
	if got := refused(t, shell, func() { m.saveUnit(m.tree[1].Unit, &f, 0, func() { again = true }) }); !strings.Contains(got, "自己的下级机构") || !again {
		t.Error(got)
	}
}

// What is referred to stays, and the sentence says what it still has.
func TestRemoving(t *testing.T) {
	d, shell := desktest.Open(t, county()...)
	m := silent(d)
	m.choose("u1")
	for want, do := range map[string]func(){
		"“青石镇”还有 5 条职位记录":    func() { m.removeUnit(m.unit().Unit) },
		"“乡镇（街道）”还有 2 条机构记录": func() { m.removeUnit(m.tree[1].Unit) },
		"“副镇长”还有 3 条任职记录":    func() { m.removePost(m.posts[2].Post) },
	} {
		if got := refused(t, shell, do); !strings.HasPrefix(got, want) || !strings.Contains(got, "年月") {
			t.Error(got)
		}
	}
	m.removePost(m.posts[3].Post)
	m.removeUnit(m.tree[3].Unit)
	if m.lines() != "县财政局 1/1 乡镇（街道） 3/5 -青石镇 3/5" || len(m.posts) != 3 {
		t.Error(m.lines())
	}
}

func TestMoving(t *testing.T) {
	d, _ := desktest.Open(t, county()...)
	m := silent(d)
	m.choose("u1")
	m.movePost(m.posts[2].Post, -1)
	m.movePost(m.posts[0].Post, -1) // the first stays
	if got := m.rows(); !strings.HasPrefix(got, "党委书记 1/1 沈嘉怡|副镇长") {
		t.Error(got)
	}
	m.moveUnit(m.unit().Unit, 1)
	if got := m.lines(); !strings.HasSuffix(got, "-白鹿乡 0/0 -青石镇 3/6") || m.unit().Short != "青石镇" {
		t.Error(got)
	}
}

// A township gets the seats of a town, in its own words and only those it lacks.
func TestCopyingPosts(t *testing.T) {
	d, shell := desktest.Open(t, county()...)
	m := silent(d)
	from, to := m.tree[2], m.tree[3]
	m.copyPosts(from, m.whole.seats["u1"][:3], []*branch{to})
	m.choose("u2")
	if got := m.rows(); got != "党委书记 0/1 |党委副书记、乡长 0/1 |副乡长 0/3 " {
		t.Error(got)
	}
	if m.posts[0].Duty != "党政正职" || !m.posts[0].Key || m.posts[0].ID == "p1" {
		t.Errorf("%+v", m.posts[0].Post)
	}
	if got := refused(t, shell, func() { m.copyPosts(from, m.whole.seats["u1"][:3], []*branch{to}) }); !strings.Contains(got, "都已经有了") {
		t.Error(got)
	}
}

func TestWordsOfTowns(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to data.Code
		want     string
	}{
		{"党委副书记、镇长", "31", "33", "党工委副书记、办事处主任"},
		{"党工委委员、办事处副主任", "33", "32", "党委委员、副乡长"},
		{"党委委员、纪委书记", "31", "33", "党工委委员、纪工委书记"},
		{"党组书记、局长", "22", "31", "党组书记、局长"},
	} {
		if got := reworded(c.name, c.from, c.to); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
