package pptx

import (
	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// digits are the letters and digits of slides below the title: those of papers
// are too thin for a projector.
const digits = "Arial"

// theme holds the colours of the window and the faces of the office: titles in
// 小标宋, all else in 黑体.
func theme(fonts paper.Fonts) string {
	color := func(name, rgb string) string {
		return `<a:` + name + `><a:srgbClr val="` + rgb + `"/></a:` + name + `>`
	}
	face := func(name, latin, chinese string) string {
		return `<a:` + name + `><a:latin typeface="` + opc.Escape(paper.Clean(latin)) + `"/><a:ea typeface="` + opc.Escape(paper.Clean(chinese)) +
			`"/><a:cs typeface=""/></a:` + name + `>`
	}
	const plain = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	const stroke = `<a:ln w="9525">` + plain + `<a:prstDash val="solid"/></a:ln>`
	const effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	return opc.Head + `<a:theme xmlns:a="` + drawSpace + `" name="活水"><a:themeElements><a:clrScheme name="活水">` +
		color("dk1", "22262B") + color("lt1", "FFFFFF") + color("dk2", "5B5B57") + color("lt2", "F4F3F0") +
		color("accent1", "9E1B1B") + color("accent2", "5B7FAA") + color("accent3", "C98B8B") +
		color("accent4", "D6D3C8") + color("accent5", "3E526A") + color("accent6", "7D5D5F") +
		color("hlink", "9E1B1B") + color("folHlink", "7D5D5F") + `</a:clrScheme><a:fontScheme name="活水">` +
		face("majorFont", fonts.Latin, fonts.Title) + face("minorFont", digits, fonts.Hei) + `</a:fontScheme><a:fmtScheme name="活水">` +
		`<a:fillStyleLst>` + plain + plain + plain + `</a:fillStyleLst>` +
		`<a:lnStyleLst>` + stroke + stroke + stroke + `</a:lnStyleLst>` +
		`<a:effectStyleLst>` + effect + effect + effect + `</a:effectStyleLst>` +
		`<a:bgFillStyleLst>` + plain + plain + plain + `</a:bgFillStyleLst>` +
		`</a:fmtScheme></a:themeElements></a:theme>`
}
