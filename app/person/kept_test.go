package person

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/data"
	"huoshui/data/store"
)

// clock is the time of a test: what waits for a moment is done when the test
// says so.
type clock struct{ waiting []func() }

func (c *clock) after(_ time.Duration, do func()) { c.waiting = append(c.waiting, do) }

func (c *clock) strike() {
	waiting := c.waiting
	c.waiting = nil
	for _, do := range waiting {
		do()
	}
}

// keeping is a page whose drafts are kept when the clock strikes.
func keeping(t *testing.T) (*page, *clock) {
	t.Helper()
	p, c := newPage(t), &clock{}
	p.county.desk.After = c.after
	return p, c
}

// again is the page after the program was ended and started.
func (p *page) again() {
	w := New(p.county.desk)
	w.desk.After = p.county.desk.After
	p.Workspace = w
	p.window.SetContent(w.Content())
}

func (p *page) drafts(t *testing.T) []store.Draft {
	t.Helper()
	drafts, err := store.Drafts(t.Context(), p.county.desk.Store, draftKind)
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

func TestDraftIsKeptAndDropped(t *testing.T) {
	p, c := keeping(t)
	p.form().Input("native_place").Focus()
	p.write("浙江建德")
	if len(c.waiting) != 1 || len(p.drafts(t)) != 0 {
		t.Fatalf("%d moments waited for, %d drafts", len(c.waiting), len(p.drafts(t)))
	}
	c.strike()
	if d := p.drafts(t); len(d) != 1 || d[0].ID != shen || !strings.Contains(d[0].Text, "浙江建德") {
		t.Fatalf("%+v", d)
	}
	if p.shell.said() != "未保存：基本情况　草稿 09:00 已存" {
		t.Errorf("said %q", p.shell.said())
	}
	p.write("县")
	p.Save()
	c.strike()
	if d := p.drafts(t); len(d) != 0 {
		t.Errorf("after saving: %+v", d)
	}
	p.form().Input("native_place").SetValue("浙江淳安")
	p.form().Settle()
	c.strike()
	p.Leave(func() {})
	p.window.Canvas().FocusNext() // 继续编辑
	p.window.Canvas().FocusNext() // 不保存
	p.press(fyne.KeyReturn)
	c.strike()
	if d := p.drafts(t); len(d) != 0 {
		t.Errorf("after discarding: %+v", d)
	}
}

// Everything comes back: fields, months that cannot be read, rows added, moved
// and removed, the photo.
func TestDraftIsTakenUp(t *testing.T) {
	p, c := keeping(t)
	_ = p.model.cadre.Set("nation", "畲族")
	_ = p.model.cadre.Set("birth", "1989.13")
	p.model.resume.Remove(0)
	p.model.resume.Move(1, 1)
	_ = p.model.family.Set(4, "name", "沈䶮")
	p.model.photo = nil
	p.edited()
	want := p.model.snapshot()
	c.strike()
	p.again()
	p.Open(shen)
	if !strings.Contains(p.texts(), "有未保存的内容（09:00）") || p.model.dirty() {
		t.Fatalf("not offered:\n%s", p.texts())
	}
	p.press(fyne.KeyReturn) // 继续编辑
	if got := p.model.snapshot(); p.keptText() == "" || !equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if p.form().Input("nation").Value() != "畲族" || p.form().Input("birth").Problem() == "" {
		t.Error("the form does not show it")
	}
	p.form().Input("birth").SetValue("1989.05")
	p.Save()
	f := p.stored(t)
	if f.cadre.Birth != 198905 || len(f.resume) != 6 || len(f.family) != 5 || f.cadre.Photo != "" {
		t.Errorf("%+v", f)
	}
}

func equal(a, b snapshot) bool {
	if len(a.Parts) != len(b.Parts) || a.NewPhoto != b.NewPhoto || a.Cadre.Typed["birth"] != b.Cadre.Typed["birth"] {
		return false
	}
	for kind := range a.Parts {
		if len(a.Parts[kind]) != len(b.Parts[kind]) {
			return false
		}
		for i, k := range a.Parts[kind] {
			if k.ID != b.Parts[kind][i].ID {
				return false
			}
		}
	}
	return true
}

func TestDraftIsGivenUp(t *testing.T) {
	p, c := keeping(t)
	_ = p.model.cadre.Set("nation", "畲族")
	p.edited()
	c.strike()
	p.again()
	p.Open(shen)
	p.window.Canvas().FocusNext() // 放弃
	p.press(fyne.KeyReturn)
	if len(p.drafts(t)) != 0 || p.model.dirty() || p.model.record().Nation != "汉族" {
		t.Errorf("%+v, %s", p.drafts(t), p.model.record().Nation)
	}
}

func TestDraftOfNewCadreIsOfferedAtStart(t *testing.T) {
	p, c := keeping(t)
	p.OpenNew()
	p.write("㛃文䶮")
	p.press(fyne.KeyReturn)
	c.strike()
	p.again()
	p.shell.newCadre = p.OpenNew
	p.OfferDrafts()
	if !strings.Contains(p.texts(), "㛃文䶮的改动还没有保存") {
		t.Fatalf("not offered:\n%s", p.texts())
	}
	p.press(fyne.KeyReturn)
	if p.model.record().Name != "㛃文䶮" || p.model.id() != "" {
		t.Fatalf("%+v", p.model.record())
	}
	p.Save()
	if cadres, err := store.Find[data.Cadre](t.Context(), p.county.desk.Store, store.Where("name", "㛃文䶮")); err != nil || len(cadres) != 1 {
		t.Errorf("%d stored, %v", len(cadres), err)
	}
	if len(p.drafts(t)) != 0 {
		t.Error("draft is still there")
	}
}

// Whoever asks for an empty form types with the next key.
func TestNewFormTakesTheNextKey(t *testing.T) {
	p := newPage(t)
	p.OpenNew()
	p.write("沈")
	p.onNames()
	if p.model.record().Name != "沈" || p.form().Input("name").Value() != "沈" {
		t.Errorf("%q", p.model.record().Name)
	}
}
