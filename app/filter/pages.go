package filter

import (
	"context"

	"huoshui/app/desk"
)

// PageRows is how many rows are read at once.
const PageRows = 200

const (
	pageKept = 40 // pages kept in memory: 8,000 rows
	copyRows = 2000
)

// Fetch reads the cells of rows by their IDs.
type Fetch func(ctx context.Context, ids []string) ([][]string, error)

// Pages is the source of a grid. It holds the IDs of all listed rows, and the
// cells of only the pages seen lately.
type Pages struct {
	IDs      []string
	OnLoaded func()      // rows asked for are there
	OnFailed func(error) // rows could not be read

	fetch Fetch
	run   desk.Runner

	kept    map[int][][]string
	seen    map[int]int // when a page was last asked for
	clock   int
	wanted  []int // the newest wish last
	busy    bool
	broken  bool // reading has failed; one word about it is enough
	answers bool // a page is being asked for by Row, which looks again itself
	latest  desk.Latest
}

// NewPages makes the pages of a list whose first page is already read.
func NewPages(ids []string, first [][]string, fetch Fetch, run desk.Runner) *Pages {
	p := &Pages{IDs: ids, fetch: fetch, run: run, kept: map[int][][]string{}, seen: map[int]int{}}
	p.OnLoaded, p.OnFailed = func() {}, func(error) {}
	if len(first) > 0 {
		p.kept[0] = first
	}
	return p
}

// Forget drops the cells read so far. The grid then reads the visible ones
// again.
func (p *Pages) Forget() { p.kept, p.seen = map[int][][]string{}, map[int]int{} }

// Len implements kit.grid.Source.
func (p *Pages) Len() int { return len(p.IDs) }

// Row implements kit.grid.Source.
func (p *Pages) Row(i int) ([]string, bool) {
	page := i / PageRows
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
	return rows[i%PageRows], true
}

// want adds a page to the pages to read. A screen shows at most two pages; a
// user who drags the bar through a hundred thousand rows does not need the
// pages in between.
func (p *Pages) want(page int) {
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
func (p *Pages) read() {
	if p.busy || p.broken || len(p.wanted) == 0 {
		return
	}
	page := p.wanted[len(p.wanted)-1]
	p.wanted = p.wanted[:len(p.wanted)-1]
	p.busy = true
	ids := p.IDs[page*PageRows : min((page+1)*PageRows, len(p.IDs))]
	desk.Try(&p.latest, p.run,
		func(ctx context.Context) ([][]string, error) { return p.fetch(ctx, ids) },
		func(rows [][]string, err error) {
			p.busy = false
			if err != nil {
				p.broken = true
				p.OnFailed(err)
				return
			}
			p.keep(page, rows)
			if !p.answers {
				p.OnLoaded()
			}
			p.read()
		})
}

// keep stores a page, and drops the one nobody has looked at for longest.
func (p *Pages) keep(page int, rows [][]string) {
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

// Load implements kit.grid.Loader. Copying uses it to wait for rows that are
// not loaded yet.
func (p *Pages) Load(rows []int) ([][]string, error) {
	cells := make([][]string, len(rows))
	var missing []int // places in cells
	for at, row := range rows {
		if page, ok := p.kept[row/PageRows]; ok {
			cells[at] = page[row%PageRows]
		} else {
			missing = append(missing, at)
		}
	}
	for len(missing) > 0 {
		part := missing[:min(copyRows, len(missing))]
		missing = missing[len(part):]
		ids := make([]string, len(part))
		for i, at := range part {
			ids[i] = p.IDs[rows[at]]
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
