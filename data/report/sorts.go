package report

import (
	"context"
	"errors"

	"huoshui/data"
	"huoshui/data/paper"
)

// moves and plans are what papers for meetings can be about beside a decision or
// a scenario.
var (
	moves = []About{AboutScenario, AboutPeople}
	plans = []About{AboutDecision, AboutPeople}
)

var sorts = []*Sort{
	{Name: "work", Label: WorkName, Group: "汇报材料", About: AboutOffice, Sheet: true, Deck: true, Build: buildWork},
	{Name: "lists", Label: "三张清单", Group: "汇报材料", About: AboutOffice, Sheet: true, Build: buildLists},

	{Name: "roster", Label: "干部名册", Group: "名册", About: AboutPeople, Sheet: true, Options: []string{RosterUsual, RosterTitles}, Build: buildRoster},
	{Name: "photos", Label: "照片名册", Group: "名册", About: AboutPeople, Sheet: true, Options: []string{PhotosOne, PhotosFour}, Build: buildPhotos},
	{Name: "reserve", Label: "优秀年轻干部储备库名册", Group: "名册", About: AboutPeople, Sheet: true, Build: buildReserve},

	{Name: "submission", Label: "提请常委会讨论决定任免干部基本情况一览表", Group: "上会材料", About: AboutDecision, Also: moves, Sheet: true, Build: submission.build},
	{Name: "motion", Label: "近期动议干部议题初步考虑一览表", Group: "上会材料", About: AboutScenario, Also: plans, Sheet: true, Build: motion.build},
	{Name: "discussion", Label: "讨论任免干部名单", Group: "上会材料", About: AboutDecision, Also: moves, Sheet: true, Options: discussion.options, Build: discussion.build},
	{Name: "allocation", Label: "干部调配建议方案", Group: "上会材料", About: AboutScenario, Also: plans, Sheet: true, Options: allocation.options, Build: allocation.build},
	{Name: "analysis", Label: "分析研判人员表", Group: "上会材料", About: AboutScenario, Also: plans, Sheet: true, Build: analysis.build},
	{Name: "inspection", Label: "干部考察方案", Group: "上会材料", About: AboutScenario, Also: plans, Sheet: true, Build: buildInspection},
	{Name: "by-unit", Label: "调配情况（单位）", Group: "上会材料", About: AboutScenario, Also: []About{AboutDecision}, Sheet: true, Build: buildByUnit},
	{Name: "by-post", Label: "调配情况（岗位）", Group: "上会材料", About: AboutScenario, Also: []About{AboutDecision}, Sheet: true, Build: buildByPost},
	{Name: "changes", Label: "变动汇总", Group: "上会材料", About: AboutScenario, Also: []About{AboutDecision}, Sheet: true, Build: buildChanges},
	{Name: "ballot", Label: "表决票", Group: "上会材料", About: AboutDecision, Also: moves, Build: buildBallot},
	{Name: "votes", Label: "表决结果报告单", Group: "上会材料", About: AboutDecision, Also: moves, Build: buildVotes},

	{Name: "ledger", Label: "班子台账", Group: "班子材料", About: AboutTeam, Build: buildLedger},
	{Name: "letter", Label: "反馈函", Group: "班子材料", About: AboutTeam, Options: []string{LetterUsual, LetterSlip}, Build: buildLetter},

	{Name: "form", Label: "干部任免审批表", Group: "个人材料", About: AboutPeople, Also: []About{AboutCadre, AboutDecision, AboutScenario}, Options: formOptions, Build: buildForms},
	{Name: "register", Label: "公务员登记表", Group: "个人材料", About: AboutPeople, Also: []About{AboutCadre}, Build: buildRegister},
	{Name: "growth", Label: "成长档案", Group: "个人材料", About: AboutCadre, Also: []About{AboutTeam}, Build: buildGrowth},
	{Name: "family", Label: "家庭成员信息采集表", Group: "个人材料", About: AboutPeople, Also: []About{AboutCadre}, Sheet: true, Build: buildFamily},

	{Name: "statistics", Label: "干部基本情况统计表", Group: "统计表", About: AboutPeople, Sheet: true, Build: buildStatistics},
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
