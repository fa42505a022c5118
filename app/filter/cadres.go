package filter

import (
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// asked lists the fields one can set a condition on. Order and pinyin serve
// sorting and the search line; months as typed into a form are no condition.
func asked() []*criteria.Field {
	leave := []string{"order", "pinyin", "initials", "age_as_of", "filled_at", "photo"}
	subject := criteria.SubjectNamed("cadre")
	var list []*criteria.Field
	for i := range subject.Fields {
		if f := &subject.Fields[i]; !slices.Contains(leave, f.Key) {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b *criteria.Field) int { return rankOf(a) - rankOf(b) })
	return list
}

// often are the fields most conditions are about; they stand first.
var often = []string{
	"age", "level", "unit", "birth", "unit_kind", "title", "duty", "post_since", "level_since", "education", "schooling",
	"politics", "sex", "nation", "managed", "team", "rank", "in_reserve", "selected", "degree",
}

func rankOf(f *criteria.Field) int {
	if i := slices.Index(often, f.Key); i >= 0 {
		return i
	}
	return len(often)
}

// recorded are text fields whose values are few, so that one chooses among
// those on record instead of typing them.
var recorded = []string{"unit", "duty", "degree", "native_place"}

// Cadres returns the Asker for conditions on cadres. It offers the values on
// record at the month that at returns.
func Cadres(d *desk.Desk, at func() data.Month, check func(criteria.Criterion) error) *Asker {
	return &Asker{
		Desk: d, Fields: asked(), Check: check,
		Recorded: func(f *criteria.Field) bool { return slices.Contains(recorded, f.Key) },
		Values: func(ctx context.Context, f *criteria.Field) ([]string, error) {
			if f.Key == "unit" {
				return units(ctx, d.Store, at())
			}
			return Recorded(ctx, d.Store, criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: at()}, f.Key)
		},
	}
}

// units lists the short names of the units there are, in their order.
func units(ctx context.Context, db store.View, at data.Month) ([]string, error) {
	found, err := store.Units(ctx, db, at)
	var names []string
	seen := map[string]bool{}
	for _, u := range found {
		if u.Exists(at) && !seen[u.Short] {
			seen[u.Short] = true
			names = append(names, u.Short)
		}
	}
	return names, err
}
