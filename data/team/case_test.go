package team_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// The twelve teams are judged at 2026.06. Somebody born in 1990.07 is 35 then
// and 36 a month later; somebody born in 1996.01 is 30, and 31 from 2027.01.
const when data.Month = 202606

func unit(id string, kind data.Code) *data.Unit {
	return &data.Unit{ID: id, Name: id, Short: id, Kind: kind}
}

// post is a seat in a team; its ID is unit and name.
func post(unit, name string, rank data.Code, approved int) *data.Post {
	level := data.Code("1A42")
	if rank == "1" {
		level = "1A41"
	}
	return &data.Post{ID: unit + name, Unit: data.Ref(unit), Name: name, Rank: rank, Approved: approved, Level: level, Managed: "2", Team: true}
}

func cadre(name string, sex data.Code, birth data.Month) *data.Cadre {
	return &data.Cadre{ID: name, Name: name, Sex: sex, Birth: birth, WorkStart: birth.Add(264), PartyJoined: birth.Add(260), FullEdu: "大学"}
}

// at seats somebody, in his own right since 2020.01.
func at(who, unit, post string) *data.Appointment {
	return &data.Appointment{
		ID: who + unit + post, Cadre: data.Ref(who), Unit: data.Ref(unit), Post: data.Ref(unit + post), Title: unit + post,
		Main: true, Since: 202001, How: "3",
	}
}

// man and woman make a person with the post held.
func man(who string, birth data.Month, unit, post string) []any {
	return []any{cadre(who, "1", birth), at(who, unit, post)}
}

func woman(who string, birth data.Month, unit, post string) []any {
	return []any{cadre(who, "2", birth), at(who, unit, post)}
}

// town has a secretary and a mayor, a deputy secretary and so many members.
func town(name string, members int) []any {
	return []any{
		unit(name, "31"), post(name, "书记", "1", 1), post(name, "镇长", "1", 1), post(name, "副书记", "2", 1), post(name, "委员", "3", members),
	}
}

// office has a head and so many deputies.
func office(name string, kind data.Code, deputies int) []any {
	return []any{unit(name, kind), post(name, "局长", "1", 1), post(name, "副局长", "2", deputies)}
}

func target(name string, kind data.Code, unit, condition string, percent, number int, base data.Code) *data.Target {
	measure := data.Code("1")
	if percent == 0 {
		measure = "2"
	}
	return &data.Target{
		Name: name, Kind: kind, Unit: data.Ref(unit), Scope: "3", Condition: data.Long(condition), Measure: measure,
		Percent: percent, Number: number, Base: base, Source: "本单位设置",
	}
}

const (
	young  = "35岁以下占30%"
	thirty = "30岁以下至少1名"
	women  = "女干部至少1名"
	about  = "35岁左右占15%"
)

// twelve are the teams of the test, each for one edge.
func twelve() []any {
	secondment := at("挂职甲", "辛局", "副局长")
	secondment.How = "5"
	wanted := at("挂职乙", "壬局", "副局长")
	wanted.How = "5"
	onTrial := at("戊委员", "戊镇", "委员")
	onTrial.Since, onTrial.How = 202601, "1" // promoted: on trial until 2027.01
	return concat(
		[]any{
			target(young, "31", "", "年龄 < 36", 30, 0, "1"),
			target(thirty, "31", "", "年龄 < 31", 0, 1, ""),
			target(women, "31", "", "性别 = 女", 0, 1, ""),
			target(about, "22", "", "年龄 < 37", 15, 0, "2"),
			target("挂职干部1名", "", "壬局", "任职方式 = 挂职 且 年龄 < 37", 0, 1, ""),
			&data.Target{Name: "旧目标", Kind: "31", Scope: "3", Condition: "年龄 < 20", Measure: "2", Number: 9, Since: 202001, Until: 202606},
		},

		// 甲镇: 4 posts, 30% are 1.2, so 2. 甲副 is 35 and 甲委 is 30: both count. Green.
		town("甲镇", 1),
		man("甲书记", 198401, "甲镇", "书记"), man("甲镇长", 198801, "甲镇", "镇长"),
		woman("甲副", 199007, "甲镇", "副书记"), man("甲委", 199601, "甲镇", "委员"),

		// 乙镇: the same, but 乙副 was born a month earlier and is 36 today: 1 of 2. Yellow.
		town("乙镇", 1),
		man("乙书记", 198401, "乙镇", "书记"), man("乙镇长", 198801, "乙镇", "镇长"),
		woman("乙副", 199006, "乙镇", "副书记"), man("乙委", 199601, "乙镇", "委员"),

		// 丙镇: 11 posts, 30% are 3.3, so 4; three are young. Yellow. Empty posts count as approved.
		town("丙镇", 8),
		man("丙书记", 198401, "丙镇", "书记"), man("丙镇长", 199101, "丙镇", "镇长"),
		woman("丙副", 199101, "丙镇", "副书记"), man("丙委", 199601, "丙镇", "委员"),

		// 丁镇: all targets are met, but nobody is mayor. Red.
		town("丁镇", 1),
		man("丁书记", 198401, "丁镇", "书记"), woman("丁副", 199101, "丁镇", "副书记"), man("丁委", 199601, "丁镇", "委员"),

		// 戊镇: the only one under 31 is on trial. He counts, unless the office sets otherwise: then 2 of 4
		// become 1 young and 0 under 31, two unmet, red.
		town("戊镇", 1),
		man("戊书记", 198401, "戊镇", "书记"), man("戊镇长", 198801, "戊镇", "镇长"),
		woman("戊副", 199101, "戊镇", "副书记"), []any{cadre("戊委员", "1", 199601), onTrial},

		// 己镇 and 庚局: 己副 holds a post in each in her own right and counts in both. Both green. In 庚局 two
		// people are there, 15% are 0.3, so 1.
		town("己镇", 1), office("庚局", "22", 1),
		man("己书记", 198401, "己镇", "书记"), man("己镇长", 198801, "己镇", "镇长"),
		woman("己副", 199101, "己镇", "副书记"), man("己委", 199601, "己镇", "委员"),
		man("庚局长", 198301, "庚局", "局长"), []any{at("己副", "庚局", "副局长")},

		// 辛局: the young deputy is there on secondment and counts neither above nor below the line: of 1
		// person 15% are 1, and 0 are there. Yellow.
		office("辛局", "22", 1),
		man("辛局长", 198301, "辛局", "局长"), []any{cadre("挂职甲", "1", 199501), secondment},

		// 壬局: a target of its own asks for somebody on secondment, so he counts. Green.
		office("壬局", "23", 1),
		man("壬局长", 198301, "壬局", "局长"), []any{cadre("挂职乙", "1", 199501), wanted},

		// 癸镇: nobody under 31, no woman: two unmet, red. The two young ones meet the first target.
		town("癸镇", 1),
		man("癸书记", 198401, "癸镇", "书记"), man("癸镇长", 198801, "癸镇", "镇长"),
		man("癸副", 199101, "癸镇", "副书记"), man("癸委", 199101, "癸镇", "委员"),

		// 子局: the head was born in 1966.04. 60 years are 2026.04, sixteen months after 2024.12, so four
		// months later: 2026.08, within half a year. Red; and one of two within three years, and so within
		// five: yellow.
		office("子局", "22", 1),
		man("子局长", 196604, "子局", "局长"), man("子副", 199201, "子局", "副局长"),

		// 丑镇: the secretary's wife is the deputy secretary. Red. 丑委 has the name of his brother-in-law, but
		// another birth.
		town("丑镇", 1),
		man("丑书记", 198401, "丑镇", "书记"), man("丑镇长", 198801, "丑镇", "镇长"),
		woman("丑副", 199101, "丑镇", "副书记"), man("丑委", 199601, "丑镇", "委员"),
		[]any{
			&data.Family{Cadre: "丑书记", Relation: "妻子", Name: "丑副", Birth: 199101},
			&data.Family{Cadre: "丑书记", Relation: "妻弟", Name: "丑委", Birth: 199602},
		},
	)
}

func concat(lists ...[]any) []any {
	var all []any
	for i, list := range lists {
		for k, r := range list {
			switch r := r.(type) {
			case *data.Unit:
				r.Sort = i + 1
			case *data.Post:
				r.Sort = k
			}
			all = append(all, r)
		}
	}
	return all
}

// open makes the case and prepares to answer at a month.
func open(t testing.TB, at data.Month, more ...any) (*store.Store, figure.Source) {
	t.Helper()
	s := storetest.OpenAt(t, when, append(twelve(), more...)...)
	return s, sourceAt(t, s, at)
}

func sourceAt(t testing.TB, r store.View, at data.Month) figure.Source {
	t.Helper()
	source, err := figure.Open(t.Context(), r, at)
	if err != nil {
		t.Fatal(err)
	}
	return source
}
