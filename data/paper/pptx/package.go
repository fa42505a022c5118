package pptx

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/opc"
)

const (
	slideSpace = `http://schemas.openxmlformats.org/presentationml/2006/main`
	drawSpace  = `http://schemas.openxmlformats.org/drawingml/2006/main`
	relSpace   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	rootSpaces = ` xmlns:a="` + drawSpace + `" xmlns:r="` + relSpace + `" xmlns:p="` + slideSpace + `"`
	tableType  = `http://schemas.openxmlformats.org/drawingml/2006/table`
	slideType  = `application/vnd.openxmlformats-officedocument.presentationml.`

	relsOpen    = opc.Head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	packageRels = relsOpen +
		`<Relationship Id="rId1" Type="` + relSpace + `/officeDocument" Target="ppt/presentation.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + relSpace + `/extended-properties" Target="docProps/app.xml"/>` +
		`</Relationships>`
	masterRels = relsOpen +
		`<Relationship Id="rId1" Type="` + relSpace + `/slideLayout" Target="../slideLayouts/slideLayout1.xml"/>` +
		`<Relationship Id="rId2" Type="` + relSpace + `/slideLayout" Target="../slideLayouts/slideLayout2.xml"/>` +
		`<Relationship Id="rId3" Type="` + relSpace + `/theme" Target="../theme/theme1.xml"/></Relationships>`
	layoutRels = relsOpen +
		`<Relationship Id="rId1" Type="` + relSpace + `/slideMaster" Target="../slideMasters/slideMaster1.xml"/></Relationships>`
	notesMasterRels = relsOpen +
		`<Relationship Id="rId1" Type="` + relSpace + `/theme" Target="../theme/theme2.xml"/></Relationships>`
)

// relation is one line of a part's relationships.
func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + relSpace + `/` + kind + `" Target="` + target + `"/>`
}

func contentTypes(slides, charts int) string {
	var out strings.Builder
	out.WriteString(opc.Head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="xlsx" ContentType="` + chartml.WorkbookContentType + `"/>`)
	override := func(name, kind string) { fmt.Fprintf(&out, `<Override PartName="/%s" ContentType="%s"/>`, name, kind) }
	override("ppt/presentation.xml", slideType+"presentation.main+xml")
	override("ppt/slideMasters/slideMaster1.xml", slideType+"slideMaster+xml")
	override("ppt/slideLayouts/slideLayout1.xml", slideType+"slideLayout+xml")
	override("ppt/slideLayouts/slideLayout2.xml", slideType+"slideLayout+xml")
	override("ppt/notesMasters/notesMaster1.xml", slideType+"notesMaster+xml")
	for i := range 2 {
		override(fmt.Sprintf("ppt/theme/theme%d.xml", i+1), "application/vnd.openxmlformats-officedocument.theme+xml")
	}
	for i := range slides {
		override(slideName(i+1), slideType+"slide+xml")
		override(notesName(i+1), slideType+"notesSlide+xml")
	}
	for i := range charts {
		override(chartml.Name("ppt", i+1), chartml.ContentType)
	}
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	out.WriteString(`</Types>`)
	return out.String()
}

func slideName(n int) string { return fmt.Sprintf("ppt/slides/slide%d.xml", n) }
func notesName(n int) string { return fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n) }

// presentation is ppt/presentation.xml. The first relationships are those of
// the masters.
func presentation(slides int) string {
	var out strings.Builder
	out.WriteString(opc.Head + `<p:presentation` + rootSpaces + ` saveSubsetFonts="1">` +
		`<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
		`<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>`)
	for i := range slides {
		fmt.Fprintf(&out, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, 4+i)
	}
	fmt.Fprintf(&out, `</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
		emu(paper.SlideWidth), emu(paper.SlideHeight))
	return out.String()
}

func presentationRels(slides int) string {
	var out strings.Builder
	out.WriteString(relsOpen + relation("rId1", "slideMaster", "slideMasters/slideMaster1.xml") +
		relation("rId2", "notesMaster", "notesMasters/notesMaster1.xml") + relation("rId3", "theme", "theme/theme1.xml"))
	for i := range slides {
		out.WriteString(relation(fmt.Sprintf("rId%d", 4+i), "slide", fmt.Sprintf("slides/slide%d.xml", i+1)))
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}
