package xlsx

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// look is the appearance of a cell.
type look int

const (
	lookSecret look = iota
	lookTitle
	lookSubtitle
	lookCaption
	lookHead
	lookBand
	lookCenter
	lookLeft
	lookRight
	lookNumber
	lookMirrored
	lookUnder
	lookChart
	lookNote
	lookHeading
	lookProse
	lookSign
	lookCount
)

// The faces every Windows has; a workbook has no substitutes to offer.
const (
	song = "宋体"
	hei  = "黑体"
)

// asText is Excel's own number format for text: what is typed into such a cell
// later stays as typed, identity numbers among it.
const asText = "@"

// mirrored shows the left side of a pyramid, which is negative, without a minus.
const mirrored = "General;General"

// design is what makes up a look.
type design struct {
	face   string
	size   float64
	align  string
	boxed  bool
	shade  string
	format string // of a number; empty for text
	low    bool   // stands at the bottom instead of in the middle
}

// designs are the looks. The header is shaded, since on a screen it stays while
// the rows move under it.
var designs = [lookCount]design{
	lookSecret:   {face: hei, size: 12, align: "left"},
	lookTitle:    {face: hei, size: 18, align: "center"},
	lookSubtitle: {face: song, size: 12, align: "center"},
	lookCaption:  {face: hei, size: 12, align: "center"},
	lookHead:     {face: hei, size: 11, align: "center", boxed: true, shade: "EDEBE7"},
	lookBand:     {face: hei, size: 11, align: "left", boxed: true},
	lookCenter:   {face: song, size: 11, align: "center", boxed: true},
	lookLeft:     {face: song, size: 11, align: "left", boxed: true},
	lookRight:    {face: song, size: 11, align: "right", boxed: true},
	lookNumber:   {face: song, size: 11, align: "right", boxed: true, format: "General"},
	lookMirrored: {face: song, size: 11, align: "right", boxed: true, format: mirrored},
	lookUnder:    {face: song, size: 11, align: "center", boxed: true, low: true},
	lookChart:    {face: song, size: 11, align: "center"},
	lookNote:     {face: song, size: 11, align: "left"},
	lookHeading:  {face: hei, size: 12, align: "left"},
	lookProse:    {face: song, size: 12, align: "left"},
	lookSign:     {face: song, size: 12, align: "right"},
}

// looks are the ids of the styles within one workbook.
type looks struct {
	ids     [lookCount]int
	numbers map[numberLook]int
}

// numberLook is how a number stands and shows.
type numberLook struct {
	look   look
	format string
}

func newLooks(file *excelize.File) (*looks, error) {
	if err := file.SetDefaultFont(song); err != nil {
		return nil, err
	}
	looks := &looks{numbers: map[numberLook]int{}}
	for i, d := range designs {
		id, err := file.NewStyle(d.style())
		if err != nil {
			return nil, err
		}
		looks.ids[i] = id
	}
	return looks, nil
}

// number is the style of a number that stands as words of the look do, shown in
// a format of Excel's.
func (l *looks) number(file *excelize.File, look look, format string) (int, error) {
	key := numberLook{look, format}
	if id, known := l.numbers[key]; known {
		return id, nil
	}
	d := designs[look]
	d.format = format
	id, err := file.NewStyle(d.style())
	l.numbers[key] = id
	return id, err
}

func (d design) style() *excelize.Style {
	format, vertical := d.format, "center"
	if format == "" {
		format = asText
	}
	if d.low {
		vertical = "bottom"
	}
	style := &excelize.Style{
		Font:         &excelize.Font{Family: d.face, Size: d.size},
		Alignment:    &excelize.Alignment{Horizontal: d.align, Vertical: vertical, WrapText: true},
		CustomNumFmt: &format,
	}
	if d.shade != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{d.shade}}
	}
	if d.boxed {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	return style
}

// lowest and highest are the heights a row may have, in points. Excel knows
// none above 409.
const (
	lowest  = 20
	highest = 409
)

// height reckons how high a text stands in a cell of the given width, counted
// as Excel does, in digits of the usual font at 11 pt. Not every program finds
// out by itself, and none does for merged cells.
func (d design) height(text string, width float64) float64 {
	digit := d.size / 11
	lines := 0.0
	for part := range strings.SplitSeq(text, "\n") {
		length := 0.0
		for _, r := range part {
			if length += digit; r >= 0x80 {
				length += digit
			}
		}
		lines += max(1, math.Ceil(length/max(width-1, 1)))
	}
	return min(max(lines*d.size*1.35+4, lowest), highest)
}
