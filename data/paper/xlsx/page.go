package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
)

const a4 = 9 // Excel's number for the paper

// columnWidths parts the width of a page among the columns, in digits of the
// usual font, half a Chinese character each. Running text has one column.
func columnWidths(t *paper.Table, landscape bool) []float64 {
	across := 80
	if landscape {
		across = 124
	}
	if t == nil {
		return []float64{float64(across)}
	}
	var widths []float64
	for _, tenths := range t.Widths(across * 10) {
		widths = append(widths, float64(tenths)/10)
	}
	return widths
}

// setPage says how the sheet prints, and puts filters on the header. The rows
// of the title come first, then those of the header.
func setPage(file *excelize.File, t *tab, landscape bool, title, head int) error {
	fit, centred, size, wide, high := true, true, a4, 1, 0
	orientation := "portrait"
	if landscape {
		orientation = "landscape"
	}
	err := file.SetPageLayout(t.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	})
	if err != nil {
		return err
	}
	side, end, foot := 0.6, 0.8, 0.4 // inches
	err = file.SetPageMargins(t.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &end, Bottom: &end, Footer: &foot, Horizontally: &centred,
	})
	if err != nil {
		return err
	}
	err = file.SetHeaderFooter(t.name, &excelize.HeaderFooterOptions{OddFooter: `&C&"宋体,常规"&14— &P —`})
	if err != nil {
		return err
	}
	if t.table != nil {
		if err := setHeader(file, t, title, head); err != nil {
			return err
		}
	}
	// Last, since the library's filters wipe these properties out.
	return file.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// setHeader repeats the header on every printed page and filters by its lower
// row.
func setHeader(file *excelize.File, t *tab, title, head int) error {
	err := file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: t.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", t.name, title+1, title+head),
	})
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(t.table.Columns), title+head+len(t.table.Rows))
	if err != nil {
		return err
	}
	return file.AutoFilter(t.name, fmt.Sprintf("A%d:%s", title+head, last), nil)
}
