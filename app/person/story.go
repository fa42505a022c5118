package person

import (
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// chapters group the kinds of record in the growth file. The first
// one is everything.
var chapters = []struct {
	title string
	kinds []*data.Kind
}{
	{title: "全部"},
	{"任职", []*data.Kind{data.AppointmentKind, data.PromotionKind, data.ExceptionalKind}},
	{"学习培训", []*data.Kind{data.SeatKind, data.LectureKind}},
	{"锻炼一线", []*data.Kind{data.PostingKind, data.SentKind}},
	{"储备选拔", []*data.Kind{data.RecruitKind, data.TalentKind, data.ReserveKind, data.CandidateKind}},
	{"考核奖励", []*data.Kind{data.AppraisalKind, data.VettedKind, data.RewardKind}},
	{"管理监督", []*data.Kind{data.TalkKind, data.NoticeKind, data.DisciplineKind, data.ToleranceKind}},
}

// growth are the lines of a chapter that had happened by the as-of month, the
// newest first.
func (m *model) growth(chapter int) []criteria.Line {
	kinds := chapters[chapter].kinds
	return slices.DeleteFunc(slices.Clone(m.file.story), func(l criteria.Line) bool {
		return l.Month > m.desk.At || kinds != nil && !slices.Contains(kinds, l.Kind)
	})
}

// span is when a line happened, as it stands beside the rule.
func span(l criteria.Line) string {
	if l.Until == 0 || l.Until == l.Month {
		return l.Month.String()
	}
	return l.Month.String() + "–" + l.Until.String()
}

// field is one field of a record as shown text.
type field struct{ label, text string }

// fields reads the record behind a line, with the names of what it refers to.
func fields(ctx context.Context, s store.View, at data.Month, l criteria.Line) ([]field, error) {
	var labels []string
	for _, f := range l.Kind.Fields {
		if !f.Hidden() && f.Type != data.TypeBlob && f.Key != "cadre" && f.Key != "sort" {
			labels = append(labels, f.Label)
		}
	}
	q := criteria.Query{Subject: criteria.RecordsOf(l.Kind), At: at, Everyone: true}
	cells, err := q.Cells(ctx, s, []string{l.ID}, labels...)
	if err != nil || cells[0] == nil {
		return nil, err
	}
	var known []field
	for i, label := range labels {
		if text := cells[0][i]; text != "" {
			known = append(known, field{label, text})
		}
	}
	return known, nil
}
