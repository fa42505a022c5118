package figure_test

import (
	"encoding/json"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store/storetest"
)

// In 2026.10 nothing is said of what has not happened in 2027.03; what holds then
// is worked out. What was over by then is known: the year 2026 is not in 2026.10,
// and is from 2026.12 on.
func TestMonthsToCome(t *testing.T) {
	records := []any{
		&data.Unit{ID: "u", Name: "白鹿镇党委", Short: "白鹿镇", Kind: data.UnitTown},
		&data.Post{ID: "p", Unit: "u", Name: "党委书记", Approved: 1, Rank: "1", Managed: "2", Team: true, Duty: "党政正职"},
		&data.Cadre{ID: "甲", Name: "甲", Sex: "1", Birth: 199001, WorkStart: 201201},
		&data.Appointment{Cadre: "甲", Unit: "u", Post: "p", Title: "党委书记", Since: 202501, How: "1", Main: true},
		&data.Dispatch{Unit: "u", Held: 20260301}, &data.Dispatch{Unit: "u", Held: 20260901},
		&data.Session{Kind: "1", Unit: "u", Held: 20260105},
		&data.Score{Unit: "u", Year: 2026, Kind: "2", Maximum: 10, Points: 9},
	}
	ids := []string{"m0.principals", "m1.1.dispatches", "m1.1.short", "m1.1.committees", "m1.3.score.party"}
	for _, c := range []struct {
		now, at data.Month
		want    string
	}{
		{202610, 202610, "1 1 0 1 无数据"},
		{202610, 202703, "1推演 尚未发生 尚未发生 1推演 尚未发生"},
		{202612, 202703, "1推演 尚未发生 尚未发生 1推演 90.0推演"},
		{202703, 202703, "1 0 1 1 90.0"},
	} {
		s := storetest.OpenAt(t, c.now, records...)
		source, err := figure.Open(t.Context(), s, c.at)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, id := range ids {
			v, err := source.One(t.Context(), figure.Named(id), c.at)
			if err != nil {
				t.Fatal(err)
			}
			text := v.Text()
			if v.Projected && !v.NoData {
				text += "推演"
			}
			got = append(got, text)
			rows, err := source.Who(t.Context(), v.Definition, c.at)
			if err != nil || v.NotYet && len(rows) > 0 {
				t.Errorf("%s at %s: %d rows behind what has not happened, %v", id, c.at, len(rows), err)
			}
			raw, _ := json.Marshal(v)
			if v.NotYet != strings.Contains(string(raw), `"value":null`) && v.NotYet || v.NotYet != strings.Contains(string(raw), `"reason":"尚未发生"`) {
				t.Errorf("%s", raw)
			}
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s as of %s: %s, want %s", c.at, c.now, text, c.want)
		}
	}
}
