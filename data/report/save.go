package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"huoshui/data"
	"huoshui/data/paper"
	"huoshui/data/paper/docx"
	"huoshui/data/paper/pdf"
	"huoshui/data/paper/pptx"
	"huoshui/data/paper/xlsx"
)

// Save writes a paper to a file, in the format its name ends in.
func Save(path string, p *paper.Paper) error {
	var write func(io.Writer) error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx":
		write = func(w io.Writer) error { return docx.Write(w, p, paper.Fonts{}) }
	case ".pdf":
		write = func(w io.Writer) error { return pdf.Write(w, p, paper.Fonts{}) }
	case ".xlsx":
		write = func(w io.Writer) error { return xlsx.Write(w, p) }
	default:
		return data.Refuse(fmt.Sprintf("“%s”的格式不支持，请存为 .docx、.pdf 或 .xlsx。", filepath.Base(path)), nil)
	}
	return data.SaveFile(path, write)
}

// SaveDeck writes a deck to a .pptx file, or to a .pdf one for rooms without
// PowerPoint.
func SaveDeck(path string, d *paper.Deck) error {
	return data.SaveFile(path, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".pdf") {
			return pdf.WriteDeck(w, d, paper.Fonts{})
		}
		return pptx.Write(w, d, paper.Fonts{})
	})
}
