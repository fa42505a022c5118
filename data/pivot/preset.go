package pivot

import (
	"fmt"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
)

// Preset is a ready table (常用表).
type Preset struct {
	Name        string
	Subject     *criteria.Subject
	Where       criteria.Criterion
	Row, Column string // labels of fields; Column may be empty
	Chart       string // 条形, 堆积 …; empty for what suits
}

// Presets lists the tables that come with the program.
func Presets() []Preset { return presets() }

var presets = sync.OnceValue(func() []Preset {
	var file struct {
		Pivot []struct{ Name, Subject, Where, Row, Column, Chart string }
	}
	if _, err := toml.Decode(assets.Pivots, &file); err != nil {
		panic(fmt.Sprintf("pivot: presets: %v", err))
	}
	var list []Preset
	for _, p := range file.Pivot {
		subject := criteria.SubjectNamed(p.Subject)
		if subject == nil {
			panic("pivot: " + p.Name + ": no subject " + p.Subject)
		}
		list = append(list, Preset{p.Name, subject, criteria.MustParse(p.Where), p.Row, p.Column, p.Chart})
	}
	return list
})

// often are the fields one counts by most; they are offered first.
var often = []string{
	"age", "sex", "level", "unit_kind", "schooling", "rank", "duty", "politics", "birth", "nation", "degree", "unit",
	"post_months", "level_months", "managed", "in_reserve", "key_post",
}

// few are texts whose values are few enough to count by.
var few = []string{"unit", "duty", "degree", "native_place", "politics", "education"}

// Fields are the fields of a subject by which one can count.
func Fields(s *criteria.Subject) []*criteria.Field {
	var list []*criteria.Field
	for i := range s.Fields {
		if f := &s.Fields[i]; countable(s, f) {
			list = append(list, f)
		}
	}
	place := func(f *criteria.Field) int {
		if i := slices.Index(often, f.Key); i >= 0 {
			return i
		}
		return len(often)
	}
	slices.SortStableFunc(list, func(a, b *criteria.Field) int { return place(a) - place(b) })
	return list
}

func countable(s *criteria.Subject, f *criteria.Field) bool {
	switch f.Type {
	case data.TypeInt, data.TypeMonth, data.TypeDate, data.TypeCode, data.TypeBool:
		return true
	case data.TypeText:
		return f.List != "" || slices.Contains(few, f.Key) || refers(s, f)
	}
	return false
}

// refers reports the name of a record that is referred to, be it not a person's.
func refers(s *criteria.Subject, f *criteria.Field) bool {
	kind := data.KindNamed(s.Name)
	if kind == nil {
		return false
	}
	own := kind.Field(f.Key)
	return own != nil && own.Type == data.TypeRef && own.Kind != data.CadreKind.Name
}
