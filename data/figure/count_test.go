package figure_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
)

// counted is what a figure must be at one month, worked out by hand from the
// tables of the county: the number as printed, the whole (of; 0: none) and who.
type counted struct {
	text string
	of   int
	who  string
}

var months = [3]data.Month{202406, 202512, 202606}

// Counted by hand, at 2024.06, 2025.12 and 2026.06.
var countyFigures = map[string][3]counted{
	// 财政局局长、两乡镇四个党政正职；部长是上级管理，工会是群团，都不算。2025.12
	// 尤一人兼书记、镇长，秦当月免职。2026.06 孔当月免职，卫一月免职。
	"m0.principals": {
		{"5", 0, "卫 秦 尤 张 孔"},
		{"4", 0, "卫 尤 张 孔"},
		{"5", 0, "蒋 尤 许 张 曹"},
	},
	"m0.principals.young": { // 1985.01 的卫算，1984.12 的蒋不算
		{"3", 5, "卫 秦 尤"},
		{"2", 4, "卫 尤"},
		{"3", 5, "尤 许 曹"},
	},
	// 沈 2024.06 当月任职，算；冯 2025.12 当月任职，算；杨挂职、朱的兼职不算（朱按副镇长算）。
	"m0.deputies": {
		{"7", 0, "褚 蒋 沈 何 朱 吕 曹"},
		{"9", 0, "褚 冯 蒋 沈 何 朱 吕 曹 华"},
		{"8", 0, "褚 冯 沈 何 朱 吕 严 华"},
	},
	"m0.deputies.young": {
		{"6", 7, "褚 沈 何 朱 吕 曹"},
		{"8", 9, "褚 冯 沈 何 朱 吕 曹 华"},
		{"8", 8, "褚 冯 沈 何 朱 吕 严 华"},
	},
	"m0.deputies.younger": { // 沈 1990.01 算，吕 1989.07 不算
		{"3", 7, "沈 何 曹"},
		{"4", 9, "沈 何 曹 华"},
		{"4", 8, "沈 何 严 华"},
	},

	// 按任职时不满 36 算。2024：褚任职时 35。2025：冯 39、魏 40，2/4。2026：蒋 41，2/3。
	"m1.2.floor": {
		{"100.0", 2, "褚 沈"},
		{"50.0", 4, "尤 华"},
		{"66.7", 3, "许 曹"},
	},

	// 施 2024.06 当月出库；严 2024.07 才入库。褚 2025.12、陈 2026.06 当月出库。尤、曹各有两条，算一人。
	"m3.1.reserve": {
		{"7", 0, "尤 褚 陈 吴 何 金 曹"},
		{"7", 0, "尤 陈 吴 何 韩 曹 严"},
		{"6", 0, "尤 吴 何 韩 曹 严"},
	},
	"m3.1.reserve.1":       {{"0", 0, ""}, {"0", 0, ""}, {"0", 0, ""}},
	"m3.1.reserve.1.young": {{"0", 0, ""}, {"0", 0, ""}, {"0", 0, ""}},
	"m3.1.reserve.2": {
		{"4", 0, "尤 褚 陈 吴"},
		{"3", 0, "尤 陈 吴"},
		{"3", 0, "尤 吴 曹"},
	},
	"m3.1.reserve.2.young": { // 吴出生不详，不算
		{"2", 0, "尤 褚"},
		{"1", 0, "尤"},
		{"2", 0, "尤 曹"},
	},
	"m3.1.reserve.3": {
		{"4", 0, "尤 何 金 曹"},
		{"5", 0, "尤 何 韩 曹 严"},
		{"4", 0, "尤 何 韩 严"},
	},
	"m3.1.reserve.3.young": {
		{"3", 0, "尤 何 曹"},
		{"5", 0, "尤 何 韩 曹 严"},
		{"4", 0, "尤 何 韩 严"},
	},
	"m3.1.reserve.women": { // 4/7 = 57.14…，5/7 = 71.42…，4/6
		{"57.1", 7, "尤 陈 何 曹"},
		{"71.4", 7, "尤 陈 何 韩 曹"},
		{"66.7", 6, "尤 何 韩 曹"},
	},
	"m3.1.in": {
		{"3", 0, "尤 褚 施"}, // 一月和当月入库的都算
		{"1", 0, "韩"},
		{"1", 0, "曹"},
	},
	"m3.1.out": {
		{"2", 0, "施 蒋"},
		{"2", 0, "金 褚"},
		{"2", 0, "陈 曹"},
	},
	"m3.1.out.promoted": {
		{"1", 0, "蒋"},
		{"0", 0, ""},
		{"2", 0, "陈 曹"},
	},
	"m3.1.out.age": {
		{"0", 0, ""},
		{"1", 0, "金"},
		{"0", 0, ""},
	},
	"m3.1.out.other": {
		{"1", 0, "施"},
		{"1", 0, "褚"},
		{"0", 0, ""},
	},
	"m3.1.rounds": { // 2026 年只有平时调整：0 次，不是无数据
		{"2", 0, "2024.01.01 2024.06.30"},
		{"1", 0, "2025.12.31"},
		{"0", 0, ""},
	},

	// 2024：一月的褚、当月的沈；前一年十二月的何、七月的金、单位管理的韩、挂职的郑、兼任的朱不算。
	// 2025：上级管理的孙、秦不算。2026：许两次算一人，初任的严、上级管理的陈不算。
	"m4.1.promoted": {
		{"2", 0, "褚 沈"},
		{"4", 0, "华 尤 冯 魏"},
		{"3", 0, "蒋 许 曹"},
	},
	"m4.1.promoted.85": {
		{"2", 0, "褚 沈"},
		{"3", 0, "华 尤 冯"},
		{"2", 0, "许 曹"},
	},
	"m4.1.promoted.90": {
		{"1", 0, "沈"},
		{"2", 0, "华 尤"},
		{"2", 0, "许 曹"},
	},

	// 2025.12 钱当月免职、孙当月接任；2026.06 赵当月满 42。
	"m4.2.county.principals": {
		{"2", 2, "赵 钱"},
		{"2", 2, "赵 孙"},
		{"1", 2, "孙"},
	},
	"m4.2.county.principals.share": {
		{"100.0", 2, "赵 钱"},
		{"100.0", 2, "赵 孙"},
		{"50.0", 2, "孙"},
	},
	// 班子：2024.06 赵钱李周吴王；2025.12 赵孙李周吴王秦；2026.06 赵孙陈周吴王秦。郑挂职不算；
	// 吴出生不详，算班子成员，不算 40 岁左右。
	"m4.2.county.deputies": {
		{"2", 6, "李 王"},
		{"2", 7, "王 秦"},
		{"3", 7, "陈 王 秦"},
	},
	"m4.2.county.deputies.share": { // 2/6，2/7 = 28.57…，3/7 = 42.85…
		{"33.3", 6, "李 王"},
		{"28.6", 7, "王 秦"},
		{"42.9", 7, "陈 王 秦"},
	},

	// 按换届当月的班子数。2021.08：赵钱李吴王都是当月任职。2026.06 换届前在任的是王、秦，陈当月任职。
	"m4.2.county.deputies.before": {
		{"0", 5, ""},
		{"0", 5, ""},
		{"2", 7, "王 秦"},
	},
	// 2021.08 起换届产生的李、王、吴（出生不详，不算）；2025.12 李已满 42；2026.06 当月换届，只有陈。
	"m4.2.county.deputies.new": {
		{"2", 0, "李 王"},
		{"1", 0, "王"},
		{"1", 0, "陈"},
	},

	// 正职：2024.06 秦（当月满 36）尤张孔；2025.12 尤张孔；2026.06 尤（36）许张曹。
	"m4.2.town.principals": {
		{"1", 4, "尤"},
		{"1", 3, "尤"},
		{"2", 4, "许 曹"},
	},
	"m4.2.town.principals.share": {
		{"25.0", 4, "尤"},
		{"33.3", 3, "尤"},
		{"50.0", 4, "许 曹"},
	},
	"m4.2.town.secretaries": { // 镇长的职位叫“党委副书记、镇长”，不是书记
		{"0", 4, ""},
		{"1", 3, "尤"},
		{"0", 4, ""},
	},
	// 班子：2024.06 秦尤何朱吕张孔曹；2025.12 尤何朱吕张孔曹华；2026.06 尤许何朱吕张曹严华。
	"m4.2.town.members": {
		{"4", 8, "尤 何 吕 曹"},
		{"4", 8, "尤 何 曹 华"},
		{"5", 9, "许 何 曹 严 华"},
	},
	"m4.2.town.members.share": { // 5/9 = 55.55…
		{"50.0", 8, "尤 何 吕 曹"},
		{"50.0", 8, "尤 何 曹 华"},
		{"55.6", 9, "许 何 曹 严 华"},
	},
	"m4.2.town.members.30": { // 何 2026.06 当月满 31
		{"1", 8, "何"},
		{"2", 8, "何 华"},
		{"1", 9, "严"},
	},
	// 按换届当月的班子数。2021.08：秦朱张孔曹，换届前在任的只有孔，是正职。2026.06 换届前在任的是何、吕、华。
	"m4.2.town.deputies.before": {
		{"0", 5, ""},
		{"0", 5, ""},
		{"3", 9, "何 吕 华"},
	},
	// 本届自 2021.08 起：曹算，朱当月满 37 不算；2026.06 当月换届，只有严。
	"m4.2.town.deputies.new": {
		{"1", 0, "曹"},
		{"1", 0, "曹"},
		{"1", 0, "严"},
	},

	// 班子：2024.06 王褚卫蒋沈；2025.12 王褚冯卫蒋沈魏；2026.06 王褚冯蒋沈魏。
	"m4.2.department.members.share": { // 2/5，1/7 = 14.28…，1/6 = 16.66…
		{"40.0", 5, "褚 沈"},
		{"14.3", 7, "沈"},
		{"16.7", 6, "沈"},
	},
}

// countySubjects are those the county has records of. Every figure about them
// is counted by hand here, all figures in sql_test.go.
var countySubjects = []string{"任职", "新任职", "储备", "入库", "出库", "储备库调整"}

func TestFiguresByHand(t *testing.T) {
	s := settle(t)
	for i, at := range months {
		src := source(t, s, at)
		values := compute(t, s, at)
		for _, d := range figure.Definitions() {
			want, ok := countyFigures[d.ID]
			if !ok {
				if slices.Contains(countySubjects, d.Subject.Label) {
					t.Errorf("%s is not counted by hand", d.ID)
				}
				continue
			}
			v := values[d.ID]
			if v.Text() != want[i].text || v.Denominator != want[i].of || v.NoData {
				t.Errorf("%s at %s: %s of %d (nodata %v), by hand %s of %d", d.ID, at, v.Text(), v.Denominator, v.NoData, want[i].text, want[i].of)
			}
			rows, err := src.Who(t.Context(), d, at, nameOf(d))
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) != v.Numerator {
				t.Errorf("%s at %s: %d counted, %d listed", d.ID, at, v.Numerator, len(rows))
			}
			var who []string
			for _, row := range rows {
				who = append(who, row[1])
			}
			if !sameNames(who, strings.Fields(want[i].who)) {
				t.Errorf("%s at %s: %v, by hand %s", d.ID, at, who, want[i].who)
			}
		}
	}
}

// The table above must not contradict itself.
func TestHandCountsAgree(t *testing.T) {
	for id, each := range countyFigures {
		d := figure.Named(id)
		if d == nil {
			t.Errorf("%s is not a figure", id)
			continue
		}
		for _, c := range each {
			text := strconv.Itoa(len(strings.Fields(c.who)))
			if !d.Share && text != c.text {
				t.Errorf("%s: %s people by name, %s by number", id, text, c.text)
			}
		}
	}
}

func nameOf(d *figure.Definition) string {
	if d.Subject.Personal() {
		return "姓名"
	}
	return "日期"
}

func sameNames(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func TestYearBefore(t *testing.T) {
	s := settle(t)
	const none = "无数据"
	var counted []map[string]figure.Value
	for _, at := range months {
		counted = append(counted, compute(t, s, at))
	}
	// Counted by hand at 2023.06, 2024.12 and 2025.06, the months a year before.
	for id, want := range map[string][3]string{
		"m0.principals": {"5", "5", "5"}, // each time 卫秦尤张孔
		// 2023.06 蒋朱吕曹；2024.12 褚蒋沈何朱吕曹金；2025.06 褚蒋沈何朱吕曹华
		"m0.deputies": {"4", "8", "8"},
		// 2023.06 尤陈吴何金曹蒋；2024.12 尤褚陈吴何金曹严；2025.06 尤褚陈吴何曹严
		"m3.1.reserve": {"7", "8", "7"},
		// 2023 年上半年没有提拔重用；2024 褚沈金；2025 年上半年 华魏
		"m4.1.promoted": {"0", "3", "2"},
		// 没有人提拔就没有占比；2024 年金任职时 38，2/3；2025 年上半年魏 40，1/2
		"m1.2.floor": {none, "66.7", "50.0"},
		// 2023.06 以前一次调整也没有记录；2025 年上半年没有调整
		"m3.1.rounds": {none, "3", "0"},
	} {
		for i, at := range months {
			v := counted[i][id]
			if got := v.Previous.Text(); got != want[i] {
				t.Errorf("%s a year before %s: %s, by hand %s", id, at, got, want[i])
			}
			if v.Previous.At != at.Add(-12) {
				t.Errorf("%s: the year before %s is %s", id, at, v.Previous.At)
			}
		}
	}
}

func TestChangeToTheYearBefore(t *testing.T) {
	s := settle(t)
	for _, c := range []struct {
		id   string
		at   data.Month
		want float64
		ok   bool
	}{
		{"m0.deputies", 202406, 3, true},    // 7 after 4
		{"m0.principals", 202512, -1, true}, // 4 after 5
		{"m1.2.floor", 202406, 0, false},    // nobody was promoted in the months before
		{"m1.2.floor", 202606, 16.7, true},  // 66.7 after 50.0, in percentage points
		{"m3.1.rounds", 202606, 0, true},    // 0 after 0
	} {
		got, ok := compute(t, s, c.at)[c.id].Change()
		if got != c.want || ok != c.ok {
			t.Errorf("%s at %s changed by %v %v, by hand %v %v", c.id, c.at, got, ok, c.want, c.ok)
		}
	}
}
