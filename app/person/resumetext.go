package person

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/kit"
	"huoshui/data"
)

// officialText shows a résumé as in the official form: the months at the left,
// the text at the right with its lines aligned.
type officialText struct {
	widget.BaseWidget
	onTap func()
	lines []officialLine
	width float32
}

type officialLine struct {
	span *canvas.Text
	text *kit.Paragraph
	note bool // no months: an annex after an empty line
}

const officialGap = 5 // between two segments

func newOfficialText() *officialText {
	t := &officialText{width: 400}
	t.ExtendBaseWidget(t)
	return t
}

func (t *officialText) show(segments []data.ResumeSegment) {
	t.lines = nil
	for _, s := range segments {
		span := ""
		if s.From != 0 {
			span = s.From.String() + "--" + s.To.String()
		}
		t.lines = append(t.lines, officialLine{
			span: kit.TextSized(span, kit.ColorSecondary, kit.SizeSmall),
			text: kit.NewParagraphSized(s.Text, kit.ColorText, kit.SizeSmall),
			note: s.From == 0,
		})
	}
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *officialText) CreateRenderer() fyne.WidgetRenderer { return &officialRenderer{t} }

// Tapped implements fyne.Tappable.
func (t *officialText) Tapped(*fyne.PointEvent) {
	if t.onTap != nil {
		t.onTap()
	}
}

// Cursor implements desktop.Cursorable.
func (t *officialText) Cursor() desktop.Cursor { return desktop.TextCursor }

type officialRenderer struct{ t *officialText }

func (r *officialRenderer) Destroy() {}

// Layout implements fyne.WidgetRenderer.
func (r *officialRenderer) Layout(size fyne.Size) {
	r.t.width = size.Width
	r.arrange(true)
}

// MinSize implements fyne.WidgetRenderer.
func (r *officialRenderer) MinSize() fyne.Size { return fyne.NewSize(200, r.arrange(false)) }

// Objects implements fyne.WidgetRenderer.
func (r *officialRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, l := range r.t.lines {
		all = append(all, l.span, l.text)
	}
	return all
}

// Refresh implements fyne.WidgetRenderer.
func (r *officialRenderer) Refresh() {
	r.arrange(true)
	canvas.Refresh(r.t)
}

// arrange gives the height of everything, and puts it in place if asked to.
func (r *officialRenderer) arrange(place bool) float32 {
	size := theme.Size(kit.SizeSmall)
	indent := fyne.MeasureText("0000.00--0000.00", size, fyne.TextStyle{}).Width + size
	y := float32(0)
	for i, l := range r.t.lines {
		x := indent
		if l.note {
			x = 0
			if i > 0 {
				y += size
			}
		}
		height := max(l.text.HeightAt(r.t.width-x), size*1.6)
		if place {
			l.span.Move(fyne.NewPos(0, y))
			l.span.Resize(fyne.NewSize(indent, size*1.6))
			l.text.Move(fyne.NewPos(x, y))
			l.text.Resize(fyne.NewSize(r.t.width-x, height))
		}
		y += height + officialGap
	}
	return y
}

// aligned makes the text of a résumé stand in columns in a face whose blanks
// are narrower than its digits: wide blanks take the place of most of them. To
// those who read the text again all blanks are the same.
func aligned(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		content := strings.TrimLeft(line, " ")
		switch {
		case len(line)-len(content) >= len(spanBlank):
			lines[i] = blanks("0000.00--0000.00  ", len(spanBlank)) + content
		case len(line) > 18 && line[7:9] == "--" && line[9:18] == "         ":
			lines[i] = line[:9] + blanks("0000.00  ", 0) + line[18:]
		}
	}
	return strings.Join(lines, "\n")
}

const spanBlank = "                  " // as wide as 2008.09--2012.07 and two blanks

// blanks are as wide as a text and count for at least so many columns.
func blanks(as string, columns int) string {
	width := func(s string) float32 {
		return fyne.MeasureText(s, theme.Size(theme.SizeNameText), fyne.TextStyle{}).Width
	}
	const narrow, wide = " ", "\u3000"
	for n := int(width(as) / width(wide)); n > 0; n-- {
		rest := int((width(as)-float32(n)*width(wide))/width(narrow) + 0.5)
		if 2*n+rest >= columns {
			return strings.Repeat(wide, n) + strings.Repeat(narrow, rest)
		}
	}
	return strings.Repeat(narrow, columns)
}
