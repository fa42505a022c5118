package keys

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"huoshui/data"
)

// What a password must be. GB/T 22239-2019 8.1.4.1 a) asks for complexity and leaves
// the figures to the office.
const (
	leastLength  = 8  // characters
	longPassword = 12 // characters from which on one sort of them will do
	leastSorts   = 3  // of capital letters, small letters, digits and others
)

// wellKnown are parts that are tried first by anybody who guesses.
var wellKnown = []string{"12345678", "87654321", "password", "qwertyui", "1qaz2wsx", "88888888", "66666666", "00000000", "11111111", "abcd1234", "admin123", "zuzhibu"}

// CheckPassword refuses a password that is easily guessed, in a sentence.
func CheckPassword(name, password string) error {
	length := len([]rune(password))
	lower := strings.ToLower(password)
	switch {
	case length > 200:
		return data.Refuse("口令太长，请不要超过 200 个字符。", nil)
	case length < leastLength:
		return data.Refuse(fmt.Sprintf("口令至少要 %d 个字符。", leastLength), nil)
	case length < longPassword && sorts(password) < leastSorts:
		return data.Refuse(fmt.Sprintf("口令要有大写字母、小写字母、数字、其他字符中的 %d 种，或者不少于 %d 个字符。", leastSorts, longPassword), nil)
	case name != "" && strings.Contains(lower, strings.ToLower(name)):
		return data.Refuse("口令里不能有自己的姓名。", nil)
	case slices.ContainsFunc(wellKnown, func(part string) bool { return strings.Contains(lower, part) }):
		return data.Refuse("这个口令太常见，请换一个。", nil)
	case strings.Trim(lower, string([]rune(lower)[:1])) == "":
		return data.Refuse("口令不能只有一个字符反复出现，请换一个。", nil)
	}
	return nil
}

func sorts(password string) (n int) {
	for _, is := range []func(rune) bool{unicode.IsUpper, unicode.IsLower, unicode.IsDigit} {
		if strings.ContainsFunc(password, is) {
			n++
		}
	}
	if strings.ContainsFunc(password, func(r rune) bool { return !unicode.IsUpper(r) && !unicode.IsLower(r) && !unicode.IsDigit(r) }) {
		n++
	}
	return n
}

// FirstPassword is a random password for somebody who is added, good until he chooses
// his own. It has no characters that are misread.
func FirstPassword() string {
	return strings.ToLower(grouped(crockford.EncodeToString(random(10)))) + "-A1"
}
