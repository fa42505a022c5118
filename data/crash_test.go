package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
)

// A mistake of the program becomes a sentence and a file that tells where it was,
// and neither tells of whom.
func TestCrashTellsNoNames(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "出错")
	data.CrashesTo(folder)
	t.Cleanup(func() { data.CrashesTo("") })
	err := data.Guard(func() error { panic("no form of 张三 990101199001150038") })
	var all []int
	index := data.Guard(func() error { all[3] = 1; return nil })
	for _, e := range []error{err, index} {
		if sentence := data.Sentence(e); !strings.HasPrefix(sentence, "程序出错，这一步没有做完") || !strings.Contains(sentence, folder) {
			t.Errorf("%q", sentence)
		}
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*"))
	if len(files) == 0 {
		t.Fatal("no crash file")
	}
	var text string
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text += string(raw)
	}
	for _, private := range []string{"张三", "990101199001150038"} {
		if strings.Contains(text+err.Error(), private) {
			t.Errorf("%s is told", private)
		}
	}
	if !strings.Contains(text, "TestCrashTellsNoNames") || !strings.Contains(text, "index out of range") {
		t.Errorf("the place is not told: %s", text)
	}
	if own := errors.New("x"); data.Guard(func() error { return own }) != own {
		t.Error("an ordinary error is not passed on")
	}
}
