package data_test

import (
	"fmt"

	"huoshui/data"
)

func ExampleMonth() {
	at := data.MakeMonth(2026, 6)
	fmt.Println(at, at.Chinese())
	fmt.Println("年龄：", at.Age(199107))
	fmt.Println("在任：", at.Within(202009, 202606), at.Within(202009, 0))
	// Output:
	// 2026.06 2026年6月
	// 年龄： 34
	// 在任： false true
}

// Forms, grids, import, export and the log ask the description of a kind, not the
// struct.
func ExampleKind() {
	kind := data.KindOf(&data.Talk{})
	fmt.Println(kind.Label)
	for i := range kind.Fields {
		if f := &kind.Fields[i]; f.Required {
			fmt.Println(f.Label)
		}
	}
	// Output:
	// 谈心谈话
	// 干部
	// 日期
	// 类别
}
