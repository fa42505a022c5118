package papertest

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Packed is a text without its spaces, so that words can be found wherever a
// line ends.
func Packed(text string) string { return strings.Join(strings.Fields(text), "") }

// CheckReport checks that every short text of Report is printed on the pages,
// and that the last page begins where the report breaks.
func CheckReport(t *testing.T, pages []string) {
	t.Helper()
	printed := Packed(strings.Join(pages, ""))
	for line := range strings.SplitSeq(Report().Text(), "\n") {
		for _, cell := range strings.Split(line, "\t") {
			if utf8.RuneCountInString(cell) < 40 && !strings.Contains(printed, Packed(cell)) {
				t.Errorf("%q is not printed", cell)
			}
		}
	}
	if !strings.HasPrefix(Packed(pages[len(pages)-1]), "四、下一步打算") {
		t.Error("the page break is not kept")
	}
}
