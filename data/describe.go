package data

import "slices"

// Describe registers a kind of record from outside of this package: tests do,
// to see that its description is all a record needs. Call withdraw afterwards.
func Describe[T any](name, label, story string) (k *Kind, withdraw func()) {
	k = describe[T](name, label, story)
	return k, func() {
		kinds = slices.DeleteFunc(slices.Clone(kinds), func(other *Kind) bool { return other == k })
		delete(byName, name)
		delete(byType, k.typ)
	}
}
