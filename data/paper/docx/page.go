package docx

import (
	"fmt"
	"strings"

	"huoshui/data/paper/internal/opc"
)

// All lengths are in twips, a twentieth of a point.
const (
	lineHeight = 579 // 22 lines in the 225 mm of the type area
	tightening = -5  // 28 characters in its 156 mm; -4 leaves nothing for rounding
	charWidth  = 320 + tightening
	pageNumber = 280 // one character of the 14 pt page number
)

// sheet is the size and margins of a page.
type sheet struct {
	width, height            int
	top, right, bottom, left int
	footer                   int // from the page's edge to the line of the page number
	tableSize, tableLine     int // text of tables, in half points, and its line
	turned                   bool
}

// upright is the page of GB/T 9704. Its right margin is a little under 26 mm,
// otherwise the 28th character would not fit.
var upright = sheet{
	width: 11906, height: 16838,
	top: 2098, right: 1470, bottom: 1985, left: 1588,
	footer: 1361, tableSize: 24, tableLine: 400,
}

// landscape serves rosters: bound at the top, with narrow margins and small
// print for their many columns.
var landscape = sheet{
	width: 16838, height: 11906,
	top: 1588, right: 1134, bottom: 1474, left: 1134,
	footer: 855, tableSize: 21, tableLine: 300,
	turned: true,
}

func sheetOf(turned bool) sheet {
	if turned {
		return landscape
	}
	return upright
}

// textWidth is the width of the type area.
func (s sheet) textWidth() int { return s.width - s.left - s.right }

// section closes the document: its page, its footers, its grid of lines. The
// grid has no characters, because renderers disagree about them; the width of
// a character is set in the styles.
func (s sheet) section() string {
	orient := ""
	if s.turned {
		orient = ` w:orient="landscape"`
	}
	return fmt.Sprintf(`<w:sectPr>`+
		`<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>`+
		`<w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/>`+
		`<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="%d"/></w:sectPr>`,
		s.width, s.height, orient, s.top, s.right, s.bottom, s.left, s.footer, lineHeight)
}

// The page number stands outside: right on odd pages, left on even ones, one
// character in.
var (
	oddFooter  = footer("right", "right")
	evenFooter = footer("left", "left")
)

func footer(side, align string) string {
	dash := func(text string) string {
		return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	var out strings.Builder
	fmt.Fprintf(&out, `%s<w:ftr%s><w:p><w:pPr><w:pStyle w:val="%s"/><w:ind w:%s="%d"/><w:jc w:val="%s"/></w:pPr>`,
		opc.Head, rootSpaces, styleFooter, side, pageNumber, align)
	out.WriteString(dash("— "))
	out.WriteString(`<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
	out.WriteString(dash(" —"))
	out.WriteString(`</w:p></w:ftr>`)
	return out.String()
}
