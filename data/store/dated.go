package store

import (
	"context"
	"fmt"

	"huoshui/data"
)

// Set gives a setting of the office a value from a month on; was is the value
// the caller found stored for a month, empty for none. Earlier months keep
// their value. A value set from the same month is replaced; one set from a
// later month stays. An empty value goes back to the value that comes with the
// program. Month 0 means that it should always have been so: the values of all
// months are replaced, and only the log keeps them.
func (t *Tx) Set(ctx context.Context, key, was string, at data.Month, value string, since data.Month) error {
	all, err := Find[data.Setting](ctx, t, Where("key", key))
	if err != nil {
		return err
	}
	if held := replaced(all, was, at); held != nil {
		base, changed := *held, *held
		base.Value, changed.Value = was, value
		switch merged, err := t.onto(ctx, held, &base, &changed); {
		case err != nil || merged == nil:
			return err
		case merged.(*data.Setting).Value != value: // settled so
			return nil
		}
	}
	for _, s := range all {
		switch {
		case since == 0:
			if err := t.Remove(ctx, s); err != nil {
				return err
			}
		case s.Since == since:
			base, changed := *s, *s
			base.Value, changed.Value = was, value
			return t.Merge(ctx, &base, &changed)
		}
	}
	if since == 0 {
		all = nil
	}
	if data.SettingAt(all, key, since) == value {
		return nil
	}
	return t.Add(ctx, &data.Setting{Key: key, Value: value, Since: since})
}

// replaced is the value in force at a month, where it is another than the editor
// has seen: somebody has set it meanwhile. Nil where it is the same, or there is none.
func replaced(all []*data.Setting, was string, at data.Month) (held *data.Setting) {
	for _, s := range all {
		if s.Since <= at && (held == nil || s.Since > held.Since) {
			held = s
		}
	}
	if held == nil || held.Value == was {
		return nil
	}
	return held
}

// MergeFrom merges a changed rule of the office (data.Kind.Dated) or unit from
// a month on. For earlier months, what is stored now is kept as a record of
// its own. Month 0 means that it should always have been so, and is a plain
// Merge.
func (t *Tx) MergeFrom(ctx context.Context, base, changed any, since data.Month) error {
	if since == 0 {
		return t.Merge(ctx, base, changed)
	}
	if unit, ok := changed.(*data.Unit); ok {
		return t.renameFrom(ctx, base.(*data.Unit), unit, since)
	}
	kind := data.KindOf(base)
	stored, err := t.stored(ctx, kind, data.IDOf(base))
	if err != nil {
		return err
	}
	begin, end := kind.Field("since"), kind.Field("until")
	if stored == nil || month(begin, stored) == since {
		return t.Merge(ctx, base, changed)
	}
	if err := within(kind, stored, since); err != nil {
		return err
	}
	if err := begin.SetValue(changed, int64(since)); err != nil {
		return err
	}
	if end == nil { // in force until the next of its name
		next, err := t.onto(ctx, stored, base, changed)
		if err != nil || next == nil {
			return err
		}
		data.SetID(next, "")
		return t.Add(ctx, next)
	}
	if err := t.Merge(ctx, base, changed); err != nil {
		return err
	}
	// Lists stand in the order of the IDs: where the rule stands now, it stood before.
	data.SetID(stored, data.IDOf(stored)+"."+data.NewID()[24:])
	if err := end.SetValue(stored, int64(since)); err != nil {
		return err
	}
	return t.Add(ctx, stored)
}

// AddFrom stores a new record; a rule of the office that does not say since when it
// holds, holds from the month on. Month 0 says always.
func (t *Tx) AddFrom(ctx context.Context, record any, since data.Month) error {
	if data.NeedsMonth(nil, record) {
		if err := data.KindOf(record).Field("since").SetValue(record, int64(since)); err != nil {
			return err
		}
	}
	return t.Add(ctx, record)
}

// RemoveFrom takes a rule of the office out of use from a month on; earlier
// months keep it. It deletes the rule if the month is 0 (it should never have
// existed) or before the rule began.
func (t *Tx) RemoveFrom(ctx context.Context, record any, since data.Month) error {
	kind := data.KindOf(record)
	begin, end := kind.Field("since"), kind.Field("until")
	if since == 0 || since <= month(begin, record) {
		return t.Remove(ctx, record)
	}
	if s, ok := record.(*data.Setting); ok {
		return t.Set(ctx, s.Key, s.Value, s.Since, "", since)
	}
	if err := within(kind, record, since); err != nil {
		return err
	}
	changed := data.Clone(record)
	if err := end.SetValue(changed, int64(since)); err != nil {
		return err
	}
	return t.Merge(ctx, record, changed)
}

// within refuses a month in which a rule is not in force.
func within(kind *data.Kind, rule any, at data.Month) error {
	from, to := month(kind.Field("since"), rule), data.Month(0)
	if end := kind.Field("until"); end != nil {
		to = month(end, rule)
	}
	switch {
	case at < from:
		return data.Refuse(fmt.Sprintf("%s“%s”自 %s 起用，不能从更早的 %s 起改，没有保存；请填 %[3]s 或以后的年月。", kind.Label, data.NameOf(rule), from, at), nil)
	case to != 0 && at >= to:
		return data.Refuse(fmt.Sprintf("%s“%s”到 %s 已停用，不能从 %s 起改，没有保存；请填更早的年月。", kind.Label, data.NameOf(rule), to, at), nil)
	}
	return nil
}

func month(f *data.Field, record any) data.Month { return data.Month(f.Value(record).(int64)) }

// renameFrom merges a unit whose name or kind changes with a month: what it was
// called before goes into its history (机构沿革).
func (t *Tx) renameFrom(ctx context.Context, base, changed *data.Unit, since data.Month) error {
	renamed := base.Name != changed.Name || base.Short != changed.Short || base.Kind != changed.Kind
	past, err := Find[data.UnitPast](ctx, t, Where("unit", changed.ID))
	if err != nil {
		return err
	}
	known := base.Since != 0 && since <= base.Since // it was set up under the new name
	for _, p := range past {
		if p.Until > since {
			return data.Refuse(fmt.Sprintf("“%s”到 %s 才由“%s”改来，不能从更早的 %s 起改，没有保存；请填 %[2]s 或以后的年月，或先改机构沿革。", base.Short, p.Until, p.Short, since), nil)
		}
		known = known || p.Until == since
	}
	if err := t.Merge(ctx, base, changed); err != nil || known || !renamed {
		return err
	}
	return t.Add(ctx, &data.UnitPast{Unit: data.Ref(base.ID), Name: base.Name, Short: base.Short, Kind: base.Kind, Until: since})
}
