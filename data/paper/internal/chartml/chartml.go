// Package chartml writes a chart in the format of office files: a part of
// DrawingML, with its numbers in a small workbook beside it so that a user can
// edit them. Word, PowerPoint and Excel read the same part.
package chartml

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// What a package says of the parts of a chart.
const (
	ContentType         = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml" // of a chart
	WorkbookContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" // of every .xlsx
	RelationType        = relationships + "/chart"                                            // from the page to the chart

	relationships  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	drawNamespace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
)

// Style is the look of a chart on its page.
type Style struct {
	Latin, Chinese string  // faces; empty for the document's
	Size           float64 // of its words, in points
	Title          bool    // the caption stands above, within the chart
}

// Cells is where in a workbook the numbers are: the names of the series in the
// row Head, the labels below it in the column First, the values right of them.
// Rows and columns count from 1.
type Cells struct {
	Sheet       string
	Head, First int
}

// Name is the name of the part of the n-th chart in a folder ("word", "ppt").
func Name(folder string, n int) string { return fmt.Sprintf("%s/charts/chart%d.xml", folder, n) }

// Parts are the three parts of the n-th chart of a package whose document is
// in a folder: the chart, its workbook, and the relationship between them. The
// package must declare ContentType for Name, and WorkbookContentType for the
// extension xlsx.
func Parts(folder string, n int, c paper.Chart, s Style) ([]opc.Part, error) {
	workbook, err := Workbook(c)
	if err != nil {
		return nil, fmt.Errorf("workbook of chart %d: %w", n, err)
	}
	book := fmt.Sprintf("embeddings/chart%d.xlsx", n)
	return []opc.Part{
		opc.Fixed(Name(folder, n), Part(c, s)),
		opc.Fixed(fmt.Sprintf("%s/charts/_rels/chart%d.xml.rels", folder, n), opc.Head+
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<Relationship Id="`+workbookRel+`" Type="`+relationships+`/package" Target="../`+book+`"/></Relationships>`),
		opc.Fixed(folder+"/"+book, string(workbook)),
	}, nil
}

// Graphic is the element that shows the chart of the relationship rel in the
// frame of a page.
func Graphic(rel string) string {
	return `<a:graphic xmlns:a="` + drawNamespace + `"><a:graphicData uri="` + chartNamespace + `">` +
		`<c:chart xmlns:c="` + chartNamespace + `" xmlns:r="` + relationships + `" r:id="` + rel + `"/>` +
		`</a:graphicData></a:graphic>`
}

// workbookRel is the relationship from a chart to its workbook.
const workbookRel = "rId1"

// Part is the part of a chart whose numbers are in a workbook of its own.
func Part(c paper.Chart, s Style) string {
	return write(c, s, beside, `<c:externalData r:id="`+workbookRel+`"><c:autoUpdate val="0"/></c:externalData>`)
}

// PartOn is the part of a chart whose numbers are in the workbook that
// contains the chart.
func PartOn(c paper.Chart, s Style, cells Cells) string { return write(c, s, cells, "") }

func write(c paper.Chart, s Style, cells Cells, external string) string {
	w := &writer{chart: c, style: s, cells: cells}
	w.put(opc.Head, `<c:chartSpace xmlns:c="`, chartNamespace, `" xmlns:a="`, drawNamespace, `" xmlns:r="`, relationships, `">`,
		`<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>`)
	w.title()
	w.put(`<c:plotArea><c:layout/>`)
	w.plot()
	w.put(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>`)
	w.legend()
	w.put(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
		`<c:spPr><a:solidFill><a:srgbClr val="`, PaperInk, `"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.words(s.Size, TextInk, false)
	w.put(external, `</c:chartSpace>`)
	return w.out.String()
}

// writer writes the part of one chart.
type writer struct {
	out   strings.Builder
	chart paper.Chart
	style Style
	cells Cells
}

func (w *writer) put(parts ...string) {
	for _, part := range parts {
		w.out.WriteString(part)
	}
}

// title writes the caption, or says that there is none: with one series
// programs would show its name instead.
func (w *writer) title() {
	if !w.style.Title || w.chart.Caption == "" {
		w.put(`<c:autoTitleDeleted val="1"/>`)
		return
	}
	w.put(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>`, w.defaults(w.style.Size*1.25, TextInk, true),
		`</a:pPr><a:r>`, w.run("rPr", w.style.Size*1.25, TextInk, true), `<a:t>`, clean(w.chart.Caption), `</a:t></a:r></a:p></c:rich></c:tx>`,
		`<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`)
}

// legend names the series where there are several, and the parts of a donut.
func (w *writer) legend() {
	place := "b"
	switch {
	case w.chart.Form == paper.Donut:
		place = "r"
	case len(w.chart.Series) < 2:
		return
	}
	w.put(`<c:legend><c:legendPos val="`, place, `"/><c:overlay val="0"/>`)
	w.words(w.style.Size, TextInk, false)
	w.put(`</c:legend>`)
}

// words sets the look of the words of the element it stands in.
func (w *writer) words(size float64, ink string, bold bool) {
	w.put(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>`, w.defaults(size, ink, bold),
		`</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`)
}

func (w *writer) defaults(size float64, ink string, bold bool) string {
	return w.run("defRPr", size, ink, bold)
}

func (w *writer) run(element string, size float64, ink string, bold bool) string {
	weight := 0
	if bold {
		weight = 1
	}
	faces := ""
	if w.style.Latin != "" {
		faces += `<a:latin typeface="` + clean(w.style.Latin) + `"/>`
	}
	if w.style.Chinese != "" {
		faces += `<a:ea typeface="` + clean(w.style.Chinese) + `"/>`
	}
	return fmt.Sprintf(`<a:%s lang="zh-CN" sz="%d" b="%d">%s%s</a:%s>`, element, int(size*100+0.5), weight, fill(ink), faces, element)
}

func fill(ink string) string { return `<a:solidFill><a:srgbClr val="` + ink + `"/></a:solidFill>` }

// clean is a text on one line, fit to stand in XML.
func clean(text string) string {
	return opc.Escape(strings.NewReplacer("\n", " ", "\t", " ").Replace(paper.Clean(text)))
}
