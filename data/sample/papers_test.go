package sample

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
)

func TestIDNumbers(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		seen := map[string]bool{}
		for _, c := range b.cadres {
			id, born := c.IDNumber, c.Birth
			if b.accepted[data.Ref(c.ID)] {
				born = born.Add(1) // found right by the office, the number a month off
			}
			odd := id[16]%2 == 1
			if len(id) != 18 || !strings.HasPrefix(id, "99") || id[6:12] != fmt.Sprint(int(born)) ||
				odd != (c.Sex == "1") || id[17:] != checkCharacter(id[:17]) || seen[id] {
				t.Fatalf("%s: %s", c.Name, id)
			}
			seen[id] = true
		}
	})
}

// TestIDNumbersDiffer gives numbers to many more people than the month has days.
func TestIDNumbersDiffer(t *testing.T) {
	w := &world{numbered: map[birthday]int{}}
	seen := map[string]bool{}
	for serial := range 2000 {
		id := w.idNumber(&person{serial: serial, male: serial%2 == 0}, data.MakeMonth(1980, 4))
		if seen[id] {
			t.Fatalf("%s is given twice", id)
		}
		seen[id] = true
	}
}

func TestCheckCharacter(t *testing.T) {
	// The two examples of GB 11643 itself.
	for body, want := range map[string]string{"11010519491231002": "X", "44052418800101001": "4"} {
		if got := checkCharacter(body); got != want {
			t.Errorf("%s ends in %s, want %s", body, got, want)
		}
	}
}

func TestResumes(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		lines := map[data.Ref][]*data.Resume{}
		for _, r := range b.resume {
			lines[r.Cadre] = append(lines[r.Cadre], r)
		}
		titles := map[data.Ref]string{}
		for id, list := range b.careers() {
			titles[id] = list[len(list)-1].Title
		}
		for _, c := range b.cadres {
			list := lines[data.Ref(c.ID)]
			for i, r := range list {
				if i > 0 && list[i-1].Until != r.Since || r.Sort != i+1 {
					t.Fatalf("%s: gap before %s %s", c.Name, r.Since, r.Text)
				}
			}
			last := list[len(list)-1]
			if last.Until != c.Gone || !strings.HasPrefix(string(last.Text), titles[data.Ref(c.ID)]) {
				t.Fatalf("%s is %s, the résumé ends with %s", c.Name, titles[data.Ref(c.ID)], last.Text)
			}
			if !slices.ContainsFunc(list, func(r *data.Resume) bool { return r.Since == c.WorkStart }) {
				t.Fatalf("%s: no segment begins with work in %s", c.Name, c.WorkStart)
			}
		}
	})
}

// The current titles of a cadre, main first, read as 现任职务; the résumé ends
// with the same words.
func TestResumeEndsWithAllTitles(t *testing.T) {
	also := map[data.Ref]string{}
	for _, a := range standard.appointments {
		if a.How == howAlso && a.Until == 0 {
			also[a.Cadre] = a.Title
		}
	}
	if len(also) < 6 {
		t.Errorf("only %d hold a headship beside a seat", len(also))
	}
	for _, r := range standard.resume {
		if r.Until == 0 && !strings.Contains(string(r.Text), also[r.Cadre]) {
			t.Errorf("%s lacks %s", r.Text, also[r.Cadre])
		}
	}
}

func TestFamilies(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		for _, f := range b.family {
			c := b.cadre[f.Cadre]
			words := data.ListNamed("relation").Labels()
			if !slices.Contains(words, f.Relation) || !slices.Contains(data.ListNamed("politics").Labels(), f.Politics) || f.Birth > at {
				t.Fatalf("%s: %+v", c.Name, f)
			}
			if !relationFits(c, f) {
				t.Fatalf("%s, born %s: %s born %s", c.Name, c.Birth, f.Relation, f.Birth)
			}
		}
	})
}

// relationFits reports whether ages and sexes of a cadre and a relative agree.
func relationFits(c *data.Cadre, f *data.Family) bool {
	gap := f.Birth.Since(c.Birth) / 12
	switch f.Relation {
	case "妻子":
		return c.Sex == "1" && gap > -6 && gap < 6
	case "丈夫":
		return c.Sex == "2" && gap > -6 && gap < 6
	case "父亲", "母亲":
		return gap <= -19
	}
	return gap >= 20
}

func TestEducation(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		list := data.ListNamed("education").Labels()
		degrees := data.ListNamed("degree").Labels()
		for _, c := range b.cadres {
			for _, edu := range []string{c.FullEdu, c.PartEdu} {
				if edu != "" && !slices.Contains(list, edu) {
					t.Fatalf("%s: %s", c.Name, edu)
				}
			}
			for _, degree := range []string{c.FullDegree, c.PartDegree} {
				if degree != "" && !slices.Contains(degrees, degree) {
					t.Fatalf("%s: %s", c.Name, degree)
				}
			}
			if (c.FullEdu == "大学" || c.FullEdu == "研究生") != (c.FullDegree != "") {
				t.Fatalf("%s: %s, %s", c.Name, c.FullEdu, c.FullDegree)
			}
		}
	})
}

// A commendation for a year's appraisal and the appraisal itself must agree.
func TestRewardsAgreeWithAppraisals(t *testing.T) {
	for _, c := range standard.cadres {
		for year := 2023; year <= 2025; year++ {
			praised := strings.Contains(string(c.Rewards), fmt.Sprintf("因%d年度考核优秀", year))
			for _, part := range strings.Split(string(c.Appraisals), "，") {
				if praised && strings.Contains(part, fmt.Sprint(year)) && !strings.Contains(part, resultGood) {
					t.Errorf("%s: %s / %s", c.Name, c.Rewards, c.Appraisals)
				}
			}
		}
	}
}

func TestNames(t *testing.T) {
	var all strings.Builder
	dots, minority := 0, 0
	avoid := mustVocabulary(LevelCounty).names.Avoid.Names
	for _, c := range standard.cadres {
		all.WriteString(c.Name)
		dots += one(strings.Contains(c.Name, "·"))
		minority += one(c.Nation != "汉族")
		if c.Pinyin == "" || c.Initials == "" {
			t.Errorf("%s has no reading", c.Name)
		}
		if slices.Contains(avoid, c.Name) {
			t.Errorf("%s is not to be used", c.Name)
		}
	}
	for _, rare := range []string{"㛃", "䶮", "𬭎"} {
		if !strings.Contains(all.String(), rare) {
			t.Errorf("nobody is called %s", rare)
		}
	}
	if dots < 2 || minority*100 < 3*len(standard.cadres) {
		t.Errorf("%d names with a dot, %d of minorities", dots, minority)
	}
}
