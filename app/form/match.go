package form

import (
	"strings"

	"huoshui/app/kit/input"
	"huoshui/data"
)

// readings caches the pinyin of texts, because the list is searched again
// after every letter.
type readings map[string]data.Reading

func (r readings) fit(choice input.Option, typed string) data.Fit {
	reading, known := r[choice.Text]
	if !known {
		reading = data.ReadingOf(choice.Text)
		r[choice.Text] = reading
	}
	return reading.Fit(typed)
}

// NewMatch returns a search that finds options by their text, by their pinyin,
// or by their pinyin initials: xwzzb finds “县委组织部”.
func NewMatch() input.Match {
	known := readings{}
	return func(choice input.Option, typed string) bool { return known.fit(choice, typed) < data.FitsNot }
}

// newChoice makes a list searched by readings, the closest first.
func newChoice(label string, offered []input.Option) *input.Choice {
	return ranked(label, offered, readings{}.fit)
}

// newListChoice makes a list searched by the codes of a code list as well.
func newListChoice(f *data.Field, offered []input.Option) *input.Choice {
	codes, known := map[string]string{}, readings{}
	for _, item := range data.ListNamed(f.List).Items {
		codes[item.Label] = strings.ToLower(string(item.Code))
	}
	return ranked(f.Label, offered, func(choice input.Option, typed string) data.Fit {
		code, written := codes[choice.Text], strings.ToLower(strings.TrimSpace(typed))
		switch {
		case code != "" && code == written:
			return data.FitsWhole
		case code != "" && strings.HasPrefix(code, written):
			return min(data.FitsStart, known.fit(choice, typed))
		}
		return known.fit(choice, typed)
	})
}

func ranked(label string, offered []input.Option, fit func(input.Option, string) data.Fit) *input.Choice {
	entry := input.NewChoice(label, func(choice input.Option, typed string) bool {
		return fit(choice, typed) < data.FitsNot
	}, offered...)
	entry.Rank = func(choice input.Option, typed string) int { return int(fit(choice, typed)) }
	return entry
}
