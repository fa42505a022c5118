package report

import (
	"regexp"
	"strings"
)

// A segment is a part of a template that is printed or not, or in one of two
// ways; segments may stand within one another. The kinds:
//
//	〔县：…〕〔市：…〕        for an office of that level
//	〔有数：…〕             when all figures in it have records
//	〔县或有数：…〕〔市或有数：…〕 either
//	〔不为零：…〕            when all figures in it have records and none is 0
//	〔其中：甲{…}、乙{…}〕     “，其中” and those of its items that are not 0
//	〔为零{指标}：…｜…〕       the first text when that figure is 0, else the second
var segmentHead = regexp.MustCompile(`〔(县|市|(?:县或|市或)?有数|不为零|其中|为零\{([^{} ]+)\})：`)

const (
	opens, closes = "〔", "〕"
	otherwise     = "｜"
	among         = "，其中"
)

// segment is a segment as it stands in a text, from begin to end; inner is what
// it holds.
type segment struct {
	begin, end          int
	kind, figure, inner string
}

// nextSegment finds the first segment of a text that is closed.
func nextSegment(text string) (segment, bool) {
	m := segmentHead.FindStringSubmatchIndex(text)
	if m == nil {
		return segment{}, false
	}
	s := segment{begin: m[0], kind: text[m[2]:m[3]]}
	if m[4] >= 0 {
		s.kind, s.figure = "为零", text[m[4]:m[5]]
	}
	depth := 1
	for i := m[1]; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], opens):
			depth++
		case strings.HasPrefix(text[i:], closes):
			depth--
		}
		if depth == 0 {
			s.inner, s.end = text[m[1]:i], i+len(closes)
			return s, true
		}
	}
	return segment{}, false
}

// chosen keeps of a text what is to be printed.
func (f *filler) chosen(text string) string { return choose(text, f.printed) }

// told keeps of a text what tells of the office's figures, also where they are
// 0: slides and tables show them all.
func (f *filler) told(text string) string {
	return choose(text, func(s segment, inner string) string {
		switch s.kind {
		case "不为零", "其中":
			return inner
		case "为零":
			_, rest, _ := strings.Cut(inner, otherwise)
			return rest
		}
		return f.printed(s, inner)
	})
}

// choose puts in the place of each segment what print makes of it, of inner ones
// first.
func choose(text string, print func(s segment, inner string) string) string {
	var b strings.Builder
	for {
		s, ok := nextSegment(text)
		if !ok {
			return b.String() + text
		}
		b.WriteString(text[:s.begin] + print(s, choose(s.inner, print)))
		text = text[s.end:]
	}
}

// printed is what a segment prints, of which inner has been chosen.
func (f *filler) printed(s segment, inner string) string {
	keep := false
	switch s.kind {
	case "不为零":
		keep = f.counts(inner)
	case "其中":
		return f.among(inner)
	case "为零":
		zero, rest, _ := strings.Cut(inner, otherwise)
		if f.isZero(s.figure) {
			return zero
		}
		return rest
	default:
		level, _, either := strings.Cut(s.kind, "或")
		switch {
		case level == f.words["本级"]:
			keep = true
		case either || level == "有数":
			keep = f.stands(s.inner)
		}
	}
	if !keep {
		return ""
	}
	return inner
}

// among lists the items that are not 0 behind “，其中”. What stands before 、
// without a figure is the beginning of the item behind it.
func (f *filler) among(inner string) string {
	var items []string
	begun := ""
	for _, item := range strings.Split(inner, "、") {
		begun += item
		if !place.MatchString(item) {
			begun += "、"
			continue
		}
		if f.counts(begun) {
			items = append(items, begun)
		}
		begun = ""
	}
	if len(items) == 0 {
		return ""
	}
	return among + strings.Join(items, "、") + begun
}

// stands reports that no place of a text would read 无数据.
func (f *filler) stands(text string) bool {
	for _, m := range place.FindAllStringSubmatch(text, -1) {
		if _, ok := f.span(m[1], ""); !ok {
			return false
		}
	}
	return true
}

// counts reports that every place of a text has records and is not 0.
func (f *filler) counts(text string) bool {
	for _, m := range place.FindAllStringSubmatch(text, -1) {
		if span, ok := f.span(m[1], ""); !ok || lacking(span.Text) || f.isZero(m[1]) {
			return false
		}
	}
	return true
}

// isZero reports a figure, or a number of the office, that is 0; one without
// records is not.
func (f *filler) isZero(name string) bool {
	if word, ok := f.words[name]; ok {
		return word == "0"
	}
	value, ok := f.figures[f.id(name)]
	return ok && !value.NoData && value.Number() == 0
}

// segmentFlaw says, as a sentence, what is wrong with the segments of a text;
// empty when nothing is.
func segmentFlaw(text string) string {
	rest := choose(text, func(_ segment, inner string) string { return inner })
	if m := unknownHead.FindString(rest); m != "" {
		if segmentHead.MatchString(m) {
			return "“" + m + "”没有对应的 〕。"
		}
		return "“" + m + "”不是选印的写法；可以用〔县：…〕〔市：…〕〔有数：…〕〔不为零：…〕〔其中：…〕〔为零{指标}：…｜…〕。"
	}
	return ""
}

// unknownHead is what looks like the beginning of a segment; numbers of papers,
// 〔2026〕5号, do not.
var unknownHead = regexp.MustCompile(`〔[^〔〕：，。；]{1,40}：`)
