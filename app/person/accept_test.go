package person

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/rule"
)

// A finding that is in order is noted with its reason, folded away, and can be
// opened again.
func TestAcceptAndRevoke(t *testing.T) {
	p := newPage(t)
	p.askAccept(p.found[1])
	tapText(t, p, "确认无误")
	if got := len(p.found); got != 2 || !strings.Contains(p.texts(), "请写明理由") {
		t.Fatalf("accepted without a reason; %d findings", got)
	}
	p.write("档案中转正定级在八月")
	tapText(t, p, "确认无误")
	got := p.stored(t).accepted
	if len(p.found) != 1 || len(got) != 1 || got[0].Who != "李玥" || got[0].Held != 20261015 || got[0].Reason != "档案中转正定级在八月" {
		t.Fatalf("%d findings, %+v", len(p.found), got)
	}
	if texts := p.texts(); !strings.Contains(texts, "已确认 1 项 ›") || strings.Contains(texts, "档案中转正定级在八月") {
		t.Error("what is accepted is not folded away")
	}
	p.checks.toggle()
	if !strings.Contains(p.texts(), "2026.10.15 李玥认定：档案中转正定级在八月") {
		t.Error("what is accepted is not told")
	}
	p.checks.revoke(got[0])
	if len(p.found) != 2 || len(p.stored(t).accepted) != 0 {
		t.Error("not taken back")
	}
}

// tapText taps the button that says something.
func tapText(t *testing.T, p *page, text string) {
	t.Helper()
	var found *kit.Button
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Button:
			if o.Text == text {
				found = o
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	for _, overlay := range p.window.Canvas().Overlays().List() {
		walk(overlay)
	}
	if found == nil {
		t.Fatalf("no button says %s", text)
	}
	test.Tap(found)
}

func TestGrowthShowsTheRecord(t *testing.T) {
	p := newPage(t)
	p.ShowTab(4)
	tab := p.parts[4].(*growthTab)
	tab.turn(1)
	if len(tab.lines) != 3 {
		t.Fatalf("%+v", tab.lines)
	}
	tab.choose(0)
	for _, want := range []string{"清委干〔2023〕31号", "白鹿乡党委副书记、乡长", "决定日期"} {
		if !strings.Contains(p.texts(), want) {
			t.Errorf("%s is not shown", want)
		}
	}
	tab.turn(2)
	if tab.side.Visible() {
		t.Error("the record of another chapter is still shown")
	}
}

func TestOpenAtAFinding(t *testing.T) {
	p := newPage(t)
	p.OpenFinding(shen, p.found[1])
	p.write("201107")
	p.press(fyne.KeyReturn)
	if p.model.record().WorkStart != 201107 {
		t.Errorf("work from %s", p.model.record().WorkStart)
	}
	p.Save()
	p.OpenFinding(shen, rule.Finding{Kind: data.ReserveKind, Row: 0})
	if p.tabs.Selected() != 4 || !strings.Contains(p.texts(), "提任乡长") {
		t.Errorf("on tab %d", p.tabs.Selected())
	}
}
