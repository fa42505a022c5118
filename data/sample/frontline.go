package sample

import (
	"cmp"
	"slices"

	"huoshui/data"
)

// frontline sends people to the hard tasks: young ones by name, the others as a
// number with its source.
func (pl *plan) frontline() {
	c := pl.luck(luckFront)
	busy := map[*person]data.Month{}
	for i := range pl.words.lessons.Campaign {
		words := &pl.words.lessons.Campaign[i]
		since, until := mustMonth(words.Since), mustMonth(words.Until)
		if since > pl.today.Month() {
			continue
		}
		if until > pl.today.Month() {
			until = 0
		}
		id := pl.add(&data.Campaign{Name: words.Name, Kind: data.Code(words.Kind), Since: since, Until: until})
		pl.add(&data.Sent{
			Campaign: id, Kind: data.Code(words.Sent), Place: pl.replace.Replace("各{下}"), Since: since, Until: until,
			Heads: max(1, words.Heads*pl.options.Cadres/1200), Source: words.Source, Note: "没有留存名单，按统计报表填写",
		})
		pl.sendByName(c, id, words, until, busy)
	}
}

// sendByName sends young people in waves, each for a year at most or, to a
// village, for two.
func (pl *plan) sendByName(c chance, campaign data.Ref, words *campaignWords, until data.Month, busy map[*person]data.Month) {
	first, wave := max(mustMonth(words.Since), recordsFrom), 12
	if words.Sent == "1" {
		wave = 24
	}
	last := until
	if last == 0 {
		last = pl.today.Month().Add(1)
	}
	waves := max(1, (last.Since(first)+wave-1)/wave)
	for from := first; from < last; from = from.Add(wave) {
		to := min(from.Add(wave), last)
		fit := slices.DeleteFunc(slices.Clone(pl.history.known), func(p *person) bool {
			return p.months(from) >= 38*12 || busy[p] >= from || p.gradeAt(from) > gradeVice || p.stopped ||
				!p.serves(from, to) || p.seatAt(to.Add(-1)) == nil
		})
		order := map[*person]float64{}
		for _, p := range fit {
			order[p] = c.NormFloat64() + 0.5*p.ability
		}
		slices.SortStableFunc(fit, func(a, b *person) int { return cmp.Compare(order[b], order[a]) })
		n := (words.People*pl.options.Cadres/1000 + waves - 1) / waves
		for _, p := range fit[:min(n, len(fit), 200)] {
			pl.sendOne(c, p, campaign, words, from, to)
			busy[p] = to
		}
	}
}

func (pl *plan) sendOne(c chance, p *person, campaign data.Ref, words *campaignWords, from, to data.Month) {
	s := &data.Sent{
		Campaign: campaign, Cadre: pl.cadreID(p), Kind: data.Code(words.Sent),
		Place: pl.say(c, pick(c, words.Places), 0), Since: from, Until: to,
	}
	if grade := pick(c, []data.Code{"1", "1", "2", "2", "2", "3"}); to <= pl.today.Month() {
		s.Grade = grade
	} else {
		s.Until = 0
	}
	pl.give(p, s)
}
