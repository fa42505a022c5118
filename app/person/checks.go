package person

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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
	p := &checkPanel{visit: visit, lines: container.New(&checkLayout{width: 1000})}
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
		word := "到该项"
		if f.Row >= 0 {
			word = "到该行"
		}
		text := kit.NewParagraph(fmt.Sprintf("%s。依据：%s。", f.Evidence, f.Rule), kit.ColorText)
		p.lines.Objects = append(p.lines.Objects, newMark("待核"), text, kit.NewLink(word, func() { p.visit(f) }))
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

// newMark is a word on amber: a light always says what it means.
func newMark(word string) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(kit.ColorLightAmber))
	ground.CornerRadius = 3
	text := kit.TextSized(word, kit.ColorSurface, kit.SizeSmall)
	text.Alignment = fyne.TextAlignCenter
	return container.NewStack(ground, text)
}

// checkLayout sets mark, sentence and link of each finding beside each other;
// a sentence too long for its line goes on in the next.
type checkLayout struct{ width float32 }

const markWidth = 40

// Layout implements fyne.Layout.
func (l *checkLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for i := 0; i < len(o); i += 3 {
		mark, text, link := o[i], o[i+1].(*kit.Paragraph), o[i+2]
		room, height := l.room(text, link)
		width := min(room, fyne.MeasureText(text.Text(), theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width+1)
		mark.Move(fyne.NewPos(0, y+3))
		mark.Resize(fyne.NewSize(markWidth, checkLine-6))
		text.Move(fyne.NewPos(markWidth+gap, y+3))
		text.Resize(fyne.NewSize(width, height-6))
		link.Move(fyne.NewPos(markWidth+gap+width+gap, y))
		link.Resize(fyne.NewSize(link.MinSize().Width, checkLine))
		y += height + 2
	}
}

// room is the width a sentence may take, and the height it then needs.
func (l *checkLayout) room(text *kit.Paragraph, link fyne.CanvasObject) (width, height float32) {
	width = l.width - markWidth - link.MinSize().Width - 3*gap
	return width, max(checkLine, text.HeightAt(width)+6)
}

// MinSize implements fyne.Layout.
func (l *checkLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	y := float32(0)
	for i := 0; i < len(o); i += 3 {
		_, height := l.room(o[i+1].(*kit.Paragraph), o[i+2])
		y += height + 2
	}
	return fyne.NewSize(300, y)
}
