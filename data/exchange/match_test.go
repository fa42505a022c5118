package exchange_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// states reads a folder and tells of each file what becomes of it.
func states(p *exchange.Proposal) map[string]exchange.State {
	found := map[string]exchange.State{}
	for _, r := range p.Refused {
		found[r.File] = "不能导入"
	}
	for _, item := range p.Items {
		found[item.File] = item.State
	}
	return found
}

const (
	numberA = "990101197001011236"
	numberB = "990101197001013375"
)

// Two files of one import, both about somebody new: they are written as two
// people only where that is plain.
func TestTwinsInOneImport(t *testing.T) {
	const taken exchange.State = "不能导入"
	for name, c := range map[string]struct {
		a, b map[string]string
		want exchange.State // of b.lrmx
	}{
		"the same again":             {nil, nil, taken},
		"another version":            {nil, map[string]string{lrmx.TagHealth: "健康"}, exchange.Ask},
		"one without a number":       {map[string]string{lrmx.TagIDNumber: numberA}, map[string]string{lrmx.TagHealth: "健康"}, exchange.Ask},
		"another number":             {map[string]string{lrmx.TagIDNumber: numberA}, map[string]string{lrmx.TagIDNumber: numberB}, exchange.New},
		"one number, another name":   {map[string]string{lrmx.TagIDNumber: numberA}, map[string]string{lrmx.TagIDNumber: numberA, lrmx.TagName: "丙丁"}, taken},
		"another month of birth":     {nil, map[string]string{lrmx.TagBirth: "197002"}, exchange.New},
		"no month of birth":          {nil, map[string]string{lrmx.TagBirth: "", lrmx.TagHealth: "健康"}, exchange.Ask},
		"of another sex and place":   {nil, map[string]string{lrmx.TagSex: "女", lrmx.TagOrigin: "辽宁大连"}, exchange.New},
		"numbers that are no number": {map[string]string{lrmx.TagIDNumber: "无"}, map[string]string{lrmx.TagIDNumber: "无", lrmx.TagName: "丙丁"}, exchange.New},
	} {
		t.Run(name, func(t *testing.T) {
			s, dir := storetest.Open(t), t.TempDir()
			for file, more := range map[string]map[string]string{"a.lrmx": c.a, "b.lrmx": c.b} {
				tags := map[string]string{lrmx.TagName: "甲乙", lrmx.TagBirth: "197001", lrmx.TagSex: "男", lrmx.TagOrigin: "河北正定"}
				maps.Copy(tags, more)
				form(t, dir, file, tags)
			}
			p := read(t, s, dir)
			if got := states(p); got["a.lrmx"] != exchange.New || got["b.lrmx"] != c.want {
				t.Fatalf("%v, want %s for the second", got, c.want)
			}
			write(t, s, p)
			again := read(t, s, dir)
			if id := write(t, s, again); id != "" {
				t.Errorf("the second import changed something: %v", states(again))
			}
		})
	}
}

// A file is about somebody on record by ID number or by name and month of
// birth; where something speaks against that, the user is asked.
func TestWhoOnRecordIsMeant(t *testing.T) {
	for name, c := range map[string]struct {
		tags map[string]string
		want exchange.State
	}{
		"number":                    {map[string]string{lrmx.TagName: "甲丁", lrmx.TagIDNumber: numberA}, exchange.Changed},
		"name and birth":            {map[string]string{lrmx.TagOrigin: "辽宁大连"}, exchange.Changed},
		"other number":              {map[string]string{lrmx.TagIDNumber: numberB}, exchange.Ask},
		"no birth":                  {map[string]string{lrmx.TagBirth: "", lrmx.TagOrigin: "辽宁大连"}, exchange.Ask},
		"other birth":               {map[string]string{lrmx.TagBirth: "198001"}, exchange.New},
		"other sex and place":       {map[string]string{lrmx.TagSex: "女", lrmx.TagOrigin: "辽宁大连"}, exchange.Ask},
		"number of another person":  {map[string]string{lrmx.TagName: "丙丁", lrmx.TagBirth: "198001", lrmx.TagIDNumber: numberA}, exchange.Ask},
		"word for word, no number":  {map[string]string{lrmx.TagHealth: ""}, exchange.Same},
		"blank within, other marks": {map[string]string{lrmx.TagName: "甲　乙", lrmx.TagBirth: "1970.1.01"}, exchange.Same},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.Open(t)
			storetest.Put(t, s, &data.Cadre{
				ID: data.NewID(), Name: "甲乙", Birth: 197001, Sex: "1", NativePlace: "河北正定", Health: "健康", IDNumber: numberA,
			})
			tags := map[string]string{lrmx.TagName: "甲乙", lrmx.TagBirth: "197001", lrmx.TagSex: "男", lrmx.TagOrigin: "河北正定", lrmx.TagVersion: ""}
			maps.Copy(tags, c.tags)
			p := read(t, s, form(t, t.TempDir(), "a.lrmx", tags))
			if got := states(p)["a.lrmx"]; got != c.want {
				t.Errorf("%s, want %s: %+v", got, c.want, p.Items)
			}
		})
	}
}

// Somebody whose ID number is on record cannot be taken for somebody new: the
// whole import would fail for it.
func TestNumberOnRecordIsNobodyNew(t *testing.T) {
	s := storetest.Open(t)
	storetest.Put(t, s, &data.Cadre{ID: data.NewID(), Name: "甲乙", Birth: 197001, IDNumber: numberA})
	p := read(t, s, form(t, t.TempDir(), "a.lrmx", map[string]string{lrmx.TagName: "丙丁", lrmx.TagBirth: "198001", lrmx.TagIDNumber: numberA}))
	_, err := p.Decide(t.Context(), s, p.Items[0], "")
	if err == nil || !strings.Contains(data.Sentence(err), "甲乙") || p.Items[0].State != exchange.Ask {
		t.Errorf("%v, %s", err, p.Items[0].State)
	}
}

// Two files that may be about one person on record are not written over each
// other.
func TestTwoFilesForOneOnRecord(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	storetest.Put(t, s, &data.Cadre{ID: data.NewID(), Name: "甲乙", Birth: 197001})
	for file, health := range map[string]string{"a.lrmx": "健康", "b.lrmx": "一般"} {
		form(t, dir, file, map[string]string{lrmx.TagName: "甲乙", lrmx.TagBirth: "197001", lrmx.TagHealth: health})
	}
	if p := read(t, s, dir); p.Count(exchange.Ask) != 2 || len(p.Items[0].Candidates) != 1 {
		t.Errorf("%v", states(p))
	}
}

// A résumé whose last segment begins next year is a slip of the pen: the post is
// held today all the same, goes out again, and comes in only once.
func TestPostFromTheFuture(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	path := form(t, dir, "a.lrmx", map[string]string{
		lrmx.TagName: "甲乙", lrmx.TagPost: "清源县财政局局长", lrmx.TagResume: "2062.03--         清源县财政局局长",
	})
	p := read(t, s, path)
	if len(p.Items[0].Doubts) != 1 || !strings.Contains(p.Items[0].Doubts[0], "2062.03") {
		t.Errorf("doubts: %v", p.Items[0].Doubts)
	}
	write(t, s, p)
	if id := write(t, s, read(t, s, path)); id != "" {
		t.Error("the second import changed something")
	}
	paths, err := exchange.Export(t.Context(), s, all(t, s), at, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if f, err := lrmx.ReadFile(paths[0]); err != nil || f.Get(lrmx.TagPost) != "清源县财政局局长" {
		t.Errorf("%v: the post did not go out", err)
	}
}

// A post decided for next month that the form names already is not begun twice.
func TestPostBegunAheadOfTime(t *testing.T) {
	s := storetest.Open(t)
	c := &data.Cadre{ID: data.NewID(), Name: "甲乙", Birth: 197001}
	storetest.Put(t, s, c, &data.Appointment{ID: data.NewID(), Cadre: data.Ref(c.ID), Title: "清源县财政局局长", Since: at.Add(1), Main: true})
	p := read(t, s, form(t, t.TempDir(), "a.lrmx", map[string]string{lrmx.TagName: "甲乙", lrmx.TagBirth: "197001", lrmx.TagPost: "清源县财政局局长"}))
	if p.Count(exchange.Same) != 1 {
		t.Errorf("%+v", p.Items[0])
	}
}

// What cannot be imported is named, each file by itself, with a reason and
// what to do.
func TestRefusedFilesAreNamed(t *testing.T) {
	dir := t.TempDir()
	sub := filepath.Join(dir, "老表")
	if err := os.Mkdir(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"坏一.zip": "PK", "坏二.zip": "", "空.lrmx": "", "断.lrmx": "<Person><XingMing>甲", "网页.lrmx": "<html/>",
		"无名.lrmx": "<Person/>", "~$甲.lrmx": "x", "._甲.lrmx": "x", "老表/甲.lrm": "x",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := read(t, storetest.Open(t), dir)
	refused := map[string]string{}
	for _, r := range p.Refused {
		refused[r.File] = r.Reason
	}
	for file, want := range map[string]string{
		"坏一.zip": "请重新压缩", "坏二.zip": "请重新压缩", "空.lrmx": "请重新导出", "断.lrmx": "请重新导出", "网页.lrmx": "请核对",
		"无名.lrmx": "请补上", filepath.Base(dir): "1 份老格式 .lrm",
	} {
		if !strings.Contains(refused[file], want) {
			t.Errorf("%s: %q", file, refused[file])
		}
	}
	if len(refused) != 7 {
		t.Errorf("%d refused: %v", len(refused), refused)
	}
	if p := read(t, storetest.Open(t), t.TempDir()); len(p.Refused) != 1 || !strings.Contains(p.Refused[0].Reason, "没有 .lrmx") {
		t.Errorf("empty folder: %+v", p.Refused)
	}
}

// What no field holds lives in the file alone: a change in it is proposed and
// written, and a file that lacks it does not erase it.
func TestWhatFilesCarryAlong(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	write := func(inner string) []exchange.Difference {
		t.Helper()
		path := filepath.Join(dir, "a.lrmx")
		text := "<Person><XingMing>甲乙</XingMing><ChuShengNianYue>197001</ChuShengNianYue>" + inner + "</Person>"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p := read(t, s, path)
		write(t, s, p)
		if again := read(t, s, path); again.Count(exchange.Same) != 1 {
			t.Errorf("%s comes in twice: %+v", inner, again.Items[0].Differences)
		}
		return p.Items[0].Differences
	}
	member := func(birth, note string) string {
		return "<JiaTingChengYuan><Item><ChengWei>父亲</ChengWei><XingMing>甲某</XingMing><ChuShengRiQi>" + birth + "</ChuShengRiQi><BeiZhu>" + note + "</BeiZhu></Item></JiaTingChengYuan>"
	}
	write("<Version>3.2.1.6</Version><DengJi>一</DengJi><Kuo><A x='1'>甲</A><B/></Kuo>" + member("不详", "甲"))
	if got := write("<Kuo>\n  <A x=\"1\">甲</A>\n  <B />\n</Kuo>"); len(got) != 0 {
		t.Errorf("the same markup, laid out otherwise: %+v", got)
	}
	for inner, want := range map[string]exchange.Difference{
		"<Version>4.0</Version>": {Label: "版本", Before: "3.2.1.6", After: "4.0"},
		"<DengJi>二</DengJi>":     {Label: "标签 DengJi", Before: "一", After: "二"},
		member("已故", "甲"):        {Label: "家庭成员", Before: "父亲 甲某 不详 甲", After: "父亲 甲某 已故 甲"},
	} {
		if got := write(inner); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %+v", inner, got)
		}
	}
	paths, err := exchange.Export(t.Context(), s, all(t, s), at, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := lrmx.ReadFile(paths[0])
	if err != nil || f.Get("DengJi") != "二" || f.Get(lrmx.TagVersion) != "4.0" || len(f.Family) != 1 || f.Family[0].Birth != "已故" {
		t.Errorf("%v: %+v", err, f)
	}
}

// One member put right in the program leaves the others as they came.
func TestFamilyKeepsWhatItCarried(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	path := filepath.Join(dir, "a.lrmx")
	text := "<Person><XingMing>甲乙</XingMing><JiaTingChengYuan>" +
		"<Item><ChengWei>父亲</ChengWei><XingMing>甲某</XingMing><ChuShengRiQi>不详</ChuShengRiQi><BeiZhu>老红军</BeiZhu></Item>" +
		"<Item><ChengWei>妻子</ChengWei><XingMing>丙某</XingMing></Item></JiaTingChengYuan></Person>"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	write(t, s, read(t, s, path))
	family := storetest.All[data.Family](t, s)
	family[1].Post = "教师"
	storetest.Put(t, s, family[1])
	paths, err := exchange.Export(t.Context(), s, all(t, s), at, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := lrmx.ReadFile(paths[0])
	if err != nil || len(f.Family) != 2 || f.Family[0].Birth != "不详" || len(f.Family[0].Extra) != 1 || f.Family[1].Post != "教师" {
		t.Errorf("%v: %+v", err, f.Family)
	}
}

// Segments and members are told one by one.
func TestDifferencesRowByRow(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	tags := map[string]string{
		lrmx.TagName: "甲乙", lrmx.TagBirth: "197001",
		lrmx.TagResume: "1990.09--1994.07  某大学学生\n1994.07--2000.01  某局科员\n2000.01--         某局科长",
	}
	write(t, s, read(t, s, form(t, dir, "a.lrmx", tags)))
	tags[lrmx.TagResume] = "1994.07--2000.01  某局副科长\n2000.01--2026.01  某局科长\n2026.01--         某局局长"
	p := read(t, s, form(t, dir, "a.lrmx", tags))
	want := []exchange.Difference{
		{Label: "简历", Before: "1994.07—2000.01 某局科员", After: "1994.07—2000.01 某局副科长"},
		{Label: "简历", Before: "2000.01起 某局科长", After: "2000.01—2026.01 某局科长"},
		{Label: "简历", After: "2026.01起 某局局长"},
		{Label: "简历", Before: "1990.09—1994.07 某大学学生", After: "（删去）"},
	}
	got := p.Items[0].Differences
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
	tags[lrmx.TagResume] = "2000.01--         某局科长\n1994.07--2000.01  某局科员\n1990.09--1994.07  某大学学生"
	if got := read(t, s, form(t, dir, "a.lrmx", tags)).Items[0].Differences; len(got) != 1 || got[0].Label != "简历" {
		t.Errorf("another order: %+v", got)
	}
}

// A comma within parentheses parts no titles.
func TestTitleWithRemark(t *testing.T) {
	s := storetest.Open(t)
	write(t, s, read(t, s, form(t, t.TempDir(), "a.lrmx", map[string]string{
		lrmx.TagName: "甲乙", lrmx.TagPost: "清源县财政局局长（正科级，试用期一年），县政协委员",
	})))
	a, err := store.Find[data.Appointment](t.Context(), s)
	if err != nil || len(a) != 2 || a[0].Title != "清源县财政局局长（正科级，试用期一年）" || a[1].Title != "县政协委员" {
		t.Errorf("%v: %+v", err, a)
	}
}

// A name no disk takes as a file name does not stop the export of the others.
func TestExportOfALongName(t *testing.T) {
	s := storetest.Open(t)
	for range 2 {
		storetest.Put(t, s, &data.Cadre{ID: data.NewID(), Name: strings.Repeat("张", 300)})
	}
	paths, err := exchange.Export(t.Context(), s, all(t, s), at, t.TempDir(), nil)
	if err != nil || len(paths) != 2 || paths[0] == paths[1] {
		t.Errorf("%v: %v", err, paths)
	}
}
