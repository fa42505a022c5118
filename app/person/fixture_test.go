package person

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// county is a small database with one cadre in it.
type county struct {
	desk  *desk.Desk
	shell *windowShell
	cadre string
}

const shen = "c1"

func newCounty(t testing.TB, c fyne.Canvas) *county {
	t.Helper()
	s := storetest.Open(t)
	desktest.Guard(t, s)
	k := &county{shell: &windowShell{Shell: desktest.Shell{Window: c}}, cadre: shen}
	k.desk = desk.New(s)
	k.desk.User, k.desk.At, k.desk.Run, k.desk.Shell, k.desk.Files = "李玥", 202610, desk.Inline{}, k.shell, k.shell
	k.desk.Now = func() time.Time { return time.Date(2026, 10, 15, 9, 0, 0, 0, time.Local) }
	_, err := s.Change(t.Context(), store.Act{Who: "李玥", What: "导入任免审批表 1 份"}, func(tx *store.Tx) error {
		photo, err := tx.Keep(t.Context(), picture())
		if err != nil {
			return err
		}
		for _, r := range append(organization(), dossier(photo)...) {
			if err := storetest.Write(t.Context(), tx, r); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func organization() []any {
	return []any{
		&data.Unit{ID: "u1", Name: "中共清源县委组织部", Short: "县委组织部", Kind: "21", Sort: 1},
		&data.Unit{ID: "u2", Name: "清源县白鹿乡", Short: "白鹿乡", Kind: "31", Sort: 2},
		&data.Post{ID: "p1", Unit: "u1", Name: "干部科副科长", Level: "1A50", Sort: 1},
		&data.Post{ID: "p2", Unit: "u2", Name: "党委副书记、乡长", Level: "1A41", Rank: "1", Team: true, Sort: 1},
		&data.Post{ID: "p3", Unit: "u2", Name: "党委副书记", Level: "1A42", Rank: "2", Team: true, Sort: 2},
		&data.Round{ID: "r1", Name: "2024 年度集中调整", Held: 20240301, Kind: "1"},
	}
}

func dossier(photo data.Blob) []any {
	records := []any{
		&data.Cadre{
			ID: shen, Name: "沈㛃怡", Sex: "2", Birth: 198904, Nation: "汉族", NativePlace: "浙江淳安", BirthPlace: "浙江淳安",
			PartyJoined: 200912, WorkStart: 201108, Health: "健康", IDNumber: "99010119890412002X", Photo: photo,
			Speciality: "法律、基层治理", FullEdu: "大学", FullDegree: "法学学士", FullSchool: "浙江大学法学院法学专业", FullSchool2: "浙江大学法学院法学专业",
			PartEdu: "省（区、市）委党校研究生", PartSchool: "中共浙江省委党校公共管理专业",
			Rewards: "2019年被中共清源县委授予“优秀共产党员”称号；2022年记三等功一次。", Appraisals: "2023、2024、2025年年度考核均为优秀。",
			Reporter: "中共清源县委组织部", AgeAsOf: "202610", FilledAt: "20261015", FilledBy: "李玥", Selected: true,
		},
	}
	for i, s := range []data.ResumeSegment{
		{From: 200709, To: 201107, Text: "浙江大学法学院法学专业学习"},
		{From: 201107, To: 201403, Text: "梅林乡党政办科员（选调生）"},
		{From: 201403, To: 201711, Text: "县委组织部科员、干部科副科长\n（其间：2015.03--2016.01  在浙江省委党校中青年干部培训班学习，挂职任东湖街道办事处主任助理）"},
		{From: 201711, To: 202103, Text: "白鹿乡党委委员、副乡长"},
		{From: 202105, To: 202305, Text: "白鹿乡党委副书记"},
		{From: 202305, Text: "白鹿乡党委副书记、乡长"},
		{Text: "清源县第十五届人民代表大会代表"},
	} {
		records = append(records, &data.Resume{ID: "s" + string(rune('1'+i)), Cadre: shen, Sort: i + 1, Since: s.From, Until: s.To, Text: data.Long(s.Text)})
	}
	return append(
		records,
		&data.Family{ID: "f1", Cadre: shen, Sort: 1, Relation: "丈夫", Name: "陈䶮", Birth: 198803, Politics: "中共党员", Post: "清源县人民医院骨科主治医师"},
		&data.Family{ID: "f2", Cadre: shen, Sort: 2, Relation: "女儿", Name: "陈𬭎", Birth: 201610, Politics: "群众", Post: "清源县实验小学学生"},
		&data.Family{ID: "f3", Cadre: shen, Sort: 3, Relation: "父亲", Name: "沈国强", Birth: 196202, Politics: "群众", Post: "浙江省淳安县千岛湖镇居民（已退休）"},
		&data.Family{ID: "f4", Cadre: shen, Sort: 4, Relation: "母亲", Name: "王秀兰", Birth: 196309, Politics: "群众", Post: "浙江省淳安县千岛湖镇居民"},
		&data.Appointment{ID: "a1", Cadre: shen, Unit: "u1", Post: "p1", Title: "县委组织部干部科副科长", Since: 201403, Until: 201711, How: "4", Leaving: "1"},
		&data.Appointment{ID: "a2", Cadre: shen, Unit: "u2", Post: "p3", Title: "白鹿乡党委副书记", Since: 202105, Until: 202305, How: "1", Term: true, Decided: 20210506, Document: "清委干〔2021〕18号", Leaving: "1"},
		&data.Appointment{ID: "a3", Cadre: shen, Unit: "u2", Post: "p2", Title: "白鹿乡党委副书记、乡长", Main: true, Since: 202305, How: "1", Decided: 20230512, Document: "清委干〔2023〕31号"},
		&data.Reserve{ID: "v1", Cadre: shen, Tier: "2", Found: "1", Since: 202403, Entry: "2024 年度集中调整，书记专题会研究", Opened: "r1"},
		&data.Reserve{ID: "v2", Cadre: shen, Tier: "3", Found: "2", Since: 201905, Until: 202305, Exit: "01", Evidence: "提任乡长"},
	)
}

// picture is a grey photo of 4:5.
func picture() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 80, 100))
	for y := range 100 {
		for x := range 80 {
			img.Set(x, y, color.RGBA{uint8(120 + y), uint8(140 + x/2), 190, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// windowShell is the stand-in for the window, where a new cadre can be entered.
type windowShell struct {
	desktest.Shell
	newCadre func()
}

func (s *windowShell) NewCadre() { s.newCadre() }

// said is the last message at the foot of the window.
func (s *windowShell) said() string {
	if len(s.Said) == 0 {
		return ""
	}
	return s.Said[len(s.Said)-1]
}

// failed is the last failure told.
func (s *windowShell) failed() error {
	if len(s.Failed) == 0 {
		return nil
	}
	return s.Failed[len(s.Failed)-1]
}

// stored reads what is in the database about the cadre.
func (k *county) stored(t *testing.T) file {
	t.Helper()
	now := *k.desk
	now.Run = desk.Inline{}
	m := newModel(&now) // asks as the window does, so that the guard lets it through
	m.open(k.cadre)
	return m.file
}
