package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// buildLists builds the three lists (三张清单) of the month's year, a table each,
// with the progress known by then.
func buildLists(ctx context.Context, o Order) (*paper.Paper, error) {
	year := o.At.Year()
	tasks, err := store.Find[data.Task](ctx, o.Source.View, store.Where("year", year))
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(tasks, func(a, b *data.Task) int { return cmp.Compare(a.Deadline, b.Deadline) })
	units, err := o.unitNames(ctx)
	if err != nil {
		return nil, err
	}
	p := o.paper(fmt.Sprintf("%d年优秀年轻干部工作三张清单", year), "时点："+o.Source.Month(o.At))
	p.Page = lyingList
	for i, list := range data.ListNamed("task_list").Items {
		table := paper.Table{Columns: []paper.Column{
			{Title: "序号", Share: 4},
			{Title: "事项", Share: 34, Align: paper.Left},
			{Title: "责任单位", Share: 13},
			{Title: "责任人", Share: 8},
			{Title: "时限", Share: 11},
			{Title: "进度", Share: 24, Align: paper.Left},
			{Title: "完成情况", Share: 12},
		}}
		done := 0
		for _, t := range tasks {
			if t.List != list.Code {
				continue
			}
			if isDone(t, o.At) {
				done++
			}
			table.Rows = append(table.Rows, paper.Cells(fmt.Sprint(len(table.Rows)+1), t.Name, units[t.Unit], t.Who,
				t.Deadline.String(), o.known().Text(progress(t, o.At)), state(t, o.At)))
		}
		p.Add(paper.H(1, chineseNumber(i+1)+"、"+list.Label+"清单"))
		if len(table.Rows) == 0 {
			p.Add(paper.Text("没有列入清单的事项。"))
			continue
		}
		p.Add(paper.Text(fmt.Sprintf("共 %d 项，已完成 %d 项。", len(table.Rows), done)), table)
	}
	p.Add(o.maker())
	return p, nil
}

func isDone(t *data.Task, at data.Month) bool { return t.Done != 0 && t.Done.Month() <= at }

// progress is what is known by the month: the result only once it is done.
func progress(t *data.Task, at data.Month) string {
	if isDone(t, at) {
		return orElse(string(t.Result), string(t.Progress))
	}
	return string(t.Progress)
}

func state(t *data.Task, at data.Month) string {
	switch {
	case isDone(t, at):
		return t.Done.String() + "\n完成"
	case t.Deadline.Month() < at:
		return "逾期未完成"
	}
	return "推进中"
}

// unitNames are the short names of all units at the month of the paper.
func (o Order) unitNames(ctx context.Context) (map[data.Ref]string, error) {
	units, err := store.Units(ctx, o.Source.View, o.At)
	names := make(map[data.Ref]string, len(units))
	for _, u := range units {
		names[data.Ref(u.ID)] = u.Short
	}
	return names, err
}

// chineseNumber is a number from 1 to 10 as headings carry it.
func chineseNumber(n int) string { return string([]rune("一二三四五六七八九十")[n-1]) }
