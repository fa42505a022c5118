package exchange_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/officetest"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// town is a town and a bureau with their posts, and two who hold some of them.
func town(t *testing.T) *store.Store {
	return storetest.Open(t,
		&data.Unit{ID: "u1", Name: "清源县青石镇", Short: "青石镇", Kind: "31"},
		&data.Unit{ID: "u2", Name: "清源县财政局", Short: "县财政局", Kind: "22"},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Level: "1A41"},
		&data.Post{ID: "p2", Unit: "u1", Name: "党委副书记、镇长", Level: "1A41"},
		&data.Post{ID: "p3", Unit: "u2", Name: "党组书记、局长", Level: "1A41"},
		&data.Cadre{ID: "c1", Name: "沈嘉怡", Sex: "2", Birth: 198904},
		&data.Cadre{ID: "c2", Name: "王伟", Sex: "1", Birth: 199001},
		&data.Appointment{ID: "a1", Cadre: "c1", Unit: "u1", Post: "p1", Title: "清源县青石镇党委书记", Main: true, Since: 202105},
		&data.Appointment{ID: "a2", Cadre: "c2", Unit: "u1", Post: "p2", Title: "中共清源县青石镇委员会副书记、镇长", Main: true, Since: 202003},
	)
}

// workbook has openpyxl write a roster; script fills in the sheet ws.
func workbook(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "干部名册.xlsx")
	officetest.Python(t, "openpyxl", "import sys, datetime\nfrom openpyxl import Workbook\nwb = Workbook()\nws = wb.active\n"+
		"day = datetime.date\n"+script+"\nwb.save(sys.argv[1])\n", path)
	return path
}

// printed is a roster as offices keep it: a title across the columns, a heading
// of two lines, units merged over their people, dates of every sort.
const printed = `
ws.append(['清源县2026年干部名册'])
ws.merge_cells('A1:L1')
ws.append(['序号', '单位', '职务', '姓  名', '性别', '出生\n年月', '全日制教育', None, '任现职\n时间', '职级', '任现职级时间', '备注'])
ws.append([None, None, None, None, None, None, '学历学位', '毕业院校及专业'])
ws.merge_cells('G2:H2')
for c in 'ABCDEFIJKL':
    ws.merge_cells(c + '2:' + c + '3')
ws.append([1, '青石镇', '党委书记', '沈嘉怡', '女', '1989-04', '大学 法学学士', '某大学法学专业', '2021.05', '四级调研员', day(2023, 6, 1), ''])
ws.append([2, None, '党委副书记、镇长', '王  伟', '男', day(1990, 1, 15), '', '', '2020.08', '', '', ''])
ws.merge_cells('B4:B5')
ws.append([3, '县财政局', '党组书记、局长，县政协委员', '赵六', '男', 198503, '', '', '202203', '', '', '代表'])
ws.append([4, '县住建局', '局长', '孙七', '女', '1985.03', '', '', '', '', '2020.01', ''])
ws.append(['填表人：某某'])
`

// differences lists differences as “label: before→after”.
func differences(item *exchange.Item) string {
	var all []string
	for _, d := range item.Differences {
		all = append(all, d.Label+"："+d.Before+"→"+d.After)
	}
	return strings.Join(all, "；")
}

func TestPostsOfARoster(t *testing.T) {
	s, path := town(t), workbook(t, printed)
	p := read(t, s, path)
	if len(p.Items) != 4 || len(p.Refused) != 0 {
		t.Fatal(len(p.Items), p.Refused)
	}
	want := []struct {
		state exchange.State
		told  string
	}{
		{exchange.Changed, "全日制学历：→大学；全日制学位：→法学学士；全日制学历院校系及专业：→某大学法学专业；职级：→四级调研员（2023.06起）"},
		{exchange.Changed, "任现职时间：2020.03→2020.08"},
		{exchange.New, ""},
		{exchange.New, ""},
	}
	for i, w := range want {
		if item := p.Items[i]; item.State != w.state || differences(item) != w.told || len(item.Doubts) > 0 {
			t.Errorf("%s: %s %s %v", item.Name, item.State, differences(item), item.Doubts)
		}
	}
	var open []string
	for _, u := range p.Unsettled() {
		open = append(open, u.Title+" "+strings.Join(u.People, " "))
	}
	if got := strings.Join(open, "；"); got != "县政协委员 赵六；县住建局局长 孙七" {
		t.Error(got)
	}
	var unread []string
	for _, u := range p.Unread {
		unread = append(unread, u.Reason)
	}
	if got := strings.Join(unread, "；"); got != "这些列没有对应的项目，不导入：备注；有 1 人只有职级或只有任现职级时间，这一项不导入" {
		t.Error(got)
	}
	if n := len(storetest.All[data.Appointment](t, s)); n != 2 {
		t.Fatal("something was written before it was decided:", n)
	}
	write(t, s, p)
	checkRoster(t, s)
	again := read(t, s, path)
	if again.Count(exchange.Same) != 4 || len(again.Unsettled()) != 0 {
		for _, item := range again.Items {
			t.Error(item.Name, item.State, differences(item))
		}
	}
}

func checkRoster(t *testing.T, s *store.Store) {
	t.Helper()
	names := map[string]string{}
	for _, c := range storetest.All[data.Cadre](t, s) {
		names[c.ID] = c.Name + " " + c.Birth.String()
	}
	var got []string
	for _, a := range storetest.All[data.Appointment](t, s) {
		got = append(got, strings.Join([]string{names[string(a.Cadre)], string(a.Post), a.Title, a.Since.String(), a.Until.String()}, " "))
	}
	slices.Sort(got)
	want := []string{
		"孙七 1985.03  县住建局局长  ",
		"沈嘉怡 1989.04 p1 清源县青石镇党委书记 2021.05 ",
		"王伟 1990.01 p2 中共清源县青石镇委员会副书记、镇长 2020.08 ",
		"赵六 1985.03  县政协委员 2022.03 ",
		"赵六 1985.03 p3 县财政局党组书记、局长 2022.03 ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	ranks := storetest.All[data.Promotion](t, s)
	if len(ranks) != 1 || ranks[0].Cadre != "c1" || ranks[0].Grade != "06" || ranks[0].Since != 202306 {
		t.Error(ranks)
	}
	if n := len(storetest.All[data.Original](t, s)); n != 0 {
		t.Error("a row was kept as a form:", n)
	}
}

// What contradicts the records is shown and stays undone until it is decided;
// then the old post ends where the new one begins.
func TestARosterThatContradictsTheRecords(t *testing.T) {
	s := town(t)
	path := workbook(t, `
ws.append(['现任职务', '任现职时间', '出生年月', '姓名', '任现职级时间', '职级'])
ws.append(['清源县财政局党组书记、局长', '2026.03', '198904', '沈嘉怡', '', ''])
ws.append(['青石镇镇长、党委副书记', '2020.03', '1990.01', '王伟', '2019.01', '一级主任科员'])
ws.append(['清源县青石镇副镇长', '2027.01', '1991.02', '周八', '', ''])
`)
	storetest.Put(t, s, &data.Promotion{ID: "g1", Cadre: "c2", Grade: "07", Since: 201906})
	p := read(t, s, path)
	if got := differences(p.Items[0]); got != "现任职务：清源县青石镇党委书记→清源县财政局党组书记、局长" {
		t.Error(got)
	}
	if got := differences(p.Items[1]); got != "职级：一级主任科员（2019.06起）→一级主任科员（2019.01起）" {
		t.Error(got)
	}
	if got := strings.Join(p.Items[2].Doubts, ""); got != "任现职时间 2027.01 晚于本月，留空" {
		t.Error(got)
	}
	if a, err := store.Get[data.Appointment](t.Context(), s, "a1"); err != nil || a.Until != 0 {
		t.Fatal(a, err)
	}
	change := write(t, s, p)
	ended, err := store.Get[data.Appointment](t.Context(), s, "a1")
	if err != nil || ended.Until != 202603 {
		t.Error(ended, err)
	}
	if ranks := storetest.All[data.Promotion](t, s); len(ranks) != 1 || ranks[0].Since != 201901 {
		t.Error(ranks)
	}
	if n := len(storetest.All[data.Appointment](t, s)); n != 4 {
		t.Error(n)
	}
	if again := read(t, s, path); again.Count(exchange.Same) != 3 {
		t.Error(again.Count(exchange.Changed), again.Count(exchange.New))
	}
	if _, err := s.TakeBack(t.Context(), store.Act{Who: "测试", What: "撤回"}, change); err != nil {
		t.Fatal(err)
	}
	if n := len(storetest.All[data.Appointment](t, s)); n != 2 {
		t.Error(n)
	}
}

// The unit above a group is that of a post that does not name one; rows that
// tell one person twice, nobody or nonsense are said.
func TestGroupsAndFlawsOfARoster(t *testing.T) {
	s := town(t)
	path := workbook(t, `
ws.append(['姓名', '现任职务', '出生年月', '身份证号'])
ws.append(['青石镇'])
ws.merge_cells('A2:D2')
ws.append(['吴九', '党委书记', '1985年3月\n（41岁）', '无'])
ws.append(['郑十', '清源县财政局党组书记、局长', '去年', ''])
ws.append(['', '党委委员', '1990.1', ''])
ws.append(['王伟', '副镇长', '', ''])
ws.append(['吴九', '党委书记', '1985-3', ''])
`)
	p := read(t, s, path)
	var got []string
	for _, r := range p.Refused {
		got = append(got, r.Where()+" "+r.Reason)
	}
	want := []string{
		"干部名册.xlsx 第 4 行 出生年月 “去年”不是年月，应如 1990.01",
		"干部名册.xlsx 第 5 行 姓名 请填写“姓名”",
		"干部名册.xlsx 第 7 行 与“干部名册.xlsx 第 3 行”是同一个人，只导入前一份",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(p.Items) != 2 || p.Items[0].State != exchange.New || p.Items[1].State != exchange.Ask || len(p.Unsettled()) != 0 {
		t.Fatal(states(p), p.Unsettled())
	}
	write(t, s, p)
	made, err := store.Find[data.Appointment](t.Context(), s, store.Where("title", "青石镇党委书记"))
	if err != nil || len(made) != 1 || made[0].Post != "p1" {
		t.Error(made, err)
	}
}

// What is no roster is refused with a sentence.
func TestTablesThatAreNoRosters(t *testing.T) {
	s := town(t)
	for want, script := range map[string]string{
		"没有认出":   "ws.append(['品名', '数量'])\nws.append(['桌子', 3])",
		"“姓名”一列": "ws.append(['性别', '出生年月'])\nws.append(['男', '1990.01'])",
	} {
		p := read(t, s, workbook(t, script))
		if len(p.Refused) != 1 || !strings.Contains(p.Refused[0].Reason, want) {
			t.Error(want, p.Refused)
		}
	}
}

func FuzzRoster(f *testing.F) {
	f.Add("姓名\t单位\t现任职务\t任现职时间\t职级\t任现职级时间\n沈嘉怡\t青石镇\t党委书记，兼县政协委员\t2021.05\t四级调研员\t2023.06")
	f.Add("姓名\t全日制教育学历学位\t编号\n王伟\t大学 法学学士\tc2")
	s := storetest.Open(f, &data.Unit{ID: "u1", Name: "清源县青石镇", Short: "青石镇", Kind: "31"}, &data.Cadre{ID: "c2", Name: "王伟"})
	path := filepath.Join(f.TempDir(), "名册.xlsx")
	f.Fuzz(func(t *testing.T, text string) {
		book := excelize.NewFile()
		defer book.Close()
		for y, line := range strings.Split(text, "\n") {
			for x, cell := range strings.Split(line, "\t") {
				at, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err != nil || book.SetCellStr("Sheet1", at, cell) != nil {
					t.Skip()
				}
			}
		}
		if err := book.SaveAs(path); err != nil {
			t.Skip()
		}
		p, err := exchange.Read(t.Context(), s, data.Office{Place: "清源县", Level: data.County}, at, []string{path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range p.Items {
			if item.Name == "" || item.State == "" {
				t.Error(item)
			}
		}
	})
}
