package rule

import (
	"slices"
	"strings"
	"unicode"

	"huoshui/data"
)

// Segments are the rows of a résumé as the data package compares them.
func Segments(rows []*data.Resume) []data.ResumeSegment {
	segments := make([]data.ResumeSegment, len(rows))
	for i, r := range rows {
		segments[i] = data.ResumeSegment{From: r.Since, To: r.Until, Text: string(r.Text)}
	}
	return segments
}

func (c *checker) resumeOrder() {
	for _, gap := range data.ResumeGaps(Segments(c.Resume)) {
		rule := "简历起止应前后衔接"
		if gap.Kind == data.GapReversed {
			rule = "简历止月不早于起月"
		}
		c.row(rule, data.ResumeKind, gap.Segment, "since", "%s", gap)
	}
}

func (c *checker) resumeText() {
	if len(c.Resume) == 0 {
		c.row("简历应当填写", data.ResumeKind, -1, "", "没有简历")
	}
	for i, r := range c.Resume {
		switch {
		case strings.TrimSpace(string(r.Text)) == "":
			c.row("简历各段应写明单位及职务", data.ResumeKind, i, "text", "第 %d 段没有单位及职务", i+1)
		case max(r.Since, r.Until) > c.at:
			c.row("时间不晚于当天", data.ResumeKind, i, "since", "%s 晚于 %s", max(r.Since, r.Until), c.at)
		}
	}
}

// study is what marks the segments before somebody goes to work. Studies
// beside one's work are notes or stand later and do not matter here.
var study = []string{"学习", "学生", "就读", "读书", "待业", "待分配", "休学", "研究生", "本科", "大专", "中专"}

// isStudy looks at the text without its notes: “科员（其间：在职研究生学习）” is work.
func isStudy(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	if before, _, ok := strings.Cut(first, "（"); ok {
		first = before
	}
	first = strings.TrimRight(first, "。 ")
	return strings.HasSuffix(first, "专业") ||
		slices.ContainsFunc(study, func(word string) bool { return strings.Contains(first, word) })
}

// firstWork compares the start of the first segment of work with the month of
// going to work.
func (c *checker) firstWork() {
	for i, r := range c.Resume {
		if r.Since == 0 || isStudy(string(r.Text)) {
			continue
		}
		if c.Cadre.WorkStart != 0 && r.Since != c.Cadre.WorkStart {
			c.cadre("首段工作起于参加工作时间", "work_start", "参加工作时间 %s，简历首段工作（第 %d 段）起于 %s", c.Cadre.WorkStart, i+1, r.Since)
		}
		return
	}
}

// present compares the posts held with each other and with the last segment of
// the résumé.
func (c *checker) present() {
	if !c.Cadre.Active(c.at) {
		return
	}
	held := 0
	for i, a := range c.Appointments {
		if !c.holds(a) {
			continue
		}
		held++
		last := c.lastSegment()
		if a.Proper() && last >= 0 && !tells(string(c.Resume[last].Text), a.Title) {
			c.row("简历末段应含现任职务", data.ResumeKind, last, "text", "末段没有写到在任的“%s”（任职第 %d 行）", a.Title, i+1)
		}
	}
	if held == 0 {
		c.row("在册干部应有在任的任职记录", data.AppointmentKind, -1, "", "没有 %s 在任的任职", c.at)
	}
}

// lastSegment is the last dated segment; after it come notes only.
func (c *checker) lastSegment() int {
	for i := len(c.Resume) - 1; i >= 0; i-- {
		if c.Resume[i].Since != 0 {
			return i
		}
	}
	return -1
}

// tells reports whether a segment names a title: each part of the title occurs
// in it or, since résumés leave out the county and the like, is a longer form
// of something that does.
func tells(segment, title string) bool {
	parts := split(segment)
	for _, want := range split(title) {
		named := false
		for _, part := range parts {
			named = named || strings.Contains(part, want) || strings.Contains(want, part)
		}
		if !named {
			return false
		}
	}
	return true
}

func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("、，,；;。（）()", r)
	})
}
