package data

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Text is a free text (奖惩情况 …) without later events, cut line by line and
// clause by clause. A clause without a date belongs to the clause before it; a
// text without any date stays whole.
func (k Known) Text(text string) string { return k.cut(text, k.later) }

// Appraisals is the text of 年度考核结果. In a list of years (2021、2022、2023年) only
// the known ones stay.
func (k Known) Appraisals(text string) string {
	return k.cut(text, func(s stamp) bool { return k.later(s) || s.month == 0 && !k.HasYear(s.year) })
}

// later reports a date behind what is known.
func (k Known) later(s stamp) bool {
	m := MakeMonth(s.year, s.month)
	switch {
	case s.month == 0:
		return s.year > k.Month.Year()
	case s.day == 0:
		return m > k.Month
	}
	return MakeDate(s.year, s.month, s.day) > k.Day
}

// stamp is a year, month or day that a text names, and where.
type stamp struct {
	year, month, day int // 0 where it is not said
	from, to         int // bytes of the text
}

// cutter removes later events from texts.
type cutter struct{ later func(stamp) bool }

func (k Known) cut(text string, later func(stamp) bool) string {
	plain := halfDigits(text)
	c := cutter{later}
	if k.All || !c.any(plain) {
		return text
	}
	var lines []string
	for line := range strings.SplitSeq(plain, "\n") {
		if c.any(line) {
			if line = c.line(line); strings.TrimSpace(line) == "" {
				continue
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// any reports a text that names a later date.
func (c cutter) any(text string) bool {
	for _, s := range stamps(text) {
		if c.later(s) {
			return true
		}
	}
	return false
}

func (c cutter) line(line string) string {
	line = c.spans(line)
	line = inBrackets.ReplaceAllStringFunc(line, func(note string) string {
		if c.any(note) {
			return ""
		}
		return note
	})
	return c.clauses(c.rows(line))
}

var (
	inBrackets = regexp.MustCompile(`（[^（）]*）|\([^()]*\)`)
	// spanMark stands between the ends of a span, rowMark between the years of a row.
	spanMark = regexp.MustCompile(`^[年月日]?\s*(?:[-—–―─－~～〜]+|至|到)\s*$`)
	rowMark  = regexp.MustCompile(`^年?度?\s*[、，,和及]\s*$`)
)

// spans opens the spans that ended later: 2018.05—2025.03 becomes 2018.05—, and
// 2018年5月至2025年3月 becomes 2018年5月起.
func (c cutter) spans(line string) string {
	found := stamps(line)
	for i := len(found) - 1; i > 0; i-- {
		from, to := found[i-1], found[i]
		between := line[from.to:to.from]
		if !spanMark.MatchString(between) || to.month == 0 || !c.later(to) || c.later(from) {
			continue
		}
		rest := strings.TrimPrefix(strings.TrimPrefix(line[to.to:], "月"), "日")
		if cutAt := strings.IndexAny(between, "至到"); cutAt >= 0 {
			between = between[:cutAt] + "起"
		}
		line = line[:from.to] + between + rest
	}
	return line
}

// rows keep the known ones of years in a row. Years from–to are a row as well.
func (c cutter) rows(line string) string {
	found := stamps(line)
	for end := len(found) - 1; end > 0; end-- {
		start := end
		for start > 0 && found[start].month == 0 && found[start-1].month == 0 && isRow(line[found[start-1].to:found[start].from]) {
			start--
		}
		if start < end {
			line = c.row(line, found[start:end+1])
		}
		end = start
	}
	return line
}

func isRow(between string) bool { return rowMark.MatchString(between) }

// row rewrites one row of years; it stays as it is where no year of it is known.
func (c cutter) row(line string, years []stamp) string {
	var known []string
	for _, y := range years {
		if !c.later(y) {
			known = append(known, line[y.from:y.to])
		}
	}
	if len(known) == 0 || len(known) == len(years) {
		return line
	}
	between, rest := line[years[0].to:years[1].from], line[years[len(years)-1].to:]
	if len(known) == 1 {
		rest = strings.Replace(rest, "均", "", 1)
	}
	return line[:years[0].from] + strings.Join(known, between) + rest
}

// clauses leaves out the clauses that name a later date, with those that belong to
// them.
func (c cutter) clauses(line string) string {
	var b strings.Builder
	dropped := false
	for _, group := range clauseGroups(line) {
		if c.any(group) {
			dropped = true
			continue
		}
		b.WriteString(group)
	}
	text := b.String()
	if !dropped {
		return text
	}
	text = strings.TrimRight(text, "，,、；; 　")
	if text != "" && strings.HasSuffix(strings.TrimSpace(line), "。") && !strings.HasSuffix(text, "。") {
		text += "。"
	}
	return text
}

// clauseGroups parts a line: each group begins with a clause that names a date, or
// with a sentence. Every byte of the line is in one of them.
func clauseGroups(line string) []string {
	var groups []string
	start, dated := 0, false
	cut := func(at int) {
		if at > start {
			groups = append(groups, line[start:at])
		}
		start, dated = at, false
	}
	for i, r := range line {
		next := i + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune("。；;", r):
			cut(next)
		case strings.ContainsRune("，,、", r) && dated && beginsWithStamp(line[next:]) && !yearsOnly(line[start:i]):
			cut(next)
		default:
			dated = dated || beginsWithStamp(line[i:])
		}
	}
	cut(len(line))
	return groups
}

func yearsOnly(text string) bool { return strings.Trim(text, "0123456789年度、，, ") == "" }

func beginsWithStamp(text string) bool {
	_, ok := readStamp(text)
	return ok
}

// stamps are the dates a text names, in order.
func stamps(text string) []stamp {
	var found []stamp
	for i := 0; i < len(text); {
		if !digit(text, i) {
			i++
			continue
		}
		if s, ok := readStamp(text[i:]); ok {
			s.from, s.to = i, i+s.to
			found = append(found, s)
			i = s.to
			continue
		}
		i += digits(text[i:])
	}
	return found
}

// measures follow numbers that are no years: 2000元.
const measures = "元万亿千百人名个户亩公吨米分次件项套册字"

// readStamp reads the date a text begins with: 2024, 202406, 20240630, 2024.06,
// 2024年6月, 2024年6月30日 and the like. To is how long it is, without the 年 or 月
// behind it.
func readStamp(text string) (s stamp, ok bool) {
	n := digits(text)
	if n != 4 && n != 6 && n != 8 || text[0] != '1' && text[0] != '2' {
		return s, false
	}
	s.year, _ = strconv.Atoi(text[:4])
	if s.year < 1900 || s.year > 2199 {
		return s, false
	}
	s.to = n
	if n > 4 {
		s.month, _ = strconv.Atoi(text[4:6])
		if n == 8 {
			s.day, _ = strconv.Atoi(text[6:8])
		}
		return s, MakeMonth(s.year, s.month).Valid()
	}
	if r, _ := utf8.DecodeRuneInString(text[n:]); strings.ContainsRune(measures, r) && r != utf8.RuneError {
		return s, false
	}
	month, to := numberBehind(text, n, "年.．-/")
	if month < 1 || month > 12 {
		return s, true
	}
	s.month, s.to = month, to
	if day, to := numberBehind(text, to, "月.．-/"); day >= 1 && day <= 31 {
		s.day, s.to = day, to
	}
	return s, true
}

// numberBehind reads a number of one or two digits behind one of the marks; 0 for
// none.
func numberBehind(text string, at int, marks string) (number, to int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if size == 0 || r == utf8.RuneError || !strings.ContainsRune(marks, r) {
		return 0, at
	}
	n := digits(text[at+size:])
	if n != 1 && n != 2 {
		return 0, at
	}
	number, _ = strconv.Atoi(text[at+size : at+size+n])
	return number, at + size + n
}

func digit(text string, i int) bool { return text[i] >= '0' && text[i] <= '9' }

func digits(text string) int {
	n := 0
	for n < len(text) && digit(text, n) {
		n++
	}
	return n
}
