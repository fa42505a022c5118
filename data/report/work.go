package report

import (
	"context"
	"fmt"
	"time"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/team"
)

// Work builds the work report (工作汇报) at a month. Missing lists the places that
// read “无数据”, with the words around them.
func Work(ctx context.Context, source figure.Source, at data.Month, written time.Time) (p *paper.Paper, missing []string, err error) {
	text, err := workText(ctx, source.View, at)
	if err != nil {
		return nil, nil, err
	}
	f, err := newFiller(ctx, source, at, written)
	if err != nil {
		return nil, nil, err
	}
	p = &paper.Paper{Made: written, Sign: source.Office.Name, Date: today(written)}
	p.Title, p.Body = f.fill(text)
	if now := source.View.Now(); at > now {
		p.Subtitle = fmt.Sprintf("推演：按%s的记录推算到%s；须待发生的事项写作“%s”", now.Chinese(), at.Chinese(), figure.NotYet)
	}
	teams, err := team.Lights(ctx, source, at)
	if err != nil {
		return nil, nil, err
	}
	if text := team.PendingText(teams); text != "" {
		p.Add(remark(text + "。"))
	}
	p.Annex, err = annex(ctx, source, at, f.outline(text))
	return p, f.missing, err
}
