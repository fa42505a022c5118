package report

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// Deck builds the slides of the work report at a month. The figures and texts
// are those of the report's own template; charts, lights and a table go with
// them.
func Deck(ctx context.Context, source figure.Source, at data.Month, written time.Time) (*paper.Deck, error) {
	text, err := workText(ctx, source.View, at)
	if err != nil {
		return nil, err
	}
	f, err := newFiller(ctx, source, at, written)
	if err != nil {
		return nil, err
	}
	title, _ := f.fill(text)
	b := &deckBuilder{source: source, at: at, deck: &paper.Deck{
		Title: title, Subtitle: "时点：" + source.Month(at),
		Sign: source.Office.Name, Date: today(written), Made: written,
	}}
	if b.teams, err = evaluations(ctx, source, at); err != nil {
		return nil, err
	}
	for _, p := range f.outline(text) {
		if err := b.part(ctx, p); err != nil {
			return nil, err
		}
	}
	b.further()
	return b.deck, nil
}

// deckBuilder puts slide after slide.
type deckBuilder struct {
	source figure.Source
	at     data.Month
	teams  *evaluated
	shown  bool     // the lights are
	rest   []stated // what has no slide of its own
	deck   *paper.Deck
}

// cardsBesideChart is how many stand in the column beside a chart.
const cardsBesideChart = 3

// part adds the slides of a part of the report: the cards of its headlines, and
// with or behind each what illustrates them.
func (b *deckBuilder) part(ctx context.Context, p part) error {
	groups, rest := headline(p)
	b.rest = append(b.rest, rest...)
	for _, group := range groups {
		slide := b.cards(p, group)
		charts, err := b.charts(ctx, group)
		if err != nil {
			return err
		}
		if first := lead(group); len(charts) == 0 && first >= 0 && len(group) <= cardsBesideChart {
			charts, err = b.draw(ctx, picture{draw: Course("历年同期："+group[first].label, group[first].id), says: course})
			if err != nil {
				return err
			}
		}
		if len(charts) == 1 {
			slide.Charts = []paper.Chart{charts[0].chart}
			charts = nil
		}
		b.add(slide)
		b.chartSlides(p, charts)
		if slices.ContainsFunc(group, func(s stated) bool { return strings.HasPrefix(s.id, lightFigures) }) {
			b.lights(p)
		}
		if slices.ContainsFunc(group, func(s stated) bool { return s.id == comparedFigure }) {
			if err := b.comparisons(ctx, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// comparedFigure is the figure behind which the candidates are laid side by
// side.
const comparedFigure = "m4.1.vacancies"

// comparisons adds the candidates of the vacancies one is at.
func (b *deckBuilder) comparisons(ctx context.Context, p part) error {
	slides, err := comparisons(ctx, b.source, b.at)
	for _, s := range slides {
		s.Section = b.section(p)
		b.add(s)
	}
	return err
}

func (b *deckBuilder) add(s paper.Slide) { b.deck.Slides = append(b.deck.Slides, s) }

// cards is the slide of a group of figures.
func (b *deckBuilder) cards(p part, group []stated) paper.Slide {
	first := lead(group)
	slide := paper.Slide{Section: b.section(p), Title: p.title + "：" + group[0].Text(), Note: b.note(group)}
	if first >= 0 {
		slide.Title = group[first].message()
	}
	for i, s := range group {
		card := paper.Card{Label: s.label, Text: s.Text(), Unit: s.unit, Figure: s.id, Lead: i == first}
		if s.NoData {
			card.Unit = ""
		} else {
			card.Change = b.beside(s)
		}
		slide.Cards = append(slide.Cards, card)
		slide.Remarks = append(slide.Remarks, s.remark())
	}
	return slide
}

// beside is the line under the number of a card.
func (b *deckBuilder) beside(s stated) string {
	share := s.shareText()
	if share != "" {
		share = "占 " + share + "%"
	}
	return joined("，", share, s.change())
}

// remark tells for the speaker what is behind a figure.
func (s stated) remark() string {
	if s.Definition == nil {
		return s.label + "：" + noData
	}
	text := s.label + "：" + s.Text()
	if !s.NoData {
		text += s.unit
	}
	if s.Denominator > 0 {
		text += fmt.Sprintf("（%d／%d）", s.Numerator, s.Denominator)
	}
	return text + "。口径：" + s.Definition.Wording()
}

func (b *deckBuilder) section(p part) string {
	if p.section == "" || p.section == p.title {
		return p.title
	}
	return p.section + "　" + p.title
}

// note says as of when the numbers hold, and what the words in them mean.
func (b *deckBuilder) note(group []stated) string {
	text := "时点：" + b.source.Month(b.at)
	seen := map[string]bool{}
	for _, s := range group {
		if s.Definition == nil {
			continue
		}
		for _, name := range named(s.Definition.Where) {
			saved, ok := b.source.Book[name]
			if !ok || seen[name] || saved.Where.Field == "" {
				continue // only what one condition explains
			}
			seen[name] = true
			text += "　" + name + "指" + explained(saved.Where)
		}
	}
	return text
}

// explained is a condition in the words of the trade.
func explained(c criteria.Criterion) string {
	if len(c.Values) == 1 {
		switch c.Field + string(c.Op) {
		case "年龄" + string(criteria.Less):
			return "不满 " + c.Values[0] + " 周岁"
		case "任职时年龄" + string(criteria.Less):
			return "任职当月不满 " + c.Values[0] + " 周岁"
		case "出生年月" + string(criteria.AtLeast):
			return c.Values[0] + " 及以后出生"
		}
	}
	return c.String()
}

// named lists the saved criteria a criterion refers to itself.
func named(c criteria.Criterion) []string {
	var names []string
	if c.Named != "" {
		names = append(names, c.Named)
	}
	for _, part := range slices.Concat(c.All, c.Any) {
		names = append(names, named(part)...)
	}
	return names
}

// lights adds the map of all teams and the table of those below target.
func (b *deckBuilder) lights(p part) {
	if len(b.teams.lights) == 0 || b.shown {
		return
	}
	b.shown = true
	note := b.teams.round.Name + "，评价时点：" + b.teams.round.At.Chinese()
	b.add(paper.Slide{Section: b.section(p), Title: b.teams.message(), Lights: b.teams.lightMap(), Note: note})
	if s := b.teams.below(); s != nil {
		s.Section, s.Note = b.section(p), note+"　缺配为达到配备目标还缺的人数"
		b.add(*s)
	}
}
