package filter

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
)

// numbered is a list whose rows are their own numbers.
func numbered(n int, run desk.Runner) (p *Pages, reads *int) {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprint(i)
	}
	reads = new(int)
	read := func(_ context.Context, ids []string) ([][]string, error) {
		*reads++
		rows := make([][]string, len(ids))
		for i, id := range ids {
			rows[i] = []string{id}
		}
		return rows, nil
	}
	return NewPages(ids, nil, read, run), reads
}

func TestRowsComeByPages(t *testing.T) {
	p, reads := numbered(1001, desk.Inline{})
	for _, row := range []int{0, 199, 200, 1000, 5} {
		if cells, ok := p.Row(row); !ok || cells[0] != fmt.Sprint(row) {
			t.Errorf("row %d: %v %v", row, cells, ok)
		}
	}
	if *reads != 3 {
		t.Errorf("%d reads", *reads)
	}
}

// Dragging the bar from top to bottom asks for every page; only where it stops
// is worth reading.
func TestPagesPassedOnTheWayAreNotRead(t *testing.T) {
	run := &desktest.Late{}
	p, reads := numbered(100_000, run)
	arrived := 0
	p.OnLoaded = func() { arrived++ }
	for row := 0; row < 100_000; row += 150 {
		if _, ok := p.Row(row); ok {
			t.Fatal("a row is there before it was read")
		}
	}
	for len(run.Waiting) > 0 {
		job := run.Waiting[0]
		run.Waiting = run.Waiting[1:]
		job()
	}
	if _, ok := p.Row(99_900); !ok || *reads > 3 || arrived != *reads {
		t.Errorf("%d reads, %d arrivals", *reads, arrived)
	}
}

func TestOldPagesAreForgotten(t *testing.T) {
	p, reads := numbered(100_000, desk.Inline{})
	for row := 0; row < 100_000; row += PageRows {
		p.Row(row)
		p.Row(0) // always in sight
	}
	if len(p.kept) != pageKept || *reads != 100_000/PageRows {
		t.Errorf("%d pages kept after %d reads", len(p.kept), *reads)
	}
	for row := 100_000 - (pageKept-1)*PageRows; row < 100_000; row += PageRows {
		p.Row(row) // what was looked at last is still there
	}
	if *reads != 100_000/PageRows {
		t.Errorf("%d pages looked at lately were read again", *reads-100_000/PageRows)
	}
}

func TestCopyingWaitsForRowsNeverSeen(t *testing.T) {
	p, reads := numbered(10_000, desk.Inline{})
	p.Row(0)
	rows := make([]int, 0, 5000)
	for row := 0; row < 10_000; row += 2 {
		rows = append(rows, row)
	}
	cells, err := p.Load(rows)
	if err != nil || len(cells) != 5000 || *reads != 1+3 {
		t.Fatal(err, len(cells), *reads)
	}
	for i, row := range rows {
		if cells[i][0] != fmt.Sprint(row) {
			t.Fatalf("row %d is %v", row, cells[i])
		}
	}
}

func TestFailuresAreTold(t *testing.T) {
	failing := func(context.Context, []string) ([][]string, error) { return nil, errors.New("读不了") }
	p := NewPages([]string{"a"}, nil, failing, desk.Inline{})
	told := 0
	p.OnFailed = func(error) { told++ }
	for range 3 { // as often as the row is painted
		if _, ok := p.Row(0); ok || told != 1 {
			t.Error("told", told)
		}
	}
	if _, err := p.Load([]int{0}); err == nil {
		t.Error("copied nothing without a word")
	}
}
