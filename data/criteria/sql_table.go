package criteria

import (
	"fmt"

	"huoshui/data"
)

// current joins the post a person is known by at the as-of month: the main one,
// else the one held last.
func (b *builder) current() string {
	return fmt.Sprintf(` LEFT JOIN appointment h ON h.%[1]s = (SELECT a.%[1]s FROM appointment a
		WHERE a.cadre = c.id AND %[2]s
		ORDER BY a.main DESC, a.since DESC, a.id LIMIT 1)
	LEFT JOIN post p ON p.id = h.post LEFT JOIN unit u ON u.id = COALESCE(p.unit, h.unit)`, b.row, b.properlyHeld("a", "c"))
}

// aliasOf is the alias of the table with a record's own columns.
func aliasOf(s *Subject) string {
	if s.kind == nil {
		switch s.Name {
		case "cadre":
			return "c"
		case "post":
			return "p"
		case "unit":
			return "u"
		}
	}
	return "x"
}

// table is where the rows of a subject come from.
func (b *builder) table(s *Subject) table {
	const (
		held     = "appointment h JOIN cadre c ON c.id = h.cadre JOIN post p ON p.id = h.post JOIN unit u ON u.id = p.unit"
		reserved = "reserve x JOIN cadre c ON c.id = x.cadre"
	)
	if s.kind != nil {
		return b.kept(s)
	}
	switch s.Name {
	case "cadre":
		return table{from: "cadre c" + b.current(), base: "(" + onFile("c") + " AND (c.work_start = 0 OR c.work_start <= :at))", id: "c.id", who: "c.id"}
	case "holding":
		return table{from: held, base: b.heldWhere("h", "c", active("p")+" AND "+active("u")), id: "h.id", who: "c.id"}
	case "appointing":
		return table{from: held, base: within("h.since"), id: "h.id", who: "c.id"}
	case "reserve":
		return table{from: reserved + b.current(), base: active("x") + " AND " + onFile("c"), id: "x.id", who: "c.id"}
	case "entering":
		return table{from: reserved + b.current(), base: within("x.since"), id: "x.id", who: "c.id"}
	case "leaving":
		return table{from: reserved + b.current(), base: within("x.until"), id: "x.id", who: "c.id"}
	case "round":
		return table{from: "round x", base: within("(x.held / 100)"), id: "x.id"}
	case "post":
		return table{from: "post p JOIN unit u ON u.id = p.unit", base: active("p") + " AND " + active("u"), id: "p.id"}
	case "unit":
		return table{from: "unit u", base: active("u"), id: "u.id"}
	}
	panic("criteria: no table for " + s.Name)
}

// kept is the table of a subject whose rows are the records of one kind.
func (b *builder) kept(s *Subject) table {
	t := table{from: s.kind.Name + " x", base: base(s), id: "x.id"}
	if f := s.kind.OwnedBy(data.CadreKind); f != nil {
		t.from += " LEFT JOIN cadre c ON c.id = x." + f.Key + b.current()
		if s.people {
			t.who = "x." + f.Key
		}
	}
	return t
}

// base is when a record is a row of a subject: as the kind is described, but for
// the subjects that look at it in another way.
func base(s *Subject) string {
	switch s.Name {
	case "lit":
		return "x.evaluation = " + round("e.at <= :at")
	case "deployed":
		return "(x.since <= :to AND (x.until = 0 OR x.until > :from))"
	case "seasoning":
		return within("x.since")
	case "comparison":
		return "EXISTS (SELECT 1 FROM candidate k WHERE k.vacancy = x.id AND " + within("(k.compared / 100)") + ")"
	}
	switch s.exists {
	case lasts:
		return active("x")
	case happens:
		return within(momentOf(s.kind))
	case yearly:
		return "(x.year >= :from / 100 AND x.year <= :to / 100)"
	}
	return "TRUE"
}

// momentOf is the month of a kind's moment, also when the moment stands in
// another record.
func momentOf(kind *data.Kind) string {
	f := kind.Moment()
	column := "x." + f.Key
	if f.Type == data.TypeRef {
		other := data.KindNamed(f.Kind)
		column = fmt.Sprintf("(SELECT y.%s FROM %s y WHERE y.id = x.%s)", f.Moment, f.Kind, f.Key)
		f = other.Field(f.Moment)
	}
	if f.Type == data.TypeDate {
		return "(" + column + " / 100)"
	}
	return column
}

// nameOf is the name of the record a column refers to. A post is named with
// its unit, because 书记 alone says nothing.
func nameOf(f *data.Field, column string, depth int) string {
	kind, alias := data.KindNamed(f.Kind), fmt.Sprintf("n%d", depth)
	title := kind.Title()
	if title == nil || depth > 3 {
		return "''"
	}
	expr := alias + "." + title.Key
	switch {
	case kind == data.PostKind:
		expr = "(SELECT " + unitNow("u1", "short") + " FROM unit u1 WHERE u1.id = " + alias + ".unit) || " + expr
	case kind == data.UnitKind:
		expr = unitNow(alias, title.Key)
	case title.Type == data.TypeRef:
		expr = nameOf(title, expr, depth+1)
	}
	return fmt.Sprintf("COALESCE((SELECT %s FROM %s %s WHERE %s.id = %s), '')", expr, kind.Name, alias, alias, column)
}

// round is the last round of evaluation, of those that are settled, that meets
// a condition.
func round(condition string) string {
	return fmt.Sprintf("(SELECT e.id FROM evaluation e WHERE e.held > 0 AND %s ORDER BY e.at DESC, e.held DESC, e.id DESC LIMIT 1)", condition)
}
