package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/officetest"
	"huoshui/data/report"
	"huoshui/data/sample"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// Every sort of paper, in each of its layouts and formats, made of a sample
// county, opens in other programs. A form of the longest texts keeps its pages.
func TestOtherProgramsOpenEveryPaper(t *testing.T) {
	if testing.Short() {
		t.Skip("takes LibreOffice half a minute")
	}
	dir := t.TempDir()
	s := county(t)
	ids := choices(t, s)
	for _, sort := range report.Sorts() {
		for _, about := range sort.Abouts() {
			for i, option := range append(slices.Clone(sort.Options), "")[:max(1, len(sort.Options))] {
				o := report.Order{Source: sourceOf(t, s, 202610), At: 202610, Option: option, Written: time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC)}
				o.ID = ids[about]
				if about == report.AboutPeople {
					o.Where = criteria.MustParse("职务层次 = 乡科级正职")
				}
				for _, end := range sort.Ends() {
					if end == ".pptx" || end != ".pdf" && (about != sort.About || i > 0) {
						continue // other layouts and subjects differ in content only
					}
					name := fmt.Sprintf("%s%d%d%s", sort.Name, about, i, end)
					if _, err := report.Make(t.Context(), sort, o, filepath.Join(dir, name)); err != nil {
						t.Errorf("%s %s about %s: %v", sort.Label, end, about.Word(), err)
					}
				}
			}
		}
	}
	long := made(t, longest(t), "form", report.Order{ID: "c1"})
	for _, end := range []string{".docx", ".pdf"} {
		if err := report.Save(filepath.Join(dir, "longest"+end), long, data.Office{}); err != nil {
			t.Error(err)
		}
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var others []string
	for _, path := range paths {
		if filepath.Ext(path) == ".xlsx" { // not to be taken for the .docx of the same name
			if err := os.Rename(path, strings.TrimSuffix(path, ".xlsx")+"-sheet.xlsx"); err != nil {
				t.Fatal(err)
			}
			path = strings.TrimSuffix(path, ".xlsx") + "-sheet.xlsx"
		}
		if filepath.Ext(path) == ".pdf" {
			pages(t, path)
			continue
		}
		others = append(others, path)
	}
	converted := officetest.PDFs(t, others...)
	for _, path := range converted {
		pages(t, path)
	}
	for _, folder := range []string{dir, filepath.Dir(converted[0])} {
		if n := pages(t, filepath.Join(folder, "longest.pdf")); n != 2 {
			t.Errorf("the form of the longest texts has %d pages in %s", n, filepath.Base(folder))
		}
	}
}

var pageCount = regexp.MustCompile(`Pages:\s+(\d+)`)

// pages counts the pages of a PDF; one that does not open fails the test.
func pages(t *testing.T, path string) int {
	t.Helper()
	n := 0
	if found := pageCount.FindStringSubmatch(officetest.Run(t, "pdfinfo", path)); found != nil {
		_, _ = fmt.Sscan(found[1], &n)
	}
	if n == 0 {
		t.Errorf("%s has no pages", filepath.Base(path))
	}
	return n
}

// county is a small sample county with a trial placement.
func county(t testing.TB) *store.Store {
	t.Helper()
	made := sample.Make(sample.Options{Cadres: 60, Seed: 1, Level: "county", At: 202610})
	s := storetest.Open(t)
	_, err := s.Change(t.Context(), store.Act{Who: "测试", What: "样例"}, func(tx *store.Tx) error { return made.Write(t.Context(), tx) })
	if err != nil {
		t.Fatal(err)
	}
	held := storetest.All[data.Appointment](t, s)
	last := held[len(held)-1]
	storetest.Put(t, s, &data.Scenario{ID: "方案", Name: "测试方案", At: 202610},
		&data.Move{Scenario: "方案", Step: 1, Cadre: last.Cadre, Leaves: data.Ref(last.ID)},
		&data.Move{Scenario: "方案", Step: 2, Cadre: held[0].Cadre, Post: last.Post})
	return s
}

// choices are what papers are made about: the latest decision of several people,
// a team, a cadre, the trial placement.
func choices(t *testing.T, s *store.Store) map[report.About]string {
	t.Helper()
	ids := map[report.About]string{report.AboutScenario: "方案"}
	for _, about := range []report.About{report.AboutCadre, report.AboutTeam, report.AboutDecision} {
		list, err := report.Choices(t.Context(), sourceOf(t, s, 202610), about, 202610)
		if err != nil || len(list) == 0 {
			t.Fatalf("nothing to make papers about: %v", err)
		}
		ids[about] = list[0].ID
	}
	return ids
}

// longest is a cadre of whom everything is as long as it may be, with a résumé of
// sixty lines.
func longest(t *testing.T) *store.Store {
	t.Helper()
	fill := func(n int) string { return strings.Repeat("清源县某局党组成员副局长", n/12+1)[:n*3] }
	s := storetest.Open(t, &data.Cadre{
		ID: "c1", Name: "阿卜杜热西提·买买提艾力库尔班江", Sex: "1", Nation: "乌孜别克族", Birth: 197001, NativePlace: "新疆维吾尔自治区克孜勒苏柯尔克孜州", PartyJoined: 199506,
		OtherParty: "民建", WorkStart: 199007, Health: "健康", ProTitle: fill(90), Speciality: fill(110), FullEdu: "中央党校研究生", FullDegree: "公共管理硕士",
		FullSchool: fill(90), FullSchool2: fill(90), PartEdu: "省委党校大学", PartSchool: fill(90), Proposed: data.Long(fill(324)), Removed: data.Long(fill(324)),
		Rewards: data.Long(fill(552)), Appraisals: data.Long(fill(414)), Reason: data.Long(fill(552)), Reporter: data.Long(fill(252)),
	}, &data.Appointment{Cadre: "c1", Title: fill(324), Main: true, Since: 202001})
	for i := range 60 {
		storetest.Put(t, s, &data.Resume{Cadre: "c1", Sort: i, Since: data.Month(199007).Add(6 * i), Until: data.Month(199007).Add(6*i + 6), Text: "清源县某镇党委委员、副镇长，兼任综合执法队队长、河长办主任、应急办主任"})
	}
	for i := range 12 {
		storetest.Put(t, s, &data.Family{Cadre: "c1", Sort: i, Relation: "兄弟姐妹", Name: "买买提艾力库尔班江", Birth: 197001, Politics: "中共党员", Post: fill(124)})
	}
	return s
}
