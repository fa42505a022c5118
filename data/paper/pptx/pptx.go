// Package pptx writes a deck as a PowerPoint file: 16:9 slides with native
// text, tables and charts, so that the office can edit them. It knows only the
// format, not what the slides are about.
package pptx

import (
	"fmt"
	"io"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/opc"
)

// Write writes d to w as a .pptx file in the given fonts: titles in the font
// of paper titles, everything else in 黑体, which is read best from a distance.
func Write(w io.Writer, d *paper.Deck, fonts paper.Fonts) error {
	if err := d.Check(); err != nil {
		return fmt.Errorf("write pptx: %w", err)
	}
	parts, err := parts(d, fonts.OrDefault())
	if err != nil {
		return fmt.Errorf("write pptx: %w", err)
	}
	if err := opc.Pack(w, parts); err != nil {
		return fmt.Errorf("write pptx: %w", err)
	}
	return nil
}

// parts are those of the package. Slide 1 is the title slide; every slide has a
// page of notes with the same number.
func parts(d *paper.Deck, fonts paper.Fonts) ([]opc.Part, error) {
	pages := d.Pages()
	var slides, charts []opc.Part
	add := func(number int, s *slide, remarks []string) error {
		slides = append(slides, s.parts(number, remarks)...)
		for _, c := range s.charts {
			more, err := chartml.Parts("ppt", c.number, c.chart, chartml.Style{Size: c.size, Title: true})
			if err != nil {
				return err
			}
			charts = append(charts, more...)
		}
		return nil
	}
	if err := add(1, titleSlide(d), nil); err != nil {
		return nil, err
	}
	drawn := 0
	for i, page := range pages {
		s := contentSlide(page, drawn)
		drawn += len(s.charts)
		if err := add(i+2, s, page.Remarks); err != nil {
			return nil, err
		}
	}
	n := len(pages) + 1
	list := []opc.Part{
		opc.Fixed("[Content_Types].xml", contentTypes(n, drawn)),
		opc.Fixed("_rels/.rels", packageRels),
		opc.Fixed("docProps/core.xml", opc.CoreProperties(&paper.Paper{Title: d.Title, Made: d.Made})),
		opc.Fixed("docProps/app.xml", opc.AppProperties),
		opc.Fixed("ppt/presentation.xml", presentation(n)),
		opc.Fixed("ppt/_rels/presentation.xml.rels", presentationRels(n)),
		opc.Fixed("ppt/theme/theme1.xml", theme(fonts)),
		opc.Fixed("ppt/theme/theme2.xml", theme(fonts)),
		opc.Fixed("ppt/slideMasters/slideMaster1.xml", master),
		opc.Fixed("ppt/slideMasters/_rels/slideMaster1.xml.rels", masterRels),
		opc.Fixed("ppt/slideLayouts/slideLayout1.xml", titleLayout),
		opc.Fixed("ppt/slideLayouts/_rels/slideLayout1.xml.rels", layoutRels),
		opc.Fixed("ppt/slideLayouts/slideLayout2.xml", contentLayout),
		opc.Fixed("ppt/slideLayouts/_rels/slideLayout2.xml.rels", layoutRels),
		opc.Fixed("ppt/notesMasters/notesMaster1.xml", notesMaster),
		opc.Fixed("ppt/notesMasters/_rels/notesMaster1.xml.rels", notesMasterRels),
	}
	return append(append(list, slides...), charts...), nil
}

// clean is a text on one line, fit to stand in XML.
func clean(text string) string {
	return opc.Escape(strings.NewReplacer("\n", " ", "\t", " ").Replace(paper.Clean(text)))
}
