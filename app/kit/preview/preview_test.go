package preview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
)

// samplePaper is a report of about the given number of pages.
func samplePaper(chapters int) []Block {
	blocks := []Block{
		{Kind: Title, Spans: Text("关于清源县干部队伍建设情况的分析报告")},
		{Kind: Subtitle, Spans: Text("（2026 年 10 月，清源县委组织部）")},
	}
	for i := range chapters {
		blocks = append(blocks,
			Block{Kind: H1, Spans: Text(fmt.Sprintf("%d、年轻干部配备情况", i+1))},
			Block{Kind: Body, Spans: []Span{
				{Text: "全县县管党政正职 109 名，其中 85 后 "},
				{Text: "17 名", ID: fmt.Sprintf("f%d.a", i)},
				{Text: "，占 "},
				{Text: "15.6%", ID: fmt.Sprintf("f%d.b", i)},
				{Text: "，较上年提高 2.8 个百分点；县管党政副职中 90 后 41 名，其中乡镇 29 名。乡镇党政正职中，不满 36 周岁的 "},
				{Text: "6 名", ID: fmt.Sprintf("f%d.c", i)},
				{Text: "，达到“一般应有 15%”的要求（㛃䶮𬭎）。"},
			}},
			Block{Kind: H2, Spans: Text("（一）分布情况")},
			Block{Kind: Body, Spans: Text("从分布看，乡镇（街道）年轻干部相对集中，县直部门偏少；从专业看，熟悉经济、规划、法律的干部占比不高；从经历看，有两个以上乡镇工作经历的干部仅占三成，多岗位锻炼还不充分，需要有计划地安排递进培养、墩苗历练。")},
			Block{
				Kind: Table, Spans: Text("年轻干部分布"),
				Columns: []string{"类别", "核定", "实有", "35 岁以下", "占比", "说明"},
				Rows: [][]string{
					{"乡镇（街道）", "135", "128", "29", "22.7%", "缺 7 名，其中党政正职 1 名，拟于年内补齐"},
					{"县直党政机关", "210", "198", "12", "6.1%", ""},
					{"国有企业", "24", "24", "4", "16.7%", "含改非 1 名"},
				},
				IDs: [][]string{{"", "", "", fmt.Sprintf("f%d.d", i)}},
			},
			Block{Kind: Note, Spans: Text("注：年龄为 2026 年 10 月的周岁；不含试用期未满人员。")},
		)
	}
	return blocks
}

func TestPreviewFigureTap(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	var got string
	p := New(samplePaper(1), func(id string) { got = id })
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 1300))
	if len(p.paper.figures) != 4 {
		t.Fatalf("%d figures", len(p.paper.figures))
	}
	for _, f := range p.paper.figures {
		for _, b := range f.boxes {
			at := fyne.NewPos(b.x+b.w/2, b.y+b.h/2)
			test.MoveMouse(w.Canvas(), at)
			if p.strip.Cursor() != desktop.PointerCursor {
				t.Errorf("no hand over %s", f.id)
			}
			test.TapCanvas(w.Canvas(), at)
			if got != f.id {
				t.Errorf("tap on %s opened %q", f.id, got)
			}
		}
	}
	got = ""
	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 60))
	if got != "" {
		t.Errorf("tap on the margin opened %q", got)
	}
}

func TestPreviewKeysWalkTheFigures(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	var got string
	p := New(samplePaper(12), func(id string) { got = id })
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(900, 600))
	w.Canvas().Focus(p)
	press := func(k fyne.KeyName) { p.TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyEnter)
	if got != "" {
		t.Errorf("Enter before choosing opened %q", got)
	}
	for range 6 {
		press(fyne.KeyRight)
	}
	press(fyne.KeyLeft)
	press(fyne.KeyEnter)
	if got != "f1.a" {
		t.Errorf("opened %q", got)
	}
	press(fyne.KeyEnd)
	if end := p.paper.height - p.strip.Scroller.Size().Height; p.strip.Scroller.Offset.Y < end-1 {
		t.Errorf("End stops at %v of %v", p.strip.Scroller.Offset.Y, end)
	}
}

func TestPreviewKeepsThePaperInOrder(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	for _, width := range []float32{360, 700, 1400} {
		p := New(samplePaper(12), nil)
		p.Resize(fyne.NewSize(width, 700))
		test.WidgetRenderer(p)
		if p.Pages() < 8 || p.Pages() > 20 {
			t.Errorf("width %v: %d pages", width, p.Pages())
		}
		bottom := float32(0)
		for _, l := range p.paper.lines {
			if l.Top < bottom-0.5 {
				t.Fatalf("width %v: a line at %v lies over the one that ends at %v", width, l.Top, bottom)
			}
			bottom = l.Top + l.Height
			checkPieces(t, p, l)
		}
	}
}

// checkPieces finds texts that run into each other or off the page.
func checkPieces(t *testing.T, p *Preview, l paperLine) {
	t.Helper()
	page := p.paper.pages[0]
	for i, a := range l.pieces {
		if a.x < page.x || a.x+a.w > page.x+page.w {
			t.Errorf("%q leaves the page", a.text)
		}
		for _, b := range l.pieces[i+1:] {
			if a.x < b.x+b.w-0.5 && b.x < a.x+a.w-0.5 && a.y < b.y+b.h-0.5 && b.y < a.y+a.h-0.5 {
				t.Errorf("%q lies over %q", a.text, b.text)
			}
		}
	}
}

func TestPreviewPageBreakBeginsAPage(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	p := New([]Block{
		{Kind: PageBreak}, // nothing to leave
		{Kind: Title, Spans: Text("一")},
		{Kind: PageBreak},
		{Kind: Body, Spans: Text("二")},
	}, nil)
	p.Resize(fyne.NewSize(800, 600))
	test.WidgetRenderer(p)
	if p.Pages() != 2 || p.paper.blockTops[3] < p.paper.pages[1].y {
		t.Errorf("%d pages, the second part at %v", p.Pages(), p.paper.blockTops)
	}
}

func TestPreviewMakesOnlyWhatIsSeen(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	p := New(samplePaper(16), nil)
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(1000, 760))
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyPageDown, fyne.KeyEnd} {
		p.TypedKey(&fyne.KeyEvent{Name: key})
		texts := 0
		for _, o := range p.strip.Shown {
			if _, ok := o.(*canvas.Text); ok {
				texts++
			}
		}
		if n := len(p.strip.Shown); n > 600 || texts == 0 {
			t.Errorf("after %s: %d objects, %d texts", key, n, texts)
		}
	}
}

func BenchmarkPreviewScrollStep(b *testing.B) {
	kittest.Look(b, kit.Theme{})
	p := New(samplePaper(16), nil)
	p.Resize(fyne.NewSize(1000, 760))
	test.WidgetRenderer(p)
	at, by := float32(0), float32(60)
	for b.Loop() {
		at += by
		if at > p.paper.height-800 || at <= 0 {
			by = -by
		}
		p.strip.ScrollTo(at)
	}
}

func BenchmarkPreviewLayout(b *testing.B) {
	kittest.Look(b, kit.Theme{})
	blocks := samplePaper(16)
	for b.Loop() {
		setPaper(blocks, 1000)
	}
}

// A form keeps every text within its cell, whatever the width of the page.
func TestPreviewFormsKeepTheirCells(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	form := &Grid{
		Title: "任 免 审 批 表", Columns: []float32{60, 120, 200}, Heights: []float32{30, 30, 90}, Foot: "填表人：",
		Cells: []Cell{
			{Row: 0, Column: 0, Rows: 1, Columns: 1, Text: "姓　名", Size: 14, Align: fyne.TextAlignCenter},
			{Row: 0, Column: 1, Rows: 2, Columns: 2, Text: strings.Repeat("很长的现任职务", 30), Size: 14},
			{Row: 1, Column: 0, Rows: 1, Columns: 1, Text: "", Size: 14},
			{Row: 2, Column: 0, Rows: 1, Columns: 1, Text: "简历", Size: 14, Upright: true, Align: fyne.TextAlignCenter},
			{Row: 2, Column: 1, Rows: 1, Columns: 2, Text: "2010.07--2015.08  清源县财政局科员，其间挂职\n2015.08--  清源县财政局副局长", Size: 14, Hang: 9, Top: true, ID: "f"},
		},
	}
	lying := Sheet{Width: 841.9, Height: 595.3, Top: 60, Right: 56, Bottom: 60, Left: 56, Unnumbered: true}
	for _, width := range []float32{360, 900, 1500} {
		p := New([]Block{{Kind: PageBreak, Page: &lying}, {Kind: Form, Form: form}}, func(string) {})
		p.Resize(fyne.NewSize(width, 700))
		test.WidgetRenderer(p)
		if p.Pages() != 1 || p.paper.pages[0].w <= p.paper.pages[0].h || len(p.paper.figures) != 1 {
			t.Fatalf("width %v: %d pages, %v", width, p.Pages(), p.paper.pages)
		}
		grid := p.paper.lines[1]
		checkPieces(t, p, grid)
		for _, piece := range grid.pieces {
			if piece.y < 0 || piece.y+piece.h > grid.Height+1 && piece.size > 6 {
				t.Errorf("width %v: %q at %v of %v", width, piece.text, piece.y+piece.h, grid.Height)
			}
		}
	}
}

// Pages of another kind begin where the paper says; a table on a page lying on
// its side is as wide as it, with titles of groups and a row over all columns.
func TestPreviewPagesOfSeveralKinds(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	lying := Sheet{Width: 1190.6, Height: 841.9, Top: 60, Right: 56, Bottom: 60, Left: 56}
	p := New([]Block{
		{Kind: Body, Spans: Text("第一页")},
		{Kind: PageBreak, Page: &lying},
		{
			Kind: Table, Columns: []string{"姓名", "学历", "院校", "照片"}, Groups: []string{"", "全日制", "全日制", ""},
			Rows:   [][]string{{"县委"}, {"张三", "大学", "江东大学", "1990.01"}},
			Photos: map[[2]int][]byte{{1, 3}: []byte("不是图")},
		},
		{Kind: Object, Object: canvas.NewRectangle(nil), Height: 100},
	}, nil)
	p.Resize(fyne.NewSize(1000, 700))
	test.WidgetRenderer(p)
	if p.Pages() != 2 || p.paper.pages[1].w < 1.9*p.paper.pages[0].w {
		t.Fatalf("%v", p.paper.pages)
	}
	page := p.paper.pages[1]
	texts, things := map[string]paperPiece{}, 0
	for _, l := range p.paper.lines {
		things += len(l.things)
		for _, piece := range l.pieces {
			texts[piece.text] = piece
			if piece.x < 0 || piece.x+piece.w > page.x+page.w {
				t.Errorf("%q leaves the page", piece.text)
			}
		}
	}
	for _, word := range []string{"县委", "全日制", "学历", "张三", "1990.01"} {
		if texts[word].text == "" {
			t.Errorf("%s is not shown", word)
		}
	}
	if things != 2 {
		t.Errorf("%d things", things)
	}
}
