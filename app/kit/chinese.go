package kit

import (
	_ "embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

//go:embed chinese.json
var chinese []byte

// Chinese makes Fyne's own texts Chinese, whatever the language of the system
// is: it registers the Chinese texts as the translation for the language of
// the system. Call it before the program makes the first window.
func Chinese() error {
	name := lang.SystemLocale().LanguageString() + ".json"
	return lang.AddTranslations(fyne.NewStaticResource(name, chinese))
}
