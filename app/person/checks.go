package person

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/data/rule"
)

// checkPanel lists what is to be looked at again, each with a way there.
type checkPanel struct {
	widget.BaseWidget
	visit func(rule.Finding)
	panel *kit.Panel
	lines *fyne.Container
	found []rule.Finding

	scroll *container.Scroll
}

const (
	checkLine = 30
	checkRows = 3 // lines one sees without scrolling
)

func newCheckPanel(visit func(rule.Finding)) *checkPanel {
	p := &checkPanel{visit: visit, lines: container.New(layout.NewCustomPaddedVBoxLayout(2))}
	p.scroll = container.NewVScroll(p.lines)
	p.panel = kit.NewPanel("核对", nil, p.scroll)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *checkPanel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.panel) }

// MinSize makes room for a few findings; more of them scroll.
func (p *checkPanel) MinSize() fyne.Size {
	return fyne.NewSize(300, 62+float32(min(len(p.found), checkRows))*(checkLine+2))
}

// wait says that the checks come when a new file is saved: before that most of
// it is empty.
func (p *checkPanel) wait() {
	p.show(nil)
	p.panel.SetTitle("核对　保存后进行")
}

func (p *checkPanel) show(found []rule.Finding) {
	p.found = found
	p.lines.Objects = nil
	for _, f := range found {
		p.lines.Objects = append(p.lines.Objects, newCheckLine(f, p.visit))
	}
	p.lines.Refresh()
	if len(found) == 0 {
		p.panel.SetTitle("核对　没有发现要核对的地方")
	} else {
		p.panel.SetTitle(fmt.Sprintf("核对 %d 项", len(found)))
	}
	p.scroll.Refresh()
	p.Refresh()
}

// newCheckLine is one finding: a mark with its word, the sentence, the link.
func newCheckLine(f rule.Finding, visit func(rule.Finding)) fyne.CanvasObject {
	word := "到该项"
	if f.Row >= 0 {
		word = "到该行"
	}
	text := kit.Text(fmt.Sprintf("%s。依据：%s。", f.Evidence, f.Rule), kit.ColorText)
	return container.New(checkLayout{}, newMark("待核"), text, kit.NewLink(word, func() { visit(f) }))
}

// newMark is a word on amber: a light always says what it means.
func newMark(word string) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(kit.ColorLightAmber))
	ground.CornerRadius = 3
	text := kit.TextSized(word, kit.ColorSurface, kit.SizeSmall)
	text.Alignment = fyne.TextAlignCenter
	return container.NewStack(ground, text)
}

// checkLayout sets mark, sentence and link beside each other; a sentence too
// long for the line ends before the link.
type checkLayout struct{}

const markWidth = 40

// Layout implements fyne.Layout.
func (checkLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	mark, text, link := o[0], o[1], o[2]
	mark.Move(fyne.NewPos(0, 3))
	mark.Resize(fyne.NewSize(markWidth, checkLine-6))
	room := size.Width - markWidth - link.MinSize().Width - 3*gap
	width := min(text.MinSize().Width, room)
	text.Move(fyne.NewPos(markWidth+gap, 0))
	text.Resize(fyne.NewSize(width, checkLine))
	link.Move(fyne.NewPos(markWidth+gap+width+gap, 0))
	link.Resize(fyne.NewSize(link.MinSize().Width, checkLine))
}

// MinSize implements fyne.Layout.
func (checkLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, checkLine) }
