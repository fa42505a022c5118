package team_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// chain moves 癸副 up into the vacant post of 丁镇, 乙委 after him, and lets 子局长 go.
func chain() (*data.Scenario, []*data.Move) {
	sc := &data.Scenario{ID: "方案", Name: "补齐方案", At: 202607, Since: 202607}
	return sc, []*data.Move{
		{ID: "一", Scenario: "方案", Step: 1, Cadre: "癸副", Post: "丁镇镇长", Leaves: "癸副癸镇副书记", How: "1"},
		{ID: "二", Scenario: "方案", Step: 2, Cadre: "乙委", Post: "癸镇副书记", Leaves: "乙委乙镇委员", How: "3"},
		{ID: "三", Scenario: "方案", Step: 3, Cadre: "子局长", Leaves: "子局长子局局长"},
	}
}

func asRecords(sc *data.Scenario, moves []*data.Move) []any {
	records := []any{sc}
	for _, m := range moves {
		records = append(records, m)
	}
	return records
}

// TestPlay: at 2026.07 甲镇 is yellow as well (甲副 is 36). 丁镇 gets a mayor of 35
// and turns green; 癸镇 gets somebody of 30 and still lacks a woman: yellow; 乙镇
// loses its only young member: two targets unmet, red; 子局 loses its head: red.
func TestPlay(t *testing.T) {
	sc, moves := chain()
	s, _ := open(t, when)
	before := s.Version()
	o, err := team.Play(t.Context(), s, sc, moves)
	if err != nil {
		t.Fatal(err)
	}
	lights := map[string]string{}
	for _, v := range o.After {
		lights[v.Name] = v.Color.Word()
	}
	for name, want := range map[string]string{"乙镇": "红", "丁镇": "绿", "癸镇": "黄", "子局": "红", "甲镇": "黄", "己镇": "绿"} {
		if lights[name] != want {
			t.Errorf("%s is %s", name, lights[name])
		}
	}
	if o.Lights.Better != 2 || o.Lights.Worse != 1 {
		t.Errorf("%+v", o.Lights)
	}
	var vacant []string
	for _, v := range o.Vacant {
		vacant = append(vacant, v.Unit.Short+v.Post.Name+" "+v.By)
	}
	if got := strings.Join(vacant, "；"); got != "乙镇委员 乙委；子局局长 子局长" {
		t.Error(got)
	}
	if len(o.Conflicts) != 0 {
		t.Error(o.Conflicts)
	}
	if s.Version() != before || len(storetest.All[data.Decision](t, s)) != 0 || len(storetest.All[data.Vacancy](t, s)) != 0 {
		t.Error("a trial was kept")
	}
}

// TestConflictsOfMoves: 癸副 comes to his wife's team, which makes it red as well;
// 乙委 is under the influence of an admonition and has been in post for nine
// months; both are told, and 癸副 shares his home with 丁书记.
func TestConflictsOfMoves(t *testing.T) {
	sc, moves := chain()
	s, _ := open(t, when,
		&data.Family{Cadre: "癸副", Relation: "妻子", Name: "丁副", Birth: 199101},
		&data.Discipline{Cadre: "乙委", Kind: "11", Decided: 20260301, Ends: 20260831},
	)
	person := func(id, native string) {
		c, err := store.Get[data.Cadre](t.Context(), s, id)
		if err != nil {
			t.Fatal(err)
		}
		c.NativePlace = native
		storetest.Put(t, s, c)
	}
	person("癸副", "河北盐山")
	person("丁书记", "河北盐山")
	person("丁委", "河北盐山县")
	late := at("乙委", "乙镇", "委员")
	late.Since = 202510
	storetest.Put(t, s, late)
	o, err := team.Play(t.Context(), s, sc, moves)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, c := range o.Conflicts {
		told = append(told, fmt.Sprint(c.Step, c.Cadre, c.Rule, c.Hard))
	}
	if got := strings.Join(told, "；"); got != "1癸副亲属回避true；1癸副同乡false；2乙委影响期true；2乙委任现职时间false" {
		t.Error(got)
	}
	for _, v := range o.After {
		if v.Name == "丁镇" && (v.Color != team.Red || v.Reasons[0].Data != "癸副、丁副（癸副的妻子）") {
			t.Errorf("%+v", v)
		}
	}
}

func TestConflictsOfSeats(t *testing.T) {
	sc, _ := chain()
	s, _ := open(t, when)
	o, err := team.Play(t.Context(), s, sc, []*data.Move{
		{Cadre: "甲委", Post: "丁镇副书记", Leaves: "甲委甲镇委员"},
		{Cadre: "甲委", Post: "丁镇镇长"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, c := range o.Conflicts {
		if c.Hard && (c.Rule == "重复安排" || c.Rule == "超职数") {
			rules = append(rules, fmt.Sprint(c.Step, c.Rule, c.Said))
		}
	}
	slices.Sort(rules)
	if got := strings.Join(rules, "；"); got != "1超职数丁镇副书记核定1职，调整后2人；2重复安排方案中安排了两个以上职位" {
		t.Error(got)
	}
	if _, err := team.Play(t.Context(), s, sc, nil); err == nil {
		t.Error("a scenario without moves was played")
	}
	if _, err := team.Play(t.Context(), s, sc, []*data.Move{{Cadre: "甲委", Leaves: "没有"}}); err == nil {
		t.Error("somebody left a post he does not hold")
	}
}

// TestApplyIsAsByHand: a scenario carried out leaves what typing the same moves
// in as a document leaves, but for the note which decision it was.
func TestApplyIsAsByHand(t *testing.T) {
	doc := batch.Document{Document: "清委干〔2026〕9号", Decided: 20260710, Since: 202607, Meeting: "常委会"}
	sc, moves := chain()
	applied, _ := open(t, when, asRecords(sc, moves)...)
	if _, err := team.Apply(t.Context(), applied, "干部科", sc.ID, doc); err != nil {
		t.Fatal(err)
	}
	sc, moves = chain()
	byHand, _ := open(t, when, asRecords(sc, moves)...)
	_, err := batch.Decide(t.Context(), byHand, "干部科", doc, []batch.Move{
		{Cadre: "癸副", Ends: "癸副癸镇副书记", Post: "丁镇镇长", How: "1"},
		{Cadre: "乙委", Ends: "乙委乙镇委员", Post: "癸镇副书记", How: "3"},
		{Cadre: "子局长", Ends: "子局长子局局长"},
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "applied", everything(t, applied), everything(t, byHand))
	if got, err := store.Get[data.Scenario](t.Context(), applied, "方案"); err != nil || got.Decision == "" {
		t.Error(got, err)
	}
	if _, err := team.Apply(t.Context(), applied, "干部科", "方案", doc); err == nil {
		t.Error("a scenario was carried out twice")
	}
}

// everything is what a database holds, without the IDs it gives itself.
func everything(t *testing.T, s *store.Store) string {
	t.Helper()
	var lines []string
	for _, kind := range data.Kinds() {
		records, err := store.FindKind(t.Context(), s, kind)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			line := kind.Name
			for i := range kind.Fields {
				if f := &kind.Fields[i]; kind != data.ScenarioKind || f.Key != "decision" {
					line += fmt.Sprintf(" %s=%v", f.Key, f.Value(r))
				}
			}
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
