package pivot_test

import (
	"strconv"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/pivot"
	"huoshui/data/sample"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

const month data.Month = 202606

func office(t *testing.T, own ...*data.Criterion) criteria.Book {
	t.Helper()
	book, err := criteria.NewBook(data.County, own)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func make2(t *testing.T, s *store.Store, book criteria.Book, subject, where, row, column string) *pivot.Table {
	t.Helper()
	q := criteria.Query{Subject: criteria.SubjectNamed(subject), Where: criteria.MustParse(where), At: month, Book: book}
	table, err := pivot.Make(t.Context(), s, pivot.Question{Query: q, Row: row, Column: column})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// written writes a table as one reads it.
func written(t *pivot.Table) string {
	var b strings.Builder
	for i := range t.Rows {
		b.WriteString(t.Rows[i].Label)
		for j := range t.Columns {
			b.WriteString(" " + digits(t.Count(i, j)))
		}
		b.WriteString(" =" + digits(t.Count(i, pivot.Total)) + "\n")
	}
	b.WriteString("合计")
	for j := range t.Columns {
		b.WriteString(" " + digits(t.Count(pivot.Total, j)))
	}
	return b.String() + " =" + digits(t.Count(pivot.Total, pivot.Total))
}

func digits(n int) string { return strconv.Itoa(n) }

var county = storetest.OpenOnce(func() []any { return sample.Make(sample.Options{Cadres: 150, At: month}).All() })

// small has five cadres; 甲 holds two posts.
func small(t *testing.T) *store.Store {
	return storetest.Open(
		t, &data.Unit{ID: "u1", Name: "东河镇", Short: "东河镇", Kind: "31", Sort: 2}, &data.Unit{ID: "u2", Name: "财政局", Short: "财政局", Kind: "22", Sort: 1},
		&data.Post{ID: "p1", Unit: "u1", Name: "书记", Level: "1A41"}, &data.Post{ID: "p2", Unit: "u2", Name: "局长", Level: "1A41"},
		&data.Post{ID: "p3", Unit: "u1", Name: "副镇长", Level: "1A42"},
		&data.Cadre{ID: "甲", Name: "甲", Sex: "1", Birth: 199007}, // 35
		&data.Cadre{ID: "乙", Name: "乙", Sex: "2", Birth: 199006}, // 36
		&data.Cadre{ID: "丙", Name: "丙", Sex: "2", Birth: 198001}, // 46
		&data.Cadre{ID: "丁", Name: "丁", Sex: "1"},
		&data.Cadre{ID: "戊", Name: "戊", Birth: 198412}, // 41
		&data.Appointment{ID: "1", Cadre: "甲", Post: "p1", Title: "书记", Since: 202001, Main: true},
		&data.Appointment{ID: "2", Cadre: "甲", Post: "p2", Title: "局长", Since: 202001},
		&data.Appointment{ID: "3", Cadre: "乙", Post: "p3", Title: "副镇长", Since: 202001},
		&data.Appointment{ID: "4", Cadre: "丙", Post: "p3", Title: "副镇长", Since: 202001},
	)
}

func TestByHand(t *testing.T) {
	s, book := small(t), office(t)
	for _, c := range []struct{ subject, where, row, column, want string }{
		{"干部", "", "年龄", "性别", `30岁及以下 0 0 0 =0
31–35岁 1 0 0 =1
36–40岁 0 1 0 =1
41–45岁 0 0 1 =1
46–50岁 0 1 0 =1
51–54岁 0 0 0 =0
55–59岁 0 0 0 =0
60岁及以上 0 0 0 =0
未填 1 0 0 =1
合计 2 2 1 =5`},
		// 甲 stands in both units, and once in the total.
		{"任职", "", "机构", "职务层次", "财政局 1 0 =1\n东河镇 1 2 =3\n合计 1 2 =3"},
		{"干部", "性别 = 女", "出生年月", "", `1979年及以前 =0
1980–1984年 =1
1985–1989年 =0
1990–1994年 =1
1995年及以后 =0
合计 =2`},
	} {
		if got := written(make2(t, s, book, c.subject, c.where, c.row, c.column)); got != c.want {
			t.Errorf("%s by %s and %s:\n%s\nby hand:\n%s", c.subject, c.row, c.column, got, c.want)
		}
	}
}

// What the code list does not know stands behind what it knows, however often it
// comes.
func TestValuesOutsideTheList(t *testing.T) {
	s := storetest.Open(
		t, &data.Cadre{ID: "甲", Name: "甲", OtherParty: "某会"}, &data.Cadre{ID: "乙", Name: "乙", OtherParty: "某会"},
		&data.Cadre{ID: "丙", Name: "丙"}, &data.Cadre{ID: "丁", Name: "丁", PartyJoined: 201001},
	)
	if got := written(make2(t, s, office(t), "干部", "", "政治面貌", "")); got != "中共党员 =1\n群众 =1\n某会 =2\n合计 =4" {
		t.Error(got)
	}
}

// The office's bands are the bands of the table, also where they leave gaps.
func TestTheOfficesBands(t *testing.T) {
	s := small(t)
	book := office(
		t, &data.Criterion{Name: "31–35岁", Subject: "干部", Condition: "年龄 ≥ 31 且 年龄 ≤ 36"},
		&data.Criterion{Name: "36–40岁", Subject: "干部", Condition: "年龄 > 36 且 年龄 < 40"},
	)
	got := written(make2(t, s, book, "干部", "", "年龄", ""))
	if !strings.Contains(got, "31–35岁 =2\n36–40岁 =0\n41–45岁 =1") {
		t.Error(got)
	}
	book = office(t, &data.Criterion{Name: "41–45岁", Subject: "干部", Condition: "年龄 = 45"})
	if got := written(make2(t, s, book, "干部", "", "年龄", "")); !strings.Contains(got, "其他 =1\n未填 =1") {
		t.Error(got)
	}
}

// Whatever one counts by, a cell lists as many as it counts, and nobody is lost
// from the lines.
func TestEveryCellListsWhomItCounts(t *testing.T) {
	s := county(t)
	book := office(t)
	every, floor := 1, 1000
	if testing.Short() {
		every, floor = 10, 500
	}
	cells := 0
	for _, subject := range criteria.Subjects() {
		fields := pivot.Fields(subject)
		for i, f := range fields {
			if i%every > 0 {
				continue
			}
			column := ""
			if i%3 == 0 && subject.Field("sex") != nil && f.Key != "sex" {
				column = "性别"
			}
			q := criteria.Query{Subject: subject, At: month, Book: book}
			table, err := pivot.Make(t.Context(), s, pivot.Question{Query: q, Row: f.Label, Column: column})
			if err != nil {
				if !strings.Contains(data.Sentence(err), "列不成表") {
					t.Errorf("%s by %s: %v", subject.Label, f.Label, err)
				}
				continue
			}
			sum := 0
			for row := range table.Rows {
				sum += table.Count(row, pivot.Total)
				for col := pivot.Total; col < len(table.Columns); col++ {
					if _, people, err := table.Cell(row, col).Count(t.Context(), s); err != nil || people != table.Count(row, col) {
						t.Errorf("%s %s: counts %d, lists %d %v", subject.Label, table.CellTitle(row, col), table.Count(row, col), people, err)
					}
					cells++
				}
			}
			if all := table.Count(pivot.Total, pivot.Total); sum < all {
				t.Errorf("%s by %s: %d of %d stand in a line", subject.Label, f.Label, sum, all)
			}
		}
	}
	if cells < floor {
		t.Errorf("only %d cells looked at", cells)
	}
}

func TestPresets(t *testing.T) {
	s := county(t)
	for _, p := range pivot.Presets() {
		table := make2(t, s, office(t), p.Subject.Label, p.Where.String(), p.Row, p.Column)
		if table.Count(pivot.Total, pivot.Total) == 0 {
			t.Errorf("%s is empty", p.Name)
		}
	}
}

func TestTooManyLines(t *testing.T) {
	s := county(t)
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: month, Book: office(t)}
	for _, fields := range [][2]string{{"姓名", ""}, {"性别", "姓名"}, {"身高", ""}} {
		_, err := pivot.Make(t.Context(), s, pivot.Question{Query: q, Row: fields[0], Column: fields[1]})
		if fields[1] != "" || fields[0] == "身高" {
			if err == nil || data.Sentence(err) == "" {
				t.Errorf("%v was counted", fields)
			}
		}
	}
}
