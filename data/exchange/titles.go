package exchange

import (
	"context"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// titleBook recognises units and posts in titles as forms write them.
type titleBook struct {
	office data.Office
	names  []unitName            // longest first
	posts  map[string][]postName // by unit ID
	memory map[string]meaning    // by title
}

// meaning is what a title was found to mean.
type meaning struct {
	unit *data.Unit
	post *data.Post
}

type unitName struct {
	name string // without 中共 and place
	full string // as on record, now or formerly
	unit *data.Unit
}

type postName struct {
	parts []string // sorted parts of the name
	post  *data.Post
}

// newTitles is a book that knows no unit and no post yet.
func newTitles(office data.Office) *titleBook {
	return &titleBook{office: office, posts: map[string][]postName{}, memory: map[string]meaning{}}
}

func loadTitles(ctx context.Context, r store.View, office data.Office) (*titleBook, error) {
	b := newTitles(office)
	byID := map[data.Ref]*data.Unit{}
	err := each(ctx, r, func(u *data.Unit) {
		byID[data.Ref(u.ID)] = u
		b.addUnit(u)
	})
	if err != nil {
		return nil, err
	}
	// A form may be older than the name of the unit.
	err = each(ctx, r, func(p *data.UnitPast) {
		if u := byID[p.Unit]; u != nil { // only a damaged file has none
			b.addNames(u, p.Name, p.Short)
		}
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, r, b.addPost)
	return b, err
}

// addUnit makes a unit known by its names.
func (b *titleBook) addUnit(u *data.Unit) { b.addNames(u, u.Name, u.Short) }

// addNames makes a unit known by a full name and a short one.
func (b *titleBook) addNames(u *data.Unit, long, short string) {
	names := []unitName{{b.bare(long), long, u}, {b.bare(short), short, u}}
	// 县财政局 is written 财政局 behind the name of the county.
	if rest, ok := strings.CutPrefix(short, levelWord(b.office)); ok {
		names = append(names, unitName{rest, short, u})
	}
	for _, name := range names {
		if name.name == "" {
			continue
		}
		at, _ := slices.BinarySearchFunc(b.names, name, func(x, y unitName) int {
			if len(x.name) >= len(y.name) { // behind those of its length
				return -1
			}
			return 1
		})
		b.names = slices.Insert(b.names, at, name)
	}
	b.memory = map[string]meaning{}
}

// addPost makes a post known.
func (b *titleBook) addPost(p *data.Post) {
	unit := string(p.Unit)
	b.posts[unit] = append(b.posts[unit], postName{parts(p.Name), p})
	b.memory = map[string]meaning{}
}

// clone copies the book, so that what is added to the copy can be forgotten.
func (b *titleBook) clone() *titleBook {
	c := newTitles(b.office)
	c.names = slices.Clone(b.names)
	for unit, posts := range b.posts {
		c.posts[unit] = slices.Clone(posts)
	}
	return c
}

// bare takes away what may or may not stand before a unit's name.
func (b *titleBook) bare(name string) string {
	name = underOwn(strings.Join(strings.Fields(name), ""), b.office.Place)
	if place := b.office.Place; place != "" {
		if rest, ok := strings.CutPrefix(name, place); ok && rest != "" {
			name = rest
		}
	}
	return name
}

// find recognises a title; post is nil when the unit has no such post, unit is
// nil when no unit is meant.
func (b *titleBook) find(title string) (unit *data.Unit, post *data.Post) {
	found, ok := b.memory[title]
	if !ok {
		found = b.look(title)
		b.memory[title] = found
	}
	return found.unit, found.post
}

func (b *titleBook) look(title string) meaning {
	var first meaning
	longest := 0
	text := b.bare(title)
	for _, n := range b.names {
		rest, ok := strings.CutPrefix(text, n.name)
		if !ok || rest == "" {
			continue
		}
		if first.unit == nil {
			first.unit, longest = n.unit, len(n.name)
		}
		if post := b.post(n.unit, b.postParts(rest, n.unit)); post != nil {
			return meaning{n.unit, post}
		}
	}
	return b.lookCloser(title, first, len(text)-longest)
}

// lookCloser reads the title by the words of the trade: a unit may go by
// another name than the one on record (县纪委书记、县监委主任), and the one that was
// recognised may be only the beginning of another (县委 of 县委组织部). left is
// how much of the title was left for the post.
func (b *titleBook) lookCloser(title string, first meaning, left int) meaning {
	s, ok := Suggest(title, b.office)
	if !ok || first.unit != nil && left < len(s.Post.Name) {
		return first
	}
	if unit := b.named(s.Unit.Short, s.Unit.Name); unit != nil {
		return meaning{unit, b.post(unit, parts(s.Post.Name))}
	}
	if len(s.Post.Name) < left {
		return meaning{}
	}
	return first
}

// named finds a unit by one of its names.
func (b *titleBook) named(names ...string) *data.Unit {
	for _, n := range b.names {
		if slices.Contains(names, n.full) {
			return n.unit
		}
	}
	return nil
}

// post finds the post of a unit that has these parts; nil for none.
func (b *titleBook) post(unit *data.Unit, wanted []string) *data.Post {
	for _, p := range b.posts[unit.ID] {
		if slices.Equal(p.parts, wanted) {
			return p.post
		}
	}
	return nil
}

// rest is what a title says behind the name of a unit it was found to begin
// with.
func (b *titleBook) rest(title string, unit *data.Unit) string {
	text := b.bare(title)
	for _, n := range b.names {
		if rest, ok := strings.CutPrefix(text, n.name); ok && n.unit == unit && rest != "" {
			return rest
		}
	}
	return title
}

// postParts takes the unit's name out of the later parts of a title:
// “青石镇党委副书记、青石镇人民政府镇长” holds it twice.
func (b *titleBook) postParts(text string, unit *data.Unit) []string {
	all := strings.Split(text, "、")
	for i, part := range all {
		part = b.bare(part)
		for _, n := range b.names {
			if rest, ok := strings.CutPrefix(part, b.bare(n.full)); ok && n.unit == unit && rest != "" {
				part = rest
				break
			}
		}
		part = strings.TrimPrefix(part, "人民政府")
		if rest, ok := strings.CutPrefix(part, "委员会"); ok && rest != "" {
			part = "党委" + rest
		}
		all[i] = part
	}
	return parts(seatName(all))
}

func parts(name string) []string { return slices.Sorted(slices.Values(strings.Split(name, "、"))) }
