package lrmx

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// ReadFile reads the file at path.
func ReadFile(path string) (*File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("文件打不开：%w", err)
	}
	defer file.Close() //nolint:errcheck // opened for reading
	return Read(file)
}

// Read reads one file. Errors wrap one of the Err values of this package.
// File.Warnings lists what Read could put right.
func Read(r io.Reader) (*File, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("文件读不出来：%w", err)
	}
	if len(raw) > maxBytes {
		return nil, fmt.Errorf("%w：大于 %d MB", ErrLimit, maxBytes>>20)
	}
	text, warnings := decodeText(raw)
	source, dropped := cleanSource(text)
	if strings.TrimFunc(source, blank) == "" {
		return nil, ErrEmpty
	}
	if dropped > 0 {
		warnings = append(warnings, fmt.Sprintf("已去掉 %d 个非法字符", dropped))
	}
	f := &File{Warnings: warnings}
	err = f.parse(source)
	if errors.Is(err, ErrSyntax) || errors.Is(err, ErrLimit) { // unclosed <br> pile up
		f = &File{Warnings: append(warnings, "文件中有不合 XML 语法的“&”或换行标记，已修正读取")}
		err = f.parse(repairSource(source))
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// parse fills an empty File from clean XML text.
func (f *File) parse(source string) error {
	reader := newNodeReader(source)
	root, rest, err := reader.root()
	if err != nil {
		return err
	}
	if reader.doctype {
		f.warn("文件带有 DOCTYPE，已忽略")
	}
	if strings.TrimFunc(rest, blank) != "" {
		f.warn("文件末尾有多余内容，已忽略")
	}
	f.Attrs = root.attrs
	f.warnStray(root)
	for _, child := range root.children() {
		f.take(child)
	}
	f.takePhoto()
	return nil
}

// take adds a child of Person.
func (f *File) take(n *node) {
	if n.name == TagFamily {
		f.takeFamily(n)
		return
	}
	if known[n.name] && f.has(n.name) {
		f.warn("标签 %s 重复，取先有内容的一个", n.name)
	}
	f.Tags = append(f.Tags, newTag(n))
}

// newTag keeps the source of an element that holds elements of its own; line
// breaks in a known tag are text.
func newTag(n *node) Tag {
	tag := Tag{Name: n.name, Attrs: n.attrs, Text: n.text()}
	for _, child := range n.children() {
		if !known[n.name] || !strings.EqualFold(child.name, "br") {
			tag.Raw = n.inner
		}
	}
	return tag
}

// takeFamily adds the members. What stands beside them goes into the tag of
// the family itself, which keeps its place among the tags.
func (f *File) takeFamily(n *node) {
	if f.has(TagFamily) {
		f.warn("标签 %s 重复，已合并", TagFamily)
	} else {
		f.Tags = append(f.Tags, Tag{Name: TagFamily, Attrs: n.attrs})
	}
	f.warnStray(n)
	var beside strings.Builder
	for _, child := range n.children() {
		if child.name == "Item" {
			f.Family = append(f.Family, f.newMember(child))
		} else {
			beside.WriteString(child.outer)
		}
	}
	for i := range f.Tags {
		if f.Tags[i].Name == TagFamily {
			f.Tags[i].Raw += beside.String()
		}
	}
}

// newMember reads one Item. Only the first of two equal elements counts as the
// field, the other is kept among the extra ones.
func (f *File) newMember(n *node) Member {
	m := Member{Attrs: n.attrs}
	f.warnStray(n)
	seen := map[string]bool{}
	for _, child := range n.children() {
		value := m.field(child.name)
		if value == nil || seen[child.name] {
			m.Extra = append(m.Extra, newTag(child))
			continue
		}
		seen[child.name] = true
		*value = normalise(child.text())
		if child.attrs != "" {
			f.warn("家庭成员标签 %s 的属性已忽略", child.name)
		}
	}
	return m
}

// field is the place of a known element of an Item, nil for others.
func (m *Member) field(name string) *string {
	for _, field := range memberFields(m) {
		if field.name == name {
			return field.value
		}
	}
	return nil
}

// has reports whether the tag has been read already.
func (f *File) has(tag string) bool {
	for _, t := range f.Tags {
		if t.Name == tag {
			return true
		}
	}
	return false
}

// warnStray reports text between elements, for which the form has no place.
func (f *File) warnStray(n *node) {
	text := []rune(strings.TrimFunc(n.ownText(), blank))
	if len(text) > 0 {
		f.warn("%s 中有不属于任何项目的文字，已忽略：%s", n.name, string(text[:min(len(text), 50)]))
	}
}

func (f *File) warn(format string, args ...any) {
	f.Warnings = append(f.Warnings, fmt.Sprintf(format, args...))
}
