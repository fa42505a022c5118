package papertest

import (
	"fmt"

	"huoshui/data/paper"
)

// Deck has a slide of every sort: cards alone, cards beside a chart, charts side
// by side, a table, teams enough for several slides, and all of it at once.
func Deck() *paper.Deck {
	ages := paper.Chart{
		Caption: "年龄结构", Form: paper.Stacked, Unit: "人", Labels: []string{"35岁及以下", "36–40岁", "41岁及以上"},
		Series: []paper.Series{{Name: "正职", Values: []float64{8, 11, 11}}, {Name: "副职", Values: []float64{70, 20, 14}}},
	}
	pyramid := paper.Chart{
		Caption: "年龄、性别构成", Form: paper.Pyramid, Unit: "人", Labels: []string{"35岁及以下", "36岁及以上"},
		Series: []paper.Series{{Name: "男", Values: []float64{61, 238}}, {Name: "女", Values: []float64{29, 89}}},
	}
	var cards []paper.Card
	for i := range 8 {
		cards = append(cards, paper.Card{
			Label: fmt.Sprintf("指标%d", i+1), Text: fmt.Sprint(100 + i), Unit: "名", Change: "占 26.7%，较上年提高 6.7 个百分点",
			Figure: fmt.Sprintf("m0.%d", i+1), Lead: i == 0,
		})
	}
	cards = append(cards, paper.Card{Label: "印发反馈函", Text: "无数据", Figure: "m1.1.letters"})
	table := Staffing()
	return &paper.Deck{
		Title: "清江县优秀年轻干部\n工作情况汇报", Subtitle: "时点：2026年6月", Sign: "中共清江县委组织部", Date: "2026年7月1日", Made: made,
		Slides: []paper.Slide{
			{Section: "总体情况", Title: "县管党政正职 86 名", Cards: cards[:5], Note: "时点：2026年6月", Remarks: []string{"口径：任职：符合 管理党政正职"}},
			{Section: "一、压实责任", Title: "八个指标，一张放不下", Cards: cards},
			{Section: "一、压实责任", Title: "乡镇党政正职35岁以下 8 名，占 26.7%，较上年提高 6.7 个百分点，其中党委书记 1 名", Cards: cards[:3], Charts: []paper.Chart{ages}},
			{Title: "两张图", Charts: []paper.Chart{ages, pyramid}},
			{Title: "班子配备", Table: &table, Note: "注：职数为核定数"},
			{Title: "评价", Lights: Lights(97)},
			{Title: "都有", Cards: cards[:4], Table: &table, Lights: Lights(4)},
		},
	}
}

// Lights makes n teams.
func Lights(n int) []paper.Light {
	list := make([]paper.Light, n)
	for i := range list {
		list[i] = paper.Light{Team: fmt.Sprint(i), Name: fmt.Sprintf("第%d乡镇人民政府街道办", i+1), Word: []string{"红", "黄", "绿"}[i%3], Note: "缺 1 名"}
	}
	return list
}
