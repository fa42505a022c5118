package pptx_test

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// sequences are those of PresentationML and of the DrawingML in it.
var sequences = papertest.Sequences{
	"presentation":     "sldMasterIdLst notesMasterIdLst sldIdLst sldSz notesSz",
	"sldMaster":        "cSld clrMap sldLayoutIdLst txStyles",
	"sldLayout":        "cSld clrMapOvr",
	"notesMaster":      "cSld clrMap notesStyle",
	"notes":            "cSld clrMapOvr",
	"sld":              "cSld clrMapOvr",
	"cSld":             "bg spTree",
	"bgPr":             "solidFill effectLst",
	"spTree":           "nvGrpSpPr grpSpPr sp/graphicFrame",
	"sp":               "nvSpPr spPr txBody",
	"nvSpPr":           "cNvPr cNvSpPr nvPr",
	"spPr":             "xfrm prstGeom noFill/solidFill ln",
	"xfrm":             "off ext chOff chExt",
	"ln":               "noFill/solidFill prstDash",
	"graphicFrame":     "nvGraphicFramePr xfrm graphic",
	"nvGraphicFramePr": "cNvPr cNvGraphicFramePr nvPr",
	"txBody":           "bodyPr lstStyle p",
	"p":                "pPr r/fld endParaRPr",
	"pPr":              "lnSpc spcBef buNone",
	"lvl1pPr":          "lnSpc spcBef buNone defRPr",
	"r":                "rPr t",
	"fld":              "rPr t",
	"rPr":              "solidFill latin ea",
	"defRPr":           "solidFill latin ea cs",
	"tbl":              "tblPr tblGrid tr",
	"tc":               "txBody tcPr",
	"tcPr":             "lnL lnR lnT lnB noFill/solidFill",
	"theme":            "themeElements",
	"themeElements":    "clrScheme fontScheme fmtScheme",
	"clrScheme":        "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink",
	"fontScheme":       "majorFont minorFont",
	"majorFont":        "latin ea cs",
	"fmtScheme":        "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst",
	"txStyles":         "titleStyle bodyStyle otherStyle",
}

func TestElementsInTheOrderOfTheSchema(t *testing.T) {
	for name, part := range parts(t, papertest.Deck()) {
		switch {
		case !strings.HasPrefix(name, "ppt/") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".xlsx"):
		case strings.HasPrefix(name, "ppt/charts/"):
			papertest.ChartSequences.Check(t, name, part)
		default:
			sequences.Check(t, name, part)
		}
	}
}

// A part that nothing leads to, that is not declared, or a way that leads
// nowhere, is a damaged file.
func TestEveryPartIsDeclaredAndReached(t *testing.T) {
	all := parts(t, papertest.Deck())
	types := all["[Content_Types].xml"]
	reached := map[string]bool{"[Content_Types].xml": true}
	for name, part := range all {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		reached[name] = true
		from := path.Dir(path.Dir(name))
		papertest.Walk(t, part, func(token xml.Token) {
			start, ok := token.(xml.StartElement)
			if !ok || start.Name.Local != "Relationship" {
				return
			}
			target := path.Join(from, attribute(start, "Target"))
			if _, ok := all[target]; !ok {
				t.Errorf("%s leads to %s, which is not there", name, target)
			}
			reached[target] = true
		})
	}
	for name := range all {
		if !reached[name] {
			t.Errorf("nothing leads to %s", name)
		}
		if !strings.HasSuffix(name, ".rels") && !strings.HasSuffix(name, ".xlsx") && name != "[Content_Types].xml" &&
			!strings.Contains(types, `PartName="/`+name+`"`) {
			t.Errorf("%s is not declared", name)
		}
	}
}

func TestRelationsUsedAreThere(t *testing.T) {
	all := parts(t, papertest.Deck())
	for name, part := range all {
		if !strings.HasPrefix(name, "ppt/slides/slide") {
			continue
		}
		rels := all["ppt/slides/_rels/"+path.Base(name)+".rels"]
		var ids []string
		papertest.Walk(t, part, func(token xml.Token) {
			start, ok := token.(xml.StartElement)
			if !ok {
				return
			}
			if id := attribute(start, "id"); start.Name.Local == "cNvPr" {
				if slices.Contains(ids, id) {
					t.Errorf("%s: two shapes with number %s", name, id)
				}
				ids = append(ids, id)
			} else if start.Name.Local == "chart" && !strings.Contains(rels, `Id="`+id+`"`) {
				t.Errorf("%s: no relationship %s", name, id)
			}
		})
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parts(t *testing.T, d *paper.Deck) map[string]string {
	t.Helper()
	return papertest.Parts(t, write(t, d, paper.Fonts{}))
}
