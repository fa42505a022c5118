package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"

	"huoshui/assets"
)

// Whatever the program can show must be in the embedded fonts: on a machine
// without Chinese fonts anything else is a box.
func TestEveryCharacterHasAGlyph(t *testing.T) {
	var faces []*font.Face
	for _, raw := range [][]byte{assets.FontRegular, assets.FontBold} {
		face, err := font.ParseTTF(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, face)
	}
	checked := 0
	for where, text := range shownTexts(t) {
		for _, r := range text {
			if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				continue
			}
			checked++
			for _, face := range faces {
				if _, ok := face.NominalGlyph(r); !ok {
					t.Errorf("%s: no glyph for %q (U+%04X)", where, r, r)
					break
				}
			}
		}
	}
	if checked < 10_000 {
		t.Errorf("only %d characters looked at", checked)
	}
}

// shownTexts are the string literals of the program and the texts of assets.
func shownTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "demo") {
				return filepath.SkipDir
			}
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			texts[path], err = literals(path)
		case strings.HasPrefix(filepath.ToSlash(path), "assets/") && slices.Contains([]string{".toml", ".csv", ".txt"}, filepath.Ext(path)):
			var raw []byte
			raw, err = os.ReadFile(path)
			texts[path] = string(raw)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// literals joins the strings of a Go file of the window; those of data are shown
// there too, but it also holds separators that are only recognised.
func literals(path string) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && strings.HasPrefix(filepath.ToSlash(path), "app/") {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				b.WriteString(text)
			}
		}
		return true
	})
	return b.String(), nil
}
