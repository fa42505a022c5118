package lrmx

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	nameDots  = regexp.MustCompile(`[·•・･‧∙⋅●.．。﹒ㆍ᛫]+`)
	nameMarks = regexp.MustCompile(`(\p{Han}{2,})[?？](\p{Han}{2,})`)
)

// NormalName is a name in the form in which people are compared: without
// blanks (“张 三” is “张三”), and with “·” for every dot between the parts of a
// name. A question mark counts as a dot only between longer parts, where old
// programs put it; in “王?明” it is a lost character.
func NormalName(text string) string {
	text = strings.Map(func(r rune) rune {
		if blank(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	for range 2 { // matches cannot share a part: every other mark is left for the second time
		text = nameMarks.ReplaceAllString(text, "$1·$2")
	}
	return strings.Trim(nameDots.ReplaceAllString(text, "·"), "·")
}
