package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Choice is one thing that a paper can be about.
type Choice struct {
	ID   string
	Name string // by which one asks for it: 张三, 龙泉镇, a document, a scenario
	More string // what tells it from another of the same name; may be empty
}

// Text is the choice as a list shows it.
func (c Choice) Text() string {
	if c.More == "" {
		return c.Name
	}
	return c.Name + "　" + c.More
}

// Choices lists what a paper of a sort can be about at a month. It is empty
// for papers about the office or about people.
func Choices(ctx context.Context, source figure.Source, about About, at data.Month) ([]Choice, error) {
	switch about {
	case AboutCadre:
		return ChoicesOf(ctx, AboutCadre, Order{Source: source, At: at})
	case AboutTeam:
		return teams(ctx, source, at)
	case AboutDecision:
		return newest(ctx, source, func(d *data.Decision) (Choice, int) {
			return Choice{d.ID, d.Document, d.Decided.String()}, int(d.Decided)
		})
	case AboutScenario:
		return newest(ctx, source, func(s *data.Scenario) (Choice, int) {
			return Choice{s.ID, s.Name, s.At.String()}, int(s.At)
		})
	}
	return nil, nil
}

// Each says of what one paper each can be made: cadres or teams. It is false
// for a sort of which there is only one paper.
func (s *Sort) Each() (About, bool) {
	for _, a := range s.Abouts() {
		if a == AboutCadre || a == AboutTeam {
			return a, true
		}
	}
	return AboutOffice, false
}

// ChoicesOf lists the choices for one paper each: the cadres that an order
// finds, or all teams.
func ChoicesOf(ctx context.Context, about About, o Order) ([]Choice, error) {
	if about != AboutCadre {
		return Choices(ctx, o.Source, about, o.At)
	}
	rows, err := o.people(ctx, []string{"姓名", "现任职务"})
	var list []Choice
	for _, row := range rows {
		list = append(list, Choice{row[0], row[1], row[2]})
	}
	return list, err
}

// teams lists the units with seats in a leadership team, in their order.
func teams(ctx context.Context, source figure.Source, at data.Month) ([]Choice, error) {
	posts, err := store.Find[data.Post](ctx, source.View, store.Where("team", true))
	if err != nil {
		return nil, err
	}
	units, err := store.Units(ctx, source.View, at)
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for _, p := range posts {
		has[string(p.Unit)] = has[string(p.Unit)] || p.Exists(at)
	}
	slices.SortStableFunc(units, func(a, b *data.Unit) int { return cmp.Compare(a.Sort, b.Sort) })
	var list []Choice
	for _, u := range units {
		if has[u.ID] && u.Exists(at) {
			list = append(list, Choice{ID: u.ID, Name: u.Short})
		}
	}
	return list, nil
}

// newest lists records of a kind, the latest first.
func newest[T any](ctx context.Context, source figure.Source, choice func(*T) (Choice, int)) ([]Choice, error) {
	records, err := store.Find[T](ctx, source.View)
	slices.SortStableFunc(records, func(a, b *T) int {
		_, x := choice(a)
		_, y := choice(b)
		return cmp.Compare(y, x)
	})
	var list []Choice
	for _, r := range records {
		c, _ := choice(r)
		list = append(list, c)
	}
	return list, err
}

// Abouts lists all the things that a paper of the sort can be made for.
func (s *Sort) Abouts() []About { return append([]About{s.About}, s.Also...) }

// Found is the result of Find.
type Found struct {
	Choice
	About About
}

// Find finds what a paper is about by name or ID; people are found one by one.
// The error is a sentence: there is nothing of this name, or there are
// several.
func Find(ctx context.Context, source figure.Source, s *Sort, name string, at data.Month) (Found, error) {
	var found []Found
	for _, about := range s.single() {
		if kind := kinds[about]; kind != nil {
			if records, err := store.FindKind(ctx, source.View, kind, store.Where("id", name)); err != nil || len(records) > 0 {
				return Found{Choice{ID: name}, about}, err
			}
		}
		choices, err := Choices(ctx, source, about, at)
		if err != nil {
			return Found{}, err
		}
		for _, c := range choices {
			if c.Name == name || c.Text() == name {
				found = append(found, Found{c, about})
			}
		}
	}
	switch len(found) {
	case 0:
		return Found{}, data.Refuse(fmt.Sprintf("没有找到“%s”；%s要指定%s，写名称或编号。", name, s.Label, s.Asks()), nil)
	case 1:
		return found[0], nil
	}
	var texts []string
	for _, c := range found {
		texts = append(texts, c.Text()+"（"+c.ID+"）")
	}
	return Found{}, data.Refuse(fmt.Sprintf("叫“%s”的有 %d 个，请写编号：%s。", name, len(found), strings.Join(texts, "、")), nil)
}

// single are the things a paper of the sort can be about one of: a paper about
// people can be about one of them.
func (s *Sort) single() []About {
	var list []About
	for _, about := range s.Abouts() {
		if about == AboutPeople {
			about = AboutCadre
		}
		if !slices.Contains(list, about) {
			list = append(list, about)
		}
	}
	return list
}

// kinds are the kinds of record papers are about.
var kinds = map[About]*data.Kind{
	AboutCadre: data.CadreKind, AboutTeam: data.UnitKind, AboutDecision: data.DecisionKind, AboutScenario: data.ScenarioKind,
}

// AboutOf says what a paper about a record of a kind is about. It is the
// office for kinds that no paper is about.
func AboutOf(kind *data.Kind) About {
	for about, k := range kinds {
		if k == kind {
			return about
		}
	}
	return AboutOffice
}

// aboutNames are what papers are about, in words.
var aboutNames = map[About]string{
	AboutOffice: "全局", AboutPeople: "人员范围", AboutCadre: "干部", AboutTeam: "班子", AboutDecision: "任免决定", AboutScenario: "调配方案",
}

// Word is the Chinese word for what a paper is about.
func (a About) Word() string { return aboutNames[a] }

// Asks says in Chinese what the user must choose for a paper of the sort.
func (s *Sort) Asks() string {
	var words []string
	for _, a := range s.Abouts() {
		words = append(words, a.Word())
	}
	return strings.Join(words, "或")
}
