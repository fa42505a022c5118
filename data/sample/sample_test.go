package sample

import (
	"bytes"
	"encoding/json"
	"image/jpeg"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"huoshui/data"
)

// standard is the county most tests look at.
var standard = read(Make(Options{}))

// counties are the options every county must be sound with.
var counties = []struct {
	name string
	o    Options
}{
	{"standard", Options{}},
	{"other seed", Options{Seed: 77}},
	{"thirty", Options{Cadres: 30}},
	{"three hundred", Options{Cadres: 300, Seed: 5}},
	{"five thousand", Options{Cadres: 5000}},
	{"earlier", Options{Cadres: 600, At: 202405}},
	{"later", Options{Cadres: 600, At: 202802}},
	{"city", Options{Level: LevelCity}},
	{"small city", Options{Level: LevelCity, Cadres: 40, Seed: 9}},
}

// made keeps those already made: tests only read them.
var made = map[string]*book{"standard": standard}

// eachCounty runs a test on every one of them; the short tests take the standard and the small ones.
func eachCounty(t *testing.T, test func(t *testing.T, b *book, at data.Month)) {
	t.Helper()
	for _, c := range counties {
		if size := c.o.Cadres; testing.Short() && c.name != "standard" && (size == 0 || size > 500) {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			at := c.o.At
			if at == 0 {
				at = 202610
			}
			if made[c.name] == nil {
				made[c.name] = read(Make(c.o))
			}
			test(t, made[c.name], at)
		})
	}
}

func dump(t *testing.T, o Options) string {
	t.Helper()
	raw, err := json.Marshal(read(Make(o)).all)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestSameOptionsSameCounty(t *testing.T) {
	o := Options{Cadres: 200, Seed: 3}
	once, again := dump(t, o), dump(t, o)
	if once != again {
		t.Error("the same options gave two counties")
	}
	if once == dump(t, Options{Cadres: 200, Seed: 4}) {
		t.Error("another seed gave the same county")
	}
	county := Make(o)
	if first, second := read(county), read(county); len(first.all) != len(second.all) {
		t.Error("reading again gave other records")
	}
}

func TestRecordsAreSound(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		for _, record := range b.all {
			kind := data.KindOf(record)
			if err := kind.Problem(record); err != nil {
				t.Fatalf("%v: %+v", err, record)
			}
			for i := range kind.Fields {
				f := &kind.Fields[i]
				if s, ok := f.Value(record).(string); ok && f.Max > 0 && utf8.RuneCountInString(s) > f.Max {
					t.Fatalf("%s too long: %s", f.Label, s)
				}
			}
		}
	})
}

var uuid7 = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

func TestReferencesComeFirst(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		seen := map[string]string{}
		for _, record := range b.all {
			kind := data.KindOf(record)
			id := data.IDOf(record)
			if !uuid7.MatchString(id) || seen[id] != "" {
				t.Fatalf("%s has bad or double ID %q", kind.Name, id)
			}
			for i := range kind.Fields {
				f := &kind.Fields[i]
				if ref, ok := f.Value(record).(string); ok && f.Type == data.TypeRef && seen[ref] != f.Kind {
					t.Fatalf("%s.%s refers to %q, which is no earlier %s", kind.Name, f.Key, ref, f.Kind)
				}
			}
			seen[id] = kind.Name
		}
	})
}

func TestNothingLeftUnfilled(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, _ data.Month) {
		for _, record := range b.all {
			kind := data.KindOf(record)
			for i := range kind.Fields {
				if text := kind.Fields[i].Text(record); strings.ContainsAny(text, "{}|") || strings.Contains(text, "<nil>") {
					t.Fatalf("%s.%s is %q", kind.Name, kind.Fields[i].Key, text)
				}
			}
		}
	})
}

func TestNumberOnFile(t *testing.T) {
	sizes := []int{1, 20, 30, 100, 1200, 3000}
	if testing.Short() {
		sizes = sizes[:4]
	}
	for _, n := range sizes {
		for _, level := range []string{LevelCounty, LevelCity} {
			b := read(Make(Options{Cadres: n, Level: level}))
			on := 0
			for _, c := range b.cadres {
				on += one(c.Gone == 0)
				if !c.Sample {
					t.Fatal("a person is not marked as sample")
				}
			}
			if on != n || b.onFile(202610) != n {
				t.Errorf("%s of %d: %d on file, %d serving", level, n, on, b.onFile(202610))
			}
		}
	}
}

func TestHundredThousand(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	on, records := 0, 0
	for record := range Make(Options{Cadres: 100_000}).Records() {
		records++
		if c, ok := record.(*data.Cadre); ok {
			on += one(c.Gone == 0)
		}
	}
	if on != 100_000 {
		t.Errorf("%d on file", on)
	}
	t.Log(records, "records")
}

func TestPortraits(t *testing.T) {
	county := Make(Options{Cadres: 30})
	if len(county.Photos) != 12 {
		t.Errorf("%d portraits", len(county.Photos))
	}
	for name, raw := range county.Photos {
		img, err := jpeg.Decode(bytes.NewReader(raw))
		if err != nil || len(name) != 64 || len(raw) > 6000 || img.Bounds().Dx()*5 != img.Bounds().Dy()*4 {
			t.Errorf("portrait %s of %d bytes: %v", name, len(raw), err)
		}
	}
	for _, c := range read(county).cadres {
		if county.Photos[c.Photo] == nil {
			t.Errorf("%s has no portrait", c.Name)
		}
	}
}

func TestTargetsAndSettings(t *testing.T) {
	eachCounty(t, func(t *testing.T, b *book, at data.Month) {
		office := data.OfficeAt(b.settings, at)
		if office.Name == "" || office.Place == "" || office.Term(at) == 0 {
			t.Errorf("office is %+v", office)
		}
		if last := office.Terms[len(office.Terms)-1]; last <= at {
			t.Errorf("no change of term ahead, last %s", last)
		}
		if len(b.targets) == 0 {
			t.Error("no targets")
		}
	})
}
