package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"huoshui/app/desk"
	"huoshui/data/store"
)

// The borders of docs/architecture.md: which room may know which. The first that
// is about a package holds; with /... a path means also those below it.
var borders = []struct {
	of    string
	ours  []string // what it may import of ours
	never []string // what it may not import of others'
}{
	{"assets", nil, []string{"fyne.io"}},
	{"data", []string{"assets"}, []string{"fyne.io"}},
	{"data/store/query", []string{"data"}, []string{"fyne.io"}},
	{"data/store/...", []string{"data", "data/store", "data/store/query"}, []string{"fyne.io"}},
	{"data/keys", []string{"data"}, []string{"fyne.io"}},
	{"data/criteria", []string{"assets", "data", "data/store/query"}, []string{"fyne.io"}},
	{"data/paper/fill", []string{"data", "data/paper"}, []string{"fyne.io"}},
	{"data/paper/...", []string{"assets", "data/paper/..."}, []string{"fyne.io"}}, // formats know no cadres
	{"data/pivot", []string{"assets", "data", "data/criteria", "data/store"}, []string{"fyne.io"}},
	{"data/trace", []string{"data", "data/store"}, []string{"fyne.io"}},
	{"data/team", []string{"assets", "data", "data/batch", "data/criteria", "data/figure", "data/rule", "data/store"}, []string{"fyne.io"}},
	{"data/...", []string{"assets", "data/..."}, []string{"fyne.io"}},
	{"app", []string{"app/...", "assets", "data/..."}, nil},
	{"app/kit", []string{"assets"}, nil},
	{"app/kit/input", []string{"app/kit", "app/kit/grid"}, nil},
	{"app/kit/...", []string{"app/kit"}, nil},
	{"app/form", []string{"app/kit/...", "data"}, nil},
	{"app/filter", []string{"app/desk", "app/kit/...", "data/..."}, nil},
	{"app/desk", []string{"app/kit/...", "data/..."}, nil},
	{"app/desk/desktest", []string{"app/desk", "app/kit/...", "data/..."}, nil},
	{"app/shots", []string{"app/desk", "data/..."}, nil},
	{"app/target", []string{"app/desk", "app/kit/...", "app/records", "data/..."}, nil},
	{"app/command", []string{"data/..."}, []string{"fyne.io"}},
	{"app/plot", []string{"app/kit/...", "data/paper"}, nil},
	{"app/...", []string{"app/desk", "app/filter", "app/form", "app/kit/...", "app/plot", "assets", "data/..."}, nil},
	{"", []string{"app", "app/command"}, []string{"fyne.io"}},
}

// sqlRooms are the only packages that speak SQL. Elsewhere nobody knows the
// engine, asks it, or holds a statement, whole or put together.
var (
	sqlRooms = []string{"data/store", "data/store/query", "data/criteria"}
	askRoom  = "data/store/query" // only the others of sqlRooms ask through it
	engine   = []string{"database/sql", "github.com/mattn/go-sqlite3", "github.com/pressly/goose"}
	asking   = regexp.MustCompile(`^(Query|QueryRow|Exec|Prepare)Context$`)
	sql      = regexp.MustCompile(`(?is)\b(SELECT\s.+\bFROM|(INSERT|REPLACE)\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|` +
		`(CREATE|DROP|ALTER)\s+((TEMP|UNIQUE|VIRTUAL)\s+)*(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s+\w+|VACUUM|ATTACH\s+DATABASE)\b`)
)

// writers are the packages of the window that hold the store itself: the window,
// which opens it, and the desk, which has the queue. The command line has no window
// and no queue.
var (
	writers  = []string{"app", "app/desk", "app/desk/desktest", "app/command"}
	unqueued = []string{"SetListener", "SetGuard", "SetClock", "KeepDraft"} // of the store, for the desk and for tests
)

func TestBorders(t *testing.T) {
	packages := map[string][]*ast.File{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".sql") && !under(filepath.ToSlash(path), "data/store"):
			t.Errorf("%s is SQL outside of the store", path)
			return nil
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		dir := filepath.ToSlash(filepath.Dir(path))
		if dir == "." {
			dir = ""
		}
		packages[dir] = append(packages[dir], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(packages) < 10 {
		t.Fatalf("only %d packages found", len(packages))
	}
	for dir, files := range packages {
		for _, file := range files {
			checkImports(t, dir, file)
			checkSQL(t, dir, file)
			if cheapens(file) {
				t.Errorf("%q makes passwords cheap to try: only tests may", dir)
			}
			for _, fault := range writing(dir, file) {
				t.Errorf("%q %s: only a job in the queue of writes gets the store that can be written", dir, fault)
			}
		}
	}
}

func checkImports(t *testing.T, dir string, file *ast.File) {
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if why := forbidden(dir, path); why != "" {
			t.Errorf("%q imports %q: %s", dir, path, why)
		}
	}
}

// forbidden says why a package may not import a path; empty when it may.
func forbidden(dir, path string) string {
	for _, b := range borders {
		if !matches(b.of, dir) {
			continue
		}
		ours, own := strings.CutPrefix(path, "huoshui/")
		if !own {
			if slices.ContainsFunc(engine, func(e string) bool { return under(path, e) }) && !slices.Contains(sqlRooms, dir) {
				return "only " + strings.Join(sqlRooms, " and ") + " know the engine"
			}
			for _, never := range b.never {
				if under(path, never) {
					return b.of + " must not know " + never
				}
			}
			return ""
		}
		if ours == askRoom && !slices.Contains(sqlRooms, dir) {
			return "only " + strings.Join(sqlRooms, " and ") + " ask the engine"
		}
		if strings.HasSuffix(ours, "test") && !strings.HasSuffix(dir, "test") {
			return "what stands in for tests is no part of the program"
		}
		for _, may := range b.ours {
			if matches(may, ours) {
				return ""
			}
		}
		return b.of + " may only know " + strings.Join(b.ours, ", ")
	}
	return "no border is drawn for this package"
}

func matches(pattern, dir string) bool {
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return under(dir, base)
	}
	return dir == pattern
}

func under(path, base string) bool { return path == base || strings.HasPrefix(path, base+"/") }

func checkSQL(t *testing.T, dir string, file *ast.File) {
	if slices.Contains(sqlRooms, dir) {
		return
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if of, ok := n.Fun.(*ast.SelectorExpr); ok && asking.MatchString(of.Sel.Name) {
				t.Errorf("%q calls %s: only %v ask the engine", dir, of.Sel.Name, sqlRooms)
			}
		case ast.Expr:
			text, ok := written(n)
			if ok && sql.MatchString(text) {
				t.Errorf("%q holds SQL: %.60s", dir, text)
			}
			return !ok
		}
		return true
	})
}

// cheapens reports a file that makes passwords cheap to try.
func cheapens(file *ast.File) (found bool) {
	ast.Inspect(file, func(n ast.Node) bool {
		of, ok := n.(*ast.SelectorExpr)
		found = found || ok && of.Sel.Name == "Cheapen"
		return !found
	})
	return found
}

// writing tells how a room gets hold of the store that can be written other than by
// its turn in the queue. A desk.Job is handed that store; at the desk a room has a
// store.Reader. So a room may name the type only where a function takes it.
func writing(dir string, file *ast.File) (faults []string) {
	if !under(dir, "app") || slices.Contains(writers, dir) {
		return nil
	}
	taken := map[ast.Expr]bool{} // types of parameters
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncType:
			for _, p := range n.Params.List {
				taken[p.Type] = true
			}
		case *ast.StarExpr:
			if isStore(n.X, "Store") && !taken[n] {
				faults = append(faults, "keeps, makes or unwraps a *store.Store")
			}
		case *ast.TypeAssertExpr:
			if of, ok := n.X.(*ast.SelectorExpr); ok && of.Sel.Name == "Store" {
				faults = append(faults, "asks what the desk's store is besides")
			}
		case *ast.SelectorExpr:
			switch {
			case isStore(n, "Open"):
				faults = append(faults, "opens a store")
			case slices.Contains(unqueued, n.Sel.Name):
				faults = append(faults, "calls "+n.Sel.Name)
			}
		}
		return true
	})
	return faults
}

func isStore(e ast.Expr, name string) bool {
	of, ok := e.(*ast.SelectorExpr)
	if !ok || of.Sel.Name != name {
		return false
	}
	pkg, ok := of.X.(*ast.Ident)
	return ok && pkg.Name == "store"
}

// written is the text of a literal, or of several put together with +; what is
// not written there stands as a blank.
func written(e ast.Expr) (text string, ok bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.ParenExpr:
		return written(e.X)
	case *ast.BinaryExpr:
		left, l := written(e.X)
		right, r := written(e.Y)
		if e.Op == token.ADD && (l || r) {
			return left + right, true
		}
	}
	return " ", false
}

// The rules themselves must be able to fail.
func TestBordersCanFail(t *testing.T) {
	for _, bad := range [][2]string{
		{"data", "fyne.io/fyne/v2"},
		{"data/figure", "fyne.io/fyne/v2/widget"},
		{"data", "huoshui/data/store"},
		{"app/kit", "huoshui/data"},
		{"app/kit", "huoshui/app/kit/grid"},
		{"app/kit/grid", "huoshui/app/kit/input"},
		{"app/home", "huoshui/app/roster"},
		{"app/shots", "huoshui/app"},
		{"app/shots", "huoshui/app/roster"},
		{"app/rows", "huoshui/app/roster"},
		{"app/command", "huoshui/app"},
		{"data/paper", "huoshui/app/kit"},
		{"data/paper/docx", "huoshui/data"},
		{"data/paper/fill", "huoshui/data/store"},
		{"data/pivot", "huoshui/data/report"},
		{"data/figure", "huoshui/data/store/query"},
		{"data/pivot", "huoshui/data/store/query"},
		{"app/home", "huoshui/data/store/query"},
		{"data/team", "fyne.io/fyne/v2"},
		{"data/team", "huoshui/data/report"},
		{"data/report", "database/sql"},
		{"app/plot", "huoshui/data/report"},
		{"app/team", "huoshui/app/scenario"},
		{"app/choose", "huoshui/app/team"},
		{"app/scenario", "database/sql"},
		{"app/meeting", "huoshui/app/report"},
		{"app/stats", "huoshui/app/roster"},
		{"app/home", "huoshui/data/store/storetest"},
		{"app/home", "github.com/mattn/go-sqlite3"},
		{"app/command", "database/sql"},
	} {
		if forbidden(bad[0], bad[1]) == "" {
			t.Errorf("%s may import %s", bad[0], bad[1])
		}
	}
	for _, code := range []string{
		`"SELECT id FROM cadre"`, "`\n-- who\nSELECT id,\n  name\nFROM cadre`", `"insert into cadre values (1)"`, `"INSERT OR REPLACE INTO cadre VALUES (1)"`,
		`"SELECT " + "id" + (" FROM " + "cadre")`, `"DELETE" + " FROM " + table`, `"WITH a AS (SELECT 1 FROM b) " + rest`, `"PRAGMA foreign_keys"`, `"DROP TABLE cadre"`,
	} {
		e, err := parser.ParseExpr(code)
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := written(e); !ok || !sql.MatchString(text) {
			t.Errorf("%s is not seen as SQL", code)
		}
	}
	if sql.MatchString("从文件夹导入 FROM select") {
		t.Error("plain words are seen as SQL")
	}
}

func TestWritingCanFail(t *testing.T) {
	parse := func(code string) *ast.File {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package home\n"+code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	for _, bad := range []string{
		`type model struct{ db *store.Store }`,
		`func (m *model) f() { m.desk.Store.(*store.Store).Change(ctx, act, do) }`,
		`func (m *model) f() { switch s := m.desk.Store.(type) { case *store.Store: s.Change(ctx, act, do) } }`,
		`func f() { d.Store.(interface{ DropDraft(context.Context, string) error }).DropDraft(ctx, id) }`,
		`var db *store.Store`,
		`func f() *store.Store { return nil }`,
		`func f() { db, err := store.Open(ctx, path, false) }`,
		`func f() { s.KeepDraft(ctx, draft) }`,
	} {
		if len(writing("app/home", parse(bad))) == 0 {
			t.Errorf("a room may hold %s", bad)
		}
	}
	if !cheapens(parse(`func init() { keys.Cheapen() }`)) {
		t.Error("the program may make passwords cheap to try")
	}
	good := `func (m *model) f() { desk.Do(m.desk, desk.Job[string]{Work: func(ctx context.Context, s *store.Store, tell data.Progress) (string, error) { return s.Change(ctx, act, do) }}) }`
	if faults := writing("app/home", parse(good)); len(faults) > 0 {
		t.Errorf("a job is forbidden: %v", faults)
	}
}

// What everybody at the desk holds cannot write.
func TestDeskOnlyReads(t *testing.T) {
	held, _ := reflect.TypeFor[desk.Desk]().FieldByName("Store")
	whole := reflect.TypeFor[*store.Store]()
	for _, writes := range []string{"Change", "TakeBack", "KeepDraft", "DropDraft", "Close", "SetListener"} {
		if _, ok := whole.MethodByName(writes); !ok {
			t.Errorf("the store has no %s", writes)
		}
		if _, ok := held.Type.MethodByName(writes); ok {
			t.Errorf("a room may call %s", writes)
		}
	}
}

// What data needs, its tests and the libraries included, knows no window.
func TestDataNeedsNoWindow(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-test", "./data/...", "./assets/...", "./app/command").Output()
	if err != nil {
		t.Fatal(err)
	}
	paths := strings.Fields(string(out))
	if !slices.Contains(paths, "huoshui/data/store") {
		t.Fatalf("%d packages without the store", len(paths))
	}
	for _, path := range paths {
		if under(path, "fyne.io") || strings.HasPrefix(path, "github.com/fyne-io/") || strings.HasPrefix(path, "github.com/go-gl/") {
			t.Errorf("data needs %s", path)
		}
	}
}

// No number in the project can be anybody's: all begin with 99, which is no
// division of the country, but for the two examples GB 11643 itself prints.
func TestNoRealIDNumbers(t *testing.T) {
	number := regexp.MustCompile(`[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]`)
	examples := []string{"11010519491231002X", "440524188001010014"}
	read := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "bin" || d.Name() == "demo"):
			return filepath.SkipDir
		case d.IsDir() || !slices.Contains([]string{".go", ".py", ".toml", ".json", ".md", ".txt", ".lrmx", ".csv"}, filepath.Ext(path)):
			return nil
		}
		raw, err := os.ReadFile(path)
		read++
		for _, found := range number.FindAllString(string(raw), -1) {
			if !strings.HasPrefix(found, "99") && !slices.Contains(examples, found) {
				t.Errorf("%s holds %s", path, found)
			}
		}
		return err
	})
	if err != nil || read < 100 {
		t.Fatalf("%d files read: %v", read, err)
	}
}
