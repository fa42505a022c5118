package kit

import (
	_ "embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

//go:embed chinese.json
var chinese []byte

// Chinese makes Fyne's own words Chinese whatever the language of the system
// is: it registers them as the translation of that very language. Call it
// before the first window is made.
func Chinese() error {
	name := lang.SystemLocale().LanguageString() + ".json"
	return lang.AddTranslations(fyne.NewStaticResource(name, chinese))
}
