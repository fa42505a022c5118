package sheet_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/exchange/sheet"
	"huoshui/data/store/storetest"
)

// Rows of rules that do not say since when they hold are asked about: new ones hold
// from the month, changed ones leave the months before as they were. Rows that say so
// themselves, and rows of other records, are not.
func TestRulesInATableAskForTheirMonth(t *testing.T) {
	s := storetest.Open(t, &data.Target{ID: "0", Name: "女干部至少1名", Kind: "31", Scope: "3", Condition: "性别 = 女", Measure: "2", Number: 1})
	const heading = "编号\t目标名称\t机构类别\t计入范围\t口径\t计量\t人数\t起用年月\n"
	read := func(text string) *sheet.Proposal {
		t.Helper()
		p, err := sheet.ReadBlock(t.Context(), s, data.TargetKind, nil, heading+text, 202610)
		if err != nil || p.Count(sheet.Bad) > 0 {
			t.Fatalf("%v %+v", err, p)
		}
		return p
	}
	if p := read("\t党员至少1名\t镇\t班子成员\t政治面貌 = 中共党员\t人数\t1\t2026.10"); p.NeedsMonth() {
		t.Error("a row that says since when is asked about")
	}
	p := read("0\t女干部至少1名\t镇\t班子成员\t性别 = 女\t人数\t2\t\n\t硕士至少1名\t镇\t班子成员\t学位 包含 硕士\t人数\t1\t")
	if !p.NeedsMonth() {
		t.Fatal("rows that do not say since when are not asked about")
	}
	p.Since = 202610
	if _, err := p.Write(t.Context(), s, "测试", nil); err != nil {
		t.Fatal(err)
	}
	at := func(month data.Month) (list []string) {
		for _, r := range data.InForce(storetest.All[data.Target](t, s), month) {
			list = append(list, r.Name+data.TargetKind.Field("number").Text(r))
		}
		return list
	}
	if then, now := at(202509), at(202610); len(then) != 1 || then[0] != "女干部至少1名1" || len(now) != 2 || now[0] != "女干部至少1名2" {
		t.Errorf("then %v, now %v", then, now)
	}
}
