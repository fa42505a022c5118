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

// Save writes a paper to a file, in the format of the file name and in the
// fonts of an office.
func Save(path string, p *paper.Paper, office data.Office) error {
	var write func(io.Writer) error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx":
		write = func(w io.Writer) error { return docx.Write(w, p, fontsOf(office)) }
	case ".pdf":
		write = func(w io.Writer) error { return pdf.Write(w, p, fontsOf(office)) }
	case ".xlsx":
		write = func(w io.Writer) error { return xlsx.Write(w, p) }
	default:
		return data.Refuse(fmt.Sprintf("“%s”的格式不支持，请存为 .docx、.pdf 或 .xlsx。", filepath.Base(path)), nil)
	}
	return data.SaveFile(path, write)
}

// SaveDeck writes a deck to a .pptx file, or to a .pdf file for rooms without
// PowerPoint.
func SaveDeck(path string, d *paper.Deck, office data.Office) error {
	return data.SaveFile(path, func(w io.Writer) error {
		if strings.EqualFold(filepath.Ext(path), ".pdf") {
			return pdf.WriteDeck(w, d, fontsOf(office))
		}
		return pptx.Write(w, d, fontsOf(office))
	})
}

// fontsBy are the fonts of a scheme, each by the setting that names it.
func fontsBy(scheme *paper.Fonts) map[string]*string {
	return map[string]*string{
		data.SettingTitleFont: &scheme.Title, data.SettingBodyFont: &scheme.Body, data.SettingHeiFont: &scheme.Hei,
		data.SettingKaiFont: &scheme.Kai, data.SettingSongFont: &scheme.Song, data.SettingLatinFont: &scheme.Latin,
	}
}

// fontsOf is the font scheme of an office.
func fontsOf(office data.Office) paper.Fonts {
	var scheme paper.Fonts
	for key, font := range fontsBy(&scheme) {
		*font = office.Fonts[key]
	}
	return scheme
}

// UsualFonts are the fonts of papers, by setting, used when the office has set
// no others.
func UsualFonts() map[string]string {
	usual, names := paper.Fonts{}.OrDefault(), map[string]string{}
	for key, font := range fontsBy(&usual) {
		names[key] = *font
	}
	return names
}
