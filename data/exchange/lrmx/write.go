package lrmx

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

var (
	// escapes write text so that reading gives the same text back; a carriage
	// return of its own needs a reference, a line feed is written as CRLF.
	escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;", "\n", "\r\n")
	crlf    = strings.NewReplacer("\r\n", "\r\n", "\n", "\r\n")
)

// Write writes the file in the form that the package documentation describes.
func Write(w io.Writer, f *File) error {
	out := &writer{Writer: bufio.NewWriter(w)}
	out.line(0, `<?xml version="1.0" encoding="utf-8"?>`)
	out.line(0, "<Person"+crlf.Replace(f.Attrs)+">")
	for _, info := range Tags {
		out.knownTag(f, info)
	}
	for _, tag := range f.Tags {
		if !known[tag.Name] {
			out.tag(1, tag)
		}
	}
	out.line(0, "</Person>")
	if out.err == nil {
		out.err = out.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("写任免审批表文件：%w", out.err)
	}
	return nil
}

// writer writes lines and remembers the first error.
type writer struct {
	*bufio.Writer
	err error
}

func (w *writer) line(indent int, text string) {
	if w.err == nil {
		_, w.err = w.WriteString(strings.Repeat("  ", indent) + text + "\r\n")
	}
}

// knownTag writes a tag of the form: as often as the file has it, at least
// once unless it is optional.
func (w *writer) knownTag(f *File, info TagInfo) {
	switch info.Name {
	case TagFamily:
		w.family(f)
		return
	case TagPhoto:
		w.photo(f)
		return
	}
	written := info.Optional
	for _, tag := range f.Tags {
		if tag.Name == info.Name {
			tag.Text = normalise(tag.Text)
			w.tag(1, tag)
			written = true
		}
	}
	if !written {
		w.tag(1, Tag{Name: info.Name})
	}
}

// tag writes an element on its own line.
func (w *writer) tag(indent int, tag Tag) {
	if w.err == nil && !known[tag.Name] && !isName(tag.Name) {
		w.err = fmt.Errorf("“%s”不能用作标签", tag.Name)
	}
	inner := crlf.Replace(tag.Raw)
	if tag.Raw == "" {
		text, _ := legalText(tag.Text)
		inner = escapes.Replace(text)
	}
	w.line(indent, "<"+tag.Name+crlf.Replace(tag.Attrs)+">"+inner+"</"+tag.Name+">")
}

// isName reports whether an element can have the name, by having it parsed.
func isName(name string) bool {
	token, err := xml.NewDecoder(strings.NewReader("<" + name + "/>")).RawToken()
	start, ok := token.(xml.StartElement)
	if err != nil || !ok || len(start.Attr) > 0 {
		return false
	}
	return name == start.Name.Local || name == start.Name.Space+":"+start.Name.Local
}

// photo writes the photo, or the text that could not be read as one.
func (w *writer) photo(f *File) {
	written := false
	for _, tag := range f.Tags {
		if tag.Name == TagPhoto && (tag.Text != "" || tag.Raw != "") {
			w.tag(1, tag)
			written = true
		}
	}
	if len(f.Photo) > 0 || !written {
		w.tag(1, Tag{Name: TagPhoto, Text: f.Get(TagPhoto)})
	}
}

// family writes the members and whatever stood beside them.
func (w *writer) family(f *File) {
	tag := Tag{Name: TagFamily}
	for _, t := range f.Tags {
		if t.Name == TagFamily {
			tag = t
		}
	}
	if len(f.Family) == 0 && tag.Raw == "" {
		w.tag(1, tag)
		return
	}
	w.line(1, "<"+TagFamily+crlf.Replace(tag.Attrs)+">")
	for _, member := range f.Family {
		w.line(2, "<Item"+crlf.Replace(member.Attrs)+">")
		for _, field := range memberFields(&member) {
			w.tag(3, Tag{Name: field.name, Text: normalise(*field.value)})
		}
		for _, extra := range member.Extra {
			w.tag(3, extra)
		}
		w.line(2, "</Item>")
	}
	if tag.Raw != "" {
		w.line(2, crlf.Replace(tag.Raw))
	}
	w.line(1, "</"+TagFamily+">")
}
