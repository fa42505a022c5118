package figure_test

import (
	"strings"
	"testing"

	"huoshui/data/figure"
)

func TestDefineRefusesWhatIsNotThere(t *testing.T) {
	for _, c := range []struct {
		spec figure.Spec
		want string
	}{
		{figure.Spec{Label: "甲", Subject: "飞船"}, "指标“甲”的对象“飞船”不存在。"},
		{figure.Spec{Label: "甲", Subject: "任职", Period: "世纪"}, "指标“甲”的时段“世纪”不认识。"},
		{figure.Spec{Label: "甲", Subject: "培训班", Sum: "身高"}, "“培训班”没有可以求和的“身高”。"},
		{figure.Spec{Label: "甲", Subject: "培训班", Sum: "班次"}, "“培训班”没有可以求和的“班次”。"},
		{figure.Spec{Label: "甲", Subject: "任职", Where: "年龄 <"}, ""},
		{figure.Spec{Label: "甲", Subject: "任职", Of: "且 且"}, ""},
	} {
		_, err := figure.Define(c.spec)
		if err == nil || c.want != "" && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.spec, err, c.want)
		}
	}
}

func TestDefinedWording(t *testing.T) {
	for _, c := range []struct {
		spec           figure.Spec
		unit, sentence string
	}{
		{
			figure.Spec{Subject: "谈心谈话", Where: "类别 = 任职谈话", Each: true},
			"人次", "谈心谈话：类别 = 任职谈话；一人多次的逐次计；时点所在年",
		},
		{
			figure.Spec{Subject: "任职", Where: "年龄 < 36", Of: "全部", Share: true},
			"%", "任职：年龄 < 36；一人只计一次；占：全部",
		},
		{
			figure.Spec{Subject: "考核评分", Sum: "得分", SumOf: "满分", Share: true, Period: "上年"},
			"%", "考核评分；按“得分”合计；上一年度；占：“满分”合计",
		},
		{figure.Spec{Subject: "警示教育", Unit: "场", Period: "近年"}, "场", "警示教育；近年（年数为本单位设置）"},
	} {
		d, err := figure.Define(c.spec)
		if err != nil {
			t.Fatal(err)
		}
		if d.Unit() != c.unit || d.Wording() != c.sentence {
			t.Errorf("%s %q, want %s %q", d.Unit(), d.Wording(), c.unit, c.sentence)
		}
	}
}
