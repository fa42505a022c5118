package data

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TextProblem says why a text cannot be kept, as a Chinese clause; empty when
// it can. Bytes that are no character would differ between log and database,
// control characters break documents, and direction marks make a text look
// different from what it is. lines allows line ends and tabs.
func TextProblem(text string, lines bool) string {
	if !utf8.ValidString(text) {
		return "有无法识别的字符（编码不对）"
	}
	for _, r := range text {
		switch {
		case lines && (r == '\n' || r == '\t'):
		case unicode.IsControl(r), r == '\ufffe', r == '\uffff':
			return fmt.Sprintf("有看不见的控制字符（U+%04X）", r)
		case directs(r):
			return fmt.Sprintf("有看不见的方向符号（U+%04X）", r)
		}
	}
	return ""
}

// directs reports a character that only turns the direction of what follows.
func directs(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c'
}

var (
	lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")
	oneLine  = strings.NewReplacer("\r\n", "", "\n", "", "\r", "", "\t", " ")
)

// TextProblem is what is wrong with the texts of a record, as a Chinese sentence,
// or nil. It is the part of Problem that also holds for a record which is not
// complete yet.
func (k *Kind) TextProblem(record any) error {
	if why := TextProblem(IDOf(record), false); why != "" {
		return fmt.Errorf("%s的编号里%s，请改正", k.Label, why)
	}
	for i := range k.Fields {
		f := &k.Fields[i]
		text, ok := f.Value(record).(string)
		if !ok {
			continue
		}
		if why := TextProblem(text, f.Type == TypeLong); why != "" {
			return fmt.Errorf("%s的“%s”里%s，请删掉后重新填写", k.Label, f.Label, why)
		}
	}
	return nil
}
