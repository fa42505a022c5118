package store_test

import (
	"bufio"
	"fmt"
	"os"
	process "os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"huoshui/data"
)

// Killed in the middle of its work, a program has lost none of the changes it
// was told are kept, and no change is there by half.
func TestKilled(t *testing.T) {
	if path := os.Getenv("HUOSHUI_TEST_WRITE"); path != "" {
		writeUntilKilled(t, path)
	}
	path := filepath.Join(t.TempDir(), "a.db")
	kept := 0
	for round := range 12 {
		kept = killed(t, path, kept+round) // with the first, the file is only being made
	}
	s := openAt(t, path)
	found, err := s.Verify(t.Context())
	if err != nil || len(found.Problems) > 0 {
		t.Errorf("%+v %v", found, err)
	}
	if found.Changes < kept || found.Records["cadre"] != found.Changes || found.Records["family"] != 2*found.Changes {
		t.Errorf("%d changes were kept: %+v", kept, found)
	}
}

// killed starts a writer, kills it once it has told of so many changes, and
// gives the number of the last it told of.
func killed(t *testing.T, path string, changes int) (told int) {
	t.Helper()
	writer := process.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKilled$")
	writer.Env = append(os.Environ(), "HUOSHUI_TEST_WRITE="+path)
	out, err := writer.StdoutPipe()
	if err == nil {
		err = writer.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for told < changes && lines.Scan() {
		if told, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(lines.Text())
		}
	}
	if told < changes {
		t.Fatalf("the writer ended by itself after change %d", told)
	}
	if err := writer.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() { // what it told before it died
		if n, err := strconv.Atoi(lines.Text()); err == nil {
			told = n
		}
	}
	_ = writer.Wait() // it was killed
	return told
}

// writeUntilKilled makes changes of three records each and tells of each once
// it is kept.
func writeUntilKilled(t *testing.T, path string) {
	s := openAt(t, path)
	found, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for n := found.Changes + 1; ; n++ {
		c := &data.Cadre{ID: data.NewID(), Name: "甲"}
		put(t, s, c, &data.Family{Cadre: data.Ref(c.ID), Name: "乙"}, &data.Family{Cadre: data.Ref(c.ID), Name: "丙"})
		fmt.Println(n)
	}
}
