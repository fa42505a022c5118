package form

import (
	"huoshui/app/kit"
	"huoshui/data"
)

// NewMatch returns a search that finds choices by what they say, by the
// initials of its reading, or by the reading itself: “县委组织部” by xwzzb.
// Readings are kept, because a list is searched again with every letter.
func NewMatch() kit.Match {
	known := map[string]data.Reading{}
	return func(choice kit.Choice, typed string) bool {
		r, ok := known[choice.Text]
		if !ok {
			r = data.ReadingOf(choice.Text)
			known[choice.Text] = r
		}
		return r.Matches(typed)
	}
}
