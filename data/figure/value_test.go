package figure_test

import (
	"encoding/json"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store/storetest"
)

func TestShareIsRoundedHalfUp(t *testing.T) {
	share := figure.Named("m1.2.floor")
	for _, c := range []struct {
		n, of int
		want  string
	}{
		{1, 16, "6.3"},   // 6.25
		{3, 16, "18.8"},  // 18.75
		{1, 80, "1.3"},   // 1.25
		{1, 2000, "0.1"}, // 0.05
		{1, 2001, "0.0"}, // 0.0499…
		{1, 3, "33.3"},
		{2, 3, "66.7"},
		{1999, 2000, "100.0"}, // 99.95
		{0, 7, "0.0"},
		{7, 7, "100.0"},
	} {
		v := figure.Value{Definition: share, Numerator: c.n, Denominator: c.of}
		if v.Text() != c.want {
			t.Errorf("%d of %d is %s%%, want %s%%", c.n, c.of, v.Text(), c.want)
		}
	}
}

// “无数据” is for what was never recorded; where records are kept, none is 0.
func TestNoDataIsNotZero(t *testing.T) {
	s := settle(t)
	for _, c := range []struct {
		id   string
		at   data.Month
		want string
	}{
		{"m3.1.reserve", 202304, "无数据"}, // the reserve begins in 2023.05
		{"m3.1.in", 202304, "无数据"},
		{"m3.1.in", 202305, "7"},                  // 尤陈吴何金曹蒋
		{"m3.1.out", 202306, "无数据"},               // nobody has ever left
		{"m3.1.out", 202412, "2"},                 // 施蒋
		{"m3.1.out", 202701, "0"},                 // a year without
		{"m3.1.reserve.2.young", 202305, "1"},     // 尤
		{"m4.2.town.deputies.new", 202107, "无数据"}, // before the first change of term on record
		{"m4.2.town.deputies.new", 202108, "2"},   // 曹 30，朱 34
		{"m4.2.county.principals", 202107, "无数据"}, // offices are on record, these seats not yet
		{"m4.2.county.principals.share", 202107, "无数据"},
		{"m0.principals", 201607, "无数据"}, // no appointment at all
		{"m0.principals", 201608, "1"},   // 孔
		{"m4.1.promoted", 201607, "无数据"},
		{"m4.1.promoted", 201901, "0"},
	} {
		v, err := source(t, s, c.at).One(t.Context(), figure.Named(c.id), c.at)
		if err != nil {
			t.Fatal(err)
		}
		if v.Text() != c.want {
			t.Errorf("%s at %s: %s, by hand %s", c.id, c.at, v.Text(), c.want)
		}
	}
}

func TestEmptyOffice(t *testing.T) {
	for id, v := range compute(t, storetest.Open(t), 202606) {
		if v.Text() != "无数据" {
			t.Errorf("%s of an empty file is %s", id, v.Text())
		}
		if _, ok := v.Change(); ok {
			t.Errorf("%s of an empty file has changed", id)
		}
	}
}

func TestJSON(t *testing.T) {
	s := settle(t)
	for id, want := range map[string]string{
		"m1.2.floor": `{"id":"m1.2.floor","label":"提拔重用中年轻干部占比","unit":"%","at":"2024-06","from":"2024-01",` +
			`"value":100,"numerator":2,"denominator":2,"floor":30,"needed":0,"previous":null,"nodata":false}`,
		"m0.principals": `{"id":"m0.principals","label":"县管党政正职","unit":"人","at":"2024-06","from":"",` +
			`"value":5,"numerator":5,"denominator":0,"previous":5,"nodata":false}`,
		"m3.1.rounds": `{"id":"m3.1.rounds","label":"本年储备库集中调整","unit":"次","at":"2024-06","from":"2024-01",` +
			`"value":2,"numerator":2,"denominator":0,"previous":null,"nodata":false}`,
	} {
		got, err := json.Marshal(compute(t, s, 202406)[id])
		if err != nil || string(got) != want {
			t.Errorf("%s: %s %v\nwant %s", id, got, err, want)
		}
	}
}

// In a city the county-level teams are those of the counties below it.
func TestCityCountsItsCounties(t *testing.T) {
	county := &data.Unit{ID: data.NewID(), Name: "清源县", Short: "清源县", Kind: "51"}
	post := &data.Post{ID: data.NewID(), Unit: data.Ref(county.ID), Name: "县委书记", Team: true, Duty: "党政正职", Managed: "2"}
	own := &data.Unit{ID: data.NewID(), Name: "市委", Short: "市委", Kind: "11"}
	seat := &data.Post{ID: data.NewID(), Unit: data.Ref(own.ID), Name: "市委书记", Team: true, Duty: "党政正职", Managed: "1"}
	a, b := &data.Cadre{ID: data.NewID(), Name: "甲", Birth: 198501}, &data.Cadre{ID: data.NewID(), Name: "乙", Birth: 198501}
	s := storetest.Open(
		t, county, post, own, seat, a, b,
		&data.Appointment{Cadre: data.Ref(a.ID), Post: data.Ref(post.ID), Title: "县委书记", Since: 202401},
		&data.Appointment{Cadre: data.Ref(b.ID), Post: data.Ref(seat.ID), Title: "市委书记", Since: 202401},
		&data.Setting{Key: data.SettingLevel, Value: "市"},
	)
	values := compute(t, s, 202606)
	if v := values["m4.2.county.principals"]; v.Text() != "1" || v.Denominator != 1 {
		t.Errorf("county principals of a city: %s of %d", v.Text(), v.Denominator)
	}
	if v := values["m0.principals"]; v.Label != "市管党政正职" {
		t.Errorf("label %q", v.Label)
	}
}
