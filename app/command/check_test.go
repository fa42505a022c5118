package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func TestCheck(t *testing.T) {
	db := county(t)
	var found []struct{ Rule, Person, Field, Evidence string }
	mustJSON(t, &found, "check", "--db", db, "--at", "2026-10", "--json")
	if len(found) != 0 {
		t.Fatalf("the clean county: %+v", found)
	}
	s, err := store.Open(t.Context(), db, false)
	if err != nil {
		t.Fatal(err)
	}
	cadres, err := store.Find[data.Cadre](t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	spoilt := cadres[0]
	spoilt.PartyJoined = spoilt.Birth
	_, err = s.Change(t.Context(), store.Act{Who: "测试", What: "改"}, func(tx *store.Tx) error { return storetest.Write(t.Context(), tx, spoilt) })
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	mustJSON(t, &found, "check", "--db", db, "--at", "2026-10", "--json")
	if len(found) != 1 || found[0].Rule != "入党须年满十八岁" || found[0].Person != spoilt.Name || found[0].Field != "入党时间" ||
		!strings.Contains(found[0].Evidence, "时年 0 岁") {
		t.Errorf("%+v", found)
	}
	if out := must(t, "check", "--db", db, "--at", "2026-10"); !strings.Contains(out, "待核对 1 项，涉及 1 人") {
		t.Error(out)
	}
}

func TestGrowthOnPaper(t *testing.T) {
	db := county(t)
	s, err := store.Open(t.Context(), db, false)
	if err != nil {
		t.Fatal(err)
	}
	cadres, err := store.Find[data.Cadre](t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	units, err := store.Find[data.Unit](t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, id := range []string{cadres[0].ID, units[0].ID} {
		path := filepath.Join(t.TempDir(), "成长档案.docx")
		must(t, "report", "--db", db, "--at", "2026-10", "--paper", "成长档案", "--of", id, "-o", path)
	}
	if _, errOut, code := run(t, "report", "--db", db, "--paper", "成长档案", "--of", "nobody", "-o", "x.docx"); code != command.Refused || !strings.Contains(errOut, "没有找到") {
		t.Error(code, errOut)
	}
	if _, _, code := run(t, "report", "--db", db, "--paper", "成长档案", "-o", "x.docx"); code != command.Misused {
		t.Error(code)
	}
}
