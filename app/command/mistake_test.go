package command_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data"
	"huoshui/data/store"
)

// A mistake of the program ends a command with one sentence and a crash file, not
// with a trace on the screen.
func TestMistakeEndsInASentence(t *testing.T) {
	folder := t.TempDir()
	data.CrashesTo(folder)
	t.Cleanup(func() { data.CrashesTo("") })
	pictures := func(context.Context, store.File, string, string, data.Month, int, int) ([]string, error) {
		panic("张三 990101199001150038")
	}
	var out, problem bytes.Buffer
	code := command.Run(t.Context(), []string{"shots", "--db", filepath.Join(folder, "a.db"), "--dir", folder}, &out, &problem, pictures)
	if code != command.Refused || strings.Count(problem.String(), "\n") != 1 || !strings.HasPrefix(problem.String(), "程序出错") {
		t.Errorf("exit %d: %s", code, problem.String())
	}
	files, _ := filepath.Glob(filepath.Join(folder, "出错-*.txt"))
	if len(files) != 1 || !strings.Contains(problem.String(), files[0]) {
		t.Fatalf("crash files %v, told %s", files, problem.String())
	}
	raw, err := os.ReadFile(files[0])
	if err != nil || strings.Contains(string(raw), "张三") || !strings.Contains(string(raw), "TestMistakeEndsInASentence") {
		t.Errorf("%s %v", raw, err)
	}
}
