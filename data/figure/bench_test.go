package figure_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

const benchMonth data.Month = 202606

// crowd fills a store with as many cadres, each with three appointments of
// which the last goes on, in teams of ten posts.
func crowd(b *testing.B, cadres int) *store.Store {
	b.Helper()
	if testing.Short() {
		b.Skip("makes a large file")
	}
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "crowd.db"), true)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	_, err = s.Change(b.Context(), store.Act{Who: "测试", What: "建大库"}, func(tx *store.Tx) error {
		return populate(b.Context(), tx, cadres)
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func populate(ctx context.Context, tx *store.Tx, cadres int) error {
	kinds := []data.Code{"11", "13", "21", "22", "22", "31", "31", "32", "33", "41"}
	hows := []data.Code{"1", "2", "3", "4", "5"}
	surnames, given := []rune("王李张刘陈杨黄赵吴周"), []rune("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚")
	month := func(n int) data.Month { return data.Month(200001).Add(n) }
	units, posts := cadres/100+1, 10
	for u := range units {
		unit := &data.Unit{ID: fmt.Sprintf("u%d", u), Name: fmt.Sprintf("单位%d", u), Short: fmt.Sprintf("单位%d", u), Kind: kinds[u%len(kinds)], Sort: u}
		if err := tx.Add(ctx, unit); err != nil {
			return err
		}
		for p := range posts {
			post := &data.Post{
				ID: fmt.Sprintf("u%dp%d", u, p), Unit: data.Ref(unit.ID), Name: fmt.Sprintf("职位%d", p), Approved: 1,
				Level: "1A41", Managed: "2", Team: p < 7, Sort: p,
			}
			if p < 2 {
				post.Duty = "党政正职"
			}
			if err := tx.Add(ctx, post); err != nil {
				return err
			}
		}
	}
	for i := range cadres {
		c := &data.Cadre{
			ID: data.NewID(), Name: string([]rune{surnames[i%10], given[i/10%20], given[i/200%20]}), Sex: data.Code(fmt.Sprint(1 + i%2)),
			Birth: data.Month(196601).Add(i * 7 % 400), PartyJoined: month(i % 200), FullEdu: "大学", PartEdu: "中央党校研究生",
		}
		if err := tx.Add(ctx, c); err != nil {
			return err
		}
		for n := range 3 {
			a := &data.Appointment{
				Cadre: data.Ref(c.ID), Post: data.Ref(fmt.Sprintf("u%dp%d", (i+n)%units, (i/units+n)%posts)), Title: "某单位某职务",
				Main: true, Since: month(i%100 + n*70), How: hows[(i+n)%len(hows)], Term: i%3 == 0,
			}
			if n < 2 {
				a.Until = month(i%100 + (n+1)*70)
			}
			if err := tx.Add(ctx, a); err != nil {
				return err
			}
		}
		if i%20 == 0 {
			if err := tx.Add(ctx, &data.Reserve{Cadre: data.Ref(c.ID), Tier: data.Code(fmt.Sprint(1 + i/20%3)), Since: month(i % 300)}); err != nil {
				return err
			}
		}
	}
	return tx.Add(ctx, &data.Setting{Key: data.SettingTerms, Value: "2021.08"})
}

// Benchmark100k puts the questions of the roster and of the overview to a
// file of a hundred thousand cadres.
func Benchmark100k(b *testing.B) {
	s := crowd(b, 100_000)
	source, err := figure.Open(b.Context(), s, benchMonth)
	if err != nil {
		b.Fatal(err)
	}
	roster := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: benchMonth, Book: source.Book}
	young := roster
	young.Where = criteria.MustParse("年龄 < 41 且 班子成员 = 是")
	byName, byUnit := criteria.Order{Field: "姓名"}, criteria.Order{Field: "order"}
	ids, err := roster.IDs(b.Context(), s, byUnit)
	if err != nil || len(ids) != 100_000 {
		b.Fatal(len(ids), err)
	}
	columns := []string{"姓名", "性别", "出生年月", "年龄", "学历", "政治面貌", "现任职务", "机构", "任现职时间", "任现层次时间", "在储备库"}
	ask := func(name string, question func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := question(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	ask("IDs by unit", func() error { _, err := roster.IDs(b.Context(), s, byUnit); return err })
	ask("IDs by name", func() error { _, err := roster.IDs(b.Context(), s, byName); return err })
	ask("IDs of the young", func() error { _, err := young.IDs(b.Context(), s, byUnit); return err })
	ask("Cells of 200", func() error { _, err := roster.Cells(b.Context(), s, ids[50_000:50_200], columns...); return err })
	ask("Count", func() error { _, _, err := young.Count(b.Context(), s); return err })
	ask("Pivot", func() error { _, err := roster.Pivot(b.Context(), s, "机构类别", "性别"); return err })
	ask("all figures", func() error { _, err := source.Compute(b.Context(), figure.Definitions(), benchMonth); return err })
	ask("all reminders", func() error { _, err := rule.Remind(b.Context(), source, benchMonth); return err })
	ask("check of everybody", func() error { _, err := rule.CheckAll(b.Context(), s, benchMonth, nil); return err })
	ask("one figure", func() error {
		_, err := source.One(b.Context(), figure.Named("m0.principals"), benchMonth)
		return err
	})
	ask("who of one figure", func() error {
		_, err := source.Who(b.Context(), figure.Named("m0.deputies"), benchMonth, "姓名", "机构", "职位")
		return err
	})
}
