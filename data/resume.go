package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ResumeSegment is one entry of a résumé (简历).
//
// A dated segment has From; To is zero while it lasts. An entry with a single
// month has From and To alike. An undated segment has neither and keeps its
// text as it stood: the annex after an empty line (附注段, terms in committees
// and congresses), text before the first date, and a span whose months cannot
// be told (“1998--2001”, “2011.13--2012.05”), because a year passed off as a
// month would turn up wrong in every count of months.
//
// Text may have several lines, joined by "\n": wrapped lines and notes such as
// “（其间：2001.09--2004.07  在省委党校学习）”.
type ResumeSegment struct {
	From, To Month
	Text     string
}

// resumeIndent is the width of “2008.09--2012.07  ”, in half-width blanks: how
// far the lines below a dated line are moved in.
const resumeIndent = 18

// The parts of the forms in which spans of months are found in files. Between
// the dash and the second month stand few blanks, in official files none; the
// nine of an open span must not make its text the second month.
const (
	resumeDigit  = `[0-9０-９]`
	resumeBlank  = `[\s\p{Zs}]`
	resumeDash   = `[-‐‑‒–—―─━−－﹣~～〜]+`
	resumeDotted = resumeDigit + `{6}|` + resumeDigit + `{4}[.．。·]{1,2}` + resumeDigit + `{1,2}`
	resumeMonth  = resumeDotted + `|` + resumeDigit + `{4}年` + resumeDigit + `{1,2}月`
	resumeDate   = resumeMonth + `|` + resumeDigit + `{4}[-/]` + resumeDigit + `{1,2}|` + resumeDigit + `{4}年?`
	resumeFew    = resumeBlank + `{0,3}`
)

var (
	// resumeSpan has the groups from, to (after a dash or after 至), rest.
	resumeSpan = regexp.MustCompile(`^(` + resumeDate + `)` + resumeFew +
		`(?:` + resumeDash + `(?:` + resumeFew + `(` + resumeDate + `|至今|今|现在))?|至(?:` + resumeFew + `(` + resumeDate + `|今|现在))?)(.*)$`)
	resumePoint = regexp.MustCompile(`^(` + resumeDotted + `)($|` + resumeBlank + `.*$)`)
	// resumeInline finds the spans within a line that lost its breaks.
	resumeInline = regexp.MustCompile(`(?:` + resumeMonth + `)` + resumeFew +
		`(?:` + resumeDash + `(?:` + resumeFew + `(?:` + resumeMonth + `|至今)|` + resumeBlank + `{4})|至(?:` + resumeFew + `(?:` + resumeMonth + `|今)|` + resumeBlank + `{4}))`)
	resumeWrap   = regexp.MustCompile(resumeBlank + `{18,}`)
	resumeGlued  = regexp.MustCompile(`^[.．/]?` + resumeDigit)
	resumeBreak  = regexp.MustCompile(`^(?:$|[（(，,；;]|` + resumeBlank + `)`)
	resumeNumber = regexp.MustCompile(resumeDigit + `+`)
)

// ParseResume reads the text of a résumé in whatever layout it comes. No line
// is lost: what carries no date of its own belongs to the segment above.
func ParseResume(text string) []ResumeSegment {
	lines := resumeLines(text)
	p := resumeParser{base: resumeIndent}
	for _, line := range lines {
		if line.text != "" {
			p.base = min(p.base, line.indent)
		}
	}
	for _, line := range lines {
		p.add(line)
	}
	return p.finish()
}

// resumeLine is a line without the blanks around it.
type resumeLine struct {
	indent int
	text   string
}

var resumeBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// resumeLines cuts text into lines and drops invisible characters. When at
// most one line has a date the breaks were lost on the way, and lines are cut
// where spans begin.
func resumeLines(text string) []resumeLine {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, resumeBreaks.Replace(text))
	var lines []resumeLine
	dated := 0
	for _, line := range strings.Split(text, "\n") {
		content := strings.TrimLeftFunc(line, unicode.IsSpace)
		indent := resumeWidth(line[:len(line)-len(content)])
		content = strings.TrimRightFunc(content, unicode.IsSpace)
		lines = append(lines, resumeLine{indent, content})
		if _, ok := parseResumeLine(content); ok {
			dated++
		}
	}
	if dated > 1 {
		return lines
	}
	var cut []resumeLine
	for _, line := range lines {
		cut = append(cut, cutResumeLine(line)...)
	}
	return cut
}

// resumeWidth is the width of blanks in half-width columns.
func resumeWidth(blanks string) int {
	width := 0
	for _, r := range blanks {
		switch r {
		case '\t':
			width += 8
		case '\u3000':
			width += 2
		default:
			width++
		}
	}
	return width
}

// resumeNoCut is what stands before a span in the middle of a statement, as in
// “其间：2001.09--2004.07”, or shows that the span is the tail of a longer number.
const resumeNoCut = ".．:：0123456789０１２３４５６７８９"

// cutResumeLine cuts at blanks as wide as the indentation of wrapped lines and
// before every span outside of parentheses.
func cutResumeLine(line resumeLine) []resumeLine {
	var lines []resumeLine
	indent := line.indent
	for _, part := range resumeWrap.Split(line.text, -1) {
		depth := resumeParentheses(part)
		start := 0
		for _, span := range resumeInline.FindAllStringIndex(part, -1) {
			before, _ := utf8.DecodeLastRuneInString(part[:span[0]])
			if depth[span[0]] > 0 || strings.ContainsRune(resumeNoCut, before) {
				continue
			}
			if span[0] > 0 {
				lines = append(lines, resumeLine{indent, strings.TrimFunc(part[start:span[0]], unicode.IsSpace)})
			}
			start, indent = span[0], 0
		}
		lines = append(lines, resumeLine{indent, strings.TrimFunc(part[start:], unicode.IsSpace)})
		indent = 2 * resumeIndent
	}
	return lines
}

// resumeParentheses gives the depth in parentheses at each place of text; one
// that is never closed does not count.
func resumeParentheses(text string) []int {
	depth := make([]int, len(text)+1)
	var open []int
	for at, r := range text {
		switch r {
		case '(', '（':
			open = append(open, at)
		case ')', '）':
			if len(open) > 0 {
				depth[open[len(open)-1]]++
				depth[at]--
				open = open[:len(open)-1]
			}
		}
	}
	for at := 1; at < len(depth); at++ {
		depth[at] += depth[at-1]
	}
	return depth
}

// resumeParser puts lines together to segments.
type resumeParser struct {
	segments []ResumeSegment
	lines    [][]string // of each segment, joined when all are read
	base     int        // indentation of the outermost line
	gap      bool       // the line before was empty
	open     int        // parentheses open in the segment being read
}

func (p *resumeParser) add(line resumeLine) {
	if line.text == "" {
		p.gap = true
		return
	}
	segment, isDated := parseResumeLine(line.text)
	wrapped := len(p.segments) > 0 && line.indent >= p.base+resumeIndent || closesNote(p.open, line.text)
	aside := wrapped || strings.HasPrefix(line.text, "（") || strings.HasPrefix(line.text, "(")
	switch {
	case isDated && !wrapped:
		p.begin(segment)
	case len(p.segments) == 0, p.gap && !aside:
		p.begin(ResumeSegment{Text: line.text})
	default:
		last := len(p.lines) - 1
		p.lines[last] = append(p.lines[last], line.text)
		p.open += openNotes(line.text)
	}
	p.gap = false
}

// begin starts a segment with its first line.
func (p *resumeParser) begin(segment ResumeSegment) {
	var lines []string
	if segment.Text != "" {
		lines = []string{segment.Text}
	}
	p.segments = append(p.segments, segment)
	p.lines = append(p.lines, lines)
	p.open = openNotes(segment.Text)
}

// finish gives every segment its text.
func (p *resumeParser) finish() []ResumeSegment {
	for i, lines := range p.lines {
		p.segments[i].Text = strings.Join(lines, "\n")
	}
	return p.segments
}

// closesNote reports whether line ends a note when so many parentheses were
// left open above. Such a line may begin with a month and is still part of it.
func closesNote(open int, line string) bool {
	return open > 0 && openNotes(line) < 0
}

// openNotes counts the parentheses that text opens and does not close.
func openNotes(text string) int {
	return strings.Count(text, "（") + strings.Count(text, "(") - strings.Count(text, "）") - strings.Count(text, ")")
}

// parseResumeLine reads a line that begins with a span or a month. A span that
// gives no months comes back undated with the whole line.
func parseResumeLine(line string) (segment ResumeSegment, ok bool) {
	part := resumeSpan.FindStringSubmatch(line)
	if part == nil {
		return parseResumePoint(line)
	}
	to, rest := part[2]+part[3], part[4]
	if part[2] == "今" && !resumeBreak.MatchString(rest) {
		to, rest = "", to+rest // not an end but a word: “今日报社”
	}
	segment = ResumeSegment{From: resumeMonthOf(part[1]), Text: strings.TrimFunc(rest, unicode.IsSpace)}
	open := to == "" || to == "至今" || to == "今" || to == "现在"
	if !open {
		segment.To = resumeMonthOf(to)
	}
	if !segment.From.Valid() || !open && !segment.To.Valid() || resumeGlued.MatchString(rest) {
		return ResumeSegment{Text: line}, true
	}
	return segment, true
}

// parseResumePoint reads a line that begins with a single month.
func parseResumePoint(line string) (segment ResumeSegment, ok bool) {
	part := resumePoint.FindStringSubmatch(line)
	if part == nil {
		return segment, false
	}
	m := resumeMonthOf(part[1])
	if !m.Valid() {
		return segment, false
	}
	return ResumeSegment{From: m, To: m, Text: strings.TrimFunc(part[2], unicode.IsSpace)}, true
}

// resumeMonthOf reads one of the forms of resumeDate; zero for a mere year.
func resumeMonthOf(text string) Month {
	numbers := resumeNumber.FindAllString(halfDigits(text), -1)
	year, _ := strconv.Atoi(numbers[0])
	switch {
	case len(numbers) == 2:
		month, _ := strconv.Atoi(numbers[1])
		return MakeMonth(year, month)
	case len(numbers[0]) == 6:
		return Month(year)
	}
	return 0
}

// FormatResume writes segments in the official layout: spans eighteen columns
// wide, lines below them moved in as far, an empty line before the annex.
// ParseResume(FormatResume(s)) gives s again for every s from ParseResume.
func FormatResume(segments []ResumeSegment) string {
	var lines []string
	open := 0
	for _, segment := range segments {
		content := strings.Split(segment.Text, "\n")
		isDated := segment.dated()
		if segment.From != 0 {
			content = besideSpan(segment, content, open)
		} else if !isDated && len(lines) > 0 {
			lines = append(lines, "")
		}
		for i, line := range content {
			if _, ok := parseResumeLine(line); i > 0 && (isDated || ok) {
				line = strings.Repeat(" ", resumeIndent) + line
			}
			lines = append(lines, line)
		}
		open = openNotes(segment.Text)
	}
	return strings.Join(lines, "\n")
}

// besideSpan puts the span before the first line of content, or above it where
// the two together would read as something else.
func besideSpan(segment ResumeSegment, content []string, open int) []string {
	span := segment.From.String() + "--" + fmt.Sprintf("%-9s", segment.To)
	if _, ok := parseResumeLine(content[0]); ok || closesNote(open, content[0]) {
		return append([]string{strings.TrimRight(span, " ")}, content...)
	}
	content[0] = strings.TrimRight(span+content[0], " ")
	return content
}

// dated reports whether the segment tells a time, if only roughly.
func (s ResumeSegment) dated() bool {
	_, rough := parseResumeLine(strings.SplitN(s.Text, "\n", 2)[0])
	return s.From != 0 || rough
}
