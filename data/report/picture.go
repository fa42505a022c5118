package report

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"huoshui/data/paper"
)

// lightFigures begins the ids of the figures that count teams by their lights.
const lightFigures = "m1.1.lights"

// picture is a chart with the figure it illustrates and what it says.
type picture struct {
	figure string
	draw   Draw
	says   func(c *paper.Chart) string
}

// pictures are the charts of the deck, in the order of the report.
var pictures = []picture{
	{"m0.deputies", AgeStructure, mostly},
	{"m0.deputies", AgePyramid, mostly},
	{lightFigures + ".red", LightRounds, course},
	{"m3.1.reserve", ReserveTiers, tiers},
	{"m4.1.promoted", Promotions, cohorts},
	{"m4.2.town.principals", TownAges, mostly},
	{"m4.2.town.principals", Course("35岁以下占比的变化", "m4.2.town.principals.share", "m4.2.town.members.share"), course},
	{"m5.3.notices", Course("历年信息通报", "m5.3.notices", "m5.3.notices.done"), course},
}

// drawn is a chart with its message.
type drawn struct {
	chart paper.Chart
	says  string
}

// charts draws what illustrates the figures of a slide.
func (b *deckBuilder) charts(ctx context.Context, group []stated) ([]drawn, error) {
	var list []drawn
	for _, p := range pictures {
		if !slices.ContainsFunc(group, func(s stated) bool { return s.id == p.figure }) {
			continue
		}
		more, err := b.draw(ctx, p)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// draw draws a picture; none without records.
func (b *deckBuilder) draw(ctx context.Context, p picture) ([]drawn, error) {
	c, err := p.draw(ctx, b.source, b.at)
	if c == nil || err != nil {
		return nil, err
	}
	return []drawn{{chart: *c, says: p.says(c)}}, nil
}

// chartSlides adds charts, two to a slide.
func (b *deckBuilder) chartSlides(p part, charts []drawn) {
	for pair := range slices.Chunk(charts, 2) {
		s := paper.Slide{Section: b.section(p), Title: pair[0].says, Note: "时点：" + b.source.Month(b.at)}
		for _, d := range pair {
			s.Charts = append(s.Charts, d.chart)
		}
		b.add(s)
	}
}

// mostly names for each series the label with the most.
func mostly(c *paper.Chart) string {
	var parts []string
	for _, s := range c.Series {
		most := 0
		for i, v := range s.Values {
			if v > s.Values[most] {
				most = i
			}
		}
		parts = append(parts, fmt.Sprintf("%s以%s居多（%s 名）", s.Name, c.Labels[most], s.Label(most)))
	}
	return strings.Join(parts, "，")
}

// tiers says how many there are in each row.
func tiers(c *paper.Chart) string {
	var parts []string
	total := 0.0
	for i, label := range c.Labels {
		n := 0.0
		for _, s := range c.Series {
			n += s.Values[i]
		}
		total += n
		parts = append(parts, fmt.Sprintf("%s %.0f 名", label, n))
	}
	return fmt.Sprintf("储备库 %.0f 名：%s", total, strings.Join(parts, "，"))
}

// cohorts compares the youngest of the first row and of the last.
func cohorts(c *paper.Chart) string {
	s, last := c.Series[len(c.Series)-1], len(c.Labels)-1
	return fmt.Sprintf("提拔重用的干部中%s出生的：%s %s 名，%s %s 名", s.Name, c.Labels[0], s.Label(0), c.Labels[last], s.Label(last))
}

// course says where the first series began and where it has come to.
func course(c *paper.Chart) string {
	s := c.Series[0]
	at := func(i int) string {
		switch {
		case math.IsNaN(s.Values[i]):
			return c.Labels[i] + " 的" + noData
		case c.Unit == "%":
			return c.Labels[i] + " 的 " + decimal(s.Values[i]) + "%"
		}
		return c.Labels[i] + " 的 " + s.Label(i) + " " + c.Unit
	}
	return strings.ReplaceAll(s.Name, " ", "") + "由 " + at(0) + "变为 " + at(len(c.Labels)-1)
}
