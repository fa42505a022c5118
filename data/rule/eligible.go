package rule

import (
	"context"
	"fmt"
	"strconv"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Answer is the result of one rule of eligibility (任职资格) for a cadre and a
// post.
type Answer struct {
	Rule   string // 副职提任正职年限
	Clause string // which rule of the trade it is, in words
	State  State
	Data   string // what the records say, in words
	Source string // where its bound comes from
	Hard   bool   // not to be put forward unless it is met; else something to weigh
}

// State is the result of a rule.
type State string

// The states. Unknown is told apart from met: the records do not say.
const (
	Met     State = "符合"
	Broken  State = "不符合"
	Unknown State = "无法判断"
)

// Case is one cadre examined for one post.
type Case struct {
	Person
	Post       *data.Post
	Unit       *data.Unit
	At         data.Month
	Place      string        // 地区名称 of the office, for 地域回避
	Retires    data.Month    // 应到龄年月; zero when it is not known
	Colleagues []*data.Cadre // who is in the team of the post
	Families   map[data.Ref][]*data.Family
	Bounds     Bounds
}

// Bounds are the bounds of the rules in force, by name. A rule that is out of
// use has none.
type Bounds map[string]bound

type bound struct {
	number int
	own    bool // set by the office
}

// Of is the bound of a rule, by its name; false when the rule is out of use.
func (b Bounds) Of(name string) (int, bool) {
	found, ok := b[name]
	return found.number, ok
}

// Eligibility is a rule about who may be given a post, as it comes with the
// program.
type Eligibility struct {
	Name   string // the setting by which an office gives it another bound
	Clause string // which rule of the trade it is
	Bound  int    // months, hours or a number; 0 for a rule that has none
	Unit   string // of the bound
	Hard   bool   // who breaks it is not put forward
	Check  string // what judges it
}

// Off is the setting that puts a rule of eligibility out of use.
const Off = "停用"

// Eligibilities lists the rules in the order in which they are shown.
func Eligibilities() []Eligibility { return eligibilities() }

var eligibilities = sync.OnceValue(func() []Eligibility {
	var file struct{ Rule []Eligibility }
	if _, err := toml.Decode(assets.Eligibility, &file); err != nil {
		panic(fmt.Sprintf("rule: eligibility: %v", err))
	}
	for _, e := range file.Rule {
		if judges[e.Check] == nil {
			panic("rule: eligibility: nobody judges " + e.Check)
		}
	}
	return file.Rule
})

// BoundsAt are the bounds in force at a month: a setting with the name of a
// rule replaces the bound that comes with the program; 停用 puts the rule out of
// use.
func BoundsAt(settings []*data.Setting, at data.Month) Bounds {
	bounds := Bounds{}
	for _, e := range eligibilities() {
		value := data.SettingAt(settings, e.Name, at)
		if value == Off {
			continue
		}
		b := bound{number: e.Bound}
		if n, err := strconv.Atoi(value); err == nil {
			b = bound{n, true}
		}
		bounds[e.Name] = b
	}
	return bounds
}

// Eligible judges cadres for a post at a month by every rule that applies. It
// returns the answers by cadre.
func Eligible(ctx context.Context, source figure.Source, cadres []string, post string, at data.Month) (map[string][]Answer, error) {
	if len(cadres) == 0 {
		return nil, nil
	}
	r := source.View
	p, err := store.Get[data.Post](ctx, r, post)
	if err != nil {
		return nil, err
	}
	unit, err := store.Unit(ctx, r, string(p.Unit), at)
	if err != nil {
		return nil, err
	}
	world, err := ReadWorld(ctx, r, at)
	if err != nil {
		return nil, err
	}
	settings, err := store.Find[data.Setting](ctx, r)
	if err != nil {
		return nil, err
	}
	cases, err := Cases(ctx, source, world, cadres, at)
	if err != nil {
		return nil, err
	}
	if len(cases) != len(cadres) {
		return nil, fmt.Errorf("rule: eligible: %w", data.ErrNotFound)
	}
	var colleagues []*data.Cadre
	var families map[data.Ref][]*data.Family
	if p.Team {
		if colleagues, families, err = Colleagues(ctx, source, p.Unit, at); err != nil {
			return nil, err
		}
	}
	answers := map[string][]Answer{}
	for _, c := range cases {
		c.Post, c.Unit, c.Bounds, c.Colleagues, c.Families = p, unit, BoundsAt(settings, at), colleagues, families
		answers[c.Cadre.ID] = c.Answers()
	}
	return answers, nil
}

// Cases reads the records of some cadres, to judge them for posts.
func Cases(ctx context.Context, source figure.Source, world *World, ids []string, at data.Month) ([]Case, error) {
	persons, err := readPersons(ctx, source.View, world, ids)
	if err != nil {
		return nil, err
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), At: at, Book: source.Book, Only: ids, Everyone: true}
	rows, err := q.Sift(ctx, source.View, nil, "应到龄年月")
	if err != nil {
		return nil, err
	}
	retires := map[string]data.Month{}
	for _, row := range rows {
		retires[row.ID], _ = data.ParseMonth(row.Cells[0])
	}
	cases := make([]Case, len(persons))
	for i, p := range persons {
		cases[i] = Case{Person: *p, At: at, Place: source.Office.Place, Retires: retires[p.Cadre.ID]}
	}
	return cases, nil
}

// Colleagues reads the members of the team of a unit at a month, with their
// families.
func Colleagues(ctx context.Context, source figure.Source, unit data.Ref, at data.Month) ([]*data.Cadre, map[data.Ref][]*data.Family, error) {
	u, err := store.Unit(ctx, source.View, string(unit), at)
	if err != nil {
		return nil, nil, err
	}
	where := criteria.And(criteria.If("机构", criteria.Equal, u.Short), criteria.If("班子成员", criteria.Equal, "是"))
	ids, err := criteria.Query{Subject: criteria.SubjectNamed("holding"), Where: where, At: at, Book: source.Book}.People(ctx, source.View)
	if err != nil {
		return nil, nil, err
	}
	cadres, err := store.Find[data.Cadre](ctx, source.View, store.Where("id", ids))
	if err != nil {
		return nil, nil, err
	}
	families := map[data.Ref][]*data.Family{}
	found, err := store.Find[data.Family](ctx, source.View, store.Where("cadre", ids))
	for _, f := range found {
		families[f.Cadre] = append(families[f.Cadre], f)
	}
	return cadres, families, err
}

// Answers judges the case by every rule that applies to it, in the order of
// eligibility.toml.
func (c Case) Answers() []Answer {
	var list []Answer
	for _, e := range eligibilities() {
		b, inUse := c.Bounds[e.Name]
		if !inUse {
			continue
		}
		state, said := judges[e.Check](c, b.number)
		if state == "" {
			continue // does not apply
		}
		a := Answer{Rule: e.Name, Clause: e.Clause, State: state, Data: said, Source: "随程序的界限，可改", Hard: e.Hard}
		if b.own {
			a.Source = "本单位设置"
		}
		list = append(list, a)
	}
	return list
}

// Barred reports an answer by which the cadre may not be proposed.
func Barred(answers []Answer) bool {
	for _, a := range answers {
		if a.Hard && a.State == Broken {
			return true
		}
	}
	return false
}
