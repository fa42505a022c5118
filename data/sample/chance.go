package sample

import "math/rand/v2"

// chance is the only source of chance: seeded, so that a county can be made
// again.
type chance struct{ *rand.Rand }

func newChance(seed, stream uint64) chance {
	return chance{rand.New(rand.NewPCG(seed, stream))} //nolint:gosec // chance must repeat
}

// percent is true p times out of a hundred.
func (c chance) percent(p float64) bool { return c.Float64()*100 < p }

// between is a whole number from low to high, both included.
func (c chance) between(low, high int) int { return low + c.IntN(high-low+1) }

// pick is one of the list.
func pick[T any](c chance, list []T) T { return list[c.IntN(len(list))] }

// draw is one of the shares by weight; the zero value when all weigh nothing.
func draw[T any](c chance, list []share[T]) T {
	total := 0
	for _, s := range list {
		total += s.weight
	}
	var none T
	if total == 0 {
		return none
	}
	n := c.IntN(total)
	for _, s := range list {
		if n -= s.weight; n < 0 {
			return s.of
		}
	}
	return none
}

// one counts what is true.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
