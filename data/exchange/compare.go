package exchange

import (
	"encoding/xml"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
)

// Difference is one part of a person that differs in the file. Before or After
// is empty when there is no value.
type Difference struct{ Label, Before, After string }

// labelTitles is the label of a difference in the current posts.
const labelTitles = "现任职务"

// labelWritten is the label of a difference in their order or punctuation alone.
var labelWritten = data.CadreKind.Field("written_title").Label

// Labels of differences that rosters alone tell.
const (
	labelSince = "任现职时间"
	labelGrade = "职级"
)

// compare lists what the file has otherwise than the records. What the file
// leaves empty is no difference: an import never erases.
func compare(old, in *form) []Difference {
	var found []Difference
	add := func(label, before, after string) {
		found = append(found, Difference{Label: label, Before: before, After: after})
	}
	for _, key := range in.keys() {
		field := data.CadreKind.Field(key)
		before, after := field.Text(&old.cadre), field.Text(&in.cadre)
		if after != "" && after != before {
			add(field.Label, before, after)
		}
	}
	if titles := old.titlesFor(in); len(in.titles) > 0 && !equalTitles(titles, in.titles) {
		add(labelTitles, joinTitles(titles), joinTitles(in.titles))
	} else if in.rewords(old) {
		add(labelWritten, old.written, in.written)
	} else if in.roster != nil && in.since != 0 && in.since != old.since && len(old.titles) > 0 {
		add(labelSince, old.since.String(), in.since.String())
	}
	for _, g := range in.grades {
		if !slices.ContainsFunc(old.grades, func(o data.Promotion) bool { return o.Grade == g.Grade && o.Since == g.Since }) {
			add(labelGrade, tellGrade(old.gradeBefore(g)), tellGrade(g))
		}
	}
	if len(in.resume) > 0 && !slices.Equal(old.resume, in.resume) {
		found = append(found, compareRows("简历", old.resume, in.resume, tellSegment,
			func(a, b data.ResumeSegment) bool { return a.From == b.From || a.Text == b.Text })...)
	}
	if before, after := old.relatives(), in.relatives(); len(after) > 0 && !slices.Equal(before, after) {
		found = append(found, compareRows("家庭成员", before, after, relative.String,
			func(a, b relative) bool { return a.Name == b.Name || a.Relation == b.Relation })...)
	}
	if blob := in.blob(); blob != "" && blob != old.blob() {
		before := ""
		if old.blob() != "" {
			before = "原照片"
		}
		add("照片", before, "新照片")
	}
	for _, tag := range in.carried() {
		if before := old.carriedAs(tag.Name); before != tagText(tag) {
			add(tagLabel(tag.Name), before, tagText(tag))
		}
	}
	return found
}

// rewords reports a form with the same titles as on record, in another order or
// with other marks between them. A roster shortens titles and rewords nothing; of
// a form filled in ahead of time it cannot be told yet.
func (f *form) rewords(old *form) bool {
	return f.roster == nil && f.written != "" && equalTitles(f.titles, old.titles) &&
		f.written != old.written && f.written != old.cadre.WrittenTitle
}

// gradeBefore is what a rank in grade would take the place of: the same rank
// with another month, else the present one.
func (f *form) gradeBefore(g data.Promotion) data.Promotion {
	for _, o := range f.grades {
		if o.Grade == g.Grade {
			return o
		}
	}
	if len(f.grades) > 0 {
		return f.grades[0]
	}
	return data.Promotion{}
}

func tellGrade(g data.Promotion) string {
	if g.Grade == "" {
		return ""
	}
	return data.PromotionKind.Field("grade").Text(&g) + "（" + g.Since.String() + "起）"
}

// titlesFor are the current posts on record, with those to begin later that the
// file tells of already: it was filled in ahead of time.
func (f *form) titlesFor(in *form) []string {
	titles := slices.Clone(f.titles)
	for _, t := range f.coming {
		if slices.Contains(in.titles, t) && !slices.Contains(titles, t) {
			titles = append(titles, t)
		}
	}
	return titles
}

// compareRows tells which rows came, went or read otherwise; akin says that a
// row that came is another reading of one that went.
func compareRows[T comparable](label string, old, in []T, tell func(T) string, akin func(a, b T) bool) []Difference {
	gone := slices.DeleteFunc(slices.Clone(old), func(row T) bool { return slices.Contains(in, row) })
	var found []Difference
	for _, row := range in {
		if slices.Contains(old, row) {
			continue
		}
		before := ""
		if i := slices.IndexFunc(gone, func(g T) bool { return akin(g, row) }); i >= 0 {
			before = tell(gone[i])
			gone = slices.Delete(gone, i, i+1)
		}
		found = append(found, Difference{label, before, tell(row)})
	}
	for _, row := range gone {
		found = append(found, Difference{label, tell(row), "（删去）"})
	}
	if found == nil {
		found = append(found, Difference{label, "", "各行的次序或重复的行不同"})
	}
	return found
}

func tellSegment(s data.ResumeSegment) string {
	text := strings.ReplaceAll(s.Text, "\n", " ")
	switch {
	case s.From == 0:
		return text
	case s.To == 0:
		return s.From.String() + "起 " + text
	}
	return s.From.String() + "—" + s.To.String() + " " + text
}

// relative is a member of the family with what no field can hold: a birth that
// is no month, elements of other programs.
type relative struct {
	Relation, Name, Politics, Post string
	Birth                          data.Month
	Rest                           string
}

func (r relative) String() string {
	words := []string{r.Relation, r.Name, r.Birth.String(), r.Politics, r.Post, r.Rest}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

// relatives are the members of the family. What no field can hold stands in
// the file alone; it counts as long as the file still tells of that member.
func (f *form) relatives() []relative {
	var all []relative
	for _, m := range f.family {
		r := relative{m.Relation, m.Name, m.Politics, m.Post, m.Birth, ""}
		if came := f.memberAs(m); came != nil {
			r.Rest = memberRest(*came)
		}
		all = append(all, r)
	}
	return all
}

// memberAs finds the member in the file; nil when it does not tell of them.
func (f *form) memberAs(m data.Family) *lrmx.Member {
	if f.file == nil {
		return nil
	}
	for i, came := range f.file.Family {
		if came.Relation == m.Relation && came.Name == m.Name {
			return &f.file.Family[i]
		}
	}
	return nil
}

func memberRest(m lrmx.Member) string {
	var rest []string
	if _, err := data.ParseMonth(m.Birth); err != nil {
		rest = append(rest, m.Birth)
	}
	for _, tag := range m.Extra {
		rest = append(rest, tagText(tag))
	}
	return strings.Join(rest, " ")
}

// carried are the tags with a value that no field of a cadre holds: the
// version, and those of other programs. They live in the file alone.
func (f *form) carried() []lrmx.Tag {
	if f.file == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(f.file.Tags), func(t lrmx.Tag) bool { return !onlyCarried(t.Name) || tagText(t) == "" })
}

func (f *form) carriedAs(name string) string {
	for _, tag := range f.carried() {
		if tag.Name == name {
			return tagText(tag)
		}
	}
	return ""
}

func onlyCarried(name string) bool {
	switch name {
	case lrmx.TagParty, lrmx.TagResume, lrmx.TagPost, lrmx.TagFamily, lrmx.TagPhoto:
		return false
	}
	for _, pair := range tagFields {
		if pair.tag == name {
			return false
		}
	}
	return true
}

func tagText(t lrmx.Tag) string {
	if t.Raw != "" {
		return markupText(t.Raw)
	}
	return strings.TrimSpace(t.Text)
}

// markupText tells markup by its names and texts alone: programs lay out the
// same elements differently.
func markupText(raw string) string {
	var words []string
	reader := xml.NewDecoder(strings.NewReader(raw))
	for {
		token, err := reader.RawToken()
		if err != nil {
			return strings.Join(words, " ")
		}
		switch token := token.(type) {
		case xml.StartElement:
			words = append(words, token.Name.Local)
			for _, attr := range token.Attr {
				words = append(words, attr.Name.Local+"="+attr.Value)
			}
		case xml.CharData:
			words = append(words, strings.Fields(string(token))...)
		}
	}
}

// tagLabel names a tag as the form does; one of another program goes by its
// own name.
func tagLabel(name string) string {
	for _, info := range lrmx.Tags {
		if info.Name == name {
			return info.Label
		}
	}
	return "标签 " + name
}

// blob is the photo of the form.
func (f *form) blob() data.Blob {
	if f.photoOf != "" {
		return f.photoOf
	}
	return data.BlobOf(f.photo)
}

// keys are the fields of a cadre that the form may tell of; those beyond the
// 任免审批表 only where a roster fills them in.
func (f *form) keys() []string {
	keys := cadreKeys()
	if f.roster != nil {
		for _, key := range f.roster.Filled {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// cadreKeys are the fields of a cadre that a form carries.
func cadreKeys() []string {
	keys := []string{"party_joined", "other_party"}
	for _, pair := range tagFields {
		keys = append(keys, pair.key)
	}
	return keys
}

func joinTitles(titles []string) string { return strings.Join(titles, "，") }

func equalFamily(a, b []data.Family) bool {
	return slices.EqualFunc(a, b, func(x, y data.Family) bool {
		return x.Relation == y.Relation && x.Name == y.Name && x.Birth == y.Birth && x.Politics == y.Politics && x.Post == y.Post
	})
}
