package docx

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/opc"
)

// wider names, for faces that hold the characters of GB 2312 alone, the nearest
// face with more. Without it Word takes any font for a rare character in a name.
var wider = map[string]string{
	"仿宋_GB2312": "仿宋",
	"楷体_GB2312": "楷体",
	"方正小标宋简体":   "华文中宋",
}

// beyond holds the characters outside the basic plane (CJK extension B on).
const beyond = "SimSun-ExtB"

// altNames are what Word takes, in this order, on a computer without the face.
var altNames = map[string]string{
	"仿宋_GB2312": "仿宋,FangSong",
	"楷体_GB2312": "楷体,KaiTi",
	"方正小标宋简体":   "方正小标宋_GBK,华文中宋",
	"方正小标宋_GBK": "方正小标宋简体,华文中宋",
	"仿宋":        "FangSong",
	"楷体":        "KaiTi",
	"黑体":        "SimHei",
	"宋体":        "SimSun",
	"华文中宋":      "STZhongsong",
}

// fontTable is word/fontTable.xml: every face the paper may use, once.
func fontTable(f paper.Fonts) string {
	var out strings.Builder
	out.WriteString(opc.Head + `<w:fonts` + rootSpaces + `>`)
	names := []string{f.Title, f.Body, f.Hei, f.Kai, f.Song}
	for _, name := range names {
		if wide, ok := wider[name]; ok {
			names = append(names, wide)
		}
	}
	seen := map[string]bool{}
	for _, name := range append(names, beyond, f.Latin) {
		if seen[name] {
			continue
		}
		seen[name] = true
		out.WriteString(fontEntry(name, name != f.Latin))
	}
	out.WriteString(`</w:fonts>`)
	return out.String()
}

func fontEntry(name string, chinese bool) string {
	entry := `<w:font w:name="` + opc.Escape(paper.Clean(name)) + `">`
	if alt, ok := altNames[name]; ok {
		entry += `<w:altName w:val="` + alt + `"/>`
	}
	charset := "00"
	if chinese {
		charset = "86" // GB 2312
	}
	return entry + `<w:charset w:val="` + charset + `"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`
}

// faceOf is the face r must be set in where the style's face is usual. An empty
// answer means the style's face will do.
func faceOf(r rune, usual string) string {
	if r < 0x80 || gb2312()[r] {
		return ""
	}
	if r > 0xffff && unicode.Is(unicode.Han, r) {
		return beyond
	}
	return wider[usual]
}

// gb2312 is the set of characters in GB 2312, read off the coder of GBK, whose
// codes from A1A1 to F7FE are those of GB 2312.
var gb2312 = sync.OnceValue(func() map[rune]bool {
	set := make(map[rune]bool, 7500)
	decoder := simplifiedchinese.GBK.NewDecoder()
	for high := byte(0xa1); high <= 0xf7; high++ {
		for low := byte(0xa1); low <= 0xfe; low++ {
			text, err := decoder.String(string([]byte{high, low}))
			if err != nil {
				continue
			}
			for _, r := range text {
				set[r] = true
			}
		}
	}
	delete(set, unicode.ReplacementChar)
	return set
})
