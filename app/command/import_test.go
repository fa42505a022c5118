package command_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/app/command"
)

// What one office writes out, another takes in; a second time changes nothing.
func TestExportAndImport(t *testing.T) {
	db, forms := county(t), filepath.Join(t.TempDir(), "审批表")
	must(t, "export", "--db", db, "--as", "lrmx", "--dir", forms, "--at", "2026-10", "--where", "符合 乡镇班子成员")
	files, err := os.ReadDir(forms)
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "新库.db")
	var p struct {
		Files, New, Changed, Same int
		Refused, Unsettled        []any
	}
	mustJSON(t, &p, "import", "--db", other, "--json", "--dry-run", forms)
	if _, err := os.Stat(other); p.New != len(files) || err == nil {
		t.Errorf("dry run: %+v, database made: %v", p, err == nil)
	}
	mustJSON(t, &p, "import", "--db", other, "--json", forms)
	if p.New != len(files) || len(p.Unsettled) == 0 {
		t.Errorf("into an empty database: %+v", p)
	}
	mustJSON(t, &p, "import", "--db", other, "--json", forms)
	if p.Same != len(files) || p.New+p.Changed != 0 {
		t.Errorf("a second time: %+v", p)
	}
	mustJSON(t, &p, "import", "--db", db, "--json", "--at", "2026-10", forms)
	if p.Same != len(files) {
		t.Errorf("back where it came from: %+v", p)
	}
	if out := must(t, "verify", "--db", other); !strings.Contains(out, "完好") {
		t.Error(out)
	}
	var cadres []map[string]any
	mustJSON(t, &cadres, "records", "--db", other, "cadre", "--json")
	if len(cadres) != len(files) {
		t.Errorf("%d records of %d files", len(cadres), len(files))
	}
}

// A new office imports its forms and has its figures, without a word typed in.
func TestImportCreatesUnitsAndPosts(t *testing.T) {
	dir := t.TempDir()
	known, forms, empty := filepath.Join(dir, "样例.db"), filepath.Join(dir, "审批表"), filepath.Join(dir, "新.db")
	must(t, "sample", "--db", known, "--cadres", "60", "--lrmx", forms)
	var said struct{ New, NewUnits, NewPosts int }
	mustJSON(t, &said, "import", "--db", empty, forms, "--create", "--json")
	if said.New == 0 || said.NewUnits == 0 || said.NewPosts < said.NewUnits {
		t.Errorf("%+v", said)
	}
	for _, id := range []string{"m0.principals", "m0.deputies", "m4.2.town.principals"} {
		var want, got []value
		mustJSON(t, &want, "figures", "--db", known, "--at", "2026-10", "--json", id)
		mustJSON(t, &got, "figures", "--db", empty, "--at", "2026-10", "--json", id)
		if len(want) != 1 || len(got) != 1 || want[0].Numerator+want[0].Denominator == 0 ||
			got[0].Numerator != want[0].Numerator || got[0].Denominator != want[0].Denominator {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
}

func TestSampleNeverMixesWithData(t *testing.T) {
	forms, imported := filepath.Join(t.TempDir(), "审批表"), filepath.Join(t.TempDir(), "来件.db")
	db := filepath.Join(t.TempDir(), "样例.db")
	must(t, "sample", "--db", db, "--cadres", "20", "--lrmx", forms)
	must(t, "import", "--db", imported, forms) // people, but no unit yet
	for _, db := range []string{db, imported} {
		_, errOut, code := run(t, "sample", "--db", db)
		if code != command.Refused || !strings.Contains(errOut, "已有数据") {
			t.Errorf("%s: exit %d: %s", db, code, errOut)
		}
	}
}

// The first file of an office may be a roster with a column of units.
func TestImportOfARosterIntoNothing(t *testing.T) {
	dir := t.TempDir()
	db, roster := filepath.Join(dir, "新.db"), filepath.Join(dir, "名册.xlsx")
	book := excelize.NewFile()
	defer book.Close()
	for y, row := range [][]any{{"序号", "姓名", "单位", "职务", "任现职时间"}, {1, "王伟", "青石镇", "镇长", "2020.05"}} {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", y+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(roster); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "import", "--db", db, "--dry-run", roster); !strings.Contains(out, "职务待对应　青石镇镇长（1 人）") {
		t.Error(out)
	}
	if out := must(t, "import", "--db", db, "--create", roster); !strings.Contains(out, "机构 1 个，职位 1 个") {
		t.Error(out)
	}
	var held []map[string]any
	mustJSON(t, &held, "records", "--db", db, "appointment", "--json")
	if len(held) != 1 || held[0]["title"] != "青石镇镇长" || held[0]["post"] == "" {
		t.Errorf("%v", held)
	}
}
