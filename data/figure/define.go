package figure

import (
	"fmt"

	"huoshui/data"
	"huoshui/data/criteria"
)

// everything is the whole of a share when it is all the subject has.
const everything = "全部"

// Spec is the text of a figure: in figures.toml, or as an office defines one
// of its own.
type Spec struct {
	ID      string
	Label   string // {本级} becomes 县 or 市, {近年} becomes 近5年
	Subject string
	Where   string // empty counts all
	Of      string // criterion of the whole; “全部” is all the subject has; empty for none
	Share   bool   // the figure is the share; without Of, of all the subject has
	Each    bool   // counts every row, not every person once
	Sum     string // adds up this number field instead of counting
	SumOf   string `toml:"sum_of"` // adds up this field for the whole
	Floor   bool   // the share has a floor, which is a setting of the office
	Unit    string // empty for the subject's own
	Period  string // empty for the as-of month or, where the subject is about what happens, its year
}

// Define makes a figure from its text. The error is a Chinese sentence.
func Define(s Spec) (*Definition, error) {
	d := &Definition{ID: s.ID, Label: s.Label, Share: s.Share, Each: s.Each, Floor: s.Floor, Period: Period(s.Period), unit: s.Unit}
	if d.Subject = criteria.SubjectNamed(s.Subject); d.Subject == nil {
		return nil, data.Refuse(fmt.Sprintf("指标“%s”的对象“%s”不存在。", s.Label, s.Subject), nil)
	}
	if !d.Period.known() {
		return nil, data.Refuse(fmt.Sprintf("指标“%s”的时段“%s”不认识。", s.Label, s.Period), nil)
	}
	if d.Period == State && d.Subject.Happens() {
		d.Period = ThisYear
	}
	var err error
	if d.Where, err = criteria.Parse(s.Where); err != nil {
		return nil, err
	}
	if d.HasOf = s.Of != "" || s.SumOf != "" || s.Share; s.Of != "" && s.Of != everything {
		if d.Of, err = criteria.Parse(s.Of); err != nil {
			return nil, err
		}
	}
	if d.Sum, err = number(d.Subject, s.Sum); err != nil {
		return nil, err
	}
	d.SumOf, err = number(d.Subject, s.SumOf)
	return d, err
}

// number finds the field that is added up; nil when none is named.
func number(subject *criteria.Subject, name string) (*criteria.Field, error) {
	if name == "" {
		return nil, nil
	}
	f := subject.Field(name)
	if f == nil || f.Type != data.TypeInt {
		return nil, data.Refuse(fmt.Sprintf("“%s”没有可以求和的“%s”。", subject.Label, name), nil)
	}
	return f, nil
}
