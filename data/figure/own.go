package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
)

// ownPrefix tells the figures of an office from those of the program.
const ownPrefix = "自定."

// OwnFigure is a figure that an office has defined itself, or the reason why
// it cannot be counted.
type OwnFigure struct {
	Record     *data.OwnFigure
	Definition *Definition // nil when Err says why
	Err        error
}

// DefineOwn makes a figure from the text of an office and checks that it can
// be counted. The error is a Chinese sentence.
func DefineOwn(f *data.OwnFigure, book criteria.Book) (*Definition, error) {
	name := strings.TrimSpace(f.Name)
	if name == "" {
		return nil, data.Refuse("指标要有名称。", nil)
	}
	d, err := Define(Spec{
		ID: ownPrefix + name, Label: name, Subject: f.Subject, Where: string(f.Condition), Of: string(f.Whole),
		Share: f.Share, Sum: f.Sum, Period: f.Period,
	})
	if err != nil {
		return nil, err
	}
	for _, c := range []criteria.Criterion{d.Where, d.Of} {
		q := criteria.Query{Subject: d.Subject, Where: c, At: data.MakeMonth(2000, 1), Book: book}
		if err := q.Check(); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// defineOwn makes the figures of an office, by name. One that no longer can be
// counted, perhaps because a criterion it rests on is gone, must not keep all
// others from being stated.
func defineOwn(records []*data.OwnFigure, book criteria.Book) []OwnFigure {
	list := make([]OwnFigure, len(records))
	for i, r := range records {
		list[i].Record = r
		list[i].Definition, list[i].Err = DefineOwn(r, book)
	}
	slices.SortFunc(list, func(a, b OwnFigure) int { return cmp.Compare(a.Record.Name, b.Record.Name) })
	return list
}

// Definitions lists the figures that come with the program, then the office's own.
func (s Source) Definitions() []*Definition {
	all := slices.Clone(definitions())
	for _, f := range s.Own {
		if f.Definition != nil {
			all = append(all, f.Definition)
		}
	}
	return all
}

// Named finds a figure by ID, also among the office's own.
func (s Source) Named(id string) (*Definition, error) {
	for _, list := range [][]*Definition{s.Definitions(), Monitored()} {
		if d := find(list, id); d != nil {
			return d, nil
		}
	}
	return nil, data.Refuse(fmt.Sprintf("没有编号为“%s”的指标。", id), nil)
}
