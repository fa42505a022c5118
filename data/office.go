package data

import (
	"slices"
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
	Terms []Month // months of the changes of term (换届), oldest first
}

// OfficeAt reads the settings in force at a month. What is not set has the
// neutral value: no name, level 县, no change of term.
func OfficeAt(settings []*Setting, at Month) Office {
	inForce := map[string]*Setting{}
	for _, s := range settings {
		if old := inForce[s.Key]; s.Since <= at && (old == nil || old.Since <= s.Since) {
			inForce[s.Key] = s
		}
	}
	value := func(key string) string {
		if s := inForce[key]; s != nil {
			return s.Value
		}
		return ""
	}
	office := Office{Name: value(SettingOffice), Place: value(SettingPlace), Level: County}
	if Level(value(SettingLevel)) == City {
		office.Level = City
	}
	for _, text := range strings.Split(value(SettingTerms), "、") {
		if m, err := ParseMonth(text); err == nil && m != 0 {
			office.Terms = append(office.Terms, m)
		}
	}
	slices.Sort(office.Terms)
	return office
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
