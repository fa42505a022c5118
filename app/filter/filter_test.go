package filter

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
)

// cadres asks about cadres; on record are two nationalities.
func cadres() *Asker {
	subject := criteria.SubjectNamed("cadre")
	a := &Asker{
		Desk:     &desk.Desk{Run: desk.Inline{}},
		Recorded: func(f *criteria.Field) bool { return f.Key == "native_place" },
		Values: func(context.Context, *criteria.Field) ([]string, error) {
			return []string{"河北盐山", "河北景县"}, nil
		},
	}
	a.Check = func(c criteria.Criterion) error {
		return criteria.Query{Subject: subject, Where: c, At: 202610}.Check()
	}
	for i := range subject.Fields {
		a.Fields = append(a.Fields, &subject.Fields[i])
	}
	return a
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestComparisonsSuitTheField(t *testing.T) {
	a := cadres()
	for _, f := range a.Fields {
		for _, c := range a.operators(f) {
			values := []string{"是"}
			switch {
			case f.List != "":
				values = data.ListNamed(f.List).Labels()[:1]
			case f.Type == data.TypeInt:
				values = []string{"3"}
			case f.Type == data.TypeMonth, f.Type == data.TypeDate:
				values = []string{"19900131"}
			case f.Type == data.TypeBlob:
				continue
			}
			if _, err := a.condition(f, c.op, values); err != nil {
				t.Errorf("%s %s: %v", f.Label, c.op, err)
			}
		}
	}
	if _, err := a.condition(a.field("年龄"), criteria.Less, []string{" "}); err == nil {
		t.Error("a condition without a value was taken")
	}
}

func TestOfferedValues(t *testing.T) {
	a := cadres()
	for label, want := range map[string]string{"性别": "男 女", "籍贯": "河北盐山 河北景县", "姓名": ""} {
		a.offer(a.field(label), func(values []string) { expect(t, strings.Join(values, " "), want) })
	}
}

func TestChipTexts(t *testing.T) {
	expect(t, chipText(criteria.If("民族", criteria.In, "汉族", "回族", "满族", "藏族")), "民族 属于 汉族、回族 等 4 项")
	expect(t, chipText(criteria.Meets("85后")), "符合 85后")
	if n := len([]rune(chipText(criteria.If("现任职务", criteria.Contains, strings.Repeat("长", 99))))); n > 40 {
		t.Errorf("%d characters on a chip", n)
	}
}

func TestAConditionIsMadeInTheEditor(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	e := newEditor(cadres())
	e.item.SetValue("民族")
	e.setField("")
	e.op.SetValue(string(criteria.In))
	e.setValues([]string{"回族"})
	e.value.(*picked).add("满族")
	var made criteria.Criterion
	if !e.finish(func(c criteria.Criterion) { made = c }) {
		t.Fatal(e.wrong.Text())
	}
	expect(t, made.String(), "民族 属于 回族、满族")
}

func TestTheSentenceIsReadIntoConditions(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
	a, changed := cadres(), 0
	c := &Conditions{Check: a.Check, OnChanged: func() { changed++ }}
	l := NewLine(c, a, "年龄 < 36")
	l.written("年龄 < 36 且")
	if l.Text.Problem() == "" || changed != 0 {
		t.Error("half a sentence was taken")
	}
	l.written("年龄 < 36 且 性别 = 女")
	l.Update()
	if len(c.Parts) != 2 || changed != 1 || l.Text.Problem() != "" {
		t.Error(c.Parts, changed, l.Text.Problem())
	}
	c.Remove(0)
	expect(t, c.Where().String(), "性别 = 女")
}
