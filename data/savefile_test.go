package data_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
)

func TestSaveFileWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "新 文件夹", "汇报.txt")
	write := func(text string, err error) error {
		return data.SaveFile(path, func(w io.Writer) error {
			_, e := io.WriteString(w, text)
			return errors.Join(e, err)
		})
	}
	if err := write("第一稿", nil); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	if err := write("第二稿写到一半", full); !errors.Is(err, full) || !strings.Contains(data.Sentence(err), "汇报.txt”没有写成") {
		t.Error(err)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != "第一稿" {
		t.Errorf("%s %v", raw, err)
	}
	if err := write("第三稿", nil); err != nil {
		t.Error(err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("left behind %v", files)
	}
	err := data.SaveFile(filepath.Join(path, "a.txt"), func(io.Writer) error { return nil })
	if !strings.Contains(data.Sentence(err), "不能建立文件夹") {
		t.Error(err)
	}
}

// A name becomes one that every disk takes.
func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"江文": "江文", "县委/组织部：“一”": "县委组织部：“一”", `a\b:c*d?e"f<g>h|i` + "\n": "abcdefghi", strings.Repeat("长", 300): strings.Repeat("长", 50),
	} {
		if got := data.FileName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
