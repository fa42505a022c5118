// Package rule holds the rules of the trade that look at one cadre at a time,
// first of all the checks of the file (核对). A finding never refuses anything;
// the archive decides which entry is right.
package rule

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"huoshui/data"
)

// Finding is something in the records that needs a second look: the rule in
// words, the field, and the evidence.
type Finding struct {
	Rule     string
	Kind     *data.Kind
	Row      int    // which of the person's records of the kind; -1 for none in particular
	Field    string // key of the field; "" for the record as a whole
	Evidence string
	Record   string // ID of the record when it is one of those beside the form
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

// Check checks the records of a person as they are known at a month, usually
// the present one. Nothing can have happened after this month.
func Check(p Person, at data.Month) []Finding {
	c := &checker{Person: p, at: at}
	for _, check := range []func(){
		c.missing, c.name, c.idNumber, c.birth, c.party, c.work,
		c.resumeOrder, c.resumeText, c.firstWork,
		c.retirement, c.dates, c.terms, c.outlived, c.pastRetirement, c.crowded, c.doubles, c.mains, c.present, c.family, c.kin,
		c.moments, c.seats, c.disciplines, c.underInfluence, c.notices,
		c.reserves, c.postings, c.recruits, c.vetted, c.candidates,
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
	c.row(rule, data.CadreKind, -1, field, evidence, args...)
}

// row notes a finding on one of the records that belong to the person.
func (c *checker) row(rule string, kind *data.Kind, row int, field, evidence string, args ...any) {
	f := Finding{Rule: rule, Kind: kind, Row: row, Field: field, Evidence: fmt.Sprintf(evidence, args...)}
	if records := c.Beside[kind]; row >= 0 && row < len(records) {
		f.Record = data.IDOf(records[row])
	}
	c.found = append(c.found, f)
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
