package data

// InForce keeps the rules of a dated kind that are in force at a month, in their
// order.
func InForce[T any](rules []*T, at Month) []*T {
	kind := KindOf(*new(T))
	since, until := kind.Field("since"), kind.Field("until")
	var list []*T
	for _, r := range rules {
		if at.Within(Month(since.Value(r).(int64)), Month(until.Value(r).(int64))) {
			list = append(list, r)
		}
	}
	return list
}

// UnitsAt returns copies of the units with the names and kinds they had at a
// month.
func UnitsAt(units []*Unit, past []*UnitPast, at Month) []*Unit {
	then := map[Ref]*UnitPast{} // for each unit, the entry that ends first after the month
	for _, p := range past {
		if first := then[p.Unit]; p.Until > at && (first == nil || p.Until < first.Until) {
			then[p.Unit] = p
		}
	}
	list := make([]*Unit, len(units))
	for i, u := range units {
		list[i] = u
		if p := then[Ref(u.ID)]; p != nil {
			was := *u
			was.Name, was.Short, was.Kind = p.Name, p.Short, p.Kind
			list[i] = &was
		}
	}
	return list
}

// NeedsMonth reports whether a change of a record must say since when it
// holds, because it affects past months: the content of a rule of the office
// (not its dates), and the name and kind of a unit.
// Base is nil for a new record: a new rule must say since when it holds.
func NeedsMonth(base, changed any) bool {
	kind := KindOf(changed)
	if base == nil {
		return kind.Dated() && Month(kind.Field("since").Value(changed).(int64)) == 0
	}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		decides := kind.Dated() && f.Key != "since" && f.Key != "until" ||
			kind == UnitKind && (f.Key == "name" || f.Key == "short" || f.Key == "kind")
		if decides && !f.Hidden() && f.Value(base) != f.Value(changed) {
			return true
		}
	}
	return false
}
