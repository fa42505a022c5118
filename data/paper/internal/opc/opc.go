// Package opc writes the packages all office files are: zipped parts of XML
// with properties beside them.
package opc

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"huoshui/data/paper"
)

// Head opens every part.
const Head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// AppProperties is docProps/app.xml.
const AppProperties = Head +
	`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
	`<Application>活水</Application></Properties>`

// zipped is the time every part bears inside the file. It is fixed, so that the
// same paper gives the same bytes; the paper's own time is in its properties.
var zipped = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// Part is one file of a package. Write need not check errors: the buffer keeps
// the first one.
type Part struct {
	Name  string
	Write func(*bufio.Writer)
}

// Fixed is a part with a given text.
func Fixed(name, text string) Part {
	return Part{name, func(out *bufio.Writer) { _, _ = out.WriteString(text) }}
}

// Pack writes the parts into one file.
func Pack(w io.Writer, parts []Part) error {
	archive := zip.NewWriter(w)
	for _, part := range parts {
		if err := pack(archive, part); err != nil {
			return fmt.Errorf("pack %s: %w", part.Name, err)
		}
	}
	return archive.Close()
}

func pack(archive *zip.Writer, part Part) error {
	entry, err := archive.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Deflate, Modified: zipped})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(entry)
	part.Write(out)
	return out.Flush()
}

// Sort writes a package again with its parts in the order of their names. A
// library that writes them in any order would give the same paper different
// bytes.
func Sort(w io.Writer, packed []byte) error {
	from, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, part := range from.File {
		if err := to.Copy(part); err != nil {
			return fmt.Errorf("pack %s: %w", part.Name, err)
		}
	}
	return to.Close()
}

// CoreProperties is docProps/core.xml, what the file's property sheet shows.
func CoreProperties(p *paper.Paper) string {
	var out strings.Builder
	out.WriteString(Head + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + Escape(strings.ReplaceAll(paper.Clean(p.Title), "\n", "")) + `</dc:title>` +
		`<dc:creator>活水</dc:creator><cp:lastModifiedBy>活水</cp:lastModifiedBy>`)
	if !p.Made.IsZero() {
		made := p.Made.UTC().Format(time.RFC3339)
		out.WriteString(`<dcterms:created xsi:type="dcterms:W3CDTF">` + made + `</dcterms:created>` +
			`<dcterms:modified xsi:type="dcterms:W3CDTF">` + made + `</dcterms:modified>`)
	}
	out.WriteString(`<dc:language>zh-CN</dc:language></cp:coreProperties>`)
	return out.String()
}

// Escape escapes a clean text for use between tags or in an attribute.
func Escape(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a Builder never fails
	return out.String()
}
