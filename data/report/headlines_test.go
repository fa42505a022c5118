package report

import (
	"testing"

	"huoshui/data/figure"
)

func TestHeadlinesAreFigures(t *testing.T) {
	seen := map[string]bool{}
	for _, ids := range headlines {
		if len(ids) > 6 {
			t.Errorf("%s: %d on a slide", ids[0], len(ids))
		}
		for _, id := range ids {
			if figure.Named(id) == nil || seen[id] {
				t.Errorf("%s is no figure, or stands twice", id)
			}
			seen[id] = true
		}
	}
}
