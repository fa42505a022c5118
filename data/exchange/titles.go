package exchange

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// titleBook recognises units and posts in titles as forms write them.
type titleBook struct {
	place string
	names []unitName            // longest first
	posts map[string][]postName // by unit ID
}

type unitName struct {
	name string // without 中共 and place
	unit *data.Unit
}

type postName struct {
	parts []string // sorted parts of the name
	post  *data.Post
}

func loadTitles(ctx context.Context, r store.Reader, office data.Office) (*titleBook, error) {
	b := &titleBook{place: office.Place, posts: map[string][]postName{}}
	err := each(ctx, r, func(u *data.Unit) {
		for _, name := range []string{u.Name, u.Short} {
			b.names = append(b.names, unitName{b.bare(name), u})
			// 县财政局 is written 财政局 behind the name of the county.
			if rest, ok := strings.CutPrefix(name, string(office.Level)); ok && name == u.Short {
				b.names = append(b.names, unitName{rest, u})
			}
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(b.names, func(x, y unitName) int { return cmp.Compare(len(y.name), len(x.name)) })
	err = each(ctx, r, func(p *data.Post) {
		unit := string(p.Unit)
		b.posts[unit] = append(b.posts[unit], postName{parts(p.Name), p})
	})
	return b, err
}

// bare takes away what may or may not stand before a unit's name.
func (b *titleBook) bare(name string) string {
	name = strings.Join(strings.Fields(name), "")
	name = strings.TrimPrefix(name, "中国共产党")
	name = strings.TrimPrefix(name, "中共")
	if b.place != "" {
		if rest, ok := strings.CutPrefix(name, b.place); ok && rest != "" {
			name = rest
		}
	}
	return name
}

// find recognises a title; post is nil when the unit has no such post, unit is
// nil when no unit is meant.
func (b *titleBook) find(title string) (unit *data.Unit, post *data.Post) {
	text := b.bare(title)
	for _, n := range b.names {
		rest, ok := strings.CutPrefix(text, n.name)
		if !ok || rest == "" {
			continue
		}
		if unit == nil {
			unit = n.unit
		}
		wanted := b.postParts(rest, n.unit)
		for _, p := range b.posts[n.unit.ID] {
			if slices.Equal(p.parts, wanted) {
				return n.unit, p.post
			}
		}
	}
	return unit, nil
}

// postParts takes the unit's name out of the later parts of a title:
// “青石镇党委副书记、青石镇人民政府镇长” holds it twice.
func (b *titleBook) postParts(text string, unit *data.Unit) []string {
	all := strings.Split(text, "、")
	for i, part := range all {
		part = b.bare(part)
		for _, name := range []string{b.bare(unit.Name), b.bare(unit.Short)} {
			if rest, ok := strings.CutPrefix(part, name); ok && rest != "" {
				part = rest
			}
		}
		part = strings.TrimPrefix(part, "人民政府")
		if rest, ok := strings.CutPrefix(part, "委员会"); ok && rest != "" {
			part = "党委" + rest
		}
		all[i] = part
	}
	return parts(strings.Join(all, "、"))
}

func parts(name string) []string { return slices.Sorted(slices.Values(strings.Split(name, "、"))) }
