package sheet

import (
	"fmt"
	"regexp"
	"strings"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
)

// parse reads the cells of a row, each for itself.
func (p *Proposal) parse(row *Row) {
	row.values, row.number, row.parsed = map[*data.Field]any{}, "", nil
	for i, c := range p.Columns {
		text := strings.TrimSpace(row.Cells[i])
		if text == "" {
			continue
		}
		switch {
		case c.role == roleNumber:
			row.number = text
		case c.role == roleField && c.Field.Type == data.TypeRef:
			p.refer(row, i, text)
		case c.role == rolePerson && p.fieldColumn(c.Field) < 0:
			p.refer(row, i, text)
		case c.role == roleField && p.party(row, c.Field, text):
		case c.role == roleField:
			value, err := parse(c.Field, text)
			if err != nil {
				row.parsed = append(row.parsed, Flaw{i, err.Error()})
				continue
			}
			row.values[c.Field] = value
		}
	}
}

// party understands what rosters print under 入党时间 of those in another party,
// or in none: its name, in a table without a column of its own for that.
func (p *Proposal) party(row *Row, f *data.Field, text string) bool {
	other := data.CadreKind.Field("other_party")
	if f != data.CadreKind.Field("party_joined") || p.fieldColumn(other) >= 0 {
		return false
	}
	joined, parties, rest := lrmx.ParseParty(text)
	if len(parties) == 0 || rest != "" {
		return false
	}
	row.values[f], row.values[other] = int64(joined), strings.Join(parties, "；")
	return true
}

// mangled is a long number that a spreadsheet has rounded.
var mangled = regexp.MustCompile(`^\d(\.\d+)?[eE]\+\d+$`)

// ageBehind is the age that rosters print behind the month of birth.
var ageBehind = regexp.MustCompile(`\s*[（(]\s*\d{1,3}\s*岁\s*[）)]$`)

func parse(f *data.Field, text string) (any, error) {
	if f.Type == data.TypeMonth {
		text = ageBehind.ReplaceAllString(text, "")
	}
	switch {
	case f.Type == data.TypeBool:
		text = strings.ToLower(text)
	case f.Type == data.TypeText && mangled.MatchString(text):
		return nil, fmt.Errorf("“%s”被表格程序当作数字截短了，请把这一列设为文本后重填", text)
	case f.Type == data.TypeMonth && strings.HasPrefix(text, doubtfulMonth):
		month := strings.TrimPrefix(text, doubtfulMonth)
		return nil, fmt.Errorf("“%s”在表格里是数字，分不清是 1 月还是 10 月，请改写", month)
	}
	return f.Parse(text)
}

// refer resolves a reference: a cadre by ID number where the row has one, a
// post by its short name within the unit of the row.
func (p *Proposal) refer(row *Row, column int, text string) {
	f := p.Columns[column].Field
	if number := p.person(row, f); number != "" {
		id, err := p.names.Find(f.Kind, number)
		if err == nil {
			row.values[f] = id
			return
		}
	}
	id, err := p.names.Find(f.Kind, text)
	if err != nil && f.Kind == data.PostKind.Name {
		for i, c := range p.Columns {
			if c.Field != nil && c.Field.Kind == data.UnitKind.Name && strings.TrimSpace(row.Cells[i]) != "" {
				if unit, missing := p.names.Find(c.Field.Kind, row.Cells[i]); missing == nil {
					id, err = p.names.Find(f.Kind, p.names.Name(c.Field.Kind, unit)+text)
				}
			}
		}
	}
	if err != nil {
		row.parsed = append(row.parsed, Flaw{column, err.Error()})
		return
	}
	row.values[f] = id
}

// person is the ID number beside a reference to a cadre.
func (p *Proposal) person(row *Row, f *data.Field) string {
	for i, c := range p.Columns {
		if c.role == rolePerson && c.Field == f {
			return strings.TrimSpace(row.Cells[i])
		}
	}
	return ""
}

func (p *Proposal) fieldColumn(f *data.Field) int {
	for i, c := range p.Columns {
		if c.role == roleField && c.Field == f {
			return i
		}
	}
	return -1
}

// check finds what keeps a record, as it would be, from being stored.
func (p *Proposal) check(row *Row, record any) {
	for i := range p.Kind.Fields {
		f := &p.Kind.Fields[i]
		if f.Required && empty(f.Value(record)) {
			row.flaw(p.column(f), fmt.Sprintf("请填写“%s”", f.Label))
		}
	}
	since, until := p.Kind.Field("since"), p.Kind.Field("until")
	if since == nil || until == nil {
		return
	}
	from, to := since.Value(record).(int64), until.Value(record).(int64)
	if to != 0 && to < from {
		row.flaw(p.column(until), fmt.Sprintf("“%s”早于“%s”", until.Label, since.Label))
	}
}

// flaw notes what is wrong in a column, unless something is already.
func (r *Row) flaw(column int, sentence string) {
	if column < 0 || r.Flaw(column) == "" {
		r.Flaws = append(r.Flaws, Flaw{column, sentence})
	}
}

func empty(value any) bool { return value == nil || value == "" || value == int64(0) }

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
