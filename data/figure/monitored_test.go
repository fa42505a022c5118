package figure_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/sample"
	"huoshui/data/sample/sampletest"
	"huoshui/data/store"
	"huoshui/data/store/query"
	"huoshui/data/store/storetest"
)

// Pieces of plain SQL, written without the program's own criteria. AT is the
// month of the question, YEAR its year.
var sqlPieces = strings.NewReplacer(
	"HELD", `appointment a JOIN cadre c ON c.id = a.cadre JOIN post p ON p.id = a.post JOIN unit u ON u.id = p.unit
		WHERE a.since <= AT AND (a.until = 0 OR a.until > AT) AND (c.gone = 0 OR c.gone > AT)`,
	"PROPER", "a.how <> '5' AND a.how <> '6'",
	"DEPARTMENTS", "u.kind IN ('21', '22', '23')",
	"TOWNS", "u.kind IN ('31', '32', '33')",
	"AGED", "c.birth > 0 AND (AT - c.birth) / 100",
	"LEARNED", `c.full_edu IN ('研究生', '研究生班', '中央党校研究生', '省（区、市）委党校研究生', '研究生教育', '大学', '中央党校大学', '省委党校大学', '本科教育')`,
	// the post by which somebody is counted, and when he or she is on file
	"KNOWN", `cadre c JOIN appointment a ON a.id = (SELECT h.id FROM appointment h WHERE h.cadre = c.id AND h.since <= AT
			AND (h.until = 0 OR h.until > AT) AND h.how NOT IN ('5', '6') ORDER BY h.main DESC, h.since DESC, h.id LIMIT 1)
		JOIN post p ON p.id = a.post WHERE (c.gone = 0 OR c.gone > AT) AND (c.work_start = 0 OR c.work_start <= AT)`,
	"SECRETARY", "p.name LIKE '%书记%' AND p.name NOT LIKE '%副书记%'",
	"ONCE_LED_A_TOWN", `EXISTS (SELECT 1 FROM appointment b, post q, unit v WHERE q.id = b.post AND v.id = q.unit AND b.cadre = a.cadre
		AND b.since <= AT AND b.how NOT IN ('5', '6') AND v.kind IN ('31', '32', '33') AND q.duty = '党政正职')`,
	"HOURS", "(SELECT COALESCE(SUM(s.hours), 0) FROM seat s, class k WHERE k.id = s.class AND s.cadre = c.id AND k.start BETWEEN YEAR * 10000 AND AT * 100 + 99)",
	"OWED", `COALESCE((SELECT q.hours FROM quota q WHERE q.since <= AT AND (q.until = 0 OR q.until > AT) AND q.level = p.level),
		(SELECT q.hours FROM quota q WHERE q.since <= AT AND (q.until = 0 OR q.until > AT) AND q.level = ''))`,
)

// monitoredSQL counts each figure, and its whole, once more.
var monitoredSQL = map[string][2]string{
	"dt.departments.45": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.team AND AGED <= 46",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.team",
	},
	"dt.departments.40": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.team AND AGED <= 41",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.team",
	},
	"dt.managed.young": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.managed = '2' AND AGED <= 40",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.managed = '2'",
	},
	"dt.managed.35": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.managed = '2' AND AGED <= 36",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND DEPARTMENTS AND p.managed = '2'",
	},
	"dt.county.40": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind IN ('11', '13') AND p.team AND AGED <= 41",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind IN ('11', '13') AND p.team",
	},
	"dt.towns.30": {
		"COUNT(DISTINCT u.id) FROM HELD AND PROPER AND TOWNS AND p.team AND AGED <= 30",
		"COUNT(*) FROM unit u WHERE TOWNS AND u.since <= AT AND (u.until = 0 OR u.until > AT)",
	},
	"dt.towns.secretaries": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND TOWNS AND p.duty = '党政正职' AND AGED <= 35 AND SECRETARY",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND TOWNS AND p.duty = '党政正职' AND AGED <= 35",
	},
	"dt.recruits": {"COUNT(DISTINCT r.cadre) FROM recruit r WHERE r.year = YEAR", ""},
	"dt.managed.degree": {
		"COUNT(*) FROM KNOWN AND p.managed = '2' AND LEARNED",
		"COUNT(*) FROM KNOWN AND p.managed = '2'",
	},
	"dt.promoted.degree": {
		`COUNT(DISTINCT c.id) FROM appointment a, cadre c, post p WHERE c.id = a.cadre AND p.id = a.post AND a.since / 100 = YEAR AND a.since <= AT
			AND a.how = '1' AND p.managed = '2' AND c.birth > 0 AND (a.since - c.birth) / 100 <= 35 AND LEARNED`,
		`COUNT(DISTINCT c.id) FROM appointment a, cadre c, post p WHERE c.id = a.cadre AND p.id = a.post AND a.since / 100 = YEAR AND a.since <= AT
			AND a.how = '1' AND p.managed = '2' AND c.birth > 0 AND (a.since - c.birth) / 100 <= 35`,
	},
	"dt.county.towns": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind IN ('11', '13') AND p.team AND ONCE_LED_A_TOWN",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind IN ('11', '13') AND p.team",
	},
	"dt.county.teams": {
		`COUNT(*) FROM (SELECT COUNT(DISTINCT CASE WHEN ONCE_LED_A_TOWN THEN c.id END) AS led, COUNT(DISTINCT c.id) AS n
			FROM HELD AND PROPER AND u.kind IN ('11', '13') AND p.team GROUP BY u.id) WHERE led * 2 >= n`,
		"COUNT(*) FROM unit u WHERE u.kind IN ('11', '13') AND u.since <= AT AND (u.until = 0 OR u.until > AT)",
	},
	"dt.women.party": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind = '11' AND p.team AND c.sex = '2'",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind = '11' AND p.team",
	},
	"dt.women.government": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind = '13' AND p.team AND c.sex = '2'",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind = '13' AND p.team",
	},
	"dt.women.departments": {
		"COUNT(DISTINCT u.id) FROM HELD AND PROPER AND u.kind IN ('21', '22') AND p.team AND c.sex = '2'",
		"COUNT(*) FROM unit u WHERE u.kind IN ('21', '22') AND u.since <= AT AND (u.until = 0 OR u.until > AT)",
	},
	"dt.outside.cppcc": {
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind = '14' AND p.team AND (c.party_joined = 0 OR c.party_joined > AT)",
		"COUNT(DISTINCT c.id) FROM HELD AND PROPER AND u.kind = '14' AND p.team",
	},
	"dt.vacant": {
		`SUM(MAX(0, p.approved - (SELECT COUNT(*) FROM appointment a WHERE a.post = p.id AND PROPER AND a.since <= AT AND (a.until = 0 OR a.until > AT))))
			FROM post p WHERE p.team AND p.since <= AT AND (p.until = 0 OR p.until > AT)`,
		"SUM(p.approved) FROM post p WHERE p.team AND p.since <= AT AND (p.until = 0 OR p.until > AT)",
	},
	// empty in this month and in each of the three before
	"dt.vacant.key": {
		`COUNT(*) FROM post p WHERE p.key AND p.since <= AT AND (p.until = 0 OR p.until > AT) AND NOT EXISTS (
			SELECT 1 FROM (SELECT AT AS m UNION SELECT AT1 UNION SELECT AT2 UNION SELECT AT3) WHERE p.approved <=
				(SELECT COUNT(*) FROM appointment a WHERE a.post = p.id AND PROPER AND a.since <= m AND (a.until = 0 OR a.until > m)))`,
		"",
	},
	"dt.punished": {
		`COUNT(DISTINCT d.cadre) FROM discipline d WHERE d.decided BETWEEN YEAR * 10000 AND AT * 100 + 99 AND EXISTS
			(SELECT 1 FROM appointment a WHERE a.cadre = d.cadre AND a.how = '1' AND a.since <= d.decided / 100 AND a.since + 500 > d.decided / 100)`,
		"COUNT(DISTINCT d.cadre) FROM discipline d WHERE d.decided BETWEEN YEAR * 10000 AND AT * 100 + 99",
	},
	"dt.hours": {
		"COUNT(*) FROM KNOWN AND p.managed = '2' AND OWED > 0 AND HOURS >= OWED",
		"COUNT(*) FROM KNOWN AND p.managed = '2' AND OWED > 0",
	},
}

// month is the as-of month where it stands alone.
var month = regexp.MustCompile(`\bAT\b`)

var county = storetest.OpenOnce(func() []any { return sample.Make(sample.Options{Cadres: sampletest.Cadres()}).All() })

func bySQL(t *testing.T, s *store.Store, text string, at data.Month) int {
	t.Helper()
	if text == "" {
		return 0
	}
	for range 3 { // pieces are made of pieces
		text = sqlPieces.Replace(text)
	}
	text = strings.NewReplacer("AT1", fmt.Sprint(int(at.Add(-1))), "AT2", fmt.Sprint(int(at.Add(-2))), "AT3", fmt.Sprint(int(at.Add(-3))), "YEAR", fmt.Sprint(at.Year())).Replace(text)
	text = month.ReplaceAllString(text, fmt.Sprint(int(at)))
	rows, err := query.Rows(t.Context(), s, "SELECT "+text)
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	defer rows.Close()
	n := -1
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// heldMonths are those at which figures are held against SQL.
func heldMonths() []data.Month {
	if testing.Short() {
		return []data.Month{202610}
	}
	return []data.Month{202406, 202512, 202610}
}

// Each monitored figure is what plain SQL counts, and lists as many.
func TestMonitoredFigures(t *testing.T) {
	s := county(t)
	positive := map[string]bool{}
	for _, at := range heldMonths() {
		src := source(t, s, at)
		values, err := src.Compute(t.Context(), figure.Monitored(), at)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range values {
			d := v.Definition
			sql, own := monitoredSQL[d.ID]
			if !own {
				if strings.HasPrefix(d.ID, "dt.") {
					t.Errorf("%s is not counted by SQL", d.ID)
				}
				continue
			}
			if n, of := bySQL(t, s, sql[0], at), bySQL(t, s, sql[1], at); v.Numerator != n || v.Denominator != of {
				t.Errorf("%s at %s: %d of %d, by SQL %d of %d", d.ID, at, v.Numerator, v.Denominator, n, of)
			}
			positive[d.ID] = positive[d.ID] || v.Numerator > 0
			if rows, err := src.Who(t.Context(), d, at); err != nil || d.Sum == nil && len(rows) != v.Numerator {
				t.Errorf("%s at %s: counts %d, lists %d %v", d.ID, at, v.Numerator, len(rows), err)
			}
		}
	}
	for id := range monitoredSQL {
		if !positive[id] {
			t.Logf("%s is 0 at every month", id)
		}
	}
}

// Figures of an office are counted like those of the program; one that cannot
// be counted keeps no other from it.
func TestOwnFigures(t *testing.T) {
	s := settle(t)
	storetest.Put(
		t, s, &data.Criterion{Name: "女正职", Subject: "任职", Condition: "符合 管理党政正职 且 性别 = 女"},
		&data.OwnFigure{Name: "女党政正职", Subject: "任职", Condition: "符合 女正职", Whole: "符合 管理党政正职"},
		&data.OwnFigure{Name: "女干部占比", Subject: "干部", Condition: "性别 = 女", Whole: "全部", Share: true},
		&data.OwnFigure{Name: "空缺职数", Subject: "职位", Sum: "核定职数"},
		&data.OwnFigure{Name: "坏的", Subject: "干部", Condition: "符合 不存在的口径"},
		&data.OwnFigure{Name: "半句", Subject: "干部", Condition: "年龄 <"},
		&data.OwnFigure{Name: "没有对象", Subject: "车辆"},
	)
	src := source(t, s, 202606)
	values, err := src.Compute(t.Context(), src.Definitions(), 202606)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, v := range values {
		found[v.Definition.ID] = v.Text() + v.Definition.Unit()
	}
	// 蒋、曹 of 蒋尤许张曹 are women; on file are 29, 孔 having left; 11 women:
	// 钱李陈蒋沈韩尤何吕曹华.
	for id, want := range map[string]string{"自定.女党政正职": "3人", "自定.女干部占比": "37.9%", "自定.坏的": "", "m0.principals": "5人"} {
		if found[id] != want {
			t.Errorf("%s is %q, by hand %q", id, found[id], want)
		}
	}
	broken := 0
	for _, f := range src.Own {
		if f.Err != nil {
			broken++
			if data.Sentence(f.Err) == "" || f.Definition != nil {
				t.Errorf("%s: %v", f.Record.Name, f.Err)
			}
		}
	}
	if broken != 3 {
		t.Errorf("%d figures cannot be counted", broken)
	}
	if _, err := src.Named("自定.坏的"); err == nil {
		t.Error("a broken figure was found")
	}
	if _, err := src.Named("dt.vacant"); err != nil {
		t.Error(err)
	}
}

// A city that keeps no townships on record has no data on who led one.
func TestNoTownshipsNoData(t *testing.T) {
	s := storetest.Open(t, sample.Make(sample.Options{Cadres: 300, Level: sample.LevelCity}).All()...)
	src := source(t, s, 202610)
	for _, id := range []string{"dt.county.towns", "dt.county.teams", "dt.towns.30"} {
		if v, err := src.One(t.Context(), figure.Named(id), 202610); err != nil || !v.NoData {
			t.Errorf("%s is %s %v", id, v.Text(), err)
		}
	}
	if v, err := src.One(t.Context(), figure.Named("dt.county.40"), 202610); err != nil || v.NoData {
		t.Error(v, err)
	}
}
