package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

const questionWidth = 440

// Question is a dialog for a decision: the question, its consequences, and one
// button for each answer. The button names what it does.
type Question struct {
	Title string
	Text  string
	// Content stands under the text: a reason to give, a password to type.
	Content fyne.CanvasObject
	// Answers stand from left to right; the last one is the main one.
	Answers []Answer
	// OnCancel is called for Esc; without it Esc gives the first answer.
	OnCancel func()
}

// Answer is one possible answer. Do returns false to keep the question open,
// for example when a reason is missing. A nil Do closes it.
type Answer struct {
	Text string
	Do   func() bool
}

// Ask shows a question over the window of a canvas.
func Ask(c fyne.Canvas, q Question) {
	a := &asked{Question: q, canvas: c}
	buttons := container.New(answersLayout(pageGap))
	for i, answer := range slices.Backward(q.Answers) {
		b := NewButton(answer.Text, func() { a.give(answer) })
		if i == len(q.Answers)-1 {
			a.main, b.primary = b, true
		}
		buttons.Add(b)
	}
	a.popover = newModal(c, q.body(buttons))
	a.popover.OnCancel = a.cancel
	a.show()
}

// Asking reports whether a question over the window of a canvas is still open.
func Asking(c fyne.Canvas) bool {
	p, ok := c.Overlays().Top().(*Popover)
	return ok && p.modal && !p.working
}

// asked is a question that is shown.
type asked struct {
	Question
	canvas  fyne.Canvas
	popover *Popover
	main    *Button
}

func (a *asked) show() {
	a.popover.Show()
	if a.Content == nil {
		a.canvas.Focus(a.main)
	} else {
		a.canvas.FocusNext()
	}
}

// give closes the question before the answer is carried out, which may ask the
// next question; an answer that is refused brings it back.
func (a *asked) give(answer Answer) {
	a.popover.Close()
	if answer.Do != nil && !answer.Do() {
		a.show()
	}
}

func (a *asked) cancel() {
	if a.OnCancel == nil {
		a.give(a.Answers[0])
		return
	}
	a.popover.Close()
	a.OnCancel()
}

func (q *Question) body(buttons fyne.CanvasObject) fyne.CanvasObject {
	title := TextSized(q.Title, ColorText, SizeTitle)
	title.TextStyle.Bold = true
	parts := []fyne.CanvasObject{title}
	if q.Text != "" {
		parts = append(parts, NewParagraph(q.Text, ColorText))
	}
	if q.Content != nil {
		parts = append(parts, q.Content)
	}
	return container.New(questionLayout{}, Pile(14, append(parts, buttons)...))
}

// answersLayout places the answers from right to left. The first is the main
// one; Enter in the last field goes to it.
type answersLayout float32

// Layout implements fyne.Layout.
func (gap answersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := size.Width
	for _, o := range objects {
		width := o.MinSize().Width
		Put(o, right-width, 0, width, size.Height)
		right -= width + float32(gap)
	}
}

// MinSize implements fyne.Layout.
func (gap answersLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		least := o.MinSize()
		if i > 0 {
			size.Width += float32(gap)
		}
		size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
	}
	return size
}

// questionLayout gives every question the same width, and the height that its
// text needs at that width.
type questionLayout struct{}

// Layout implements fyne.Layout.
func (questionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	Put(objects[0], 24, 20, size.Width-48, size.Height-40)
}

// MinSize implements fyne.Layout.
func (questionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	o := objects[0]
	width := max(questionWidth-48, o.MinSize().Width)
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return fyne.NewSize(width+48, o.MinSize().Height+40)
}

// Confirm asks whether to go on. action names what will be done: “删除”, “移出储备库”.
func Confirm(c fyne.Canvas, title, text, action string, do func()) {
	Ask(c, Question{Title: title, Text: text, Answers: []Answer{
		{Text: "取消"},
		{Text: action, Do: func() bool { do(); return true }},
	}})
}

// AskUnsaved asks what to do with unsaved changes before the user leaves a
// page. Esc stays on the page.
func AskUnsaved(c fyne.Canvas, text string, discard, save func()) {
	Ask(c, Question{
		Title: "有未保存的改动", Text: text,
		Answers: []Answer{
			{Text: "不保存", Do: func() bool { discard(); return true }},
			{Text: "继续编辑"},
			{Text: "保存", Do: func() bool { save(); return true }},
		},
		OnCancel: func() {},
	})
}
