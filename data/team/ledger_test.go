package team_test

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/team"
)

// told is a ledger in lines.
func told(l *team.Ledger) string {
	var b strings.Builder
	fmt.Fprintf(&b, "核定%d 实配%d 空缺%d 平均%.2f %s\n", l.Approved, l.Filled, l.Vacant, l.MeanAge, l.Verdict.Color.Word())
	for _, s := range l.Structure {
		b.WriteString(s.Label)
		for _, g := range s.Groups {
			if len(g.Who) > 0 {
				fmt.Fprintf(&b, " %s%d", g.Label, len(g.Who))
			}
		}
		b.WriteString("\n")
	}
	for _, s := range l.Standings {
		fmt.Fprintf(&b, "%s %d/%d/%d\n", s.Target.Name, s.Need, s.Have, s.Missing)
	}
	for _, r := range l.Retiring {
		fmt.Fprintf(&b, "到龄 %s %s %d年内\n", r.Member.Cadre.Name, r.At, r.Within)
	}
	for _, g := range l.Gaps {
		b.WriteString(g.String() + "\n")
	}
	return b.String()
}

// TestLedger: 子局 at 2026.06. 子局长 was born in 1966.04 and is 60 years and 2
// months old, 子副 in 1992.01 and is 34 years and 5 months: 47.29 on the average.
// He retires in 2026.08. Neither has worked in a township; the specialities are
// not filled in; both are university graduates.
func TestLedger(t *testing.T) {
	s, source := open(t, when,
		&data.Evaluation{ID: "早", Name: "2025年下半年", At: 202512}, &data.Evaluation{ID: "晚", Name: "2026年下半年", At: 202612},
		&data.Light{Evaluation: "早", Unit: "子局", Color: "3"}, &data.Light{Evaluation: "晚", Unit: "子局", Color: "1"},
		&data.Research{Unit: "子局", Held: 20260301, Weak: "年龄偏大"}, &data.Research{Unit: "子局", Held: 20260801, Weak: "后来的"},
		&data.Letter{Evaluation: "早", Unit: "子局", Issued: 20260115}, &data.Letter{Evaluation: "早", Unit: "甲镇", Issued: 20260115},
	)
	l, err := team.LedgerOf(t.Context(), source, "子局", when)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "ledger", told(l), `核定2 实配2 空缺0 平均47.29 红
年龄 31–35岁1 60岁及以上1
性别 男2
政治面貌 中共党员2
学历 大学本科2
任现职年限 5–10年2
乡镇工作经历 无2
35岁左右占15% 1/1/0
到龄 子局长 2026.08 1年内
缺乡镇工作经历：实配2名，在乡镇（街道）任职满24个月的没有，缺1名
缺经济类专业：实配2名，熟悉经济类专业的没有，缺1名
缺法律类专业：实配2名，熟悉法律的没有，缺1名
缺研究生学历成员：实配2名，研究生没有，缺1名
`)
	if len(l.Past) != 1 || l.Past[0].Light.Color != "3" || len(l.Research) != 1 || l.Research[0].Weak != "年龄偏大" || len(l.Letters) != 1 {
		t.Errorf("%+v %+v %+v", l.Past, l.Research, l.Letters)
	}
	// A month ahead, when he is gone, the post is vacant and 子副 alone.
	if l, err = team.LedgerOf(t.Context(), sourceAt(t, s, 202608), "子局", 202608); err != nil || l.Vacant != 1 || l.Filled != 1 || len(l.Research) != 2 {
		t.Error(l, err)
	}
}

// TestSuggestions: 丁镇 has no mayor. Deputies and members of the towns, at the
// level below, have been there since 2020.01, long enough; who leads elsewhere
// could come as well, but those in the team as principals do not. 癸委 is in the
// reserve and has three excellent appraisals: he stands first. 甲委 is frozen by
// an admonition and is not put forward; nor is 子局长, who retires, nor 癸副, who has
// been mayor there.
func TestSuggestions(t *testing.T) {
	more := []any{
		&data.Reserve{Cadre: "癸委", Tier: "3", Since: 202401},
		&data.Discipline{Cadre: "甲委", Kind: "11", Decided: 20260301, Ends: 20260831},
		&data.Reserve{Cadre: "癸副", Tier: "3", Since: 202401},
		&data.Appointment{Cadre: "癸副", Unit: "丁镇", Post: "丁镇镇长", Title: "丁镇镇长", Since: 201801, Until: 202001},
	}
	for year := 2023; year <= 2025; year++ {
		more = append(more, &data.Appraisal{Cadre: "癸委", Year: year, Grade: "1"})
	}
	_, source := open(t, when, more...)
	l, err := team.LedgerOf(t.Context(), source, "丁镇", when)
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Suggestions) != 1 || l.Suggestions[0].Post.Name != "镇长" || l.Suggestions[0].Why != "空缺1个" {
		t.Fatalf("%+v", l.Suggestions)
	}
	s := l.Suggestions[0]
	if !strings.HasPrefix(s.Profile, "优先选配：") || len(s.Prospects) == 0 {
		t.Fatalf("%+v", s)
	}
	for _, p := range s.Prospects {
		total, of := 0, 0
		for _, part := range p.Parts {
			total += part.Score
			of += part.Of
			if part.Said == "" || part.Score > part.Of {
				t.Errorf("%+v", part)
			}
		}
		if p.Score != total*100/of || len(p.For)+len(p.Against) < len(p.Parts) || len(p.Checks) == 0 {
			t.Errorf("%+v", p)
		}
		for _, never := range []string{"甲委", "子局长", "丁书记", "癸副"} {
			if p.Cadre.Name == never {
				t.Errorf("%s is put forward", never)
			}
		}
	}
	// 甲副 is one of the two young ones 甲镇 needs and its only woman.
	for _, p := range s.Prospects {
		if p.Cadre.Name == "甲副" && !strings.Contains(strings.Join(p.Against, "；"), "离开后甲镇“35岁以下占30%”缺1名；离开后甲镇“女干部至少1名”缺1名") {
			t.Errorf("%+v", p.Against)
		}
	}
	if first := s.Prospects[0]; first.Cadre.Name != "癸委" || !first.InReserve {
		t.Errorf("%s stands first with %d: %+v", first.Cadre.Name, first.Score, first.Parts)
	}
}

// TestSuggestionWithoutVacancy: 癸镇 is full and lacks a woman and somebody under
// 31; who has been there the longest of those who add nothing may be exchanged.
func TestSuggestionWithoutVacancy(t *testing.T) {
	_, source := open(t, when)
	l, err := team.LedgerOf(t.Context(), source, "癸镇", when)
	if err != nil || len(l.Suggestions) != 1 {
		t.Fatal(l, err)
	}
	s := l.Suggestions[0]
	if s.Post.Name != "副书记" || !strings.Contains(s.Why, "癸副任现职6年5个月") || !strings.HasPrefix(s.Profile, "优先选配：不满31岁的干部；女干部") {
		t.Errorf("%s %s %s", s.Post.Name, s.Why, s.Profile)
	}
}
