package pptx

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// place is a placeholder of a master or layout.
type place struct {
	id           int
	name, kind   string // kind is the attributes of its p:ph
	box          paper.Box
	anchor       string
	align        string
	size         float64
	ink, face    string // face is +mj or +mn, of the theme
	prompt       string
	bold, number bool
}

func (p place) xml() string {
	bold := 0
	if p.bold {
		bold = 1
	}
	text := `<a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>` + p.prompt + `</a:t></a:r>`
	if p.number {
		text = numberField
	}
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr>`,
		p.id, p.name, p.kind) +
		`<p:spPr><a:xfrm>` + xfrm(p.box) + `</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
		fmt.Sprintf(`<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="%s"><a:normAutofit/></a:bodyPr>`, p.anchor) +
		fmt.Sprintf(`<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="%s"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>`, p.align) +
		fmt.Sprintf(`<a:defRPr sz="%d" b="%d">%s<a:latin typeface="%[4]s-lt"/><a:ea typeface="%[4]s-ea"/></a:defRPr></a:lvl1pPr></a:lstStyle>`,
			points(p.size), bold, fill(p.ink), p.face) +
		`<a:p>` + text + `</a:p></p:txBody></p:sp>`
}

// strip is a plain rectangle of a master or layout.
func strip(id int, name, ink string, b paper.Box) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>`, id, name) +
		form{fill: ink}.xml(b) + `</p:sp>`
}

const white = `<p:bg><p:bgPr>` + `<a:solidFill>` + inkPaper + `</a:solidFill><a:effectLst/></p:bgPr></p:bg>`

// standing is where the fixed things of a slide stand.
var standing = paper.Slide{}.Layout()

func titlePlace(id int) place {
	return place{
		id: id, name: "标题", kind: `type="title"`, box: standing.Title, anchor: "t", align: "l",
		size: standing.TitleSize, ink: inkText, face: "+mj", prompt: "单击此处编辑标题",
	}
}

func notePlace(id int) place {
	return place{
		id: id, name: "说明", kind: `type="body" sz="quarter" idx="11"`, box: standing.Note, anchor: "ctr", align: "l",
		size: 17, ink: inkQuiet, face: "+mn", prompt: "时点和口径",
	}
}

func numberPlace(id int) place {
	return place{
		id: id, name: "页码", kind: `type="sldNum" sz="quarter" idx="12"`, box: standing.Number, anchor: "ctr", align: "r",
		size: 17, ink: inkQuiet, face: "+mn", number: true,
	}
}

// The band at the left is the mark of our slides.
var band = paper.Box{W: 12, H: paper.SlideHeight}

var master = func() string {
	body := place{
		id: 3, name: "正文", kind: `type="body" idx="1"`, box: paper.Box{X: standing.Title.X, Y: 160, W: standing.Title.W, H: 490},
		anchor: "t", align: "l", size: 28, ink: inkText, face: "+mn", prompt: "单击此处编辑正文",
	}
	number := numberPlace(4)
	number.kind = `type="sldNum" sz="quarter" idx="4"`
	return opc.Head + `<p:sldMaster` + rootSpaces + `><p:cSld>` + white + `<p:spTree>` + treeHead +
		strip(5, "色带", inkOurs, band) + titlePlace(2).xml() + body.xml() + number.xml() + `</p:spTree></p:cSld>` + colorMap +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>` +
		`<p:txStyles><p:titleStyle>` + level(1, standing.TitleSize, "+mj") + `</p:titleStyle><p:bodyStyle>` + level(1, 28, "+mn") +
		`</p:bodyStyle><p:otherStyle>` + level(1, 24, "+mn") + `</p:otherStyle></p:txStyles></p:sldMaster>`
}()

// level is the style of a level of text.
func level(n int, size float64, face string) string {
	return fmt.Sprintf(`<a:lvl%[1]dpPr marL="0" indent="0" algn="l" defTabSz="914400" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:buNone/>`+
		`<a:defRPr sz="%[2]d" kern="1200">%[3]s<a:latin typeface="%[4]s-lt"/><a:ea typeface="%[4]s-ea"/><a:cs typeface="%[4]s-cs"/></a:defRPr></a:lvl%[1]dpPr>`,
		n, points(size), fill(inkText), face)
}

const colorMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"` +
	` accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`

// layout is a layout of the master.
func layout(kind, name, shapes string) string {
	if kind != "" {
		kind = ` type="` + kind + `"`
	}
	return opc.Head + `<p:sldLayout` + rootSpaces + kind + ` preserve="1"><p:cSld name="` + name + `"><p:spTree>` + treeHead + shapes +
		`</p:spTree></p:cSld>` + mapAsMaster + `</p:sldLayout>`
}

// contentLayout is that of every slide but the first: the part of the talk, the
// message, the note and the number; what is between is laid out by the slide.
var contentLayout = layout("", "内容", titlePlace(2).xml()+
	place{
		id: 3, name: "所属部分", kind: `type="body" sz="quarter" idx="10"`, box: standing.Section, anchor: "ctr", align: "l",
		size: 18, ink: inkOurs, face: "+mn", prompt: "所属部分",
	}.xml()+notePlace(4).xml()+numberPlace(5).xml())

// titleLayout opens the deck.
var titleLayout = func() string {
	const left, width = 120, 1040
	list := []place{
		{
			id: 2, name: "标题", kind: `type="ctrTitle"`, box: paper.Box{X: left, Y: 150, W: width, H: 170}, anchor: "b", align: "l",
			size: 60, ink: inkText, face: "+mj", prompt: "单击此处编辑标题",
		},
		{
			id: 3, name: "副标题", kind: `type="subTitle" idx="1"`, box: paper.Box{X: left, Y: 366, W: width, H: 44}, anchor: "t", align: "l",
			size: 28, ink: inkQuiet, face: "+mn", prompt: "副标题",
		},
		{
			id: 4, name: "署名", kind: `type="body" sz="quarter" idx="10"`, box: paper.Box{X: left, Y: 556, W: width, H: 44}, anchor: "ctr", align: "l",
			size: 28, ink: inkText, face: "+mn", prompt: "署名",
		},
		{
			id: 5, name: "日期", kind: `type="body" sz="quarter" idx="11"`, box: paper.Box{X: left, Y: 604, W: width, H: 40}, anchor: "ctr", align: "l",
			size: 24, ink: inkQuiet, face: "+mn", prompt: "日期",
		},
	}
	var shapes strings.Builder
	shapes.WriteString(strip(6, "色带", inkOurs, paper.Box{W: 36, H: paper.SlideHeight}) +
		strip(7, "横线", inkOurs, paper.Box{X: left, Y: 340, W: 120, H: 5}))
	for _, p := range list {
		shapes.WriteString(p.xml())
	}
	return layout("title", "标题", shapes.String())
}()
