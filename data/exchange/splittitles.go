package exchange

import (
	"regexp"
	"strings"
)

// splitTitles parts the current posts (现任职务) into titles, each with its
// unit. They are parted by commas and semicolons outside of parentheses, and by
// 兼 before another unit; the pause mark （、） stays within a title, as in
// “党委副书记、镇长”. A part without a unit of its own belongs to the title
// before it: “党委副书记，镇长” is one seat.
func splitTitles(text string) []string {
	var titles []string
	for _, part := range titleParts(text) {
		post := concurrent.ReplaceAllString(part, "")
		if n := len(titles); n > 0 && withoutUnit(post) {
			titles[n-1] += "、" + post
			continue
		}
		titles = append(titles, part)
	}
	return titles
}

var (
	concurrent = regexp.MustCompile(`^兼任?`)
	// beside begins another post with its unit: 兼县信访局局长, 兼青石镇党委书记.
	beside    = regexp.MustCompile(`^兼任?(?:[县市区旗省][^长]|[^、，；（]{2,8}?(?:[县市区旗镇乡]|街道)[^长])`)
	seatAlone = regexp.MustCompile(`^(?:(?:纪委|纪工委)书记|人大主席|(?:人民)?武装部|(?:组织|宣传|统战|政法)委员)`)
	gradeOnly = regexp.MustCompile(`^副?(?:厅局?|县?处|县|乡?科|股)级`) // 副县级: no seat
)

// withoutUnit reports the name of a post that does not say where it is.
func withoutUnit(post string) bool {
	return (startsPost.MatchString(post) || seatAlone.MatchString(post)) && !gradeOnly.MatchString(post)
}

// titleParts cuts where another title may begin.
func titleParts(text string) []string {
	var parts []string
	depth, start := 0, 0
	cut := func(end int) {
		if part := strings.TrimSpace(text[start:end]); part != "" {
			parts = append(parts, part)
		}
	}
	for i, r := range text {
		switch {
		case strings.ContainsRune("（(", r):
			depth++
		case strings.ContainsRune("）)", r):
			depth = max(depth-1, 0)
		case r == '\n', depth == 0 && strings.ContainsRune("，,；;", r):
			cut(i)
			start = i + len(string(r))
		case r == '兼' && depth == 0 && beside.MatchString(text[i:]):
			cut(i)
			start = i
		}
	}
	cut(len(text))
	return parts
}
