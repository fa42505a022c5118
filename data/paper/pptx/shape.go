package pptx

import (
	"fmt"
	"math"
	"strings"

	"huoshui/data/paper"
)

// emu turns the units of a slide's field into those of the format: 1280 units
// are 13⅓ inches of 914400.
func emu(v float64) int { return int(math.Round(v * 9525)) }

// points turns a size on the field into hundredths of a point.
func points(v float64) int { return int(math.Round(v * 75)) }

// The colours of a slide, as in the window. Those of the theme go by their
// names there, so that the office can change them in one place.
const (
	inkText   = `<a:schemeClr val="tx1"/>`
	inkQuiet  = `<a:srgbClr val="6B6B66"/>`
	inkOurs   = `<a:schemeClr val="accent1"/>`
	inkPaper  = `<a:schemeClr val="bg1"/>`
	inkGround = `<a:srgbClr val="F7F5F1"/>`
	inkHead   = `<a:srgbClr val="EDE9E1"/>`
	inkLine   = `<a:srgbClr val="E2DFD8"/>`
)

func fill(ink string) string { return `<a:solidFill>` + ink + `</a:solidFill>` }

// run is a piece of text of one look.
type run struct {
	text string
	size float64 // on the field
	ink  string
	bold bool
}

func (r run) xml() string {
	bold := ""
	if r.bold {
		bold = ` b="1"`
	}
	return fmt.Sprintf(`<a:r><a:rPr lang="zh-CN" altLang="en-US" sz="%d"%s dirty="0">%s</a:rPr><a:t>%s</a:t></a:r>`,
		points(r.size), bold, fill(r.ink), clean(r.text))
}

// line is a paragraph.
type line struct {
	runs  []run
	align string // l, ctr, r; empty for l
}

func (l line) xml() string {
	align := ""
	if l.align != "" {
		align = ` algn="` + l.align + `"`
	}
	var out strings.Builder
	fmt.Fprintf(&out, `<a:p><a:pPr marL="0" indent="0"%s><a:buNone/></a:pPr>`, align)
	for _, r := range l.runs {
		out.WriteString(r.xml())
	}
	out.WriteString(`</a:p>`)
	return out.String()
}

func lines(list ...line) string {
	var out strings.Builder
	for _, l := range list {
		out.WriteString(l.xml())
	}
	return out.String()
}

func xfrm(b paper.Box) string {
	return fmt.Sprintf(`<a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/>`, emu(b.X), emu(b.Y), emu(b.W), emu(b.H))
}

// form is the outline of a shape: a rectangle, rounded by so much of its shorter
// side, filled and edged in the given inks; empty for none.
type form struct {
	round     float64
	fill, rim string
}

func (f form) xml(b paper.Box) string {
	shape := `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	if f.round > 0 {
		shape = fmt.Sprintf(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val %d"/></a:avLst></a:prstGeom>`,
			int(f.round/min(b.W, b.H)*100000))
	}
	inside, rim := `<a:noFill/>`, `<a:ln><a:noFill/></a:ln>`
	if f.fill != "" {
		inside = fill(f.fill)
	}
	if f.rim != "" {
		rim = `<a:ln w="12700">` + fill(f.rim) + `</a:ln>`
	}
	return `<p:spPr><a:xfrm>` + xfrm(b) + `</a:xfrm>` + shape + inside + rim + `</p:spPr>`
}

// body is the text within a shape, set in from its sides.
type body struct {
	left, right float64
	top         float64
	anchor      string // t, ctr, b
	text        []line
}

func (b body) xml() string {
	text := lines(b.text...)
	if text == "" {
		text = `<a:p><a:endParaRPr lang="zh-CN"/></a:p>`
	}
	return fmt.Sprintf(`<p:txBody><a:bodyPr wrap="square" lIns="%d" tIns="%d" rIns="%d" bIns="0" anchor="%s"><a:noAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody>`,
		emu(b.left), emu(b.top), emu(b.right), b.anchor, text)
}
