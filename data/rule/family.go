package rule

import (
	"slices"

	"huoshui/data"
)

func (c *checker) family() {
	if len(c.Family) == 0 {
		c.row("家庭主要成员应当填写", data.FamilyKind, -1, "", "没有家庭成员")
	}
	for i, f := range c.Family {
		switch {
		case f.Relation == "":
			c.row("家庭成员应当写明称谓", data.FamilyKind, i, "relation", "第 %d 行没有称谓", i+1)
		case f.Name == "":
			c.row("家庭成员应当写明姓名", data.FamilyKind, i, "name", "%s没有姓名", f.Relation)
		case f.Birth > c.at:
			c.row("时间不晚于当天", data.FamilyKind, i, "birth", "%s出生 %s 晚于 %s", f.Relation, f.Birth, c.at)
		}
	}
}

// spouses are the words for a spouse with the sex of whoever has one.
var spouses = map[string]data.Code{"妻子": data.SexMan, "丈夫": data.SexWoman}

// parents and children are words for those a generation away; those of a
// spouse and by marriage are not, they may be of any age.
var (
	parents  = []string{"父亲", "母亲"}
	children = []string{"儿子", "女儿", "长子", "次子", "三子", "长女", "次女", "三女"}
)

// generation is how many years parents are older at the least.
const generation = 15

// kin compares the family with the person: who is married to whom, and who can
// be whose parent.
func (c *checker) kin() {
	seen := map[string]bool{}
	for i, f := range c.Family {
		if sex, spouse := spouses[f.Relation]; spouse && c.Cadre.Sex != "" && sex != c.Cadre.Sex {
			c.row("称谓与本人性别相符", data.FamilyKind, i, "relation", "本人为%s，写有“%s”", data.ListNamed("sex").Label(c.Cadre.Sex), f.Relation)
		}
		if slices.Contains(parents, f.Relation) && seen[f.Relation] {
			c.row("父母各只有一人", data.FamilyKind, i, "relation", "“%s”写了两次", f.Relation)
		}
		seen[f.Relation] = true
		c.generations(i, f)
	}
}

func (c *checker) generations(row int, f *data.Family) {
	own := c.Cadre.Birth
	if own == 0 || f.Birth == 0 {
		return
	}
	if slices.Contains(parents, f.Relation) && own.Age(f.Birth) < generation {
		c.row("父母应年长十五岁以上", data.FamilyKind, row, "birth", "本人出生 %s，%s出生 %s", own, f.Relation, f.Birth)
	}
	if slices.Contains(children, f.Relation) && f.Birth.Age(own) < generation {
		c.row("子女应年轻十五岁以上", data.FamilyKind, row, "birth", "本人出生 %s，%s出生 %s", own, f.Relation, f.Birth)
	}
}
