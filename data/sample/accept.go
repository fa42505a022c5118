package sample

import (
	"fmt"

	"huoshui/data"
)

// accepted is how many people have a month of birth that the office has found
// right although the ID number says otherwise.
const accepted = 3

// acceptBirths lets the ID numbers of a few older people be a month off, as
// numbers given out by hand were, and has the office note each (档案认定).
func (pl *plan) acceptBirths() {
	words := &pl.words.nurture.Accepted
	found := 0
	for _, p := range pl.persons {
		if found == accepted {
			return
		}
		late := int(p.birth)%100 == 12
		if p.left != 0 || late || p.serial%97 != 11 || p.months(pl.options.At) < 45*12 {
			continue
		}
		born := p.birth.Add(1)
		p.idNumber = pl.idNumber(p, born)
		found++
		pl.give(p, &data.Accepted{
			Cadre: pl.cadreID(p), Rule: words.Rule, Evidence: fmt.Sprintf(words.Evidence, p.birth, born),
			Reason: data.Long(words.Reason), Held: workday(pl.options.At.Year()-1-found, 5, 10+found), Who: pl.replace.Replace(words.Who),
		})
	}
}
