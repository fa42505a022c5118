package lrmx

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
)

var (
	declaration = regexp.MustCompile(`^\s*<\?xml\s[^>]*\?>`)
	declaredGB  = regexp.MustCompile(`(?i)encoding\s*=\s*["'](?:gb|cp936|windows-936)`)
)

// decodeText turns the bytes of a file into text without byte order mark and
// XML declaration. Programs declare one encoding and write another, so the
// declaration only decides where the bytes allow both; warnings say so.
func decodeText(raw []byte) (text string, warnings []string) {
	if order, ok := wideOrder(raw); ok {
		wide, _ := utf16.UTF16(order, utf16.UseBOM).NewDecoder().Bytes(raw)
		return dropDeclaration(string(wide)), nil
	}
	body := bytes.TrimPrefix(raw, []byte("\uFEFF"))
	head := body[:min(len(body), 200)]
	gbDeclared := len(body) == len(raw) && declaredGB.Match(head)
	text, isGB, lost := narrowText(body, gbDeclared)
	if isGB != gbDeclared {
		warnings = append(warnings, fmt.Sprintf("文件声明的编码与内容不符，已按 %s 读取", encodingName(isGB)))
	}
	if lost > 0 {
		warnings = append(warnings, fmt.Sprintf("有 %d 处字符无法识别，请核对原文件", lost))
	}
	return dropDeclaration(text), warnings
}

func encodingName(isGB bool) string {
	if isGB {
		return "GB18030"
	}
	return "UTF-8"
}

// wideOrder recognises UTF-16 by its byte order mark or by a first “<” two
// bytes wide.
func wideOrder(raw []byte) (utf16.Endianness, bool) {
	for _, mark := range []string{"\xff\xfe", "<\x00"} {
		if bytes.HasPrefix(raw, []byte(mark)) {
			return utf16.LittleEndian, true
		}
	}
	for _, mark := range []string{"\xfe\xff", "\x00<"} {
		if bytes.HasPrefix(raw, []byte(mark)) {
			return utf16.BigEndian, true
		}
	}
	return utf16.LittleEndian, false
}

// narrowText decides between UTF-8 and GB18030. Chinese text in the one is
// hardly ever valid in the other; where it is in both, the declaration counts,
// unless as UTF-8 the text is plainly Chinese. Where it is in neither, the
// reading that loses less is taken.
func narrowText(body []byte, gbDeclared bool) (text string, isGB bool, lost int) {
	utf8Text, utf8Lost := fromUTF8(body)
	if utf8Lost == 0 && (!gbDeclared || plainlyChinese(utf8Text)) {
		return utf8Text, false, 0
	}
	gbText, gbLost := fromGB18030(body)
	if gbLost < utf8Lost || gbLost == utf8Lost && gbDeclared {
		return gbText, true, gbLost
	}
	return utf8Text, false, utf8Lost
}

// fromUTF8 marks what is not UTF-8 with U+FFFD and counts the places. A
// character cut short by the end of a truncated file does not count.
func fromUTF8(body []byte) (text string, lost int) {
	for back := 1; back <= min(3, len(body)); back++ {
		last := body[len(body)-back:]
		if utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				body = body[:len(body)-back]
			}
			break
		}
	}
	text = strings.ToValidUTF8(string(body), "\uFFFD")
	if len(text) == len(body) && utf8.Valid(body) {
		return text, 0
	}
	return text, strings.Count(text, "\uFFFD")
}

// fromGB18030 is the same for GB18030, which contains GBK and GB2312.
func fromGB18030(body []byte) (text string, lost int) {
	decoded, _ := simplifiedchinese.GB18030.NewDecoder().Bytes(body)
	text = strings.TrimSuffix(string(decoded), "\uFFFD")
	return text, strings.Count(text, "\uFFFD")
}

// plainlyChinese reports more Chinese characters than letters of other
// scripts beyond ASCII; GB18030 read as UTF-8 gives Latin, Greek and Arabic.
func plainlyChinese(text string) bool {
	chinese, other := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			chinese++
		case r >= utf8.RuneSelf && r < 0x800:
			other++
		}
	}
	return chinese > other
}

// dropDeclaration takes the XML declaration away, which has said what it had
// to say, and keeps its lines for the line numbers of errors.
func dropDeclaration(text string) string {
	text = strings.TrimPrefix(text, "\uFEFF")
	head := declaration.FindString(text)
	return strings.Repeat("\n", strings.Count(head, "\n")) + text[len(head):]
}
