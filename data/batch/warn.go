package batch

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Warning is a reason against an appointment that is about to be written. The
// appointment may still be right: a person decides.
type Warning struct {
	Cadre string `json:"cadre"` // name
	Post  string `json:"post"`  // with its unit
	Rule  string `json:"rule"`  // 超职数, 比选结果, or a rule of eligibility
	Said  string `json:"said"`  // what the records say
}

// String returns the warning in one line.
func (w Warning) String() string {
	return fmt.Sprintf("%s任%s：%s，%s", w.Cadre, w.Post, w.Rule, w.Said)
}

// Doubt is the error of an appointment that was not written because there are
// warnings about it. With WithAnyway the same appointment is written.
type Doubt struct{ Warnings []Warning }

// Error returns a text without names, for the log.
func (d *Doubt) Error() string { return "batch: appointment in doubt" }

// Unwrap returns the sentence for the user.
func (d *Doubt) Unwrap() error {
	lines := make([]string, len(d.Warnings))
	for i, w := range d.Warnings {
		lines[i] = w.String()
	}
	return data.Refuse("没有登记，请先核对："+strings.Join(lines, "；")+"。", nil)
}

type anyway struct{}

// WithAnyway marks a context: the user has seen the warnings and wants the
// appointments written.
func WithAnyway(ctx context.Context) context.Context { return context.WithValue(ctx, anyway{}, true) }

// doubt is the error of warnings that nobody has seen yet.
func doubt(ctx context.Context, warnings []Warning, err error) error {
	if err != nil || len(warnings) == 0 || ctx.Value(anyway{}) != nil {
		return err
	}
	return &Doubt{warnings}
}

// Check returns a Doubt when there are warnings about moves that count from a
// month.
func Check(ctx context.Context, r store.View, since data.Month, moves []Move) error {
	warnings, err := Warnings(ctx, r, since, moves)
	return doubt(ctx, warnings, err)
}

// Edit is a record to be written; Base is the record as it was read, nil for a
// new one.
type Edit struct{ Base, Record any }

// CheckRecords returns a Doubt when there are warnings about appointments
// among the records to be written.
func CheckRecords(ctx context.Context, r store.View, edits ...Edit) error {
	warnings, err := RecordWarnings(ctx, r, edits...)
	return doubt(ctx, warnings, err)
}

// RecordWarnings lists the warnings about the appointments among records. It
// looks only at appointments to a post that have not ended.
func RecordWarnings(ctx context.Context, r store.View, edits ...Edit) ([]Warning, error) {
	bySince := map[data.Month][]Move{}
	for _, e := range edits {
		a, ok := e.Record.(*data.Appointment)
		if !ok || a.Post == "" || a.Until != 0 {
			continue
		}
		if base, ok := e.Base.(*data.Appointment); ok && base != nil && base.Post == a.Post && base.Cadre == a.Cadre && base.Until == 0 {
			continue // he sits there already
		}
		since := cmp.Or(a.Since, r.Now())
		bySince[since] = append(bySince[since], Move{Cadre: a.Cadre, Ends: data.Ref(a.ID), Post: a.Post, How: a.How})
	}
	var all []Warning
	for since, moves := range bySince {
		found, err := Warnings(ctx, r, since, moves)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b Warning) int { return strings.Compare(a.String(), b.String()) })
	return all, nil
}

// Warnings lists the reasons against moves that count from a month, before
// they are written: a post would have more people than approved, a cadre is
// not eligible, or he is not the one chosen in the comparison (比选).
// Secondments and titles held besides a post fill no place and are not judged.
func Warnings(ctx context.Context, r store.View, since data.Month, moves []Move) ([]Warning, error) {
	w := warner{ctx: ctx, r: r, since: since, moves: moves}
	var err error
	if w.asOf, err = store.AsOf(ctx, r, since); err != nil {
		return nil, err
	}
	for _, judge := range []func() error{w.full, w.barred, w.other} {
		if err := judge(); err != nil {
			return nil, err
		}
	}
	return w.found, nil
}

type warner struct {
	ctx   context.Context
	r     store.View
	since data.Month
	moves []Move
	asOf  data.AsOf
	found []Warning
}

// seated are the moves that take up a seat.
func (w *warner) seated() []Move {
	return slices.DeleteFunc(slices.Clone(w.moves), func(m Move) bool {
		return m.Post == "" || m.Cadre == "" || !(&data.Appointment{How: m.How}).Proper() || w.asOf.Posts[m.Post] == nil
	})
}

func (w *warner) add(cadre data.Ref, post data.Ref, ruleName, said string) error {
	c, err := store.Get[data.Cadre](w.ctx, w.r, string(cadre))
	if err != nil {
		return err
	}
	p := w.asOf.Posts[post]
	name := p.Name
	if u := w.asOf.Units[p.Unit]; u != nil {
		name = u.Short + name
	}
	w.found = append(w.found, Warning{c.Name, name, ruleName, said})
	return nil
}

// full finds posts that would have more people than approved. A post outside the
// team without an approved number has no limit.
func (w *warner) full() error {
	var posts []string
	coming, ended := map[data.Ref]int{}, map[data.Ref]bool{}
	for _, m := range w.seated() {
		posts = append(posts, string(m.Post))
		coming[m.Post]++
	}
	for _, m := range w.moves {
		ended[m.Ends] = true
	}
	holders, err := store.Holders(w.ctx, w.r, w.since, posts...)
	if err != nil {
		return err
	}
	for _, m := range w.seated() {
		post := w.asOf.Posts[m.Post]
		staying := slices.DeleteFunc(slices.Clone(holders[m.Post]), func(h store.Holder) bool { return ended[data.Ref(h.ID)] })
		after := store.Filled(staying) + coming[m.Post]
		if after <= post.Approved || post.Approved == 0 && !post.Team {
			continue
		}
		if err := w.add(m.Cadre, m.Post, "超职数", fmt.Sprintf("核定 %d 职，任后 %d 人", post.Approved, after)); err != nil {
			return err
		}
	}
	return nil
}

// barred finds those a rule of eligibility keeps from the post.
func (w *warner) barred() error {
	source, err := figure.Open(w.ctx, w.r, w.since)
	if err != nil {
		return err
	}
	for _, m := range w.seated() {
		answers, err := rule.Eligible(w.ctx, source, []string{string(m.Cadre)}, string(m.Post), w.since)
		if err != nil {
			return err
		}
		for _, a := range answers[string(m.Cadre)] {
			if !a.Hard || a.State != rule.Broken {
				continue
			}
			if err := w.add(m.Cadre, m.Post, a.Rule, a.Data); err != nil {
				return err
			}
		}
	}
	return nil
}

// other finds posts for whose vacancy somebody else was chosen.
func (w *warner) other() error {
	for _, m := range w.seated() {
		open, err := store.Find[data.Vacancy](w.ctx, w.r, store.Where("post", m.Post), store.Where("filled", data.Date(0)))
		if err != nil {
			return err
		}
		var chosen []data.Ref
		for _, v := range open {
			candidates, err := store.Find[data.Candidate](w.ctx, w.r, store.Where("vacancy", v.ID), store.Where("chosen", true))
			if err != nil {
				return err
			}
			for _, c := range candidates {
				chosen = append(chosen, c.Cadre)
			}
		}
		if len(chosen) == 0 || slices.Contains(chosen, m.Cadre) {
			continue
		}
		names, err := w.names(chosen)
		if err == nil {
			err = w.add(m.Cadre, m.Post, "比选结果", "选定的是"+names)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *warner) names(cadres []data.Ref) (string, error) {
	var names []string
	for _, id := range cadres {
		c, err := store.Get[data.Cadre](w.ctx, w.r, string(id))
		if err != nil {
			return "", err
		}
		names = append(names, c.Name)
	}
	return strings.Join(names, "、"), nil
}
