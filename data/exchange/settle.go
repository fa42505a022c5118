package exchange

import (
	"slices"

	"huoshui/data"
)

// Unsettled is a current post for which no stored post was found. The import
// writes it as a title without a post. Once it is settled, it counts in teams
// and figures.
type Unsettled struct {
	Title  string   `json:"title"`
	Unit   string   `json:"unit"` // the unit that was recognised; empty for none
	People []string `json:"people"`
}

// Unsettled lists the titles to settle, each once, in the order of the files.
func (p *Proposal) Unsettled() []Unsettled {
	var found []Unsettled
	index := map[string]int{}
	for _, item := range p.Items {
		if !setsTitles(item) {
			continue
		}
		for _, title := range item.form.titles {
			unit, post := p.recognise(title)
			if post != nil {
				continue
			}
			i, ok := index[title]
			if !ok {
				i = len(found)
				index[title] = i
				found = append(found, Unsettled{Title: title})
				if unit != nil {
					found[i].Unit = unit.Short
				}
			}
			found[i].People = append(found[i].People, item.Name)
		}
	}
	return found
}

// setsTitles reports an item that writes appointments.
func setsTitles(item *Item) bool {
	return item.State == New || item.differs(labelTitles)
}

// differs reports a difference with that label.
func (i *Item) differs(label string) bool {
	return slices.ContainsFunc(i.Differences, func(d Difference) bool { return d.Label == label })
}

// PostChoice is a post that a title can be settled to.
type PostChoice struct{ ID, Text string }

// Posts lists all posts, by unit.
func (p *Proposal) Posts() []PostChoice {
	var all []PostChoice
	seen := map[string]bool{}
	for _, n := range p.titles.names {
		if seen[n.unit.ID] {
			continue
		}
		seen[n.unit.ID] = true
		for _, post := range p.titles.posts[n.unit.ID] {
			all = append(all, PostChoice{ID: post.post.ID, Text: n.unit.Short + post.post.Name})
		}
	}
	return all
}

// Settle says which post a title means, for everybody who has this title.
func (p *Proposal) Settle(title, postID string) {
	for _, posts := range p.titles.posts {
		for _, candidate := range posts {
			if candidate.post.ID == postID {
				p.choice[title] = candidate.post
				return
			}
		}
	}
	delete(p.choice, title)
}

// Unsettle drops every choice, and every unit and post that was to be made.
func (p *Proposal) Unsettle() {
	p.titles, p.choice, p.made = p.known.clone(), map[string]*data.Post{}, making{}
}

// recognise finds the unit and post of a title: as the user settled it, else
// by its words.
func (p *Proposal) recognise(title string) (unit *data.Unit, post *data.Post) {
	if post := p.choice[title]; post != nil {
		for _, n := range p.titles.names {
			if n.unit.ID == string(post.Unit) {
				return n.unit, post
			}
		}
	}
	return p.titles.find(title)
}
