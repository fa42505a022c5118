package storetest_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/store/storetest"
)

// Records are made once, and what one test writes no other test sees.
func TestOpenOnce(t *testing.T) {
	made := 0
	open := storetest.OpenOnce(func() []any {
		made++
		return []any{&data.Unit{ID: "u", Name: "东河镇", Short: "东河镇", Kind: "31"}}
	})
	for range 3 {
		s := open(t)
		storetest.Put(t, s, &data.Unit{ID: "其他", Name: "财政局", Short: "财政局", Kind: "22"})
		if n := len(storetest.All[data.Unit](t, s)); n != 2 {
			t.Errorf("%d units", n)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
	if n := len(storetest.All[data.Unit](t, storetest.Open(t))); n != 0 {
		t.Errorf("%d units in a new database", n)
	}
}
