package report

import (
	"context"
	"fmt"
	"strings"

	"huoshui/data/paper"
)

// The columns papers for meetings share; their months are written 90.01, their
// widths are about points.
var (
	meetingNumber = column{Column: paper.Column{Title: "序号", Share: 20}}
	meetingName   = told("姓名", 48, paper.Center, func(p *person) string { return p.Name })
	meetingBirth  = told("出生年月", 42, paper.Center, func(p *person) string { return short(p.Birth) })
	meetingParty  = told("入党时间", 42, paper.Center, func(p *person) string { return p.party(short) })
	meetingSince  = told("任现职时间", 42, paper.Center, func(p *person) string { return p.shortFact("任现职时间") })
	meetingLevel  = told("任同职级时间", 42, paper.Center, func(p *person) string { return p.shortFact("任现层次时间") })
	meetingStudy  = field("学历", 42, paper.Center, "学历")
	meetingMoves  = told("拟任免职务", 120, paper.Left, (*person).moves)
	meetingBlank  = told("", 30, paper.Center, func(*person) string { return "" })
)

// moves is what is proposed, as papers for meetings say it: the new posts, then
// those that are left.
func (p *person) moves() string {
	left := titles(p.removed)
	if left != "" {
		left = "免去：" + left
	}
	return joined("\n", titles(p.posts), left)
}

// blank is a column to be filled in by hand.
func blank(group, title string, share float64) column {
	c := meetingBlank
	c.Group, c.Title, c.Share = group, title, share
	return c
}

// overview are the columns of the wide lists of a meeting up to its own.
func overview(own ...column) []column {
	return append([]column{
		meetingNumber, columnName,
		{Column: paper.Column{Title: "照片", Share: 62}, photo: true},
		told("现任职务", 110, paper.Left, func(p *person) string { return p.facts["现任职务"] }),
		told("拟任职务", 130, paper.Left, (*person).moves),
		columnSex, columnNation, columnNative, meetingBirth,
		told("年龄", 24, paper.Center, (*person).age),
		meetingParty, meetingStudy,
		told("毕业院校系及专业", 96, paper.Left, (*person).school),
		meetingSince, meetingLevel,
	}, own...)
}

// meetingPaper is a list of the people of an agenda.
type meetingPaper struct {
	title   string // with {本级} and {会议}, which is the option
	page    paper.Page
	columns []column
	photos  bool
	secret  bool // 注意保密
	options []string
}

var (
	submission = meetingPaper{
		title: "提请{本级}委常委会讨论决定任免干部基本情况一览表", page: wideList, photos: true,
		columns: overview(blank("推荐考察情况", "谈话调研推荐", 48), blank("推荐考察情况", "会议推荐", 48), blank("推荐考察情况", "重点考察", 48), blank("", "备注", 40)),
	}
	motion = meetingPaper{
		title: "近期动议干部议题初步考虑一览表", page: wideList, photos: true,
		columns: overview(told("动议初步考虑", 130, paper.Left, func(p *person) string { return p.note }), blank("", "备注", 40)),
	}
	discussion = meetingPaper{
		title: "{会议}讨论任免干部名单", page: lyingList, options: []string{"常委会", "部务会"},
		columns: []column{
			columnName, told("现任职务", 110, paper.Left, func(p *person) string { return p.facts["现任职务"] }), meetingMoves, columnSex,
			meetingBirth, meetingStudy, columnNative,
			told("工作年月", 42, paper.Center, func(p *person) string { return short(p.WorkStart) }),
			told("入党年月", 42, paper.Center, func(p *person) string { return p.party(short) }),
			told("现层次时间", 42, paper.Center, func(p *person) string { return p.shortFact("任现层次时间") }),
			told("现职时间", 42, paper.Center, func(p *person) string { return p.shortFact("任现职时间") }),
			columnRemarks,
		},
	}
	allocation = meetingPaper{
		title: "干部调配建议方案", page: tallList, secret: true, options: []string{"书记专题会议成员酝酿", "常委会"},
		columns: []column{
			meetingNumber, meetingName, meetingBirth, meetingSince, meetingLevel,
			told("学历职称", 50, paper.Center, func(p *person) string { return joined("\n", p.facts["学历"], p.ProTitle) }),
			told("现任职务", 110, paper.Left, func(p *person) string { return p.facts["现任职务"] }), meetingMoves, blank("", "讨论意见", 36),
		},
	}
	analysis = meetingPaper{
		title: "分析研判人员表", page: tallList,
		columns: []column{
			meetingNumber, told("拟任职务", 130, paper.Left, (*person).moves), columnName,
			told("出生年月", 46, paper.Center, func(p *person) string { return short(p.Birth) }), columnPost,
		},
	}
)

// build makes the paper. One option is the meeting it is for.
func (m meetingPaper) build(ctx context.Context, o Order) (*paper.Paper, error) {
	a, err := o.agenda(ctx)
	if err == nil && m.photos {
		err = o.photos(ctx, a.people)
	}
	if err != nil {
		return nil, err
	}
	meeting := o.Option
	if meeting == "" && len(m.options) > 0 {
		meeting = m.options[0]
	}
	p := o.paper("", a.subtitle(o))
	p.Title = strings.NewReplacer("{本级}", string(o.Source.Office.Level), "{会议}", meeting).Replace(m.title)
	if meeting != "" && p.Title == m.title {
		p.Subtitle = "（" + meeting + "）"
	}
	if m.secret {
		p.Classification = "注意保密"
	}
	p.Page = m.page
	p.Add(listing(m.columns, a.people), o.maker())
	return p, nil
}

// subtitle says which decision it is, or the month of a proposal, and how many
// people it names.
func (a *agenda) subtitle(o Order) string {
	if a.decision != nil {
		return fmt.Sprintf("%s　%s　共 %d 人", a.decision.Document, chineseDate(a.decision.Decided), len(a.people))
	}
	return o.subtitle(len(a.people))
}
