package report_test

import (
	"testing"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// sourceOf answers from a store at a month.
func sourceOf(t *testing.T, s *store.Store, at data.Month) figure.Source {
	t.Helper()
	source, err := figure.Open(t.Context(), s, at)
	if err != nil {
		t.Fatal(err)
	}
	return source
}
