package sheet

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// Named is a record by its name. Note distinguishes records of the same name;
// Way is a text that means this record and no other.
type Named struct {
	ID, Name, Note, Way string

	number string // ID number of a cadre
}

// Names finds records by their names, kind by kind.
type Names struct{ kinds map[string]*called }

type called struct {
	kind *data.Kind
	list []Named
	byID map[string]int
	by   map[string][]string // IDs by every way to call them
}

// ReadNames reads the names of all records to which those of a kind can refer.
func ReadNames(ctx context.Context, r store.View, kind *data.Kind, at data.Month) (*Names, error) {
	n := &Names{kinds: map[string]*called{}}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if f.Type != data.TypeRef || n.kinds[f.Kind] != nil {
			continue
		}
		c, err := readCalled(ctx, r, data.KindNamed(f.Kind), at)
		if err != nil {
			return nil, err
		}
		n.kinds[f.Kind] = c
	}
	return n, nil
}

// List lists the records of a kind in the order in which a user is offered
// them.
func (n *Names) List(kind string) []Named {
	if c := n.kinds[kind]; c != nil {
		return c.list
	}
	return nil
}

// Name is the name of the record with an ID.
func (n *Names) Name(kind, id string) string { return n.get(kind, id).Name }

func (n *Names) get(kind, id string) Named {
	if c := n.kinds[kind]; c != nil {
		if i, ok := c.byID[id]; ok {
			return c.list[i]
		}
	}
	return Named{}
}

// Find finds the record that a name means. The error is a Chinese sentence.
func (n *Names) Find(kind, name string) (id string, err error) {
	c := n.kinds[kind]
	if c == nil || strings.TrimSpace(name) == "" {
		return "", nil
	}
	if _, ok := c.byID[strings.TrimSpace(name)]; ok {
		return strings.TrimSpace(name), nil
	}
	found := c.by[spelling(name)]
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("没有找到%s“%s”", c.kind.Label, strings.TrimSpace(name))
	case len(found) == 1:
		return found[0], nil
	case c.kind == data.CadreKind:
		return "", fmt.Errorf("有 %d 人同名，请加身份证号", len(found))
	}
	return "", fmt.Errorf("有 %d 个%s都叫“%s”，请写全或填编号", len(found), c.kind.Label, strings.TrimSpace(name))
}

// parts are the fields a record of a kind is called by: its name, what is set
// before it, other names, and what tells those of one name apart.
type parts struct {
	subject             *criteria.Subject
	name, before, other string
	notes               []string
	order               []criteria.Order
}

func partsOf(kind *data.Kind) parts {
	p := parts{subject: criteria.RecordsOf(kind)}
	switch kind {
	case data.CadreKind:
		p.subject = criteria.SubjectNamed("cadre")
		p.name, p.other, p.notes = "name", "id_number", []string{"birth", "title"}
		p.order = []criteria.Order{{Field: "order"}}
	case data.UnitKind:
		p.subject = criteria.SubjectNamed("unit") // as they are called at the month
		p.name, p.other, p.order = "short", "name", []criteria.Order{{Field: "sort"}}
	case data.PostKind:
		p.name, p.before = "name", "unit"
		p.order = []criteria.Order{{Field: "unit"}, {Field: "sort"}}
	default:
		if t := kind.Title(); t != nil {
			p.name = t.Key
		}
		if m := kind.Moment(); m != nil && m.Type != data.TypeRef {
			p.notes, p.order = []string{m.Key}, []criteria.Order{{Field: m.Key, Descending: true}}
		}
	}
	return p
}

// readAtOnce is how many rows one question reads: SQLite takes only so many
// values.
const readAtOnce = 5000

func readCalled(ctx context.Context, r store.View, kind *data.Kind, at data.Month) (*called, error) {
	p := partsOf(kind)
	c := &called{kind: kind, byID: map[string]int{}, by: map[string][]string{}}
	if p.name == "" {
		return c, nil
	}
	q := criteria.Query{Subject: p.subject, At: at, Everyone: true}
	ids, err := q.IDs(ctx, r, p.order...)
	if err != nil {
		return nil, err
	}
	fields := append([]string{p.name}, p.notes...)
	for _, extra := range []string{p.before, p.other} {
		if extra != "" {
			fields = append(fields, extra)
		}
	}
	rows, err := cells(ctx, r, q, ids, fields)
	if err != nil {
		return nil, err
	}
	for i, row := range rows {
		if row != nil {
			c.add(p, ids[i], row)
		}
	}
	if kind == data.UnitKind {
		if err := c.addFormer(ctx, r); err != nil {
			return nil, err
		}
	}
	c.settleWays()
	return c, nil
}

// cells reads fields of many rows.
func cells(ctx context.Context, r store.View, q criteria.Query, ids, fields []string) ([][]string, error) {
	var all [][]string
	for len(ids) > 0 {
		part := ids[:min(readAtOnce, len(ids))]
		ids = ids[len(part):]
		rows, err := q.Cells(ctx, r, part, fields...)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	return all, nil
}

func (c *called) add(p parts, id string, row []string) {
	name, notes, rest := row[0], row[1:1+len(p.notes)], row[1+len(p.notes):]
	ways := []string{name}
	if p.before != "" {
		name = rest[0] + name
		ways = []string{name}
	} else if p.other != "" {
		ways = append(ways, rest[0])
	}
	if len(notes) > 0 && notes[0] != "" {
		ways = append(ways, name+"("+notes[0]+")", name+notes[0])
	}
	c.byID[id] = len(c.list)
	named := Named{ID: id, Name: firstLine(name), Note: strings.TrimSpace(strings.Join(notes, "　")), Way: name}
	if len(notes) > 0 && notes[0] != "" {
		named.Way = name + "（" + notes[0] + "）"
	}
	if c.kind == data.CadreKind {
		named.number = rest[0]
	}
	c.list = append(c.list, named)
	c.know(id, append(ways, firstLine(name))...)
}

// addFormer makes units known by all names they have had, or have now: a table may
// be older than a name, or younger than the month it is read at.
func (c *called) addFormer(ctx context.Context, r store.View) error {
	units, err := store.Find[data.Unit](ctx, r)
	if err != nil {
		return err
	}
	past, err := store.Find[data.UnitPast](ctx, r)
	if err != nil {
		return err
	}
	other := func(id string, ways ...string) {
		for _, way := range ways {
			if len(c.by[spelling(way)]) == 0 { // who is called so at the month comes first
				c.know(id, way)
			}
		}
	}
	for _, u := range units {
		other(u.ID, u.Name, u.Short)
	}
	for _, p := range past {
		other(string(p.Unit), p.Name, p.Short)
	}
	return nil
}

// know makes a record known by more ways to call it.
func (c *called) know(id string, ways ...string) {
	for _, way := range ways {
		way = spelling(way)
		if way != "" && !slices.Contains(c.by[way], id) {
			c.by[way] = append(c.by[way], id)
		}
	}
}

// settleWays finds for each record the shortest way to call it.
func (c *called) settleWays() {
	for i := range c.list {
		n := &c.list[i]
		for _, way := range []string{n.Name, n.Way, n.ID} {
			if found := c.by[spelling(way)]; way == n.ID || len(found) == 1 && found[0] == n.ID {
				n.Way = way
				break
			}
		}
	}
}

// spelling is a name without blanks and with one kind of brackets.
func spelling(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, name)
	return strings.ToUpper(strings.NewReplacer("（", "(", "）", ")").Replace(name))
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
