// Package kittest shows widgets in a window of Fyne's test driver, for the tests of
// kit and of the packages below it. It does not know kit itself, so that the
// tests inside kit can use it.
package kittest

import (
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Look starts an app with the program's theme. It closes when the test ends.
func Look(t testing.TB, theme fyne.Theme) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme)
}

// Window shows content in a window of a given size.
func Window(t testing.TB, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// Press sends keys to the focused widget, or to the window when nothing has
// the focus.
func Press(t *testing.T, c fyne.Canvas, names ...fyne.KeyName) {
	t.Helper()
	for _, name := range names {
		switch focused := c.Focused(); {
		case focused != nil:
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		case c.OnTypedKey() != nil:
			c.OnTypedKey()(&fyne.KeyEvent{Name: name})
		default:
			t.Fatalf("nothing hears %s", name)
		}
	}
}

// Equal fails the test when a value is not the wanted one. what names the
// value in the message.
func Equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

var (
	shownText = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
	english   = regexp.MustCompile(`[A-Za-z]{3,}`)
)

// Chinese fails the test for every text on the canvas that contains an English
// word.
func Chinese(t *testing.T, c fyne.Canvas) {
	t.Helper()
	for _, found := range shownText.FindAllStringSubmatch(test.RenderToMarkup(c), -1) {
		if english.MatchString(found[1]) {
			t.Errorf("English on the screen: %q", found[1])
		}
	}
}
