// Package filter is how a user narrows a list: conditions as chips, an editor
// for one condition, the conditions as a sentence, and the pages of the
// result.
package filter

import (
	"slices"

	"huoshui/data/criteria"
)

// Conditions are criteria that must all hold. The user sets them one by one or
// writes them as a sentence.
type Conditions struct {
	Parts []criteria.Criterion
	// Check reports, as a sentence, what the rows cannot be asked.
	Check func(criteria.Criterion) error
	// OnChanged is called after every change.
	OnChanged func()
}

// Where returns the criterion that joins all conditions.
func (c *Conditions) Where() criteria.Criterion { return criteria.And(c.Parts...) }

// Add adds a condition. It does nothing if the same condition is there
// already.
func (c *Conditions) Add(more criteria.Criterion) {
	if !slices.ContainsFunc(c.Parts, func(p criteria.Criterion) bool { return p.String() == more.String() }) {
		c.Parts = append(c.Parts, more)
	}
	c.OnChanged()
}

// Replace replaces one condition by another.
func (c *Conditions) Replace(i int, other criteria.Criterion) {
	c.Parts[i] = other
	c.OnChanged()
}

// Remove removes a condition.
func (c *Conditions) Remove(i int) {
	c.Parts = slices.Delete(c.Parts, i, i+1)
	c.OnChanged()
}

// Write sets the conditions from a typed sentence. On an error it changes
// nothing; the error is a Chinese sentence.
func (c *Conditions) Write(text string) error {
	written, err := criteria.Parse(text)
	if err != nil {
		return err
	}
	if err := c.Check(written); err != nil {
		return err
	}
	switch {
	case written.Always():
		c.Parts = nil
	case len(written.All) > 0:
		c.Parts = written.All
	default:
		c.Parts = []criteria.Criterion{written}
	}
	c.OnChanged()
	return nil
}
