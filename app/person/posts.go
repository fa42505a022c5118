package person

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/app/kit/input"
	"huoshui/data"
)

// held are the posts held at the desk's month, in the order of the title.
func (m *model) held() []*data.Appointment {
	asOf := data.AsOf{Now: m.desk.At} // of a cadre not saved yet
	if m.file.world != nil {
		asOf = m.file.world.AsOf
	}
	asOf.At = m.desk.At
	return data.InTitleOrder(slices.DeleteFunc(rows[data.Appointment](m.appointments), func(a *data.Appointment) bool {
		return !asOf.Holds(a, m.record())
	}))
}

// title is the line 现任职务 of the form.
func (m *model) title() string { return data.TitleText(m.record().WrittenTitle, m.held()) }

// level is the level of the post by which the cadre is known: the main one,
// else the one held last; secondments and part-time titles do not count.
func (m *model) level() string {
	var known *data.Appointment
	for _, a := range m.held() {
		if a.Proper() && (known == nil || a.Main && !known.Main || a.Main == known.Main && a.Since > known.Since) {
			known = a
		}
	}
	if known == nil {
		return ""
	}
	if post := m.file.post(known.Post); post != nil {
		return data.ListNamed("level").Label(post.Level)
	}
	return ""
}

// subtitle is the grey line after the name.
func (m *model) subtitle() string {
	c := m.record()
	var words []string
	if title := m.title(); title != "" {
		words = append(words, title)
	}
	if c.Birth != 0 {
		words = append(words, fmt.Sprintf("%s（%d岁）", c.Birth, m.desk.At.Age(c.Birth)))
	}
	if level := m.level(); level != "" {
		words = append(words, level)
	}
	if !c.Active(m.desk.At) {
		words = append(words, "已离册")
	}
	return strings.Join(words, "　")
}

func (f *file) unit(id data.Ref) *data.Unit {
	for _, u := range f.units {
		if u.ID == string(id) {
			return u
		}
	}
	return nil
}

func (f *file) post(id data.Ref) *data.Post {
	for _, p := range f.posts {
		if p.ID == string(id) {
			return p
		}
	}
	return nil
}

// name is what one reads for a reference.
func (f *file) name(field *data.Field, id string) string {
	switch field.Kind {
	case "unit":
		if u := f.unit(data.Ref(id)); u != nil {
			return u.Short
		}
	case "post":
		if p := f.post(data.Ref(id)); p != nil {
			return p.Name
		}
	}
	return ""
}

// unitChoices offers the units.
func (m *model) unitChoices() []input.Option {
	choices := []input.Option{{}}
	for _, u := range m.file.units {
		choices = append(choices, input.Option{Value: u.ID, Text: u.Short})
	}
	return choices
}

// postChoices offers the posts of a unit or, without one, all posts by unit.
func (m *model) postChoices(unit data.Ref) []input.Option {
	choices := []input.Option{{}}
	for _, p := range m.file.posts {
		switch {
		case unit == "":
			text := p.Name
			if u := m.file.unit(p.Unit); u != nil {
				text = u.Short + " " + p.Name
			}
			choices = append(choices, input.Option{Value: p.ID, Text: text})
		case unit == p.Unit:
			choices = append(choices, input.Option{Value: p.ID, Text: p.Name})
		}
	}
	return choices
}

// complete fills in what follows from a choice: the unit from the post, and
// the title from both as long as nobody wrote another.
func (m *model) complete(a *data.Appointment, key string) (changed []string) {
	post := m.file.post(a.Post)
	if key == "unit" && post != nil && post.Unit != a.Unit {
		a.Post, post = "", nil
		changed = append(changed, "post")
	}
	if key != "post" || post == nil {
		return changed
	}
	if a.Unit != post.Unit {
		a.Unit = post.Unit
		changed = append(changed, "unit")
	}
	if unit := m.file.unit(post.Unit); unit != nil && m.composed(a.Title) {
		a.Title = unit.Short + post.Name
		changed = append(changed, "title")
	}
	return changed
}

// composed reports whether a title is empty or was put together from a unit
// and a post.
func (m *model) composed(title string) bool {
	if title == "" {
		return true
	}
	return slices.ContainsFunc(m.file.posts, func(p *data.Post) bool {
		u := m.file.unit(p.Unit)
		return u != nil && u.Short+p.Name == title
	})
}
