// Package team watches how every leadership team (领导班子) is staffed: targets
// and lights, the ledger, gaps and suggestions, projection to a future month and
// trial placements. What it says follows from records at a month and is never
// stored, but for rounds of evaluation somebody has frozen.
package team

import (
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

// Word is the light in one character, 红, 黄 or 绿, as a shape for those who do
// not see colours.
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

// Verdict is the light of one team at a month, with what explains it.
type Verdict struct {
	Team    string // id of the unit
	Name    string
	Kind    string // 机构类别 in words
	Color   Color
	Reasons []Reason // those that made the light, the weightiest first; none for green
	Unmet   int      // targets that are not met
	Missing int      // people missing to meet them
}

// Reason is one rule or target that a team does not keep.
type Reason struct {
	Rule    string `json:"rule"`    // what is asked, in words
	Source  string `json:"source"`  // where it comes from: the office's own setting, never national policy
	Data    string `json:"data"`    // what the records say
	Missing string `json:"missing"` // how many are missing, in words; empty where nobody is
	Cure    string `json:"cure"`    // what would mend it
	Color   Color  `json:"-"`
}

// String is the reason in one line, as a frozen round keeps it.
func (r Reason) String() string {
	text := r.Rule + "：" + r.Data
	if r.Missing != "" {
		text += "，" + r.Missing
	}
	return text
}
