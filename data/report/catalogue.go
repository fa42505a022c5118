package report

import (
	"context"
	"errors"
	"time"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// About is what a paper is made for, and so what must be chosen before.
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
	Written time.Time          // the day the paper is made
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

var sorts = []*Sort{
	{Name: "work", Label: WorkName, Group: "汇报材料", About: AboutOffice, Build: buildWork},
	{Name: "roster", Label: "干部名册", Group: "名册", About: AboutPeople, Sheet: true, Build: buildRoster},
	{Name: "growth", Label: "成长档案", Group: "个人材料", About: AboutCadre, Also: []About{AboutTeam}, Build: buildGrowth},
	{Name: "statistics", Label: "干部基本情况统计表", Group: "统计表", About: AboutPeople, Sheet: true, Build: buildStatistics},
}

func buildRoster(ctx context.Context, o Order) (*paper.Paper, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: o.Where, At: o.At, Book: o.Source.Book, Only: o.IDs}
	return Roster(ctx, o.Source, q)
}

func buildWork(ctx context.Context, o Order) (*paper.Paper, error) {
	p, _, err := Work(ctx, o.Source, o.At, o.Written)
	return p, err
}

// buildGrowth tells the course of a cadre, or of a team.
func buildGrowth(ctx context.Context, o Order) (*paper.Paper, error) {
	p, err := Growth(ctx, o.Source, data.CadreKind, o.ID, o.At)
	if errors.Is(err, data.ErrNotFound) {
		p, err = Growth(ctx, o.Source, data.UnitKind, o.ID, o.At)
	}
	if err == nil {
		p.Made = o.Written
	}
	return p, err
}
