package roster

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// open makes a database of a small county: a town with secretary, mayor and
// deputy, a bureau with a director, one cadre without a post, one who has left.
func open(t testing.TB) (*desk.Desk, *desktest.Shell) {
	t.Helper()
	db := storetest.Open(t)
	storetest.Put(t, db, county(t, db)...)
	return desktest.Over(t, db)
}

func county(t testing.TB, db *store.Store) []any {
	return []any{
		&data.Unit{ID: "u1", Name: "中共清源县白鹿镇委员会", Short: "白鹿镇", Kind: "31", Sort: 20},
		&data.Unit{ID: "u2", Name: "清源县发展和改革局", Short: "县发改局", Kind: "22", Sort: 10},
		&data.Post{ID: "p1", Unit: "u1", Name: "党委书记", Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 1},
		&data.Post{ID: "p2", Unit: "u1", Name: "党委副书记、镇长", Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 2},
		&data.Post{ID: "p3", Unit: "u1", Name: "副镇长", Level: "1A42", Rank: "2", Managed: "2", Team: true, Sort: 3},
		&data.Post{ID: "p4", Unit: "u2", Name: "党组书记、局长", Level: "1A41", Rank: "1", Managed: "2", Team: true, Duty: "党政正职", Sort: 1},
		&data.Cadre{ID: "c1", Name: "沈嘉怡", Sex: "2", Birth: 198904, Nation: "汉族", NativePlace: "河北盐山", PartyJoined: 201006, WorkStart: 201107, FullEdu: "大学", FullDegree: "法学学士", Photo: face(t, db)},
		&data.Cadre{ID: "c2", Name: "单雨", Sex: "1", Birth: 199207, Nation: "回族", PartyJoined: 201305, FullEdu: "研究生"},
		&data.Cadre{ID: "c3", Name: "王静思", Sex: "1", Birth: 199512, Nation: "汉族"},
		&data.Cadre{ID: "c4", Name: "欧阳文", Sex: "2", Birth: 197803, Nation: "汉族", PartyJoined: 200101, PartEdu: "中央党校大学"},
		&data.Cadre{ID: "c5", Name: "王子文", Sex: "1", Birth: 199001, Nation: "满族"},
		&data.Cadre{ID: "c6", Name: "周晨然", Sex: "1", Birth: 196601, Nation: "汉族", Gone: 202602, Departure: "1"},
		&data.Appointment{Cadre: "c1", Unit: "u1", Post: "p1", Title: "白鹿镇党委书记", Main: true, Since: 202305, How: "1", Document: "清干〔2023〕5号"},
		&data.Appointment{Cadre: "c1", Unit: "u1", Post: "p3", Title: "白鹿镇副镇长", Main: true, Since: 201808, Until: 202305, How: "1"},
		&data.Appointment{Cadre: "c1", Title: "市发改委综合科副科长", Since: 202103, Until: 202203, How: "5"},
		&data.Appointment{Cadre: "c2", Unit: "u1", Post: "p2", Title: "白鹿镇党委副书记、镇长", Main: true, Since: 202504, How: "1"},
		&data.Appointment{Cadre: "c3", Unit: "u1", Post: "p3", Title: "白鹿镇副镇长", Main: true, Since: 202401, How: "1"},
		&data.Appointment{Cadre: "c4", Unit: "u2", Post: "p4", Title: "县发改局党组书记、局长", Main: true, Since: 201909, How: "3"},
		&data.Appointment{Cadre: "c6", Unit: "u1", Post: "p2", Title: "白鹿镇党委副书记、镇长", Main: true, Since: 201503, Until: 202504},
		&data.Reserve{Cadre: "c1", Tier: "2", Since: 202411, Entry: "2024 年度集中调整"},
		&data.Reserve{Cadre: "c2", Tier: "3", Since: 202206, Until: 202504, Exit: "01"},
	}
}

func face(t testing.TB, db *store.Store) data.Blob {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 40, 50))
	for i := range picture.Pix {
		picture.Pix[i] = color.Gray{Y: 0xb0}.Y
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	var name data.Blob
	_, err := db.Change(t.Context(), store.Act{Who: "测试", What: "照片"}, func(tx *store.Tx) (err error) {
		name, err = tx.Keep(t.Context(), b.Bytes())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// silent makes a model nobody looks at.
func silent(d *desk.Desk) *model {
	m := newModel(d)
	m.onListChanged, m.onRowsLoaded, m.onCadreChanged = func() {}, func() {}, func() {}
	m.read()
	return m
}

// names lists who is shown, in order.
func (m *model) names(t testing.TB) string {
	t.Helper()
	var names []string
	for i := range m.list.Len() {
		cells, ok := m.list.Row(i)
		if !ok {
			t.Fatalf("row %d is not there", i)
		}
		names = append(names, cells[0])
	}
	return strings.Join(names, " ")
}

func (m *model) query1(t testing.TB, subject, where string) criteria.Query {
	t.Helper()
	source, err := figure.Open(context.Background(), m.desk.Store, m.desk.At)
	if err != nil {
		t.Fatal(err)
	}
	return criteria.Query{Subject: criteria.SubjectNamed(subject), Where: criteria.MustParse(where), At: m.desk.At, Book: source.Book}
}
