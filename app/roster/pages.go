package roster

import (
	"context"

	"huoshui/app/desk"
)

const (
	pageRows = 200 // rows read at once
	pageKept = 40  // pages kept in memory: 8,000 rows
	copyRows = 2000
)

// fetch reads the cells of some rows.
type fetch func(ctx context.Context, ids []string) ([][]string, error)

// pages holds who is listed, and of the rows only those seen lately. It is the
// source of the grid.
type pages struct {
	ids     []string
	fetch   fetch
	run     desk.Runner
	arrived func()
	failed  func(error)

	kept    map[int][][]string
	seen    map[int]int // when a page was last asked for
	clock   int
	wanted  []int // the newest wish last
	busy    bool
	broken  bool // reading has failed; one word about it is enough
	answers bool // a page is being asked for by Row, which looks again itself
	latest  desk.Latest
}

func newPages(ids []string, first [][]string, fetch fetch, run desk.Runner) *pages {
	p := &pages{ids: ids, fetch: fetch, run: run, kept: map[int][][]string{}, seen: map[int]int{}}
	p.arrived, p.failed = func() {}, func(error) {}
	if len(first) > 0 {
		p.kept[0] = first
	}
	return p
}

// Len implements kit.GridSource.
func (p *pages) Len() int { return len(p.ids) }

// Row implements kit.GridSource.
func (p *pages) Row(i int) ([]string, bool) {
	page := i / pageRows
	rows, ok := p.kept[page]
	if !ok {
		p.answers = true
		p.want(page)
		p.answers = false
		if rows, ok = p.kept[page]; !ok {
			return nil, false
		}
	}
	p.clock++
	p.seen[page] = p.clock
	return rows[i%pageRows], true
}

// want puts a page on the list of what to read. A screen shows two pages at
// most; whoever drags the bar through a hundred thousand rows has no use for
// those passed on the way.
func (p *pages) want(page int) {
	for _, w := range p.wanted {
		if w == page {
			return
		}
	}
	p.wanted = append(p.wanted, page)
	if len(p.wanted) > 2 {
		p.wanted = p.wanted[1:]
	}
	p.read()
}

// read reads the page wished for last, one at a time.
func (p *pages) read() {
	if p.busy || p.broken || len(p.wanted) == 0 {
		return
	}
	page := p.wanted[len(p.wanted)-1]
	p.wanted = p.wanted[:len(p.wanted)-1]
	p.busy = true
	ids := p.ids[page*pageRows : min((page+1)*pageRows, len(p.ids))]
	desk.Ask(&p.latest, p.run,
		func(ctx context.Context) ([][]string, error) { return p.fetch(ctx, ids) },
		func(rows [][]string, err error) {
			p.busy = false
			if err != nil {
				p.broken = true
				p.failed(err)
				return
			}
			p.keep(page, rows)
			if !p.answers {
				p.arrived()
			}
			p.read()
		})
}

// keep stores a page, and drops the one nobody has looked at for longest.
func (p *pages) keep(page int, rows [][]string) {
	p.kept[page] = rows
	p.clock++
	p.seen[page] = p.clock
	if len(p.kept) <= pageKept {
		return
	}
	oldest := page
	for other := range p.kept {
		if p.seen[other] < p.seen[oldest] {
			oldest = other
		}
	}
	delete(p.kept, oldest)
	delete(p.seen, oldest)
}

// Load implements kit.GridLoader: copying waits for rows never seen.
func (p *pages) Load(rows []int) ([][]string, error) {
	cells := make([][]string, len(rows))
	var missing []int // places in cells
	for at, row := range rows {
		if page, ok := p.kept[row/pageRows]; ok {
			cells[at] = page[row%pageRows]
		} else {
			missing = append(missing, at)
		}
	}
	for len(missing) > 0 {
		part := missing[:min(copyRows, len(missing))]
		missing = missing[len(part):]
		ids := make([]string, len(part))
		for i, at := range part {
			ids[i] = p.ids[rows[at]]
		}
		read, err := p.fetch(context.Background(), ids)
		if err != nil {
			return nil, err
		}
		for i, at := range part {
			cells[at] = read[i]
		}
	}
	return cells, nil
}
