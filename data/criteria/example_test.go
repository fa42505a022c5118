package criteria_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

func ExampleParse() {
	c, err := criteria.Parse("年龄<36 且 性别 = 女")
	fmt.Println(c, err)
	_, err = criteria.Parse("年龄 < ")
	fmt.Println(err)
	// Output:
	// 年龄 < 36 且 性别 = 女 <nil>
	// 口径“年龄 < ”读不懂：“年龄 <”后缺少值。
}

// The number of a question and its list come from one criterion.
func ExampleQuery() {
	dir, _ := os.MkdirTemp("", "")
	defer os.RemoveAll(dir)
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(dir, "干部.db"), true)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	_, err = s.Change(ctx, store.Act{Who: "甲", What: "登记干部"}, func(tx *store.Tx) error {
		for _, c := range []data.Cadre{{Name: "张三", Birth: 199107}, {Name: "李四", Birth: 198001}} {
			if err := tx.Add(ctx, &c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	q := criteria.Query{
		Subject: criteria.SubjectNamed("干部"), Where: criteria.MustParse("年龄 < 36"),
		At: 202606, Book: criteria.Shipped(data.County),
	}
	_, people, err := q.Count(ctx, s)
	fmt.Println(people, err)
	rows, err := q.Rows(ctx, s, nil, "姓名", "年龄")
	fmt.Println(rows, err)
	// Output:
	// 1 <nil>
	// [[张三 34]] <nil>
}
