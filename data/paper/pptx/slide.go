package pptx

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/opc"
)

// slide is one slide being written.
type slide struct {
	out    strings.Builder
	layout int // 1 for the title slide, 2 for all others
	shapes int
	charts []framed
}

// framed is a chart on a slide.
type framed struct {
	chart  paper.Chart
	number int // in the package
	size   float64
}

// chartSize is the size of the words of a chart in points; half a slide leaves
// less room.
const (
	chartSize     = 16
	chartSizeHalf = 13
)

// titleSlide opens the deck.
func titleSlide(d *paper.Deck) *slide {
	s := &slide{layout: 1}
	s.placeholder("标题", `type="ctrTitle"`, d.Title)
	s.placeholder("副标题", `type="subTitle" idx="1"`, d.Subtitle)
	s.placeholder("署名", `type="body" idx="10"`, d.Sign)
	s.placeholder("日期", `type="body" idx="11"`, d.Date)
	return s
}

// contentSlide lays out one page of the deck; so many charts were before it.
func contentSlide(page paper.Slide, chartsBefore int) *slide {
	s := &slide{layout: 2}
	l := page.Layout()
	s.title(page.Title, l)
	s.placeholder("所属部分", `type="body" idx="10"`, page.Section)
	s.cards(page.Cards, l.Cards)
	for i, c := range page.Charts {
		f := framed{chart: c, number: chartsBefore + i + 1, size: chartSize}
		if len(page.Charts) > 1 {
			f.size = chartSizeHalf
		}
		s.charts = append(s.charts, f)
		s.chart(f, i, l.Charts[i])
	}
	if page.Table != nil {
		s.table(page.Table, l.Table)
	}
	for i, light := range page.Lights {
		s.light(light, l.Lights[i])
	}
	s.placeholder("说明", `type="body" idx="11"`, page.Note)
	s.number()
	return s
}

func (s *slide) put(parts ...string) {
	for _, part := range parts {
		s.out.WriteString(part)
	}
}

// named begins a shape: its number and name, and what else is said of it.
func (s *slide) named(kind, name, described, rest string) {
	s.shapes++
	if described != "" {
		described = ` descr="` + clean(described) + `"`
	}
	fmt.Fprintf(&s.out, `<p:%s><p:cNvPr id="%d" name="%s %d"%s/>%s</p:%s>`, kind, s.shapes+1, name, s.shapes, described, rest, kind)
}

// placeholder fills a place of the layout; without text it is left out.
func (s *slide) placeholder(name, place, text string) {
	if text != "" {
		s.fill(name, place, `<p:spPr/>`, "", text)
	}
}

// title fills the place of the title, which has two lines or smaller letters
// where it is long.
func (s *slide) title(text string, l paper.Layout) {
	s.fill("标题", `type="title"`, `<p:spPr><a:xfrm>`+xfrm(l.Title)+`</a:xfrm></p:spPr>`, fmt.Sprintf(` sz="%d"`, points(l.TitleSize)), text)
}

// fill fills a place of the layout, moved by form and its letters changed by the
// attributes in look.
func (s *slide) fill(name, place, form, look, text string) {
	s.put(`<p:sp>`)
	s.named("nvSpPr", name, "", `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph `+place+`/></p:nvPr>`)
	s.put(form, `<p:txBody><a:bodyPr/><a:lstStyle/>`)
	for paragraph := range strings.SplitSeq(paper.Clean(text), "\n") {
		s.put(`<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"`, look, ` dirty="0"/><a:t>`, clean(paragraph), `</a:t></a:r></a:p>`)
	}
	s.put(`</p:txBody></p:sp>`)
}

// number is the field of the slide's own number.
func (s *slide) number() {
	s.put(`<p:sp>`)
	s.named("nvSpPr", "页码", "", `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr>`)
	s.put(`<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>`, numberField, `</a:p></p:txBody></p:sp>`)
}

// shape draws an outline with text in it.
func (s *slide) shape(name, described string, box paper.Box, f form, b body) {
	s.put(`<p:sp>`)
	s.named("nvSpPr", name, described, `<p:cNvSpPr/><p:nvPr/>`)
	s.put(f.xml(box), b.xml(), `</p:sp>`)
}

// chart frames the i-th chart of the slide.
func (s *slide) chart(f framed, i int, box paper.Box) {
	s.put(`<p:graphicFrame>`)
	s.named("nvGraphicFramePr", "图", f.chart.Caption, `<p:cNvGraphicFramePr/><p:nvPr/>`)
	s.put(`<p:xfrm>`, xfrm(box), `</p:xfrm>`, chartml.Graphic(chartRel(i)), `</p:graphicFrame>`)
}

// chartRel is the relationship to the i-th chart of a slide; the layout and the
// notes come first.
func chartRel(i int) string { return fmt.Sprintf("rId%d", 3+i) }

// parts are the slide, its page of notes and their relationships.
func (s *slide) parts(number int, remarks []string) []opc.Part {
	rels := relation("rId1", "slideLayout", fmt.Sprintf("../slideLayouts/slideLayout%d.xml", s.layout)) +
		relation("rId2", "notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", number))
	for i, c := range s.charts {
		rels += relation(chartRel(i), "chart", fmt.Sprintf("../charts/chart%d.xml", c.number))
	}
	return []opc.Part{
		opc.Fixed(slideName(number), opc.Head+`<p:sld`+rootSpaces+`><p:cSld><p:spTree>`+treeHead+s.out.String()+
			`</p:spTree></p:cSld>`+mapAsMaster+`</p:sld>`),
		opc.Fixed(fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", number), relsOpen+rels+`</Relationships>`),
		opc.Fixed(notesName(number), notes(remarks)),
		opc.Fixed(fmt.Sprintf("ppt/notesSlides/_rels/notesSlide%d.xml.rels", number), relsOpen+
			relation("rId1", "notesMaster", "../notesMasters/notesMaster1.xml")+
			relation("rId2", "slide", fmt.Sprintf("../slides/slide%d.xml", number))+`</Relationships>`),
	}
}

// treeHead opens every tree of shapes.
const treeHead = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
	`<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

const mapAsMaster = `<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`

const numberField = `<a:fld id="{6E7A1C52-3B1D-4C55-9C7C-6C8D1A2B3C4D}" type="slidenum"><a:rPr lang="zh-CN" altLang="en-US"/><a:t>‹#›</a:t></a:fld>`
