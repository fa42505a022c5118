package report

import "huoshui/data/paper"

// formLayout is one of the official layouts of the 任免审批表: pages, grids and
// heights of rows in twips, sizes of text in points. Sources: the editor's own
// templates (A4, B5) and the layout of 2025.
type formLayout struct {
	front, back               paper.Page
	size, titleSize           float64
	frontGrid, backGrid       []int
	name, nation, party, pro  int // front: heights of the first four rows
	study, post, resume       int
	rewards, appraisal, cause int // back
	familyHead, family        int
	reporter, reported, seal  int
	retire                    bool // states 到龄时间 (2025)
}

const familyRows = 7 // of the printed form

// The layouts of the form, as the window offers them.
const (
	FormA4     = "A4"
	FormA42025 = "A4（2025 版）"
	FormB5     = "B5"
	FormB52025 = "B5（2025 版）"
)

var formOptions = []string{FormA4, FormA42025, FormB5, FormB52025}

var formA4 = formLayout{
	front: paper.Page{Width: 11907, Height: 16840, Top: 629, Right: 1134, Bottom: 680, Left: 1247, Unnumbered: true},
	back:  paper.Page{Width: 11907, Height: 16840, Top: 1621, Right: 1134, Bottom: 567, Left: 1191, Unnumbered: true},
	size:  14, titleSize: 24,
	frontGrid: []int{784, 236, 1305, 1063, 1302, 1315, 1330, 2058},
	backGrid:  []int{742, 1092, 1274, 574, 1008, 98, 784, 3849},
	name:      709, nation: 692, party: 680, pro: 709, study: 346, post: 709, resume: 7133,
	rewards: 1418, appraisal: 1021, cause: 1361, familyHead: 646, family: 697, reporter: 1332, reported: 737, seal: 2019,
}

var formB5 = formLayout{
	front: paper.Page{Width: 10318, Height: 14570, Top: 595, Right: 1050, Bottom: 600, Left: 1106, Unnumbered: true},
	back:  paper.Page{Width: 10318, Height: 14570, Top: 1372, Right: 1050, Bottom: 567, Left: 992, Unnumbered: true},
	size:  12, titleSize: 22,
	frontGrid: []int{686, 210, 1134, 896, 1120, 1148, 1133, 1806},
	backGrid:  []int{644, 952, 1134, 448, 877, 89, 630, 3359},
	name:      624, nation: 601, party: 601, pro: 601, study: 295, post: 624, resume: 6163,
	rewards: 1191, appraisal: 907, cause: 1157, familyHead: 595, family: 601, reporter: 1077, reported: 703, seal: 1786,
}

// of2025 states 到龄时间 and moves 健康状况 down a row.
func of2025(l formLayout, backTop, backLeft int) formLayout {
	l.retire, l.pro = true, l.party
	l.back.Top, l.back.Left = backTop, backLeft
	return l
}

var formLayouts = map[string]formLayout{
	FormA4:     formA4,
	FormA42025: of2025(formA4, 1576, 1276),
	FormB5:     formB5,
	FormB52025: of2025(formB5, formB5.back.Top, formB5.back.Left),
}
