package papertest

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"huoshui/data/paper"
)

// CheckWriter checks what every format must do when it writes a paper or a
// deck: the same model gives the same bytes, an inconsistent model gives none,
// and a full disk gives an error.
func CheckWriter[Model any](t *testing.T, sound func() Model, misshapen Model, write func(io.Writer, Model) error) {
	t.Helper()
	var first, other bytes.Buffer
	if err := write(&first, sound()); err != nil || first.Len() == 0 {
		t.Fatalf("%v after %d bytes", err, first.Len())
	}
	for range 5 { // what goes by the order of a map comes out right now and then
		other.Reset()
		if err := write(&other, sound()); err != nil || !bytes.Equal(first.Bytes(), other.Bytes()) {
			t.Fatalf("two files of one model differ, %v", err)
		}
	}
	other.Reset()
	if err := write(&other, misshapen); !errors.Is(err, paper.ErrMisshapen) || other.Len() > 0 {
		t.Errorf("misshapen: %v after %d bytes", err, other.Len())
	}
	if err := write(full{}, sound()); !errors.Is(err, errFull) {
		t.Errorf("no room: %v", err)
	}
}

// full is a writer without room: it fails at the first byte.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }
