package paper_test

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/docx"
)

// A paper knows no file format; a format writes any paper.
func Example() {
	p := &paper.Paper{Title: "关于年轻干部工作情况的汇报", Sign: "清源县委组织部", Date: "2026年6月30日"}
	p.Add(
		paper.Addressee("县委："),
		paper.H(1, "一、总体情况"),
		paper.Para(paper.Plain("全县现有优秀年轻干部"), paper.Chip("m0.young", "36名"), paper.Plain("。")),
	)
	for line := range strings.SplitSeq(p.Text(), "\n") {
		fmt.Println(line)
	}

	var file strings.Builder
	fmt.Println(docx.Write(&file, p, paper.Fonts{}), file.Len() > 0)
	// Output:
	// 关于年轻干部工作情况的汇报
	// 县委：
	// 一、总体情况
	// 全县现有优秀年轻干部36名。
	// 清源县委组织部
	// 2026年6月30日
	//
	// <nil> true
}
