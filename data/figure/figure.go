// Package figure states the figures (指标): definitions over records, never
// numbers of their own. A figure and the list of its people come from the same
// criterion, so that they cannot disagree.
package figure

import (
	"fmt"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
)

// Definition says what a figure counts.
type Definition struct {
	ID      string
	Label   string // with {本级} for 县 or 市
	Subject *criteria.Subject
	Where   criteria.Criterion
	Of      criteria.Criterion // the whole, for a share; HasOf says whether there is one
	HasOf   bool
	Share   bool   // the figure itself is the share, in percent with one decimal
	Period  Period // how far back it looks
}

// Period is the stretch of time a figure looks at.
type Period string

// The periods. A state looks at the as-of month alone.
const (
	State    Period = ""
	ThisYear Period = "年" // from January of the as-of month's year
	ThisTerm Period = "届" // from the last change of term
)

// Title is the label in an office's own words.
func (d *Definition) Title(office data.Office) string {
	return strings.ReplaceAll(d.Label, "{本级}", string(office.Level))
}

// Unit is what the figure is counted in: 人, 个, 次, or %.
func (d *Definition) Unit() string {
	if d.Share {
		return "%"
	}
	return d.Subject.Counter
}

// Wording is the criterion as a Chinese sentence, for explanation.
func (d *Definition) Wording() string {
	text := d.Subject.Label
	if !d.Where.Always() {
		text += "：" + d.Where.String()
	}
	if d.HasOf {
		text += "；占：" + whole(d.Of)
	}
	return text
}

func whole(c criteria.Criterion) string {
	if c.Always() {
		return "全部"
	}
	return c.String()
}

// Definitions lists the figures that come with the program, in their order.
func Definitions() []*Definition { return definitions() }

// Named finds a figure by ID; nil when there is none.
func Named(id string) *Definition {
	for _, d := range definitions() {
		if d.ID == id {
			return d
		}
	}
	return nil
}

var definitions = sync.OnceValue(func() []*Definition {
	var file struct {
		Figure []struct {
			ID, Label, Subject, Where, Period string
			Of                                *string
			Share                             bool
		}
	}
	if _, err := toml.Decode(assets.Figures, &file); err != nil {
		panic(fmt.Sprintf("figure: definitions: %v", err))
	}
	var all []*Definition
	for _, f := range file.Figure {
		d := &Definition{
			ID: f.ID, Label: f.Label, Subject: criteria.SubjectNamed(f.Subject),
			Where: criteria.MustParse(f.Where), Share: f.Share, Period: Period(f.Period),
		}
		if d.Subject == nil {
			panic("figure: " + f.ID + ": no subject " + f.Subject)
		}
		if f.Of != nil {
			d.Of, d.HasOf = criteria.MustParse(*f.Of), true
		}
		d.HasOf = d.HasOf || d.Share
		if d.Period == State && d.Subject.Happens() {
			d.Period = ThisYear
		}
		all = append(all, d)
	}
	return all
})
