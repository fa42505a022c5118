package roster

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// person is the data of the cadre shown at the side.
type person struct {
	id, name, sex string
	photo         []byte
	lines         []string // small, under the name
	facts         []fact
	events        []event // growth file (成长档案), the newest first
}

// fact is one labelled line.
type fact struct{ label, text string }

// event is one line of the growth file.
type event struct {
	month data.Month // 0 when not known
	span  string     // as shown
	text  string
	note  string
	ours  bool // about the reserve
}

// summary is what of a person follows from other records.
var summary = []string{"age", "politics", "education", "degree", "title", "post_since", "level", "level_since"}

// readPerson reads a cadre at the month of a query.
func readPerson(ctx context.Context, db store.View, q criteria.Query, id string) (person, error) {
	c, err := store.Get[data.Cadre](ctx, db, id)
	if err != nil {
		return person{}, err
	}
	cells, err := q.Cells(ctx, db, []string{id}, summary...)
	if err != nil {
		return person{}, err
	}
	held, err := store.Find[data.Appointment](ctx, db, store.Where("cadre", id))
	if err != nil {
		return person{}, err
	}
	reserves, err := store.Find[data.Reserve](ctx, db, store.Where("cadre", id))
	if err != nil {
		return person{}, err
	}
	if cells[0] == nil {
		return person{}, data.ErrNotFound
	}
	is := map[string]string{}
	for i, field := range summary {
		is[field] = cells[0][i]
	}
	p := person{id: id, name: c.Name, sex: data.ListNamed("sex").Label(c.Sex)}
	p.lines = lines(c, is)
	p.facts = facts(is, reserves, q.At)
	p.events = growth(c, held, reserves, q.At)
	p.photo, err = photo(ctx, db, c.Photo)
	return p, err
}

func photo(ctx context.Context, db store.View, name data.Blob) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	bytes, err := store.Bytes(ctx, db, name)
	if errors.Is(err, data.ErrNotFound) {
		return nil, nil // the cadre is there all the same
	}
	return bytes, err
}

// lines are the small lines beside the photograph.
func lines(c *data.Cadre, is map[string]string) []string {
	born := c.Birth.String()
	if is["age"] != "" {
		born += "（" + is["age"] + "岁）"
	}
	all := []string{
		joined(born, c.Nation),
		joined(is["politics"], c.NativePlace),
		joined(is["education"], is["degree"]),
	}
	return slices.DeleteFunc(all, func(line string) bool { return line == "" })
}

// joined sets the known ones of some texts beside each other.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), "　")
}

// facts are the labelled lines: post, since when, reserve.
func facts(is map[string]string, reserves []*data.Reserve, at data.Month) []fact {
	list := []fact{{"现任", cmp.Or(is["title"], "未登记任职")}}
	if is["post_since"] != "" {
		list = append(list, fact{"任现职", is["post_since"]})
	}
	if is["level"] != "" {
		text := is["level"]
		if is["level_since"] != "" {
			text += "　" + is["level_since"] + " 起"
		}
		list = append(list, fact{"层次", text})
	}
	for _, r := range reserves {
		if at.Within(r.Since, r.Until) {
			list = append(list, fact{"储备", tier(r) + "层次　" + r.Since.String() + " 入库"})
		}
	}
	return list
}

func tier(r *data.Reserve) string { return data.ListNamed("tier").Label(r.Tier) }

// growth tells what has happened to a cadre up to a month.
func growth(c *data.Cadre, held []*data.Appointment, reserves []*data.Reserve, at data.Month) []event {
	var list []event
	add := func(e event) {
		if e.month <= at {
			list = append(list, e)
		}
	}
	if c.PartyJoined != 0 {
		add(event{month: c.PartyJoined, span: c.PartyJoined.String(), text: "加入中国共产党"})
	}
	if c.WorkStart != 0 {
		add(event{month: c.WorkStart, span: c.WorkStart.String(), text: "参加工作"})
	}
	for _, a := range held {
		add(event{month: a.Since, span: span(a, at), text: taking(a), note: a.Document})
	}
	for _, r := range reserves {
		add(event{month: r.Since, span: r.Since.String(), text: "入" + tier(r) + "储备库", note: r.Entry, ours: true})
		if r.Until != 0 {
			why := data.ListNamed("exit").Label(r.Exit)
			add(event{month: r.Until, span: r.Until.String(), text: "出" + tier(r) + "储备库", note: why, ours: true})
		}
	}
	slices.SortStableFunc(list, func(a, b event) int { return cmp.Compare(a.month, b.month) })
	slices.Reverse(list)
	return list
}

// span is the month of an appointment; a posting, which ends by itself, is
// shown with both.
func span(a *data.Appointment, at data.Month) string {
	switch {
	case a.Since == 0:
		return "时间不详"
	case a.How == data.HowSecondment && a.Until != 0 && a.Until <= at:
		return a.Since.String() + "–" + a.Until.String()
	}
	return a.Since.String()
}

// Codes of the list “how” that change the wording.
var verbs = map[data.Code]string{
	data.HowPromoted: "提任", data.HowWeighty: "重用任", data.HowFirst: "初任", data.HowSecondment: "挂职", data.HowConcurrent: "兼任",
}

// taking words an appointment.
func taking(a *data.Appointment) string { return cmp.Or(verbs[a.How], "任") + a.Title }
