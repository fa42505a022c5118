package kit

import (
	"fmt"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// useTheme starts an app that looks like ours.
func useTheme(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{})
}

// newWindow shows content in a window of a given size.
func newWindow(t testing.TB, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(func() { Forget(w.Canvas()) })
	return w
}

// press sends keys to what has the focus.
func press(t *testing.T, c fyne.Canvas, names ...fyne.KeyName) {
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

func mustEqual[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

var (
	shownText = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
	english   = regexp.MustCompile(`[A-Za-z]{3,}`)
)

// mustBeChinese fails for every text on the canvas with an English word in it.
func mustBeChinese(t *testing.T, c fyne.Canvas) {
	t.Helper()
	for _, found := range shownText.FindAllStringSubmatch(test.RenderToMarkup(c), -1) {
		if english.MatchString(found[1]) {
			t.Errorf("English on the screen: %q", found[1])
		}
	}
}

// cadres makes rows of four cells.
func cadres(n int) Rows {
	rows := make(Rows, n)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("王%d", i), "白鹿乡党委副书记、镇长", fmt.Sprintf("19%02d.07", 60+i%40), fmt.Sprint(20 + i%40)}
	}
	return rows
}
