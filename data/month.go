package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Month is a calendar month as YYYYMM, so that ages and spans are plain
// arithmetic here and in SQL alike. Zero is "not known" or, at the end of a
// span, "until now".
type Month int

// MakeMonth builds a month from a year and a month of the year (1 to 12).
func MakeMonth(year, month int) Month { return Month(year*100 + month) }

// MonthOf is the month in which t falls.
func MonthOf(t time.Time) Month { return MakeMonth(t.Year(), int(t.Month())) }

// Year is the calendar year.
func (m Month) Year() int { return int(m) / 100 }

// Valid reports whether m is a month between 1900.01 and 2199.12.
func (m Month) Valid() bool {
	return m >= 190001 && m <= 219912 && m%100 >= 1 && m%100 <= 12
}

// Add returns the month n months later, or earlier when n is negative. The
// zero month stays zero: a span after an unknown month is unknown.
func (m Month) Add(n int) Month {
	if m == 0 {
		return 0
	}
	months := int(m)/100*12 + int(m)%100 - 1 + n
	return MakeMonth(months/12, months%12+1)
}

// Since counts the months from start to m; negative when start is later.
func (m Month) Since(start Month) int {
	return (int(m)/100-int(start)/100)*12 + int(m)%100 - int(start)%100
}

// Within reports whether a fact that began in month since and ended in month
// until holds at m: it has begun by then and not ended. An until of zero is
// “until now”; a fact that begins and ends in one month never holds.
func (m Month) Within(since, until Month) bool {
	return since <= m && (until == 0 || until > m)
}

// Projected is the mark “（推演）” for a month after the current month now: what
// is said of it is computed, not known. It is empty for other months.
func (m Month) Projected(now Month) string {
	if m > now {
		return "（推演）"
	}
	return ""
}

// Age is the age in full years at month m of somebody born in month birth:
// the difference of years, one less when the month of birth has not come yet
// (任免审批表填表规范: 年龄为到当月的实足年龄).
func (m Month) Age(birth Month) int { return (int(m) - int(birth)) / 100 }

// MeanAge is the mean age (平均年龄) at month m of people born in these months, in
// years. It is taken from years and months, not from full years, which would make
// everybody half a year younger on average. Births that are not known are left
// out; without any that is known there is no mean.
func (m Month) MeanAge(births []Month) (years float64, ok bool) {
	months, known := 0, 0
	for _, b := range births {
		if b != 0 {
			months += m.Since(b)
			known++
		}
	}
	if known == 0 {
		return 0, false
	}
	return float64(months) / 12 / float64(known), true
}

// String prints 1990.01, the form of the trade; empty for the zero month.
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%04d.%02d", int(m)/100, int(m)%100)
}

// ISO prints 1990-01, the form used in JSON and on the command line.
func (m Month) ISO() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", int(m)/100, int(m)%100)
}

// Chinese prints 1990年1月, the form used in running text.
func (m Month) Chinese() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%d年%d月", int(m)/100, int(m)%100)
}

// HalfYear names the half of the year a month is in, as users read it: 上半年.
func (m Month) HalfYear() string {
	if m%100 > 6 {
		return "下半年"
	}
	return "上半年"
}

// monthForm has the groups year, then month and day with or without marks
// between them; without marks both take two digits, or 1990.123 would be a month.
var monthForm = regexp.MustCompile(`^(\d{4})(?:` +
	`[.\-/年．。]{1,2}(\d{1,2})(?:月|[.\-/．。月](\d{1,2})日?)?|` +
	`(\d{2})(?:月|[.\-/．。月]?(\d{2})日?)?)$`)

// halfDigits writes the full-width digits of an input method as usual ones.
func halfDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}

// ParseMonth reads the forms a clerk types and files carry: 199001, 1990.1,
// 1990-01, 1990/01, 1990年1月, and the same with a day, which is dropped.
// Empty text is the zero month. The error is a Chinese sentence.
func ParseMonth(text string) (Month, error) {
	text = strings.Join(strings.Fields(halfDigits(text)), "")
	if text == "" {
		return 0, nil
	}
	part := monthForm.FindStringSubmatch(text)
	if part == nil {
		return 0, fmt.Errorf("“%s”不是年月，应如 1990.01", text)
	}
	year, _ := strconv.Atoi(part[1])
	month, _ := strconv.Atoi(part[2] + part[4])
	m := MakeMonth(year, month)
	if !m.Valid() {
		return 0, fmt.Errorf("“%s”不是年月，应如 1990.01", text)
	}
	if digits := part[3] + part[5]; digits != "" {
		day, _ := strconv.Atoi(digits)
		if !MakeDate(year, month, day).Valid() {
			return 0, fmt.Errorf("“%s”中的日期不存在", text)
		}
	}
	return m, nil
}

// Date is a calendar day as YYYYMMDD. Zero is "not known".
type Date int

// MakeDate builds a day.
func MakeDate(year, month, day int) Date { return Date(year*10000 + month*100 + day) }

// DateOf is the day on which t falls.
func DateOf(t time.Time) Date { return MakeDate(t.Year(), int(t.Month()), t.Day()) }

// Time is the beginning of the day as a clock has it.
func (d Date) Time() time.Time {
	return time.Date(int(d)/10000, time.Month(int(d)/100%100), int(d)%100, 0, 0, 0, 0, time.UTC)
}

// Add returns the day n days later, or earlier when n is negative.
func (d Date) Add(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Month is the month in which d falls.
func (d Date) Month() Month { return Month(d / 100) }

// Valid reports whether the day exists in the calendar, 1900 to 2199.
func (d Date) Valid() bool {
	t, err := time.Parse("20060102", strconv.Itoa(int(d)))
	return err == nil && t.Year() >= 1900 && t.Year() < 2200
}

// String prints 1990.01.31; empty for the zero day.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d.%02d.%02d", int(d)/10000, int(d)/100%100, int(d)%100)
}

// ISO prints 1990-01-31, the form used in JSON.
func (d Date) ISO() string { return strings.ReplaceAll(d.String(), ".", "-") }

var dateForm = regexp.MustCompile(`^(\d{4})(?:[.\-/年．。](\d{1,2})[.\-/月．。](\d{1,2})日?|(\d{2})(\d{2}))$`)

// ParseDate reads 19900131, 1990.1.31, 1990-01-31 or 1990年1月31日. Empty text
// is the zero day. The error is a Chinese sentence.
func ParseDate(text string) (Date, error) {
	text = strings.Join(strings.Fields(halfDigits(text)), "")
	if text == "" {
		return 0, nil
	}
	if part := dateForm.FindStringSubmatch(text); part != nil {
		year, _ := strconv.Atoi(part[1])
		month, _ := strconv.Atoi(part[2] + part[4])
		day, _ := strconv.Atoi(part[3] + part[5])
		if d := MakeDate(year, month, day); d.Valid() {
			return d, nil
		}
	}
	return 0, fmt.Errorf("“%s”不是日期，应如 1990.01.31", text)
}
