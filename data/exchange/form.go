// Package exchange reads the files of the trade as proposed changes that the
// user confirms, and writes records out in the same formats.
package exchange

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/exchange/sheet"
)

// form is one person as a 任免审批表 tells it, or as the records do: the two are
// compared part by part.
type form struct {
	cadre   data.Cadre
	resume  []data.ResumeSegment
	family  []data.Family
	titles  []string // current posts (现任职务), each a full title
	written string   // all of them as one text; of records as papers print it, empty where a roster only hints at it
	coming  []string // on record to begin later
	photo   []byte
	file    *lrmx.File
	doubts  []string // what could not be understood and was left empty
	photoOf data.Blob
	since   data.Month       // when the main current post began; of rosters and records alone
	grades  []data.Promotion // ranks in grade (职级), the present one first; of rosters and records alone
	roster  *sheet.Person    // the row it was read from; nil for a 任免审批表
}

// tagFields pairs the tags that hold one field of a cadre each.
var tagFields = []struct{ tag, key string }{
	{lrmx.TagName, "name"},
	{lrmx.TagSex, "sex"},
	{lrmx.TagBirth, "birth"},
	{lrmx.TagNation, "nation"},
	{lrmx.TagOrigin, "native_place"},
	{lrmx.TagBirthplace, "birth_place"},
	{lrmx.TagWorkStart, "work_start"},
	{lrmx.TagRetireMonth, "retire_month"},
	{lrmx.TagHealth, "health"},
	{lrmx.TagTitle, "pro_title"},
	{lrmx.TagSpeciality, "speciality"},
	{lrmx.TagFullEducation, "full_edu"},
	{lrmx.TagFullDegree, "full_degree"},
	{lrmx.TagFullSchool, "full_school"},
	{lrmx.TagFullDegreeFrom, "full_school2"},
	{lrmx.TagInServiceEdu, "part_edu"},
	{lrmx.TagInServiceDegree, "part_degree"},
	{lrmx.TagInServiceSchool, "part_school"},
	{lrmx.TagInServiceFrom, "part_school2"},
	{lrmx.TagPostProposed, "proposed"},
	{lrmx.TagPostRemoved, "removed"},
	{lrmx.TagRewards, "rewards"},
	{lrmx.TagAppraisal, "appraisals"},
	{lrmx.TagReason, "reason"},
	{lrmx.TagSubmitter, "reporter"},
	{lrmx.TagAgeLimit, "age_limit"},
	{lrmx.TagAgeDate, "age_as_of"},
	{lrmx.TagFillDate, "filled_at"},
	{lrmx.TagFiller, "filled_by"},
	{lrmx.TagIDNumber, "id_number"},
}

// readForm understands a file. What it cannot understand it leaves empty and
// says so; the file itself is kept, so that nothing is lost.
func readForm(file *lrmx.File) *form {
	f := &form{file: file, photo: file.Photo, doubts: slices.Clone(file.Warnings)}
	for _, pair := range tagFields {
		field := data.CadreKind.Field(pair.key)
		value, err := fromTag(field, file.Get(pair.tag))
		if err != nil {
			f.doubts = append(f.doubts, fmt.Sprintf("%s%s，留空", field.Label, err))
			continue
		}
		if err := field.SetValue(&f.cadre, value); err != nil {
			f.doubts = append(f.doubts, fmt.Sprintf("%s没有读入", field.Label))
		}
	}
	f.cadre.PartyJoined, f.cadre.OtherParty = fromParty(file.Get(lrmx.TagParty))
	f.resume = data.ParseResume(file.Get(lrmx.TagResume))
	f.written = data.WrittenTitle(file.Get(lrmx.TagPost))
	f.titles = splitTitles(f.written)
	for _, m := range file.Family {
		if m.Blank() {
			continue
		}
		if _, err := data.ParseMonth(m.Birth); err != nil {
			f.doubts = append(f.doubts, fmt.Sprintf("家庭成员%s的出生年月%s，留空", m.Name, err))
		}
		f.family = append(f.family, fromMember(m))
	}
	return f
}

// problem says what in the texts of a form cannot be kept; nil for nothing. The
// file is kept as it came, so that it is about all of it.
func (f *form) problem() error {
	if err := data.CadreKind.TextProblem(&f.cadre); err != nil {
		return err
	}
	for i := range f.family {
		if err := data.FamilyKind.TextProblem(&f.family[i]); err != nil {
			return err
		}
	}
	for _, title := range f.titles {
		if err := data.AppointmentKind.TextProblem(&data.Appointment{Title: title}); err != nil {
			return err
		}
	}
	for _, s := range f.resume {
		if err := data.ResumeKind.TextProblem(&data.Resume{Text: data.Long(s.Text)}); err != nil {
			return err
		}
	}
	if f.file == nil {
		return nil
	}
	text, err := keepFile(f.file)
	if err != nil {
		return err
	}
	return data.OriginalKind.TextProblem(&data.Original{Text: text})
}

var idNumber = regexp.MustCompile(`^(?:[0-9]{17}[0-9X]|[0-9]{15})$`)

func fromTag(field *data.Field, text string) (any, error) {
	switch {
	case field.Key == "name":
		text = lrmx.NormalName(text)
	case field.Key == "id_number":
		text = strings.ToUpper(strings.Join(strings.Fields(text), ""))
		if text != "" && !idNumber.MatchString(text) { // “无” is nobody's number
			return nil, fmt.Errorf("“%s”不是 18 位或 15 位的号码", text)
		}
	case field.Type == data.TypeText:
		text = strings.ReplaceAll(text, "\n", "")
	case field.Type == data.TypeLong:
		return text, nil
	default:
		return field.Parse(text)
	}
	return text, nil
}

// toTag writes a field as the form does: months as 199001, codes as words.
func toTag(field *data.Field, record any) string {
	value := field.Value(record)
	if n, ok := value.(int64); ok && field.Type == data.TypeMonth {
		return monthTag(data.Month(n))
	}
	return field.Show(value)
}

func monthTag(m data.Month) string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%06d", int(m))
}

func fromParty(text string) (data.Month, string) {
	joined, parties, rest := lrmx.ParseParty(text)
	if rest != "" {
		parties = append(parties, rest)
	}
	return joined, strings.Join(parties, "；")
}

func toParty(c *data.Cadre) string {
	var parties []string
	if c.OtherParty != "" {
		parties = strings.Split(c.OtherParty, "；")
	}
	return lrmx.FormatParty(c.PartyJoined, parties, "")
}

func fromMember(m lrmx.Member) data.Family {
	birth, err := data.ParseMonth(m.Birth)
	if err != nil {
		birth = 0
	}
	return data.Family{Relation: m.Relation, Name: m.Name, Birth: birth, Politics: m.Politics, Post: m.Post}
}

// toMember tells a member of the family, keeping of what came in whatever the
// records do not hold.
func toMember(f data.Family, came *lrmx.Member) lrmx.Member {
	m := lrmx.Member{Relation: f.Relation, Name: f.Name, Birth: monthTag(f.Birth), Politics: f.Politics, Post: f.Post}
	if came != nil {
		m.Attrs, m.Extra = came.Attrs, came.Extra
		if fromMember(*came).Birth == f.Birth {
			m.Birth = came.Birth
		}
	}
	return m
}

// keepFile turns a file into text to be kept; the photo is kept as a blob.
func keepFile(file *lrmx.File) (data.Long, error) {
	bare := *file
	bare.Photo, bare.Warnings = nil, nil
	raw, err := json.Marshal(bare)
	if err != nil {
		return "", fmt.Errorf("exchange: keep file: %w", err)
	}
	return data.Long(raw), nil
}

func keptFile(o *data.Original) (*lrmx.File, error) {
	if o == nil {
		return lrmx.New(), nil
	}
	file := &lrmx.File{}
	if err := json.Unmarshal([]byte(o.Text), file); err != nil {
		return nil, data.Refuse("有一份来件原文读不懂，数据库可能已损坏；请检查数据库，或用备份恢复。", fmt.Errorf("exchange: kept file: %w", err))
	}
	return file, nil
}
