package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/store"
)

// compared are the facts laid side by side for the candidates of a vacancy
// (比选), each of a field or two; no more than a slide has rows.
var compared = []struct {
	title  string
	fields []string
	text   string // how two are written
}{
	{"现任职务", []string{"现任职务"}, ""},
	{"出生年月（年龄）", []string{"出生年月", "年龄"}, "%s（%s岁）"},
	{"性别", []string{"性别"}, ""},
	{"政治面貌", []string{"政治面貌"}, ""},
	{"学历、学位", []string{"学历", "学位层次"}, "%s、%s"},
	{"任现职时间", []string{"任现职时间"}, ""},
	{"任现层次时间", []string{"任现层次时间"}, ""},
	{"在储备库", []string{"在储备库"}, ""},
}

// comparedMost is how many candidates stand side by side.
const comparedMost = 6

// Comparison shows the candidates of a vacancy side by side: a column for each
// candidate, a row for each fact.
type Comparison struct {
	Post   string
	Table  paper.Table
	Cadres []string // ids, column by column
	// Checks are further rows of the table, of how far each has been vetted:
	// for the person who prepares the meeting, not for its slides.
	Checks []paper.Row
}

// vettedFields are what the vetting of a candidate has found.
var vettedFields = []string{"最近考核等次", "最近政治素质等次", "影响期止日"}

// Compare makes the comparison of a vacancy at a month. The chosen candidate
// comes first.
func Compare(ctx context.Context, source figure.Source, vacancy *data.Vacancy, at data.Month) (*Comparison, error) {
	candidates, err := store.Find[data.Candidate](ctx, source.View, store.Where("vacancy", vacancy.ID))
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
	fields := []string{"姓名"}
	for _, fact := range compared {
		fields = append(fields, fact.fields...)
	}
	cells, err := q.Cells(ctx, source.View, c.Cadres, fields...)
	if err != nil {
		return nil, err
	}
	c.Table = comparisonTable(candidates, cells)
	found, err := q.Cells(ctx, source.View, c.Cadres, vettedFields...)
	if err != nil {
		return nil, err
	}
	c.Checks = checkRows(candidates, found)
	return c, nil
}

// checkRows are the rows of how far each candidate has been vetted.
func checkRows(candidates []*data.Candidate, found [][]string) []paper.Row {
	rows := []paper.Row{paper.Cells("凡提四必"), paper.Cells("年度考核"), paper.Cells("政治素质"), paper.Cells("影响期至")}
	for i, c := range candidates {
		if found[i] == nil {
			continue
		}
		for j, text := range append([]string{checked(c)}, found[i]...) {
			if text == "" {
				text = map[bool]string{true: "没有", false: "无数据"}[j == len(rows)-1]
			}
			rows[j].Cells = append(rows[j].Cells, paper.Plain(text))
		}
	}
	return rows
}

// checked tells how far the four checks before somebody is put forward have come
// (凡提四必).
func checked(c *data.Candidate) string {
	var missing []string
	for _, one := range []struct {
		done bool
		word string
	}{
		{c.FileChecked, "档案"}, {c.MattersChecked, "个人事项"}, {c.DisciplineHeard, "纪检意见"}, {c.PetitionsChecked, "信访"},
	} {
		if !one.done {
			missing = append(missing, one.word)
		}
	}
	if len(missing) == 0 {
		return "四项均已核"
	}
	return "未核：" + strings.Join(missing, "、")
}

func comparisonTable(candidates []*data.Candidate, cells [][]string) paper.Table {
	t := paper.Table{Columns: []paper.Column{{Title: "项目", Share: 14}}}
	t.Rows = make([]paper.Row, len(compared))
	for i, fact := range compared {
		t.Rows[i] = paper.Cells(fact.title)
	}
	said := []paper.Row{paper.Cells("提名来源"), paper.Cells("年轻干部"), paper.Cells("比选结果"), paper.Cells("理由")}
	source := data.CandidateKind.Field("source")
	for i, c := range candidates {
		if cells[i] == nil {
			continue
		}
		t.Columns = append(t.Columns, paper.Column{Title: cells[i][0], Share: 20, Align: paper.Left})
		facts := cells[i][1:]
		for j, fact := range compared {
			text := facts[0]
			if len(fact.fields) > 1 && text != "" && facts[1] != "" {
				text = fmt.Sprintf(fact.text, text, facts[1])
			}
			t.Rows[j].Cells, facts = append(t.Rows[j].Cells, paper.Plain(text)), facts[len(fact.fields):]
		}
		for j, text := range []string{source.Text(c), yes(c.Young, "作为年轻干部提出"), yes(c.Chosen, "选定"), string(c.Reason)} {
			said[j].Cells = append(said[j].Cells, paper.Plain(text))
		}
	}
	t.Rows = append(t.Rows, said...)
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
	cells, err := q.Cells(ctx, source.View, []string{string(id)}, "机构", "职位名称")
	if err != nil || cells[0] == nil {
		return "", err
	}
	return cells[0][0] + cells[0][1], nil
}

// comparisonsShown is how many vacancies are laid before a committee.
const comparisonsShown = 2

// comparisons shows the comparisons for the vacancies open at a month, else for
// those filled last: a slide for each, the newest first.
func comparisons(ctx context.Context, source figure.Source, at data.Month) ([]paper.Slide, error) {
	vacancies, err := Vacancies(ctx, source.View, at)
	if err != nil {
		return nil, err
	}
	var slides []paper.Slide
	for _, v := range vacancies {
		if len(slides) == comparisonsShown {
			break
		}
		c, err := Compare(ctx, source, v, at)
		if err != nil {
			return nil, err
		}
		if len(c.Cadres) < 2 {
			continue
		}
		c.Table.Rows = slices.DeleteFunc(c.Table.Rows, func(r paper.Row) bool {
			return !slices.ContainsFunc(r.Cells[1:], func(cell paper.Span) bool { return cell.Text != "" })
		})
		slides = append(slides, paper.Slide{
			Title: fmt.Sprintf("%s：%d 名人选比选", c.Post, len(c.Cadres)), Table: &c.Table,
			Note: "出缺年月 " + v.Since.String(),
		})
	}
	return slides, nil
}

// Vacancies lists the vacancies up to a month: first the open ones, then the
// closed ones, each from new to old.
func Vacancies(ctx context.Context, r store.View, at data.Month) ([]*data.Vacancy, error) {
	all, err := store.Find[data.Vacancy](ctx, r)
	all = slices.DeleteFunc(all, func(v *data.Vacancy) bool { return v.Since > at })
	slices.SortFunc(all, func(a, b *data.Vacancy) int {
		return cmp.Or(cmp.Compare(order(StillOpen(a, at)), order(StillOpen(b, at))), cmp.Compare(b.Since, a.Since), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// StillOpen reports whether a vacancy is still open at a month.
func StillOpen(v *data.Vacancy, at data.Month) bool { return v.Filled == 0 || v.Filled.Month() > at }
