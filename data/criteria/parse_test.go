package criteria_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
)

// Sentences and the form in which they are written again; empty means as read.
var sentences = []struct{ text, canonical string }{
	{"", ""},
	{"   ", ""},
	{"年龄 < 36", ""},
	{"年龄<36", "年龄 < 36"},
	{"年龄＜36", "年龄 < 36"},
	{"年龄 <= 35", "年龄 ≤ 35"},
	{"年龄 小于 36", "年龄 < 36"},
	{"年龄 不小于 30 且 年龄 不大于 35", "年龄 ≥ 30 且 年龄 ≤ 35"},
	{"出生年月 ≥ 1985.01", ""},
	{"出生年月 不早于 1985年1月", "出生年月 ≥ 1985年1月"},
	{"入党时间 早于 2010.07 或 入党时间 晚于 2020.07", "入党时间 < 2010.07 或 入党时间 > 2020.07"},
	{"性别 = 女", ""},
	{"性别 是 女", "性别 = 女"},
	{"性别 不是 女", "性别 ≠ 女"},
	{"性别 不等于 女", "性别 ≠ 女"},
	{"性别 <> 女", "性别 ≠ 女"},
	{"选调生 = 是", ""},
	{"选调生 是 是", "选调生 = 是"},
	{"选调生 = “是”", "选调生 = 是"},
	{"职务层次 属于 乡科级正职、乡科级副职", ""},
	{"任职方式 不属于 挂职、 兼任", "任职方式 不属于 挂职、兼任"},
	{"籍贯 包含 盐山", ""},
	{"籍贯 不包含 100%_", ""},
	{"职位 为空", ""},
	{"职位 不为空 且 年龄 > 40", ""},
	{"符合 85后", ""},
	{"不符合 85后", "非（符合 85后）"},
	{"非 符合 85后", "非（符合 85后）"},
	{"非（年龄 < 36 或 性别 = 女）", ""},
	{"非 非 年龄 < 36", "非（非（年龄 < 36））"},
	{"a = 1 且 b = 2 或 c = 3 且 d = 4", ""},
	{"a = 1 且 （b = 2 或 c = 3） 且 d = 4", "a = 1 且 （b = 2 或 c = 3） 且 d = 4"},
	{"(a = 1 或 b = 2) 且 c = 3", "（a = 1 或 b = 2） 且 c = 3"},
	{"（（a = 1））", "a = 1"},
	{"（a = 1 且 b = 2） 且 c = 3", "（a = 1 且 b = 2） 且 c = 3"},
	{"（a = 1 或 b = 2） 或 c = 3", "（a = 1 或 b = 2） 或 c = 3"},
	{"（a = 1 且 b = 2） 或 c = 3", "a = 1 且 b = 2 或 c = 3"},
	{"机构 = “县委 组织部（机关）”", ""},
	{"机构 = “且”", ""},
	{"机构 属于 “甲、乙”、丙", ""},
	{"机构 = “”", ""},
	{"“是” = 1", ""},
	{"符合 “35岁（左右）”", ""},
	{"姓名 = “阿卜杜拉·买买提”", "姓名 = 阿卜杜拉·买买提"},
	{"奖惩情况 包含 ““两优一先””表彰”", ""}, // “两优一先”表彰
	{"机构 = ““县委”", ""},          // an opening mark too many is part of the word
	{"机构 = “Ａ＝Ｂ”", ""},
}

func TestSentences(t *testing.T) {
	for _, c := range sentences {
		want := c.canonical
		if want == "" {
			want = strings.TrimSpace(c.text)
		}
		tree, err := criteria.Parse(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := tree.String(); got != want {
			t.Errorf("%q is written %q, want %q", c.text, got, want)
		}
		again, err := criteria.Parse(tree.String())
		if err != nil || !reflect.DeepEqual(again, tree) {
			t.Errorf("%q reads back as %+v (%v), was %+v", tree.String(), again, err, tree)
		}
	}
}

// The tree itself, for the bindings a clerk relies on.
func TestAndBindsTighterThanOr(t *testing.T) {
	a, b, c := criteria.If("a", criteria.Equal, "1"), criteria.If("b", criteria.In, "2", "3"), criteria.Meets("丙")
	got := criteria.MustParse("a = 1 或 b 属于 2、3 且 不符合 丙")
	want := criteria.Criterion{Any: []criteria.Criterion{a, {All: []criteria.Criterion{b, {Not: &c}}}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestAnd(t *testing.T) {
	a, b := criteria.Meets("甲"), criteria.Meets("乙")
	for _, c := range []struct {
		parts []criteria.Criterion
		want  string
	}{
		{nil, ""},
		{[]criteria.Criterion{{}, {}}, ""},
		{[]criteria.Criterion{{}, a}, "符合 甲"},
		{[]criteria.Criterion{a, {}, b}, "符合 甲 且 符合 乙"},
	} {
		before := slices.Clone(c.parts)
		if got := criteria.And(c.parts...).String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
		if !reflect.DeepEqual(before, c.parts) {
			t.Error("And changed what it was given")
		}
	}
}

func TestSentencesRefused(t *testing.T) {
	for text, why := range map[string]string{
		"年龄":                       "“年龄”后缺少比较",
		"年龄 <":                     "“年龄 <”后缺少值",
		"年龄 < 36 且":                "末尾缺少条件",
		"年龄 < 36 性别 = 女":           "“性别”处多出内容",
		"且 年龄 < 36":                "“且”处应为条件",
		"（年龄 < 36":                 "缺少右括号",
		"年龄 < 36）":                 "“）”处多出内容",
		"（）":                       "“）”处应为条件",
		"非":                        "末尾缺少条件",
		"非（）":                      "“）”处应为条件",
		"符合":                       "“符合”后缺少口径名称",
		"符合 且 年龄 < 36":             "“符合”后缺少口径名称",
		"符合 “”":                    "“符合”后缺少口径名称",
		"“” = 1":                   "“”处应为条件",
		"年龄 < 36、40":               "只能有一个值",
		"性别 属于 男、":                 "缺少值",
		"性别 属于 、男":                 "缺少值",
		"年龄 =< 36":                 "“年龄”后缺少比较",
		"年龄 在 30 以上":               "“年龄”后缺少比较",
		"= 36":                     "“=”处应为条件",
		"姓名 = “张三 且 年龄 < 36":       "引号没有关上",
		"机构 属于 “”、“””":             "引号没有关上",
		strings.Repeat("（", 1000):  "括号层数太多",
		strings.Repeat("非 ", 1000): "括号层数太多",
	} {
		_, err := criteria.Parse(text)
		var fault *data.Fault
		if !errors.As(err, &fault) || !strings.Contains(fault.Sentence, why) || !strings.Contains(fault.Sentence, "读不懂") {
			t.Errorf("%.40q: %v, want %q", text, err, why)
		}
	}
}

// Deep but readable sentences can be written and read again.
func TestDepthSurvivesWriting(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("非 ", 45) + "符合 甲",
		strings.Repeat("非（", 45) + "符合 甲" + strings.Repeat("）", 45),
		strings.Repeat("（", 45) + "符合 甲" + strings.Repeat(" 或 符合 乙） 且 符合 丙", 45),
	} {
		tree, err := criteria.Parse(text)
		if err != nil {
			t.Errorf("%.30q: %v", text, err)
			continue
		}
		if again, err := criteria.Parse(tree.String()); err != nil || !reflect.DeepEqual(again, tree) {
			t.Errorf("%.30q cannot be read again: %v", text, err)
		}
	}
}

// Values that come from a form, not from a sentence, may hold anything.
func TestAnyValueSurvivesWriting(t *testing.T) {
	for _, v := range []string{
		"", " ", "是", "且", "非", "a b", "“两优一先”表彰", "”", "“", "””", "“”", "a”", "”a", "100%_'\"\\", "（）", "甲、乙", "=<", "＝", "\n",
	} {
		for _, c := range []criteria.Criterion{
			criteria.If("奖惩情况", criteria.In, v, "丙"),
			criteria.And(criteria.Meets("甲"+v), criteria.If("丁"+v, criteria.Empty)),
		} {
			again, err := criteria.Parse(c.String())
			if err != nil || !reflect.DeepEqual(again, c) {
				t.Errorf("%q: %s reads back as %+v (%v)", v, c, again, err)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range sentences {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree, err := criteria.Parse(text)
		if err != nil {
			return
		}
		again, err := criteria.Parse(tree.String())
		if err != nil {
			t.Fatalf("%q was written as %q: %v", text, tree.String(), err)
		}
		if !reflect.DeepEqual(tree, again) {
			t.Fatalf("%q: %+v was written as %q and read as %+v", text, tree, tree.String(), again)
		}
	})
}
