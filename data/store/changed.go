package store

import (
	"slices"

	"huoshui/data"
)

// Changed says what a change did, so that a window reloads only what it shows
// of it.
type Changed struct {
	ID      string // of the change in the log
	What    string
	Touched []Touched
}

// Touched is one record of a change.
type Touched struct {
	Kind  *data.Kind
	ID    string
	Owner string // the cadre or unit whose history it belongs to; its own ID for others
	New   bool   // it was not there before
	Gone  bool   // it is not there any more
}

// Of reports whether a change touched a record, or one that belongs to it.
func (c Changed) Of(id string) bool {
	return slices.ContainsFunc(c.Touched, func(t Touched) bool { return t.ID == id || t.Owner == id })
}

// Has reports whether a change touched a record of one of the kinds.
func (c Changed) Has(kinds ...*data.Kind) bool {
	return slices.ContainsFunc(c.Touched, func(t Touched) bool { return slices.Contains(kinds, t.Kind) })
}

// Removed reports whether a change deleted a record.
func (c Changed) Removed(id string) bool {
	return slices.ContainsFunc(c.Touched, func(t Touched) bool { return t.ID == id && t.Gone })
}

// SetListener calls the listener after each change of this store, once it is
// safe on the disk, in the goroutine that made the change. Changes by other
// programs are not reported.
func (s *Store) SetListener(onChanged func(Changed)) { s.listener = onChanged }
