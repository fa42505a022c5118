package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"huoshui/data"
	"huoshui/data/store"
)

// Two editors read one record. What they change in different fields is kept of
// both; what they change in the same field a person has to settle.
func Example() {
	dir, _ := os.MkdirTemp("", "")
	defer os.RemoveAll(dir)
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(dir, "干部.db"), true)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()

	read := &data.Cadre{Name: "张三", Nation: "汉族"}
	_, err = s.Change(ctx, store.Act{Who: "甲", What: "登记干部"}, func(tx *store.Tx) error { return tx.Add(ctx, read) })
	fmt.Println(err)

	edit := func(who string, change func(*data.Cadre)) error {
		changed := *read
		change(&changed)
		_, err := s.Change(ctx, store.Act{Who: who, What: "修改干部"}, func(tx *store.Tx) error { return tx.Merge(ctx, read, &changed) })
		return err
	}
	fmt.Println(edit("甲", func(c *data.Cadre) { c.Nation = "畲族" }))
	fmt.Println(edit("乙", func(c *data.Cadre) { c.Health = "健康" }))

	var conflict *store.Conflict
	if errors.As(edit("乙", func(c *data.Cadre) { c.Nation = "苗族" }), &conflict) {
		f := conflict.Records[0].Fields[0]
		fmt.Println(f.Field.Label, f.Base, f.Mine, f.Stored, conflict.Records[0].Who)
	}

	now, err := store.Get[data.Cadre](ctx, s, read.ID)
	fmt.Println(now.Nation, now.Health, err)
	// Output:
	// <nil>
	// <nil>
	// <nil>
	// 民族 汉族 苗族 畲族 甲
	// 畲族 健康 <nil>
}
