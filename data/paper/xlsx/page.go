package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"huoshui/data/paper"
)

// twipsPerDigit is the width of a digit of the usual font, half a Chinese
// character, on a page as wide as the sheet.
const twipsPerDigit = 110.6

// paperSize is Excel's number for a sheet of paper: A3, A4 or B5.
func paperSize(p paper.Page) int {
	const a3, a4, b5 = 8, 9, 13
	switch short := min(p.Width, p.Height); {
	case short > 14000:
		return a3
	case short < 11000:
		return b5
	}
	return a4
}

// columnWidths parts the width of the page among the columns, in digits. Running
// text has one column, a form has widths of its own.
func (t *tab) columnWidths() []float64 {
	across := float64(t.page.TextWidth()) / twipsPerDigit
	if t.block == nil {
		return []float64{across * 0.85} // a single column wider than the page is not shrunk by all programs
	}
	var table paper.Table
	switch b := t.block.(type) {
	case paper.Table:
		table = b
	case paper.Chart:
		table = chartTable(b)
	case paper.Form:
		var widths []float64
		for _, twips := range b.Columns {
			widths = append(widths, float64(twips)/twipsPerDigit)
		}
		return widths
	}
	var widths []float64
	for _, tenths := range table.Widths(int(across * 10)) {
		widths = append(widths, float64(tenths)/10)
	}
	return widths
}

// setPage says how the sheet prints: as wide as the page, and a form as high as
// well. So many lines of titles stand above the block.
func setPage(file *excelize.File, t *tab, title int) error {
	fit, centred, size, wide, high := true, true, paperSize(t.page), 1, 0
	if _, form := t.block.(paper.Form); form {
		high = 1
	}
	orientation := "portrait"
	if t.page.Turned() {
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
	if !t.page.Unnumbered {
		err = file.SetHeaderFooter(t.name, &excelize.HeaderFooterOptions{OddFooter: `&C&"宋体,常规"&14— &P —`})
		if err != nil {
			return err
		}
	}
	if table, ok := t.block.(paper.Table); ok {
		if err := setHeader(file, t.name, table, title); err != nil {
			return err
		}
	}
	// Last, since the library's filters wipe these properties out.
	return file.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// setHeader repeats a table's header on every printed page and filters by its
// lower row. Title lines stand above it.
func setHeader(file *excelize.File, name string, table paper.Table, title int) error {
	head := headRows(table)
	if head == 0 {
		return nil
	}
	err := file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", name, title+1, title+head),
	})
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(table.Columns), title+head+len(table.Rows))
	if err != nil {
		return err
	}
	return file.AutoFilter(name, fmt.Sprintf("A%d:%s", title+head, last), nil)
}
