package report

import (
	"context"
	"time"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// About is what a paper is made for. It says what the user must choose first.
type About int

// What papers are about.
const (
	AboutOffice   About = iota // the whole office: nothing to choose
	AboutPeople                // cadres: a criterion, or a list of them
	AboutCadre                 // one cadre
	AboutTeam                  // one team (unit)
	AboutDecision              // one decision on appointments
	AboutScenario              // one trial placement
)

// Sort is a sort of paper the program makes (材料种类).
type Sort struct {
	Name    string // on the command line
	Label   string // 干部名册
	Group   string // in the window, one of Groups
	About   About
	Also    []About  // what it can be made for instead; Order.ID tells a decision from a scenario by itself
	Sheet   bool     // is a table, so that it can be an .xlsx as well
	Deck    bool     // can be shown as slides
	Options []string // its layouts, as the window offers them; the first is the usual one, none means there is one only
	Build   func(ctx context.Context, o Order) (*paper.Paper, error)
}

// Order asks for a paper.
type Order struct {
	Source  figure.Source
	At      data.Month
	ID      string             // of the cadre, team, decision or scenario it is about
	IDs     []string           // of the cadres it is about, in their order; nil for those Where finds
	Where   criteria.Criterion // of people; everybody when it is empty
	Written time.Time          // the day the paper is made; zero leaves its date out
	Option  string             // one of the sort's Options; empty for the usual one
}

// Groups are the headings under which the window lists the sorts.
var Groups = []string{"汇报材料", "名册", "上会材料", "班子材料", "个人材料", "统计表"}

// Sorts lists the sorts of paper, in the order of the window.
func Sorts() []*Sort { return sorts }

// SortNamed finds a sort by name or label; nil when there is none.
func SortNamed(name string) *Sort {
	for _, s := range sorts {
		if s.Name == name || s.Label == name {
			return s
		}
	}
	return nil
}
