package report

import (
	"context"
	"fmt"

	"huoshui/data/paper"
)

// votes are the columns in which each member says what they think, or in which
// the votes are counted.
var votes = []column{
	blank("表决意见", "同意", 30), blank("表决意见", "不同意", 30), blank("表决意见", "缓议", 30),
}

var ballotColumns = append([]column{
	meetingNumber, columnName, told("现任职务", 110, paper.Left, func(p *person) string { return p.facts["现任职务"] }),
	told("拟任免事项", 130, paper.Left, (*person).moves),
}, append(votes, blank("", "备注", 30))...)

// ballotPage is a page that goes from hand to hand: no page number.
var ballotPage = func() paper.Page {
	p := tallList
	p.Unnumbered = true
	return p
}()

// buildBallot builds the voting paper (表决票) of a meeting.
func buildBallot(ctx context.Context, o Order) (*paper.Paper, error) {
	a, err := o.agenda(ctx)
	if err != nil {
		return nil, err
	}
	p := o.paper("干部任免表决票", a.subtitle(o))
	p.Page = ballotPage
	p.Add(listing(ballotColumns, a.people),
		remark("同意的在“同意”栏内画“○”，不同意的在“不同意”栏内画“○”，建议暂缓的在“缓议”栏内画“○”；每人只画一处，不画或多画的为无效。"))
	return p, nil
}

// buildVotes builds the report of the votes (表决结果报告单). How many were due and
// came is told by the decision's record; the rest is filled in by hand.
func buildVotes(ctx context.Context, o Order) (*paper.Paper, error) {
	a, err := o.agenda(ctx)
	if err != nil {
		return nil, err
	}
	due, present := "　　", "　　"
	if d := a.decision; d != nil && d.Due > 0 {
		due, present = fmt.Sprint(d.Due), fmt.Sprint(d.Present)
	}
	p := o.paper("干部任免表决结果报告单", a.subtitle(o))
	p.Page = ballotPage
	columns := append([]column{}, ballotColumns...)
	p.Add(paper.Text(fmt.Sprintf("应到会 %s 人，实到会 %s 人。", due, present)),
		paper.Text("发出表决票 　　 张，收回 　　 张，其中有效票 　　 张。"),
		listing(columns, a.people),
		paper.Text("监票人：　　　　　　计票人：　　　　　　年　　月　　日"))
	return p, nil
}
