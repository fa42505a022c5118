package figure_test

import (
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// A county of thirty people, small enough to count by hand. Every date that
// matters lies on an edge: a birthday, a start or an end in the very month of
// a question, or one month beside it. The questions are put at 2024.06,
// 2025.12 and 2026.06; the change of term is in 2021.08 and 2026.06.

// 类别 管理 班子 岗位类别 as in the code lists; “-” is empty.
const countyPosts = `
机构      类别      职位          管理      班子  岗位类别
县委      党委      县委书记       上级管理  是    党政正职
县委      党委      县委副书记     上级管理  是    党政副职
县委      党委      县委常委       上级管理  是    常委
县政府    政府      县长           上级管理  是    党政正职
县政府    政府      副县长         上级管理  是    党政副职
组织部    党委部门  部长           上级管理  是    党政正职
组织部    党委部门  副部长         本级管理  是    副职
组织部    党委部门  组织员         本级管理  否    组织员
财政局    政府部门  局长           本级管理  是    党政正职
财政局    政府部门  副局长         本级管理  是    副职
财政局    政府部门  科长           单位管理  否    -
总工会    群团组织  主席           本级管理  是    党政正职
东河镇    镇        党委书记       本级管理  是    党政正职
东河镇    镇        党委副书记、镇长 本级管理  是    党政正职
东河镇    镇        副镇长         本级管理  是    副职
东河镇    镇        组织委员       本级管理  是    组织委员
东河镇    镇        站长           单位管理  否    -
西岭乡    乡        党委书记       本级管理  是    党政正职
西岭乡    乡        党委副书记、乡长 本级管理  是    党政正职
西岭乡    乡        副乡长         本级管理  是    副职
`

// Ages, as (2024.06, 2025.12, 2026.06), stand behind those that decide.
const countyPeople = `
姓名 性别 出生     离册
赵   男   1984.06  -        40 41 42：2026.06 当月满 42
钱   女   1984.07  -        39
孙   男   1984.12  -        39 41 41
李   女   1983.01  -        41 42 43
周   男   1982.06  -        42 43 44
吴   男   -        -        出生年月不详
郑   男   1990.01  -
王   男   1985.01  -        39 40 41
冯   男   1986.12  -        37 39 39
陈   女   1984.07  -        39 41 41
褚   男   1988.06  -        36 37 38：2024.06 当月满 36
卫   男   1985.01  -        39 40 41：85后的第一个月
蒋   女   1984.12  -        39 41 41：85后的前一个月
沈   女   1990.01  -        34 35 36：90后的第一个月
韩   女   1995.03  -
杨   男   1989.05  -
朱   男   1987.06  -        37 38 39：2024.06 当月满 37
秦   男   1988.06  -        36 37 38：2024.06 当月满 36
尤   女   1990.01  -        34 35 36：2025.12 的下月满 36
许   男   1990.07  -        33 35 35：2026.06 的下月满 36
何   女   1995.06  -        29 30 31：2026.06 当月满 31
吕   女   1989.07  -        34 36 36
施   男   1996.01  -
张   男   1982.02  -        42 43 44
孔   男   1966.06  2026.06  58 59 —：2026.06 当月退休
曹   女   1991.01  -        33 34 35
严   男   1996.07  -        27 29 29
华   女   1995.05  -        29 30 31
金   男   1986.03  -        38 39 40
魏   男   1984.12  -        39 41 41：2025.12 当月满 41
`

// One seat of 副乡长 is vacant until 2024.07, one of 副局长 from 2026.01 on.
const countyAppointments = `
姓名 机构   职位             起       止       方式      换届
赵   县委   县委书记         2021.08  -        提拔      是
钱   县政府 县长             2021.08  2025.12  提拔      是   止于时点当月
孙   县政府 县长             2025.12  -        提拔      否   当月接任
李   县委   县委副书记       2021.08  2026.06  提拔      是
陈   县委   县委副书记       2026.06  -        提拔      是
周   县政府 副县长           2022.01  -        提拔      否
吴   县政府 副县长           2021.08  -        提拔      是
郑   县政府 副县长           2024.01  -        挂职      否   挂职不计
王   县委   县委常委         2021.08  -        提拔      是   一人两职
王   组织部 部长             2022.03  -        平级调整  否
秦   县政府 副县长           2025.12  -        提拔      否   上级管理
褚   组织部 副部长           2024.01  -        提拔      否   一月提拔
冯   组织部 副部长           2025.12  -        提拔      否   十二月提拔，又是时点当月
许   组织部 组织员           2026.02  2026.06  提拔      否   一年两次提拔
卫   财政局 局长             2022.05  2026.01  提拔      否
蒋   财政局 局长             2026.01  -        提拔      否   一月提拔，接任
蒋   财政局 副局长           2020.01  2026.01  提拔      否
沈   财政局 副局长           2024.06  -        提拔      否   时点当月提拔
杨   财政局 副局长           2025.03  -        挂职      否   挂职不计
朱   财政局 副局长           2024.01  -        兼任      否   兼任不计
韩   财政局 科长             2024.03  -        提拔      否   单位管理
魏   总工会 主席             2025.06  -        提拔      否   群团
秦   东河镇 党委书记         2021.08  2025.12  提拔      是   止于时点当月
尤   东河镇 党委书记         2025.12  -        重用      否   当月接任，兼着镇长
尤   东河镇 党委副书记、镇长 2022.06  2026.06  提拔      否
许   东河镇 党委副书记、镇长 2026.06  -        提拔      是
何   东河镇 副镇长           2023.12  -        提拔      否   前一年十二月提拔
朱   东河镇 副镇长           2021.08  -        提拔      是
吕   东河镇 组织委员         2022.02  -        提拔      否
施   东河镇 站长             2023.01  -        提拔      否   单位管理
张   西岭乡 党委书记         2021.08  -        平级调整  是
孔   西岭乡 党委副书记、乡长 2016.08  2026.06  提拔      否   退休当月免职
曹   西岭乡 党委副书记、乡长 2026.06  -        提拔      是
曹   西岭乡 副乡长           2021.08  2026.06  提拔      是
严   西岭乡 副乡长           2026.06  -        初任      是   初任不是提拔
金   西岭乡 副乡长           2024.07  2025.01  提拔      否   三个时点都不在任
华   西岭乡 副乡长           2025.01  -        提拔      否
`

const countyReserve = `
姓名 层次 入库     出库     情形
尤   处级 2023.05  -        -
尤   科级 2024.06  -        -           同在两个层次，算一人
褚   处级 2024.06  2025.12  受处分、处理或诫勉
陈   处级 2023.05  2026.06  已提拔使用
吴   处级 2023.05  -        -
何   科级 2023.05  -        -
韩   科级 2025.12  -        -
施   科级 2024.01  2024.06  本人意愿
金   科级 2023.05  2025.01  超龄
曹   科级 2023.05  2026.06  已提拔使用  同月转入处级
曹   处级 2026.06  -        -
严   科级 2024.07  -        -
蒋   科级 2023.05  2024.01  已提拔使用
`

const countyRounds = `
日期        类别
2023.12.20  集中调整
2024.01.01  集中调整
2024.03.10  平时调整
2024.06.30  集中调整
2024.07.01  集中调整
2025.12.31  集中调整
2026.01.05  平时调整
`

// lines splits a table into fields, without its heading; “-” becomes empty and
// remarks at the end of a line are left over.
func lines(table string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSpace(table), "\n")[1:] {
		fields := strings.Fields(line)
		for i := range fields {
			fields[i] = strings.TrimPrefix(fields[i], "-")
		}
		rows = append(rows, fields)
	}
	return rows
}

// set fills a record from label and text, as a clerk would.
func set(t *testing.T, record any, pairs ...string) {
	t.Helper()
	kind := data.KindOf(record)
	for i := 0; i < len(pairs); i += 2 {
		found := false
		for j := range kind.Fields {
			if f := &kind.Fields[j]; f.Label == pairs[i] {
				found = true
				if err := f.SetText(record, pairs[i+1]); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !found {
			t.Fatalf("%s has no %s", kind.Label, pairs[i])
		}
	}
}

// settle writes the county into a new store.
func settle(t *testing.T) *store.Store {
	t.Helper()
	var records []any
	units, posts, people := map[string]*data.Unit{}, map[string]*data.Post{}, map[string]*data.Cadre{}
	for i, l := range lines(countyPosts) {
		if units[l[0]] == nil {
			u := &data.Unit{ID: data.NewID(), Name: l[0], Short: l[0], Sort: i}
			set(t, u, "机构类别", l[1])
			units[l[0]], records = u, append(records, u)
		}
		p := &data.Post{ID: data.NewID(), Unit: data.Ref(units[l[0]].ID), Name: l[2], Sort: i, Duty: l[5]}
		set(t, p, "管理权限", l[3], "班子成员", l[4])
		posts[l[0]+l[2]], records = p, append(records, p)
	}
	for _, l := range lines(countyPeople) {
		c := &data.Cadre{ID: data.NewID(), Name: l[0]}
		set(t, c, "性别", l[1], "出生年月", l[2], "离册年月", l[3])
		people[l[0]], records = c, append(records, c)
	}
	for _, l := range lines(countyAppointments) {
		a := &data.Appointment{Cadre: data.Ref(people[l[0]].ID), Post: data.Ref(posts[l[1]+l[2]].ID), Title: l[1] + l[2]}
		set(t, a, "任职年月", l[3], "免职年月", l[4], "任职方式", l[5], "换届", l[6])
		records = append(records, a)
	}
	for _, l := range lines(countyReserve) {
		r := &data.Reserve{Cadre: data.Ref(people[l[0]].ID)}
		set(t, r, "储备层次", l[1], "入库年月", l[2], "出库年月", l[3], "出库情形", l[4])
		records = append(records, r)
	}
	for _, l := range lines(countyRounds) {
		r := &data.Round{Name: l[0]}
		set(t, r, "日期", l[0], "类别", l[1])
		records = append(records, r)
	}
	records = append(
		records,
		&data.Setting{Key: data.SettingLevel, Value: "县"},
		&data.Setting{Key: data.SettingTerms, Value: "2021.08、2026.06"},
	)
	return storetest.OpenAt(t, 202712, records...)
}

func source(t *testing.T, s *store.Store, at data.Month) figure.Source {
	t.Helper()
	src, err := figure.Open(t.Context(), s, at)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// compute states all figures at a month, by ID.
func compute(t *testing.T, s *store.Store, at data.Month) map[string]figure.Value {
	t.Helper()
	values, err := source(t, s, at).Compute(t.Context(), figure.Definitions(), at)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]figure.Value{}
	for _, v := range values {
		found[v.Definition.ID] = v
	}
	return found
}
