package report_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/rule"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// contradictory is a county made by hand, as it stands in 2026.10:
//
//   - 赵 leads 甲镇. Born in 1966.01, he reaches 60 in 2026.01 and by the delay of four
//     months retires in 2026.05 (13 months after 2024.12, one for every four). Nobody
//     has released him.
//   - 钱 is its mayor and organizer beside that. Born in 1967.01: 60 in 2027.01, 25 months
//     after 2024.12, seven months of delay: 2027.08.
//   - 孙 left in 2025.03 and 李's post ended in 2025.01; both appointments are open.
//   - 周 leads 乙局, which ended in 2025.07; the appointment is open.
//   - 吴 is on secondment. 王 came and went in 2024.06.
func contradictory() []any {
	post := func(id, unit, name string, rank, duty data.Code, until data.Month) *data.Post {
		p := &data.Post{
			ID: id, Unit: data.Ref(unit), Name: name, Approved: 1, Level: data.LevelSectionHead, Rank: rank, Managed: data.ManagedHere, Team: true, Until: until,
		}
		p.SetDuty(duty)
		return p
	}
	list := []any{
		&data.Unit{ID: "甲", Name: "甲镇", Short: "甲镇", Kind: data.UnitTown, Sort: 1},
		&data.Unit{ID: "乙", Name: "乙局", Short: "乙局", Kind: data.UnitOffice, Sort: 2, Until: 202507},
		&data.Target{Name: "随便", Kind: data.UnitTown, Scope: "3", Condition: "年龄 < 200", Measure: "2"}, // so that there is a light
		post("书记", "甲", "书记", data.RankPrincipal, data.DutyPrincipal, 0),
		post("镇长", "甲", "镇长", data.RankPrincipal, data.DutyPrincipal, 0),
		post("副书记", "甲", "副书记", data.RankDeputy, data.DutyDeputySecretary, 202501),
		post("副镇长", "甲", "副镇长", data.RankDeputy, data.DutyGovernmentDeputy, 0),
		post("委员", "甲", "委员", data.RankMember, data.DutyMember, 0),
		post("组织委员", "甲", "组织委员", data.RankMember, data.DutyOrganizationMember, 0),
		post("宣传委员", "甲", "宣传委员", data.RankMember, data.DutyPublicityMember, 0),
		post("局长", "乙", "局长", data.RankPrincipal, data.DutyPrincipal, 0),
	}
	for _, p := range []struct {
		name        string
		birth, gone data.Month
	}{{"赵", 196601, 0}, {"钱", 196701, 0}, {"孙", 198001, 202503}, {"李", 198001, 0}, {"周", 198001, 0}, {"吴", 198501, 0}, {"王", 198501, 0}} {
		list = append(list, &data.Cadre{ID: p.name, Name: p.name, Sex: data.SexMan, Birth: p.birth, WorkStart: 200501, Gone: p.gone})
	}
	hold := func(who, unit, post string, how data.Code, since, until data.Month) {
		list = append(list, &data.Appointment{
			ID: who + post, Cadre: data.Ref(who), Unit: data.Ref(unit), Post: data.Ref(post), Title: unit + "的" + post,
			Main: how == data.HowLevel, How: how, Since: since, Until: until,
		})
	}
	hold("赵", "甲", "书记", data.HowLevel, 202001, 0)
	hold("钱", "甲", "镇长", data.HowLevel, 202101, 0)
	hold("钱", "甲", "组织委员", data.HowConcurrent, 202401, 0)
	hold("孙", "甲", "副镇长", data.HowLevel, 202001, 0)
	hold("李", "甲", "副书记", data.HowLevel, 202001, 0)
	hold("周", "乙", "局长", data.HowLevel, 202001, 0)
	hold("吴", "甲", "委员", data.HowSecondment, 202401, 0)
	hold("王", "甲", "宣传委员", data.HowLevel, 202406, 202406)
	return list
}

// Figure, vacancy, light, ledger, list and form give one answer to who is in post.
// Worked out on paper, for 甲镇 and, after the stroke, 乙局:
//
//	         in post in their own right     beside: 挂职 and 兼任   posts there are   vacant
//	2024.06  赵书记 钱镇长 孙副镇长 李副书记 / 周局长   吴委员 钱组织委员        7 / 1       3 / 0
//	2025.06  赵书记 钱镇长 / 周局长                  吴委员 钱组织委员        6 / 1       4 / 0
//	2026.10  赵书记 (past the age) 钱镇长 / –       吴委员 钱组织委员        6 / –       4
//	2026.12  钱镇长 / –                          吴委员 钱组织委员        6 / –       5
//	2028.01  – / –                             吴委员                6 / –       6
func TestOneAnswerToWhoIsInPost(t *testing.T) {
	s := storetest.OpenAt(t, 202610, contradictory()...)
	for _, c := range []struct {
		at       data.Month
		figure   string // principals managed by the county
		vacant   int    // places of both units
		headless string // what the light of 甲镇 says of its principals
		filled   string // people in the team by the ledger, of places it has
		list     string // who is in post in their own right, by the list
		form     string // titles in the forms of all seven
	}{
		{202406, "3", 3, "", "4/7", "赵 钱 孙 李 周", "赵书记 钱镇长 钱组织委员 孙副镇长 李副书记 周局长 吴委员"},
		{202506, "3", 4, "", "2/6", "赵 钱 周", "赵书记 钱镇长 钱组织委员 周局长 吴委员"},
		{202610, "2", 4, "", "2/6", "赵 钱", "赵书记 钱镇长 钱组织委员 吴委员"},
		{202612, "1", 5, "书记空缺", "1/6", "钱", "钱镇长 钱组织委员 吴委员"},
		{202801, "0", 6, "书记、镇长空缺", "0/6", "", "吴委员"},
	} {
		t.Run(c.at.String(), func(t *testing.T) {
			source := sourceOf(t, s, c.at)
			v, err := source.One(t.Context(), figure.Named("m0.principals"), c.at)
			if err != nil || v.Text() != c.figure {
				t.Errorf("figure %s, want %s (%v)", v.Text(), c.figure, err)
			}
			posts := criteria.Query{Subject: criteria.SubjectNamed("post"), At: c.at}
			rows, err := posts.Sift(t.Context(), s, nil, "空缺")
			vacant := 0
			for _, r := range rows {
				vacant += map[string]int{"1": 1}[r.Cells[0]]
			}
			if err != nil || vacant != c.vacant {
				t.Errorf("%d vacant, want %d (%v)", vacant, c.vacant, err)
			}
			l, err := team.LedgerOf(t.Context(), source, "甲", c.at)
			if err != nil {
				t.Fatal(err)
			}
			headless := ""
			for _, r := range slices.Concat(l.Verdict.Reasons, l.Gaps) {
				if r.Rule == "主要领导空缺" {
					headless = r.Data
				}
			}
			if headless != c.headless {
				t.Errorf("light: %q, want %q", headless, c.headless)
			}
			if got := fmt.Sprintf("%d/%d", l.Filled, l.Approved); got != c.filled || l.Vacant != c.vacant {
				t.Errorf("ledger %s, %d vacant; want %s, %d", got, l.Vacant, c.filled, c.vacant)
			}
			held := criteria.Query{
				Subject: criteria.SubjectNamed("holding"), Where: criteria.MustParse("班子成员 = 是 且 符合 实职"), At: c.at, Book: source.Book,
			}
			people, err := held.Distinct(t.Context(), s, "姓名")
			same(t, "list", names(people), c.list, err)
			same(t, "form", inForms(t, s, c.at), c.form, nil)
		})
	}
}

// What contradicts the records is found, with the field to mend.
func TestContradictionsAreFound(t *testing.T) {
	s := storetest.OpenAt(t, 202610, contradictory()...)
	all, err := rule.CheckAll(t.Context(), s, 202610, nil)
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[string]string{"赵": "到龄后应当免职或退休", "孙": "离册后不再任职", "李": "职位取消后不再任职", "周": "机构撤销后不再任职"}
	found := map[string]string{}
	for _, p := range all {
		for _, f := range p.Findings {
			if f.Kind == data.AppointmentKind && f.Field == "until" {
				found[p.Cadre.Name] = f.Rule
			}
		}
	}
	if !maps.Equal(found, wanted) {
		t.Errorf("%v, want %v", found, wanted)
	}
}

func same(t *testing.T, what string, got []string, want string, err error) {
	t.Helper()
	wanted := strings.Fields(want)
	slices.Sort(got)
	slices.Sort(wanted)
	if err != nil || strings.Join(got, " ") != strings.Join(wanted, " ") {
		t.Errorf("%s: %v, want %v (%v)", what, got, wanted, err)
	}
}

func names(rows [][]string) []string {
	var list []string
	for _, r := range rows {
		list = append(list, r[1])
	}
	return list
}

// inForms are the posts that stand as 现任职务 in the forms of everybody.
func inForms(t *testing.T, s *store.Store, at data.Month) []string {
	t.Helper()
	var found []string
	for _, a := range storetest.All[data.Appointment](t, s) {
		f := formsOf(made(t, s, "form", report.Order{ID: string(a.Cadre), At: at}))[0]
		if strings.Contains(beside(t, f, "现任职务"), a.Title) {
			found = append(found, string(a.Cadre)+string(a.Post))
		}
	}
	return found
}
