// Package assets holds the files that ship inside the program.
package assets

import _ "embed"

// FontRegular is Noto Sans CJK SC Regular cut down to the characters the
// program can meet, as a CFF OpenType font. fonts/README.md says what is in it.
//
//go:embed fonts/NotoSansCJKsc-Regular.otf
var FontRegular []byte

// FontBold is the bold companion of FontRegular with the same characters.
// Fyne does not embolden by itself.
//
//go:embed fonts/NotoSansCJKsc-Bold.otf
var FontBold []byte

// FontLicense is the SIL Open Font License both fonts come under; it has to
// travel with them and be readable by the user.
//
//go:embed fonts/OFL.txt
var FontLicense string

// The faces of PDF files, as TrueType fonts, which gopdf asks for: Noto Serif CJK
// SC with every character of FontRegular but a few, and for headings its bold and
// Noto Sans CJK SC with the common characters only. They stand in for the faces
// of GB/T 9704 on a computer that lacks those.
var (
	//go:embed fonts/NotoSerifCJKsc-Regular.ttf
	FontSong []byte
	//go:embed fonts/NotoSerifCJKsc-Bold.ttf
	FontTitle []byte
	//go:embed fonts/NotoSansCJKsc-Regular.ttf
	FontHei []byte
)
