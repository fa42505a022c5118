package data

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// Marks between the titles of 现任职务: of one unit, and of several.
const (
	TitleMark = "、"
	UnitMark  = "，"
)

// titleMarks are what may stand between two titles in a form. A comparison of
// titles leaves them out.
var titleMarks = []string{"兼任", "兼", TitleMark, UnitMark, "；", ",", ";", "　", " "}

// TitleMarks lists them, for those who compare titles in another language.
func TitleMarks() []string { return slices.Clone(titleMarks) }

// TitleText is the title of a cadre (现任职务) that papers print, from the
// appointments in force. written is how the form it came from has it
// (Cadre.WrittenTitle): as long as the appointments say the same, it is printed as
// it stands. Once they have changed, it is put together from them in the order of
// the form, “、” within a unit and “，” between units. Criteria say the same in SQL,
// and a test compares the two.
func TitleText(written string, held []*Appointment) string {
	var b strings.Builder
	var last *Appointment
	for _, a := range InTitleOrder(held) {
		switch {
		case last == nil:
		case a.Unit != "" && a.Unit == last.Unit:
			b.WriteString(TitleMark)
		default:
			b.WriteString(UnitMark)
		}
		b.WriteString(a.Title)
		last = a
	}
	if last != nil && SameTitles(written, b.String()) {
		return written
	}
	return b.String()
}

// InTitleOrder puts appointments in the order in which the title names them: that
// of the form they came from (Appointment.Sort), those no form has named behind;
// among these the main one first, then the older ones.
func InTitleOrder(held []*Appointment) []*Appointment {
	return slices.SortedStableFunc(slices.Values(held), func(a, b *Appointment) int {
		return cmp.Or(
			cmp.Compare(number(a.Sort == 0), number(b.Sort == 0)), cmp.Compare(a.Sort, b.Sort),
			cmp.Compare(number(b.Main), number(a.Main)), cmp.Compare(a.Since, b.Since), cmp.Compare(a.ID, b.ID),
		)
	})
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// SameTitles reports whether two texts name the same titles in the same order;
// separators are ignored.
func SameTitles(a, b string) bool { return bareTitles(a) == bareTitles(b) }

func bareTitles(text string) string {
	for _, mark := range titleMarks {
		text = strings.ReplaceAll(text, mark, "")
	}
	return text
}

var titleBreak = regexp.MustCompile(`[ \t　]*\n\s*`)

// WrittenTitle is a title of a form in one line. A line break stands for a
// missing comma.
func WrittenTitle(text string) string {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r", ""))
	var b strings.Builder
	for i, line := range titleBreak.Split(text, -1) {
		if i > 0 && !strings.HasSuffix(b.String(), TitleMark) && !strings.HasSuffix(b.String(), UnitMark) && !strings.HasSuffix(b.String(), "；") {
			b.WriteString(UnitMark)
		}
		b.WriteString(line)
	}
	return b.String()
}
