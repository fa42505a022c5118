package team

import (
	"cmp"
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/figure"
)

// Leaver is a member of a team who reaches retirement (到龄).
type Leaver struct {
	Team   *Team
	Member *Member
	At     data.Month
}

// Leavers lists those in teams at the first month who reach retirement in it or
// later, up to the last month, the first to go first. Who is overdue at the
// first month and still in post is among them.
func Leavers(ctx context.Context, source figure.Source, from, to data.Month) ([]Leaver, error) {
	rules, err := RulesAt(ctx, source, from)
	if err != nil {
		return nil, err
	}
	rules.RetiredLeave = false // they are what is asked for
	b, err := read(ctx, source, "", from, rules, nil)
	if err != nil {
		return nil, err
	}
	var list []Leaver
	for _, t := range b.teams {
		for _, m := range t.members((*Member).Proper) {
			if m.Retires != 0 && m.Retires <= to {
				list = append(list, Leaver{t, m, m.Retires})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y Leaver) int { return cmp.Compare(x.At, y.At) })
	return list, nil
}
