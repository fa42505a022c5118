package team

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// Rule is a rule that watches teams beside their targets (班子预警规则). A rule
// without a colour finds a weak point (短板): it is shown in the ledger and
// makes no light.
type Rule struct {
	ID     data.Code // in the code list light_rule
	Color  Color     // empty for a weak point
	Bound  int       // 界限: an age, months, percent or a number of people
	Off    bool
	Source string // never national policy

	check      string // judged by the program itself
	scope      data.Code
	where      string // {界限} stands for the bound
	least      int
	most       bool
	share      bool
	kinds      []string
	data, cure string
}

// Name is the rule in words.
func (r Rule) Name() string { return data.ListNamed("light_rule").Label(r.ID) }

// Where is the condition that a rule puts to the members. It is always true
// for rules that are computed by the program itself.
func (r Rule) Where() criteria.Criterion {
	if r.where == "" {
		return criteria.Criterion{}
	}
	return criteria.MustParse(strings.ReplaceAll(r.where, "{界限}", strconv.Itoa(r.Bound)))
}

// Wording says in Chinese what the rule looks for, for the page of settings.
func (r Rule) Wording() string {
	switch r.check {
	case "vacant":
		return "有核定职数的正职职位没有人任职"
	case "kin":
		return "班子成员互为家庭成员记录中的亲属"
	case "older":
		return fmt.Sprintf("副职比正职大 %d 岁以上", r.Bound)
	}
	text := r.Where().String()
	switch {
	case r.share:
		return fmt.Sprintf("%s 的占 %d%% 以上", text, r.Bound)
	case r.least > 0:
		return fmt.Sprintf("%s 的不足 %d 名", text, r.least)
	}
	return "有 " + text + " 的"
}

// Rules are the rules in force, with the limits that make a light out of unmet
// targets.
type Rules struct {
	List        []Rule
	Yellow, Red int // so many unmet targets make the light yellow, red
	TrialCounts bool
}

// RulesAt are the rules in force at a month: those that come with the program,
// with the office's own settings over them.
func RulesAt(ctx context.Context, source figure.Source, at data.Month) (Rules, error) {
	settings, err := store.Find[data.Setting](ctx, source.View)
	if err != nil {
		return Rules{}, err
	}
	own, err := store.Find[data.LightRule](ctx, source.View)
	if err != nil {
		return Rules{}, err
	}
	rules := Rules{
		List: DefaultRules(), Yellow: data.LightYellow.At(settings, at), Red: data.LightRed.At(settings, at),
		TrialCounts: data.TrialCounts.At(settings, at),
	}
	for _, o := range data.InForce(own, at) {
		rules = rules.With(o)
	}
	return rules, nil
}

// With adds one more setting of the office, to try its effect.
func (r Rules) With(o *data.LightRule) Rules {
	r.List = slices.Clone(r.List)
	for i := range r.List {
		if r.List[i].ID == o.Rule {
			r.List[i].set(o)
		}
	}
	return r
}

// set puts the office's own setting over a rule. Green takes the rule out of
// the lights.
func (r *Rule) set(o *data.LightRule) {
	r.Off = o.Off
	if o.Bound != 0 {
		r.Bound = o.Bound
	}
	if o.Color != "" {
		r.Color = Color(o.Color)
	}
	if r.Color == Green {
		r.Color = ""
	}
	if o.Source != "" {
		r.Source = o.Source
	}
}

// DefaultRules are the rules that come with the program.
func DefaultRules() []Rule { return append([]Rule(nil), defaultRules()...) }

// colorOf is the light a rule of lights.toml makes, by the word it uses.
var colorOf = map[string]Color{"红灯": Red, "黄灯": Yellow, "": ""}

var defaultRules = sync.OnceValue(func() []Rule {
	var file struct {
		Rule []struct {
			ID, Check, Scope, Where, Level, Data, Cure, Source string
			Kinds                                              []string
			Bound, Least                                       int
			Most                                               *int
			Share, Off                                         bool
		}
	}
	mustDecode(assets.Lights, "lights", &file)
	var list []Rule
	for _, r := range file.Rule {
		color, known := colorOf[r.Level]
		rule := Rule{
			ID: data.Code(r.ID), Color: color, Bound: r.Bound, Off: r.Off, Source: r.Source, check: r.Check,
			scope: mustCode("scope", r.Scope), where: r.Where, least: r.Least, most: r.Most != nil, share: r.Share,
			kinds: r.Kinds, data: r.Data, cure: r.Cure,
		}
		if !known || rule.Name() == r.ID {
			panic("team: rule " + r.ID + " of lights.toml")
		}
		rule.Where()
		list = append(list, rule)
	}
	return list
})

// DefaultTargets are the staffing targets that come with the program for a
// level, one for each kind of unit. An office adopts them by storing them.
func DefaultTargets(level data.Level) []*data.Target {
	var list []*data.Target
	for _, t := range defaultTargets()[level] {
		list = append(list, &t)
	}
	return list
}

var defaultTargets = sync.OnceValue(func() map[data.Level][]data.Target {
	var file struct {
		Target []struct {
			Level, Name, Scope, Where, Base, Source string
			Kinds                                   []string
			Percent, Number                         int
		}
	}
	mustDecode(assets.Targets, "targets", &file)
	lists := map[data.Level][]data.Target{}
	for _, t := range file.Target {
		target := data.Target{
			Name: t.Name, Scope: mustCode("scope", t.Scope), Condition: data.Long(criteria.MustParse(t.Where).String()),
			Measure: data.MeasureShare, Percent: t.Percent, Number: t.Number, Base: mustCode("base", t.Base), Source: t.Source,
		}
		if t.Number > 0 {
			target.Measure = data.MeasureNumber
		}
		for _, kind := range t.Kinds {
			target.Kind = data.Code(kind)
			lists[data.Level(t.Level)] = append(lists[data.Level(t.Level)], target)
		}
	}
	return lists
})

func mustDecode(text, name string, into any) {
	meta, err := toml.Decode(text, into)
	if err != nil || len(meta.Undecoded()) > 0 {
		panic(fmt.Sprintf("team: %s.toml: %v, nobody reads %v", name, err, meta.Undecoded()))
	}
}

func mustCode(list, label string) data.Code {
	code, err := data.ListNamed(list).Find(label)
	if err != nil {
		panic("team: " + err.Error())
	}
	return code
}
