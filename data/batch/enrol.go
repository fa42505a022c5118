package batch

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/store"
)

// Enrol gives cadres a place in a training class. A cadre who is in the class
// already is left as he is. It returns how many were added.
func Enrol(ctx context.Context, s *store.Store, who, class string, cadres []string) (added int, err error) {
	_, err = s.Change(ctx, store.Act{Who: who, What: fmt.Sprintf("编入培训班：%d 人", len(cadres))}, func(tx *store.Tx) error {
		seats, err := store.Find[data.Seat](ctx, tx, store.Where("class", class))
		if err != nil {
			return err
		}
		seated := map[data.Ref]bool{}
		for _, seat := range seats {
			seated[seat.Cadre] = true
		}
		for _, cadre := range cadres {
			id := data.Ref(cadre)
			if seated[id] {
				continue
			}
			seated[id] = true
			added++
			if err := tx.Add(ctx, &data.Seat{Class: data.Ref(class), Cadre: id}); err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

// Results enters the end of a class for everybody in it who has no result yet:
// full hours and the same result for all.
func Results(ctx context.Context, s *store.Store, who, class string, result data.Code) (entered int, err error) {
	_, err = s.Change(ctx, store.Act{Who: who, What: "登记培训结业"}, func(tx *store.Tx) error {
		c, err := store.Get[data.Class](ctx, tx, class)
		if err != nil {
			return err
		}
		seats, err := store.Find[data.Seat](ctx, tx, store.Where("class", class), store.Where("result", data.Code("")))
		if err != nil {
			return err
		}
		for _, seat := range seats {
			ended := *seat
			ended.Result, ended.Hours = result, c.Hours
			entered++
			if err := tx.Merge(ctx, seat, &ended); err != nil {
				return err
			}
		}
		return nil
	})
	return entered, err
}

// Entry is a cadre who comes into the reserve in a round.
type Entry struct {
	Cadre data.Ref
	Tier  data.Code
	Found data.Code
	Why   string
}

// Exit is a membership that ends in a round.
type Exit struct {
	Reserve data.Ref
	Why     data.Code
	Note    string
}

// Adjust enters a round of the reserve (储备库调整): who comes in and who goes out,
// from the month of the round. A cadre who is in a tier already is refused.
func Adjust(ctx context.Context, s *store.Store, who string, round data.Round, approver string, entries []Entry, exits []Exit) error {
	act := store.Act{Who: who, What: fmt.Sprintf("储备库调整：入库 %d 人，出库 %d 人", len(entries), len(exits))}
	_, err := s.Change(ctx, act, func(tx *store.Tx) error {
		if err := tx.Add(ctx, &round); err != nil {
			return err
		}
		a := adjuster{ctx, tx, round, approver}
		for _, e := range exits { // first, so that one may move from tier to tier
			if err := a.exit(e); err != nil {
				return err
			}
		}
		for _, e := range entries {
			if err := a.enter(e); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

type adjuster struct {
	ctx      context.Context
	tx       *store.Tx
	round    data.Round
	approver string
}

func (a adjuster) exit(e Exit) error {
	return store.Edit(a.ctx, a.tx, string(e.Reserve), func(r *data.Reserve) error {
		r.Until, r.Exit, r.Evidence, r.Closed = max(a.round.Held.Month(), r.Since), e.Why, e.Note, data.Ref(a.round.ID)
		if a.approver != "" {
			r.Approver = a.approver
		}
		return nil
	})
}

func (a adjuster) enter(e Entry) error {
	inside, err := store.Find[data.Reserve](a.ctx, a.tx, store.Where("cadre", e.Cadre), store.Where("tier", e.Tier), store.Where("until", data.Month(0)))
	if err != nil {
		return err
	}
	if len(inside) > 0 {
		c, err := store.Get[data.Cadre](a.ctx, a.tx, string(e.Cadre))
		if err != nil {
			return err
		}
		return data.Refuse(fmt.Sprintf("%s已在这一层次的储备库中，没有保存。", c.Name), nil)
	}
	return a.tx.Add(a.ctx, &data.Reserve{
		Cadre: e.Cadre, Tier: e.Tier, Found: e.Found, Entry: e.Why, Since: a.round.Held.Month(),
		Approver: a.approver, Opened: data.Ref(a.round.ID),
	})
}
