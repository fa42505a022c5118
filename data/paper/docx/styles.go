package docx

import (
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// The styles of a paper, by their ids in the file.
const (
	styleNormal     = "Normal"
	styleBody       = "GongWenZhengWen"
	styleTitle      = "Title"
	styleSubtitle   = "Subtitle"
	styleSecret     = "MiJi"
	styleCaption    = "Caption"
	styleTableHead  = "BiaoTou"
	styleTableText  = "BiaoGeWenZi"
	styleSmallHead  = "XiaoBiaoTou"
	styleSmallText  = "XiaoBiaoGeWenZi"
	styleForm       = "BiaoDanWenZi"
	styleFigure     = "Tu"
	styleFigureName = "TuTi"
	styleAfter      = "BiaoHou"
	styleSign       = "ShuMing"
	styleNote       = "ZhuShi"
	styleFooter     = "Footer"
)

// The sizes of text in tables in points, on pages that stand and that lie.
const (
	tableTextSize = 12
	smallTextSize = 10.5
)

// headings are the styles of heading levels 1 to 4.
var headings = [...]string{"Heading1", "Heading2", "Heading3", "Heading4"}

// style is a paragraph style. All but Normal are based on Normal.
type style struct {
	id, name string
	face     string // Chinese face
	latin    string // face of letters and digits, if not the scheme's
	size     int    // in half points
	tight    int    // letter-spacing in twips
	para     string // paragraph properties, in the order of the schema
}

// Pieces of paragraph properties that several styles share.
const (
	twoCharsIn = `<w:ind w:firstLineChars="200" w:firstLine="630"/>`
	offGrid    = `<w:snapToGrid w:val="0"/>`
	centred    = `<w:jc w:val="center"/>`

	// unspaced keeps Word from widening a date between digits and characters,
	// whose place is reckoned from its length.
	unspaced = `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>`
)

func outline(level int) string { return fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, level-1) }

func exactly(line int) string {
	return fmt.Sprintf(`<w:spacing w:line="%d" w:lineRule="exact"/>`, line)
}

// stylesOf lists the styles in the given fonts, Normal first. Tables on pages that
// lie on their side have smaller print for their many columns.
func stylesOf(f paper.Fonts) []style {
	normal := `<w:widowControl w:val="0"/>` + exactly(lineHeight) + `<w:jc w:val="both"/>`
	inTable, inSmallTable := offGrid+exactly(400)+centred, offGrid+exactly(300)+centred
	heading := func(level int, face string) style {
		return style{
			id: headings[level-1], name: fmt.Sprintf("heading %d", level), face: face, size: 32, tight: tightening,
			para: `<w:keepNext/>` + twoCharsIn + outline(level),
		}
	}
	return []style{
		{id: styleNormal, name: "Normal", face: f.Body, size: 32, tight: tightening, para: normal},
		{id: styleBody, name: "公文正文", face: f.Body, size: 32, tight: tightening, para: twoCharsIn},
		heading(1, f.Hei), heading(2, f.Kai), heading(3, f.Body), heading(4, f.Body),
		{id: styleTitle, name: "Title", face: f.Title, size: 44, para: `<w:keepNext/>` + offGrid + centred},
		{id: styleSubtitle, name: "Subtitle", face: f.Kai, size: 32, tight: tightening, para: `<w:keepNext/>` + centred},
		{id: styleSecret, name: "密级", face: f.Hei, size: 32, tight: tightening, para: `<w:keepNext/>`},
		{id: styleCaption, name: "caption", face: f.Hei, size: 28, para: `<w:keepNext/>` + centred},
		{id: styleTableHead, name: "表头", face: f.Hei, size: 24, para: `<w:keepNext/>` + inTable},
		{id: styleTableText, name: "表格文字", face: f.Song, size: 2 * tableTextSize, para: inTable},
		{id: styleSmallHead, name: "小表头", face: f.Hei, size: 21, para: `<w:keepNext/>` + inSmallTable},
		{id: styleSmallText, name: "小表格文字", face: f.Song, size: 2 * smallTextSize, para: inSmallTable},
		{id: styleForm, name: "表单文字", face: f.Song, latin: f.Song, size: 28, para: offGrid + exactly(300) + centred},
		{id: styleFigure, name: "图", face: f.Song, size: 10, para: offGrid + `<w:spacing w:line="240" w:lineRule="auto"/>` + centred},
		{id: styleFigureName, name: "图题", face: f.Hei, size: 28, para: centred},
		{id: styleAfter, name: "表后", face: f.Song, size: 10, para: offGrid + exactly(120)},
		{id: styleNote, name: "注释", face: f.Song, size: 24, para: offGrid + exactly(400) + `<w:ind w:firstLineChars="200" w:firstLine="480"/>`},
		{id: styleSign, name: "署名", face: f.Body, size: 32, tight: tightening, para: unspaced + `<w:jc w:val="right"/>`},
		{id: styleFooter, name: "footer", face: f.Song, latin: f.Song, size: 28, para: offGrid},
	}
}

// stylesXML is word/styles.xml.
func stylesXML(styles []style, f paper.Fonts) string {
	var out strings.Builder
	fmt.Fprintf(&out, `%s<w:styles%s><w:docDefaults><w:rPrDefault><w:rPr>%s`+
		`<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
		opc.Head, rootSpaces, faces(f.Latin, f.Body))
	for i, s := range styles {
		s.write(&out, i == 0, f.Latin)
	}
	out.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">` +
		`<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>` +
		`<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>` +
		`<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>` +
		`<w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>`)
	return out.String()
}

func (s style) write(out *strings.Builder, first bool, latin string) {
	if s.latin != "" {
		latin = s.latin
	}
	standing, base := "", `<w:basedOn w:val="`+styleNormal+`"/>`
	if first {
		standing, base = ` w:default="1"`, ""
	}
	fmt.Fprintf(out, `<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s<w:qFormat/>`+
		`<w:pPr>%s</w:pPr><w:rPr>%s<w:spacing w:val="%d"/><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`,
		standing, s.id, s.name, base, s.para, faces(latin, s.face), s.tight, s.size, s.size)
}

// faces names the fonts of a style.
func faces(latin, chinese string) string {
	latin, chinese = opc.Escape(paper.Clean(latin)), opc.Escape(paper.Clean(chinese))
	return fmt.Sprintf(`<w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/>`, latin, latin, chinese, latin)
}
