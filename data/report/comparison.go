package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// comparedFields are the facts laid side by side for the candidates of a
// vacancy (比选), each with its title where that is not the field's name.
var comparedFields = []string{
	"现任职务", "出生年月", "年龄", "性别", "政治面貌", "学历", "学位层次", "任现职时间", "任现层次时间", "在储备库",
}

// comparedMost is how many candidates stand side by side.
const comparedMost = 6

// Comparison is the candidates of a vacancy side by side: a column for each, a
// row for each fact.
type Comparison struct {
	Post   string
	Table  paper.Table
	Cadres []string // ids, column by column
}

// Compare lays the candidates of a vacancy side by side as they are at a month,
// the chosen one first.
func Compare(ctx context.Context, source figure.Source, vacancy *data.Vacancy, at data.Month) (*Comparison, error) {
	candidates, err := store.Find[data.Candidate](ctx, source.Reader, store.Where("vacancy", vacancy.ID))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(candidates, func(a, b *data.Candidate) int {
		return cmp.Or(cmp.Compare(order(a.Chosen), order(b.Chosen)), cmp.Compare(order(a.Young), order(b.Young)), cmp.Compare(a.ID, b.ID))
	})
	candidates = candidates[:min(len(candidates), comparedMost)]
	c := &Comparison{}
	if c.Post, err = postTitle(ctx, source, vacancy.Post, at); err != nil {
		return nil, err
	}
	for _, one := range candidates {
		c.Cadres = append(c.Cadres, string(one.Cadre))
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: at, Book: source.Book, Everyone: true}
	cells, err := q.Cells(ctx, source.Reader, c.Cadres, append([]string{"姓名"}, comparedFields...)...)
	if err != nil {
		return nil, err
	}
	c.Table = comparisonTable(candidates, cells)
	return c, nil
}

func comparisonTable(candidates []*data.Candidate, cells [][]string) paper.Table {
	t := paper.Table{Columns: []paper.Column{{Title: "项目", Share: 14}}}
	rows := make([]paper.Row, len(comparedFields))
	for i, f := range comparedFields {
		rows[i] = paper.Cells(f)
	}
	said := []paper.Row{paper.Cells("提名来源"), paper.Cells("年轻干部"), paper.Cells("比选结果"), paper.Cells("理由")}
	source := data.CandidateKind.Field("source")
	for i, c := range candidates {
		if cells[i] == nil {
			continue
		}
		t.Columns = append(t.Columns, paper.Column{Title: cells[i][0], Share: 20, Align: paper.Left})
		for j := range rows {
			rows[j].Cells = append(rows[j].Cells, paper.Plain(cells[i][j+1]))
		}
		for j, text := range []string{source.Text(c), yes(c.Young, "作为年轻干部提出"), yes(c.Chosen, "选定"), string(c.Reason)} {
			said[j].Cells = append(said[j].Cells, paper.Plain(text))
		}
	}
	t.Rows = append(rows, said...)
	return t
}

// order puts what is so before what is not.
func order(is bool) int {
	if is {
		return 0
	}
	return 1
}

func yes(is bool, word string) string {
	if is {
		return word
	}
	return ""
}

// postTitle is a post with its unit in words.
func postTitle(ctx context.Context, source figure.Source, id data.Ref, at data.Month) (string, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("post"), At: at, Everyone: true}
	cells, err := q.Cells(ctx, source.Reader, []string{string(id)}, "机构", "职位名称")
	if err != nil || cells[0] == nil {
		return "", err
	}
	return cells[0][0] + cells[0][1], nil
}

// DrillComparisons shows the comparisons for the vacancies open at a month, else
// for those filled last: a slide for each, the newest first.
func DrillComparisons(ctx context.Context, source figure.Source, at data.Month) (Drill, error) {
	vacancies, err := store.Find[data.Vacancy](ctx, source.Reader)
	if err != nil {
		return Drill{}, err
	}
	vacancies = slices.DeleteFunc(vacancies, func(v *data.Vacancy) bool { return v.Since > at })
	open := func(v *data.Vacancy) bool { return v.Filled == 0 || v.Filled.Month() > at }
	slices.SortFunc(vacancies, func(a, b *data.Vacancy) int {
		return cmp.Or(cmp.Compare(order(open(a)), order(open(b))), cmp.Compare(b.Since, a.Since), cmp.Compare(a.ID, b.ID))
	})
	const most = 4
	var d Drill
	for _, v := range vacancies {
		if len(d.Slides) == most {
			break
		}
		c, err := Compare(ctx, source, v, at)
		if err != nil {
			return Drill{}, err
		}
		if len(c.Cadres) < 2 {
			continue
		}
		d.Slides = append(d.Slides, paper.Slide{
			Section: "人选比选", Title: fmt.Sprintf("%s：%d 名人选比选", c.Post, len(c.Cadres)), Table: &c.Table,
			Note: "出缺年月 " + v.Since.String(),
		})
	}
	return d, nil
}
