package person

import (
	"context"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// readBeside reads what else there is about the cadre: what the timeline tells
// and what the checks look at.
func (f *file) readBeside(ctx context.Context, s store.View, id string, at data.Month) (err error) {
	if f.beside, err = rule.ReadBeside(ctx, s, id); err != nil {
		return err
	}
	if f.world, err = rule.ReadWorldToCheck(ctx, s, at); err != nil {
		return err
	}
	if f.story, err = criteria.Story(ctx, s, data.CadreKind, id); err != nil {
		return err
	}
	f.accepted, err = readAccepted(ctx, s, id)
	return err
}

func readAccepted(ctx context.Context, s store.View, id string) ([]*data.Accepted, error) {
	return store.Find[data.Accepted](ctx, s, store.Where("cadre", id))
}

// findings are what is to be looked at again in the page as it stands, and
// what the office has found to be in order.
func (m *model) findings() (open []rule.Finding, settled []*data.Accepted) {
	return rule.Settle(rule.Check(rule.Person{
		Cadre: m.record(), Resume: rows[data.Resume](m.resume),
		Family: rows[data.Family](m.family), Appointments: rows[data.Appointment](m.appointments),
		Beside: m.file.beside, World: m.file.world,
	}, data.MonthOf(m.desk.Now())), m.file.accepted)
}

// accept notes that a finding is in order, and why.
func (m *model) accept(f rule.Finding, reason string) {
	now := m.desk.Now()
	record := rule.Accept(m.id(), f, reason, m.desk.User, data.DateOf(now))
	m.settle("档案认定", func(ctx context.Context, tx *store.Tx) error { return tx.Add(ctx, record) })
}

// revoke takes an acceptance back, so that the finding is open again.
func (m *model) revoke(a *data.Accepted) {
	m.settle("撤销档案认定", func(ctx context.Context, tx *store.Tx) error { return tx.Remove(ctx, a) })
}

// settle changes what is accepted at once: it is no part of the form, and does
// not wait for the form to be saved.
func (m *model) settle(what string, do func(context.Context, *store.Tx) error) {
	id, act := m.id(), m.desk.Act(what)
	desk.Do(m.desk, desk.Job[[]*data.Accepted]{
		Work: func(ctx context.Context, s *store.Store, _ data.Progress) ([]*data.Accepted, error) {
			if _, err := s.Change(ctx, act, func(tx *store.Tx) error { return do(ctx, tx) }); err != nil {
				return nil, err
			}
			return readAccepted(ctx, s, id)
		},
		OnDone: func(accepted []*data.Accepted) {
			if m.id() != id {
				return
			}
			m.file.accepted = accepted
			m.readHistory()
			m.onEdit()
		},
	})
}
