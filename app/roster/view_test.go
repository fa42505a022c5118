package roster

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/data/criteria"
	"huoshui/data/exchange/sheet"
)

// enter opens the roster in a window.
func enter(t *testing.T) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, shell := open(t)
	w := New(d)
	shell.Enter(w)
	return w, shell
}

func chip(t *testing.T, shell *desktest.Shell, prefix string) *kit.Chip {
	t.Helper()
	var found *kit.Chip
	root := shell.Window.Content()
	if top := shell.Window.Overlays().Top(); top != nil {
		root = top
	}
	desktest.Walk(root, func(o fyne.CanvasObject) {
		if c, ok := o.(*kit.Chip); ok && strings.HasPrefix(c.Text, prefix) {
			found = c
		}
	})
	if found == nil {
		t.Fatalf("no chip %q in %v", prefix, shell.Texts())
	}
	return found
}

func tapCross(c *kit.Chip) {
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.Size().Width-10, 14)})
}

var latin = regexp.MustCompile(`[A-Za-z]{3,}`)

func TestTheScreenIsChinese(t *testing.T) {
	w, shell := enter(t)
	w.Show("乡镇党政正职", w.model.query1(t, "任职", "符合 乡镇党政正职"))
	w.filter.ShowText()
	check := func() {
		t.Helper()
		for _, text := range shell.Texts() {
			if latin.MatchString(strings.ReplaceAll(text, "Ctrl+", "")) { // keys are named as they are printed
				t.Errorf("%q", text)
			}
		}
	}
	check()
	for _, c := range []string{"职务层次 属于 乡科级正职", "年龄 ≥ 30", "出生年月 ≥ 1990.01", "机构 属于 白鹿镇", "在储备库 = 是", "姓名 包含 王", "籍贯 为空"} {
		c := criteria.MustParse(c)
		w.model.asker().Ask(&c, w.model.Add)
		check()
		shell.Press(t, "取消")
	}
}

func TestCountsAndEmptyWords(t *testing.T) {
	w, shell := enter(t)
	expect(t, w.counted(), "共 5 人")
	w.Search("wang")
	if !shell.Shows("2 人 / 共 5 人") {
		t.Error(shell.Texts())
	}
	w.Search("没有这个人")
	if !strings.Contains(w.grid.Empty, "没有找到“没有这个人”") {
		t.Error(w.grid.Empty)
	}
	w.Search("")
	w.model.Add(criteria.If("年龄", criteria.More, "99"))
	if !strings.Contains(w.grid.Empty, "没有符合条件的干部") {
		t.Error(w.grid.Empty)
	}
}

// The window may ask before it shows the room.
func TestAskedBeforeShown(t *testing.T) {
	d, _ := open(t)
	run := &desktest.Late{}
	d.Run = run
	w := New(d)
	w.Search("wang")
	w.Content()
	expect(t, w.grid.Empty, "正在读取……")
	for _, job := range run.Waiting {
		job()
	}
	expect(t, w.counted(), "2 人 / 共 5 人")
	if w.grid.Source().Len() != 2 {
		t.Error("the rows are not shown")
	}
}

func TestChipsCanBeTakenAwayOneByOne(t *testing.T) {
	w, shell := enter(t)
	w.Show("乡镇党政正职", w.model.query1(t, "任职", "符合 乡镇党政正职"))
	w.model.Add(criteria.If("性别", criteria.Equal, "女"))
	w.Search("沈")
	expect(t, w.model.names(t), "沈嘉怡")
	tapCross(chip(t, shell, "搜索 沈"))
	tapCross(chip(t, shell, "性别 = 女"))
	expect(t, w.model.names(t), "沈嘉怡 单雨")
	tapCross(chip(t, shell, "乡镇党政正职"))
	if w.model.narrowed() || w.model.list.Len() != 5 {
		t.Error("something still narrows the list")
	}
}

func TestAConditionIsAskedFor(t *testing.T) {
	w, shell := enter(t)
	test.Tap(chip(t, shell, "＋ 条件"))
	shell.Press(t, "加上")
	if !shell.Shows("请先选一项。") {
		t.Error("an empty condition was taken")
	}
	shell.Press(t, "取消")

	w.model.Add(criteria.MustParse("民族 属于 回族、满族"))
	expect(t, w.model.names(t), "单雨 王子文")

	test.Tap(chip(t, shell, "民族 属于")) // the chip itself edits
	tapCross(chip(t, shell, "满族"))
	shell.Press(t, "改好")
	expect(t, w.model.Where().String(), "民族 属于 回族")
	expect(t, w.model.names(t), "单雨")
}

func TestChoicesAreSwitched(t *testing.T) {
	w, shell := enter(t)
	c := criteria.MustParse("职务层次 属于 乡科级正职")
	w.model.asker().Ask(&c, w.model.Add)
	test.Tap(chip(t, shell, "乡科级副职"))
	test.Tap(chip(t, shell, "乡科级正职"))
	shell.Press(t, "改好")
	expect(t, w.model.Where().String(), "职务层次 属于 乡科级副职")
	w.model.clear()
	c = criteria.MustParse("在储备库 = 是")
	w.model.asker().Ask(&c, w.model.Add)
	test.Tap(chip(t, shell, "否"))
	shell.Press(t, "改好")
	expect(t, w.model.names(t), "欧阳文 单雨 王静思 王子文")
}

func TestWrongValuesAreSaidInPlace(t *testing.T) {
	w, shell := enter(t)
	c := criteria.MustParse("出生年月 ≥ 早年")
	w.model.asker().Ask(&c, w.model.Add)
	shell.Press(t, "改好")
	if text := strings.Join(shell.Texts(), ""); !strings.Contains(text, "“早年”不是年月") {
		t.Error(text)
	}
	if len(w.model.Parts) > 0 {
		t.Error("the condition was taken")
	}
}

func TestTheSentenceIsWritten(t *testing.T) {
	w, shell := enter(t)
	w.filter.ShowText()
	w.filter.Text.OnEnter("年龄 < 36 且")
	if text := strings.Join(shell.Texts(), ""); !strings.Contains(text, "末尾缺少条件") {
		t.Error(text)
	}
	w.filter.Text.OnEnter("年龄 < 36 且 符合 90后")
	expect(t, w.model.names(t), "单雨 王静思")
	expect(t, w.filter.Text.Problem(), "")
	test.Tap(chip(t, shell, "符合 90后")) // no plain condition: edited in words
	if !w.filter.Text.Visible() {
		t.Error("no line to write in")
	}
}

func TestTheHeaderSorts(t *testing.T) {
	w, _ := enter(t)
	w.grid.OnSort("birth", true)
	expect(t, w.model.names(t), "王静思 单雨 王子文 沈嘉怡 欧阳文")
	expect(t, w.model.person.name, "王静思")
}

func TestSelectingFillsTheSide(t *testing.T) {
	w, shell := enter(t)
	expect(t, w.model.person.name, "欧阳文")
	w.grid.Select(1)
	shown := shell.Texts()
	for _, text := range []string{"沈嘉怡", "中共党员　河北盐山", "入处级储备库", "任现职"} {
		if !slices.Contains(shown, text) {
			t.Errorf("%q is not at the side", text)
		}
	}
	shell.Press(t, "打开")
	w.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	expect(t, strings.Join(shell.Opened, " "), "c1 c1")
}

// A cadre with more lines than the one before pushes down what stands below.
func TestTheSideIsLaidOutForEachCadre(t *testing.T) {
	w, _ := enter(t)
	w.grid.Select(4) // no post, no reserve
	w.grid.Select(1)
	facts, growth := w.side.facts, w.side.growth
	bottom := func(o fyne.CanvasObject) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y + o.Size().Height
	}
	last := facts.Objects[len(facts.Objects)-1]
	if top := bottom(growth) - growth.Size().Height; bottom(last) > top {
		t.Errorf("the facts end at %v, the growth file begins at %v", bottom(last), top)
	}
}

func TestTheSelectedAreCopied(t *testing.T) {
	w, shell := enter(t)
	w.grid.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	w.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !shell.Shows("已选 2 人") {
		t.Error("the side does not say how many are selected")
	}
	w.grid.TypedShortcut(&fyne.ShortcutCopy{})
	lines := strings.Split(strings.TrimSpace(fyne.CurrentApp().Clipboard().Content()), "\r\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "姓名\t性别\t现任职务") || !strings.HasPrefix(lines[2], "沈嘉怡\t女\t白鹿镇党委书记\t1989.04\t37") {
		t.Errorf("%q", lines)
	}
	expect(t, strings.Join(shell.Said, ""), "已复制 2 人，可以粘贴到表格里。")
	expect(t, strings.Join(desktest.Looked(t, w.desk), ""), "复制 干部名册 2")
}

func TestExport(t *testing.T) {
	w, shell := enter(t)
	w.Search("王")
	menu := w.exports()
	menu[0].Action()
	menu[1].Action()
	for name, want := range map[string]int{"干部名册2026.10（2人）.xlsx": 2, "干部名册2026.10（1人）.xlsx": 1} {
		roster, err := sheet.ReadRoster(t.Context(), filepath.Join(shell.Dir, name))
		if err != nil || len(roster.People) != want {
			t.Errorf("%s: %v, %v, want %d rows", name, roster, err, want)
		}
	}
	if looks := desktest.Looked(t, w.desk); len(looks) != 2 || looks[0] != "导出 干部名册 2" || !strings.HasPrefix(looks[1], "导出 干部名册 c") {
		t.Errorf("%q", looks)
	}
	shell.Dir = filepath.Join(shell.Dir, "干部名册2026.10（1人）.xlsx") // a file is no folder
	w.exports()[0].Action()
	if len(shell.Failed) != 1 || len(shell.Said) != 2 {
		t.Error(shell.Failed, shell.Said)
	}
}

func TestExportForms(t *testing.T) {
	w, shell := enter(t)
	w.Search("王")
	menu := w.exports()
	expect(t, menu[3].Label+menu[4].Label, "导出审批表 .lrmx（列出的 2 人）导出审批表 .lrmx（选中的 1 人）")
	for n, want := range []int{2, 1} {
		i := 3 + n
		shell.Dir = t.TempDir()
		menu[i].Action()
		if files, err := filepath.Glob(filepath.Join(shell.Dir, "*.lrmx")); err != nil || len(files) != want {
			t.Errorf("%s: %v, %v", menu[i].Label, files, err)
		}
	}
	if looks := desktest.Looked(t, w.desk); len(looks) != 2 || looks[0] != "导出 任免审批表 2" {
		t.Errorf("%q", looks)
	}
	w.Search("没有这个人")
	if menu := w.exports(); !menu[3].Disabled || !menu[4].Disabled {
		t.Error("nobody's forms are offered")
	}
}

func TestChangedRecordsKeepThePlace(t *testing.T) {
	w, _ := enter(t)
	w.grid.Select(2)
	source := w.model.list
	w.Refresh()
	if w.model.list == source || w.grid.CursorRow() != 2 || w.model.person.name != "单雨" {
		t.Error(w.grid.CursorRow(), w.model.person.name)
	}
}

func TestSavingAsks(t *testing.T) {
	w, shell := enter(t)
	w.model.Add(criteria.If("年龄", criteria.Less, "36"))
	test.Tap(chip(t, shell, "存为口径"))
	shell.Press(t, "保存")
	if !shell.Shows("口径要有名称。") || shell.Changes != 0 {
		t.Error("saved without a name")
	}
}
