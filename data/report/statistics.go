package report

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// Statistics is the table of basic facts (基本情况统计表) at a month: rows of people
// by level of post and by rank, columns of what they are. Every cell has a
// criterion, so that it opens as a list.
type Statistics struct {
	At      data.Month
	Columns []StatisticsColumn
	Rows    []StatisticsRow // the first is everybody; rows nobody is in are left out

	query criteria.Query
}

// StatisticsColumn is one column. It shows the people of a row who meet its
// criterion as a number, as a share of the row, or by their average age.
type StatisticsColumn struct {
	Group, Title string
	Where        criteria.Criterion
	Share        bool // in percent of the row
	Average      bool // of the ages that are known, in years
}

// StatisticsRow is one row with the text of its cells: numbers, percentages,
// and years with one decimal. A cell is “无数据” when nobody's age is known.
type StatisticsRow struct {
	Group, Label string
	Where        criteria.Criterion
	Cells        []string
}

// Who is the query that finds the people of a cell.
func (s *Statistics) Who(row, column int) criteria.Query {
	q := s.query
	q.Where = criteria.And(q.Where, s.Rows[row].Where, s.Columns[column].Where)
	return q
}

// MakeStatistics computes the table for the people that a criterion finds.
func MakeStatistics(ctx context.Context, source figure.Source, where criteria.Criterion, only []string, at data.Month) (*Statistics, error) {
	s := &Statistics{At: at, Columns: statisticsColumns(at), query: criteria.Query{
		Subject: criteria.SubjectNamed("cadre"), Where: where, Only: only, At: at, Book: source.Book,
	}}
	born, err := s.query.Distinct(ctx, source.View, "出生年月")
	if err != nil {
		return nil, err
	}
	columns := make([]map[string]bool, len(s.Columns))
	for i, c := range s.Columns {
		if columns[i], err = s.who(ctx, source, c.Where); err != nil {
			return nil, err
		}
	}
	for _, row := range statisticsRows() {
		people, err := s.who(ctx, source, row.Where)
		if err != nil {
			return nil, err
		}
		if len(people) == 0 && len(s.Rows) > 0 {
			continue
		}
		for i, c := range s.Columns {
			row.Cells = append(row.Cells, c.text(people, columns[i], born, at))
		}
		s.Rows = append(s.Rows, row)
	}
	return s, nil
}

func (s *Statistics) who(ctx context.Context, source figure.Source, where criteria.Criterion) (map[string]bool, error) {
	q := s.query
	q.Where = criteria.And(q.Where, where)
	ids, err := q.People(ctx, source.View)
	found := make(map[string]bool, len(ids))
	for _, id := range ids {
		found[id] = true
	}
	return found, err
}

// text is the cell of a row's people and a column's; born are rows of ID and month
// of birth.
func (c StatisticsColumn) text(row, column map[string]bool, born [][]string, at data.Month) string {
	count, births := 0, []data.Month(nil)
	for _, person := range born {
		if !row[person[0]] || !column[person[0]] {
			continue
		}
		count++
		birth, _ := data.ParseMonth(person[1]) // as criteria writes it
		births = append(births, birth)
	}
	mean, known := at.MeanAge(births)
	switch {
	case c.Average && !known || c.Share && len(row) == 0:
		return noData
	case c.Average:
		return oneDecimal(mean)
	case c.Share:
		return oneDecimal(100 * float64(count) / float64(len(row)))
	}
	return strconv.Itoa(count)
}

func oneDecimal(x float64) string { return strconv.FormatFloat(math.Round(x*10)/10, 'f', 1, 64) }

// statisticsRows are everybody, then every level of post, then every rank.
// Who has both stands in both.
func statisticsRows() []StatisticsRow {
	rows := []StatisticsRow{{Label: "合计"}}
	for _, group := range []struct{ field, list string }{{"职务层次", "level"}, {"职级", "grade_rank"}} {
		for _, label := range data.ListNamed(group.list).Labels() {
			rows = append(rows, StatisticsRow{Group: group.field, Label: label, Where: criteria.If(group.field, criteria.Equal, label)})
		}
	}
	return rows
}

// statisticsColumns are the columns of the trade's table. Spans of years are
// told by the month in which they began.
func statisticsColumns(at data.Month) []StatisticsColumn {
	columns := []StatisticsColumn{{Title: "人数"}}
	for _, c := range []struct{ group, title, where string }{
		{"性别、民族、党派", "女", "性别 = 女"},
		{"性别、民族、党派", "少数民族", "民族 ≠ 汉族 且 民族 不为空"},
		{"性别、民族、党派", "中共党员", "政治面貌 = 中共党员"},
		{"性别、民族、党派", "非中共党员", "政治面貌 ≠ 中共党员"},
	} {
		column := StatisticsColumn{Group: c.group, Title: c.title, Where: criteria.MustParse(c.where)}
		columns = append(columns, column)
		column.Title, column.Share = "占比%", true
		columns = append(columns, column)
	}
	for _, c := range []struct{ group, title, where string }{
		{"学历", "研究生", "学历层次 = 研究生"},
		{"学历", "大学本科", "学历层次 = 大学本科"},
		{"学历", "大学专科", "学历层次 = 大学专科"},
		{"学历", "中专", "学历层次 = 中专"},
		{"学历", "高中及以下", "学历层次 属于 高中、初中及以下"},
		{"学位", "博士", "学位层次 = 博士"},
		{"学位", "硕士", "学位层次 = 硕士"},
		{"学位", "学士", "学位层次 = 学士"},
		{"年龄", "35及以下", "年龄 ≤ 35"},
		{"年龄", "36–40", "年龄 ≥ 36 且 年龄 ≤ 40"},
		{"年龄", "41–45", "年龄 ≥ 41 且 年龄 ≤ 45"},
		{"年龄", "46–50", "年龄 ≥ 46 且 年龄 ≤ 50"},
		{"年龄", "51–54", "年龄 ≥ 51 且 年龄 ≤ 54"},
		{"年龄", "55–59", "年龄 ≥ 55 且 年龄 ≤ 59"},
		{"年龄", "60及以上", "年龄 ≥ 60"},
	} {
		columns = append(columns, StatisticsColumn{Group: c.group, Title: c.title, Where: criteria.MustParse(c.where)})
	}
	columns = append(columns, StatisticsColumn{Group: "年龄", Title: "平均年龄", Average: true})
	columns = append(columns, levelYears(at)...)
	return append(columns, StatisticsColumn{Title: "2年以上基层工作经历", Where: criteria.MustParse("基层任职月数 ≥ 24")})
}

// levelYears are the columns of how long people have had their level of post.
func levelYears(at data.Month) []StatisticsColumn {
	since := func(op criteria.Op, years int) criteria.Criterion {
		return criteria.If("任现层次时间", op, at.Add(-12*years).String())
	}
	columns := []StatisticsColumn{
		{Title: "不满1年", Where: since(criteria.More, 1)},
		{Title: "1–3年", Where: criteria.And(since(criteria.AtMost, 1), since(criteria.More, 3))},
		{Title: "3–5年", Where: criteria.And(since(criteria.AtMost, 3), since(criteria.More, 5))},
		{Title: "5–10年", Where: criteria.And(since(criteria.AtMost, 5), since(criteria.More, 10))},
		{Title: "10年以上", Where: since(criteria.AtMost, 10)},
	}
	for i := range columns {
		columns[i].Group = "任现职务层次年限"
	}
	return columns
}

func buildStatistics(ctx context.Context, o Order) (*paper.Paper, error) {
	s, err := MakeStatistics(ctx, o.Source, o.Where, o.IDs, o.At)
	if err != nil {
		return nil, err
	}
	table := paper.Table{Columns: []paper.Column{{Title: "职务层次、职级", Share: 2.8, Align: paper.Left}}}
	for i, c := range s.Columns {
		column := paper.Column{Group: c.Group, Title: c.Title}
		if s.Rows[0].Cells[i] != noData && len(s.Rows[0].Cells[i]) > 3 { // as wide as its largest number
			column.Share = 1.3
		}
		table.Columns = append(table.Columns, column)
	}
	group := ""
	for _, row := range s.Rows {
		if row.Group != group {
			group = row.Group
			table.Rows = append(table.Rows, paper.Band("按"+group))
		}
		table.Rows = append(table.Rows, paper.Cells(slices.Concat([]string{row.Label}, row.Cells)...))
	}
	p := o.paper("干部基本情况统计表", fmt.Sprintf("时点：%s　共 %s 人", o.Source.Month(o.At), s.Rows[0].Cells[0]))
	p.Page = wideList
	p.Add(table, remark("年龄为时点当月实足年龄；任现职务层次年限按任现层次时间到时点的足月数计；"+
		"基层工作经历按在乡镇（街道）任职和驻村的月数计；既有职务层次又有职级的，两处都计。"))
	return p, nil
}
