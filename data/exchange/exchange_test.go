package exchange_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/officetest"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

const at data.Month = 202610

func read(t *testing.T, s *store.Store, paths ...string) *exchange.Proposal {
	t.Helper()
	p, err := exchange.Read(t.Context(), s, data.Office{Place: "清源县", Level: data.County}, at, paths, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func write(t *testing.T, s *store.Store, p *exchange.Proposal) string {
	t.Helper()
	id, err := p.Write(t.Context(), s, "测试", nil)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func all(t *testing.T, s *store.Store) []string {
	t.Helper()
	cadres, err := store.Find[data.Cadre](t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range cadres {
		ids = append(ids, c.ID)
	}
	return ids
}

// expectation is what testdata/make_lrmx.py says it has written.
type expectation struct {
	Files []struct {
		File   string
		Tags   map[string]string
		Family [][]string
		Photo  *struct{ SHA256 string }
	}
	Broken []struct{ File string }
}

func otherProgram(t *testing.T, count int) (dir string, want expectation) {
	t.Helper()
	dir = t.TempDir()
	officetest.Run(t, "python3", filepath.Join("lrmx", "testdata", "make_lrmx.py"), dir, "--count", strconv.Itoa(count), "--seed", "7", "--broken")
	raw, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err == nil {
		err = json.Unmarshal(raw, &want)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir, want
}

// Five hundred files of another program come in, in one go, and go out again
// with every value as it was; coming in a second time changes nothing.
func TestThereAndBack(t *testing.T) {
	count := 500
	if testing.Short() {
		count = 100
	}
	dir, want := otherProgram(t, count)
	s := storetest.Open(t)
	p := read(t, s, dir)
	if p.Count(exchange.New) != count || len(p.Refused) != len(want.Broken) {
		t.Fatalf("%d new, refused %v", p.Count(exchange.New), p.Refused)
	}
	for _, r := range p.Refused {
		if !slices.ContainsFunc(want.Broken, func(b struct{ File string }) bool { return b.File == r.File }) || r.Reason == "" {
			t.Errorf("refused %+v", r)
		}
	}
	write(t, s, p)
	compareExport(t, s, want)

	again := read(t, s, dir)
	if again.Count(exchange.Same) != count {
		for _, item := range again.Items {
			if item.State != exchange.Same {
				t.Errorf("%s: %s %+v", item.File, item.State, item.Differences)
			}
		}
	}
	if id := write(t, s, again); id != "" {
		t.Error("the second import left a change in the log")
	}
}

func compareExport(t *testing.T, s *store.Store, want expectation) {
	t.Helper()
	paths, err := exchange.Export(t.Context(), s, all(t, s), at, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*lrmx.File{}
	for _, path := range paths {
		f, err := lrmx.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Get(lrmx.TagName)+f.Get(lrmx.TagBirth)+f.Get(lrmx.TagIDNumber)] = f
	}
	for _, w := range want.Files {
		f := out[w.Tags[lrmx.TagName]+w.Tags[lrmx.TagBirth]+w.Tags[lrmx.TagIDNumber]]
		if f == nil {
			t.Errorf("%s did not come out", w.File)
			continue
		}
		for tag, value := range w.Tags {
			if got := f.Get(tag); got != value && !(tag == lrmx.TagPhoto && w.Photo != nil) {
				t.Errorf("%s %s: %q, came in as %q", w.File, tag, got, value)
			}
		}
		for i, m := range f.Family {
			if w.Family[i][1] != m.Name || w.Family[i][2] != m.Birth {
				t.Errorf("%s family: %+v, came in as %v", w.File, m, w.Family[i])
			}
		}
		if w.Photo != nil {
			if sum := sha256.Sum256(f.Photo); hex.EncodeToString(sum[:]) != w.Photo.SHA256 {
				t.Errorf("%s: another photo", w.File)
			}
		}
	}
}

func form(t *testing.T, dir, name string, tags map[string]string) string {
	t.Helper()
	f := lrmx.New()
	for tag, value := range tags {
		f.Set(tag, value)
	}
	var b bytes.Buffer
	if err := lrmx.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func county(t *testing.T, s *store.Store) (town *data.Unit, mayor, deputy *data.Post) {
	t.Helper()
	town = &data.Unit{ID: data.NewID(), Name: "清源县青石镇", Short: "青石镇", Kind: "31"}
	bureau := &data.Unit{ID: data.NewID(), Name: "清源县财政局", Short: "县财政局", Kind: "22"}
	mayor = &data.Post{ID: data.NewID(), Unit: data.Ref(town.ID), Name: "党委副书记、镇长", Approved: 1}
	deputy = &data.Post{ID: data.NewID(), Unit: data.Ref(bureau.ID), Name: "党组成员、副局长", Approved: 3}
	storetest.Put(t, s, town, bureau, mayor, deputy, &data.UnitPast{Unit: data.Ref(town.ID), Name: "清源县青石乡", Short: "青石乡", Kind: "32", Until: 202101})
	return town, mayor, deputy
}

func TestTitlesAreRecognised(t *testing.T) {
	for title, want := range map[string]string{
		"清源县青石镇党委副书记、镇长":           "党委副书记、镇长",
		"中共清源县青石镇委员会副书记、青石镇人民政府镇长": "党委副书记、镇长",
		"青石镇镇长、党委副书记":              "党委副书记、镇长",
		"中共清源县青石乡委员会副书记、青石乡人民政府镇长": "党委副书记、镇长", // by its former name
		"清源县财政局党组成员、副局长":           "党组成员、副局长",
		"县财政局党组成员、副局长":             "党组成员、副局长",
		"清源县财政局总会计师":               "",
		"外县某局局长":                   "",
	} {
		s := storetest.Open(t)
		county(t, s)
		p := read(t, s, form(t, t.TempDir(), "a.lrmx", map[string]string{
			lrmx.TagName: "甲乙", lrmx.TagBirth: "199001", lrmx.TagPost: title,
			lrmx.TagResume: "2012.07--2020.05  清源县某局科员\n2020.05--         " + title,
		}))
		if unsettled := len(p.Unsettled()) == 1; unsettled != (want == "") {
			t.Errorf("%s: unsettled %v", title, p.Unsettled())
		}
		write(t, s, p)
		a := storetest.All[data.Appointment](t, s)
		if len(a) != 1 || a[0].Title != title || a[0].Since != 202005 || !a[0].Main {
			t.Fatalf("%s: %+v", title, a)
		}
		got := ""
		if a[0].Post != "" {
			post, err := store.Get[data.Post](t.Context(), s, string(a[0].Post))
			if err != nil {
				t.Fatal(err)
			}
			got = post.Name
		}
		if got != want {
			t.Errorf("%s: post %q, want %q", title, got, want)
		}
	}
}

func TestSettlingATitle(t *testing.T) {
	s := storetest.Open(t)
	_, mayor, _ := county(t, s)
	p := read(t, s, form(t, t.TempDir(), "a.lrmx", map[string]string{lrmx.TagName: "甲乙", lrmx.TagPost: "青石镇行政一把手"}))
	p.Settle("青石镇行政一把手", mayor.ID)
	if len(p.Unsettled()) != 0 {
		t.Errorf("still unsettled: %v", p.Unsettled())
	}
	write(t, s, p)
	if a := storetest.All[data.Appointment](t, s); string(a[0].Post) != mayor.ID || a[0].Unit != mayor.Unit {
		t.Errorf("%+v", a[0])
	}
}

// A second form of the same person changes what it says otherwise, field by
// field, erases nothing, and ends the post it no longer names.
func TestChangedForm(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	county(t, s)
	write(t, s, read(t, s, form(t, dir, "a.lrmx", map[string]string{
		lrmx.TagName: "甲 乙", lrmx.TagSex: "女", lrmx.TagBirth: "199001", lrmx.TagHealth: "健康", lrmx.TagIDNumber: "99010119900101002x",
		lrmx.TagPost: "清源县财政局党组成员、副局长", lrmx.TagResume: "2018.03--         清源县财政局党组成员、副局长",
	})))
	p := read(t, s, form(t, dir, "b.lrmx", map[string]string{
		lrmx.TagName: "甲乙", lrmx.TagBirth: "1990.1", lrmx.TagHealth: "", lrmx.TagNation: "汉族",
		lrmx.TagPost:   "清源县青石镇党委副书记、镇长",
		lrmx.TagResume: "2018.03--2026.05  清源县财政局党组成员、副局长\n2026.05--         清源县青石镇党委副书记、镇长",
	}))
	if p.Count(exchange.Changed) != 1 {
		t.Fatalf("%+v", p.Items[0])
	}
	var labels []string
	for _, d := range p.Items[0].Differences {
		labels = append(labels, d.Label)
	}
	if got := strings.Join(labels, " "); got != "民族 现任职务 简历 简历" { // one segment ended, one began
		t.Errorf("differences: %s", got)
	}
	id := write(t, s, p)
	cadres, _ := store.Find[data.Cadre](t.Context(), s)
	if len(cadres) != 1 || cadres[0].Health != "健康" || cadres[0].IDNumber != "99010119900101002X" || cadres[0].Nation != "汉族" {
		t.Errorf("%+v", cadres[0])
	}
	a := storetest.All[data.Appointment](t, s)
	if len(a) != 2 || a[0].Until != 202605 || a[1].Since != 202605 || a[1].Until != 0 {
		t.Errorf("%+v %+v", a[0], a[1])
	}
	if _, err := s.TakeBack(t.Context(), store.Act{Who: "测试", What: "撤回"}, id); err != nil {
		t.Fatal(err)
	}
	if a := storetest.All[data.Appointment](t, s); len(a) != 1 || a[0].Until != 0 {
		t.Errorf("after taking back: %+v", a)
	}
}

// A form that tells of less than the one before leaves nothing of that behind,
// and there is one kept file for each person.
func TestShorterForm(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	county(t, s)
	tags := map[string]string{
		lrmx.TagName: "甲乙", lrmx.TagSex: "女", lrmx.TagBirth: "199001", lrmx.TagIDNumber: "99010119900101002X",
		lrmx.TagPost:   "清源县财政局副局长",
		lrmx.TagResume: "2012.07--2018.03  清源县财政局科员\n2018.03--2020.01  清源县财政局股长\n2020.01--         清源县财政局副局长",
	}
	write(t, s, read(t, s, form(t, dir, "a.lrmx", tags)))
	tags[lrmx.TagResume] = "2012.07--2020.01  清源县财政局科员、股长\n2020.01--         清源县财政局副局长"
	write(t, s, read(t, s, form(t, dir, "b.lrmx", tags)))
	var texts []string
	for _, r := range storetest.All[data.Resume](t, s) {
		texts = append(texts, string(r.Text))
	}
	if got := strings.Join(texts, "；"); got != "清源县财政局科员、股长；清源县财政局副局长" {
		t.Error(got)
	}
	if n := len(storetest.All[data.Original](t, s)); n != 1 {
		t.Errorf("%d files kept", n)
	}
}

func TestWhoIsMeant(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	storetest.Put(t, s, &data.Cadre{ID: data.NewID(), Name: "甲乙", Birth: 199001}, &data.Cadre{ID: data.NewID(), Name: "甲乙", Birth: 199001})
	p := read(t, s, form(t, dir, "a.lrmx", map[string]string{lrmx.TagName: "甲乙", lrmx.TagBirth: "199001", lrmx.TagNation: "汉族"}))
	if p.Count(exchange.Ask) != 1 || len(p.Items[0].Candidates) != 2 {
		t.Fatalf("%+v", p.Items[0])
	}
	if id := write(t, s, p); id != "" {
		t.Error("an open question was answered by the program")
	}
	settle, err := p.Decide(t.Context(), s, p.Items[0], p.Items[0].Candidates[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	settle()
	write(t, s, p)
	second, _ := store.Get[data.Cadre](t.Context(), s, p.Items[0].Candidates[1].ID)
	if second.Nation != "汉族" || len(all(t, s)) != 2 {
		t.Errorf("%+v", second)
	}
}

func TestSamePersonTwiceInOneImport(t *testing.T) {
	s, dir := storetest.Open(t), t.TempDir()
	tags := map[string]string{lrmx.TagName: "甲乙", lrmx.TagBirth: "199001", lrmx.TagIDNumber: "990101199001010029"}
	form(t, dir, "a.lrmx", tags)
	form(t, dir, "b.lrmx", tags)
	p := read(t, s, dir)
	if p.Count(exchange.New) != 1 || len(p.Refused) != 1 || !strings.Contains(p.Refused[0].Reason, "a.lrmx") {
		t.Errorf("%d new, refused %v", p.Count(exchange.New), p.Refused)
	}
}

// Zips made on Chinese Windows carry names in GBK without saying so.
func TestZipWithGBKNames(t *testing.T) {
	dir := t.TempDir()
	raw, err := os.ReadFile(form(t, dir, "x", map[string]string{lrmx.TagName: "甲乙"}))
	if err != nil {
		t.Fatal(err)
	}
	name, _ := simplifiedchinese.GBK.NewEncoder().String("甲乙.lrmx")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true, Method: zip.Deflate})
	if err == nil {
		_, err = w.Write(raw)
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "一批.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	p := read(t, storetest.Open(t), path)
	if p.Count(exchange.New) != 1 || p.Items[0].File != "一批.zip/甲乙.lrmx" {
		t.Errorf("%+v %v", p.Items, p.Refused)
	}
}

// A form with a sign that cannot be kept is refused in a sentence; the others of
// the same import go on.
func TestFormWithHiddenSignsIsRefused(t *testing.T) {
	dir := t.TempDir()
	for name, texts := range map[string][2]string{"好.lrmx": {"张三", "李四"}, "姓名.lrmx": {"张\u202e三", "李四"}, "家属.lrmx": {"王五", "赵\u200f六"}} {
		file := lrmx.New()
		file.Set(lrmx.TagName, texts[0])
		file.Family = []lrmx.Member{{Relation: "妻子", Name: texts[1]}}
		var b bytes.Buffer
		if err := lrmx.Write(&b, file); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := storetest.Open(t)
	p := read(t, s, dir)
	if len(p.Items) != 1 || len(p.Refused) != 2 {
		t.Fatalf("%d read, refused %v", len(p.Items), p.Refused)
	}
	for _, r := range p.Refused {
		if !strings.Contains(r.Reason, "方向符号") {
			t.Errorf("%s: %s", r.File, r.Reason)
		}
	}
	write(t, s, p)
	if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) > 0 || found.Records["cadre"] != 1 {
		t.Errorf("%+v %v", found, err)
	}
}
