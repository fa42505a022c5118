package paper_test

import (
	"strings"
	"testing"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// resume is a form of one cell as large as that for the résumé in
// 任免审批表: 430 by 356 points. With 5 points left and right 30 characters of
// 14 points fit on a line, 31 of 13.5.
func resume(text string) paper.Form {
	return paper.Form{Columns: []int{8609}, Size: 14, Rows: []paper.FormRow{{Height: 7133, Cells: []paper.FormCell{
		{Text: text, Align: paper.Left, Top: true, Hang: 9},
	}}}}
}

func set(t *testing.T, f paper.Form) paper.Setting {
	t.Helper()
	places, err := f.Places()
	if err != nil {
		t.Fatal(err)
	}
	return f.Set(places[0])
}

func TestTextShrinksUntilItFits(t *testing.T) {
	lines := func(n, long int) string {
		return strings.TrimSuffix(strings.Repeat(strings.Repeat("历", long)+"\n", n), "\n")
	}
	for _, c := range []struct {
		text       string
		size, line float64
		over       bool
	}{
		{"", 14, 15, false},
		{lines(23, 30), 14, 15, false},        // 23×15+3 = 348 of 356
		{lines(24, 30), 13.5, 14.5, false},    // 24×14.5+3 = 351
		{lines(12, 31), 13.5, 14.5, false},    // at 14 each breaks in two: 24×15
		{lines(12, 31+22), 13.5, 14.5, false}, // 31 and, nine less, 22 on a line of 13.5
		{lines(39, 1), 8, 9, false},           // 39×9+3 = 354
		{lines(40, 1), 7.5, 8, false},         // below eight half a point between lines
		{lines(64, 1), 5, 5.5, false},         // 64×5.5+3 = 355
		{lines(65, 1), 5, 5.5, true},
	} {
		got := set(t, resume(c.text))
		if got.Size != c.size || got.Line != c.line || got.Over != c.over {
			t.Errorf("%d lines: %+v, want %g", strings.Count(c.text, "\n")+1, got, c.size)
		}
	}
}

func TestMarksStayWithTheirCharacters(t *testing.T) {
	// 30 characters fit: the 31st, a mark, takes the 30th along to a second line.
	one := func(text string, height int) paper.Form {
		f := resume(text)
		f.Rows[0].Height = height
		f.Rows[0].Cells[0].Top = false
		return f
	}
	full := strings.Repeat("历", 30)
	for text, want := range map[string]float64{
		full:                                  14,
		full + "。":                            13.5,
		strings.Repeat("历", 20) + "19900101":  14,   // 20 + 8×0.55
		strings.Repeat("历", 28) + " 19900101": 12.5, // 28 + 9×0.55 = 32.95 of 420/12.5
	} {
		if got := set(t, one(text, 300)); got.Size != want { // one line of 14 points
			t.Errorf("%q: %g, want %g", text, got.Size, want)
		}
	}
	// 30.1 characters take two lines of 15 points.
	if got := set(t, one(strings.Repeat("历", 29)+"AB", 600)); got.Size != 14 {
		t.Errorf("%g", got.Size)
	}
}

func TestUprightTextRunsDown(t *testing.T) {
	f := paper.Form{Columns: []int{784}, Size: 14, Rows: []paper.FormRow{{Height: 1400, Cells: []paper.FormCell{
		{Text: "学历学位", Upright: true},
	}}}}
	if got := set(t, f); got.Size != 14 { // 4×14 = 56 of 70 points
		t.Errorf("%+v", got)
	}
	f.Rows[0].Height, f.Rows[0].Cells[0].Text = 2019, "行政机关任免意见" // rather 8×12 = 96 of 101 points than two columns
	if got := set(t, f); got.Size != 12 {
		t.Errorf("%+v", got)
	}
	f.Rows[0].Height, f.Rows[0].Cells[0].Text = 1400, "审批机关意见意见意见" // 10×10.5 is too long, in two columns of 14 it fits
	if got := set(t, f); got.Size != 10.5 {
		t.Errorf("%+v", got)
	}
	f.Columns[0], f.Rows[0].Cells[0].Text = 300, "学历学位状况" // one column of 15 points: 67/6
	if got := set(t, f); got.Size != 11 {
		t.Errorf("%+v", got)
	}
}

func TestRowsThatGrowKeepTheirPrint(t *testing.T) {
	f := resume(strings.Repeat("历\n", 90))
	f.Rows[0].Grows = true
	if got := set(t, f); got.Size != 14 || got.Over {
		t.Errorf("%+v", got)
	}
}

func TestNarrowestCellEnds(t *testing.T) {
	f := paper.Form{Columns: []int{1}, Size: 14, Rows: []paper.FormRow{{Height: 1, Cells: []paper.FormCell{
		{Text: "历（A B）——" + strings.Repeat("史", 99), Hang: 40, Align: paper.Left},
	}}}}
	if got := set(t, f); !got.Over || got.Size != 5 {
		t.Errorf("%+v", got)
	}
}

func FuzzAnyTextIsSet(f *testing.F) {
	for _, text := range papertest.Odd {
		f.Add(text, 900, 500, 9, true)
	}
	f.Add("历史", -5, 0, -3, false)
	f.Fuzz(func(t *testing.T, text string, width, height, hang int, upright bool) {
		form := paper.Form{Columns: []int{width}, Size: 14, Rows: []paper.FormRow{{Height: height, Cells: []paper.FormCell{
			{Text: text, Hang: hang, Upright: upright},
		}}}}
		if got := set(t, form); got.Size < 5 || got.Size > 14 || got.Line <= got.Size {
			t.Errorf("%+v", got)
		}
	})
}
