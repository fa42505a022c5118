package sample

import (
	"fmt"
	"slices"

	"huoshui/data"
)

// study is lecturing by leaders: a few principals in each half-year.
func (pl *plan) study() {
	c := pl.luck(luckStudy + 100)
	words := &pl.words.lessons.Lecture
	for _, year := range pl.years() {
		for month := 1; month <= 12; month++ {
			held := workday(year, month, c.between(3, 24))
			units := pl.teams(held.Month(), true)
			for range max(1, len(units)/14) {
				team := pl.history.team(pick(c, units), held.Month())
				kind, place, topic := data.Code(fmt.Sprint(c.between(1, 3))), pick(c, words.Places), pick(c, words.Topics)
				if heads := c.between(25, 160); len(team) > 0 && pl.past(held) {
					p := team[c.IntN(len(team))/2]
					pl.give(p, &data.Lecture{Kind: kind, Cadre: pl.cadreID(p), Held: held, Place: place, Topic: topic, Heads: heads})
				}
			}
		}
	}
}

// quality lays down the positive and negative items of political quality; the
// vetting of people goes with the choice of them.
func (pl *plan) quality() {
	since := data.MakeMonth(pl.from.Year()-1, 3)
	sort := 0
	for _, dimension := range pl.words.lessons.Quality {
		for sign, items := range [][]string{dimension.Good, dimension.Bad} {
			for _, text := range items {
				sort++
				pl.add(&data.QualityItem{
					Dimension: data.Code(dimension.Dimension), Sign: data.Code(fmt.Sprint(sign + 1)),
					Text: data.Long(text), Sort: sort, Since: since,
				})
			}
		}
	}
}

// negative are the IDs of the negative items.
func (pl *plan) negative() []data.Ref {
	var list []data.Ref
	for _, record := range pl.records {
		if item, ok := record.(*data.QualityItem); ok && item.Sign == "2" {
			list = append(list, data.Ref(item.ID))
		}
	}
	return list
}

// vet puts everybody promoted by a decision, and some who were compared with
// them, before the vetting team about two weeks earlier.
func (pl *plan) vet(c chance, decided data.Date, chosen, losers []*person) {
	if len(chosen) == 0 {
		return
	}
	words := &pl.words.lessons.Vetting
	held := workdayOf(decided.Add(-c.between(11, 16)))
	id := pl.add(&data.Vetting{
		Name: fmt.Sprintf("%d年%d月拟提拔人选考察", decided.Month().Year(), int(decided.Month())%100), Held: held, Who: words.Who,
	})
	for _, p := range chosen {
		if p.seatAt(held.Month()) != nil { // the others were vetted where they came from
			pl.give(p, pl.vetted(c, id, p))
		}
	}
	for i, p := range losers {
		v := pl.vetted(c, id, p)
		last := i == len(losers)-1 && !p.rises(held.Month(), pl.today.Month()) && pl.flawed[p] == 0
		switch {
		case last && len(pl.flawed) < len(words.Evidence) && decided.Month().Year() > pl.from.Year():
			pl.fail(v, len(pl.flawed), held)
			v.Who = pl.leader(held.Month())
			pl.flawed[p] = held.Month()
		case last && pl.today.Month().Since(held.Month()) < 9 && c.percent(50):
			v.Item, v.Evidence, v.Source = pick(c, pl.negative()), data.Long(words.Pending), words.Source[2]
		}
		pl.give(p, v)
	}
}

// vetted is a result as it usually is.
func (pl *plan) vetted(c chance, id data.Ref, p *person) *data.Vetted {
	words := &pl.words.lessons.Vetting
	if c.percent(78) {
		return &data.Vetted{Vetting: id, Cadre: pl.cadreID(p), Grade: "1", Summary: data.Long(pick(c, words.Good))}
	}
	return &data.Vetted{Vetting: id, Cadre: pl.cadreID(p), Grade: "2", Summary: data.Long(pick(c, words.Fair))}
}

// fail records a negative item whose evidence was confirmed.
func (pl *plan) fail(v *data.Vetted, n int, held data.Date) {
	words := &pl.words.lessons.Vetting
	negative := pl.negative()
	v.Item = negative[7-n] // 矛盾绕道走；临阵退缩
	v.Grade, v.Summary = data.Code(fmt.Sprint(4-n)), data.Long(words.Bad[n])
	v.Evidence, v.Source, v.Confirmed = data.Long(words.Evidence[n]), words.Source[n], held.Add(5)
}

// losersOf are those compared in a month and not chosen for anything in it.
func losersOf(compared, chosen []*person) []*person {
	var list []*person
	for _, p := range compared {
		if !slices.Contains(chosen, p) && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}
