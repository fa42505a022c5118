package report_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/officetest"
	"huoshui/data/report"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// pastMonths are those forms are made of; the records go on to 2026.
var pastMonths = []data.Month{201503, 201807, 202012, 202406}

// withTexts gives twenty of the sample county texts and relatives of many years,
// and a form filled in last.
func withTexts(t *testing.T, s *store.Store) []*data.Cadre {
	t.Helper()
	cadres := storetest.All[data.Cadre](t, s)[:20]
	for _, c := range cadres {
		c.Rewards = "2012年获县先进个人。\n2016年获市优秀公务员，2025年获省劳动模范，受到通报表扬。\n2013年3月至2025年9月驻村。"
		c.Appraisals = "2013、2014、2016、2017、2019、2021、2023、2025年年度考核均为称职。"
		c.ProTitle, c.FilledAt, c.Proposed = "2025年任高级经济师", "20261001", "清源县某局局长"
		storetest.Put(t, s, c, &data.Family{Cadre: data.Ref(c.ID), Sort: 9, Relation: "儿子", Name: "某某", Birth: 202507},
			&data.Reward{Cadre: data.Ref(c.ID), Held: 20250701, Name: "嘉奖", Kind: "1"})
	}
	return cadres
}

// tell reads every .docx of a folder by another program: the text of all its
// cells, by the name of the file.
const tell = `
import sys, docx, glob, json, os
told = {}
for path in glob.glob(sys.argv[1] + "/*.docx"):
    text = []
    for t in docx.Document(path).element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        text.append("".join(x.text or "" for x in t.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")))
    told[os.path.basename(path)] = "\n".join(text)
print(json.dumps(told))`

var (
	fourDigits = regexp.MustCompile(`(?:19|20)\d{2}`)
	notHistory = regexp.MustCompile(`(?s)<ZhaoPian>.*?</ZhaoPian>|<(?:ShenFenZheng|DaoLingNianYue|Version)>[^<]*<`)
)

// laterWords are the years behind a month that a text names.
func laterWords(text string, at data.Month) []string {
	var found []string
	for _, word := range fourDigits.FindAllString(text, -1) {
		if year, _ := strconv.Atoi(word); year > at.Year() {
			found = append(found, word)
		}
	}
	return found
}

// Forms, growth files and exported forms of past months hold no word of what came
// later, and no post that began later.
func TestPapersOfPastMonthsKnowNothingOfLater(t *testing.T) {
	s := county(t)
	cadres := withTexts(t, s)
	posts := storetest.All[data.Appointment](t, s)
	dir := t.TempDir()
	told := map[string]string{}
	months := pastMonths
	if testing.Short() {
		months = months[1:2]
	}
	for _, at := range months {
		for i, c := range cadres {
			for _, sort := range []string{"form", "register", "growth", "family"} {
				o := report.Order{
					Source: sourceOf(t, s, at), At: at, ID: c.ID,
					Written: time.Date(at.Year(), time.Month(at%100), 1, 0, 0, 0, 0, time.UTC),
				}
				if sort == "form" {
					o.Option = []string{report.FormA4, report.FormB5}[i%2]
				}
				path := filepath.Join(dir, fmt.Sprintf("%d-%s-%s.docx", at, c.ID, sort))
				if _, err := report.Make(t.Context(), report.SortNamed(sort), o, path); err != nil {
					t.Fatal(err)
				}
			}
			paths, err := exchange.Export(t.Context(), s, []string{c.ID}, at, t.TempDir(), nil)
			if err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(paths[0])
			if err != nil {
				t.Fatal(err)
			}
			told[fmt.Sprintf("%d-%s-lrmx", at, c.ID)] = notHistory.ReplaceAllString(string(raw), "")
		}
	}
	if err := json.Unmarshal([]byte(officetest.Python(t, "docx", tell, dir)), &told); err != nil {
		t.Fatal(err)
	}
	if want := len(months) * len(cadres) * 5; len(told) != want {
		t.Fatalf("%d papers of %d", len(told), want)
	}
	for name, text := range told {
		at, _ := strconv.Atoi(name[:6])
		if found := laterWords(text, data.Month(at)); found != nil {
			t.Errorf("%s names %v:\n%s", name, found, text)
		}
		for _, title := range begunLater(posts, name, data.Month(at)) {
			if strings.Contains(text, title) {
				t.Errorf("%s tells of %s:\n%s", name, title, text)
			}
		}
		switch isForm := strings.Contains(name, "-form") || strings.HasSuffix(name, "lrmx"); {
		case isForm && (!strings.Contains(text, "2012年获县先进个人。") || strings.Contains(text, "劳动模范")):
			t.Errorf("%s: rewards:\n%s", name, text)
		case isForm && at == 201807 && !strings.Contains(text, "2013、2014、2016、2017年年度考核均为称职。"):
			t.Errorf("%s: appraisals:\n%s", name, text)
		}
	}
	if now := made(t, s, "form", report.Order{ID: cadres[0].ID, At: s.Now()}); laterWords(now.Text(), 202412) == nil {
		t.Error("the form of today tells of nothing late either")
	}
}

// begunLater are the titles somebody came to only after a month.
func begunLater(posts []*data.Appointment, name string, at data.Month) []string {
	var later, before []string
	for _, a := range posts {
		if !strings.Contains(name, string(a.Cadre)) {
			continue
		}
		if a.Since > at {
			later = append(later, a.Title)
		} else {
			before = append(before, a.Title)
		}
	}
	var only []string
	for _, title := range later {
		if !strings.Contains(strings.Join(before, "\n"), title) {
			only = append(only, title)
		}
	}
	return only
}

// A paper about a decision knows what was known on the day before it.
func TestPapersOfADecisionKnowTheDayBefore(t *testing.T) {
	s := town(t)
	storetest.Put(t, s,
		&data.Resume{Cadre: "c1", Sort: 1, Since: 202105, Until: 202606, Text: "清源县白鹿镇镇长"},
		&data.Resume{Cadre: "c1", Sort: 2, Since: 202606, Text: "清源县财政局局长"},
		&data.Reward{Cadre: "c1", Held: 20260606, Name: "前一天的嘉奖", Kind: "1"},
		&data.Reward{Cadre: "c1", Held: 20260607, Name: "当天的嘉奖", Kind: "1"},
	)
	text := made(t, s, "form", report.Order{ID: "d1", At: 202610}).Text()
	for word, want := range map[string]bool{"2021.05--": true, "2026.06--": false, "前一天的嘉奖": true, "当天的嘉奖": false, "清源县财政局局长": true} {
		if strings.Contains(text, word) != want {
			t.Errorf("%s: %v\n%s", word, !want, text)
		}
	}
	if n := strings.Count(text, "清源县财政局局长"); n != 1 { // 拟任职务
		t.Errorf("the new post is told %d times:\n%s", n, text)
	}
}
