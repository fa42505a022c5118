package rule

import (
	"strings"
	"testing"

	"huoshui/data"
)

// sound is a person nothing is to be said about.
func sound() Person {
	return Person{
		Cadre: &data.Cadre{
			Name: "沈嘉怡", Sex: "2", Birth: 198904, Nation: "汉族", NativePlace: "浙江淳安",
			PartyJoined: 200912, WorkStart: 201107, IDNumber: "99010119890412002X",
		},
		Resume: []*data.Resume{
			{Since: 200709, Until: 201107, Text: "浙江大学法学院法学专业学习"},
			{Since: 201107, Until: 201403, Text: "梅林乡党政办科员（选调生）"},
			{Since: 201403, Until: 202305, Text: "县委组织部科员\n（其间：2015.03--2016.01  在省委党校学习）"},
			{Since: 202305, Text: "白鹿乡党委副书记、乡长"},
			{Text: "某县第十五届人大代表"},
		},
		Family: []*data.Family{{Relation: "丈夫", Name: "陈某", Birth: 198803}},
		Appointments: []*data.Appointment{
			{Title: "县委组织部科员", Since: 201403, Until: 202305},
			{Title: "清源县白鹿乡党委副书记、乡长", Main: true, Since: 202305},
		},
	}
}

func TestCheck(t *testing.T) {
	cases := []struct {
		name   string
		change func(*Person)
		want   []string // place: evidence
	}{
		{"sound", func(p *Person) {}, nil},
		{"missing", func(p *Person) { p.Cadre.Nation, p.Cadre.NativePlace = "", "" }, []string{"民族: “民族”未填", "籍贯: “籍贯”未填"}},
		{"long name", func(p *Person) { p.Cadre.Name = "欧阳上官静" }, []string{"姓名: 姓名 5 个字，请核对；少数民族姓名无误即可"}},
		{"name with a point", func(p *Person) { p.Cadre.Name = "买买提·艾力江" }, nil},
		{"party too young", func(p *Person) { p.Cadre.PartyJoined = 200703 }, []string{"入党时间: 出生 1989.04，入党 2007.03，时年 17 岁"}},
		{"party at eighteen", func(p *Person) { p.Cadre.PartyJoined = 200704 }, nil},
		{"party before birth", func(p *Person) { p.Cadre.PartyJoined = 198801 }, []string{"入党时间: 出生 1989.04，入党 1988.01"}},
		{"party in future", func(p *Person) { p.Cadre.PartyJoined = 202701 }, []string{"入党时间: “入党时间” 2027.01 晚于 2026.10"}},
		{"work too young", func(p *Person) { p.Cadre.WorkStart = 200503; p.Resume = p.Resume[3:]; p.Resume[0].Since = 200503 }, []string{"参加工作时间: 出生 1989.04，参加工作 2005.03，时年 15 岁"}},
		{"work before birth", func(p *Person) { p.Cadre.WorkStart = 198001; p.Resume = p.Resume[3:]; p.Resume[0].Since = 198001 }, []string{"参加工作时间: 出生 1989.04，参加工作 1980.01"}},
		{"work in future", func(p *Person) { p.Cadre.WorkStart = 202701; p.Resume, p.Appointments = p.Resume[4:], nil }, []string{"参加工作时间: “参加工作时间” 2027.01 晚于 2026.10", "任职: 没有 2026.10 在任的任职"}},
		{"first work", func(p *Person) { p.Cadre.WorkStart = 201108 }, []string{"参加工作时间: 参加工作时间 2011.08，简历首段工作（第 2 段）起于 2011.07"}},
		{"work with studies beside it", func(p *Person) {
			p.Resume[1].Text = "梅林乡科员（其间：2012.09--2014.06  省委党校研究生学习）"
		}, nil},
		{"check character", func(p *Person) { p.Cadre.IDNumber = "990101198904120027" }, []string{"身份证号: 末位应为 X"}},
		{"letters in number", func(p *Person) { p.Cadre.IDNumber = "99010119890412002A" }, []string{"身份证号: 应为 18 位，末位可为 X，出生日期应存在"}},
		{"no such day", func(p *Person) { p.Cadre.IDNumber = "990101198902300028" }, []string{"身份证号: 应为 18 位，末位可为 X，出生日期应存在"}},
		{"old number", func(p *Person) { p.Cadre.IDNumber = "990101890412002" }, nil},
		{"birth in number", func(p *Person) { p.Cadre.Birth = 198905 }, []string{"出生年月: 出生年月 1989.05，身份证为 1989.04"}},
		{"sex in number", func(p *Person) { p.Cadre.Sex = "1"; p.Family[0].Relation = "妻子" }, []string{"性别: 性别填为男，身份证为女"}},
		{"gap", func(p *Person) { p.Resume[2].Until = 202303 }, []string{"简历第 4 段: 2023.03 至 2023.05 无记录"}},
		{"reversed", func(p *Person) { p.Resume[1].Until = 201007 }, []string{"简历第 2 段: 起月 2011.07 晚于止月 2010.07", "简历第 3 段: 2011.07 至 2014.03 无记录"}},
		{"empty segment", func(p *Person) { p.Resume[2].Text = " " }, []string{"简历第 3 段: 第 3 段没有单位及职务"}},
		{"segment in future", func(p *Person) { p.Resume[3].Until = 202711 }, []string{"简历第 4 段: 2027.11 晚于 2026.10"}},
		{"no resume", func(p *Person) { p.Resume = nil }, []string{"简历: 没有简历"}},
		{"no family", func(p *Person) { p.Family = nil }, []string{"家庭成员: 没有家庭成员"}},
		{"family without name", func(p *Person) { p.Family[0].Name = "" }, []string{"家庭成员第 1 行: 丈夫没有姓名"}},
		{"family without relation", func(p *Person) { p.Family[0].Relation = "" }, []string{"家庭成员第 1 行: 第 1 行没有称谓"}},
		{"family in future", func(p *Person) { p.Family[0].Birth = 202702 }, []string{"家庭成员第 1 行: 丈夫出生 2027.02 晚于 2026.10"}},
		{"term reversed", func(p *Person) { p.Appointments[0].Until = 201303 }, []string{"任职第 1 行: “县委组织部科员”任职 2014.03，免职 2013.03"}},
		{"term as a child", func(p *Person) { p.Appointments[0].Since = 199003 }, []string{"任职第 1 行: “县委组织部科员”任职 1990.03，出生 1989.04"}},
		{"gone but in office", func(p *Person) { p.Cadre.Gone = 202609 }, []string{"任职第 2 行: 离册 2026.09，“清源县白鹿乡党委副书记、乡长”没有免职年月"}},
		{"no post", func(p *Person) { p.Appointments[1].Until = 202609 }, []string{"任职: 没有 2026.10 在任的任职"}},
		{"other post in resume", func(p *Person) { p.Resume[3].Text = "白鹿乡党委书记" }, []string{"简历第 4 段: 末段没有写到在任的“清源县白鹿乡党委副书记、乡长”（任职第 2 行）"}},
		{"doubled post", func(p *Person) {
			p.Appointments = append(p.Appointments, &data.Appointment{Title: p.Appointments[1].Title, Since: 202401})
		}, []string{"任职第 3 行: “清源县白鹿乡党委副书记、乡长”另有一段时间重叠的任职"}},
		{"same post later", func(p *Person) {
			p.Appointments = append(p.Appointments, &data.Appointment{Title: "县委组织部科员", Since: 202305, Until: 202405})
		}, nil},
		{"two main posts", func(p *Person) {
			p.Appointments = append(p.Appointments, &data.Appointment{Title: "乡长", Main: true, Since: 202401})
		}, []string{"任职: 清源县白鹿乡党委副书记、乡长、乡长都标为主要职务"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := sound()
			c.change(&p)
			var got []string
			for _, f := range Check(p, 202610) {
				if f.Rule == "" || f.Field != "" && f.Kind.Field(f.Field) == nil {
					t.Errorf("finding without rule or with an unknown field: %+v", f)
				}
				got = append(got, f.Place()+": "+f.Evidence)
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

// The example the standard itself gives.
func TestCheckCharacterOfTheStandard(t *testing.T) {
	for number, want := range map[string]string{"11010519491231002": "X", "44052418800101001": "4"} {
		if got := checkCharacter(number); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}
