package docx

import (
	"fmt"
	"strconv"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/opc"
)

// emu is how many of the units of drawings make a twip.
const emu = 635

// Proportions of charts, in twips.
const (
	pyramidRow  = 430  // of a pyramid, for each of its labels
	pyramidRest = 1300 // for its axis and legend
)

// chart writes a chart as wide as the type area, with its caption below as
// papers have it. Both stay on one page.
func (d *document) chart(c paper.Chart, last shape) {
	d.charts++
	width, height := chartSize(c, d.page)
	frame := `<wp:cNvGraphicFramePr/>` + chartml.Graphic(chartRel(d.charts))
	inline := func() { d.drawing(width, height, "图表", c.Caption, frame) }
	if c.Caption == "" {
		d.paragraphOf(styleFigure, last, inline)
		return
	}
	d.paragraphOf(styleFigure, shape{keep: true}, inline)
	d.paragraph(styleFigureName, last, paper.Plain(c.Caption))
}

// chartSize fits a chart into the type area: about twice as wide as high, a
// pyramid as high as its labels need, and never most of a page.
func chartSize(c paper.Chart, page paper.Page) (width, height int) {
	width = page.TextWidth()
	height = width * 48 / 100
	if c.Form == paper.Pyramid {
		height = max(height, pyramidRest+pyramidRow*len(c.Labels))
	}
	return width, min(height, page.TextHeight()*6/10)
}

// picture writes a photo into a box, in its own proportions; nothing when it is
// no picture.
func (d *document) picture(photo []byte, width, height int, s shape) bool {
	picture, rel, ok := d.enclosed.picture(photo)
	if !ok {
		return false
	}
	w, h := picture.Within(width, height)
	frame := fmt.Sprintf(`<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="%[1]s" noChangeAspect="1"/></wp:cNvGraphicFramePr>`+
		`<a:graphic xmlns:a="%[1]s"><a:graphicData uri="%[2]s"><pic:pic xmlns:pic="%[2]s">`+
		`<pic:nvPicPr><pic:cNvPr id="0" name="照片"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip r:embed="%[3]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[4]d" cy="%[5]d"/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
		drawNamespace, pictureNamespace, rel, w*emu, h*emu)
	d.paragraphOf(styleFigure, s, func() { d.drawing(w, h, "照片", "", frame) })
	return true
}

// drawing writes a run with what stands in the line like a character. The text
// tells those who cannot see it.
func (d *document) drawing(width, height int, name, text, frame string) {
	d.drawings++
	no := strconv.Itoa(d.drawings)
	d.put(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="`, strconv.Itoa(width*emu), `" cy="`,
		strconv.Itoa(height*emu), `"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="`, no, `" name="`, name, no,
		`" descr="`, opc.Escape(paper.Clean(text)), `"/>`, frame, `</wp:inline></w:drawing></w:r>`)
}
