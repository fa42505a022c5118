package data

import (
	"slices"
	"testing"
)

func TestTextsStopAtTheirMonth(t *testing.T) {
	const at, now Month = 202204, 202612
	for text, want := range map[string]string{
		"":             "",
		"无":            "无",
		"2019年获县先进个人。": "2019年获县先进个人。",
		"2024年获市劳动模范。": "",
		"2019年获县先进个人，2024年获市劳动模范。":        "2019年获县先进个人。",
		"2024年获市劳动模范，受到市委表彰。曾获县先进个人。":     "曾获县先进个人。",
		"2022年3月记三等功；2022年5月记二等功":         "2022年3月记三等功",
		"2019.05获奖\n2023.05获奖\n嘉奖两次":      "2019.05获奖\n嘉奖两次",
		"2019年优秀、2021年优秀、2024年优秀":         "2019年优秀、2021年优秀",
		"2019、2023、2024年三次嘉奖。":            "2019年三次嘉奖。",
		"清委〔2024〕5号文表彰":                   "",
		"奖金2050元":                         "奖金2050元",
		"２０２４年获奖":                         "",
		"2018.05—2025.03在某村驻村":            "2018.05—在某村驻村",
		"2018年5月至2025年3月在某村驻村，表现优秀":       "2018年5月起在某村驻村，表现优秀",
		"清源县某局科员（2024年退休）":                "清源县某局科员",
		"公务员（其间：2018.09--2021.07 在某党校学习）": "公务员（其间：2018.09--2021.07 在某党校学习）",
		"20240630记功":            "",
		"20220401记功":            "20220401记功",
		"身份证990101202401011234": "身份证990101202401011234",
	} {
		k := KnownAt(at, now)
		if got := k.Text(text); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
		if got := KnownAt(now, now).Text(text); got != text {
			t.Errorf("now %q is cut to %q", text, got)
		}
	}
}

func TestAppraisalsStopAtTheirYear(t *testing.T) {
	for text, want := range map[string]string{
		"2019、2020、2021年年度考核均为称职。":           "2019、2020、2021年年度考核均为称职。",
		"2020、2021、2022年年度考核均为称职。":           "2020、2021年年度考核均为称职。",
		"2021年、2022年、2023年年度考核均为优秀。":         "2021年年度考核为优秀。",
		"2022、2023年年度考核均为优秀。":                "",
		"2021年年度考核为称职，2022年年度考核为优秀。":         "2021年年度考核为称职。",
		"2020年优秀\n2021年称职\n2022年优秀\n2023年优秀": "2020年优秀\n2021年称职",
	} {
		if got := KnownAt(202204, 202612).Appraisals(text); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestResumeStopsAtItsMonth(t *testing.T) {
	segments := []ResumeSegment{
		{201207, 201605, "清源县某局科员"},
		{201605, 202506, "清源县某镇副镇长\n（其间：2019.09--2024.07  在省委党校学习）"},
		{202506, 0, "清源县某镇镇长"},
		{0, 0, "2024年当选县人大代表"},
		{0, 0, "县第十届党代表"},
	}
	want := []ResumeSegment{
		{201207, 201605, "清源县某局科员"},
		{201605, 0, "清源县某镇副镇长\n（其间：2019.09--  在省委党校学习）"},
		{0, 0, "县第十届党代表"},
	}
	if got := KnownAt(202204, 202612).Resume(segments); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	// The post that a decision gives is not in the résumé it is decided by.
	if got := KnownBefore(20250612, 202506).Resume(segments[:3]); len(got) != 2 || got[1].To != 0 {
		t.Errorf("%q", got)
	}
}

func TestADecisionKnowsTheDayBefore(t *testing.T) {
	k := KnownBefore(20250612, 202506)
	if !k.HasDay(20250611) || k.HasDay(20250612) || k.Has(202506) || !k.Has(202505) {
		t.Error(k)
	}
	if got := k.Text("2025年6月5日记功，2025年6月12日记功，2025年6月记功"); got != "2025年6月5日记功" {
		t.Error(got)
	}
}

func TestAFormFilledInLaterProposesNothing(t *testing.T) {
	c := &Cadre{
		Name: "王一", IDNumber: "990101202401011234", Birth: 198001, PartyJoined: 202301, FilledAt: "20260630", AgeAsOf: "202606", RetireMonth: 204201,
		Proposed: "某局局长", Reason: "工作需要", ProTitle: "2024年任高级工程师", Gone: 202612, Rewards: "2019年嘉奖",
	}
	then := KnownAt(202204, 202612).Cadre(c)
	if then.Proposed != "" || then.Reason != "" || then.PartyJoined != 0 || then.FilledAt != "" || then.AgeAsOf != "" || then.ProTitle != "" || then.Gone != 0 {
		t.Errorf("%+v", then)
	}
	if then.IDNumber != c.IDNumber || then.Birth != c.Birth || then.RetireMonth != c.RetireMonth || then.Rewards != "2019年嘉奖" {
		t.Errorf("%+v", then)
	}
	if c.Proposed == "" {
		t.Error("the record itself was changed")
	}
}

func FuzzKnownText(f *testing.F) {
	f.Add("2019年获县先进个人，2024年获市劳动模范。")
	f.Add("2018年5月至2025年3月（2024.１2）、2023、2024年均")
	f.Fuzz(func(t *testing.T, text string) {
		k := KnownAt(202204, 202612)
		got := k.Text(text)
		for _, s := range stamps(halfDigits(got)) {
			if k.later(s) {
				t.Errorf("%q still names a later date in %q", text, got)
			}
		}
	})
}
