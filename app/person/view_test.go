package person

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/data"
)

func begin(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
}

// page is the workspace in a window.
type page struct {
	*county
	*Workspace
	window fyne.Window
	keys   *keyCanvas
}

// keyCanvas keeps the shortcuts, which the canvas of tests does not.
type keyCanvas struct {
	fyne.Canvas
	handlers map[string]func(fyne.Shortcut)
}

func (c *keyCanvas) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	c.handlers[s.ShortcutName()] = do
}

func newPage(t *testing.T) *page {
	t.Helper()
	begin(t)
	win := test.NewTempWindow(t, nil)
	win.SetPadded(false)
	t.Cleanup(func() { kit.Forget(win.Canvas()) })
	keys := &keyCanvas{win.Canvas(), map[string]func(fyne.Shortcut){}}
	k := newCounty(t, keys)
	p := &page{k, New(k.desk), win, keys}
	k.shell.Stand(p.Workspace)
	// The shell of the program sends Ctrl+S.
	keys.AddShortcut(control(fyne.KeyS), func(fyne.Shortcut) { p.Save() })
	win.SetContent(p.Content())
	kit.KeysOf(win.Canvas()).On(fyne.KeyEscape, p.escape) // the kit knows the canvas within
	win.Resize(fyne.NewSize(1214, 690))
	p.Open(shen)
	return p
}

func control(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

func (p *page) write(text string) {
	for _, r := range text {
		p.window.Canvas().Focused().TypedRune(r)
	}
}

func (p *page) press(name fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: name}
	if focused := p.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(ev)
		return
	}
	p.window.Canvas().OnTypedKey()(ev)
}

// shortcut goes to the window, as the inputs of the kit pass it on.
func (p *page) shortcut(s fyne.Shortcut) { p.keys.handlers[s.ShortcutName()](s) }

// edit gives a shortcut to what has the keyboard.
func (p *page) edit(s fyne.Shortcut) {
	p.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(s)
}

func (p *page) form() *form.Form   { return p.parts[0].(*formTab).form }
func (p *page) table() *form.Table { return p.parts[1].(*resumeTab).table }

func (p *page) texts() string {
	var all []string
	for _, found := range shownText.FindAllStringSubmatch(test.RenderToMarkup(p.window.Canvas()), -1) {
		all = append(all, found[1])
	}
	return strings.Join(all, "\n")
}

var (
	shownText = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
	english   = regexp.MustCompile(`[A-Za-z]{3,}`)
	allowed   = strings.NewReplacer("Ctrl", "", "Alt", "", ".lrmx", "", "Word", "", "YYYYMMDD", "", "YYYYMM", "")
)

func TestTypeAndSave(t *testing.T) {
	p := newPage(t)
	if !p.saveKey.Disabled() {
		t.Error("save offered though nothing changed")
	}
	p.form().Input("native_place").Focus()
	p.write("浙江建德")
	if p.saveKey.Disabled() || p.shell.said() != "未保存：基本情况" {
		t.Errorf("after typing: %q", p.shell.said())
	}
	p.press(fyne.KeyReturn)
	p.write("浙江杭州") // Enter goes on to 出生地
	p.press(fyne.KeyReturn)
	p.write("201001") // and to 入党时间, which is not left
	p.shortcut(control(fyne.KeyS))
	c := p.stored(t).cadre
	if c.NativePlace != "浙江建德" || c.BirthPlace != "浙江杭州" || c.PartyJoined != 201001 {
		t.Errorf("%s, %s, %s", c.NativePlace, c.BirthPlace, c.PartyJoined)
	}
	if p.shell.Changes != 1 || !p.saveKey.Disabled() {
		t.Errorf("%d times changed, save disabled: %v", p.shell.Changes, p.saveKey.Disabled())
	}
}

func TestWrongMonthIsSaidInPlace(t *testing.T) {
	p := newPage(t)
	p.form().Input("birth").Focus()
	p.write("1989.13")
	p.ShowTab(1)
	p.shortcut(control(fyne.KeyS))
	if p.tabs.Selected() != 0 || !strings.Contains(p.texts(), "“1989.13”不是年月") || p.form().Input("birth").Value() != "1989.13" {
		t.Errorf("on tab %d, field says %q", p.tabs.Selected(), p.form().Input("birth").Value())
	}
	if got := p.stored(t).cadre.Birth; got != 198904 {
		t.Errorf("stored %s", got)
	}
}

func TestFindingLeadsToItsField(t *testing.T) {
	p := newPage(t)
	p.ShowTab(4)
	found, _ := p.model.findings()
	p.visitFinding(found[1])
	p.write("201107")
	p.press(fyne.KeyReturn)
	if p.tabs.Selected() != 0 || p.model.record().WorkStart != 201107 {
		t.Errorf("on tab %d, work from %s", p.tabs.Selected(), p.model.record().WorkStart)
	}
	p.visitFinding(found[0])
	p.write("202103")
	p.press(fyne.KeyReturn)
	if p.tabs.Selected() != 1 || p.table().Active() != 4 || len(p.found) != 0 {
		t.Errorf("on tab %d, row %d, %v", p.tabs.Selected(), p.table().Active(), p.found)
	}
	if !strings.Contains(p.texts(), "没有发现要核对的地方") {
		t.Error("the panel still has findings")
	}
}

func TestResumeByKeyboard(t *testing.T) {
	p := newPage(t)
	p.ShowTab(1)
	p.table().Edit(7, "since")
	for _, cell := range []string{"202610", "", "县委组织部副部长"} {
		p.write(cell)
		p.press(fyne.KeyReturn)
	}
	if got := p.model.resumeText(); !strings.HasSuffix(got, "2026.10--         县委组织部副部长") {
		t.Errorf("%s", got)
	}
	p.table().Edit(7, "text")
	p.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if got := rows[data.Resume](p.model.resume)[6].Text; got != "县委组织部副部长" {
		t.Errorf("row not moved: %s", got)
	}
	p.shortcut(control(fyne.KeyD))
	if p.model.resume.Len() != 7 {
		t.Errorf("%d rows after removing", p.model.resume.Len())
	}
	p.press(fyne.KeyEscape)
	if p.table().Active() != -1 {
		t.Error("Esc does not leave the row")
	}
	if p.dirty() {
		t.Error("the same rows in the same order count as changed")
	}
}

func TestResumeTextDrivesRows(t *testing.T) {
	p := newPage(t)
	p.ShowTab(1)
	tab := p.parts[1].(*resumeTab)
	tab.write()
	p.edit(&fyne.ShortcutSelectAll{})
	p.write("2008.09--2012.07  学生")
	p.press(fyne.KeyReturn)
	p.write("2012.07--  科员")
	if got := rows[data.Resume](p.model.resume); len(got) != 2 || got[1].Since != 201207 || got[1].Text != "科员" {
		t.Errorf("%s", p.model.resumeText())
	}
	if tab.area.Value() != "2008.09--2012.07  学生\n2012.07--  科员" {
		t.Errorf("the text was changed under the hands of the user: %q", tab.area.Value())
	}
	p.table().Edit(1, "text")
	p.write("镇长")
	if !strings.Contains(tab.area.Value(), "镇长") {
		t.Errorf("text does not follow: %q", tab.area.Value())
	}
}

func TestPasteIntoARow(t *testing.T) {
	p := newPage(t)
	p.model.resume.Drafts = nil
	p.ShowTab(1)
	p.table().Edit(0, "text")
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("2008.09--2012.07  某大学学生\n2012.07--2016.05  财政局科员\n2016.05--         镇长")
	p.edit(&fyne.ShortcutPaste{Clipboard: clipboard})
	if p.model.resume.Len() != 3 || p.table().Active() != 3 {
		t.Errorf("%d rows, on row %d", p.model.resume.Len(), p.table().Active())
	}
}

func TestAppointmentByInitials(t *testing.T) {
	p := newPage(t)
	p.ShowTab(3)
	tab := p.parts[3].(*postTab)
	tab.add()
	p.write("blx") // 白鹿乡
	p.press(fyne.KeyReturn)
	p.write("dwfsj、")
	p.press(fyne.KeyReturn)
	a := tab.record()
	if a.Unit != "u2" || a.Post != "p2" || a.Title != "白鹿乡党委副书记、乡长" {
		t.Fatalf("%+v", a)
	}
	tab.form.Input("since").Focus()
	p.write("202610")
	p.shortcut(control(fyne.KeyS))
	if got := p.stored(t).appointments; len(got) != 3 { // she is there already
		t.Errorf("%d appointments before the user was asked", len(got))
	}
	p.shell.Press(t, "仍要登记")
	if got := p.stored(t).appointments; len(got) != 4 || got[3].Since != 202610 || got[3].Cadre != shen {
		t.Errorf("%d appointments", len(got))
	}
}

func TestAppointmentNeedsATitle(t *testing.T) {
	p := newPage(t)
	p.ShowTab(3)
	tab := p.parts[3].(*postTab)
	tab.add()
	tab.form.Input("since").Focus()
	p.write("202610")
	p.press(fyne.KeyReturn)
	tab.close()
	p.ShowTab(0)
	p.Save()
	if p.tabs.Selected() != 3 || !strings.Contains(p.texts(), "请填写“职务名称”") {
		t.Errorf("on tab %d", p.tabs.Selected())
	}
	tab.remove()
	if p.dirty() {
		t.Error("dirty after removing what was added")
	}
}

func TestLeaveAsks(t *testing.T) {
	p := newPage(t)
	left := 0
	leave := func() { left++ }
	p.Leave(leave)
	if left != 1 {
		t.Fatal("asked though nothing was changed")
	}
	p.form().Input("native_place").Focus()
	p.write("浙江建德")
	p.Leave(leave)
	if !strings.Contains(p.texts(), "有未保存的改动") {
		t.Fatal("not asked")
	}
	p.press(fyne.KeyEscape) // 继续编辑
	if left != 1 || !p.model.dirty() {
		t.Error("Esc does not go on editing")
	}
	p.Leave(leave)
	p.press(fyne.KeyReturn) // 保存 is the main answer
	if left != 2 || p.stored(t).cadre.NativePlace != "浙江建德" {
		t.Errorf("left %d times, stored %s", left, p.stored(t).cadre.NativePlace)
	}
}

func TestTakeBackByKey(t *testing.T) {
	p := newPage(t)
	p.form().Input("native_place").Focus()
	p.write("浙江建德")
	p.Save()
	p.window.Canvas().Unfocus()
	if p.Undo() {
		t.Error("something was not saved")
	}
	p.county.desk.Undo()
	if got := p.stored(t).cadre.NativePlace; got != "浙江淳安" {
		t.Errorf("stored %s", got)
	}
	if got := p.form().Input("native_place").Value(); got != "浙江淳安" {
		t.Errorf("shown %s", got)
	}
}

func TestPhoto(t *testing.T) {
	p := newPage(t)
	card := p.parts[0].(*formTab).photo
	card.set(nil)
	p.Save()
	if p.stored(t).cadre.Photo != "" {
		t.Error("photo not removed")
	}
	path := filepath.Join(t.TempDir(), "照片.jpg")
	if err := os.WriteFile(path, picture(), 0o600); err != nil {
		t.Fatal(err)
	}
	p.shell.Paths = []string{path}
	card.pick()
	p.Save()
	if len(p.stored(t).photo) == 0 {
		t.Error("photo not kept")
	}
	if err := os.WriteFile(path, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	card.pick()
	if data.Sentence(p.shell.failed()) != "这个文件不是 JPEG 或 PNG 照片，没有更换。" || p.dirty() {
		t.Errorf("%v", p.shell.failed())
	}
}

func TestEverythingIsChinese(t *testing.T) {
	p := newPage(t)
	for i := range p.Tabs() {
		p.ShowTab(i)
		for _, text := range strings.Split(p.texts(), "\n") {
			if english.MatchString(allowed.Replace(text)) {
				t.Errorf("tab %s: %q", p.Tabs()[i], text)
			}
		}
	}
}

func TestRareCharactersAreShown(t *testing.T) {
	p := newPage(t)
	if !strings.Contains(p.texts(), "沈㛃怡") {
		t.Error("name is not shown")
	}
	p.ShowTab(2)
	if texts := p.texts(); !strings.Contains(texts, "陈䶮") || !strings.Contains(texts, "陈𬭎") {
		t.Error("family is not shown")
	}
}
