package rule_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/rule"
	"huoshui/data/sample"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

const today = data.Month(202610)

// file is one cadre of the sample with what the seeds spoil.
type file struct {
	*data.Cadre
	resume []*data.Resume
	family []*data.Family
	posts  []*data.Appointment
}

func (f *file) ref() data.Ref { return data.Ref(f.ID) }

func (f *file) segment(back int) *data.Resume {
	dated := slices.DeleteFunc(slices.Clone(f.resume), func(r *data.Resume) bool { return r.Since == 0 })
	return dated[len(dated)-1-back]
}

func (f *file) relative(t *testing.T, relation string) *data.Family {
	t.Helper()
	for _, m := range f.family {
		if m.Relation == relation {
			return m
		}
	}
	t.Fatalf("%s has no %s", f.Name, relation)
	return nil
}

// seeds are contradictions, each of another cadre. Spoil changes the file and
// gives the records to write.
var seeds = []struct {
	rule, evidence string
	spoil          func(t *testing.T, f *file) []any
}{
	{"审批表基本项应当填写", "“民族”未填", func(_ *testing.T, f *file) []any { f.Nation = ""; return []any{f.Cadre} }},
	{"审批表基本项应当填写", "“籍贯”未填", func(_ *testing.T, f *file) []any { f.NativePlace = ""; return []any{f.Cadre} }},
	{"姓名一般为二至四字", "姓名 5 个字", func(_ *testing.T, f *file) []any { f.Name = "欧阳上官静"; return []any{f.Cadre} }},
	{"入党须年满十八岁", "时年 17 岁", func(_ *testing.T, f *file) []any { f.PartyJoined = f.Birth.Add(215); return []any{f.Cadre} }},
	{"入党不早于出生", "入党 1950.01", func(_ *testing.T, f *file) []any { f.PartyJoined = 195001; return []any{f.Cadre} }},
	{"时间不晚于当天", "“入党时间” 2027.01 晚于 2026.10", func(_ *testing.T, f *file) []any { f.PartyJoined = 202701; return []any{f.Cadre} }},
	{"参加工作一般年满十六岁", "时年 15 岁", func(_ *testing.T, f *file) []any { f.WorkStart = f.Birth.Add(191); return []any{f.Cadre} }},
	{"参加工作不早于出生", "参加工作 1950.01", func(_ *testing.T, f *file) []any { f.WorkStart = 195001; return []any{f.Cadre} }},
	{"首段工作起于参加工作时间", "简历首段工作", func(_ *testing.T, f *file) []any { f.WorkStart = f.WorkStart.Add(-1); return []any{f.Cadre} }},
	{"身份证号应符合 GB 11643", "应为 18 位", func(_ *testing.T, f *file) []any { f.IDNumber = f.IDNumber[:17]; return []any{f.Cadre} }},
	{"身份证号校验位应符合 GB 11643", "末位应为 " /* what it was */, func(_ *testing.T, f *file) []any {
		last := byte('0')
		if f.IDNumber[17] == last {
			last = '1'
		}
		f.IDNumber = f.IDNumber[:17] + string(last)
		return []any{f.Cadre}
	}},
	{"出生年月与身份证一致，不一致的以档案认定为准", "身份证为", func(_ *testing.T, f *file) []any { f.Birth, f.RetireMonth = f.Birth.Add(1), 0; return []any{f.Cadre} }},
	{"性别与身份证一致", "性别填为", func(_ *testing.T, f *file) []any {
		f.Sex = map[data.Code]data.Code{"1": "2", "2": "1"}[f.Sex]
		return []any{f.Cadre}
	}},
	{"到龄年月与出生年月、年龄界限相符", "到龄年月填为", func(_ *testing.T, f *file) []any { f.RetireMonth = f.RetireMonth.Add(1); return []any{f.Cadre} }},
	{"填表日期应为年月或年月日", "填表时间：“去年”不是年月", func(_ *testing.T, f *file) []any { f.FilledAt = "去年"; return []any{f.Cadre} }},
	{"简历起止应前后衔接", "无记录", func(_ *testing.T, f *file) []any { r := f.segment(1); r.Until = r.Until.Add(-4); return []any{r} }},
	{"简历止月不早于起月", "晚于止月", func(_ *testing.T, f *file) []any { r := f.segment(1); r.Until = r.Since.Add(-1); return []any{r} }},
	{"简历各段应写明单位及职务", "没有单位及职务", func(_ *testing.T, f *file) []any { r := f.segment(1); r.Text = ""; return []any{r} }},
	{"简历末段应含现任职务", "末段没有写到在任的", func(_ *testing.T, f *file) []any { r := f.segment(0); r.Text = "某局干部"; return []any{r} }},
	{"家庭成员应当写明姓名", "没有姓名", func(_ *testing.T, f *file) []any { m := f.family[0]; m.Name = ""; return []any{m} }},
	{"家庭成员应当写明称谓", "没有称谓", func(_ *testing.T, f *file) []any { m := f.family[0]; m.Relation = ""; return []any{m} }},
	{"父母应年长十五岁以上", "父亲出生", func(t *testing.T, f *file) []any {
		m := f.relative(t, "父亲")
		m.Birth = f.Birth.Add(-170)
		return []any{m}
	}},
	{"父母各只有一人", "“母亲”写了两次", func(_ *testing.T, f *file) []any {
		return []any{&data.Family{Cadre: f.ref(), Sort: 90, Relation: "母亲", Name: "王秀兰"}, &data.Family{Cadre: f.ref(), Sort: 91, Relation: "母亲", Name: "王兰"}}
	}},
	{"称谓与本人性别相符", "写有", func(_ *testing.T, f *file) []any {
		relation := map[data.Code]string{"1": "丈夫", "2": "妻子"}[f.Sex]
		return []any{&data.Family{Cadre: f.ref(), Sort: 92, Relation: relation, Name: "王某"}}
	}},
	{"任职不早于参加工作", "参加工作", func(_ *testing.T, f *file) []any {
		return []any{&data.Appointment{Cadre: f.ref(), Title: "办事员", Since: f.WorkStart.Add(-2), Until: f.WorkStart.Add(1)}}
	}},
	{"任职不早于决定日期", "决定日期", func(_ *testing.T, f *file) []any {
		return []any{&data.Appointment{Cadre: f.ref(), Title: "办事员", Since: f.WorkStart, Until: f.WorkStart.Add(1), Decided: 20260101}}
	}},
	{"离册后不再任职", "离册 2026.03，“", func(_ *testing.T, f *file) []any {
		f.Gone, f.Departure = 202603, "2"
		return []any{f.Cadre}
	}},
	{"职位取消后不再任职", "职位取消 2026.02，“办事员”没有免职年月", func(_ *testing.T, f *file) []any {
		post := &data.Post{ID: "取消的", Unit: f.posts[0].Unit, Name: "办事员", Until: 202602}
		return []any{post, &data.Appointment{Cadre: f.ref(), Unit: post.Unit, Post: "取消的", Title: "办事员", Since: 202601, How: "6"}}
	}},
	{"机构撤销后不再任职", "机构撤销 2026.02，“联络员”免职 2026.05", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Unit{ID: "撤销的", Name: "工业园办公室", Short: "工业园办", Kind: "22", Until: 202602},
			&data.Appointment{Cadre: f.ref(), Unit: "撤销的", Title: "联络员", Since: 202601, Until: 202605, How: "6"},
		}
	}},
	{"到龄后应当免职或退休", "应于 2026.03 到龄", func(_ *testing.T, f *file) []any {
		f.AgeLimit, f.Birth, f.RetireMonth, f.IDNumber = "改革前任职年龄界限为65岁", 196103, 0, ""
		return []any{f.Cadre}
	}},
	{"在任人数不超过核定职数", "核定 1 职，在任 2 人：", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Cadre{ID: "second", Name: "章某", Sex: "1", Birth: 198001, Nation: "汉族", NativePlace: "河北", WorkStart: 200207},
			&data.Unit{ID: "挤", Name: "县档案馆", Short: "县档案馆", Kind: "41"},
			&data.Post{ID: "挤", Unit: "挤", Name: "馆长", Approved: 1},
			&data.Appointment{Cadre: f.ref(), Unit: "挤", Post: "挤", Title: "馆长", Since: 202601, How: "3"},
			&data.Appointment{Cadre: "second", Unit: "挤", Post: "挤", Title: "馆长", Since: 202601, How: "3"},
		}
	}},
	{"主要职务只有一个", "都标为主要职务", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Appointment{Cadre: f.ref(), Title: "联席会议召集人", Since: 202601, Main: true, How: "6"},
			&data.Appointment{Cadre: f.ref(), Title: "专班负责人", Since: 202601, Main: true, How: "6"},
		}
	}},
	{"主要职务任期不重叠", "时间重叠，都标为主要职务", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Appointment{Cadre: f.ref(), Title: "专班组长", Since: 202602, Until: 202605, Main: true, How: "6"},
			&data.Appointment{Cadre: f.ref(), Title: "专班副组长", Since: 202601, Until: 202604, Main: true, How: "6"},
		}
	}},
	{"同一职务不重复任职", "另有一段时间重叠的任职", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Appointment{Cadre: f.ref(), Title: "工作队员", Since: 202601, Until: 202604, How: "6"},
			&data.Appointment{Cadre: f.ref(), Title: "工作队员", Since: 202603, Until: 202605, How: "6"},
		}
	}},
	{"在册干部应有在任的任职记录", "没有 2026.10 在任的任职", func(_ *testing.T, f *file) []any {
		var all []any
		for _, a := range f.posts {
			if a.Until == 0 {
				a.Until = today
				all = append(all, a)
			}
		}
		return all
	}},
	{"年度考核不早于参加工作", "年度考核 1970 年", func(_ *testing.T, f *file) []any {
		return []any{&data.Appraisal{Cadre: f.ref(), Year: 1970, Grade: "2"}}
	}},
	{"时间不晚于当天", "年度考核 2027 年 晚于 2026.10", func(_ *testing.T, f *file) []any {
		return []any{&data.Appraisal{Cadre: f.ref(), Year: 2027, Grade: "2"}}
	}},
	{"参训不早于参加工作", "参训 1975.03", func(_ *testing.T, f *file) []any {
		return []any{&data.Class{ID: "old", Name: "旧班", Kind: "4", Start: 19750301}, &data.Seat{Cadre: f.ref(), Class: "old"}}
	}},
	{"实得学时不多于班次学时", "“短班”应计 8 学时，记了 80 学时", func(_ *testing.T, f *file) []any {
		return []any{&data.Class{ID: "short", Name: "短班", Kind: "4", Start: 20260401, Hours: 8}, &data.Seat{Cadre: f.ref(), Class: "short", Hours: 80}}
	}},
	{"影响期止不早于决定日期", "影响期止 2025.01.01", func(_ *testing.T, f *file) []any {
		return []any{&data.Discipline{Cadre: f.ref(), Kind: "12", Decided: 20260101, Ends: 20250101}}
	}},
	{"影响期与处分种类相符", "影响期 12 个月应止于 2027.01.11", func(_ *testing.T, f *file) []any {
		return []any{&data.Discipline{Cadre: f.ref(), Kind: "01", Decided: 20260112, Ends: 20260711}}
	}},
	{"影响期内不晋升职级", "在诫勉影响期", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Discipline{Cadre: f.ref(), Kind: "11", Decided: 20260331, Ends: 20260929},
			&data.Promotion{Cadre: f.ref(), Grade: data.ListNamed("grade_rank").Items[0].Code, Since: 202609},
		}
	}},
	{"影响期内不提拔重用", "在党内警告影响期", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Discipline{Cadre: f.ref(), Kind: "01", Decided: 20250112, Ends: 20260111},
			&data.Appointment{Cadre: f.ref(), Title: "专班组长", Since: 202512, Until: 202604, How: "2"},
		}
	}},
	{"办结不早于收到", "办结 2025.12.31", func(_ *testing.T, f *file) []any {
		return []any{&data.Notice{Cadre: f.ref(), Channel: data.ListNamed("channel").Items[0].Code, Received: 20260101, Matter: "信访", Handled: 20251231, Handling: "1"}}
	}},
	{"办结的应写明处理方式", "没有写处理方式", func(_ *testing.T, f *file) []any {
		return []any{&data.Notice{Cadre: f.ref(), Channel: data.ListNamed("channel").Items[0].Code, Received: 20260101, Matter: "信访", Handled: 20260201}}
	}},
	{"同一层次不重复在库", "重叠", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Reserve{Cadre: f.ref(), Tier: "1", Since: 202001, Until: 202301, Exit: "01"},
			&data.Reserve{Cadre: f.ref(), Tier: "1", Since: 202212, Until: 202302, Exit: "01"},
		}
	}},
	{"出库应写明情形", "没有写情形", func(_ *testing.T, f *file) []any {
		return []any{&data.Reserve{Cadre: f.ref(), Tier: "1", Since: 202001, Until: 202301}}
	}},
	{"墩苗锻炼时间不重叠", "乙镇（2022.05 起）与甲镇（2022.01 起）时间重叠", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Posting{Cadre: f.ref(), Kind: "1", Sender: "某局", Receiver: "甲镇", Since: 202201, Until: 202301},
			&data.Posting{Cadre: f.ref(), Kind: "1", Sender: "某局", Receiver: "乙镇", Since: 202205, Until: 202206},
		}
	}},
	{"有招录记录的应标为选调生", "没有标“选调生”", func(_ *testing.T, f *file) []any {
		f.Selected = false
		return []any{f.Cadre, &data.Recruit{Cadre: f.ref(), Year: f.WorkStart.Year(), Degree: data.ListNamed("recruit_degree").Items[0].Code}}
	}},
	{"负面清单项应有证据", "没有写证据", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Vetting{ID: "v1", Name: "体检", Held: 20260501}, &data.QualityItem{ID: "q1", Dimension: "1", Sign: "2", Text: "某项", Since: 202401},
			&data.Vetted{Cadre: f.ref(), Vetting: "v1", Grade: "1", Item: "q1"},
		}
	}},
	{"核定不早于考察", "考察 2026.06，核定 2026.05.01", func(_ *testing.T, f *file) []any {
		return []any{&data.Vetting{ID: "v2", Name: "体检", Held: 20260601}, &data.Vetted{Cadre: f.ref(), Vetting: "v2", Grade: "1", Confirmed: 20260501}}
	}},
	{"年轻干部未选定应写明理由", "2026.08.01 比选未选定，没有写理由", func(_ *testing.T, f *file) []any {
		return []any{
			&data.Vacancy{ID: "w1", Post: f.posts[0].Post, Since: 202607, Filled: 20260901},
			&data.Candidate{Cadre: f.ref(), Vacancy: "w1", Compared: 20260801, Young: true},
		}
	}},
	{"离册后不再任职", "没有免职年月", func(_ *testing.T, f *file) []any { f.Gone = 202609; return []any{f.Cadre} }},
	{"同名同出生年月的应核对是否一人", "另有 1 人", func(_ *testing.T, f *file) []any {
		// The double brings a sound file of its own.
		return []any{&data.Cadre{
			ID: "double", Name: f.Name, Birth: f.Birth, Sex: f.Sex, Nation: "汉族", NativePlace: "浙江", WorkStart: f.WorkStart, Gone: 202001,
		}, &data.Family{Cadre: "double", Relation: "女儿", Name: "某"}, &data.Resume{Cadre: "double", Since: f.WorkStart, Until: 202001, Text: "某局科员"}}
	}},
}

// county is the sample county in a real database.
var county = storetest.OpenOnce(func() []any { return sample.Make(sample.Options{Cadres: 300}).All() })

func put(t *testing.T, s *store.Store, records ...any) {
	t.Helper()
	_, err := s.Change(t.Context(), store.Act{Who: "测试", What: "样例"}, func(tx *store.Tx) error {
		for _, r := range records {
			if err := storetest.Write(t.Context(), tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, s *store.Store, id string) *file {
	t.Helper()
	ctx, of := context.Background(), store.Where("cadre", id)
	f := &file{}
	var errs [4]error
	f.Cadre, errs[0] = store.Get[data.Cadre](ctx, s, id)
	f.resume, errs[1] = store.Find[data.Resume](ctx, s, of)
	f.family, errs[2] = store.Find[data.Family](ctx, s, of)
	f.posts, errs[3] = store.Find[data.Appointment](ctx, s, of)
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// Every contradiction is found, with its rule and its evidence, and where none
// was seeded nothing is said.
func TestSeededContradictions(t *testing.T) {
	s := county(t)
	if clean, err := rule.CheckAll(t.Context(), s, today, nil); err != nil || len(clean) > 0 {
		t.Fatalf("%v; the clean county: %+v", err, clean)
	}
	spoilt := seed(t, s)
	all, err := rule.CheckAll(t.Context(), s, today, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]rule.PersonFindings{}
	for _, p := range all {
		found[p.Cadre.ID] = p
		if _, seeded := spoilt[p.Cadre.ID]; !seeded && p.Cadre.ID != "double" && p.Cadre.ID != "second" {
			t.Errorf("%s, whom nobody spoilt: %+v", p.Cadre.Name, p.Findings)
		}
	}
	for id, n := range spoilt {
		want := seeds[n]
		if !slices.ContainsFunc(found[id].Findings, func(f rule.Finding) bool {
			return f.Rule == want.rule && strings.Contains(f.Evidence, want.evidence)
		}) {
			t.Errorf("%s: %s: found only %+v", want.rule, want.evidence, found[id].Findings)
		}
	}
	if len(spoilt) < 40 {
		t.Errorf("only %d seeded", len(spoilt))
	}
}

// seed spoils one cadre after the other and tells whom by which seed.
func seed(t *testing.T, s *store.Store) map[string]int {
	t.Helper()
	q := criteria.Query{
		Subject: criteria.SubjectNamed("cadre"), At: today,
		Where: criteria.MustParse("选调生 = 是 或 年龄 < 45 且 入党时间 ≥ 1990.01 且 年龄 > 30"),
	}
	ids, err := q.IDs(t.Context(), s)
	if err != nil || len(ids) < len(seeds) {
		t.Fatalf("%d cadres to spoil: %v", len(ids), err)
	}
	spoilt := map[string]int{}
	for n, c := range seeds {
		var f *file
		for f == nil || len(f.resume) < 4 || !slices.ContainsFunc(f.family, func(m *data.Family) bool { return m.Relation == "父亲" }) {
			f = readFile(t, s, ids[0])
			ids = ids[1:]
		}
		put(t, s, c.spoil(t, f)...)
		spoilt[f.ID] = n
	}
	return spoilt
}

// What the office has found to be right is not shown again, until the records
// say something else.
func TestAccepted(t *testing.T) {
	s := county(t)
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: today}
	ids, err := q.IDs(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	c := readFile(t, s, ids[0]).Cadre
	c.Name = "欧阳上官静"
	put(t, s, c)
	check := func(want int) rule.PersonFindings {
		t.Helper()
		all, err := rule.CheckAll(t.Context(), s, today, nil)
		if err != nil || len(all) != want {
			t.Fatalf("%+v, %v", all, err)
		}
		if want == 0 {
			return rule.PersonFindings{}
		}
		return all[0]
	}
	found := check(1).Findings[0]
	accepted := rule.Accept(c.ID, found, "户口簿如此", "李玥", 20261015)
	put(t, s, accepted)
	check(0)
	c.Name = "欧阳上官静静"
	put(t, s, c)
	check(1) // other evidence
}

// Of two people of one name whose birth nobody has entered it is not known that
// they are twins; that the birth is missing is said of each.
func TestNamesakesWithoutBirth(t *testing.T) {
	s := storetest.Open(t, &data.Cadre{ID: "a", Name: "王芳", Sex: "2"}, &data.Cadre{ID: "b", Name: "王芳", Sex: "2"})
	all, err := rule.CheckAll(t.Context(), s, today, nil)
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	for _, p := range all {
		if slices.ContainsFunc(p.Findings, func(f rule.Finding) bool { return strings.Contains(f.Rule, "同名") }) {
			t.Errorf("%+v", p.Findings)
		}
	}
}
