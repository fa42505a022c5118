package papertest

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

var number = regexp.MustCompile(`^(\s*)— *(\d+) *—$`)

// Parted splits a printed page into its lines, without their spaces, and its page
// number, and says whether the number stands on the right.
func Parted(page string) (lines []string, no string, right bool) {
	for line := range strings.SplitSeq(page, "\n") {
		if match := number.FindStringSubmatch(line); match != nil {
			no, right = match[2], len(match[1]) > 10
		} else if strings.TrimSpace(line) != "" {
			lines = append(lines, Packed(line))
		}
	}
	return lines, no, right
}

// CheckNumbers checks the page numbers of GB/T 9704: consecutive, on the right
// of odd pages and on the left of even pages.
func CheckNumbers(t *testing.T, pages []string) {
	t.Helper()
	for i, page := range pages {
		if _, no, right := Parted(page); no != fmt.Sprint(i+1) || right != (i%2 == 0) {
			t.Errorf("page %d: number %q, right %v", i+1, no, right)
		}
	}
}

// CheckTypeArea checks the type area of GB/T 9704 on the pages of Prose: 22
// lines of 28 characters.
func CheckTypeArea(t *testing.T, pages []string) {
	t.Helper()
	CheckNumbers(t, pages)
	for i, page := range pages {
		if i == 0 || i == len(pages)-1 {
			continue // the title and a blank line; whatever is left
		}
		lines, _, _ := Parted(page)
		if len(lines) != 22 {
			t.Errorf("page %d has %d lines", i+1, len(lines))
		}
		for _, line := range lines {
			// Of 420 characters in a paragraph 26 stand on its first line, 2 on its last.
			if n := utf8.RuneCountInString(line); n != 28 && n != 26 && n != 2 {
				t.Errorf("page %d: a line of %d characters", i+1, n)
			}
		}
	}
}

// CheckRoster checks that Roster is printed whole: everybody, the header on
// every page, no row cut in two.
func CheckRoster(t *testing.T, pages []string, people int) {
	t.Helper()
	CheckNumbers(t, pages)
	if len(pages) < 5 {
		t.Errorf("only %d pages", len(pages))
	}
	for i, page := range pages {
		for _, title := range []string{"现任职务", "全日制教育", "在职教育"} {
			if n := strings.Count(page, title); n != 1 {
				t.Errorf("page %d has %q %d times", i+1, title, n)
			}
		}
		if begun, ended := strings.Count(page, "镇党委副书记"), strings.Count(page, "副主任"); begun != ended {
			t.Errorf("page %d: a row is cut, %d begin and %d end", i+1, begun, ended)
		}
	}
	printed := strings.Join(pages, "")
	for i := range people {
		if no := fmt.Sprintf("%03d", i+1); !strings.Contains(printed, no) {
			t.Errorf("person %s is missing", no)
		}
	}
}
