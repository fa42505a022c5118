package report

import (
	"context"
	"fmt"
	"time"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// Work builds the work report (工作汇报) at a month. Missing lists the places that
// read “无数据”, in the words around them.
func Work(ctx context.Context, source figure.Source, at data.Month, written time.Time) (p *paper.Paper, missing []string, err error) {
	values, err := source.Compute(ctx, figure.Definitions(), at)
	if err != nil {
		return nil, nil, err
	}
	f := filler{words: words(source.Office, at), figures: map[string]figure.Value{}}
	for _, v := range values {
		f.figures[v.Definition.ID] = v
	}
	p = &paper.Paper{Made: written, Sign: source.Office.Name, Date: fmt.Sprintf("%d年%d月%d日", written.Year(), written.Month(), written.Day())}
	p.Title, p.Body = f.fill(assets.WorkReport)
	return p, f.missing, nil
}

func words(office data.Office, at data.Month) map[string]string {
	return map[string]string{
		"地区": office.Place,
		"单位": office.Name,
		"本级": string(office.Level),
		"时点": at.Chinese(),
		"年":  fmt.Sprint(at.Year()),
	}
}
