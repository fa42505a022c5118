package chart

import (
	"huoshui/app/kit"
)

// Data like those of a county, and harder ones: long names, zeros, gaps.
var (
	bars4 = BarData{
		Items: []Datum{
			{Label: "2023", Value: 6.7, Text: "6.7%"},
			{Label: "2024", Value: 10, Text: "10.0%"},
			{Label: "2025", Value: 13.3, Text: "13.3%"},
			{Label: "2026", Value: 20, Text: "20.0%", Emphasised: true},
		},
		Target: &Target{15, "目标 15%"},
	}
	hbars = BarData{
		Title: "现职不满 36 周岁人数",
		Items: []Datum{
			{Label: "乡镇（街道）", Value: 29},
			{Label: "县直党政机关", Value: 12},
			{Label: "县人大、政协机关", Value: 0},
			{Label: "国有企业和其他各类法人单位", Value: 4, Emphasised: true},
			{Label: "㛃䶮𬭎乡", Missing: true},
		},
		Target: &Target{15, "目标 15"},
	}
	ages = PyramidData{
		Title: "县管干部年龄结构", Left: "男", Right: "女",
		Bands: []PyramidBand{
			{"60岁及以上", Datum{Value: 14}, Datum{Value: 3}},
			{"55–59岁", Datum{Value: 96}, Datum{Value: 22}},
			{"50–54岁", Datum{Value: 150}, Datum{Value: 48}},
			{"45–49岁", Datum{Value: 162}, Datum{Value: 70}},
			{"40–44岁", Datum{Value: 131}, Datum{Value: 78}},
			{"35–39岁", Datum{Value: 98}, Datum{Value: 71}},
			{"31–34岁", Datum{Value: 66}, Datum{Value: 58}},
			{"30岁及以下", Datum{Value: 39}, Datum{Value: 44}},
		},
	}
	lightParts = []StackPart{{"红", kit.ColorLightRed}, {"黄", kit.ColorLightAmber}, {"绿", kit.ColorLightGreen}}
	lights     = StackData{Parts: lightParts, Rows: []StackRow{{Values: []Datum{{Value: 9}, {Value: 16}, {Value: 42}}}}}
	rowsData   = StackData{
		Title: "各类班子", Parts: []StackPart{{Name: "35岁以下"}, {Name: "36—45岁"}, {Name: "46岁以上"}},
		Rows: []StackRow{
			{Label: "乡镇党政", Values: []Datum{{Value: 29}, {Value: 48}, {Value: 31}}, Text: "108"},
			{Label: "县直部门", Values: []Datum{{Value: 1}, {Value: 72}, {Value: 90}}, Text: "163"},
			{Label: "国有企业", Values: []Datum{{Value: 0}, {Value: 4}, {Value: 11}}, Text: "15"},
			{Label: "无人单位", Values: []Datum{{}, {}, {Missing: true}}, Text: "0"},
		},
	}
	trendData = LineData{
		Title: "提拔重用中年轻干部占比",
		Labels: []string{
			"2025.11", "2025.12", "2026.01", "2026.02", "2026.03", "2026.04",
			"2026.05", "2026.06", "2026.07", "2026.08", "2026.09", "2026.10",
		},
		Series: []LineSeries{{Values: []Datum{
			{Value: 31.2, Text: "31.2%"},
			{Value: 32, Text: "32.0%"},
			{Value: 30.1, Text: "30.1%"},
			{Missing: true},
			{Value: 33, Text: "33.0%"},
			{Value: 34.4, Text: "34.4%"},
			{Value: 34.4, Text: "34.4%"},
			{Value: 33.1, Text: "33.1%"},
			{Value: 36, Text: "36.0%"},
			{Value: 36.5, Text: "36.5%"},
			{Value: 38, Text: "38.0%"},
			{Value: 37.5, Text: "37.5%", Emphasised: true},
		}}},
		Target: &Target{40, "底线 40%"},
	}
	two = LineData{
		Title:  "入库与出库",
		Labels: []string{"2026.01", "2026.02", "2026.03", "2026.04", "2026.05", "2026.06"},
		Series: []LineSeries{
			{Name: "入库", Values: []Datum{{Value: 3}, {Value: 5}, {Value: 12}, {Value: 7}, {Value: 0}, {Value: 9}}},
			{Name: "出库", Values: []Datum{{Value: 1}, {Value: 4}, {Value: 2}, {Value: 8}, {Value: 3}, {Value: 8}}},
		},
	}
	degrees = DonutData{
		Title: "全日制学历", Centre: "1,204", Caption: "人",
		Parts: []Datum{
			{Label: "研究生", Value: 108, Text: "108 人　9.0%"},
			{Label: "大学本科", Value: 702, Text: "702 人　58.3%"},
			{Label: "大学专科", Value: 310, Text: "310 人　25.7%"},
			{Label: "中专及以下", Value: 84, Text: "84 人　7.0%"},
		},
	}
	months = BarData{
		Title: "逐月调整人数",
		Items: []Datum{
			{Label: "2025.11", Value: 3},
			{Label: "2025.12", Value: 12},
			{Label: "2026.01", Value: 0},
			{Label: "2026.02", Missing: true},
			{Label: "2026.03", Value: 7},
			{Label: "2026.04", Value: 21},
			{Label: "2026.05", Value: 4},
			{Label: "2026.06", Value: 3},
			{Label: "2026.07", Value: 8},
			{Label: "2026.08", Value: 1},
			{Label: "2026.09", Value: 2},
			{Label: "2026.10", Value: 11, Emphasised: true},
		},
	}
)

// changes go below zero.
var changes = BarData{
	Title: "较上年增减",
	Items: []Datum{
		{Label: "党政正职", Value: -3, Text: "−3"},
		{Label: "党政副职", Value: 5, Text: "+5"},
		{Label: "职级干部", Value: 2, Text: "+2", Emphasised: true},
	},
	Target: &Target{3, "目标 +3"},
}
