// Package sample makes the invented county 清源县 (or the city 清江市): its units,
// posts and about fifty years of careers. It simulates the county month by
// month, so that appointments, résumés and reserve memberships agree and
// follow the rules of the trade. It hands out everything that matters since
// 2018 as records.
package sample

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"

	"huoshui/data"
)

// Options say what to invent. The zero value is the standard county.
type Options struct {
	Cadres int        // on file at At; 0 is 1200
	Seed   uint64     // other seeds give other people; 0 is 1
	Level  string     // "county" (also when empty) or "city"
	At     data.Month // “today” of the sample; 0 is 2026.10
}

// Levels of Options.
const (
	LevelCounty = "county"
	LevelCity   = "city"
)

// County is an invented county.
type County struct {
	Photos map[data.Blob][]byte // the drawn portraits cadres refer to

	world *world
}

// Make invents a county. The same options always give the same county. An
// unknown level gives a county.
func Make(o Options) *County {
	if o.Cadres == 0 {
		o.Cadres = 1200
	}
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.At == 0 {
		o.At = data.MakeMonth(2026, 10)
	}
	if o.Level != LevelCity {
		o.Level = LevelCounty
	}
	w := newWorld(o, mustVocabulary(o.Level))
	w.run()
	c := &County{Photos: map[data.Blob][]byte{}, world: w}
	for sex := range w.photos {
		for _, raw := range portraits(sex) {
			sum := sha256.Sum256(raw)
			name := data.Blob(hex.EncodeToString(sum[:]))
			c.Photos[name] = raw
			w.photos[sex] = append(w.photos[sex], name)
		}
	}
	return c
}

// All returns everything that a database of the county holds: the portraits,
// as bytes, then the records.
func (c *County) All() []any {
	var all []any
	for _, photo := range c.Photos {
		all = append(all, photo)
	}
	return slices.AppendSeq(all, c.Records())
}

// Records yields every record as a pointer, after the records it refers to:
// units, posts, targets, rounds, settings, the work of the organization
// department, then for each cadre his record and all that belongs to it.
// Records are made while they are read, so that a very large county needs
// little memory; a second reading gives the same records.
func (c *County) Records() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, part := range []iter.Seq[any]{c.world.structure(), c.world.office(), c.world.plan.work(), c.world.people()} {
			for record := range part {
				if !yield(record) {
					return
				}
			}
		}
	}
}
