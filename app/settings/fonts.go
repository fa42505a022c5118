package settings

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/report"
)

// longestFont is the length of a font's name in characters that Word takes.
const longestFont = 31

// newFonts shows the font scheme of the office's papers (字体方案). Where a field
// is empty the font stands that official templates use.
func (w *Workspace) newFonts() fyne.CanvasObject {
	usual := report.UsualFonts()
	var fields []input.Field
	for _, key := range data.FontSettings() {
		field := input.NewText(key)
		field.SetPlaceHolder(usual[key])
		w.fields[key] = field
		fields = append(fields, field)
	}
	return kit.NewPanel("材料字体　不填用公文常用字体；要换，填 Word 里的字体名，如 华文中宋", nil, input.NewForm(numberColumns, fields...))
}

// fontsSound says in place which name of a font is too long to be one.
func (w *Workspace) fontsSound() bool {
	sound := true
	for _, key := range data.FontSettings() {
		field := w.fields[key]
		field.SetProblem("")
		if utf8.RuneCountInString(field.Value()) > longestFont {
			field.SetProblem("字体名最多 31 个字")
			sound = false
		}
	}
	return sound
}
