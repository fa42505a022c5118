package xlsx

import (
	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
)

// Lengths of pictures, in pixels of 1/96 inch.
const (
	widestPhoto = 83 // 22 mm
	photoMargin = 4  // all round
)

// picture lays a photo over the top of a cell, in its own proportions, and
// returns the height it takes, in points. Columns count from zero.
func (s *sheet) picture(p paper.Picture, column, row int) (float64, error) {
	cell := pixels(s.widths[column])
	room := max(8, min(cell-2*photoMargin, widestPhoto))
	width, height := p.Within(room, room*5/4)
	return float64(height+2*photoMargin) * 0.75, s.lay(p, column, row, width, height, max(0, (cell-width)/2), photoMargin)
}

// lay lays a photo of a size over a cell, so far from its corner.
func (s *sheet) lay(p paper.Picture, column, row, width, height, left, top int) error {
	at, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return err
	}
	return s.file.AddPictureFromBytes(s.name, at, &excelize.Picture{
		Extension: "." + p.Kind, File: p.Data,
		Format: &excelize.GraphicOptions{
			AltText: "照片", Positioning: "oneCell", OffsetX: left, OffsetY: top,
			ScaleX: (float64(width) + 0.5) / float64(p.Width), ScaleY: (float64(height) + 0.5) / float64(p.Height),
		},
	})
}

// pixels is the width on the screen of a column so many digits wide, as the
// library reckons it.
func pixels(digits float64) int { return int(digits*8 + 0.5) }
