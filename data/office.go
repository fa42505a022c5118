package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The settings of the office (本单位设置), by the name under which they are
// kept and shown.
const (
	SettingOffice = "单位名称" // 中共清源县委组织部
	SettingPlace  = "地区名称" // 清源县
	SettingLevel  = "层级"   // 县 or 市
	SettingTerms  = "换届月"  // 2021.08、2026.07
)

// The settings of the fonts of papers (字体方案): the name by which the office's
// computers know a face, empty for the usual one.
const (
	SettingTitleFont = "标题字体"
	SettingBodyFont  = "正文字体"
	SettingHeiFont   = "一级标题字体"
	SettingKaiFont   = "二级标题字体"
	SettingSongFont  = "表格和页码字体"
	SettingLatinFont = "数字和西文字体"
)

// FontSettings lists them.
func FontSettings() []string {
	return []string{SettingTitleFont, SettingBodyFont, SettingHeiFont, SettingKaiFont, SettingSongFont, SettingLatinFont}
}

// Level is the level an installation serves (本级): a county or a city.
type Level string

// The two levels.
const (
	County Level = "县"
	City   Level = "市"
)

// Office is the office that uses the program, at one month.
type Office struct {
	Name  string
	Place string
	Level Level
	Terms []Month           // months of the changes of term (换届), oldest first
	Fonts map[string]string // of papers, by the key of the setting; those set otherwise than usual

	Dispatches int // dispatch meetings each committee owes in a half-year

	Recent int // years that “近年” looks back, the present one included
	Floor  int // least share of young cadres among those promoted in a year, in percent
}

// RecentYears is “近年” with its number: 近5年.
func (o Office) RecentYears() string { return fmt.Sprintf("近%d年", o.Recent) }

// SettingAt is the value of a setting in force at a month: the last one set to
// hold from that month or earlier. It is empty when nothing was set by then, and
// when the office has gone back to what comes with the program.
func SettingAt(settings []*Setting, key string, at Month) string {
	value, since := "", Month(-1)
	for _, s := range settings {
		if s.Key == key && s.Since <= at && s.Since > since {
			value, since = s.Value, s.Since
		}
	}
	return value
}

// OfficeAt reads the settings in force at a month. What is not set has the
// neutral value: no name, level 县, no change of term.
func OfficeAt(settings []*Setting, at Month) Office {
	value := func(key string) string { return SettingAt(settings, key, at) }
	office := Office{
		Name: value(SettingOffice), Place: value(SettingPlace), Level: County, Fonts: map[string]string{},
		Dispatches: DispatchesOwed.At(settings, at), Recent: RecentYears.At(settings, at), Floor: PromotedFloor.At(settings, at),
	}
	if Level(value(SettingLevel)) == City {
		office.Level = City
	}
	for _, text := range strings.Split(value(SettingTerms), "、") {
		if m, err := ParseMonth(text); err == nil && m != 0 {
			office.Terms = append(office.Terms, m)
		}
	}
	slices.Sort(office.Terms)
	for _, key := range FontSettings() {
		if name := strings.TrimSpace(value(key)); name != "" {
			office.Fonts[key] = name
		}
	}
	return office
}

// PlaceStem is the name of a place without its level, as birthplaces are written:
// 清源 of 清源县.
func PlaceStem(place string) string {
	return strings.TrimSuffix(strings.TrimSuffix(place, "县"), "市")
}

// Term is the month of the last change of term up to a month; zero when there
// was none.
func (o Office) Term(at Month) Month {
	var last Month
	for _, m := range o.Terms {
		if m <= at {
			last = m
		}
	}
	return last
}

// NumberSetting is a setting of the office that is a number, with the one the
// program begins with and where that comes from.
type NumberSetting struct {
	Key     string
	Default int
	Source  string
}

// The numbers reminders and figures go by.
var (
	RetireMen        = NumberSetting{"男干部任职年龄界限", 60, "改革前法定退休年龄"}
	RetireWomen      = NumberSetting{"女干部任职年龄界限", 55, "改革前法定退休年龄"}
	RetireWomenAbove = NumberSetting{"县处级以上女干部任职年龄界限", 60, "组通字〔2015〕14号"}
	TrialMonths      = NumberSetting{"任职试用期月数", 12, "党政领导干部选拔任用工作条例：试用期一年"}
	RoundMonths      = NumberSetting{"储备库集中调整间隔月数", 12, "本单位设置：每年集中调整一次"}
	DispatchesOwed   = NumberSetting{"每半年调度会次数", 1, "本单位设置"}
	RecentYears      = NumberSetting{"近年统计年数", 5, "本单位设置：含时点所在年"}
	PromotedFloor    = NumberSetting{"提拔重用年轻干部保底百分比", 30, "本单位设置"}
)

// The numbers the lights of teams and their letters go by.
var (
	LightYellow = NumberSetting{"未达标几项亮黄灯", 1, "本单位设置"}
	LightRed    = NumberSetting{"未达标几项亮红灯", 2, "本单位设置"}
	LetterDays  = NumberSetting{"反馈函答复天数", 30, "本单位设置"}
)

// The weights by which those are ranked who could be given a post; the score is
// out of a hundred whatever they add up to.
var (
	WeightNeeds      = NumberSetting{"人选评分：弥补短板", 35, "本单位设置"}
	WeightExperience = NumberSetting{"人选评分：岗位经历", 25, "本单位设置"}
	WeightReserve    = NumberSetting{"人选评分：储备培养", 15, "本单位设置"}
	WeightAppraisals = NumberSetting{"人选评分：考核表现", 15, "本单位设置"}
	WeightSettled    = NumberSetting{"人选评分：任职稳定", 10, "本单位设置"}
	WeightRules      = NumberSetting{"人选评分：资格条件", 15, "本单位设置"}
)

// ReminderSettings are the numbers of reminders and figures.
func ReminderSettings() []NumberSetting {
	return []NumberSetting{RetireMen, RetireWomen, RetireWomenAbove, TrialMonths, RoundMonths, DispatchesOwed, RecentYears, PromotedFloor}
}

// TeamSettings are the numbers of lights, letters and suggestions.
func TeamSettings() []NumberSetting {
	return []NumberSetting{
		LightYellow, LightRed, LetterDays,
		WeightNeeds, WeightExperience, WeightReserve, WeightAppraisals, WeightSettled, WeightRules,
	}
}

// NumberSettings lists them all.
func NumberSettings() []NumberSetting { return slices.Concat(ReminderSettings(), TeamSettings()) }

// YesSetting is a setting of the office that is 是 or 否.
type YesSetting struct {
	Key     string
	Default bool
	Source  string
}

// Who is counted in a team.
var (
	TrialCounts  = YesSetting{"试用期干部计入班子", true, "本单位设置"}
	RetiredLeave = YesSetting{"到龄当月起不计入班子", true, "本单位设置"}
)

// YesSettings lists them.
func YesSettings() []YesSetting { return []YesSetting{TrialCounts, RetiredLeave} }

// At is the setting in force at a month.
func (y YesSetting) At(settings []*Setting, at Month) bool {
	switch SettingAt(settings, y.Key, at) {
	case "是":
		return true
	case "否":
		return false
	}
	return y.Default
}

// At is the number in force at a month.
func (n NumberSetting) At(settings []*Setting, at Month) int {
	if number, err := strconv.Atoi(SettingAt(settings, n.Key, at)); err == nil && number > 0 {
		return number
	}
	return n.Default
}
