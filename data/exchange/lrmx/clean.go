package lrmx

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// legal reports whether XML 1.0 lets r stand in a document.
func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' ||
		r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}

// legalText drops what XML cannot carry and counts it.
func legalText(text string) (clean string, dropped int) {
	clean = strings.Map(func(r rune) rune {
		if legal(r) {
			return r
		}
		dropped++
		return -1
	}, strings.ToValidUTF8(text, ""))
	return clean, dropped
}

var (
	lineEnds  = strings.NewReplacer("\r\n", "\n", "\r", "\n")
	reference = regexp.MustCompile(`&#(?:[0-9]+|[xX][0-9a-fA-F]+);`)
	plainPart = regexp.MustCompile(`(?s)<!\[CDATA\[.*?\]\]>|<!--.*?-->`)
)

// cleanSource makes the text of a file fit for an XML parser: line ends,
// forbidden characters, forbidden character references. It counts the latter
// two.
func cleanSource(text string) (clean string, dropped int) {
	clean, dropped = legalText(lineEnds.Replace(text))
	clean = eachMarkup(clean, func(part string) string {
		part = strings.ReplaceAll(part, "&nbsp;", "&#160;")
		return reference.ReplaceAllStringFunc(part, func(ref string) string {
			if legal(referenced(ref)) {
				return ref
			}
			dropped++
			return ""
		})
	})
	return clean, dropped
}

// referenced is the character a reference such as &#1; or &#x1F; stands for,
// -1 when there is no such character.
func referenced(ref string) rune {
	digits, base := ref[2:len(ref)-1], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 31)
	if err != nil {
		return -1
	}
	return rune(code)
}

var (
	bareAmp   = regexp.MustCompile(`&(?:(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)?`)
	openBreak = regexp.MustCompile(`(?i)<br[ \t]*/?>|</br[ \t]*>`)
)

// repairSource mends what programs get wrong that glue XML together from
// strings: a bare “&” and HTML line breaks. It is tried on files that are not
// well-formed, and only on those.
func repairSource(text string) string {
	return eachMarkup(text, func(part string) string {
		part = bareAmp.ReplaceAllStringFunc(part, func(ref string) string {
			if ref == "&" {
				return "&amp;"
			}
			return ref
		})
		return openBreak.ReplaceAllStringFunc(part, func(tag string) string {
			if strings.HasPrefix(tag, "</") {
				return ""
			}
			return "<br/>"
		})
	})
}

// eachMarkup applies change to the text outside of CDATA sections and
// comments, which stand for themselves.
func eachMarkup(text string, change func(string) string) string {
	var b strings.Builder
	end := 0
	for _, plain := range plainPart.FindAllStringIndex(text, -1) {
		b.WriteString(change(text[end:plain[0]]))
		b.WriteString(text[plain[0]:plain[1]])
		end = plain[1]
	}
	b.WriteString(change(text[end:]))
	return b.String()
}
