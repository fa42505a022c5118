package exchange

import (
	"fmt"

	"huoshui/data"
)

// match finds the cadre that a form is about: by ID number, else by name and month of
// birth where nothing speaks against it. Whoever else has the name and may be
// meant is for the user to decide about.
func (p *people) match(f *form) (found *person, ask []*person) {
	if f.roster != nil && f.roster.Number != "" {
		return p.byID[f.roster.Number], nil // readRow has made sure of it
	}
	number := f.cadre.IDNumber
	if one := p.byNumber[number]; number != "" && one != nil {
		if one.cadre.Name != f.cadre.Name && one.cadre.Birth != f.cadre.Birth { // a slip in one number
			return nil, []*person{one}
		}
		return one, nil
	}
	for _, one := range p.byName[f.cadre.Name] {
		if likely(one.cadre, &f.cadre) || sameBirth(one.cadre, &f.cadre) {
			ask = append(ask, one)
		}
	}
	if len(ask) == 1 && likely(ask[0].cadre, &f.cadre) && sameBirth(ask[0].cadre, &f.cadre) {
		return ask[0], nil
	}
	return nil, ask
}

// likely reports that two of the same name may well be one person: nothing that
// both tell speaks against it.
func likely(a, b *data.Cadre) bool {
	birth := a.Birth == b.Birth || a.Birth == 0 || b.Birth == 0
	number := a.IDNumber == b.IDNumber || a.IDNumber == "" || b.IDNumber == ""
	return birth && number && !strangers(a, b)
}

func sameBirth(a, b *data.Cadre) bool { return a.Birth == b.Birth && a.Birth != 0 }

// strangers reports that two differ in more than one of the facts that stay
// with a person for life; one alone may have been put right.
func strangers(a, b *data.Cadre) bool {
	odds := 0
	for _, key := range []string{"sex", "nation", "native_place", "work_start"} {
		field := data.CadreKind.Field(key)
		if x, y := field.Text(a), field.Text(b); x != "" && y != "" && x != y {
			odds++
		}
	}
	return odds > 1
}

// partTwins makes sure that no two files of one import are written over one
// person: the second is refused when it must be that person, and asked about
// when it may be.
func (p *Proposal) partTwins() {
	var kept []*Item
	names := map[string][]*Item{} // by name of the person
	numbers := map[string]*Item{}
	claims := map[*person]int{}
	for _, item := range p.Items {
		claims[item.target]++
	}
	for _, item := range p.Items {
		c := &item.form.cadre
		first := numbers[c.IDNumber]
		if first == nil && item.State != Same {
			first = sameForm(names[c.Name], item)
		}
		if first != nil {
			p.Refused = append(p.Refused, Refusal{File: item.File, Reason: sameAs(first, item)})
			continue
		}
		if c.IDNumber != "" {
			numbers[c.IDNumber] = item
		}
		switch {
		case item.State == New:
			p.askTwin(item, names[c.Name])
		case item.State == Changed && claims[item.target] > 1 && (c.IDNumber == "" || c.IDNumber != item.target.cadre.IDNumber):
			p.ask(item, []*person{item.target})
			item.Doubts = append(item.Doubts, "这批文件中不止一份可能是这个人的")
		}
		names[c.Name] = append(names[c.Name], item)
		kept = append(kept, item)
	}
	p.Items = kept
}

// askTwin makes a new person one to ask about when an earlier file tells of
// somebody new who may be the same. Of namesakes born in one month who differ
// too much the user is told.
func (p *Proposal) askTwin(item *Item, earlier []*Item) {
	for _, other := range earlier {
		a, b := &other.form.cadre, &item.form.cadre
		switch {
		case other.State != New:
		case likely(a, b):
			p.ask(item, nil)
			item.Doubts = append(item.Doubts, fmt.Sprintf("可能与“%s”是同一个人，要分清后再导入", other.File))
			return
		case sameBirth(a, b):
			item.Doubts = append(item.Doubts, fmt.Sprintf("与“%s”姓名、出生年月相同，按两个人导入", other.File))
		}
	}
}

// sameForm finds a form that says the same.
func sameForm(earlier []*Item, item *Item) *Item {
	for _, other := range earlier {
		if len(compare(other.form, item.form)) == 0 && len(compare(item.form, other.form)) == 0 {
			return other
		}
	}
	return nil
}

func sameAs(first, item *Item) string {
	if first.Name != item.Name {
		return fmt.Sprintf("身份证号与“%s”的%s相同，请核对后再导入", first.File, first.Name)
	}
	return fmt.Sprintf("与“%s”是同一个人，只导入前一份", first.File)
}
