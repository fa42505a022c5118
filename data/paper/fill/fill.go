// Package fill fills in an office's own Word file. The places written as {{…}}
// get their text. A table row that asks for fields of a person is repeated for
// each person. All other bytes stay as they are.
//
// A place may be split over several runs, as Word does when it checks the
// spelling. Its text takes the style of its first character. Places are found
// in the body, tables, text boxes, headers, footers and notes.
package fill

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"huoshui/data"
)

// Limits on what a template may be, so that a hostile file cannot eat the
// machine.
const (
	maxFile    = 30 << 20  // bytes of the file
	maxEntries = 4096      // parts of it
	maxPart    = 40 << 20  // bytes of a part with text, unpacked
	maxParts   = 80 << 20  // of all of them
	maxGrown   = 200 << 20 // bytes of a part filled in
)

// Template is a Word file with places to fill in.
type Template struct {
	name    string // for what is said about it
	archive *zip.Reader
	parts   map[string]*part // those with text, by their name in the archive
	order   []string
}

// Place is a place found in a template.
type Place struct {
	Name  string // what stands between the braces, without blanks around it
	InRow bool   // stands in a row of a table
}

// Values are the texts for the places.
type Values struct {
	// Text is what stands at a place anywhere; after is the text that follows
	// it. False leaves the place as it is.
	Text func(name, after string) (string, bool)
	// Field gives the index of a field in the rows of People, -1 for none.
	Field func(name string) int
	// People are the rows for the repeated rows of tables. A single person also
	// answers at places outside of tables.
	People [][]string
}

// noData stands where nobody is there for a repeated row.
const noData = "无数据"

// Read reads a template; name is the file name for sentences. Errors are
// sentences.
func Read(name string, file []byte) (*Template, error) {
	t := &Template{name: filepath.Base(name), parts: map[string]*part{}}
	refuse := func(why string, cause error) (*Template, error) {
		return nil, data.Refuse(fmt.Sprintf("模板“%s”%s", t.name, why), cause)
	}
	switch {
	case len(file) > maxFile:
		return refuse(fmt.Sprintf("太大，最多 %d MB。", maxFile>>20), nil)
	case bytes.HasPrefix(file, []byte("\xd0\xcf\x11\xe0")):
		return refuse("是旧格式 .doc 或加了密码，请用文字处理软件另存为不加密的 .docx。", nil)
	}
	var err error
	if t.archive, err = zip.NewReader(bytes.NewReader(file), int64(len(file))); err != nil {
		return refuse("不是 Word 文件（.docx）或已损坏。", err)
	}
	if len(t.archive.File) > maxEntries {
		return refuse("里的部分太多，不是平常的 Word 文件。", nil)
	}
	names, err := textParts(t.archive)
	if err != nil {
		return refuse("不是 Word 文件（.docx）或已损坏。", err)
	}
	left := int64(maxParts)
	for _, f := range t.archive.File {
		if !names[f.Name] || t.parts[f.Name] != nil {
			continue
		}
		content, err := unpack(f, min(maxPart, left))
		if err != nil {
			return refuse("已损坏或展开后太大，请在文字处理软件里打开后另存一份。", err)
		}
		left -= int64(len(content))
		p, err := parse(content)
		if err != nil {
			return refuse("的文字读不出来，请在文字处理软件里打开后另存一份。", err)
		}
		t.parts[f.Name] = p
		t.order = append(t.order, f.Name)
	}
	if len(t.parts) == 0 {
		return refuse("不是 Word 文件（.docx）或已损坏。", nil)
	}
	return t, nil
}

func unpack(f *zip.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(content)) > most {
		err = fmt.Errorf("fill: part %s is larger than %d", f.Name, most)
	}
	return content, err
}

// Places lists the places of the template, each name once, in reading order.
func (t *Template) Places() []Place {
	var list []Place
	seen := map[string]int{}
	for _, name := range t.order {
		p := t.parts[name]
		for _, para := range p.paragraphs {
			for _, m := range para.places {
				at, known := seen[m.name]
				if !known {
					at = len(list)
					seen[m.name] = at
					list = append(list, Place{Name: m.name})
				}
				list[at].InRow = list[at].InRow || len(para.rows) > 0
			}
		}
	}
	return list
}

// Write writes the filled-in template. Unknown are the names of the places it
// left as they are, each once.
func (t *Template) Write(w io.Writer, v Values) (unknown []string, err error) {
	filled := map[string][]byte{}
	f := &filling{Values: v, unknown: map[string]bool{}}
	for _, name := range t.order {
		out, err := f.part(t.parts[name])
		if err != nil {
			return nil, data.Refuse(fmt.Sprintf("按模板“%s”填出的文件太大，请少选一些人。", t.name), err)
		}
		filled[name] = out
	}
	archive := zip.NewWriter(w)
	for _, entry := range t.archive.File {
		if err := write(archive, entry, filled[entry.Name], t.parts[entry.Name]); err != nil {
			return nil, fmt.Errorf("fill: %s: %w", entry.Name, err)
		}
	}
	return f.left, archive.Close()
}

// write copies a part as it is packed, unless something has been filled in.
func write(archive *zip.Writer, entry *zip.File, filled []byte, p *part) error {
	if p == nil || bytes.Equal(filled, p.content) {
		return archive.Copy(entry)
	}
	header := &zip.FileHeader{Name: entry.Name, Method: zip.Deflate, Modified: entry.Modified, Comment: entry.Comment}
	w, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = w.Write(filled)
	return err
}

// textKinds end the content types of the parts that hold text one reads.
var textKinds = []string{
	".main+xml", ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml",
}

// textParts names the parts with text, by what the package says they are.
func textParts(archive *zip.Reader) (map[string]bool, error) {
	for _, f := range archive.File {
		if f.Name != "[Content_Types].xml" {
			continue
		}
		content, err := unpack(f, 1<<20)
		if err != nil {
			return nil, err
		}
		overrides, err := contentTypes(content)
		if err != nil {
			return nil, err
		}
		names := map[string]bool{}
		for name, kind := range overrides {
			for _, end := range textKinds {
				if strings.Contains(kind, "word") && strings.HasSuffix(kind, end) {
					names[strings.TrimPrefix(name, "/")] = true
				}
			}
		}
		return names, nil
	}
	return nil, fmt.Errorf("fill: no content types")
}
