package data

import (
	"fmt"
	"regexp"
	"slices"
	"sync"

	"huoshui/assets"
)

// ruleName finds the names of the rules of eligibility, each of which is also the
// key of the setting that takes the place of its bound.
var ruleName = regexp.MustCompile(`(?m)^name = "([^"]+)"`)

// settingKeys are the keys under which the program keeps settings.
var settingKeys = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	for _, key := range slices.Concat([]string{SettingOffice, SettingPlace, SettingLevel, SettingTerms}, FontSettings()) {
		keys[key] = true
	}
	for _, n := range NumberSettings() {
		keys[n.Key] = true
	}
	for _, y := range YesSettings() {
		keys[y.Key] = true
	}
	for _, found := range ruleName.FindAllStringSubmatch(assets.Eligibility, -1) {
		keys[found[1]] = true
	}
	return keys
})

// problem refuses a setting that nothing in the program would read.
func (s *Setting) problem() error {
	if !settingKeys()[s.Key] {
		return fmt.Errorf("没有“%s”这一项设置", s.Key)
	}
	return nil
}
