package app

import (
	"context"
	"fmt"
	"slices"

	"huoshui/app/records"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/team"
)

// newTargets is the room of the staffing targets and the rules of the lights,
// with what a change of them would do to the lights of today.
func (s *shell) newTargets() *records.Workspace {
	w := records.New(s.desk, "配备目标", data.TargetKind, data.LightRuleKind)
	w.Here = func() bool { return s.room == roomTarget }
	w.OpenUnit = s.openUnit
	w.Try = s.tryLights
	w.More = []records.Action{
		{Text: "采用随程序的目标", Kind: data.TargetKind, Do: func([]string) { s.adoptTargets() }},
		{Text: "返回班子", Do: func([]string) { s.enter(roomTeam) }},
	}
	return w
}

// tryLights counts the lights there would be if a target or a rule were as it
// is being typed.
func (s *shell) tryLights(ctx context.Context, at data.Month, record any) (string, error) {
	source, err := figure.Open(ctx, s.desk.Store, at)
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
	return fmt.Sprintf("试算（%s）：按此 %s；现行 %s。", at, lightCounts(then), lightCounts(now)), nil
}

func lightCounts(n team.Tally) string {
	return fmt.Sprintf("红 %d、黄 %d、绿 %d", n.Red, n.Yellow, n.Green)
}

// adoptTargets takes over the targets that come with the program, those the
// office has not got yet.
func (s *shell) adoptTargets() {
	at := s.desk.At
	s.run(func(ctx context.Context, db *store.Store, user string) (string, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return "", err
		}
		have, err := store.Find[data.Target](ctx, db)
		if err != nil {
			return "", err
		}
		added := 0
		_, err = db.Change(ctx, store.Act{Who: user, What: "采用随程序的配备目标"}, func(tx *store.Tx) error {
			for _, t := range team.DefaultTargets(source.Office.Level) {
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
		})
		if added == 0 {
			return "随程序的目标都已经有了。", err
		}
		return fmt.Sprintf("已采用 %d 项，自 %s 起用，可以逐项改。", added, at), err
	})
}

// openTeams shows the teams with a light, or all of them.
func (s *shell) openTeams(c team.Color) {
	s.enter(roomTeam)
	s.team.Show(c)
}
