package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

func ink(name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(theme.Color(name)).(color.NRGBA)
}

// seriesInk is the colour of the i-th of a few lines, far apart.
func seriesInk(i int) color.NRGBA {
	a, b, dark := ink(kit.ColorChartA), ink(kit.ColorChartB), ink(kit.ColorText)
	inks := []color.NRGBA{a, b, mix(a, dark, 0.5), mix(b, dark, 0.45)}
	return inks[i%len(inks)]
}

// partInk is the colour of the i-th part of a whole: parts are mostly steps of
// one scale, so they run from strong over pale to the other colour.
func partInk(i int) color.NRGBA {
	a, b := ink(kit.ColorChartA), ink(kit.ColorChartB)
	white, dark := ink(kit.ColorSurface), ink(kit.ColorText)
	inks := []color.NRGBA{
		a, mix(a, white, 0.42), ink(kit.ColorChartQuiet), mix(b, white, 0.45), b,
		mix(a, dark, 0.45), mix(b, dark, 0.4), mix(ink(kit.ColorChartQuiet), dark, 0.35), mix(a, white, 0.72),
	}
	return inks[i%len(inks)]
}

// inkOf is the datum's own colour, or the one it gets from its place.
func inkOf(d Datum, fallback color.NRGBA) color.NRGBA {
	switch {
	case d.Color != "":
		return ink(d.Color)
	case d.Emphasised:
		return ink(kit.ColorOurs)
	default:
		return fallback
	}
}

// mix moves a colour towards another by the given part.
func mix(from, to color.NRGBA, part float64) color.NRGBA {
	blend := func(a, b uint8) uint8 { return uint8(float64(a)*(1-part) + float64(b)*part) }
	return color.NRGBA{R: blend(from.R, to.R), G: blend(from.G, to.G), B: blend(from.B, to.B), A: from.A}
}

// hot is the colour of a mark that is pointed at.
func hot(c color.NRGBA) color.NRGBA { return mix(c, ink(kit.ColorText), 0.22) }

// luminance is how bright a colour looks, from 0 to 1.
func luminance(c color.NRGBA) float64 {
	return (0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)) / 255
}

// inkOn is a text colour that can be read on the given ground.
func inkOn(ground color.NRGBA) color.NRGBA {
	if luminance(ground) < 0.68 {
		return ink(kit.ColorSurface)
	}
	return ink(kit.ColorText)
}
