package docx

import (
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/opc"
)

const (
	mainNamespace = `http://schemas.openxmlformats.org/wordprocessingml/2006/main`
	relNamespace  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	rootSpaces    = ` xmlns:w="` + mainNamespace + `" xmlns:r="` + relNamespace + `"`

	// The namespaces of drawings: what stands in the line, what is drawn, photos.
	inlineNamespace  = `http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing`
	drawNamespace    = `http://schemas.openxmlformats.org/drawingml/2006/main`
	pictureNamespace = `http://schemas.openxmlformats.org/drawingml/2006/picture`
	drawingSpaces    = ` xmlns:wp="` + inlineNamespace + `"`

	wordType = `application/vnd.openxmlformats-officedocument.wordprocessingml.`

	relsOpen    = opc.Head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	packageRels = relsOpen +
		`<Relationship Id="rId1" Type="` + relNamespace + `/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
		`<Relationship Id="rId3" Type="` + relNamespace + `/extended-properties" Target="docProps/app.xml"/>` +
		`</Relationships>`

	// settings tell Word to keep odd and even footers apart and to lay the page
	// out as Word 2013 and later do, not in a mode for older files.
	settings = opc.Head + `<w:settings` + rootSpaces + `>` +
		`<w:zoom w:percent="100"/>` +
		`<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
		`<w:defaultTabStop w:val="630"/>` +
		`<w:evenAndOddHeaders/>` +
		`<w:characterSpacingControl w:val="compressPunctuation"/>` +
		`<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>` +
		`<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>` +
		`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>` +
		`</w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>` +
		`</w:settings>`
)

// The relationships to the feet of pages.
const (
	relOdd   = "rId4"
	relEven  = "rId5"
	relBlank = "rId6"
)

func documentRels(e *enclosures) string {
	return relsOpen +
		`<Relationship Id="rId1" Type="` + relNamespace + `/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="` + relNamespace + `/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId3" Type="` + relNamespace + `/fontTable" Target="fontTable.xml"/>` +
		`<Relationship Id="` + relOdd + `" Type="` + relNamespace + `/footer" Target="footer1.xml"/>` +
		`<Relationship Id="` + relEven + `" Type="` + relNamespace + `/footer" Target="footer2.xml"/>` +
		`<Relationship Id="` + relBlank + `" Type="` + relNamespace + `/footer" Target="footer3.xml"/>` +
		e.relationships() + `</Relationships>`
}

func contentTypes(e *enclosures) string {
	return opc.Head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>` +
		`<Default Extension="xlsx" ContentType="` + chartml.WorkbookContentType + `"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
		`<Override PartName="/word/fontTable.xml" ContentType="` + wordType + `fontTable+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/word/footer2.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/word/footer3.xml" ContentType="` + wordType + `footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
		e.types() + `</Types>`
}
