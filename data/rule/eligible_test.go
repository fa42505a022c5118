package rule_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// Six posts of 清源县.
var sixPosts = []string{"副县长", "县长", "党委书记", "副镇长", "组织部部长", "局长"}

func posts() []any {
	unit := func(id string, kind data.Code) *data.Unit { return &data.Unit{ID: id, Name: id, Short: id, Kind: kind} }
	post := func(id, unit, name string, level, rank data.Code, duty string) *data.Post {
		return &data.Post{ID: id, Unit: data.Ref(unit), Name: name, Level: level, Rank: rank, Duty: duty, Approved: 9, Team: true}
	}
	return []any{
		&data.Setting{Key: data.SettingPlace, Value: "清源县"},
		unit("县委", "11"), unit("县政府", "13"), unit("青石镇", "31"), unit("财政局", "22"), unit("民政局", "22"),
		post("副县长", "县政府", "副县长", "1A32", "2", "副职"),
		post("县长", "县政府", "县长", "1A31", "1", "党政正职"),
		post("党委书记", "青石镇", "党委书记", "1A41", "1", "党政正职"),
		post("副镇长", "青石镇", "副镇长", "1A42", "2", "政府副职"),
		post("组织部部长", "县委", "常委、组织部部长", "1A32", "3", "组织部长"),
		post("局长", "财政局", "局长", "1A41", "1", "党政正职"),
		post("民政局局长", "民政局", "局长", "1A41", "1", "党政正职"),
		post("镇长", "青石镇", "党委副书记、镇长", "1A41", "1", "党政正职"),
		post("民政局副局长", "民政局", "副局长", "1A42", "2", "副职"),
		post("科员", "民政局", "科员", "1A50", "", ""),
		&data.Class{ID: "班", Name: "中青班", Kind: "1", Start: 20250710, Hours: 600},
		&data.Vetting{ID: "批", Name: "考察", Held: 20251210},
		&data.Vetting{ID: "又一批", Name: "再考察", Held: 20251215},
		&data.QualityItem{ID: "负", Dimension: "1", Sign: "2", Text: "临阵退缩", Since: 202201},
	}
}

// held are the posts somebody has held, each until the next.
type held struct {
	post  string
	since data.Month
}

// person is somebody born in 1985.01 with everything in order, but for what a
// test changes.
func person(name string, posts ...held) []any {
	units := map[string]string{"副县长": "县政府", "镇长": "青石镇", "局长": "财政局", "民政局局长": "民政局", "民政局副局长": "民政局", "科员": "民政局", "副镇长": "青石镇"}
	c := &data.Cadre{
		ID: name, Name: name, Sex: "1", Birth: 198501, WorkStart: 200707, PartyJoined: 200807, FullEdu: "大学", NativePlace: "河北盐山", BirthPlace: "河北盐山",
	}
	records := []any{
		c,
		&data.Resume{Cadre: data.Ref(name), Sort: 1, Since: 200707, Until: 201201, Text: "江东省清源县青石镇政府科员"},
		&data.Family{Cadre: data.Ref(name), Relation: "父亲", Name: name + "父"},
		&data.Seat{Class: "班", Cadre: data.Ref(name), Hours: 600, Result: "1"},
		&data.Vetted{Vetting: "批", Cadre: data.Ref(name), Grade: "1"},
		&data.Appraisal{ID: name + "考核", Cadre: data.Ref(name), Year: 2025, Grade: "2"},
	}
	for i, h := range posts {
		a := &data.Appointment{Cadre: data.Ref(name), Post: data.Ref(h.post), Unit: data.Ref(units[h.post]), Title: h.post, Main: true, Since: h.since, How: "1"}
		if i+1 < len(posts) {
			a.Until = posts[i+1].since
		}
		records = append(records, a)
	}
	return records
}

func tenCadres() []any {
	rankOf := func(who string, grade data.Code, since data.Month) *data.Promotion {
		return &data.Promotion{Cadre: data.Ref(who), Grade: grade, Since: since}
	}
	var all []any
	for _, list := range [][]any{
		// 正科五年余，一个正科职位
		person("一", held{"民政局副局长", 201501}, held{"镇长", 202001}),
		// 两个正科职位，没有基层经历
		person("二", held{"局长", 201801}, held{"民政局局长", 202201}),
		// 任副科到本月整两年
		person("三", held{"科员", 201801}, held{"民政局副局长", 202406}),
		// 差一个月两年
		person("四", held{"科员", 201801}, held{"民政局副局长", 202407}),
		// 一级科员到本月整三年
		append(person("五", held{"科员", 201801}), rankOf("五", "11", 202306)),
		// 没有职级记录
		person("六", held{"科员", 201801}),
		// 同一，诫勉影响期到今年底
		append(
			person("七", held{"民政局副局长", 201501}, held{"镇长", 202001}),
			&data.Discipline{Cadre: "七", Kind: "12", Decided: 20260110, Ends: 20261231},
		),
		// 副科六年多，群众
		person("八", held{"科员", 201201}, held{"民政局副局长", 202001}),
		// 副县级三年，本地人
		person("九", held{"镇长", 201501}, held{"民政局局长", 201901}, held{"副县长", 202306}),
		// 上年度考核基本称职
		person("十", held{"科员", 201201}, held{"民政局副局长", 202001}),
	} {
		all = append(all, list...)
	}
	for _, r := range all {
		switch r := r.(type) {
		case *data.Cadre:
			if r.ID == "八" {
				r.PartyJoined = 0
			}
			if r.ID == "九" {
				r.NativePlace = "江东清源"
			}
		case *data.Resume:
			if r.Cadre == "二" {
				r.Text = "江东省清源县民政局科员"
			}
		case *data.Appraisal:
			if r.Cadre == "十" {
				r.Grade = "3"
			}
		}
	}
	return all
}

// judgedOnPaper are, for each cadre and each of the six posts in their order,
// the rules broken; those with ? cannot be told. At 2026.06.
var judgedOnPaper = map[string][6]string{
	"一": {
		"下一级任职经历", "下一级任职经历、副职提任正职年限、逐级提拔", "", "", "下一级任职经历", "",
	},
	"二": {
		"基层工作经历", "基层工作经历、下一级任职经历、副职提任正职年限、逐级提拔", "", "", "基层工作经历", "",
	},
	"三": {
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "下一级任职经历、副职提任正职年限、逐级提拔", "", "",
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "",
	},
	"四": {
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "下一级任职经历、副职提任正职年限、逐级提拔", "提任乡科级正职年限", "",
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "提任乡科级正职年限",
	},
	"五": {
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "下一级任职经历、副职提任正职年限、逐级提拔", "提任乡科级正职年限、逐级提拔", "",
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "提任乡科级正职年限、逐级提拔",
	},
	"六": {
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "下一级任职经历、副职提任正职年限、逐级提拔", "提任乡科级正职年限、逐级提拔", "?提任乡科级副职年限",
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "提任乡科级正职年限、逐级提拔",
	},
	"七": {
		"下一级任职经历、影响期", "下一级任职经历、副职提任正职年限、逐级提拔、影响期", "影响期", "影响期", "下一级任职经历、影响期", "影响期",
	},
	"八": {
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔", "下一级任职经历、副职提任正职年限、逐级提拔", "党员身份", "",
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔、党员身份、党龄", "",
	},
	"九": {
		"", "下一级任职经历、地域回避", "", "", "地域回避", "",
	},
	"十": {
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔、年度考核", "下一级任职经历、副职提任正职年限、逐级提拔、年度考核", "年度考核", "年度考核",
		"下一级任职经历、下级正职提任上级副职年限、逐级提拔、年度考核", "年度考核",
	},
}

func verdictOf(t *testing.T, answers []rule.Answer) string {
	t.Helper()
	var said []string
	for _, a := range answers {
		if a.Rule == "" || a.Clause == "" || a.Data == "" || a.Source == "" {
			t.Errorf("an answer does not explain itself: %+v", a)
		}
		switch a.State {
		case rule.Broken:
			said = append(said, a.Rule)
		case rule.Unknown:
			said = append(said, "?"+a.Rule)
		}
	}
	return strings.Join(said, "、")
}

func TestSixtyPairs(t *testing.T) {
	s := storetest.Open(t, append(posts(), tenCadres()...)...)
	source := sourceAt(t, s, 202606)
	everybody := slices.Sorted(maps.Keys(judgedOnPaper))
	for i, post := range sixPosts {
		answers, err := rule.Eligible(t.Context(), source, everybody, post, 202606)
		if err != nil {
			t.Fatal(err)
		}
		for who, want := range judgedOnPaper {
			if got := verdictOf(t, answers[who]); got != want[i] {
				t.Errorf("%s for %s: %q, want %q", who, post, got, want[i])
			}
		}
	}
	if _, err := rule.Eligible(t.Context(), source, []string{everybody[0], "没有的人"}, sixPosts[0], 202606); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("somebody who is not on file: %v", err)
	}
}

func sourceAt(t *testing.T, r store.View, at data.Month) figure.Source {
	t.Helper()
	source, err := figure.Open(t.Context(), r, at)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// TestEligibilityEdges: single facts that turn an answer.
func TestEligibilityEdges(t *testing.T) {
	three := person("三", held{"科员", 201801}, held{"民政局副局长", 202406})
	for name, c := range map[string]struct {
		more []any
		post string
		want string
	}{
		"ranks count with the post": {[]any{&data.Promotion{Cadre: "四", Grade: "10", Since: 202401}}, "党委书记", ""},
		"months that overlap are once": {[]any{ // from 2024.01 to 2026.06, of which the post is from 2024.07 on
			&data.Promotion{Cadre: "四", Grade: "10", Since: 202401}, &data.Promotion{Cadre: "四", Grade: "12", Since: 202410},
			&data.Setting{Key: "提任乡科级正职年限", Value: "30"},
		}, "党委书记", "提任乡科级正职年限"},
		"a secondment is no post held": {[]any{&data.Appointment{Cadre: "四", Unit: "青石镇", Post: "副镇长", Title: "副镇长", Since: 202301, Until: 202406, How: "5"}}, "党委书记", "提任乡科级正职年限"},
		"a bound of the office":        {[]any{&data.Setting{Key: "提任乡科级正职年限", Value: "23"}}, "党委书记", ""},
		"a rule out of use":            {[]any{&data.Setting{Key: "提任乡科级正职年限", Value: "停用"}}, "党委书记", ""},
		"a bound not yet in force":     {[]any{&data.Setting{Key: "提任乡科级正职年限", Value: "23", Since: 202607}}, "党委书记", "提任乡科级正职年限"},
		"a confirmed negative item":    {[]any{&data.Vetted{Vetting: "又一批", Cadre: "四", Grade: "4", Item: "负", Confirmed: 20251220}}, "副镇长", "政治素质"},
		"an unconfirmed negative item": {[]any{&data.Vetted{Vetting: "又一批", Cadre: "四", Grade: "1", Item: "负"}}, "副镇长", ""},
		"a failed vetting":             {[]any{&data.Vetted{Vetting: "又一批", Cadre: "四", Grade: "4"}}, "副镇长", "政治素质"},
		"a failed one before a good one": {[]any{
			&data.Vetting{ID: "早", Name: "初次考察", Held: 20251101}, &data.Vetted{Vetting: "早", Cadre: "四", Grade: "4"},
		}, "副镇长", ""},
		"an old vetting":              {[]any{&data.Setting{Key: "政治素质", Value: "5"}}, "副镇长", "政治素质"},
		"just not too old":            {[]any{&data.Setting{Key: "政治素质", Value: "6"}}, "副镇长", ""},
		"a vetting yet to be":         {[]any{&data.Vetting{ID: "后", Name: "后来", Held: 20260701}, &data.Vetted{Vetting: "后", Cadre: "四", Grade: "4"}}, "副镇长", ""},
		"an open notice":              {[]any{&data.Notice{Cadre: "四", Channel: "1", Received: 20260501, Matter: "事"}}, "副镇长", "信息通报"},
		"a notice handled later":      {[]any{&data.Notice{Cadre: "四", Channel: "1", Received: 20260501, Matter: "事", Handled: 20260701, Handling: "1"}}, "副镇长", "信息通报"},
		"an influence that is over":   {[]any{&data.Discipline{Cadre: "四", Kind: "11", Decided: 20251001, Ends: 20260531}}, "副镇长", ""},
		"the last month of influence": {[]any{&data.Discipline{Cadre: "四", Kind: "11", Decided: 20251202, Ends: 20260601}}, "副镇长", "影响期"},
		"a title without a post":      {[]any{&data.Appointment{Cadre: "四", Title: "省直某处副处长", Since: 201901, Until: 202001, How: "3"}}, "党委书记", "?提任乡科级正职年限"},
		"the father in the team": {append(
			person("四父", held{"副镇长", 201501}), &data.Family{Cadre: "四父", Relation: "儿子", Name: "四", Birth: 198501},
		), "副镇长", "亲属回避"},
	} {
		t.Run(name, func(t *testing.T) {
			four := person("四", held{"科员", 201801}, held{"民政局副局长", 202407})
			records := append(posts(), four...)
			s := storetest.Open(t, append(records, append(three, c.more...)...)...)
			answers, err := rule.Eligible(t.Context(), sourceAt(t, s, 202606), []string{"四"}, c.post, 202606)
			if err != nil {
				t.Fatal(err)
			}
			if got := verdictOf(t, answers["四"]); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestATownOfItsTime: what counts as work at the base is what the unit was when
// the service ended.
func TestATownOfItsTime(t *testing.T) {
	for until, want := range map[data.Month]rule.State{0: rule.Met, 202001: rule.Met, 202501: rule.Broken} {
		four := person("四", held{"副镇长", 201501}, held{"民政局副局长", 202407})
		for _, r := range four {
			if r, ok := r.(*data.Resume); ok {
				r.Text = "江东省清源县民政局科员"
			}
		}
		records := append(posts(), four...)
		if until != 0 {
			records = append(records, &data.UnitPast{Unit: "青石镇", Name: "青石镇管委会", Short: "青石管委会", Kind: "22", Until: until})
		}
		s := storetest.Open(t, records...)
		answers, err := rule.Eligible(t.Context(), sourceAt(t, s, 202606), []string{"四"}, "副县长", 202606)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range answers["四"] {
			if a.Rule == "基层工作经历" && a.State != want {
				t.Errorf("a bureau until %s: %s, %s", until, a.State, a.Data)
			}
		}
	}
}
