package lrmx

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// DefaultVersion is the version put into a new file; of those in use it is
// the one that most programs read.
const DefaultVersion = "3.2.1.6"

// File is one .lrmx file: the form of one person.
type File struct {
	Attrs     string   // attributes of Person as written, leading blank included
	Tags      []Tag    // children of Person in the order of the file
	Family    []Member // the Items of JiaTingChengYuan
	Photo     []byte   // the decoded photo; nil when there is none or it is unreadable
	PhotoType string   // jpeg, png, gif or bmp
	Warnings  []string // what reading had to put right, in Chinese
}

// Tag is one child element. Change the value with File.Set: a Raw that is not
// empty is what Write writes.
type Tag struct {
	Name  string
	Attrs string // as written, leading blank included
	Text  string // as read after XML decoding, neither trimmed nor joined
	// Raw is the inner XML of an element that holds more than text. For
	// JiaTingChengYuan it is whatever stands beside the Items.
	Raw string
}

// Member is one Item of the family. The values are normalised like those of
// File.Get.
type Member struct {
	Relation string // 称谓
	Name     string // 姓名
	Birth    string // 出生年月
	Politics string // 政治面貌
	Post     string // 工作单位及职务
	Attrs    string // as written, leading blank included
	Extra    []Tag  // further elements, kept for writing
}

// Blank reports a member without any text. Some programs write such rows to
// fill the form.
func (m Member) Blank() bool {
	return m.Relation+m.Name+m.Birth+m.Politics+m.Post == "" && len(m.Extra) == 0
}

// memberFields pairs the known elements of an Item, in the order of writing,
// with the fields of m.
func memberFields(m *Member) []memberField {
	return []memberField{
		{"ChengWei", &m.Relation},
		{"XingMing", &m.Name},
		{"ChuShengRiQi", &m.Birth},
		{"ZhengZhiMianMao", &m.Politics},
		{"GongZuoDanWeiJiZhiWu", &m.Post},
	}
}

type memberField struct {
	name  string
	value *string
}

// New makes an empty form.
func New() *File {
	return &File{Tags: []Tag{{Name: TagVersion, Text: DefaultVersion}}}
}

// Get is the value of a tag: trimmed, with "\n" for line breaks, "" when the
// tag is missing or blank. Of a tag that occurs twice it is the first with a
// value.
func (f *File) Get(tag string) string {
	if tag == TagPhoto && len(f.Photo) > 0 {
		return base64.StdEncoding.EncodeToString(f.Photo)
	}
	for _, t := range f.Tags {
		if t.Name != tag {
			continue
		}
		if value := normalise(t.Text); value != "" {
			return value
		}
	}
	return ""
}

// Set gives a tag a value. A tag that is in the file keeps its place; a
// missing tag is added only for a value that is not empty. Characters that XML
// does not allow are dropped.
func (f *File) Set(tag, value string) {
	value, _ = legalText(value)
	at := slices.IndexFunc(f.Tags, func(t Tag) bool { return t.Name == tag })
	switch {
	case at < 0 && value == "":
		return
	case at < 0:
		at = len(f.Tags)
		f.Tags = append(f.Tags, Tag{})
	}
	f.Tags[at] = Tag{Name: tag, Text: value}
	rest := slices.DeleteFunc(f.Tags[at+1:], func(t Tag) bool { return t.Name == tag })
	f.Tags = f.Tags[:at+1+len(rest)]
	if tag == TagPhoto {
		f.Photo, f.PhotoType = nil, ""
		f.takePhoto()
	}
}

var breakText = regexp.MustCompile(`(?i)\r\n?|<br[ \t]*/?>`)

// normalise is the reading of a value that all programs agree on.
func normalise(text string) string {
	return strings.TrimFunc(breakText.ReplaceAllString(text, "\n"), blank)
}

// blank reports what is nothing to the eye: blanks of all widths and the
// invisible marks that texts bring along from word processors and web pages.
func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}
