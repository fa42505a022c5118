package exchange_test

import (
	"fmt"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/figure"
	"huoshui/data/sample"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// forms writes the forms of a sample into a folder and gives its database.
func forms(t testing.TB, cadres int) (s *store.Store, dir string) {
	t.Helper()
	s = storetest.Open(t)
	made := sample.Make(sample.Options{Cadres: cadres, Seed: 1})
	_, err := s.Change(t.Context(), store.Act{Who: "测试", What: "样例"}, func(tx *store.Tx) error { return made.Write(t.Context(), tx) })
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: at}
	ids, err := q.IDs(t.Context(), s)
	if err == nil {
		_, err = exchange.Export(t.Context(), s, ids, at, dir, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s, dir
}

// values are the figures about who holds which post now.
func values(t *testing.T, s *store.Store) map[string]string {
	t.Helper()
	source, err := figure.Open(t.Context(), s, at)
	if err != nil {
		t.Fatal(err)
	}
	all, err := source.Compute(t.Context(), figure.Definitions(), at)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, v := range all {
		if v.Definition.Subject.Name == "holding" && v.Definition.Period == "" {
			found[v.Definition.ID] = fmt.Sprintf("%d/%d", v.Numerator, v.Denominator)
		}
	}
	return found
}

// A new office has nothing but its forms: after importing them with what their
// titles mean, its figures are those of the office that wrote them.
func TestImportIntoNothing(t *testing.T) {
	known, dir := forms(t, 60)
	s := storetest.Open(t)
	p := read(t, s, dir)
	if len(p.Unsettled()) == 0 {
		t.Fatal("an empty database knows the posts")
	}
	if err := p.CreateAll(); err != nil {
		t.Fatal(err)
	}
	if left := p.Unsettled(); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	change := write(t, s, p)
	want, got := values(t, known), values(t, s)
	if want["m0.principals"] == "0/0" || len(want) < 5 {
		t.Fatalf("the sample says nothing: %v", want)
	}
	for id, value := range want {
		if got[id] != value {
			t.Errorf("%s: %s, want %s", id, got[id], value)
		}
	}
	if again := read(t, s, dir); again.Count(exchange.Same) != len(again.Items) || len(again.Unsettled()) > 0 {
		t.Errorf("the second import finds %d the same of %d", again.Count(exchange.Same), len(again.Items))
	}
	if _, err := s.TakeBack(t.Context(), store.Act{Who: "测试", What: "撤回"}, change); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []*data.Kind{data.UnitKind, data.PostKind, data.CadreKind, data.AppointmentKind} {
		if rest, err := store.FindKind(t.Context(), s, kind); err != nil || len(rest) > 0 {
			t.Errorf("%d %s left, %v", len(rest), kind.Name, err)
		}
	}
}

// holding writes a form for each title.
func holding(t *testing.T, titles ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i, title := range titles {
		name := string(rune('甲' + i))
		form(t, dir, name+".lrmx", map[string]string{lrmx.TagName: "王" + name, lrmx.TagPost: title})
	}
	return dir
}

func create(t *testing.T, p *exchange.Proposal, title string) {
	t.Helper()
	s, ok := p.Suggest(title)
	if !ok {
		t.Fatalf("no suggestion for %s", title)
	}
	if err := p.Create(title, s); err != nil {
		t.Fatal(err)
	}
}

// Two titles of one town make one unit; one title of three people makes one
// post with three places; a unit on record is not made again.
func TestCreateMakesNothingTwice(t *testing.T) {
	s := storetest.Open(t)
	county(t, s)
	p := read(t, s, holding(t, "清源县白鹿乡副乡长", "清源县白鹿乡副乡长", "白鹿乡副乡长", "白鹿乡党委书记", "清源县青石镇人大主席", "清源县财政局总会计师"))
	for _, u := range p.Unsettled() {
		create(t, p, u.Title)
	}
	if units, posts := p.Made(); units != 1 || posts != 4 {
		t.Errorf("%d units, %d posts", units, posts)
	}
	write(t, s, p)
	posts, err := store.Find[data.Post](t.Context(), s, store.Where("name", "副乡长"))
	if err != nil || len(posts) != 1 || posts[0].Approved != 3 || !posts[0].Team || !posts[0].Unchecked {
		t.Errorf("%+v %v", posts, err)
	}
	for _, a := range storetest.All[data.Appointment](t, s) {
		if a.Post == "" || a.Unit == "" {
			t.Errorf("%s has no post", a.Title)
		}
	}
}

func TestUnsettleForgetsWhatWasToBeMade(t *testing.T) {
	s := storetest.Open(t)
	p := read(t, s, holding(t, "清源县白鹿乡副乡长"))
	create(t, p, "清源县白鹿乡副乡长")
	p.Unsettle()
	if units, posts := p.Made(); units+posts != 0 || len(p.Unsettled()) != 1 || len(p.Posts()) != 0 {
		t.Errorf("%d units, %d posts, %v", units, posts, p.Unsettled())
	}
	write(t, s, p)
	if units, err := store.Find[data.Unit](t.Context(), s); err != nil || len(units) > 0 {
		t.Errorf("%v %v", units, err)
	}
}

// What is on record stands where a name only begins like it.
func TestSuggestPrefersWhatIsOnRecord(t *testing.T) {
	s := storetest.Open(t)
	committee := &data.Unit{ID: data.NewID(), Name: "中国共产党清源县委员会", Short: "县委", Kind: "11"}
	centre := &data.Unit{ID: data.NewID(), Name: "清源县青石镇农业服务中心", Short: "青石镇农业服务中心", Kind: "41"}
	town := &data.Unit{ID: data.NewID(), Name: "清源县青石镇", Short: "青石镇", Kind: "31"}
	storetest.Put(t, s, committee, centre, town)
	p := read(t, s, holding(t, "清源县委组织部副部长", "清源县青石镇农业服务中心主任", "清源县青石镇副镇长", "清江市委组织部副部长"))
	for title, want := range map[string][3]string{
		"清源县委组织部副部长":     {"", "县委组织部", "副部长"},
		"清源县青石镇农业服务中心主任": {centre.ID, "青石镇农业服务中心", "主任"},
		"清源县青石镇副镇长":      {town.ID, "青石镇", "副镇长"},
	} {
		got, ok := p.Suggest(title)
		if !ok || got.Unit.ID != want[0] || got.Unit.Short != want[1] || got.Post.Name != want[2] {
			t.Errorf("%s: %+v", title, got)
		}
	}
	if got, ok := p.Suggest("清江市委组织部副部长"); ok || got.Post.Name != "清江市委组织部副部长" {
		t.Errorf("%+v", got)
	}
}

func TestCreateRefusesHalfAPost(t *testing.T) {
	p := read(t, storetest.Open(t), holding(t, "清源县白鹿乡副乡长"))
	s, _ := p.Suggest("清源县白鹿乡副乡长")
	s.Unit.Kind = ""
	if err := p.Create("清源县白鹿乡副乡长", s); err == nil || !strings.Contains(data.Sentence(err), "机构类别") {
		t.Errorf("%v", err)
	}
}

// The office's place is read off the titles where nobody has entered it.
func TestPlaceFromTitles(t *testing.T) {
	s := storetest.Open(t)
	p, err := exchange.Read(t.Context(), s, data.Office{Level: data.County}, at,
		[]string{holding(t, "清源县青石镇镇长", "清源县财政局局长", "清江市委党校教师")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, ok := p.Suggest("清源县财政局局长")
	if !ok || got.Unit.Name != "清源县财政局" || got.Unit.Short != "县财政局" {
		t.Errorf("%+v", got)
	}
	if _, ok := p.Suggest("清江市委党校教师"); ok {
		t.Error("a school of the city is taken for one of the county")
	}
}
