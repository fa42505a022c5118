package team

import (
	"context"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/rule"
)

// Suggestion is a post of a team to be filled, what kind of cadre would mend
// what is missing, and who fits (调整补充建议).
type Suggestion struct {
	Post      *Post  // vacant, or soon to be
	Why       string // 空缺, or whose retirement is near
	Profile   string // whom the team needs, in words
	Prospects []Prospect
}

// Prospect is somebody who could be given the post (建议人选). The hard conditions
// are met, or not known to be broken; the score ranks by the soft ones.
type Prospect struct {
	Cadre     *data.Cadre
	Title     string // 现任职务
	Age       int
	InReserve bool
	Score     int // out of 100: the sum of the parts
	Parts     []Part
	For       []string // reasons for, in words
	Against   []string // reasons against, in words
	Checks    []rule.Answer
}

// Part is one part of a score, with what it is given for.
type Part struct {
	Name  string // 弥补短板, 经历匹配 …
	Score int
	Of    int    // its weight, a setting of the office
	Said  string // the data it rests on
}

// suggest finds who could fill the posts of a team that need somebody.
func suggest(ctx context.Context, source figure.Source, j *judge, l *Ledger) ([]Suggestion, error) {
	return nil, nil
}
