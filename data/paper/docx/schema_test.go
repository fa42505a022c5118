package docx_test

import (
	"path"
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// sequences are those of the parts of WordprocessingML.
var sequences = papertest.Sequences{
	"document":   "body",
	"body":       "p/tbl sectPr",
	"tbl":        "tblPr tblGrid tr",
	"tblPr":      "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
	"tblCellMar": "top left bottom right",
	"tblBorders": "top left bottom right insideH insideV",
	"tr":         "trPr tc",
	"tc":         "tcPr p",
	"tcPr":       "tcW gridSpan vMerge textDirection vAlign",
	"p":          "pPr r/fldSimple",
	"pPr": "pStyle keepNext pageBreakBefore widowControl autoSpaceDE autoSpaceDN snapToGrid spacing ind jc " +
		"outlineLvl sectPr",
	"rPr":    "rFonts spacing sz szCs lang",
	"sectPr": "footerReference pgSz pgMar cols docGrid",
	"styles": "docDefaults style",
	"style":  "name basedOn uiPriority semiHidden qFormat pPr rPr tblPr",
	"settings": "zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders " +
		"characterSpacingControl compat themeFontLang",
	"font":     "altName charset family pitch",
	"r":        "rPr t/br/tab/drawing",
	"inline":   "extent effectExtent docPr cNvGraphicFramePr graphic",
	"pic":      "nvPicPr blipFill spPr",
	"nvPicPr":  "cNvPr cNvPicPr",
	"blipFill": "blip stretch",
	"spPr":     "xfrm prstGeom",
}

func TestElementsInTheOrderOfTheSchema(t *testing.T) {
	for _, p := range []*paper.Paper{papertest.Report(), papertest.Roster(20), papertest.Mixed(), papertest.Forms(20)} {
		for name, part := range papertest.Parts(t, write(t, p, paper.Fonts{})) {
			switch {
			case strings.HasPrefix(name, "word/charts/chart"):
				papertest.ChartSequences.Check(t, name, part)
			case path.Dir(name) == "word":
				sequences.Check(t, name, part)
			}
		}
	}
}

func TestTableEndsBeforeAParagraph(t *testing.T) {
	p := &paper.Paper{Body: []paper.Block{papertest.Staffing(), papertest.Staffing()}}
	body := papertest.Parts(t, write(t, p, paper.Fonts{}))["word/document.xml"]
	if strings.Contains(body, "</w:tbl><w:tbl>") || strings.Contains(body, "</w:tbl><w:sectPr>") {
		t.Error("tables grow together, or the last has no paragraph after it")
	}
}

func TestPageOfGB9704(t *testing.T) {
	body := papertest.Parts(t, write(t, papertest.Report(), paper.Fonts{}))["word/document.xml"]
	for _, want := range []string{
		`<w:pgSz w:w="11906" w:h="16838"/>`, // 210 by 297 mm
		`w:top="2098" `,                     // 天头 37 mm
		`w:left="1588" `,                    // 订口 28 mm
		`w:bottom="1985" `,                  // 35 mm, leaving 225 mm of text
		`<w:docGrid w:type="lines" w:linePitch="579"/>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}
