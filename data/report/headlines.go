package report

import (
	"slices"
	"strings"

	"huoshui/data/paper"
)

// headlines are the figures a committee sees on slides of their own: each line is
// a slide, the figure it speaks of first. All others stand in the tables at the
// end of the deck.
var headlines = [][]string{
	{"m0.principals.young", "m0.principals", "m0.deputies", "m0.deputies.young", "m0.deputies.younger"},
	{"m1.1.short", "m1.1.briefings", "m1.1.dispatches", "m1.1.inspections", "m1.1.letters", "m1.1.letters.back"},
	{"m1.1.lights.red", "m1.1.lights.amber", "m1.1.lights.green"},
	{"m1.2.items.done", "m1.2.measures", "m1.2.articles", "m1.2.items", "m1.2.items.late"},
	{"m1.2.floor"},
	{"m1.3.teams", "m1.3.suggestions", "m1.3.adopted", "m1.3.visits", "m1.3.score.patrol", "m1.3.score.party"},
	{"m2.1.seats", "m2.1.people", "m2.1.sessions", "m2.1.lectures", "m2.1.listed", "m2.1.closed"},
	{"m2.2.seats", "m2.2.bases", "m2.2.classes", "m2.2.academy", "m2.2.online", "m2.2.field"},
	{"m2.3.vetted", "m2.3.items", "m2.3.vetted.good", "m2.3.refused", "m2.3.village", "m2.3.front"},
	{"m3.1.reserve", "m3.1.in", "m3.1.out"},
	{"m3.2.intake", "m3.2.master", "m3.2.elite", "m3.2.serving", "m3.2.talents", "m3.2.top"},
	{"m3.3.down", "m3.3.down.principals", "m3.3.exchange", "m3.3.exchange.heads", "m3.3.exchange.down", "m3.3.up"},
	{"m4.1.promoted", "m4.1.promoted.85", "m4.1.promoted.90"},
	{"m4.1.put", "m4.1.vacancies", "m4.1.young", "m4.1.below", "m4.1.key"},
	{"m4.2.county.principals", "m4.2.county.deputies.before", "m4.2.county.deputies.new", "m4.2.county.deputies", "m4.2.department.members.share"},
	{
		"m4.2.town.principals", "m4.2.town.secretaries", "m4.2.town.members", "m4.2.town.members.30",
		"m4.2.town.deputies.before", "m4.2.town.deputies.new",
	},
	{"m4.3.exceptions", "m4.3.exceptions.step", "m4.3.exceptions.last"},
	{"m5.1.people", "m5.1.classes", "m5.1.special", "m5.1.seats", "m5.1.exchanged", "m5.1.short"},
	{"m5.2.rewards", "m5.2.incentives", "m5.2.ranks", "m5.2.tolerance"},
	{"m5.3.files.complete", "m5.3.files", "m5.3.talks", "m5.3.warnings", "m5.3.warned", "m5.3.frozen"},
	{"m5.3.notices", "m5.3.notices.done", "m5.3.notices.open"},
}

// headline parts the figures of a paragraph into those of its slides and the
// rest. A paragraph in the office's own words that states no headline shows the
// first it states.
func headline(p part) (slides [][]stated, rest []stated) {
	var all []stated
	for _, sentence := range p.sentences {
		all = append(all, shared(sentence)...)
	}
	for _, ids := range headlines {
		var slide []stated
		for _, s := range all {
			if slices.Contains(ids, s.id) {
				slide = append(slide, s)
			}
		}
		if len(slide) > 0 {
			slides = append(slides, slide)
		}
	}
	if len(slides) == 0 {
		n := min(paper.CardsOnSlide, len(all))
		return [][]stated{all[:n]}, all[n:]
	}
	for _, s := range all {
		if !slices.ContainsFunc(headlines, func(ids []string) bool { return slices.Contains(ids, s.id) }) {
			rest = append(rest, s)
		}
	}
	return slides, rest
}

// lead is the figure a slide speaks of: the first of its headlines, else a part
// of a whole, else any, that is not zero; else any there is.
func lead(group []stated) int {
	first := func(s stated) bool {
		return s.Numerator > 0 && slices.ContainsFunc(headlines, func(ids []string) bool { return ids[0] == s.id })
	}
	for _, fits := range []func(stated) bool{
		first,
		func(s stated) bool { return s.Numerator > 0 && s.shareText() != "" },
		func(s stated) bool { return s.Numerator > 0 },
		func(s stated) bool { return true },
	} {
		if i := slices.IndexFunc(group, func(s stated) bool { return !s.NoData && fits(s) }); i >= 0 {
			return i
		}
	}
	return -1
}

// further is the table of the figures that have no slide of their own, two to a
// row.
func (b *deckBuilder) further() {
	if len(b.rest) == 0 {
		return
	}
	columns := []paper.Column{
		{Title: "指标", Share: 40, Align: paper.Left},
		{Title: "数", Share: 19, Align: paper.Right},
		{Title: "占比、较上年", Share: 41, Align: paper.Left},
	}
	table := &paper.Table{Columns: append(columns, columns...)}
	slide := paper.Slide{Section: "附表", Title: "其他指标", Table: table, Note: "时点：" + b.source.Month(b.at)}
	for pair := range slices.Chunk(b.rest, 2) {
		var row paper.Row
		for _, s := range pair {
			text, beside := s.Text(), ""
			if !s.NoData {
				text, beside = s.Text()+" "+s.unit, strings.NewReplacer("与上年", "", "较上年", "").Replace(b.beside(s)) // the title says so
			}
			row.Cells = append(row.Cells, paper.Plain(s.label), paper.Chip(s.id, text), paper.Plain(beside))
		}
		table.Rows = append(table.Rows, row)
		for _, s := range pair {
			slide.Remarks = append(slide.Remarks, s.remark())
		}
	}
	b.add(slide)
}
