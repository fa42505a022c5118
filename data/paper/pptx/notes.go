package pptx

import (
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// notesMaster is the page of notes: the slide above, the speaker's text below.
var notesMaster = opc.Head + `<p:notesMaster` + rootSpaces + `><p:cSld>` + white + `<p:spTree>` + treeHead +
	noteShapes(`<p:spPr><a:xfrm>`+xfrm(paper.Box{X: 72, Y: 72, W: 576, H: 324})+`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`+
		`<a:noFill/><a:ln w="12700"><a:solidFill>`+inkLine+`</a:solidFill></a:ln></p:spPr>`,
		`<p:spPr><a:xfrm>`+xfrm(paper.Box{X: 72, Y: 430, W: 576, H: 450})+`</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
		`<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>备注</a:t></a:r></a:p>`) +
	`</p:spTree></p:cSld>` + colorMap + `<p:notesStyle>` + level(1, 16, "+mn") + `</p:notesStyle></p:notesMaster>`

// notes is the page of notes of a slide.
func notes(remarks []string) string {
	var text strings.Builder
	for _, r := range remarks {
		text.WriteString(`<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US" dirty="0"/><a:t>` + clean(r) + `</a:t></a:r></a:p>`)
	}
	if len(remarks) == 0 {
		text.WriteString(`<a:p><a:endParaRPr lang="zh-CN"/></a:p>`)
	}
	return opc.Head + `<p:notes` + rootSpaces + `><p:cSld><p:spTree>` + treeHead + noteShapes(`<p:spPr/>`, `<p:spPr/>`, text.String()) +
		`</p:spTree></p:cSld>` + mapAsMaster + `</p:notes>`
}

func noteShapes(picture, form, text string) string {
	return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>` +
		`<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>` + picture + `</p:sp>` +
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="备注"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
		`<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>` + form + `<p:txBody><a:bodyPr/><a:lstStyle/>` + text + `</p:txBody></p:sp>`
}
