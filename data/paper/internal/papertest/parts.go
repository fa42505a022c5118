package papertest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"testing"
)

// Parts unzips an office file and returns its parts by name. It fails the test
// if one of them is XML and not well-formed.
func Parts(t *testing.T, file []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, entry := range archive.File {
		content, err := read(entry)
		if err != nil {
			t.Fatalf("%s: %v", entry.Name, err)
		}
		if ext := path.Ext(entry.Name); ext == ".xml" || ext == ".rels" {
			Walk(t, string(content), func(xml.Token) {})
		}
		parts[entry.Name] = string(content)
	}
	return parts
}

func read(entry *zip.File) ([]byte, error) {
	from, err := entry.Open()
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(from)
	return content, errors.Join(err, from.Close())
}

// Walk passes every token of an XML text to visit.
func Walk(t *testing.T, text string, visit func(xml.Token)) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader([]byte(text)))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%.300q", err, text)
		}
		visit(token)
	}
}

// Odd are texts that have broken writers of office files.
var Odd = []string{
	"", " 两头有空格 ", "a<b>&\"'c", "]]>", "&amp;", "一行\n二行\r\n三行\t栏", "\x00\x01\x0b\x1f", "\xff\xfe坏字节",
	"\ufffe\uffff", "_x000D_", "=1+1", "-5", "007", Rare, "〇·—“”…", "👩‍👩‍👧", "\u200b\u2028", "{{单位}}", "990101199003071238",
}
