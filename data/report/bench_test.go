package report_test

import (
	"path/filepath"
	"testing"
	"time"

	"huoshui/data/figure"
	"huoshui/data/report"
)

// BenchmarkFiftyForms saves the forms of fifty cadres of a sample county: each as
// a file of its own, as a batch does, and all of them in one.
func BenchmarkFiftyForms(b *testing.B) {
	const people = 50
	source, err := figure.Open(b.Context(), county(b), 202610)
	if err != nil {
		b.Fatal(err)
	}
	form := report.SortNamed("form")
	o := report.Order{Source: source, At: 202610, Written: time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC)}
	choices, err := report.Choices(b.Context(), source, report.AboutCadre, 202610)
	if err != nil || len(choices) < people {
		b.Fatal(len(choices), err)
	}
	choices = choices[:people]
	all := o
	for _, c := range choices {
		all.IDs = append(all.IDs, c.ID)
	}
	for _, end := range []string{".pdf", ".docx"} {
		b.Run("batch"+end, func(b *testing.B) {
			for b.Loop() {
				paths, err := report.MakeAll(b.Context(), form, o, choices, b.TempDir(), end, nil)
				if err != nil || len(paths) != people {
					b.Fatal(len(paths), err)
				}
			}
			b.ReportMetric(float64(people*b.N)/b.Elapsed().Seconds(), "forms/s")
		})
	}
	b.Run("one.pdf", func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "all.pdf")
		for b.Loop() {
			if _, err := report.Make(b.Context(), form, all, path); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(people*b.N)/b.Elapsed().Seconds(), "forms/s")
	})
}
