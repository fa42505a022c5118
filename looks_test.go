package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// leaving are the calls that write records to a file, and entering those that put it
// into the log of looks before.
var (
	leaving  = []string{"report.Save", "report.SaveDeck", "report.Make", "report.MakeAll", "report.FillIn", "exchange.Export", "sheet.Export", "s.Save"}
	entering = []string{"Look", "look"}
	invented = []string{"app/command/demo.go", "app/command/sample.go", "app/shots/sample.go"} // of the sample alone
)

// What leaves the program as a file is entered into the log of looks: a file of ours
// that writes one enters it too.
func TestWhatLeavesIsEntered(t *testing.T) {
	checked := 0
	err := filepath.WalkDir("app", func(path string, d fs.DirEntry, err error) error {
		path = filepath.ToSlash(path)
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || slices.Contains(invented, path) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		leaves, enters := false, false
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if called, ok := call.Fun.(*ast.SelectorExpr); ok {
				on, _ := called.X.(*ast.Ident)
				leaves = leaves || on != nil && slices.Contains(leaving, on.Name+"."+called.Sel.Name)
				enters = enters || slices.Contains(entering, called.Sel.Name)
			}
			return true
		})
		if leaves {
			checked++
		}
		if leaves && !enters {
			t.Errorf("%s writes files that are not in the log of looks", path)
		}
		return nil
	})
	if err != nil || checked < 8 {
		t.Errorf("%d files checked (%v)", checked, err)
	}
}
