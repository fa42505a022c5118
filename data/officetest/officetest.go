// Package officetest opens, prints and reads the files we write with other
// programs: LibreOffice, poppler, Python's office modules. For tests only.
//
// A test is skipped when the program it needs is not installed; `make test`
// installs them all.
package officetest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Save writes a file into a temporary folder of the test and returns its path.
func Save(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Run runs a program and returns what it prints. It skips the test with -short:
// starting other programs takes a tenth of the time of all short tests.
func Run(t *testing.T, program string, args ...string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("other programs take their time")
	}
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("needs %s: %v", program, err)
	}
	var complaint strings.Builder
	command := exec.Command(path, args...)
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", program, err, out, complaint.String())
	}
	return string(out)
}

// Python runs a script under the system's Python, with one of its office modules
// if one is named, and returns what it prints.
func Python(t *testing.T, module, script string, args ...string) string {
	t.Helper()
	const python = "/usr/bin/python3"
	if testing.Short() {
		t.Skip("other programs take their time")
	}
	if module != "" && exec.Command(python, "-c", "import "+module).Run() != nil {
		t.Skipf("needs Python's module %s", module)
	}
	return Run(t, python, append([]string{"-c", script}, args...)...)
}

// PDF prints one file with LibreOffice and returns the path of the PDF.
func PDF(t *testing.T, path string) string {
	t.Helper()
	return PDFs(t, path)[0]
}

// PDFs prints files with LibreOffice and returns the paths of the PDFs in the
// same order. The files must have different names, not only different
// extensions. It skips the test with -short, because LibreOffice takes seconds
// for each call.
func PDFs(t *testing.T, paths ...string) []string {
	t.Helper()
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	t.Setenv("FONTCONFIG_FILE", fonts(t))
	folder := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir", folder}
	Run(t, "soffice", append(args, paths...)...)
	printed := make([]string, len(paths))
	for i, path := range paths {
		printed[i] = filepath.Join(folder, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+".pdf")
	}
	return printed
}

// Pages are the texts of the pages of a PDF, with their layout.
func Pages(t *testing.T, pdf string) []string {
	t.Helper()
	text := Run(t, "pdftotext", "-layout", pdf, "-")
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

// fonts is a font configuration that knows the project's own fonts alone: a bare
// machine has no Chinese font, and with whatever another has lines break elsewhere.
func fonts(t *testing.T) string {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	ours := filepath.Join(filepath.Dir(here), "..", "..", "assets", "fonts")
	return Save(t, "fonts.conf", fmt.Appendf(nil,
		`<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>`, ours, t.TempDir()))
}
