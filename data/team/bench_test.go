package team_test

import (
	"fmt"
	"testing"

	"huoshui/data"
	"huoshui/data/store/storetest"
	"huoshui/data/team"
)

// crowd makes so many towns of ten members each, and as many people who lead
// nothing.
func crowd(teams int) []any {
	records := []any{
		target(young, "31", "", "年龄 < 36", 30, 0, "1"), target(thirty, "31", "", "年龄 < 31", 0, 1, ""), target(women, "31", "", "性别 = 女", 0, 1, ""),
	}
	for i := range teams {
		name := fmt.Sprintf("第%d镇", i)
		records = append(records, town(name, 7)...)
		for n, place := range []string{"书记", "镇长", "副书记", "委员", "委员", "委员", "委员", "委员", "委员", "委员"} {
			who := fmt.Sprintf("%s%d", name, n)
			records = append(records, man(who, data.Month(197001).Add((i*37+n*91)%300), name, place)...)
			records = append(records, &data.Family{Cadre: data.Ref(who), Relation: "父亲", Name: who + "父"})
			records = append(records, cadre(who+"员", "2", data.Month(199001).Add((i+n)%100)))
		}
	}
	return records
}

// BenchmarkThreeHundredTeams puts the questions of the map of teams to 300 of
// them, with 6000 people on file.
func BenchmarkThreeHundredTeams(b *testing.B) {
	s := storetest.Open(b, crowd(300)...)
	source := sourceAt(b, s, when)
	b.Run("Lights", func(b *testing.B) {
		for b.Loop() {
			if v, err := team.Lights(b.Context(), source, when); err != nil || len(v) != 300 {
				b.Fatal(len(v), err)
			}
		}
	})
	b.Run("LedgerOf", func(b *testing.B) {
		for b.Loop() {
			if _, err := team.LedgerOf(b.Context(), source, "第7镇", when); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Try", func(b *testing.B) {
		targets, err := team.TargetsAt(b.Context(), source, when)
		if err != nil {
			b.Fatal(err)
		}
		rules, err := team.RulesAt(b.Context(), source, when)
		if err != nil {
			b.Fatal(err)
		}
		targets = append(targets, target(young, "31", "", "年龄 < 41", 50, 0, ""))
		for b.Loop() {
			if n, err := team.Try(b.Context(), source, when, targets, rules); err != nil || n.Red+n.Yellow+n.Green+n.Pending != 300 {
				b.Fatal(n, err)
			}
		}
	})
	b.Run("Play", func(b *testing.B) {
		for b.Loop() {
			_, err := team.Play(b.Context(), s, &data.Scenario{At: when}, []*data.Move{{Cadre: "第7镇3", Post: "第8镇镇长", Leaves: "第7镇3第7镇委员"}})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}
