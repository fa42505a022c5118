// Package team works out how every leadership team (领导班子) is staffed: targets
// and lights, the ledger, gaps and suggestions, projection to a later month
// and trial placements. All of it is computed from the records of a month.
// Only evaluations that were made final are stored.
package team

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// Color is the light of a team, by the code list “light”.
type Color data.Code

// The lights.
const (
	Red    = Color(data.ColorRed)
	Yellow = Color(data.ColorYellow)
	Green  = Color(data.ColorGreen)
)

// Why a team has no light yet.
const (
	NoTargets = "尚未设目标"
	Unchecked = "核定职数待核"
)

// Word is the light in one character, 红, 黄 or 绿, for people who do not see
// colours. It is empty for a team without a light.
func (c Color) Word() string {
	switch c {
	case Red:
		return "红"
	case Yellow:
		return "黄"
	case Green:
		return "绿"
	}
	return ""
}

// Verdict is the light of one team at a month, with its reasons.
type Verdict struct {
	Team    string // id of the unit
	Name    string
	Kind    string   // 机构类别 in words
	Color   Color    // empty while the team cannot be judged
	Pending []string // why it cannot: NoTargets, Unchecked
	Reasons []Reason // those that made the light, the weightiest first; none for green
	Unmet   int      // targets that are not met
	Missing int      // people missing to meet them
}

// Judged reports that the team has a light.
func (v Verdict) Judged() bool { return v.Color != "" }

// Why says why the team has no light; empty when it has one.
func (v Verdict) Why() string { return strings.Join(v.Pending, "、") }

// Reason is one rule or target that a team does not meet.
type Reason struct {
	Rule    string `json:"rule"`    // what is asked, in words
	Source  string `json:"source"`  // where it comes from: the office's own setting, never national policy
	Data    string `json:"data"`    // what the records say
	Missing string `json:"missing"` // how many are missing, in words; empty where nobody is
	Cure    string `json:"cure"`    // what would mend it
	Color   Color  `json:"-"`
}

// String is the reason in one line, as a settled round stores it.
func (r Reason) String() string {
	text := r.Rule + "：" + r.Data
	if r.Missing != "" {
		text += "，" + r.Missing
	}
	return text
}

// pending says why a team cannot be judged: nobody has set a target for it, or the
// approved number of one of its posts stems from an import and is not checked.
func (j *judge) pending(t *Team) []string {
	var why []string
	if !slices.ContainsFunc(j.targets, func(target *data.Target) bool { return For(target, t.Unit) }) {
		why = append(why, NoTargets)
	}
	if slices.ContainsFunc(t.Posts, func(p *Post) bool { return p.Unchecked }) {
		why = append(why, Unchecked)
	}
	return why
}

// PendingText says how many teams have no light yet, and why: 3 个班子尚不评灯色：尚未设目标
// 2 个、核定职数待核 1 个. It is empty when all have one.
func PendingText(verdicts []Verdict) string {
	var why []string
	for _, reason := range []string{NoTargets, Unchecked} {
		n := 0
		for _, v := range verdicts {
			n += one(slices.Contains(v.Pending, reason))
		}
		if n > 0 {
			why = append(why, fmt.Sprintf("%s %d 个", reason, n))
		}
	}
	if why == nil {
		return ""
	}
	return fmt.Sprintf("%d 个班子尚不评灯色：%s", Count(verdicts).Pending, strings.Join(why, "、"))
}
