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

func TestSegments(t *testing.T) {
	number := func(n int) figure.Value { return figure.Value{Definition: &figure.Definition{}, Numerator: n} }
	f := filler{
		words: map[string]string{"本级": "县", "尚需": "0", "还缺": "无数据"},
		figures: map[string]figure.Value{
			"a": number(3), "b": number(2), "zero": number(0),
			"share": {Definition: &figure.Definition{Share: true}, Denominator: 5},
			"none":  {Definition: &figure.Definition{}, NoData: true},
		},
	}
	for _, c := range []struct{ text, printed, told string }{
		{"〔县：县里〕〔市：市里〕。", "县里。", "县里。"},
		{"〔有数：有{zero 名}〕〔有数：有{none 名}〕。", "有0名。", "有0名。"},
		{"〔县或有数：{none 名}〕〔市或有数：{none 名}〕〔市或有数：{a 名}〕", "无数据3名", "无数据3名"},
		{"共{a 名}〔不为零：，女{b 名}〕〔不为零：，占{share %}〕〔不为零：，缺{none 名}〕。", "共3名，女2名。", "共3名，女2名，占0.0%，缺无数据。"},
		{"共{a 名}〔其中：甲{zero 名}、乙{b 名}、丙{none 名}、丁{a 名}〕。", "共3名，其中乙2名、丁3名。", "共3名甲0名、乙2名、丙无数据、丁3名。"},
		{"共{a 名}〔其中：甲{zero 名}、乙{none 名}〕。", "共3名。", "共3名甲0名、乙无数据。"},
		{"〔其中：跨台阶、越级{b 例}、跨级、破格{zero 例}〕", "，其中跨台阶、越级2例", "跨台阶、越级2例、跨级、破格0例"},
		{"〔其中：甲{a 名}〔不为零：（含{b 名}）〕、乙{b 名}〔不为零：（含{zero 名}）〕〕", "，其中甲3名（含2名）、乙2名", "甲3名（含2名）、乙2名（含0名）"},
		{"〔为零{zero}：没有｜有{zero 名}〕，〔为零{a}：没有｜有{a 名}〕，〔为零{none}：没有｜有{none 名}〕", "没有，有3名，有无数据", "有0名，有3名，有无数据"},
		{"〔为零{尚需}：已达到〕〔不为零：尚需{尚需}名〕〔不为零：还缺{还缺}名〕", "已达到", "尚需0名还缺无数据名"},
		{"〔有数：镇里〔为零{zero}：没有｜{zero 名}〕，〔不为零：{none 名}〕〕。", "。", "。"}, // none within is looked at too
		{"清委发〔2026〕5号，〔县：〔2026〕6号〕。", "清委发〔2026〕5号，〔2026〕6号。", "清委发〔2026〕5号，〔2026〕6号。"},
		{"〔县：没有关上", "〔县：没有关上", "〔县：没有关上"},
	} {
		if got := f.plain(f.chosen(c.text)); got != c.printed {
			t.Errorf("%s prints %q, not %q", c.text, got, c.printed)
		}
		if got := f.plain(f.told(c.text)); got != c.told {
			t.Errorf("%s tells %q, not %q", c.text, got, c.told)
		}
	}
}
