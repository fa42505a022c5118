package exchange_test

import (
	"path/filepath"
	"testing"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/store"
)

// BenchmarkImport takes the forms of 200 cadres into a new database: Read only
// compares, as import --dry-run does; Write is all of it, with the units and
// posts that the titles name.
func BenchmarkImport(b *testing.B) {
	const cadres = 200
	_, dir := forms(b, cadres)
	office := data.Office{Place: "清源县", Level: data.County}
	propose := func(b *testing.B, s *store.Store) *exchange.Proposal {
		p, err := exchange.Read(b.Context(), s, office, at, []string{dir}, nil)
		if err == nil {
			err = p.CreateAll()
		}
		if err != nil || p.Count(exchange.New) != cadres {
			b.Fatal(p.Count(exchange.New), err)
		}
		return p
	}
	open := func(b *testing.B) *store.Store {
		s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "new.db"), true)
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	b.Run("Read", func(b *testing.B) {
		s := open(b)
		defer s.Close()
		for b.Loop() {
			propose(b, s)
		}
		b.ReportMetric(float64(cadres*b.N)/b.Elapsed().Seconds(), "forms/s")
	})
	b.Run("Write", func(b *testing.B) {
		for b.Loop() {
			s := open(b)
			if _, err := propose(b, s).Write(b.Context(), s, "测试", nil); err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
		b.ReportMetric(float64(cadres*b.N)/b.Elapsed().Seconds(), "forms/s")
	})
}
