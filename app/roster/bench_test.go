package roster

import (
	"fmt"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store/storetest"
)

const crowd = 100_000

// crowded is a city: a hundred thousand cadres in five hundred units, each
// with a post of today and one of before.
func crowded(b *testing.B) *desk.Desk {
	b.Helper()
	db := storetest.Open(b)
	var records []any
	for u := range 500 {
		unit := fmt.Sprintf("u%03d", u)
		records = append(records, &data.Unit{ID: unit, Name: "单位" + unit, Short: fmt.Sprintf("第%d局", u), Kind: "22", Sort: u})
		for p := range 4 {
			records = append(records, &data.Post{ID: fmt.Sprintf("%sp%d", unit, p), Unit: data.Ref(unit), Name: "副局长", Level: "1A42", Rank: "2", Managed: "2", Sort: p})
		}
	}
	given := []rune("嘉怡静思子文晨然浩博春海")
	for n := range crowd {
		id := fmt.Sprintf("c%06d", n)
		post := data.Ref(fmt.Sprintf("u%03dp%d", n%500, n%4))
		records = append(
			records,
			&data.Cadre{ID: id, Name: "王" + string(given[n%12]) + string(given[n/12%12]), Sex: data.Code("12"[n%2 : n%2+1]), Birth: data.MakeMonth(1966+n%34, n%12+1), Nation: "汉族", FullEdu: "大学"},
			&data.Appointment{Cadre: data.Ref(id), Unit: post[:4], Post: post, Title: "副局长", Main: true, Since: data.MakeMonth(2015+n%11, 3)},
			&data.Appointment{Cadre: data.Ref(id), Unit: post[:4], Title: "科长", Since: 201001, Until: 201501},
		)
	}
	for len(records) > 0 {
		part := records[:min(50_000, len(records))]
		records = records[len(part):]
		storetest.Put(b, db, part...)
	}
	d, _ := desktest.Over(b, db)
	return d
}

func BenchmarkHundredThousand(b *testing.B) {
	d := crowded(b)
	m := silent(d)
	if m.list.Len() != crowd {
		b.Fatal(m.list.Len())
	}
	for _, field := range []string{"title", "name", "birth", "level"} {
		b.Run("list by "+field, func(b *testing.B) {
			for b.Loop() {
				m.sortBy(field, false)
			}
		})
	}
	m.sortBy("title", false)
	for _, text := range []string{"静思", "wjs"} {
		b.Run("search "+text, func(b *testing.B) {
			for b.Loop() {
				m.find(text)
			}
		})
	}
	m.find("")
	b.Run("scope", func(b *testing.B) {
		q := m.query1(b, "任职", "年龄 < 41")
		for b.Loop() {
			m.show("年轻干部", q)
		}
	})
	m.clear()
	b.Run("page", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			m.list.Forget()
			m.list.Row(n * 7919 % crowd)
		}
	})
	b.Run("copy 2000", func(b *testing.B) {
		rows := make([]int, 2000)
		for i := range rows {
			rows[i] = i * 50
		}
		for b.Loop() {
			m.list.Forget()
			if _, err := m.list.Load(rows); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("person", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			m.choose(m.at(n * 7919 % crowd))
		}
	})
}
