package criteria_test

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/sample"
	"huoshui/data/sample/sampletest"
	"huoshui/data/store"
	"huoshui/data/store/query"
	"huoshui/data/store/storetest"
)

var invented = sync.OnceValue(func() []any { return sample.Make(sample.Options{Cadres: sampletest.Cadres()}).All() })

// people is everybody on file with the post by which each is known, as plain
// SQL; AT is the month.
const people = `cadre c LEFT JOIN appointment a ON a.id = (SELECT h.id FROM appointment h WHERE h.cadre = c.id AND h.since <= AT
		AND (h.until = 0 OR h.until > AT) AND h.how <> '5' AND h.how <> '6' ORDER BY h.main DESC, h.since DESC, h.id LIMIT 1)
	LEFT JOIN post p ON p.id = a.post LEFT JOIN unit u ON u.id = COALESCE(a.unit, p.unit)
	WHERE (c.gone = 0 OR c.gone > AT) AND (c.work_start = 0 OR c.work_start <= AT)`

const (
	under41 = " AND c.birth > 0 AND (AT - c.birth) / 100 <= 40"
	// not frozen by a punishment in the month
	free = ` AND NOT EXISTS (SELECT 1 FROM discipline d WHERE d.cadre = c.id AND d.decided / 100 <= AT AND d.ends / 100 >= AT)`
	// the grade of the last year that is over
	graded = `(SELECT y.grade FROM appraisal y WHERE y.cadre = c.id AND y.year < AT / 100 ORDER BY y.year DESC LIMIT 1)`
)

// listSQL counts ready lists once more.
var listSQL = map[string]string{
	"年轻的女正职": " AND c.sex = '2' AND p.rank = '1' AND p.managed = '2' AND c.birth > 0 AND (AT - c.birth) / 100 <= 46",
	"85后有乡镇正职经历": ` AND c.birth >= 198501 AND EXISTS (SELECT 1 FROM appointment b, post q, unit v WHERE b.cadre = c.id AND q.id = b.post AND v.id = q.unit
		AND b.since <= AT AND b.how NOT IN ('5', '6') AND v.kind IN ('31', '32', '33') AND q.duty = '党政正职')`,
	"90后有乡镇班子经历": ` AND c.birth >= 199001 AND EXISTS (SELECT 1 FROM appointment b, post q, unit v WHERE b.cadre = c.id AND q.id = b.post AND v.id = q.unit
		AND b.since <= AT AND b.how NOT IN ('5', '6') AND v.kind IN ('31', '32', '33') AND q.team = 1)`,
	"40岁左右正职":    " AND c.birth > 0 AND (AT - c.birth) / 100 <= 41 AND p.managed = '2' AND p.rank = '1'",
	"35岁左右副职":    " AND c.birth > 0 AND (AT - c.birth) / 100 <= 36 AND p.managed = '2' AND p.rank IN ('2', '3')",
	"考核优秀的年轻干部":  under41 + " AND " + graded + " = '1'",
	"连续三年考核优秀":   ` AND (SELECT COUNT(*) FROM appraisal y WHERE y.cadre = c.id AND y.grade = '1' AND y.year IN (AT / 100 - 1, AT / 100 - 2, AT / 100 - 3)) = 3`,
	"处分影响期内":     ` AND EXISTS (SELECT 1 FROM discipline d WHERE d.cadre = c.id AND d.decided / 100 <= AT AND d.ends / 100 >= AT)`,
	"可关注培养的年轻干部": under41 + " AND " + graded + " = '1'" + free,
	"近期可提任正职": ` AND p.managed = '2' AND p.rank IN ('2', '3') AND c.birth > 0 AND (AT - c.birth) / 100 <= 50 AND ` + graded + ` IN ('1', '2')` + free + `
		AND EXISTS (SELECT 1 FROM appointment b, post q WHERE b.cadre = c.id AND q.id = b.post AND q.level = p.level AND b.since > 0 AND b.since <= AT - 200)`,
	"获得荣誉称号的干部": ` AND EXISTS (SELECT 1 FROM reward y WHERE y.cadre = c.id AND y.kind = '4' AND y.held / 100 <= AT)`,
	"缺墩苗锻炼的储备干部": ` AND EXISTS (SELECT 1 FROM reserve r WHERE r.cadre = c.id AND r.since <= AT AND (r.until = 0 OR r.until > AT))
		AND NOT EXISTS (SELECT 1 FROM posting y WHERE y.cadre = c.id AND y.since <= AT)`,
	"法检正职":       " AND p.duty = '法检正职'",
	"纪委书记":       " AND p.duty = '纪委书记'",
	"任现职满十年":     " AND p.managed = '2' AND a.since > 0 AND a.since <= AT - 1000",
	"全日制研究生":     " AND c.full_edu IN ('研究生', '研究生班', '中央党校研究生', '省（区、市）委党校研究生', '研究生教育')",
	"上级管理的干部":    " AND p.managed = '1'",
	"有一线经历的年轻干部": under41 + " AND EXISTS (SELECT 1 FROM sent y WHERE y.cadre = c.id AND y.since <= AT)",
}

var atMonth = regexp.MustCompile(`\bAT\b`)

func countSQL(t *testing.T, s *store.Store, text string, at data.Month) (n int) {
	t.Helper()
	rows, err := query.Rows(t.Context(), s, atMonth.ReplaceAllString("SELECT COUNT(DISTINCT c.id) FROM "+people+text, fmt.Sprint(int(at))))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// Ready lists count what plain SQL counts, this year and two years ago.
func TestReadyListsBySQL(t *testing.T) {
	s := storetest.Open(t, invented()...)
	book, err := criteria.NewBook(data.County, nil)
	if err != nil {
		t.Fatal(err)
	}
	months := []data.Month{202406, 202610}
	if testing.Short() {
		months = months[1:]
	}
	for name, sql := range listSQL {
		some := false
		for _, at := range months {
			q := criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: criteria.Meets(name), At: at, Book: book}
			_, people, err := q.Count(t.Context(), s)
			if want := countSQL(t, s, sql, at); err != nil || people != want {
				t.Errorf("%s at %s: %d, by SQL %d %v", name, at, people, want, err)
			}
			some = some || people > 0
		}
		if !some {
			t.Errorf("%s: nobody in the sample", name)
		}
	}
}

// Every ready list can be asked at both levels and says where it comes from.
func TestReadyListsCompile(t *testing.T) {
	for level, options := range map[data.Level]sample.Options{data.County: {Cadres: 200}, data.City: {Cadres: 200, Level: sample.LevelCity}} {
		s := storetest.Open(t, sample.Make(options).All()...)
		book, err := criteria.NewBook(level, nil)
		if err != nil {
			t.Fatal(err)
		}
		lists := 0
		for _, section := range criteria.ListSections() {
			for _, saved := range book.Section(section) {
				lists++
				q := criteria.Query{Subject: saved.Subject, Where: criteria.Meets(saved.Name), At: 202610, Book: book}
				if _, _, err := q.Count(t.Context(), s); err != nil || saved.Source == "" || saved.Subject.Name != "cadre" {
					t.Errorf("%s %s: %v", level, saved.Name, err)
				}
			}
		}
		if lists < 40 {
			t.Errorf("only %d lists at level %s", lists, level)
		}
	}
}

func TestSpans(t *testing.T) {
	cadre := criteria.SubjectNamed("干部")
	for sentence, want := range map[string]string{
		"年龄 < 36":           "年龄 < 36",
		"年龄 ≤ 35":           "年龄 < 36",
		"年龄 > 30 且 年龄 ≤ 35": "年龄 ≥ 31 且 年龄 < 36",
		"年龄 = 40":           "年龄 ≥ 40 且 年龄 < 41",
		"出生年月 ≥ 1985.01 且 出生年月 ≤ 1989.12": "出生年月 ≥ 1985.01 且 出生年月 < 1990.01",
		"出生年月 > 1989.12":                  "出生年月 ≥ 1990.01",
		"年龄 < 36 且 性别 = 女":                "",
		"年龄 < 36 或 年龄 > 60":               "",
		"年龄 ≠ 36":                         "",
		"性别 = 女":                          "",
		"符合 85后":                          "",
		"":                                "",
	} {
		span, ok := criteria.SpanOf(cadre, criteria.MustParse(sentence))
		got := ""
		if ok {
			got = span.Criterion(cadre.Field(span.Field)).String()
		}
		if got != want {
			t.Errorf("%s bounds %q, want %q", sentence, got, want)
		}
	}
}

func TestUses(t *testing.T) {
	book, err := criteria.NewBook(data.County, []*data.Criterion{
		{Name: "甲", Subject: "干部", Condition: "符合 乙 且 性别 = 女"}, {Name: "乙", Subject: "干部", Condition: "符合 甲"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sentence, name string
		want           bool
	}{
		{"符合 需关注的年轻干部", "年轻干部", true},
		{"符合 需关注的年轻干部", "处分影响期内", true}, // through 需关注的干部
		{"非（符合 85后） 或 年龄 < 36", "85后", true},
		{"符合 85后", "90后", false},
		{"符合 甲", "90后", false}, // which go round
	} {
		if got := book.Uses(criteria.MustParse(c.sentence), c.name); got != c.want {
			t.Errorf("%s uses %s: %v", c.sentence, c.name, got)
		}
	}
	if names := strings.Join(criteria.MustParse("符合 85后 且 （符合 90后 或 不符合 85后）").Names(), " "); names != "85后 90后" {
		t.Error(names)
	}
}
