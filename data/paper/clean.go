package paper

import (
	"strings"
	"unicode/utf8"
)

// Clean drops the parts of a text that no file format may hold: bytes that are
// not UTF-8, control characters, and the two code points that XML 1.0 forbids.
// Line breaks of every kind become \n; tabs stay.
func Clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(keep, strings.ToValidUTF8(text, ""))
}

func keep(r rune) rune {
	switch {
	case r == '\r', r == '\u2028', r == '\u2029', r == '\v', r == '\f', r == '\u0085':
		return '\n'
	case r == '\n', r == '\t':
		return r
	case r < ' ', r >= 0x7f && r < 0xa0, r == '\ufffe', r == '\uffff', !utf8.ValidRune(r):
		return -1
	}
	return r
}
