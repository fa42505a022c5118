package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/app/kit/kittest"
)

func TestWrapTextKeepsMarksNumbersAndEveryCharacter(t *testing.T) {
	kittest.Look(t, Theme{})
	text := "（一）县管党政正职109名，其中85后17名，占15.6%；较2025年10月提高2.8个百分点。“㛃䶮𬭎”三人，见附件《名单》：Zhang San等。"
	for width := float32(45); width < 600; width += 7 {
		lines := WrapText(text, 15, fyne.TextStyle{}, width)
		if joined := strings.Join(lines, ""); strings.ReplaceAll(joined, " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("width %v lost characters: %q", width, joined)
		}
		for i, line := range lines {
			if w := fyne.MeasureText(line, 15, fyne.TextStyle{}).Width; w > width+1.5 {
				t.Errorf("width %v: %q is %v wide", width, line, w)
			}
			if width < 90 {
				continue // too narrow for the rules
			}
			if i > 0 && strings.ContainsAny(firstRune(line), "，。；：、）》”%") {
				t.Errorf("width %v: a line begins with %q", width, line)
			}
			if strings.ContainsAny(lastRune(line), "（《“") {
				t.Errorf("width %v: a line ends with %q", width, line)
			}
		}
		for _, whole := range []string{"15.6%", "2025", "Zhang"} {
			if width >= 90 && strings.Count(strings.Join(lines, "\n"), whole) != 1 {
				t.Errorf("width %v tears %s", width, whole)
			}
		}
	}
}

func TestWrapTextKeepsLineFeeds(t *testing.T) {
	kittest.Look(t, Theme{})
	got := WrapText("一\n\n二", 15, fyne.TextStyle{}, 300)
	if strings.Join(got, "|") != "一||二" {
		t.Errorf("got %q", got)
	}
}

func firstRune(s string) string { return string([]rune(s + "　")[:1]) }

func lastRune(s string) string {
	runes := []rune("　" + s)
	return string(runes[len(runes)-1:])
}
