package desktest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// failures takes what a test is failed with.
type failures struct {
	testing.TB
	told []string
}

func (f *failures) Errorf(format string, args ...any) {
	f.told = append(f.told, fmt.Sprintf(format, args...))
}

// blocking is a runner that makes the window wait for the work.
type blocking struct{}

func (blocking) Go(work, done func()) {
	work()
	done()
}

// The same questions and writes pass when a Runner carries them out as work, and
// fail the test, once for each place, when the window does so itself.
func TestGuard(t *testing.T) {
	d, _ := desktest.Open(t)
	d.After = func(_ time.Duration, do func()) { do() }
	seen := &failures{TB: t}
	desktest.Guard(seen, d.Store.(*store.Store))
	all := func() {
		var once desk.Latest
		desk.Ask(d, &once, d.Store.Verify, func(*store.Findings) {})
		d.Write("新增干部", func(ctx context.Context, tx *store.Tx) error {
			return tx.Add(ctx, &data.Cadre{Name: "叶舟", Sex: "1", Birth: 199001})
		}, func() {})
		desk.NewKeeper(d).Keep("稿", "cadre", func() string { return "文" })
	}

	late := &desktest.Late{}
	for _, d.Run = range []desk.Runner{desk.Inline{}, late} {
		all()
	}
	late.Flush()
	if found := storetest.All[data.Cadre](t, d.Store); len(found) != 2 || len(seen.told) != 0 {
		t.Fatalf("%d cadres, told %v", len(found), seen.told)
	}
	if drafts, err := store.Drafts(t.Context(), d.Store, "cadre"); err != nil || len(drafts) != 1 {
		t.Fatal(drafts, err)
	}

	d.Run = blocking{}
	all()
	all()
	if len(seen.told) != 3 {
		t.Fatalf("%d places told: %q", len(seen.told), seen.told)
	}
	for i, file := range []string{"run.go", "write.go", "keeper.go"} {
		if !strings.Contains(seen.told[i], file) {
			t.Errorf("%q names no place in %s", seen.told[i], file)
		}
	}
}
