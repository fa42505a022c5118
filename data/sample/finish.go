package sample

import (
	"fmt"
	"slices"

	"huoshui/data"
)

// finish settles what needs all people at once: who is handed out, ID numbers,
// fixed names, and that the reserve's seconds do not lie in the future.
func (w *world) finish() {
	w.persons = slices.DeleteFunc(w.persons, func(p *person) bool {
		return p.left != 0 && p.left < recordsFrom
	})
	for _, p := range w.persons {
		p.idNumber = w.idNumber(p, p.birth)
		for i := range p.sides {
			if p.sides[i].until > w.options.At {
				p.sides[i].until = 0
			}
		}
	}
	w.fixNames()
}

// birthday is what people of one sex born on one day share: the numbers they are
// given run on.
type birthday struct {
	on   data.Date
	male bool
}

// area is the first half of an ID number. No division of the country has a
// code beginning with 99, so that the number can be nobody's.
const area = "990121"

// idNumber is a number by GB 11643 for somebody born in a month, which nobody
// has been given yet: area, day of birth, a serial number that is odd for men,
// check character.
func (w *world) idNumber(p *person, birth data.Month) string {
	day := 1 + int(mix(w.options.Seed^uint64(p.serial))%28) //nolint:gosec // positive
	date := data.MakeDate(birth.Year(), int(birth)%100, day)
	key := birthday{date, p.male}
	w.numbered[key]++
	serial := 2 * w.numbered[key]
	if p.male {
		serial--
	}
	body := fmt.Sprintf("%s%08d%03d", area, date, serial)
	return body + checkCharacter(body)
}

// checkCharacter is the last character of an ID number by GB 11643.
func checkCharacter(body string) string {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, weight := range weights {
		sum += int(body[i]-'0') * weight
	}
	return string("10X98765432"[sum%11])
}

// fixedName is a name that is not composed by chance.
type fixedName struct{ name, nation, father string }

// fixNames gives the rare characters and the names with “·” to people on file.
func (w *world) fixNames() {
	next := 0
	take := func(male bool) *person {
		for ; next < len(w.persons); next++ {
			if p := w.persons[next]; p.left == 0 && p.fixed == nil && p.male == male && p.months(w.options.At) < 45*12 {
				next++
				return p
			}
		}
		return nil
	}
	words := &w.words.names
	for _, r := range words.Rare {
		next = 0
		if p := take(r.Sex == "1"); p != nil {
			p.fixed = &fixedName{name: r.Name, nation: "汉族"}
		}
	}
	for i, male := range []bool{true, false} {
		next = 0
		if p := take(male); p != nil {
			own, father := words.Dotted.Female[i], words.Dotted.Male[i+2]
			if male {
				own = words.Dotted.Male[i]
			}
			p.fixed = &fixedName{name: own + "·" + father, nation: words.Dotted.Nation, father: father}
		}
	}
}
