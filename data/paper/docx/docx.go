// Package docx writes a paper as a Word file in the layout of GB/T 9704. It
// knows only the format, not what the paper is about.
package docx

import (
	"bufio"
	"fmt"
	"io"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// Write writes p to w as a .docx file in the given fonts.
func Write(w io.Writer, p *paper.Paper, fonts paper.Fonts) error {
	if err := p.Check(); err != nil {
		return fmt.Errorf("write docx: %w", err)
	}
	parts, err := parts(p, fonts.OrDefault())
	if err == nil {
		err = opc.Pack(w, parts)
	}
	if err != nil {
		return fmt.Errorf("write docx: %w", err)
	}
	return nil
}

func parts(p *paper.Paper, fonts paper.Fonts) ([]opc.Part, error) {
	styles, enclosed := stylesOf(fonts), enclosuresOf(p)
	beside, err := enclosed.parts(fonts)
	if err != nil {
		return nil, err
	}
	return append([]opc.Part{
		opc.Fixed("[Content_Types].xml", contentTypes(enclosed)),
		opc.Fixed("_rels/.rels", packageRels),
		opc.Fixed("docProps/core.xml", opc.CoreProperties(p)),
		opc.Fixed("docProps/app.xml", opc.AppProperties),
		{Name: "word/document.xml", Write: func(out *bufio.Writer) { writeDocument(out, p, styles, enclosed) }},
		opc.Fixed("word/styles.xml", stylesXML(styles, fonts)),
		opc.Fixed("word/settings.xml", settings),
		opc.Fixed("word/fontTable.xml", fontTable(fonts)),
		opc.Fixed("word/footer1.xml", oddFooter),
		opc.Fixed("word/footer2.xml", evenFooter),
		opc.Fixed("word/footer3.xml", blankFooter),
		opc.Fixed("word/_rels/document.xml.rels", documentRels(enclosed)),
	}, beside...), nil
}
