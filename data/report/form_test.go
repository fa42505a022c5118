package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

// formsOf are the forms of a paper, two for each person.
func formsOf(p *paper.Paper) []paper.Form {
	var forms []paper.Form
	for _, b := range p.Body {
		if f, ok := b.(paper.Form); ok {
			forms = append(forms, f)
		}
	}
	return forms
}

// beside is the text of the cell to the right of a label.
func beside(t *testing.T, f paper.Form, label string) string {
	t.Helper()
	places, err := f.Places()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range places {
		if strings.NewReplacer("\n", "", " ", "", "　", "").Replace(p.Cell.Text) != label {
			continue
		}
		for _, q := range places {
			if q.Column == p.Column+p.Columns && q.Row <= p.Row && p.Row < q.Row+q.Rows {
				return q.Cell.Text
			}
		}
	}
	t.Fatalf("no cell %s", label)
	return ""
}

// Grids and heights are those of the official templates.
func TestFormGrid(t *testing.T) {
	s := town(t)
	for _, c := range []struct {
		option               string
		width, front, back   int
		left, top2, rowThree int
	}{
		{"", 11907, 709 + 692 + 680 + 709 + 4*346 + 3*709 + 7133, 1418 + 1021 + 1361 + 646 + 7*697 + 1332 + 737 + 2019, 1247, 1621, 709},
		{report.FormA42025, 11907, 709 + 692 + 680 + 680 + 4*346 + 3*709 + 7133, 1418 + 1021 + 1361 + 646 + 7*697 + 1332 + 737 + 2019, 1247, 1576, 680},
		{report.FormB5, 10318, 624 + 601*3 + 4*295 + 3*624 + 6163, 1191 + 907 + 1157 + 595 + 7*601 + 1077 + 703 + 1786, 1106, 1372, 601},
	} {
		p := made(t, s, "form", report.Order{IDs: []string{"c1", "c2"}, Option: c.option})
		forms := formsOf(p)
		if len(forms) != 4 || len(p.Body) != 7 {
			t.Fatalf("%s: %d forms in %d blocks", c.option, len(forms), len(p.Body))
		}
		height := func(f paper.Form) (sum int) {
			for _, r := range f.Rows {
				sum += r.Height
			}
			return sum
		}
		if height(forms[0]) != c.front || height(forms[1]) != c.back || forms[0].Rows[3].Height != c.rowThree {
			t.Errorf("%s: heights %d and %d", c.option, height(forms[0]), height(forms[1]))
		}
		page := p.First()
		back := *p.Body[1].(paper.PageBreak).Page
		if page.Width != c.width || page.Left != c.left || back.Top != c.top2 || !page.Unnumbered || !back.Unnumbered {
			t.Errorf("%s: pages %v %v", c.option, page, back)
		}
		for i, f := range forms {
			on := []paper.Page{page, back}[i%2]
			width := 0
			for _, w := range f.Columns {
				width += w
			}
			title := 0
			if f.Title != "" {
				title = 900
			}
			if width > on.TextWidth() || height(f)+title > on.TextHeight() {
				t.Errorf("%s: form %d is %d by %d on %d by %d", c.option, i, width, height(f), on.TextWidth(), on.TextHeight())
			}
		}
	}
}

func TestFormText(t *testing.T) {
	s := town(t)
	storetest.Put(t, s,
		&data.Resume{Cadre: "c1", Sort: 1, Since: 200809, Until: 201207, Text: "江东大学法学院法学专业学习"},
		&data.Resume{Cadre: "c1", Sort: 2, Since: 201207, Text: "清源县白鹿镇科员\n（其间：2015.03--2015.09  在县委组织部跟班学习）"},
		&data.Reward{Cadre: "c1", Held: 20240105, Kind: "1", Name: "县先进工作者"},
		&data.Reward{Cadre: "c1", Held: 20260905, Kind: "1", Name: "此后的奖励"},
		&data.Appraisal{Cadre: "c1", Year: 2022, Grade: "1"},
		&data.Appraisal{Cadre: "c1", Year: 2023, Grade: "2"},
		&data.Appraisal{Cadre: "c1", Year: 2024, Grade: "2"},
		&data.Appraisal{Cadre: "c1", Year: 2025, Grade: "2"},
		&data.Family{Cadre: "c1", Sort: 1, Relation: "丈夫", Name: "王强", Birth: 198909, Politics: "中共党员", Post: "县医院医生"},
		&data.Family{Cadre: "c1", Sort: 2, Relation: "父亲", Name: "沈山", Birth: 196001, Post: "县供电公司职工（已去世）"},
	)
	grade := data.ListNamed("appraisal_grade").Label("2")
	forms := formsOf(made(t, s, "form", report.Order{IDs: []string{"c1"}, Option: report.FormA42025}))
	front, back := forms[0], forms[1]
	for label, want := range map[string]string{
		"姓名": "沈嘉怡", "出生年月（岁）": "1990.04\n（36岁）", "入党时间": "2011.06", "参加工作时间": "2012.07",
		"到龄时间": "2048.04\n（58岁）", // a woman of 55: delayed by 36 months at most
		"健康状况": "健康", "专业技术职务": "经济师", "现任职务": "清源县财政局局长", "拟任职务": "",
		"简历": "2008.09--2012.07  江东大学法学院法学专业学习\n2012.07--         清源县白鹿镇科员\n                  （其间：2015.03--2015.09  在县委组织部跟班学习）",
	} {
		if got := beside(t, front, label); got != want {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
	}
	for label, want := range map[string]string{
		"奖惩情况": "2024年1月，获县先进工作者。", "年核度结考果": "2023、2024、2025年年度考核均为" + grade + "。", "丈夫": "王强", "王强": "36", "沈山": "",
	} {
		if got := beside(t, back, label); got != want {
			t.Errorf("%s: %q, want %q", label, got, want)
		}
	}
	if forms[0].Title != "干 部 任 免 审 批 表" || !slices.ContainsFunc(front.Rows[len(front.Rows)-1].Cells, func(c paper.FormCell) bool { return c.Hang == 9 }) {
		t.Error("title or résumé is not as the form has it")
	}
}

// A school for both lines is parted when it is long; without a degree the two
// lines are one.
func TestFormEducation(t *testing.T) {
	s := storetest.Open(
		t,
		&data.Cadre{ID: "c1", Name: "甲", FullEdu: "大学", FullDegree: "法学学士", FullSchool: "江东师范大学汉语言文学专业学习", PartEdu: "中央党校研究生", PartSchool: "江东省委党校公共管理专业"},
		&data.Cadre{ID: "c2", Name: "乙", FullEdu: "大学", FullDegree: "法学学士", FullSchool: "江东大学法学", PartEdu: "研究生", PartDegree: "法学硕士", PartSchool: "甲大学", PartSchool2: "乙大学"},
	)
	for id, want := range map[string]string{
		"c1": "大学|江东师范大学|法学学士|汉语言文学专业学习|中央党校研究生|江东省委党校公共管理专业",
		"c2": "大学|江东大学法学|法学学士|研究生|甲大学|法学硕士|乙大学",
	} {
		f := formsOf(made(t, s, "form", report.Order{ID: id}))[0]
		var got []string
		for _, row := range f.Rows[4:8] {
			for _, c := range row.Cells {
				if text := strings.ReplaceAll(c.Text, "\n", ""); !strings.Contains("学　历学　位全日制教　育在　职教　育毕业院校系及专业", text) {
					got = append(got, text)
				}
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s", id, strings.Join(got, "|"))
		}
	}
}

// More relations than the form has lines share its space.
func TestFormOfALargeFamily(t *testing.T) {
	s := town(t)
	for i := range 10 {
		storetest.Put(t, s, &data.Family{Cadre: "c1", Sort: i, Relation: "哥哥", Name: fmt.Sprint("沈", i)})
	}
	back := formsOf(made(t, s, "form", report.Order{ID: "c1"}))[1]
	if got := back.Rows[4].Height; got != 697*7/10 {
		t.Errorf("rows of %d", got)
	}
	if got := beside(t, back, "沈9"); got != "" {
		t.Errorf("age %s", got)
	}
}
