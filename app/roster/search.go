package roster

import (
	"strings"
	"unicode"

	"huoshui/data/criteria"
)

// matching is the criterion of what was typed into the search line. Each word
// must be found somewhere: letters in the reading of the name, anything else
// in name, unit or post.
func matching(text string) criteria.Criterion {
	var all []criteria.Criterion
	for _, word := range strings.Fields(text) {
		in := []string{"姓名", "机构", "现任职务"}
		if isReading(word) {
			word = strings.ToLower(word)
			in = []string{"拼音", "拼音首字母"}
		}
		var places []criteria.Criterion
		for _, field := range in {
			places = append(places, criteria.If(field, criteria.Contains, word))
		}
		all = append(all, criteria.Criterion{Any: places})
	}
	return criteria.And(all...)
}

func isReading(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) < 0
}
