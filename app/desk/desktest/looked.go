package desktest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"huoshui/app/desk"
	"huoshui/data/store"
)

// Looked lists what stands in the log of looks of a desk, the oldest first: “导出 干部名册 2”.
func Looked(t *testing.T, d *desk.Desk) []string {
	t.Helper()
	looks, err := store.Looks(t.Context(), d.Store, store.Search{Who: d.User})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range looks {
		lines = append(lines, strings.Join(strings.Fields(fmt.Sprint(l.Deed, " ", l.What, " ", l.Record, " ", l.Count)), " "))
	}
	slices.Reverse(lines)
	return lines
}
