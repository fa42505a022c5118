package criteria_test

import (
	"slices"
	"testing"

	"huoshui/data/criteria"
)

// TestSift holds each answer against the same question put by itself.
func TestSift(t *testing.T) {
	s := small(t)
	sentences := []string{"年龄 < 40", "性别 = 女", "性别 ≠ 女", "出生年月 为空", "非（年龄 < 40）", "职位 = 镇长", ""}
	for _, subject := range []string{"干部", "任职", "职位"} {
		for _, where := range []string{"", "姓名 ≠ 甲"} {
			if subject == "职位" {
				sentences, where = []string{"空缺 > 0", ""}, ""
			}
			q := about(subject, where)
			var asked []criteria.Criterion
			for _, text := range sentences {
				asked = append(asked, criteria.MustParse(text))
			}
			field := q.Subject.Fields[0].Label
			rows, err := q.Sift(t.Context(), s, asked, field)
			if err != nil {
				t.Fatal(err)
			}
			all, err := q.IDs(t.Context(), s)
			if err != nil || len(all) != len(rows) {
				t.Fatal(len(all), len(rows), err)
			}
			for i, c := range asked {
				one := q
				one.Where = criteria.And(q.Where, c)
				want, err := one.IDs(t.Context(), s)
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range rows {
					if row.Meets[i] != slices.Contains(want, row.ID) {
						t.Errorf("%s %s %q: %v", subject, row.ID, sentences[i], row.Meets[i])
					}
				}
			}
			for _, row := range rows {
				cells, err := q.Cells(t.Context(), s, []string{row.ID}, field)
				if err != nil || cells[0][0] != row.Cells[0] {
					t.Errorf("%s %s: %v, %v, %v", subject, row.ID, row.Cells, cells, err)
				}
			}
		}
	}
	if _, err := about("干部", "").Sift(t.Context(), s, []criteria.Criterion{criteria.MustParse("没有的项 = 1")}); err == nil {
		t.Error("an unknown field was asked for")
	}
}
