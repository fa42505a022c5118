// Package kit holds the widgets of the window. They know nothing of cadres or
// the database: they get texts and numbers, and report what the user does
// through callbacks.
//
// The small widgets are here, with the pages and dialogs made of them and the
// parts widgets are built from: Drawn, Strip, Popover, the keys. Larger
// widgets have their own packages, which import this one: grid, input,
// preview, chart.
package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"huoshui/assets"
)

// Our own colour names, beside those of Fyne. One theme serves the whole
// window; there are no overrides, each of which would parse the fonts again.
const (
	ColorOurs       fyne.ThemeColorName = "ours"       // deep red: what is ours to act on
	ColorOursPale   fyne.ThemeColorName = "oursPale"   // selected rows, chips
	ColorGround     fyne.ThemeColorName = "ground"     // behind everything
	ColorSide       fyne.ThemeColorName = "side"       // navigation column
	ColorSurface    fyne.ThemeColorName = "surface"    // cards, tables, bars
	ColorStripe     fyne.ThemeColorName = "stripe"     // every other table row
	ColorHeader     fyne.ThemeColorName = "header"     // table headers
	ColorLine       fyne.ThemeColorName = "line"       // borders and rules
	ColorText       fyne.ThemeColorName = "text"       // main text
	ColorSecondary  fyne.ThemeColorName = "secondary"  // explanations
	ColorFaint      fyne.ThemeColorName = "faint"      // place holders, “名单 ›”
	ColorGood       fyne.ThemeColorName = "good"       // a figure that meets its mark
	ColorDoubt      fyne.ThemeColorName = "doubt"      // something to look at
	ColorLightRed   fyne.ThemeColorName = "lightRed"   // the three lights, for nothing else
	ColorLightAmber fyne.ThemeColorName = "lightAmber" //
	ColorLightGreen fyne.ThemeColorName = "lightGreen" //
	ColorChartA     fyne.ThemeColorName = "chartA"     // first series (men, in pyramids)
	ColorChartB     fyne.ThemeColorName = "chartB"     // second series (women, in pyramids)
	ColorChartQuiet fyne.ThemeColorName = "chartQuiet" // columns that only accompany
)

// Our own text sizes, beside those of Fyne.
const (
	SizeSmall   fyne.ThemeSizeName = "small"   // notes, status line
	SizeTitle   fyne.ThemeSizeName = "title"   // page titles
	SizeNumeral fyne.ThemeSizeName = "numeral" // the number on a figure card
)

var colors = map[fyne.ThemeColorName]color.NRGBA{
	ColorOurs: rgb(0x9E1B1B), ColorOursPale: rgb(0xFAECEC),
	ColorGround: rgb(0xF4F3F0), ColorSide: rgb(0xFAF9F6), ColorSurface: rgb(0xFFFFFF),
	ColorStripe: rgb(0xFAFAF8), ColorHeader: rgb(0xF1F0EC), ColorLine: rgb(0xE2DFD8),
	ColorText: rgb(0x22262B), ColorSecondary: rgb(0x777777), ColorFaint: rgb(0xAAA69C),
	ColorGood: rgb(0x1F7A47), ColorDoubt: rgb(0xB4530F),
	ColorLightRed: rgb(0xC62828), ColorLightAmber: rgb(0xE0A100), ColorLightGreen: rgb(0x2E8B57),
	ColorChartA: rgb(0x5B7FAA), ColorChartB: rgb(0xC98B8B), ColorChartQuiet: rgb(0xD6D3C8),

	theme.ColorNameBackground:          rgb(0xF4F3F0),
	theme.ColorNameForeground:          rgb(0x22262B),
	theme.ColorNamePrimary:             rgb(0x9E1B1B),
	theme.ColorNameHyperlink:           rgb(0x9E1B1B),
	theme.ColorNameFocus:               rgba(0x9E1B1B, 0x55),
	theme.ColorNameSelection:           rgba(0x9E1B1B, 0x33),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0xCFCBC2),
	theme.ColorNamePlaceHolder:         rgb(0xAAA69C),
	theme.ColorNameDisabled:            rgb(0x777777),
	theme.ColorNameButton:              rgb(0xFFFFFF),
	theme.ColorNameDisabledButton:      rgb(0xF1F0EC),
	theme.ColorNameHover:               rgba(0x22262B, 0x0C),
	theme.ColorNamePressed:             rgba(0x22262B, 0x1E),
	theme.ColorNameSeparator:           rgb(0xE2DFD8),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameHeaderBackground:    rgb(0xF1F0EC),
	theme.ColorNameScrollBar:           rgba(0x22262B, 0x55),
	theme.ColorNameScrollBarBackground: rgba(0x22262B, 0x00),
	theme.ColorNameShadow:              rgba(0x000000, 0x22),
	theme.ColorNameError:               rgb(0xC62828),
	theme.ColorNameSuccess:             rgb(0x1F7A47),
	theme.ColorNameWarning:             rgb(0xB4530F),
}

var sizes = map[fyne.ThemeSizeName]float32{
	SizeSmall: 13, SizeTitle: 21, SizeNumeral: 34,
	theme.SizeNameText:            15,
	theme.SizeNameCaptionText:     13,
	theme.SizeNameSubHeadingText:  17,
	theme.SizeNameHeadingText:     21,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    8,
	theme.SizeNameInputRadius:     4,
	theme.SizeNameSelectionRadius: 3,
	theme.SizeNameScrollBar:       12,
	theme.SizeNameScrollBarSmall:  4,
}

var (
	fontRegular = fyne.NewStaticResource("regular.otf", assets.FontRegular)
	fontBold    = fyne.NewStaticResource("bold.otf", assets.FontBold)
)

// Theme is the only theme of the program: light, with little empty space and
// the embedded Chinese fonts. It ignores the dark mode of the system, because
// papers and projectors are white.
type Theme struct{}

// Color returns the program's colours, and Fyne's light ones for the rest.
func (Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := colors[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

// Font returns the embedded Chinese font, regular or bold. Italic and
// monospaced text uses the same font: Chinese office texts have no italics,
// and another font would not align with this one.
func (Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return fontBold
	default:
		return fontRegular
	}
}

// Icon returns Fyne's icons.
func (Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns the program's sizes, and Fyne's for the rest.
func (Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
