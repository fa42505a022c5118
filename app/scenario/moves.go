package scenario

import (
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// newMove is the move of a cadre into a post, out of the one held now. Up a
// level is a promotion, else a transfer.
func newMove(ctx context.Context, r store.View, cadre, post string, at data.Month) (*data.Move, error) {
	move := &data.Move{Cadre: data.Ref(cadre), Post: data.Ref(post), How: data.HowLevel}
	to, err := store.Get[data.Post](ctx, r, post)
	if err != nil {
		return nil, err
	}
	held, err := store.Find[data.Appointment](ctx, r, store.Where("cadre", cadre))
	if err != nil {
		return nil, err
	}
	from := current(held, at)
	if from == nil {
		move.How = data.HowPromoted
		return move, nil
	}
	if string(from.Post) == post {
		return nil, data.Refuse("本来就任这个职位。", nil)
	}
	move.Leaves = data.Ref(from.ID)
	if from.Post == "" {
		move.How = data.HowPromoted
		return move, nil
	}
	was, err := store.Get[data.Post](ctx, r, string(from.Post))
	if err == nil && (was.Level == "" || to.Level != "" && to.Level < was.Level) {
		move.How = data.HowPromoted
	}
	return move, err
}

// current is the appointment a cadre is known by: the main one, else the last.
func current(held []*data.Appointment, at data.Month) *data.Appointment {
	var best *data.Appointment
	for _, a := range held {
		if !at.Within(a.Since, a.Until) || !a.Proper() {
			continue
		}
		if best == nil || a.Main && !best.Main || a.Main == best.Main && a.Since > best.Since {
			best = a
		}
	}
	return best
}

// namesOf reads the names of the persons and posts in the moves, at a month.
func namesOf(ctx context.Context, r store.View, moves []*data.Move, at data.Month) (map[data.Ref]string, error) {
	names := map[data.Ref]string{}
	for _, move := range moves {
		cadre, err := store.Get[data.Cadre](ctx, r, string(move.Cadre))
		if err != nil {
			return nil, err
		}
		names[move.Cadre] = cadre.Name
		if move.Leaves != "" {
			a, err := store.Get[data.Appointment](ctx, r, string(move.Leaves))
			if err != nil {
				return nil, err
			}
			names[move.Leaves] = a.Title
			if a.Post != "" {
				if names[move.Leaves], err = postName(ctx, r, a.Post, at); err != nil {
					return nil, err
				}
			}
		}
		if move.Post != "" {
			if names[move.Post], err = postName(ctx, r, move.Post, at); err != nil {
				return nil, err
			}
		}
	}
	return names, nil
}

// postName is a post with its unit in words.
func postName(ctx context.Context, r store.View, id data.Ref, at data.Month) (string, error) {
	p, err := store.Get[data.Post](ctx, r, string(id))
	if err != nil {
		return "", err
	}
	u, err := store.Unit(ctx, r, string(p.Unit), at)
	if err != nil {
		return "", err
	}
	return u.Short + p.Name, nil
}

// kept is a plan with its moves as stored; plan is nil when nothing is stored.
type kept struct {
	plan  *data.Scenario
	moves []*data.Move
}

// keptOf copies a plan with its moves, which may be worked on afterwards.
func keptOf(plan *data.Scenario, moves []*data.Move) kept {
	one := *plan
	k := kept{plan: &one}
	for _, move := range moves {
		m := *move
		k.moves = append(k.moves, &m)
	}
	return k
}

// replace writes a plan over the stored one, with exactly these moves.
func (k kept) replace(ctx context.Context, tx *store.Tx, plan *data.Scenario, moves []*data.Move) error {
	if err := store.Save(ctx, tx, k.plan, plan); err != nil {
		return err
	}
	find := func(list []*data.Move, id string) *data.Move {
		if i := slices.IndexFunc(list, func(m *data.Move) bool { return m.ID == id }); i >= 0 {
			return list[i]
		}
		return nil
	}
	for _, old := range k.moves {
		if find(moves, old.ID) == nil {
			if err := tx.Remove(ctx, old); err != nil {
				return err
			}
		}
	}
	for i, move := range moves {
		move.Scenario, move.Step = data.Ref(plan.ID), i+1
		if err := store.Save(ctx, tx, find(k.moves, move.ID), move); err != nil {
			return err
		}
	}
	return nil
}
