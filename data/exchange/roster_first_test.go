package exchange_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// table writes a workbook: cells parted by commas, a line of one cell merged
// across the width of the first.
func table(t *testing.T, lines ...string) string {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	width := strings.Count(lines[0], ",") + 1
	for y, line := range lines {
		cells := strings.Split(line, ",")
		for x, cell := range cells {
			at, _ := excelize.CoordinatesToCellName(x+1, y+1)
			if err := book.SetCellStr("Sheet1", at, cell); err != nil {
				t.Fatal(err)
			}
		}
		if len(cells) == 1 {
			from, _ := excelize.CoordinatesToCellName(1, y+1)
			to, _ := excelize.CoordinatesToCellName(width, y+1)
			if err := book.MergeCell("Sheet1", from, to); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "名册.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// rostersOfOneTown are ways to write that 王伟 is mayor of 青石镇 and 沈嘉怡 head of
// a bureau, before anything is on record.
var rostersOfOneTown = map[string][]string{
	"unit column": {
		"姓名,单位,职务,出生年月,任现职时间", "王伟,青石镇,镇长,1985.03,2020.05", "沈嘉怡,财政局,局长,1986.04,2021.06",
	},
	"unit column with the place": {
		"姓名,单位,职务,出生年月,任现职时间", "王伟,清源县青石镇,镇长,1985.03,2020.05", "沈嘉怡,清源县财政局,局长,1986.04,2021.06",
	},
	"unit lines": {
		"姓名,职务,出生年月,任现职时间", "青石镇", "王伟,镇长,1985.03,2020.05", "清源县财政局", "沈嘉怡,局长,1986.04,2021.06",
	},
	"unit column below unit lines": {
		"姓名,单位,职务,出生年月,任现职时间", "乡镇", "王伟,青石镇,镇长,1985.03,2020.05", "县直单位", "沈嘉怡,县财政局,局长,1986.04,2021.06",
	},
	"unit column and whole titles": {
		"姓名,单位,现任职务,出生年月,任现职时间", "王伟,青石镇,清源县青石镇镇长,1985.03,2020.05", "沈嘉怡,财政局,清源县财政局局长,1986.04,2021.06",
	},
}

// The first file an office takes in may be a roster: nothing is on record, and
// the office has not entered its name.
func TestARosterIntoNothing(t *testing.T) {
	for name, lines := range rostersOfOneTown {
		t.Run(name, func(t *testing.T) {
			s, path := storetest.Open(t), table(t, lines...)
			p, err := exchange.Read(t.Context(), s, data.Office{Level: data.County}, at, []string{path}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(p.Items) != 2 || len(p.Unsettled()) != 2 {
				t.Fatal(states(p), p.Unsettled(), p.Refused)
			}
			if err := p.CreateAll(); err != nil {
				t.Fatal(err)
			}
			write(t, s, p)
			if got, want := seated(t, s), []string{"沈嘉怡 县财政局 局长 2021.06", "王伟 青石镇 镇长 2020.05"}; !slices.Equal(got, want) {
				t.Errorf("%q", got)
			}
			again, err := exchange.Read(t.Context(), s, data.Office{Level: data.County}, at, []string{path}, nil)
			if err != nil || again.Count(exchange.Same) != 2 {
				t.Error(states(again), err)
			}
		})
	}
}

// Nothing is made without being asked for: the title stays, without a unit.
func TestARosterIntoNothingWithoutMaking(t *testing.T) {
	s := storetest.Open(t)
	write(t, s, read(t, s, table(t, rostersOfOneTown["unit column"]...)))
	var titles []string
	for _, a := range storetest.All[data.Appointment](t, s) {
		titles = append(titles, a.Title+string(a.Unit)+string(a.Post))
	}
	slices.Sort(titles)
	if !slices.Equal(titles, []string{"财政局局长", "青石镇镇长"}) {
		t.Errorf("%q", titles)
	}
}

// A unit that is not on record yet is asked about beside those that are.
func TestAnUnknownUnitOfARoster(t *testing.T) {
	s := town(t)
	p := read(t, s, table(t, "姓名,单位,职务,出生年月", "周八,青石镇,党委书记,1985.03", "吴九,白鹿乡,乡长,1986.04"))
	open := p.Unsettled()
	if len(open) != 1 || open[0].Title != "白鹿乡乡长" || open[0].Unit != "" {
		t.Fatalf("%+v", open)
	}
	create(t, p, "白鹿乡乡长")
	write(t, s, p)
	if got := seated(t, s); !slices.Contains(got, "周八 青石镇 党委书记 ") || !slices.Contains(got, "吴九 白鹿乡 乡长 ") {
		t.Errorf("%q", got)
	}
}

// seated tells who sits where since when, by name.
func seated(t *testing.T, s *store.Store) []string {
	t.Helper()
	var all []string
	for _, a := range storetest.All[data.Appointment](t, s) {
		who, err := store.Get[data.Cadre](t.Context(), s, string(a.Cadre))
		if err != nil {
			t.Fatal(err)
		}
		where, what := &data.Unit{}, &data.Post{}
		if a.Post != "" {
			if where, err = store.Get[data.Unit](t.Context(), s, string(a.Unit)); err != nil {
				t.Fatal(err)
			}
			if what, err = store.Get[data.Post](t.Context(), s, string(a.Post)); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, fmt.Sprintf("%s %s %s %s", who.Name, where.Short, what.Name, a.Since))
	}
	slices.Sort(all)
	return all
}
