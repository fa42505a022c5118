package papertest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Save writes a file into a folder of the test's own and returns its path.
func Save(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// PDF has LibreOffice turn an office file into PDF and returns its path. The
// test is skipped where LibreOffice or poppler is not installed.
func PDF(t *testing.T, path string) string {
	t.Helper()
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("needs %s: %v", program, err)
		}
	}
	folder := t.TempDir()
	Output(t, "soffice", "-env:UserInstallation=file://"+t.TempDir(), "--headless",
		"--convert-to", "pdf", "--outdir", folder, path)
	return filepath.Join(folder, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+".pdf")
}

// Pages are the texts of a PDF's pages, laid out as they stand.
func Pages(t *testing.T, pdf string) []string {
	t.Helper()
	text := Output(t, "pdftotext", "-layout", pdf, "-")
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

// Python runs a script under the system's Python with one of its office modules
// and returns what it prints. The test is skipped where the module is missing.
func Python(t *testing.T, module, script string, args ...string) string {
	t.Helper()
	const python = "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import "+module).Run(); err != nil {
		t.Skipf("needs Python's module %s: %v", module, err)
	}
	return Output(t, python, append([]string{"-c", script}, args...)...)
}

// Output runs a program and returns what it prints.
func Output(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// Packed is a text without its spaces, to find words in wherever a line ended.
func Packed(text string) string { return strings.Join(strings.Fields(text), "") }

// CheckReport sees to it that every short text of Report is printed on the pages,
// and that the last begins where the report breaks.
func CheckReport(t *testing.T, pages []string) {
	t.Helper()
	printed := Packed(strings.Join(pages, ""))
	for line := range strings.SplitSeq(Report().Text(), "\n") {
		for _, cell := range strings.Split(line, "\t") {
			if utf8.RuneCountInString(cell) < 40 && !strings.Contains(printed, Packed(cell)) {
				t.Errorf("%q is not printed", cell)
			}
		}
	}
	if !strings.HasPrefix(Packed(pages[len(pages)-1]), "四、下一步打算") {
		t.Error("the page break is not kept")
	}
}
