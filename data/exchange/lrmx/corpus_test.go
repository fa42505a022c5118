package lrmx

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"image"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/officetest"
)

// corpus is expected.json, written by testdata/make_lrmx.py.
type corpus struct {
	Files  []expectation
	Broken []struct{ File, Kind string }
}

type expectation struct {
	File    string
	Faults  []string // what the reader has to report
	Tags    map[string]string
	Unknown [][4]string // name, attributes, text, markup
	Attrs   string
	Family  [][]string
	Photo   *struct{ Type, SHA256 string }
	Name    string
	Party   struct {
		Joined  data.Month
		Parties []string
		Rest    string
	}
	Resume []data.ResumeSegment
}

func TestFixedFiles(t *testing.T) {
	checkCorpus(t, filepath.Join("testdata", "fixed"))
}

// TestOtherProgram reads what a program in another language has written.
func TestOtherProgram(t *testing.T) {
	dir, count := t.TempDir(), "500"
	if testing.Short() {
		count = "100"
	}
	officetest.Run(t, "python3", filepath.Join("testdata", "make_lrmx.py"), dir, "--count", count, "--seed", "7", "--broken")
	checkCorpus(t, dir)
}

func checkCorpus(t *testing.T, dir string) {
	raw, err := os.ReadFile(filepath.Join(dir, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var c corpus
	if err := json.Unmarshal(raw, &c); err != nil {
		t.Fatal(err)
	}
	for _, want := range c.Files {
		t.Run(want.File, func(t *testing.T) { checkFile(t, dir, want) })
	}
	kinds := map[string]error{"truncated": ErrTruncated, "empty": ErrEmpty, "notxml": ErrNotXML, "root": ErrRoot, "syntax": ErrSyntax}
	for _, b := range c.Broken {
		_, err := ReadFile(filepath.Join(dir, b.File))
		if !errors.Is(err, kinds[b.Kind]) {
			t.Errorf("%s: %v, want %s", b.File, err, b.Kind)
		}
	}
}

func checkFile(t *testing.T, dir string, want expectation) {
	f, err := ReadFile(filepath.Join(dir, want.File))
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Warnings) != len(want.Faults) {
		t.Errorf("warnings %q for the faults %q", f.Warnings, want.Faults)
	}
	checkContent(t, f, want)
	checkRoundTrip(t, f)
	var out bytes.Buffer
	if err := Write(&out, f); err != nil {
		t.Fatal(err)
	}
	again, err := Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	checkContent(t, again, want)
}

func checkContent(t *testing.T, f *File, want expectation) {
	t.Helper()
	for tag, value := range want.Tags {
		if tag == TagPhoto && want.Photo != nil {
			continue
		}
		if got := f.Get(tag); got != value {
			t.Errorf("%s: %q, want %q", tag, got, value)
		}
	}
	var unknown [][4]string
	for _, tag := range f.Tags {
		if !known[tag.Name] {
			unknown = append(unknown, [4]string{tag.Name, tag.Attrs, tag.Text, tag.Raw})
		}
	}
	if !slices.Equal(unknown, want.Unknown) {
		t.Errorf("unknown tags %q, want %q", unknown, want.Unknown)
	}
	if f.Attrs != want.Attrs {
		t.Errorf("attributes %q, want %q", f.Attrs, want.Attrs)
	}
	checkFamily(t, f, want)
	checkPhoto(t, f, want)
	checkMeaning(t, f, want)
}

func checkFamily(t *testing.T, f *File, want expectation) {
	t.Helper()
	family := [][]string{}
	for _, m := range f.Family {
		member := []string{m.Relation, m.Name, m.Birth, m.Politics, m.Post}
		for _, extra := range m.Extra {
			member = append(member, extra.Name+"="+extra.Text)
		}
		family = append(family, member)
		if m.Blank() != (strings.Join(member, "") == "") {
			t.Errorf("Blank() = %v for %q", m.Blank(), member)
		}
	}
	if !reflect.DeepEqual(family, want.Family) {
		t.Errorf("family %q, want %q", family, want.Family)
	}
}

func checkPhoto(t *testing.T, f *File, want expectation) {
	t.Helper()
	if want.Photo == nil {
		if f.Photo != nil || f.PhotoType != "" {
			t.Errorf("a %s photo of %d bytes from nowhere", f.PhotoType, len(f.Photo))
		}
		return
	}
	sum := sha256.Sum256(f.Photo)
	if got := hex.EncodeToString(sum[:]); got != want.Photo.SHA256 || f.PhotoType != want.Photo.Type {
		t.Errorf("photo %s %s, want %s %s", f.PhotoType, got, want.Photo.Type, want.Photo.SHA256)
	}
	if _, _, err := image.Decode(bytes.NewReader(f.Photo)); err != nil {
		t.Errorf("the %s photo does not decode: %v", f.PhotoType, err)
	}
}

// checkMeaning compares what the helpers make of the values.
func checkMeaning(t *testing.T, f *File, want expectation) {
	t.Helper()
	if got := NormalName(f.Get(TagName)); got != want.Name {
		t.Errorf("name %q, want %q", got, want.Name)
	}
	joined, parties, rest := ParseParty(f.Get(TagParty))
	if joined != want.Party.Joined || !slices.Equal(parties, want.Party.Parties) || rest != want.Party.Rest {
		t.Errorf("party %v %q %q, want %v", joined, parties, rest, want.Party)
	}
	resume := data.ParseResume(f.Get(TagResume))
	if !slices.Equal(resume, want.Resume) {
		t.Errorf("résumé of %q\ngot  %q\nwant %q", f.Get(TagResume), resume, want.Resume)
	}
}

// checkRoundTrip writes f, reads it again and compares everything.
func checkRoundTrip(t *testing.T, f *File) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, f); err != nil {
		t.Fatal(err)
	}
	written := out.String()
	again, err := Read(&out)
	if err != nil {
		t.Fatalf("%v in\n%s", err, written)
	}
	names := map[string]bool{}
	for _, tag := range f.Tags {
		names[tag.Name] = true
	}
	for _, info := range Tags {
		names[info.Name] = true
	}
	for name := range names {
		if got, want := again.Get(name), f.Get(name); got != want {
			t.Errorf("%s: %q becomes %q in\n%s", name, want, got, written)
		}
	}
	if !reflect.DeepEqual(unknownTags(again), unknownTags(f)) {
		t.Errorf("unknown tags %q become %q in\n%s", unknownTags(f), unknownTags(again), written)
	}
	if !reflect.DeepEqual(again.Family, f.Family) {
		t.Errorf("family %q becomes %q in\n%s", f.Family, again.Family, written)
	}
	if again.Attrs != f.Attrs || again.PhotoType != f.PhotoType || !bytes.Equal(again.Photo, f.Photo) {
		t.Errorf("attributes or photo differ in\n%s", written)
	}
	var twice bytes.Buffer
	if err := Write(&twice, again); err != nil || twice.String() != written {
		t.Errorf("%v, written twice:\n%s\n%s", err, written, twice.String())
	}
}

// unknownTags are the tags that have to come back exactly as they were.
func unknownTags(f *File) []Tag {
	var tags []Tag
	for _, tag := range f.Tags {
		if !known[tag.Name] {
			tags = append(tags, tag)
		}
	}
	return tags
}
