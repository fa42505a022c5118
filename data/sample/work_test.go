package sample

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"huoshui/data"
)

// TestWorkOverview prints the records of each kind: go test -v -run WorkOverview.
func TestWorkOverview(t *testing.T) {
	for _, name := range []string{"standard", "city", "thirty"} {
		for _, county := range counties {
			if county.name != name {
				continue
			}
			start := time.Now()
			count, example := map[string]int{}, map[string]any{}
			for record := range Make(county.o).Records() {
				kind := data.KindOf(record)
				count[kind.Name]++
				if count[kind.Name]%7 == 3 {
					example[kind.Name] = record
				}
			}
			t.Log(name, time.Since(start))
			for _, kind := range data.Kinds() {
				t.Logf("%-12s %6d %s", kind.Name, count[kind.Name], line(kind, example[kind.Name]))
			}
		}
	}
}

// line is a record in one line, without references.
func line(kind *data.Kind, record any) string {
	if record == nil {
		return ""
	}
	var parts []string
	for i := range kind.Fields {
		if f := &kind.Fields[i]; f.Type != data.TypeRef && f.Text(record) != "" && !f.Hidden() {
			parts = append(parts, fmt.Sprintf("%s=%s", f.Label, f.Text(record)))
		}
	}
	return fmt.Sprint(slices.Clip(parts))
}
