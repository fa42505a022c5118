package report

import (
	"slices"
	"testing"

	"huoshui/data/figure"
	"huoshui/data/paper"
)

func TestFill(t *testing.T) {
	f := filler{
		words: map[string]string{"地区": "清源县"},
		figures: map[string]figure.Value{
			"a": {Definition: &figure.Definition{}, Numerator: 17},
			"b": {Definition: &figure.Definition{Share: true}, Numerator: 1, Denominator: 3},
			"c": {Definition: &figure.Definition{}, NoData: true},
		},
	}
	title, body := f.fill("; 说明\n= {地区}汇报\n\n# 一、总体\n正职{a 名}，占{b %}；副职{c 名}，{d 个}班子。\n> 县委：")
	p := paper.Paper{Title: title, Body: body}
	want := "清源县汇报\n一、总体\n正职17名，占33.3%；副职无数据，无数据班子。\n县委：\n"
	if got := p.Text(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := slices.Collect(p.Figures()); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Errorf("figures %v", got)
	}
	if !slices.Equal(f.missing, []string{"副职", "班子"}) {
		t.Errorf("missing %v", f.missing)
	}
}
