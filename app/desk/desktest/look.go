package desktest

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
)

// Walk visits an object and everything in it that is shown.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			Walk(child, visit)
		}
	}
}

// Walk visits what the window shows, the top dialog first.
func (s *Shell) Walk(visit func(fyne.CanvasObject)) {
	if top := s.Window.Overlays().Top(); top != nil {
		Walk(top, visit)
	}
	if content := s.Window.Content(); content != nil {
		Walk(content, visit)
	}
}

// Texts lists the texts visible in the window.
func (s *Shell) Texts() []string {
	var list []string
	s.Walk(func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok {
			list = append(list, text.Text)
		}
	})
	return list
}

// Button finds a button by its text, in the top dialog first.
func (s *Shell) Button(t testing.TB, words string) *kit.Button {
	t.Helper()
	var found *kit.Button
	s.Walk(func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == words && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q in %v", words, s.Texts())
	}
	return found
}

// Press presses the button with this text.
func (s *Shell) Press(t testing.TB, words string) {
	t.Helper()
	test.Tap(s.Button(t, words))
}

// Shows reports whether this text is visible in the window.
func (s *Shell) Shows(words string) bool { return slices.Contains(s.Texts(), words) }

// FillMonth types a month into the field with this label, in the top dialog
// first.
func (s *Shell) FillMonth(t testing.TB, label, month string) {
	t.Helper()
	var found *input.Month
	s.Walk(func(o fyne.CanvasObject) {
		if f, ok := o.(*input.Month); ok && f.Label == label && found == nil {
			found = f
		}
	})
	if found == nil {
		t.Fatalf("no field %q in %v", label, s.Texts())
	}
	found.SetValue(month)
}
