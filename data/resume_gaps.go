package data

import "fmt"

// ResumeGapKind is the kind of problem between two segments or within one.
type ResumeGapKind int

// The kinds of remarks ResumeGaps makes.
const (
	GapMissing  ResumeGapKind = iota // nothing between From and To
	GapOverlap                       // two segments tell of From to To
	GapOpen                          // a segment from From has no end, yet one from To follows
	GapReversed                      // a segment ends in To, before its start in From
)

// ResumeGap is a remark on the segment with the given index.
type ResumeGap struct {
	Kind     ResumeGapKind
	Segment  int
	From, To Month
}

// String is the remark as a Chinese sentence.
func (g ResumeGap) String() string {
	forms := map[ResumeGapKind]string{
		GapMissing:  "%s 至 %s 无记录",
		GapOverlap:  "%s 至 %s 有两段记录重叠",
		GapOpen:     "%s 起的一段没有止月，其后又有 %s 起的一段",
		GapReversed: "起月 %s 晚于止月 %s",
	}
	return fmt.Sprintf(forms[g.Kind], g.From, g.To)
}

// ResumeGaps compares each dated segment with what has been covered before it.
// Segments may meet in one month or in two that follow each other. Across a
// segment without months nothing can be said.
func ResumeGaps(segments []ResumeSegment) []ResumeGap {
	var gaps []ResumeGap
	var open, covered Month // start of a segment without end; last month told of
	for i, s := range segments {
		if s.From == 0 {
			if s.dated() {
				open, covered = 0, 0
			}
			continue
		}
		if s.To != 0 && s.To < s.From {
			gaps = append(gaps, ResumeGap{GapReversed, i, s.From, s.To})
		}
		switch {
		case open != 0:
			gaps = append(gaps, ResumeGap{GapOpen, i, open, s.From})
			open = 0
		case covered == 0:
		case s.From.Since(covered) > 1:
			gaps = append(gaps, ResumeGap{GapMissing, i, covered, s.From})
		case s.From < covered:
			gaps = append(gaps, ResumeGap{GapOverlap, i, s.From, overlapEnd(s, covered)})
		}
		covered = max(covered, s.From, s.To)
		if s.To == 0 {
			open = s.From
		}
	}
	return gaps
}

// overlapEnd is the month up to which s repeats what is covered.
func overlapEnd(s ResumeSegment, covered Month) Month {
	if s.To == 0 {
		return covered
	}
	return max(s.From, min(s.To, covered))
}
