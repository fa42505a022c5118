package data_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

// Windows takes some names for devices and drops what ends a name.
func TestFileNameOnEverySystem(t *testing.T) {
	for name, want := range map[string]string{
		"CON": "CON_", "nul": "nul_", "com1.张": "com1_.张", "CONG": "CONG", "张三. .": "张三", "..": "_", "???": "_", "": "",
		"张\u202e三\u200b": "张三",
	} {
		if got := data.FileName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestSavedFilesAreForTheirOwner(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no such rights")
	}
	path := filepath.Join(t.TempDir(), "a", "b", "名册.xlsx")
	if err := data.SaveFile(path, func(w io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	for p, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700, filepath.Dir(filepath.Dir(path)): 0o700} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v (%v)", p, info.Mode(), err)
		}
	}
	if err := data.SaveFile(os.DevNull, func(w io.Writer) error { return nil }); !strings.Contains(data.Sentence(err), "不是普通的文件") {
		t.Error(err)
	}
	if err := data.SaveFile(path+strings.Repeat("长", 300), func(w io.Writer) error { return nil }); !strings.Contains(data.Sentence(err), "太长") {
		t.Error(err)
	}
}

// What a killed program has left in the folders it wrote into goes at the next
// start; what a running one is writing stays.
func TestLeftoversGoAtTheNextStart(t *testing.T) {
	if folder := os.Getenv("HUOSHUI_TEST_LEAVE"); folder != "" {
		data.CleanLeftovers(os.Getenv("HUOSHUI_TEST_NOTES"))
		_ = data.SaveFile(filepath.Join(folder, "名册.xlsx"), func(w io.Writer) error {
			_, _ = io.WriteString(w, "张三")
			fmt.Println("writing")
			select {}
		})
	}
	notes, folder := t.TempDir(), filepath.Join(t.TempDir(), "导出 [1]*")
	writer := exec.Command(os.Args[0], "-test.run=^TestLeftoversGoAtTheNextStart$")
	writer.Env = append(os.Environ(), "HUOSHUI_TEST_LEAVE="+folder, "HUOSHUI_TEST_NOTES="+notes)
	out, err := writer.StdoutPipe()
	if err == nil {
		err = writer.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fscanln(out); err != nil && err.Error() != "expected newline" {
		t.Fatal(err)
	}
	left := func() int {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	data.CleanLeftovers(notes)()
	if left() != 1 {
		t.Error("the file of a running program is gone")
	}
	_ = writer.Process.Kill()
	_ = writer.Wait()
	if left() != 1 {
		t.Error("the killed program has left nothing")
	}
	if err := os.WriteFile(filepath.Join(folder, "别人的.xlsx"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	done := data.CleanLeftovers(notes)
	if left() != 1 {
		t.Errorf("%d files are left", left())
	}
	if err := data.SaveFile(filepath.Join(folder, "又一份.xlsx"), func(io.Writer) error { return nil }); err != nil {
		t.Fatal(err)
	}
	done()
	if entries, _ := os.ReadDir(notes); len(entries) != 0 {
		t.Errorf("noted after the end: %v", entries)
	}
}
