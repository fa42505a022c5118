package report_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/sample"
	"huoshui/data/sample/sampletest"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// blanks are the blanks of the report this program is made to fill in, in
// reading order and in our own words: number, how many stars stand for it (two
// for a number with a decimal), what is asked, and where the work report says it.
// A figure stands by its ID; a cohort or an age is a saved criterion by which a
// figure counts; {…} is a word of the office; 专名 is a name nobody counts.
const blanks = `
 1 1 哪一级党委                  {地区}
 2 1 哪里的事业                  {地区}
 3 1 年轻正职的年代              85后 m0.principals.young
 4 1 年轻正职人数                m0.principals.young
 5 1 年轻副职的年代              85后 m0.deputies.young
 6 1 年轻副职人数                m0.deputies.young
 7 1 其中更年轻的年代            90后 m0.deputies.younger
 8 1 其中更年轻的人数            m0.deputies.younger
 9 1 每半年至少几次调度会        {每半年调度会次数}
10 1 半年督察次数                m1.1.inspections
11 1 规划纲要几条措施            m1.2.articles
12 1 提拔重用中的保底占比        {保底比例}
13 1 多少年来                    {近年}
14 2 培训人次                    m2.1.seats
15 1 领导同志到过哪里            专名
16 1 当地红色精神                专名
17 1 干部学院名称                专名
18 1 当地红色精神                专名
19 1 哪个区                      专名
20 1 当地红色精神                专名
21 1 干部学院名称                专名
22 1 干部学院办班期数            m2.2.academy
23 1 正负面清单项数              m2.3.items
24 1 选派驻村人数                m2.3.village
25 1 下沉一线人数                m2.3.front
26 1 第一层次的年代              80后 m3.1.reserve.1.young
27 1 第二层次的年代              85后 m3.1.reserve.2.young
28 1 第三层次的年代              90后 m3.1.reserve.3.young
29 1 储备总数                    m3.1.reserve
30 1 每年调整几次                m3.1.rounds
31 1 哪里的发展                  {地区}
32 1 多少年来                    {近年}
33 1 招录选调生人数              m3.2.intake
34 1 硕士以上占比                m3.2.master
35 1 人才计划名称                专名
36 1 引进人才数                  m3.2.talents
37 1 拔尖人才年龄                40岁以下 m3.2.top.young
38 1 拔尖人才数                  m3.2.top.young
39 1 充实下级班子人数            m3.3.down
40 1 其中任正职人数              m3.3.down.principals
41 1 双向交流的正职层次人数      m3.3.exchange.heads
42 1 其中到基层人数              m3.3.exchange.down
43 1 提拔重用的年代              85后 m4.1.promoted.85
44 1 提拔重用人数                m4.1.promoted.85
45 1 其中更年轻的年代            90后 m4.1.promoted.90
46 1 其中更年轻的人数            m4.1.promoted.90
47 1 换届配备计划名称            专名
48 1 县级正职的年龄              40岁左右 m4.2.county.principals
49 1 县级正职人数                m4.2.county.principals
50 2 占县级正职                  m4.2.county.principals.share
51 1 原有副职人数                m4.2.county.deputies.before
52 1 县级副职的年龄              40岁左右 m4.2.county.deputies.before
53 1 新配备副职人数              m4.2.county.deputies.new
54 2 占班子成员                  m4.2.county.deputies.share
55 1 乡镇正职的年龄              35岁以下 m4.2.town.principals
56 1 乡镇正职人数                m4.2.town.principals
57 2 占乡镇正职                  m4.2.town.principals.share
58 1 举例中那位干部的年代        专名
59 1 中青班期数                  m5.1.classes
60 1 中青班调训                  m5.1.people
61 1 哪里的干部互派              专名
62 1 专题班期数                  m5.1.special
63 1 专题班培训                  m5.1.seats
`

// Every blank has its place in the work report, one to one.
func TestEveryBlankHasItsPlace(t *testing.T) {
	book, err := criteria.NewBook(data.City, nil)
	if err != nil {
		t.Fatal(err)
	}
	number, stars := 0, 0
	filled := map[string]int{} // blank by figure
	for _, line := range strings.Split(strings.TrimSpace(blanks), "\n") {
		part := strings.Fields(line)
		number++
		if part[0] != strconv.Itoa(number) {
			t.Errorf("blank %s stands at %d", part[0], number)
		}
		n, _ := strconv.Atoi(part[1])
		stars += n
		place := part[3]
		switch {
		case place == "专名":
		case strings.HasPrefix(place, "{"):
			if !strings.Contains(assets.WorkReport, place) {
				t.Errorf("blank %d: %s is not in the work report", number, place)
			}
		case len(part) == 5:
			d := figure.Named(part[4])
			if d == nil || !strings.Contains(d.Where.String(), "符合 "+place) || book[place].Name == "" {
				t.Errorf("blank %d: %s does not count by %s", number, part[4], place)
			}
		default:
			if filled[place] != 0 {
				t.Errorf("blanks %d and %d are both %s", filled[place], number, place)
			}
			filled[place] = number
			if figure.Named(place) == nil || !strings.Contains(assets.WorkReport, "{"+place+" ") {
				t.Errorf("blank %d: %s is not in the work report", number, place)
			}
		}
	}
	if number != 63 || stars != 67 {
		t.Errorf("%d blanks with %d stars, counted on paper are 63 with 67", number, stars)
	}
}

// No figure is counted for nothing, and none is said twice.
func TestEveryFigureStandsInTheReport(t *testing.T) {
	for _, d := range figure.Definitions() {
		if n := strings.Count(assets.WorkReport, "{"+d.ID+" "); n != 1 {
			t.Errorf("%s stands %d times in the work report", d.ID, n)
		}
	}
}

var levels = []struct {
	level data.Level
	open  func(testing.TB) *store.Store
}{
	{data.County, storetest.OpenOnce(func() []any { return sample.Make(sample.Options{Cadres: sampletest.Cadres()}).All() })},
	{data.City, storetest.OpenOnce(func() []any {
		return sample.Make(sample.Options{Cadres: sampletest.Cadres(), Level: sample.LevelCity}).All()
	})},
}

// The sample has records for every mechanism: no place reads 无数据, and every
// figure that is printed is the one of figures.
func TestTheSampleFillsEveryBlank(t *testing.T) {
	if testing.Short() {
		t.Skip("writes the report of both levels at two months")
	}
	printed := map[string]bool{}
	for _, l := range levels {
		s := l.open(t)
		for _, at := range []data.Month{202606, 202610} {
			source := sourceOf(t, s, at)
			p, missing, err := report.Work(t.Context(), source, at, time.Date(2026, 10, 28, 0, 0, 0, 0, time.UTC))
			if err != nil {
				t.Fatal(err)
			}
			if len(missing) > 0 {
				t.Errorf("%s at %s: no data for %v", l.level, at, missing)
			}
			text := p.Text()
			for _, bad := range []string{"无数据", "{", "}", "〔", "〕"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s at %s: %s stands in the report", l.level, at, bad)
				}
			}
			values, err := source.Compute(t.Context(), figure.Definitions(), at)
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range values {
				for _, chip := range chipsOf(p, v.Definition.ID) {
					printed[v.Definition.ID] = true
					if !strings.HasPrefix(chip, v.Text()) {
						t.Errorf("%s at %s: %s reads %s and is %s", l.level, at, v.Definition.ID, chip, v.Text())
					}
				}
			}
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(blanks), "\n") {
		if part := strings.Fields(line); strings.HasPrefix(part[len(part)-1], "m") && !printed[part[len(part)-1]] {
			t.Errorf("blank %s: %s is printed nowhere", part[0], part[len(part)-1])
		}
	}
}

// chipsOf are the texts that stand for a figure, in the body or in the table
// behind it.
func chipsOf(p *paper.Paper, id string) []string {
	var texts []string
	for span := range p.Spans() {
		if span.Figure == id {
			texts = append(texts, span.Text)
		}
	}
	return texts
}

// No sentence counts what there is none of: a part of nothing is left out or
// said in words, and what has no records is said once and not of its parts.
func TestNothingIsCountedAsZero(t *testing.T) {
	s := levels[0].open(t)
	for _, at := range []data.Month{202406, 202610} {
		p, _, err := report.Work(t.Context(), sourceOf(t, s, at), at, written)
		if err != nil {
			t.Fatal(err)
		}
		body, _, _ := strings.Cut(p.Text(), "附表")
		if found := regexp.MustCompile(`(占|其中|现有|尚需|（)[^，。；]*[^0-9.]0(\.0%|名|个)`).FindString(body); found != "" {
			t.Errorf("%s: %s", at, found)
		}
		if this := map[data.Month]string{202406: "2024年以来，", 202610: "今年以来，"}[at]; !strings.Contains(body, this) {
			t.Errorf("%s, written in 2026: nothing %s", at, this)
		}
	}
	p, missing, err := report.Work(t.Context(), sourceOf(t, storetest.Open(t), 202610), 202610, written)
	if err != nil {
		t.Fatal(err)
	}
	body, _, _ := strings.Cut(p.Text(), "附表")
	for _, bad := range []string{"0名", "0人", "0个", "其中", "无数据名", "无数据个", "对无数据"} {
		if strings.Contains(body, bad) {
			t.Errorf("a report without records says %s", bad)
		}
	}
	if want := "储备库现有优秀年轻干部无数据。"; !strings.Contains(body, want) {
		t.Errorf("a report without records does not say %s", want)
	}
	if n := strings.Count(body, "无数据"); n != len(missing) {
		t.Errorf("%d places without data, %d told", n, len(missing))
	}
}

// Words and segments follow the office.
func TestSegmentsAndWordsOfTheOffice(t *testing.T) {
	s := storetest.Open(
		t,
		&data.Template{Name: report.WorkName, Text: "= 题\n\n{近年}，每半年{每半年调度会次数}次，保底{保底比例}%，尚需{距保底尚需}。〔县：县里。〕〔市：市里。〕〔有数：正职{m0.principals 名}。〕〔有数：机构{m1.1.committees 个}。〕\n"},
		&data.Unit{Name: "甲镇", Short: "甲镇", Kind: "31"},
		&data.Setting{Key: data.RecentYears.Key, Value: "3"}, &data.Setting{Key: data.DispatchesOwed.Key, Value: "2"},
		&data.Setting{Key: data.PromotedFloor.Key, Value: "25", Since: 202606},
	)
	want := "近3年，每半年2次，保底%s%%，尚需无数据。县里。机构1个。"
	for at, floor := range map[data.Month]string{202605: "30", 202606: "25"} {
		p, missing, err := report.Work(t.Context(), sourceOf(t, s, at), at, time.Now())
		if err != nil || len(missing) > 0 {
			t.Fatal(missing, err)
		}
		var b strings.Builder
		for _, span := range p.Body[0].(paper.Paragraph).Spans {
			b.WriteString(span.Text)
		}
		if got := b.String(); got != fmt.Sprintf(want, floor) {
			t.Errorf("%s: %q", at, got)
		}
	}
}
