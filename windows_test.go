package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Files for Windows are not compiled here. At least they belong to the package of
// their folder: one that moved without its package clause has broken the build before.
func TestFilesBelongToThePackageOfTheirFolder(t *testing.T) {
	first := map[string]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != ".":
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly)
		if err != nil {
			return err
		}
		folder, name := filepath.Dir(path), strings.TrimSuffix(file.Name.Name, "_test")
		if was, seen := first[folder]; seen && was != name {
			t.Errorf("%s is of package %s, its folder of %s", path, name, was)
		}
		first[folder] = name
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(first) < 50 {
		t.Errorf("only %d folders", len(first))
	}
}
