// Package target is the workspace of the staffing targets (配备目标) and the light
// rules (班子预警规则). It shows how a change would alter the lights.
package target

import (
	"context"
	"fmt"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/records"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/team"
)

// New makes the room. back goes to the room of the teams.
func New(d *desk.Desk, back func()) *records.Workspace {
	w := records.New(d, "配备目标", data.TargetKind, data.LightRuleKind)
	w.Try = func(ctx context.Context, at data.Month, record any) (string, error) {
		return try(ctx, d.Store, at, record)
	}
	w.More = []records.Action{
		{Text: "采用随程序的目标", Kind: data.TargetKind, Do: func([]string) { adopt(d, w.Refresh) }},
		{Text: "返回班子", Do: func([]string) { back() }},
	}
	return w
}

// try counts the lights there would be if a target or a rule were as it is being
// typed.
func try(ctx context.Context, db store.Reader, at data.Month, record any) (string, error) {
	source, err := figure.Open(ctx, db, at)
	if err != nil {
		return "", err
	}
	targets, err := team.TargetsAt(ctx, source, at)
	if err != nil {
		return "", err
	}
	rules, err := team.RulesAt(ctx, source, at)
	if err != nil {
		return "", err
	}
	now, err := team.Try(ctx, source, at, targets, rules)
	if err != nil {
		return "", err
	}
	switch r := record.(type) {
	case *data.Target:
		targets = slices.DeleteFunc(slices.Clone(targets), func(t *data.Target) bool { return t.ID == r.ID && r.ID != "" })
		targets = append(targets, r)
	case *data.LightRule:
		rules = rules.With(r)
	}
	then, err := team.Try(ctx, source, at, targets, rules)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("试算（%s）：按此 %s；现行 %s。", at, counts(then), counts(now)), nil
}

func counts(n team.Tally) string {
	text := fmt.Sprintf("红 %d、黄 %d、绿 %d", n.Red, n.Yellow, n.Green)
	if n.Pending > 0 {
		text += fmt.Sprintf("、未评 %d", n.Pending)
	}
	return text
}

// adopt takes over the targets that come with the program, those the office has
// not got yet, from the desk's month on; done follows.
func adopt(d *desk.Desk, done func()) {
	at, added := d.At, 0
	d.Write("采用随程序的配备目标", func(ctx context.Context, tx *store.Tx) error {
		office, err := store.Office(ctx, tx, at)
		if err != nil {
			return err
		}
		have, err := store.Find[data.Target](ctx, tx)
		if err != nil {
			return err
		}
		added = 0
		for _, t := range team.DefaultTargets(office.Level) {
			if slices.ContainsFunc(have, func(h *data.Target) bool { return h.Name == t.Name && h.Kind == t.Kind }) {
				continue
			}
			t.Since = at
			added++
			if err := tx.Add(ctx, t); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		said := "随程序的目标都已经有了。"
		if added > 0 {
			said = fmt.Sprintf("已采用 %d 项，自 %s 起用，可以逐项改。", added, at)
		}
		d.Shell.Say(kit.NoticeGood, said)
		done()
	})
}
