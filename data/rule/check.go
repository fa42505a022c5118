// Package rule holds the rules of the trade that look at records one person at
// a time. Here: what in a file should be looked at again (校核). A finding never
// refuses anything; which entry is right, the archive decides.
package rule

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"huoshui/data"
)

// Person is what is on file about one cadre.
type Person struct {
	Cadre        *data.Cadre
	Resume       []*data.Resume
	Family       []*data.Family
	Appointments []*data.Appointment
}

// Finding is something to look at again: the rule in words, the field it is
// about, and what in the records speaks against it.
type Finding struct {
	Rule     string
	Kind     *data.Kind
	Row      int    // which of the person's records of the kind; -1 for none in particular
	Field    string // key of the field; "" for the record as a whole
	Evidence string
}

// Place names the field in the words of the form: “入党时间”, “简历第 5 段”.
func (f Finding) Place() string {
	switch {
	case f.Kind == data.CadreKind && f.Kind.Field(f.Field) != nil:
		return f.Kind.Field(f.Field).Label
	case f.Row < 0:
		return f.Kind.Label
	case f.Kind == data.ResumeKind:
		return fmt.Sprintf("%s第 %d 段", f.Kind.Label, f.Row+1)
	}
	return fmt.Sprintf("%s第 %d 行", f.Kind.Label, f.Row+1)
}

// Check looks through a person's records as they are known at a month, the
// present one as a rule: later than it nothing can have happened.
func Check(p Person, at data.Month) []Finding {
	c := &checker{Person: p, at: at}
	for _, check := range []func(){
		c.missing, c.name, c.idNumber, c.birth, c.party, c.work,
		c.resumeOrder, c.resumeText, c.firstWork,
		c.terms, c.doubles, c.present, c.family,
	} {
		check()
	}
	return c.found
}

type checker struct {
	Person
	at    data.Month
	found []Finding
}

// cadre notes a finding on a field of the person's own record.
func (c *checker) cadre(rule, field, evidence string, args ...any) {
	c.found = append(c.found, Finding{rule, data.CadreKind, -1, field, fmt.Sprintf(evidence, args...)})
}

// row notes a finding on one of the records that belong to the person.
func (c *checker) row(rule string, kind *data.Kind, row int, field, evidence string, args ...any) {
	c.found = append(c.found, Finding{rule, kind, row, field, fmt.Sprintf(evidence, args...)})
}

// needed are the fields without which neither age nor figures can be told.
var needed = []string{"sex", "birth", "nation", "native_place", "work_start"}

func (c *checker) missing() {
	for _, key := range needed {
		if f := data.CadreKind.Field(key); f.Text(c.Cadre) == "" {
			c.cadre("审批表基本项应当填写", key, "“%s”未填", f.Label)
		}
	}
}

func (c *checker) name() {
	n := utf8.RuneCountInString(c.Cadre.Name)
	if c.Cadre.Name != "" && !strings.Contains(c.Cadre.Name, "·") && (n < 2 || n > 4) {
		c.cadre("姓名一般为二至四字", "name", "姓名 %d 个字，请核对；少数民族姓名无误即可", n)
	}
}

func (c *checker) birth() { c.notLater("birth", c.Cadre.Birth) }

func (c *checker) party() {
	joined, birth := c.Cadre.PartyJoined, c.Cadre.Birth
	if joined == 0 {
		return
	}
	c.notLater("party_joined", joined)
	switch {
	case birth == 0:
	case joined < birth:
		c.cadre("入党不早于出生", "party_joined", "出生 %s，入党 %s", birth, joined)
	case joined.Age(birth) < 18:
		c.cadre("入党须年满十八岁", "party_joined", "出生 %s，入党 %s，时年 %d 岁", birth, joined, joined.Age(birth))
	}
}

func (c *checker) work() {
	start, birth := c.Cadre.WorkStart, c.Cadre.Birth
	if start == 0 {
		return
	}
	c.notLater("work_start", start)
	switch {
	case birth == 0:
	case start < birth:
		c.cadre("参加工作不早于出生", "work_start", "出生 %s，参加工作 %s", birth, start)
	case start.Age(birth) < 16:
		c.cadre("参加工作一般年满十六岁", "work_start", "出生 %s，参加工作 %s，时年 %d 岁", birth, start, start.Age(birth))
	}
}

func (c *checker) notLater(field string, m data.Month) {
	if m > c.at {
		c.cadre("时间不晚于当天", field, "“%s” %s 晚于 %s", data.CadreKind.Field(field).Label, m, c.at)
	}
}

func (c *checker) family() {
	if len(c.Family) == 0 {
		c.row("家庭主要成员应当填写", data.FamilyKind, -1, "", "没有家庭成员")
	}
	for i, f := range c.Family {
		switch {
		case f.Relation == "":
			c.row("家庭成员应当写明称谓", data.FamilyKind, i, "relation", "第 %d 行没有称谓", i+1)
		case f.Name == "":
			c.row("家庭成员应当写明姓名", data.FamilyKind, i, "name", "%s没有姓名", f.Relation)
		case f.Birth > c.at:
			c.row("时间不晚于当天", data.FamilyKind, i, "birth", "%s出生 %s 晚于 %s", f.Relation, f.Birth, c.at)
		}
	}
}

// terms looks at each appointment by itself.
func (c *checker) terms() {
	for i, a := range c.Appointments {
		switch {
		case a.Until != 0 && a.Until < a.Since:
			c.row("免职不早于任职", data.AppointmentKind, i, "until", "“%s”任职 %s，免职 %s", a.Title, a.Since, a.Until)
		case a.Since != 0 && c.Cadre.Birth != 0 && a.Since.Age(c.Cadre.Birth) < 16:
			c.row("任职时一般年满十六岁", data.AppointmentKind, i, "since", "“%s”任职 %s，出生 %s", a.Title, a.Since, c.Cadre.Birth)
		case c.Cadre.Gone != 0 && a.Until == 0:
			c.row("离册后不再任职", data.AppointmentKind, i, "until", "离册 %s，“%s”没有免职年月", c.Cadre.Gone, a.Title)
		}
	}
}

// doubles finds the same post, or the same title, held twice at a time, and
// more than one main post.
func (c *checker) doubles() {
	var main []string
	for i, a := range c.Appointments {
		if a.Main && c.holds(a) {
			main = append(main, a.Title)
		}
		same := func(b *data.Appointment) bool {
			return (a.Post != "" && a.Post == b.Post || a.Title != "" && a.Title == b.Title) && overlap(a, b)
		}
		if slices.ContainsFunc(c.Appointments[:i], same) {
			c.row("同一职务不重复任职", data.AppointmentKind, i, "since", "“%s”另有一段时间重叠的任职", a.Title)
		}
	}
	if len(main) > 1 {
		c.row("主要职务只有一个", data.AppointmentKind, -1, "main", "%s都标为主要职务", strings.Join(main, "、"))
	}
}

func overlap(a, b *data.Appointment) bool {
	return (b.Until == 0 || a.Since < b.Until) && (a.Until == 0 || b.Since < a.Until)
}

// holds reports whether the post is held at the month of the check.
func (c *checker) holds(a *data.Appointment) bool {
	return a.Since <= c.at && (a.Until == 0 || a.Until > c.at)
}
