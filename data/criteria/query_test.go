package criteria_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

func TestWho(t *testing.T) {
	s := small(t)
	for _, c := range []struct{ subject, sentence, order, want string }{
		{"干部", "", "姓名", "丙 丁 庚 甲 乙"}, // 己 and 戊 are not on file; by reading
		{"干部", "性别 = 女", "姓名", "丙 乙"},
		{"干部", "性别 ≠ 女", "姓名", "丁 庚 甲"}, // not filled in is not 女
		{"干部", "性别 为空", "姓名", "丁"},
		{"干部", "出生年月 为空", "姓名", "丙 丁 庚"},
		{"干部", "年龄 < 40", "姓名", "乙"},
		{"干部", "非（年龄 < 40）", "姓名", "甲"}, // not known is neither
		{"干部", "年龄 < 40 或 性别 = 女", "姓名", "丙 乙"},
		{"干部", "年龄 属于 36、46", "姓名", "甲 乙"},
		{"干部", "", "order", "甲 乙 丙 丁 庚"},       // by unit and post; those without, last
		{"干部", "", "-年龄", "甲 乙 丁 丙 庚"},         // ties by ID, the unknown last
		{"干部", "机构 = 县财政局", "姓名", "丙 乙"},       // 丙 by unit alone
		{"干部", "职位 = 镇长", "姓名", ""},            // 甲 goes by the main post, 乙's secondment does not count
		{"干部", "职位 为空", "姓名", "丁 庚"},           // 庚's ended this month
		{"干部", "职位 ≠ 镇长", "姓名", "丙 丁 庚 甲 乙"},   // without a post is not 镇长
		{"干部", "现任职务 不包含 书记", "姓名", "丙 丁 庚 乙"}, // without a title has none with 书记
		{"干部", "现任职务 包含 挂职", "姓名", "乙"},        // titles held, secondments too
		{"干部", "职务层次 为空", "姓名", "丙 丁 庚"},
		{"干部", "学历层次 不属于 研究生", "姓名", "丙 丁 庚 甲 乙"},
		{"任职", "", "order", "a2 a1 a4 a3"}, // 丙's title has no post; ties by reading 甲 jia, 乙 yi
		{"任职", "符合 实职", "-任现职时间", "a3 a2 a1"},
		{"职位", "空缺 > 0", "排序号", "p3"},
		{"职位", "", "name", "p1 p3 p2"}, // by its text
		{"机构", "机构类别 = 镇", "name", "u1"},
	} {
		if got := ids(t, s, about(c.subject, c.sentence), c.order); got != c.want {
			t.Errorf("%s：%s by %s: %s, want %s", c.subject, c.sentence, c.order, got, c.want)
		}
	}
}

// Whatever a subject offers can be asked for, shown, sorted by and counted by.
func TestEveryFieldOfEverySubject(t *testing.T) {
	s := small(t)
	for _, subject := range criteria.Subjects() {
		seen := map[string]bool{}
		for i, f := range subject.Fields {
			if seen[f.Label] || criteria.SubjectNamed(subject.Label) != subject {
				t.Errorf("%s: %s is ambiguous", subject.Label, f.Label)
			}
			seen[f.Label] = true
			if testing.Short() && i%3 > 0 {
				continue
			}
			q := criteria.Query{Subject: subject, At: month, Where: criteria.If(f.Label, criteria.NotEmpty)}
			if _, err := q.Rows(t.Context(), s, by(f.Label), f.Label); err != nil {
				t.Errorf("%s.%s: %v", subject.Label, f.Label, err)
			}
			if _, err := q.Pivot(t.Context(), s, f.Label, ""); err != nil {
				t.Errorf("%s.%s: %v", subject.Label, f.Label, err)
			}
		}
	}
}

func TestCount(t *testing.T) {
	s := small(t)
	for _, c := range []struct {
		subject, sentence string
		rows, people      int
	}{
		{"干部", "", 5, 5},
		{"任职", "", 4, 2}, // 甲 and 乙 twice each
		{"任职", "符合 实职", 3, 2},
		{"职位", "", 3, 3},
		{"储备", "", 0, 0},
	} {
		q := about(c.subject, c.sentence)
		rows, people, err := q.Count(t.Context(), s)
		if err != nil || rows != c.rows || people != c.people {
			t.Errorf("%s：%s: %d rows %d people (%v)", c.subject, c.sentence, rows, people, err)
		}
		many, err := q.CountMany(t.Context(), s, []criteria.Criterion{{}, q.Where})
		if err != nil || many[1] != c.people {
			t.Errorf("%s：%s: %v in one pass (%v)", c.subject, c.sentence, many, err)
		}
	}
	if many, err := about("干部", "").CountMany(t.Context(), s, nil); many != nil || err != nil {
		t.Errorf("nothing asked: %v %v", many, err)
	}
}

func TestPeopleAndDistinct(t *testing.T) {
	s := small(t)
	q := about("任职", "")
	people, err := q.People(t.Context(), s, by("-任现职时间")...)
	if err != nil || !reflect.DeepEqual(people, []string{"乙", "甲"}) {
		t.Errorf("%v %v", people, err)
	}
	rows, err := q.Distinct(t.Context(), s, "姓名", "职位")
	want := [][]string{{"甲", "甲", "党委书记"}, {"乙", "乙", "镇长"}} // the first in the order of posts
	if err != nil || !reflect.DeepEqual(rows, want) {
		t.Errorf("%v %v", rows, err)
	}
}

func TestCells(t *testing.T) {
	s := small(t)
	q := about("干部", "性别 = 女") // the criterion settles the list, not its cells
	got, err := q.Cells(t.Context(), s, []string{"乙", "无", "甲", "戊"}, "姓名", "出生年月", "年龄", "性别", "现任职务", "任现层次时间", "选调生")
	want := [][]string{
		{"乙", "1990.01", "36", "女", "东河镇镇长（挂职），县财政局副局长", "2023.01", "否"},
		nil,
		{"甲", "1980.01", "46", "男", "东河镇党委书记，东河镇镇长", "2019.01", "否"},
		{"戊", "", "", "男", "", "", "否"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q %v", got, err)
	}
	if got, err := q.Cells(t.Context(), s, nil, "姓名"); len(got) != 0 || err != nil {
		t.Errorf("of nobody: %v %v", got, err)
	}
	many := make([]string, 100_000) // more than SQLite takes values
	many[99_999] = "甲"
	if got, err := q.Cells(t.Context(), s, many, "姓名"); err != nil || len(got[99_999]) != 1 {
		t.Errorf("of a whole city: %v", err)
	}
}

func TestEveryone(t *testing.T) {
	s := small(t)
	q := about("干部", "性别 = 男")
	if got := ids(t, s, q, "姓名"); got != "庚 甲" {
		t.Errorf("on file: %s", got)
	}
	q.Everyone = true
	if got := ids(t, s, q, "姓名"); got != "庚 己 甲 戊" {
		t.Errorf("everyone: %s", got)
	}
	if rows, _, err := q.Count(t.Context(), s); rows != 4 || err != nil {
		t.Errorf("everyone: %d %v", rows, err)
	}
}

func TestPivotSumsToCount(t *testing.T) {
	s := small(t)
	for _, c := range []struct{ subject, row, column string }{
		{"干部", "性别", ""},
		{"干部", "性别", "年龄"},
		{"干部", "学历层次", "机构"},
		{"职位", "机构", "班子成员"},
	} {
		q := about(c.subject, "")
		cells, err := q.Pivot(t.Context(), s, c.row, c.column)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, cell := range cells {
			sum += cell.Count
		}
		if rows, _, _ := q.Count(t.Context(), s); sum != rows {
			t.Errorf("%v: cells sum to %d of %d: %v", c, sum, rows, cells)
		}
	}
	got, err := about("干部", "").Pivot(t.Context(), s, "性别", "机构")
	want := []criteria.Cell{{"", "", 1}, {"男", "", 1}, {"男", "东河镇", 1}, {"女", "县财政局", 2}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v %v", got, err)
	}
}

func TestQuestionsRefused(t *testing.T) {
	s := small(t)
	book := criteria.Book{
		"甲": {Where: criteria.MustParse("符合 乙")},
		"乙": {Where: criteria.MustParse("非（符合 甲）")},
		"丙": {Where: criteria.MustParse("没有这项 = 1")},
	}
	for sentence, why := range map[string]string{
		"身高 > 170":        "“干部”没有“身高”这一项",
		"入库年月 = 2026.01":  "“干部”没有“入库年月”这一项", // another subject's
		"年龄 < 三十":         "“三十”不是整数",
		"年龄 = “”":         "不是整数",
		"出生年月 ≥ 1990.13":  "不是年月",
		"选调生 = 也许":        "应为“是”或“否”",
		"性别 属于 男、妇":       "“妇”不在代码表",
		"年龄 包含 3":         "“年龄”不是文字",
		"性别 不包含 女":        "“性别”不是文字",
		"职务层次 ≥ 乡科级副职":    "“职务层次”不分大小先后",
		"姓名 < 王":          "“姓名”不分大小先后",
		"符合 没有":           "没有名为“没有”的口径",
		"符合 甲":            "互相引用",
		"年龄 < 36 且 不符合 丙": "没有“没有这项”这一项",
		"性别 = 男 或 符合 甲":   "互相引用",
	} {
		q := about("干部", sentence)
		q.Book = book
		_, _, count := q.Count(t.Context(), s)
		_, list := q.IDs(t.Context(), s)
		for _, err := range []error{q.Check(), count, list} {
			var fault *data.Fault
			if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, why) {
				t.Errorf("%s: %v, want %s", sentence, err, why)
			}
		}
	}
	q := about("干部", "")
	_, cells := q.Cells(t.Context(), s, []string{"甲"}, "身高")
	_, order := q.IDs(t.Context(), s, criteria.Order{Field: "身高"})
	_, pivot := q.Pivot(t.Context(), s, "性别", "身高")
	_, distinct := q.Distinct(t.Context(), s, "身高")
	_, rows := q.Rows(t.Context(), s, nil, "身高")
	for _, err := range []error{cells, order, pivot, distinct, rows} {
		if got := data.Sentence(err); got != "“干部”没有“身高”这一项。" {
			t.Errorf("%q", got)
		}
	}
}

// A chain of names as long as is allowed works; a word from outside never
// becomes SQL.
func TestNamesAndWordsFromOutside(t *testing.T) {
	s := small(t)
	book := criteria.Book{"0": {Where: criteria.MustParse("性别 = 女")}}
	for i := 1; i < 8; i++ {
		book[fmt.Sprint(i)] = criteria.Saved{Where: criteria.Meets(fmt.Sprint(i - 1))}
	}
	q := about("干部", "符合 7")
	q.Book = book
	if got := ids(t, s, q, "姓名"); got != "丙 乙" {
		t.Errorf("%s", got)
	}
	for _, word := range []string{"' OR 1=1 --", ":at", "?", "%", "_", "甲'"} {
		q.Where = criteria.If("姓名", criteria.Contains, word)
		if got := ids(t, s, q); got != "" {
			t.Errorf("%s finds %s", word, got)
		}
	}
}

func TestBook(t *testing.T) {
	own := []*data.Criterion{
		{Name: "年轻干部", Subject: "干部", Condition: "年龄 < 38", Source: "本县"},
		{Name: "县级党政正职", Subject: "holding", Condition: "符合 实职"},
	}
	book, err := criteria.NewBook(data.County, own)
	if err != nil || book["年轻干部"].Where.String() != "年龄 < 38" || book["85后"].Source == "" {
		t.Errorf("%+v %v", book["年轻干部"], err)
	}
	again, err := criteria.NewBook(data.County, nil)
	if err != nil || again["年轻干部"].Where.String() != "年龄 < 41" {
		t.Errorf("an office's own criterion stayed: %v %v", again["年轻干部"], err)
	}
	city, err := criteria.NewBook(data.City, nil)
	if err != nil || !strings.Contains(city["县级党政班子成员"].Where.String(), "所辖县区") {
		t.Errorf("%v %v", city["县级党政班子成员"], err)
	}
	for _, bad := range []data.Criterion{{Name: "坏", Subject: "干部", Condition: "年龄 <"}, {Name: "坏", Subject: "车辆", Condition: "年龄 < 3"}} {
		if _, err := criteria.NewBook(data.County, []*data.Criterion{&bad}); !strings.Contains(data.Sentence(err), "口径") {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

// Every criterion that comes with the program fits its subject, and its
// sentence reads as it is written.
func TestBuiltInCriteria(t *testing.T) {
	for _, level := range []data.Level{data.County, data.City} {
		book, err := criteria.NewBook(level, nil)
		if err != nil {
			t.Fatal(err)
		}
		for name, saved := range book {
			q := criteria.Query{Subject: saved.Subject, Where: saved.Where, At: month, Book: book}
			if err := q.Check(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if again := criteria.MustParse(saved.Where.String()); !reflect.DeepEqual(again, saved.Where) {
				t.Errorf("%s: %s", name, saved.Where)
			}
			if saved.Source == "" {
				t.Errorf("%s does not say where it comes from", name)
			}
		}
	}
}

// A question put within a change sees what the change has written.
func TestAskWithinAChange(t *testing.T) {
	s := small(t)
	_, err := s.Change(t.Context(), store.Act{Who: "测试", What: "改一人"}, func(tx *store.Tx) error {
		if err := tx.Add(t.Context(), &data.Cadre{ID: "辛", Name: "辛", Sex: "2"}); err != nil {
			return err
		}
		inside, err := about("干部", "性别 = 女").IDs(t.Context(), tx, by("姓名")...)
		if err != nil || len(inside) != 3 {
			t.Errorf("inside: %v %v", inside, err)
		}
		if outside := ids(t, s, about("干部", "性别 = 女"), "姓名"); outside != "丙 乙" {
			t.Errorf("outside: %s", outside)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// People of another question narrow the answer, at that question's own month and
// with its own values, also where it is about another subject.
func TestWithinAnotherQuestion(t *testing.T) {
	s := small(t)
	held := about("任职", "职位 = 副局长")
	held.At = 202212 // 庚 alone: 乙 came a month later
	q := about("干部", "姓名 ≠ 丁")
	q.Within = &held
	if got := ids(t, s, q, "姓名"); got != "庚" {
		t.Errorf("within the deputies of 2022.12: %s", got)
	}
	held.At, held.Where = month, criteria.Criterion{}
	if got := ids(t, s, q, "姓名"); got != "甲 乙" {
		t.Errorf("within the holders: %s", got)
	}
	begun := about("新任职", "")
	begun.From, begun.To = 202001, 202001
	q.Within = &begun
	if got := ids(t, s, q, "姓名"); got != "庚 甲" {
		t.Errorf("within those appointed in 2020.01: %s", got)
	}
	if rows, people, err := q.Count(t.Context(), s); rows != 2 || people != 2 || err != nil {
		t.Errorf("%d rows %d people %v", rows, people, err)
	}
	posts := about("职位", "")
	q.Within = &posts
	if _, err := q.IDs(t.Context(), s); err == nil || !strings.Contains(data.Sentence(err), "数的不是人") {
		t.Errorf("within posts: %v", err)
	}
}
