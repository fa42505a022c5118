// Package sampletest sizes the samples of tests.
package sampletest

import "testing"

// Cadres is the number of people in a sample on which tests count: 0, which is the
// standard sample, or fewer in the short tests.
func Cadres() int {
	if testing.Short() {
		return 400
	}
	return 0
}
