package person

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/rule"
)

// checkActions are the actions that the user can take on findings.
type checkActions struct {
	visit  func(rule.Finding)
	accept func(rule.Finding)
	revoke func(*data.Accepted)
}

// checkPanel lists the findings. Each one has a link to its field and a button
// that marks it as checked and correct. The findings marked earlier are folded
// away.
type checkPanel struct {
	widget.BaseWidget
	checkActions
	panel   *kit.Panel
	lines   *fyne.Container
	found   []rule.Finding
	settled []*data.Accepted

	unfold   *kit.Link
	unfolded bool
	scroll   *container.Scroll
}

const (
	checkLine = 30
	checkRows = 3 // lines one sees without scrolling
)

func newCheckPanel(actions checkActions) *checkPanel {
	p := &checkPanel{checkActions: actions, lines: container.New(&checkLayout{width: 1000})}
	p.unfold = kit.NewQuietLink("", p.toggle)
	p.scroll = container.NewVScroll(p.lines)
	p.panel = kit.NewPanel("核对", p.unfold, p.scroll)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *checkPanel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.panel) }

// MinSize has room for a few findings. With more of them the list scrolls.
func (p *checkPanel) MinSize() fyne.Size {
	return fyne.NewSize(300, 62+float32(min(p.shown(), checkRows))*(checkLine+2))
}

func (p *checkPanel) shown() int { return len(p.lines.Objects) / checkParts }

// wait says that the checks come when a new file is saved: before that most of
// it is empty.
func (p *checkPanel) wait() {
	p.show(nil, nil)
	p.panel.SetTitle("核对　保存后进行")
}

func (p *checkPanel) toggle() {
	p.unfolded = !p.unfolded
	p.fill()
}

func (p *checkPanel) show(found []rule.Finding, settled []*data.Accepted) {
	p.found, p.settled = found, settled
	p.fill()
	if len(found) == 0 {
		p.panel.SetTitle("核对　没有发现要核对的地方")
	} else {
		p.panel.SetTitle(fmt.Sprintf("核对 %d 项", len(found)))
	}
}

func (p *checkPanel) fill() {
	p.lines.Objects = nil
	for _, f := range p.found {
		word := "到该项"
		if f.Row >= 0 {
			word = "到该行"
		}
		p.line(newMark("待核", kit.ColorLightAmber), fmt.Sprintf("%s。依据：%s。", f.Evidence, f.Rule),
			kit.NewLink(word, func() { p.visit(f) }), kit.NewLink("确认无误并说明", func() { p.accept(f) }))
	}
	word := ""
	if n := len(p.settled); n > 0 {
		word = fmt.Sprintf("已确认 %d 项 %s", n, map[bool]string{true: "收起", false: "›"}[p.unfolded])
	}
	p.unfold.SetText(word)
	if p.unfolded {
		for _, a := range p.settled {
			p.line(newMark("已认定", kit.ColorSecondary), fmt.Sprintf("%s。%s %s认定：%s", a.Evidence, a.Held, a.Who, a.Reason),
				kit.NewLink("撤销认定", func() { p.revoke(a) }), kit.NewLink("", func() {}))
		}
	}
	p.lines.Refresh()
	p.scroll.Refresh()
	p.panel.Refresh()
	p.Refresh()
}

func (p *checkPanel) line(mark fyne.CanvasObject, text string, first, second *kit.Link) {
	second.Hidden = second.Text == ""
	p.lines.Objects = append(p.lines.Objects, mark, kit.NewParagraph(text, kit.ColorText), first, second)
}

// newMark is a word on a colour: a light always says what it means.
func newMark(word string, color fyne.ThemeColorName) fyne.CanvasObject {
	ground := canvas.NewRectangle(theme.Color(color))
	ground.CornerRadius = 3
	text := kit.TextSized(word, kit.ColorSurface, kit.SizeSmall)
	text.Alignment = fyne.TextAlignCenter
	return container.NewStack(ground, text)
}

// checkLayout places the mark, the sentence and the links of each finding
// beside each other. A long sentence wraps.
type checkLayout struct{ width float32 }

const (
	markWidth  = 50
	checkParts = 4 // mark, sentence, two links
)

// Layout implements fyne.Layout.
func (l *checkLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	y := float32(0)
	for i := 0; i < len(o); i += checkParts {
		mark, text, links := o[i], o[i+1].(*kit.Paragraph), o[i+2:i+checkParts]
		room, height := l.room(text, links)
		width := min(room, fyne.MeasureText(text.Text(), theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width+1)
		mark.Move(fyne.NewPos(0, y+3))
		mark.Resize(fyne.NewSize(markWidth, checkLine-6))
		text.Move(fyne.NewPos(markWidth+gap, y+3))
		text.Resize(fyne.NewSize(width, height-6))
		x := markWidth + gap + width + gap
		for _, link := range links {
			link.Move(fyne.NewPos(x, y))
			link.Resize(fyne.NewSize(link.MinSize().Width, checkLine))
			x += link.MinSize().Width + gap
		}
		y += height + 2
	}
}

// room is the width a sentence may take, and the height it then needs.
func (l *checkLayout) room(text *kit.Paragraph, links []fyne.CanvasObject) (width, height float32) {
	width = l.width - markWidth - 2*gap
	for _, link := range links {
		width -= link.MinSize().Width + gap
	}
	return width, max(checkLine, text.HeightAt(width)+6)
}

// MinSize implements fyne.Layout.
func (l *checkLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	y := float32(0)
	for i := 0; i < len(o); i += checkParts {
		_, height := l.room(o[i+1].(*kit.Paragraph), o[i+2:i+checkParts])
		y += height + 2
	}
	return fyne.NewSize(300, y)
}
