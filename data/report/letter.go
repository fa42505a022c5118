package report

import (
	"context"
	"fmt"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/store"
	"huoshui/data/team"
)

// finding is what a feedback letter says about a team: what the last settled round
// of evaluation found or, where there is none yet, how the team stands.
type finding struct {
	at             data.Month
	round          string // empty when no round has been settled
	color, before  string // 红, 黄, 绿; before is that of the round before, or empty
	unmet, missing int
	reasons, cures []string
	letter         *data.Letter // nil when none is on record
	secretary      string       // the receiver; empty when nobody answers for the team
	team           *team.Team
}

// The layouts of a feedback letter: itself, and the slip that is sent back.
const (
	LetterUsual = "反馈函"
	LetterSlip  = "回执"
)

// buildLetter builds the feedback letter (反馈函) to the secretary of a team.
func buildLetter(ctx context.Context, o Order) (*paper.Paper, error) {
	f, err := o.finding(ctx)
	if err != nil {
		return nil, err
	}
	if o.Option == LetterSlip {
		return f.slip(o), nil
	}
	settings, err := store.Find[data.Setting](ctx, o.Source.View)
	if err != nil {
		return nil, err
	}
	p := &paper.Paper{Title: "关于" + f.team.Unit.Short + "领导班子\n配备评价情况的反馈函", Made: o.Written}
	issued := o.Written
	if f.letter != nil {
		p.Subtitle, issued = f.letter.Number, f.letter.Issued.Time()
	}
	p.Sign = o.Source.Office.Name
	if !issued.IsZero() {
		p.Date = today(issued)
	}
	p.Add(paper.Addressee(f.addressee()))
	p.Add(f.results()...)
	p.Add(f.demand(issued, data.LetterDays.At(settings, o.At))...)
	return p, nil
}

// finding reads what is to be told at the month of the order.
func (o Order) finding(ctx context.Context) (*finding, error) {
	l, err := team.Account(ctx, o.Source, o.ID, o.At)
	if err != nil {
		return nil, err
	}
	f := &finding{at: o.At, team: l.Team}
	verdict := l.Verdict
	if len(l.Past) == 0 && !verdict.Judged() {
		return nil, data.Refuse(fmt.Sprintf("%s班子%s，还没有灯色，不出反馈函。", l.Team.Unit.Short, verdict.Why()), ErrNothing)
	}
	if n := len(l.Past); n > 0 {
		last := l.Past[n-1]
		f.at, f.round = last.Evaluation.At, last.Evaluation.Name
		f.color, f.unmet, f.missing = team.Color(last.Light.Color).Word(), last.Light.Unmet, last.Light.Missing
		f.reasons = strings.FieldsFunc(string(last.Light.Reasons), func(r rune) bool { return r == '\n' })
		if n > 1 {
			f.before = team.Color(l.Past[n-2].Light.Color).Word()
		}
		for _, letter := range l.Letters {
			if string(letter.Evaluation) == last.Evaluation.ID {
				f.letter = letter
			}
		}
		if verdict, err = o.verdictAt(ctx, f); err != nil {
			return nil, err
		}
	} else {
		f.color, f.unmet, f.missing = verdict.Color.Word(), verdict.Unmet, verdict.Missing
		for _, r := range verdict.Reasons {
			f.reasons = append(f.reasons, r.String())
		}
	}
	for _, r := range verdict.Reasons {
		if r.Cure != "" {
			f.cures = append(f.cures, r.Cure)
		}
	}
	if f.letter != nil && f.letter.Secretary != "" {
		f.secretary = f.letter.Secretary
		return f, nil
	}
	secretaries, err := team.Secretaries(ctx, o.Source.View, o.At)
	f.secretary = secretaries[data.Ref(o.ID)]
	return f, err
}

// verdictAt is how the team stood at the month of the round, for what would mend
// it; a team that had nothing to mend is not judged again.
func (o Order) verdictAt(ctx context.Context, f *finding) (team.Verdict, error) {
	if len(f.reasons) == 0 {
		return team.Verdict{}, nil
	}
	l, err := team.Account(ctx, o.Source, o.ID, f.at)
	if err != nil {
		return team.Verdict{}, err
	}
	return l.Verdict, nil
}

// addressee is the secretary by name and post.
func (f *finding) addressee() string {
	if f.secretary == "" {
		return f.team.Unit.Name + "："
	}
	title := f.team.Unit.Name
	for _, m := range f.team.Members() {
		if m.Cadre.Name == f.secretary && m.Proper() {
			title = m.Appointment.Title
			break
		}
	}
	return title + f.secretary + "同志："
}

// results tell the light, how it has changed, why, and what would mend it.
func (f *finding) results() []paper.Block {
	round := "近期"
	if f.round != "" {
		round = "在" + f.round + "中"
	}
	text := fmt.Sprintf("%s，我部按本单位的配备目标和评价规则，以%s为时点，对你单位领导班子的配备情况进行了评价，结果为%s灯", round, f.at.Chinese(), f.color)
	switch {
	case f.before == "":
	case f.before == f.color:
		text += "，与上一次评价相同"
	default:
		text += fmt.Sprintf("（上一次评价为%s灯）", f.before)
	}
	if f.unmet > 0 {
		text += fmt.Sprintf("；未达标 %d 项，缺配 %d 人", f.unmet, f.missing)
	}
	blocks := []paper.Block{paper.Text(text + "。现将有关情况反馈如下。")}
	blocks = append(blocks, paper.H(1, "一、评价情况"))
	if len(f.reasons) == 0 {
		blocks = append(blocks, paper.Text("各项配备目标均已达到，请继续保持。"))
	}
	blocks = append(blocks, numbered(f.reasons)...)
	if len(f.cures) > 0 {
		blocks = append(append(blocks, paper.H(1, "二、改进建议")), numbered(f.cures)...)
	}
	return blocks
}

// numbered sets texts one below the other, with numbers when there are several.
func numbered(texts []string) []paper.Block {
	var blocks []paper.Block
	for i, text := range texts {
		text = strings.TrimRight(text, "。；") + "。"
		if len(texts) > 1 {
			text = fmt.Sprintf("%d. %s", i+1, text)
		}
		blocks = append(blocks, paper.Text(text))
	}
	return blocks
}

// demand says until when an answer is wanted; none for a green light.
func (f *finding) demand(issued time.Time, days int) []paper.Block {
	if f.color == team.Green.Word() {
		return nil
	}
	until := fmt.Sprintf("收到本函之日起 %d 天内", days)
	switch {
	case f.letter != nil && f.letter.Due != 0:
		until = chineseDate(f.letter.Due) + "前"
	case !issued.IsZero():
		until = today(issued.AddDate(0, 0, days)) + "前"
	}
	number := "三"
	if len(f.cures) == 0 {
		number = "二"
	}
	return []paper.Block{
		paper.H(1, number+"、有关要求"),
		paper.Text("请你对照上述情况认真研究，结合班子运行实际提出调整补充意见和年轻干部培养措施，并于" + until + "将研究情况书面答复我部。收到本函后，请填写回执并及时退回。"),
	}
}

// slip is the paper by which a team acknowledges its letter (回执): filled in and
// sent back.
func (f *finding) slip(o Order) *paper.Paper {
	number := ""
	if f.letter != nil {
		number = f.letter.Number
	}
	form := paper.Form{Title: "回　　执", Columns: []int{2200, 6600}, Size: 16}
	for _, row := range []struct {
		name, text string
		height     int
	}{
		{"函　　件", "关于" + f.team.Unit.Short + "领导班子配备评价情况的反馈函", 1000},
		{"文　　号", number, 700},
		{"发函单位", o.Source.Office.Name, 700},
		{"收函单位", f.team.Unit.Name, 700},
		{"收 函 人", "", 700},
		{"收函日期", "　　　　年　　月　　日", 700},
		{"意　　见", "", 3000},
	} {
		form.Rows = append(form.Rows, heighten(row.height, label(row.name), paper.FormCell{Text: row.text, Align: paper.Left}))
	}
	p := &paper.Paper{Page: ballotPage, Made: o.Written}
	p.Add(form)
	return p
}
