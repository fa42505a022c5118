package rule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func empty(t *testing.T) *store.Store {
	t.Helper()
	return storetest.OpenAt(t, 202712) // after all months asked about
}

// due lists who falls under a reminder at a month, by what rows are called.
func due(t *testing.T, s *store.Store, id string, at data.Month) string {
	t.Helper()
	source, err := figure.Open(t.Context(), s, at)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rule.Reminders(), func(r *rule.Reminder) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no reminder %s", id)
	}
	r := rule.Reminders()[i]
	field := "姓名"
	if !r.Subject.Personal() {
		field = data.KindNamed(r.Subject.Name).Title().Label
	}
	rows, err := r.Query(source, at).Distinct(t.Context(), s, field)
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	var names []string
	for _, row := range rows {
		names = append(names, row[1])
	}
	slices.Sort(names)
	return strings.Join(names, "、")
}

// team is people in managed posts of a town: what a reminder looks at.
func team(people ...data.Cadre) []any {
	records := []any{&data.Unit{ID: "u", Name: "白鹿镇", Short: "白鹿镇", Kind: "31"}}
	for i, c := range people {
		post := fmt.Sprint("p", i)
		records = append(
			records, &c,
			&data.Post{ID: post, Unit: "u", Name: "副镇长", Level: "1A42", Rank: "2", Managed: "2", Team: true},
			&data.Appointment{ID: "a" + c.ID, Cadre: data.Ref(c.ID), Unit: "u", Post: data.Ref(post), Title: "副镇长", Main: true, Since: 202511, How: "1"},
		)
	}
	return records
}

func TestRetirementAtTheEdge(t *testing.T) {
	s := empty(t)
	put(t, s, team(
		data.Cadre{ID: "1", Name: "甲", Sex: "1", Birth: 196603},                               // 60 in 2026.03, n=15, 4 later: 2026.07
		data.Cadre{ID: "2", Name: "乙", Sex: "2", Birth: 197103},                               // 55, the same
		data.Cadre{ID: "3", Name: "丙", Sex: "2", Birth: 197103, AgeLimit: "改革前任职年龄界限为60岁"},    // five years later
		data.Cadre{ID: "4", Name: "丁", Sex: "1", Birth: 196604},                               // n=16, 4 later: 2026.08
		data.Cadre{ID: "5", Name: "戊", Sex: "1"},                                              // nothing known
		data.Cadre{ID: "6", Name: "己", Sex: "1", Birth: 196603, Gone: 202607, Departure: "1"}, // has left
	)...)
	for _, c := range []struct {
		id   string
		at   data.Month
		want string
	}{
		{"retire.now", 202606, ""},
		{"retire.next", 202606, "乙、己、甲"},
		{"retire.now", 202607, "乙、甲"},
		{"retire.next", 202607, "丁"},
		{"retire.half", 202601, "乙、己、甲"},
		{"retire.half", 202602, "丁、乙、己、甲"},
		{"retire.year", 202507, ""},
		{"retire.year", 202607, "丁、乙、甲"},
		{"retire.calendar", 202512, ""},
		{"retire.calendar", 202601, "丁、乙、己、甲"},
		{"retire.calendar", 202612, "丁、乙、甲"},
		{"retire.over", 202608, "乙、甲"},
		{"retire.now", 203107, ""},
	} {
		if got := due(t, s, c.id, c.at); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.id, c.at, got, c.want)
		}
	}
	put(t, s, &data.Setting{Key: data.RetireWomen.Key, Value: "50", Since: 202601})
	if got := due(t, s, "retire.over", 202607); got != "乙" {
		t.Errorf("women at 50: %q", got)
	}
}

// The arithmetic in SQL is the arithmetic of the program, for every month of
// birth and every age.
func TestRetirementInSQL(t *testing.T) {
	s := empty(t)
	var records []any
	birth := map[string]data.Month{}
	for m := data.Month(195801); m < 200001; m = m.Add(5) {
		for _, age := range data.LimitAges {
			id := fmt.Sprint(m, "-", age)
			birth[id] = m
			records = append(records, &data.Cadre{ID: id, Name: id, Sex: "1", Birth: m, AgeLimit: fmt.Sprint(age)})
		}
	}
	put(t, s, records...)
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: 202610}
	rows, err := q.Rows(t.Context(), s, nil, "姓名", "应到龄年月", "改革前任职年龄界限", "适用年龄界限")
	if err != nil || len(rows) != len(records) {
		t.Fatal(len(rows), err)
	}
	for _, row := range rows {
		if want := data.RetireMonth(birth[row[0]], data.AgeLimitOf(row[2])).String(); row[1] != want || row[2] != row[3] {
			t.Errorf("%s: %s by %s, want %s", row[0], row[1], row[3], want)
		}
	}
}

func TestTrialAndYearsInPost(t *testing.T) {
	s := empty(t)
	people := team(data.Cadre{ID: "1", Name: "甲"}, data.Cadre{ID: "2", Name: "乙"}, data.Cadre{ID: "3", Name: "丙"})
	for _, r := range people {
		if a, ok := r.(*data.Appointment); ok {
			switch a.ID {
			case "a2":
				a.Term = true // elected: no trial
			case "a3":
				a.How = "3" // moved, not promoted
			}
		}
	}
	put(t, s, people...)
	for _, c := range []struct {
		id   string
		at   data.Month
		want string
	}{
		{"trial.next", 202610, "甲"},
		{"trial.now", 202611, "甲"},
		{"trial.now", 202610, ""},
		{"trial.now", 202612, ""},
		{"post.5", 203010, ""},
		{"post.5", 203011, "丙、乙、甲"},
		{"post.5", 203310, "丙、乙、甲"},
		{"post.5", 203311, ""},
		{"post.8", 203311, "丙、乙、甲"},
		{"post.8", 203511, ""},
		{"post.10", 203511, "丙、乙、甲"},
		{"post.10", 203510, ""},
	} {
		if got := due(t, s, c.id, c.at); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.id, c.at, got, c.want)
		}
	}
}

func TestHoursInfluenceAppraisal(t *testing.T) {
	s := empty(t)
	put(t, s, team(data.Cadre{ID: "1", Name: "甲", WorkStart: 202506}, data.Cadre{ID: "2", Name: "乙", WorkStart: 202507})...)
	put(
		t, s,
		&data.Quota{Level: "1A42", Hours: 90, Since: 202601}, &data.Quota{Hours: 50},
		&data.Class{ID: "k1", Name: "一班", Kind: "1", Start: 20251231, Hours: 100},
		&data.Class{ID: "k2", Name: "二班", Kind: "1", Start: 20260601, Hours: 90},
		&data.Seat{Class: "k1", Cadre: "1", Hours: 100}, &data.Seat{Class: "k2", Cadre: "1", Hours: 90},
		&data.Seat{Class: "k2", Cadre: "2", Hours: 89},
		&data.Discipline{Cadre: "1", Kind: "01", Decided: 20251112, Ends: 20261111},
		&data.Discipline{Cadre: "1", Kind: "11", Decided: 20251215, Ends: 20260614},
		&data.Appraisal{Cadre: "1", Year: 2026, Grade: "2"},
	)
	for _, c := range []struct {
		id   string
		at   data.Month
		want string
	}{
		{"hours", 202512, "乙"},
		{"hours", 202605, "乙、甲"},
		{"hours", 202606, "乙"},
		{"hours", 202701, "乙、甲"},
		{"influence.in", 202510, ""},
		{"influence.in", 202511, "甲"},
		{"influence.now", 202606, ""},
		{"influence.now", 202611, "甲"},
		{"influence.in", 202611, "甲"},
		{"influence.in", 202612, ""},
		{"appraisal", 202603, ""},
		{"appraisal", 202604, "甲"},
		{"appraisal", 202703, "甲"},
		{"appraisal", 202704, "乙"},
	} {
		if got := due(t, s, c.id, c.at); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.id, c.at, got, c.want)
		}
	}
}

func TestDutiesOfBodies(t *testing.T) {
	s := empty(t)
	put(
		t, s,
		&data.Unit{ID: "u1", Name: "白鹿镇", Short: "白鹿镇", Kind: "31"}, &data.Unit{ID: "u2", Name: "青石乡", Short: "青石乡", Kind: "32"},
		&data.Dispatch{Unit: "u1", Held: 20260630}, &data.Dispatch{Unit: "u2", Held: 20260701},
		&data.Task{Year: 2025, List: "1", Name: "旧事", Deadline: 20251231}, &data.Task{Year: 2026, List: "1", Name: "新事", Deadline: 20260731, Done: 20260802},
		&data.Cadre{ID: "1", Name: "甲"}, &data.Notice{Cadre: "1", Channel: data.ListNamed("channel").Items[0].Code, Received: 20250101, Matter: "某事", Handling: "1", Handled: 20260701},
		&data.Round{Name: "2025 年度", Held: 20250912, Kind: "1"}, &data.Round{Name: "平时", Held: 20260401, Kind: "2"},
		&data.Cadre{ID: "2", Name: "乙", Birth: 199007}, &data.Reserve{Cadre: "2", Tier: "3", Since: 202001},
	)
	for _, c := range []struct {
		id   string
		at   data.Month
		want string
	}{
		{"dispatch", 202605, "白鹿镇、青石乡"},
		{"dispatch", 202606, "青石乡"},
		{"dispatch", 202607, "白鹿镇"},
		{"dispatch", 202612, "白鹿镇"},
		{"task.over", 202512, ""},
		{"task.now", 202512, "旧事"},
		{"task.over", 202601, "旧事"},
		{"task.now", 202607, "新事"},
		{"task.over", 202608, "旧事"},
		{"notice", 202412, ""},
		{"notice", 202501, "甲"},
		{"notice", 202606, "甲"},
		{"notice", 202607, ""},
		{"round", 202607, ""},
		{"round", 202608, "2025 年度"},
		{"round", 202609, "2025 年度"},
		{"round", 202509, ""},
		{"reserve.age", 202606, ""},
		{"reserve.age", 202607, "乙"},
	} {
		if got := due(t, s, c.id, c.at); got != c.want {
			t.Errorf("%s at %s: %q, want %q", c.id, c.at, got, c.want)
		}
	}
}

// For every reminder, at several months, the list is as long as the number.
func TestNumberIsList(t *testing.T) {
	s := county(t)
	some := 0
	for _, at := range []data.Month{202406, 202606, 202610} {
		source, err := figure.Open(t.Context(), s, at)
		if err != nil {
			t.Fatal(err)
		}
		all, err := rule.Remind(t.Context(), source, at)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range all {
			rows, err := d.Query(source, at).Distinct(t.Context(), s)
			if err != nil || len(rows) != d.Count {
				t.Errorf("%s at %s: %d, list of %d, %v", d.ID, at, d.Count, len(rows), err)
			}
			if d.Subject.Personal() {
				people, err := d.Query(source, at).People(t.Context(), s)
				if err != nil || len(people) != d.Count {
					t.Errorf("%s at %s: %d, %d people, %v", d.ID, at, d.Count, len(people), err)
				}
			}
			some += d.Count
		}
	}
	if some == 0 {
		t.Error("nothing falls due in the whole sample")
	}
}

// 2026.06.08 is a Monday: to Friday the 12th are five working days, to Thursday
// four; from Saturday the 6th to Sunday the 14th five as well. A decision of
// which one end is not known says nothing.
func TestNoticeOfFiveWorkingDays(t *testing.T) {
	s := empty(t)
	for document, notice := range map[string][2]data.Date{
		"五日": {20260608, 20260612}, "四日": {20260608, 20260611}, "跨两个周末": {20260606, 20260614}, "周末": {20260606, 20260607},
		"没有写止": {20260608, 0}, "没有公示": {}, "跨年四日": {20251230, 20260102},
	} {
		put(t, s, &data.Decision{Document: document, Decided: 20260605, Notice: notice[0], NoticeEnds: notice[1]})
	}
	if got := due(t, s, "decision.notice", 202610); got != "周末、四日、跨年四日" {
		t.Error(got)
	}
}
