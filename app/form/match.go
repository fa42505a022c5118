package form

import (
	"strings"
	"unicode"

	"huoshui/app/kit"
	"huoshui/data"
)

// NewMatch returns a search that finds choices by what they say, by the
// initials of its reading, or by the reading itself: “县委组织部” by xwzzb.
// Readings are kept, because a list is searched again with every letter.
func NewMatch() kit.Match {
	known := map[string]reading{}
	return func(choice kit.Choice, typed string) bool {
		typed = strings.ToLower(strings.TrimSpace(typed))
		text := strings.ToLower(choice.Text)
		if strings.Contains(text, typed) {
			return true
		}
		if strings.ContainsFunc(typed, func(r rune) bool { return r > unicode.MaxASCII }) {
			return false
		}
		r, ok := known[text]
		if !ok {
			r = read(text)
			known[text] = r
		}
		return strings.Contains(r.initials, typed) || strings.HasPrefix(r.full, typed)
	}
}

type reading struct{ full, initials string }

// read gives the reading of any text. A numeral before it keeps the first
// character from being read as a surname: 区 in 区委 is not Ou.
func read(text string) reading {
	full, initials := data.Pinyin("一" + text)
	full = strings.ReplaceAll(full, " ", "")
	return reading{strings.TrimPrefix(full, "yi"), strings.TrimPrefix(initials, "y")}
}
