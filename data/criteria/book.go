package criteria

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
)

// Saved is a criterion with a name.
type Saved struct {
	Name    string
	Subject *Subject
	Where   Criterion
	Source  string // where its threshold comes from; always an office's own, never national policy
	Section string // 年代, 年龄段 … or the group of a ready list; empty for the rest
	Own     bool   // saved by the office, be it over one that comes with the program

	place int // among those that come with the program
}

// Book holds the saved criteria by name.
type Book map[string]Saved

// NewBook returns the criteria that come with the program for an
// installation's level, replaced by the office's own where it has them.
func NewBook(level data.Level, own []*data.Criterion) (Book, error) {
	book := Book{}
	for name, s := range builtIn()[level] {
		book[name] = s
	}
	for _, c := range own {
		s, err := read(c)
		if err != nil {
			return nil, err
		}
		s.Own, s.place = true, len(book)
		if shipped, ok := book[s.Name]; ok {
			s.place = shipped.place
			if s.Section == "" {
				s.Section = shipped.Section
			}
		}
		book[s.Name] = s
	}
	return book, nil
}

// Shipped returns the criteria that come with the program. They apply again
// when the office removes its own.
func Shipped(level data.Level) Book { return builtIn()[level] }

var builtIn = sync.OnceValue(func() map[data.Level]Book {
	books := map[data.Level]Book{data.County: {}, data.City: {}}
	for _, text := range []string{assets.Criteria, assets.Lists} {
		ready := text == assets.Lists
		var file struct {
			Criterion []struct{ Name, Subject, Where, Source, Level, Section string }
		}
		if _, err := toml.Decode(text, &file); err != nil {
			panic(fmt.Sprintf("criteria: built-in criteria: %v", err))
		}
		for _, c := range file.Criterion {
			s, err := read(&data.Criterion{
				Name: c.Name, Subject: c.Subject, Condition: data.Long(c.Where), Source: c.Source, Section: c.Section,
			})
			if err != nil {
				panic(fmt.Sprintf("criteria: built-in criteria: %v", err))
			}
			if ready && !slices.Contains(listSections, s.Section) {
				listSections = append(listSections, s.Section)
			}
			for level, book := range books {
				if c.Level == "" || data.Level(c.Level) == level {
					s.place = len(book)
					book[s.Name] = s
				}
			}
		}
	}
	return books
})

// listSections is filled by builtIn.
var listSections []string

// ListSections are the groups of the ready lists (常用名单), in their order.
func ListSections() []string {
	builtIn()
	return slices.Clone(listSections)
}

func read(c *data.Criterion) (Saved, error) {
	subject := SubjectNamed(c.Subject)
	if subject == nil {
		return Saved{}, data.Refuse(fmt.Sprintf("口径“%s”的对象“%s”不存在。", c.Name, c.Subject), nil)
	}
	where, err := Parse(string(c.Condition))
	if err != nil {
		return Saved{}, err
	}
	return Saved{Name: c.Name, Subject: subject, Where: where, Source: c.Source, Section: c.Section}, nil
}

// Section lists the saved criteria of a section: first those of the program in
// their order, then those of the office.
func (b Book) Section(name string) []Saved {
	var list []Saved
	for _, s := range b {
		if s.Section == name {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(x, y Saved) int { return cmp.Or(x.place-y.place, cmp.Compare(x.Name, y.Name)) })
	return list
}

// Sorted lists the saved criteria by subject and name.
func (b Book) Sorted() []Saved {
	all := slices.Collect(maps.Values(b))
	slices.SortFunc(all, func(x, y Saved) int {
		return cmp.Or(cmp.Compare(x.Subject.Label, y.Subject.Label), cmp.Compare(x.Name, y.Name))
	})
	return all
}
