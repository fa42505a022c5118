package paper

// Fonts are the fonts of an office: the names under which its computers have
// the faces that GB/T 9704 requires. An empty name means the default.
type Fonts struct {
	Title string // 小标宋, the paper's title
	Body  string // 仿宋, running text and headings of level 3 and 4
	Hei   string // 黑体, headings of level 1, header rows
	Kai   string // 楷体, headings of level 2
	Song  string // 宋体, tables, notes and page numbers
	Latin string // letters and digits
}

// OrDefault fills the empty names with the fonts of official templates.
func (f Fonts) OrDefault() Fonts {
	fill := func(name *string, usual string) {
		if *name == "" {
			*name = usual
		}
	}
	fill(&f.Title, "方正小标宋简体")
	fill(&f.Body, "仿宋_GB2312")
	fill(&f.Hei, "黑体")
	fill(&f.Kai, "楷体_GB2312")
	fill(&f.Song, "宋体")
	fill(&f.Latin, "Times New Roman")
	return f
}
