package criteria_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store/storetest"
)

// “时点” among the values is the month of the question; a day counts by its
// month, one that is not known neither meets nor fails.
func TestAsOf(t *testing.T) {
	s := storetest.Open(
		t,
		&data.Cadre{ID: "a", Name: "甲", Birth: 199001}, &data.Cadre{ID: "b", Name: "乙"},
		&data.Notice{Cadre: "a", Channel: "1", Received: 20260101, Matter: "一", Handled: 20260630},
		&data.Notice{Cadre: "a", Channel: "1", Received: 20260101, Matter: "二", Handled: 20260701},
		&data.Notice{Cadre: "b", Channel: "1", Received: 20260101, Matter: "三"},
	)
	for _, c := range []struct {
		subject, where string
		at             data.Month
		want           int
	}{
		{"信息通报", "办结日期 ≤ 时点", 202605, 0},
		{"信息通报", "办结日期 ≤ 时点", 202606, 1},
		{"信息通报", "办结日期 < 时点", 202606, 0},
		{"信息通报", "办结日期 > 时点", 202606, 1},
		{"信息通报", "办结日期 = 时点", 202607, 1},
		{"信息通报", "办结日期 ≠ 时点", 202607, 1},
		{"信息通报", "非（办结日期 ≤ 时点）", 202606, 1},
		{"信息通报", "办结日期 为空 或 办结日期 > 时点", 202606, 2},
		{"干部", "出生年月 ≤ 时点", 202606, 1},
	} {
		where, err := criteria.Parse(c.where)
		if err != nil {
			t.Fatal(err)
		}
		if where.String() != c.where {
			t.Errorf("%q is written %q", c.where, where)
		}
		rows, _, err := criteria.Query{Subject: criteria.SubjectNamed(c.subject), Where: where, At: c.at}.Count(t.Context(), s)
		if err != nil || rows != c.want {
			t.Errorf("%s at %s: %d %v, by hand %d", c.where, c.at, rows, err, c.want)
		}
	}
	for _, bad := range []string{"收到日期 属于 时点、2026.01.01", "年龄 < 时点"} {
		where, err := criteria.Parse(bad)
		if err != nil {
			t.Fatal(err)
		}
		if err := (criteria.Query{Subject: criteria.SubjectNamed("信息通报"), Where: where, At: 202606}).Check(); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// Sums and rows are told apart from people in one pass, and the same asked
// twice is the same.
func TestTally(t *testing.T) {
	s := storetest.Open(
		t,
		&data.Cadre{ID: "a", Name: "甲"}, &data.Cadre{ID: "b", Name: "乙"},
		&data.Lecture{Cadre: "a", Kind: "1", Held: 20260101, Heads: 10},
		&data.Lecture{Cadre: "a", Kind: "3", Held: 20260201, Heads: 20},
		&data.Lecture{Cadre: "b", Kind: "3", Held: 20260301, Heads: 5},
	)
	subject := criteria.SubjectNamed("讲课宣讲")
	talks := criteria.If("类别", criteria.Equal, "基层宣讲")
	heads := subject.Field("听众人数")
	got, err := criteria.Query{Subject: subject, At: 202606}.Tally(t.Context(), s, []criteria.Tally{
		{},
		{Each: true},
		{Sum: heads},
		{Where: talks},
		{Where: talks, Sum: heads},
		{Where: criteria.If("类别", criteria.Equal, "讲党课"), Sum: heads},
		{Where: criteria.If("类别", criteria.Equal, "讲党课"), Each: true},
		{Where: criteria.If("类别", criteria.Equal, "上讲台授课"), Sum: heads},
		{Sum: heads},
	})
	want := []int{2, 3, 35, 2, 25, 10, 1, 0, 35}
	for i := range want {
		if err != nil || got[i] != want[i] {
			t.Fatalf("%v %v, by hand %v", got, err, want)
		}
	}
}
