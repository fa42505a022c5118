package sheet

import (
	"fmt"
	"strings"

	"huoshui/data"
)

// match finds the records the rows are about and says what each row comes to.
func (p *Proposal) match() {
	stored, listed := map[string][]any{}, map[string]int{}
	for _, record := range p.onFile {
		for _, key := range p.keys(func(f *data.Field) any { return f.Value(record) }) {
			stored[key] = append(stored[key], record)
		}
	}
	for _, row := range p.Rows {
		for _, key := range p.keys(row.value) {
			listed[key]++
		}
	}
	seen := map[string]int{}
	for _, row := range p.Rows {
		row.Flaws, row.Differences, row.old = append([]Flaw(nil), row.parsed...), nil, nil
		p.find(row, stored, listed)
		p.judge(row)
		p.repeated(row, seen)
		row.sortFlaws()
		if len(row.Flaws) > 0 {
			row.State = Bad
		}
	}
}

func (r *Row) value(f *data.Field) any { return r.values[f] }

// keys are what tells one record of the kind from others where no number is
// given: whom it belongs to, when it was, how it is called. A cadre is known by
// the ID number, else by name and month of birth.
func (p *Proposal) keys(value func(*data.Field) any) []string {
	if p.Kind == data.CadreKind {
		number, name, birth := value(p.Kind.Field("id_number")), value(p.Kind.Field("name")), value(p.Kind.Field("birth"))
		var keys []string
		if !empty(number) {
			keys = append(keys, "n "+strings.ToUpper(fmt.Sprint(number)))
		}
		if !empty(name) && !empty(birth) {
			keys = append(keys, fmt.Sprint("b ", name, " ", birth))
		}
		return keys
	}
	var b strings.Builder
	said := false
	for i := range p.Kind.Fields {
		f := &p.Kind.Fields[i]
		if !p.tells(f) {
			continue
		}
		v := value(f)
		if empty(v) {
			v = ""
		}
		said = said || v != ""
		fmt.Fprintf(&b, "%v\x00", v)
	}
	if !said {
		return nil
	}
	return []string{b.String()}
}

// tells reports a field that tells records of the kind apart.
func (p *Proposal) tells(f *data.Field) bool {
	switch {
	case f.Type == data.TypeRef:
		return f.Owner || f.Required
	case f.Key == "year":
		return true
	}
	return f == p.Kind.Title() || f == p.Kind.Moment()
}

// find looks for the record a row is about: the one it names by its number, or
// the only one of its key. Where several share a key only an equal one is it.
func (p *Proposal) find(row *Row, stored map[string][]any, listed map[string]int) {
	if row.number != "" {
		if row.old = p.byID[row.number]; row.old == nil {
			row.flaw(p.numberColumn(), "没有这个编号的记录；新增的不填编号")
		}
		return
	}
	keys := p.keys(row.value)
	if len(keys) == 0 && p.Kind == data.CadreKind {
		p.namesake(row)
	}
	for _, key := range keys {
		found := stored[key]
		for _, record := range found {
			if p.somebodyElse(row, record) {
				continue
			}
			if len(found) == 1 && listed[key] == 1 || row.agrees(record) {
				row.old = record
				return
			}
		}
	}
}

// somebodyElse reports a cadre whose ID number is not the one in the row,
// however alike name and birth are.
func (p *Proposal) somebodyElse(row *Row, record any) bool {
	f := p.Kind.Field("id_number")
	if p.Kind != data.CadreKind || empty(row.values[f]) || empty(f.Value(record)) {
		return false
	}
	return !strings.EqualFold(f.Value(record).(string), row.values[f].(string))
}

// namesake refuses a cadre given by nothing but a name that is on file: it may
// or may not be the same person.
func (p *Proposal) namesake(row *Row) {
	f := p.Kind.Field("name")
	for _, record := range p.onFile {
		if f.Value(record) == row.values[f] {
			row.flaw(p.column(f), "库中有同名的人，请加出生年月或身份证号")
			return
		}
	}
}

// agrees reports whether a record says all that the row says.
func (r *Row) agrees(record any) bool {
	for f, value := range r.values {
		if f.Value(record) != value {
			return false
		}
	}
	return true
}

func (p *Proposal) numberColumn() int {
	for i, c := range p.Columns {
		if c.role == roleNumber {
			return i
		}
	}
	return -1
}

// judge says what writing the row would do.
func (p *Proposal) judge(row *Row) {
	record := p.Kind.New()
	row.State = New
	if row.old != nil {
		row.State = Same
		for i := range p.Kind.Fields {
			f := &p.Kind.Fields[i]
			_ = f.SetValue(record, f.Value(row.old)) // a field holds what it gave
			if value, said := row.values[f]; said && value != f.Value(row.old) {
				row.State = Changed
				row.Differences = append(row.Differences, Difference{f.Label, p.show(f, f.Value(row.old)), p.show(f, value)})
			}
		}
	}
	if err := row.apply(record); err != nil {
		row.flaw(-1, err.Error())
		return
	}
	p.check(row, record)
	p.unique(row)
}

// show is a value as users read it, a reference by name.
func (p *Proposal) show(f *data.Field, value any) string {
	if id, ok := value.(string); ok && f.Type == data.TypeRef {
		return p.names.Name(f.Kind, id)
	}
	return f.Show(value)
}

// unique refuses the ID number of somebody else on file.
func (p *Proposal) unique(row *Row) {
	if p.Kind != data.CadreKind {
		return
	}
	f := p.Kind.Field("id_number")
	number, ok := row.values[f].(string)
	if !ok {
		return
	}
	if record := p.byNumber[number]; record != nil && record != row.old {
		row.flaw(p.column(f), "库中"+p.Kind.Field("name").Text(record)+"是这个身份证号")
	}
}

// repeated refuses a row that says what another has said before.
func (p *Proposal) repeated(row *Row, seen map[string]int) {
	said := strings.Join(row.Cells, "\x00")
	if row.old != nil {
		said = "id " + data.IDOf(row.old)
	}
	if line, ok := seen[said]; ok {
		row.flaw(-1, fmt.Sprintf("与第 %d 行重复", line))
		return
	}
	seen[said] = row.Line
}
