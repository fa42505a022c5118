package docx

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// All lengths are in twips, a twentieth of a point.
const (
	lineHeight = 579 // 22 lines in the 225 mm of the type area
	tightening = -5  // 28 characters in its 156 mm; -4 leaves nothing for rounding
	charWidth  = 320 + tightening
	pageNumber = 280 // one character of the 14 pt page number

	footRise  = 624 // from the foot of the type area down to that of the page number: 7 mm of air
	lowestRun = 284 // the page number keeps so far from the edge of the paper
	highest   = 851 // where a header would stand
)

// section ends the pages of one kind: their size, their footers, their grid of
// lines. The grid has no characters, because renderers disagree about them; the
// width of a character is set in the styles.
func section(p paper.Page) string {
	orient, odd, even := "", relOdd, relEven
	if p.Turned() {
		orient = ` w:orient="landscape"`
	}
	if p.Unnumbered {
		odd, even = relBlank, relBlank
	}
	return fmt.Sprintf(`<w:sectPr>`+
		`<w:footerReference w:type="default" r:id="%s"/><w:footerReference w:type="even" r:id="%s"/>`+
		`<w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`+
		`<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="%d"/></w:sectPr>`,
		odd, even, p.Width, p.Height, orient, p.Top, p.Right, p.Bottom, p.Left,
		min(highest, p.Top/2), max(p.Bottom-footRise, lowestRun), lineHeight)
}

// The page number stands outside: right on odd pages, left on even ones, one
// character in. Pages without a number have a foot of their own, for they would
// take over the one before.
var (
	oddFooter   = footer(styleFooter, `<w:ind w:right="`+fmt.Sprint(pageNumber)+`"/><w:jc w:val="right"/>`, pageRuns)
	evenFooter  = footer(styleFooter, `<w:ind w:left="`+fmt.Sprint(pageNumber)+`"/><w:jc w:val="left"/>`, pageRuns)
	blankFooter = footer(styleAfter, "", "")
)

var pageRuns = dash("— ") + `<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>` + dash(" —")

func dash(text string) string {
	return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func footer(style, para, runs string) string {
	return strings.Join([]string{
		opc.Head, `<w:ftr`, rootSpaces, `><w:p><w:pPr><w:pStyle w:val="`, style, `"/>`, para, `</w:pPr>`, runs, `</w:p></w:ftr>`,
	}, "")
}
