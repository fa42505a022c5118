package exchange

import (
	"context"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/store"
)

// making is what an import will put on record beside people.
type making struct {
	units []*data.Unit
	posts []*data.Post
}

// Suggest proposes a unit and a post for an unsettled title. The post has as
// many approved places as people hold it now. It returns false when the title
// names no unit of the office.
func (p *Proposal) Suggest(title string) (s Suggestion, ok bool) {
	s, ok = Suggest(title, p.titles.office)
	unit, _ := p.titles.find(title)
	if unit != nil && (!ok || unit != p.titles.named(s.Unit.Short, s.Unit.Name)) {
		s, ok = p.SuggestIn(unit, p.titles.rest(title, unit)), true
	}
	if ok && s.Unit.ID == "" {
		if unit = p.titles.named(s.Unit.Short, s.Unit.Name); unit != nil {
			s = p.SuggestIn(unit, s.Post.Name)
		}
	}
	if !ok {
		s.Post.Name = title
	}
	s.Post.Approved = p.holders(title)
	return s, ok
}

// SuggestIn proposes a post for a title whose unit is known.
func (p *Proposal) SuggestIn(unit *data.Unit, post string) Suggestion {
	office := p.titles.office
	s := Suggestion{Unit: *unit, Post: data.Post{Name: post}}
	(reader{office: office, own: levelWord(office)}).guess(&s)
	return s
}

// holders counts those who come to hold a title by the import.
func (p *Proposal) holders(title string) int {
	n := 0
	for _, item := range p.Items {
		if setsTitles(item) && slices.Contains(item.form.titles, title) {
			n++
		}
	}
	return n
}

// Create settles a title by a unit and a post that the import will make.
// Taking back the import removes them. A unit or post of the same name, stored
// or to be made, is used again instead of being made twice.
func (p *Proposal) Create(title string, s Suggestion) error {
	for _, problem := range []error{data.UnitKind.Problem(&s.Unit), p.postProblem(s.Post)} {
		if problem != nil {
			return data.Refuse(problem.Error()+"。", nil)
		}
	}
	unit := p.unit(s.Unit)
	post := p.titles.post(unit, parts(s.Post.Name))
	switch {
	case post == nil:
		post = &s.Post
		post.ID, post.Unit = data.NewID(), data.Ref(unit.ID)
		post.Unchecked = s.Post.Approved == p.holders(title) // nobody has said so but the files
		p.made.posts = append(p.made.posts, post)
		p.titles.addPost(post)
	case slices.Contains(p.made.posts, post):
		post.Approved += s.Post.Approved
	}
	p.choice[title] = post
	return nil
}

// postProblem says what is wrong with a post that has no unit yet.
func (p *Proposal) postProblem(post data.Post) error {
	post.Unit = "-"
	return data.PostKind.Problem(&post)
}

// unit finds the unit of a suggestion or makes it.
func (p *Proposal) unit(wanted data.Unit) *data.Unit {
	for _, n := range p.titles.names {
		if n.unit.ID == wanted.ID {
			return n.unit
		}
	}
	if unit := p.titles.named(wanted.Short, wanted.Name); unit != nil {
		return unit
	}
	wanted.ID = data.NewID()
	wanted.Sort = p.place(wanted.Kind)
	if above := p.superior(&wanted); above != nil && wanted.Parent == "" {
		wanted.Parent = data.Ref(above.ID)
	}
	p.made.units = append(p.made.units, &wanted)
	p.titles.addUnit(&wanted)
	return &wanted
}

// kindBlock parts the sort numbers of units: each kind has its own block.
const kindBlock = 1000

// place is the sort number of one more unit of a kind: behind its like, and the
// kinds in the order of the code list.
func (p *Proposal) place(kind data.Code) int {
	first := slices.IndexFunc(data.ListNamed("unit_kind").Items, func(i data.Item) bool { return i.Code == kind })
	last := (first + 1) * kindBlock
	for _, n := range p.titles.names {
		if n.unit.Kind == kind && n.unit.Sort >= last && n.unit.Sort < last+kindBlock {
			last = n.unit.Sort
		}
	}
	return last + 1
}

// superior is the folder in the tree of units that holds those of the kind
// already, if there is one.
func (p *Proposal) superior(u *data.Unit) *data.Unit {
	var above *data.Unit
	for _, n := range p.known.names {
		if n.unit.Kind == u.Kind && n.unit.Parent != "" {
			above = p.byID(n.unit.Parent)
		}
	}
	return above
}

func (p *Proposal) byID(id data.Ref) *data.Unit {
	for _, n := range p.titles.names {
		if n.unit.ID == string(id) {
			return n.unit
		}
	}
	return nil
}

// CreateAll settles every title from whose words a unit and a post can be
// told.
func (p *Proposal) CreateAll() error {
	for _, u := range p.Unsettled() {
		if s, ok := p.Suggest(u.Title); ok {
			if err := p.Create(u.Title, s); err != nil {
				return err
			}
		}
	}
	return nil
}

// Made counts the units and posts that the import will make.
func (p *Proposal) Made() (units, posts int) { return len(p.made.units), len(p.made.posts) }

// Units lists the stored units and those to be made, by name.
func (p *Proposal) Units() []*data.Unit {
	var all []*data.Unit
	for _, n := range p.titles.names {
		if !slices.Contains(all, n.unit) {
			all = append(all, n.unit)
		}
	}
	slices.SortStableFunc(all, func(a, b *data.Unit) int {
		if a.Sort != b.Sort {
			return a.Sort - b.Sort
		}
		return strings.Compare(a.Short, b.Short)
	})
	return all
}

func (p *Proposal) writeMade(ctx context.Context, tx *store.Tx) error {
	for _, u := range p.made.units {
		if err := tx.Add(ctx, u); err != nil {
			return err
		}
	}
	for _, post := range p.made.posts {
		if err := tx.Add(ctx, post); err != nil {
			return err
		}
	}
	return nil
}
