package sample

import (
	"strconv"
	"unicode/utf8"

	"huoshui/data"
)

// name composes a name of the years of birth.
func (w *world) name(c chance, surname string, male bool, year int) string {
	for {
		name := surname + w.givenName(c, male, year)
		if !w.avoid[name] {
			return name
		}
	}
}

func (w *world) surname(c chance) string {
	return draw(c, w.surnames)
}

func (w *world) givenName(c chance, male bool, year int) string {
	words := &w.words.names
	chosen := words.Given[len(words.Given)-1]
	for _, g := range words.Given {
		if year < g.Before {
			chosen = g
			break
		}
	}
	given := chosen.Female
	if male {
		given = chosen.Male
	}
	if c.percent(w.singleShare(year)) {
		return string(pick(c, []rune(given.Single)))
	}
	first, last := pick(c, []rune(given.First)), pick(c, []rune(given.Last))
	for first == last {
		last = pick(c, []rune(given.Last))
	}
	return string(first) + string(last)
}

// singleShare is the share of given names of one character, out of a hundred.
func (w *world) singleShare(year int) float64 {
	best, share := 0, 10
	for text, percent := range w.words.names.Single {
		before, _ := strconv.Atoi(text)
		if year < before && (best == 0 || before < best) {
			best, share = before, percent
		}
	}
	return float64(share)
}

// surnameOf is the surname within a full name.
func (w *world) surnameOf(name string) string {
	for _, s := range w.surnames {
		if len(s.of) > utf8.RuneLen('王') && len(name) > len(s.of) && name[:len(s.of)] == s.of {
			return s.of
		}
	}
	_, n := utf8.DecodeRuneInString(name)
	return name[:n]
}

// nation is the person's nationality.
func (w *world) nation(c chance, p *person) string {
	if p.fixed != nil {
		return p.fixed.nation
	}
	if !p.minority {
		return "汉族"
	}
	return draw(c, shares(w.words.names.Nations))
}

// places are 籍贯, 出生地 and the place where the parents live: people from here
// mostly come from the county itself, leaders sent here never do.
func (w *world) places(p *person) (native, birth, home string) {
	c, words := w.personal(p, 6), &w.words.words.Places
	if p.fixed != nil && p.fixed.father != "" {
		from := w.words.names.Dotted.Native
		return from[0], from[0], from[1]
	}
	if !p.outsider && c.percent(float64(words.Local)) {
		return words.Home, words.Home, w.words.place.Place
	}
	from := pick(c, words.Near)
	if c.percent(30) {
		from = pick(c, words.Far)
	}
	if c.percent(12) && !p.outsider {
		return from[0], words.Home, w.words.place.Place
	}
	return from[0], from[0], from[1]
}

// personal is chance that belongs to one person and one subject, so that
// records can be made in any order, again and again.
func (w *world) personal(p *person, subject uint64) chance {
	return newChance(w.options.Seed^mix(subject), uint64(p.serial)+2) //nolint:gosec // positive
}

func sexOf(male bool) data.Code {
	if male {
		return "1"
	}
	return "2"
}
