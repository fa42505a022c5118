package data

import (
	"math"
	"testing"
	"time"
)

func TestMonthArithmetic(t *testing.T) {
	cases := []struct {
		m    Month
		n    int
		want Month
	}{
		{202606, 0, 202606},
		{202606, 6, 202612},
		{202606, 7, 202701},
		{202606, -5, 202601},
		{202606, -6, 202512},
		{202601, -1, 202512},
		{202612, 1, 202701},
		{202601, 120, 203601},
		{202601, -1201, 192512},
		{0, 5, 0},
	}
	for _, c := range cases {
		got := c.m.Add(c.n)
		if got != c.want {
			t.Errorf("%d.Add(%d) = %d, want %d", c.m, c.n, got, c.want)
		}
		if c.m != 0 && got.Since(c.m) != c.n {
			t.Errorf("%d.Since(%d) = %d, want %d", got, c.m, got.Since(c.m), c.n)
		}
	}
}

func TestMonthAge(t *testing.T) {
	cases := []struct {
		at, birth Month
		want      int
	}{
		{202606, 199106, 35}, {202606, 199107, 34}, {202605, 199106, 34}, {202612, 199101, 35}, {202601, 199112, 34}, {199106, 199106, 0},
	}
	for _, c := range cases {
		if got := c.at.Age(c.birth); got != c.want {
			t.Errorf("%d.Age(%d) = %d, want %d", c.at, c.birth, got, c.want)
		}
	}
}

func TestMonthForms(t *testing.T) {
	m := MonthOf(time.Date(1990, 1, 31, 23, 0, 0, 0, time.UTC))
	if m != 199001 || m.Year() != 1990 || m.String() != "1990.01" || m.ISO() != "1990-01" || m.Chinese() != "1990年1月" {
		t.Error(m, m.Year(), m.ISO(), m.Chinese())
	}
	var unknown Month
	if unknown.String()+unknown.ISO()+unknown.Chinese() != "" || unknown.Valid() {
		t.Error("the zero month prints nothing and is not valid")
	}
	for m, want := range map[Month]bool{190001: true, 189912: false, 219912: true, 220001: false, 199000: false, 199013: false, -199001: false} {
		if m.Valid() != want {
			t.Errorf("%d.Valid() = %v", int(m), !want)
		}
	}
}

func TestParseMonth(t *testing.T) {
	good := map[string]Month{
		"": 0, " \u3000": 0, "199001": 199001, "1990.1": 199001, "1990.01": 199001, "1990-01": 199001, "1990/1": 199001,
		"1990年1月": 199001, "1990年01月31日": 199001, "19900131": 199001, "1990.1.31": 199001, "1990-01-31": 199001, "1990..09": 199009,
		"1990．12": 199012, "１９９０．１２": 199012, "1990。12": 199012, " 1990 . 12 ": 199012, "1990年1月31": 199001, "1990年12": 199012, "2024.2.29": 202402,
		"2024.02.08": 202402, "199012月": 199012, "1990.12月": 199012,
	}
	for text, want := range good {
		if got, err := ParseMonth(text); got != want || err != nil {
			t.Errorf("ParseMonth(%q) = %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{
		"1990", "1990年", "199013", "199000", "1990.13", "1990.0", "1889.01", "2200.01", "1990.123", "1990.0131", "1990011", "199001311",
		"2023.2.29", "1990.01.00", "1990.1.32", "19900230", "群众", "1990.01日", "90.01", "1990.01x", "民盟1990.01",
	} {
		if got, err := ParseMonth(text); err == nil {
			t.Errorf("ParseMonth(%q) = %d, want an error", text, got)
		}
	}
}

func TestParseDate(t *testing.T) {
	good := map[string]Date{
		"": 0, "19900131": 19900131, "1990.1.31": 19900131, "1990-01-31": 19900131, "1990/1/3": 19900103, "1990年1月31日": 19900131,
		"1990．1．3": 19900103, " 1990. 1. 31": 19900131, "2024.2.29": 20240229,
	}
	for text, want := range good {
		if got, err := ParseDate(text); got != want || err != nil {
			t.Errorf("ParseDate(%q) = %d, %v, want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"199001", "1990.01", "2023.2.29", "1990.13.1", "1990.1.0", "1899.12.31", "2200.1.1", "1990.1.311", "无"} {
		if got, err := ParseDate(text); err == nil {
			t.Errorf("ParseDate(%q) = %d, want an error", text, got)
		}
	}
	d := MakeDate(1990, 1, 31)
	if d.Month() != 199001 || d.String() != "1990.01.31" || Date(0).String() != "" || Date(0).Valid() || Date(-19900131).Valid() {
		t.Error(d, d.Month())
	}
}

func FuzzParseMonth(f *testing.F) {
	f.Add("1990年1月31日")
	f.Add("1990.0131")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ParseMonth(text)
		if err != nil || m == 0 {
			return
		}
		for _, form := range []string{m.String(), m.ISO(), m.Chinese()} {
			if again, err := ParseMonth(form); again != m || err != nil {
				t.Fatalf("%q is %d, its form %q reads %d, %v", text, m, form, again, err)
			}
		}
	})
}

// An input method left on full-width digits costs nobody an entry.
func TestFullWidthDigits(t *testing.T) {
	for _, c := range []struct {
		kind Type
		text string
		want any
	}{{TypeInt, "３６", int64(36)}, {TypeMonth, "１９９０年１月", int64(199001)}, {TypeDate, "１９９０．１．３１", int64(19900131)}} {
		f := Field{Type: c.kind}
		if got, err := f.Parse(c.text); got != c.want || err != nil {
			t.Errorf("%s: %v %v", c.text, got, err)
		}
	}
}

func TestDaysAreCounted(t *testing.T) {
	for _, c := range []struct {
		from Date
		days int
		want Date
	}{
		{20261123, 30, 20261223}, {20280228, 1, 20280229}, {20270228, 1, 20270301}, {20270101, -1, 20261231}, {20261009, 0, 20261009},
	} {
		if got := c.from.Add(c.days); got != c.want {
			t.Errorf("%s and %d days: %s, want %s", c.from, c.days, got, c.want)
		}
	}
}

func TestMeanAge(t *testing.T) {
	// 36 years and 2 months, 42 years: 39 years and 1 month.
	if mean, ok := Month(202606).MeanAge([]Month{199004, 0, 198406}); !ok || math.Abs(mean-(39+1.0/12)) > 1e-9 {
		t.Errorf("%v %v", mean, ok)
	}
	if _, ok := Month(202606).MeanAge([]Month{0}); ok {
		t.Error("there is a mean of nothing")
	}
}
