package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"huoshui/app/desk/desktest"
	"huoshui/app/home"
	"huoshui/app/kit"
)

// opened is the whole window over a database of its own.
func opened(t *testing.T) (*shell, *desktest.Shell) {
	t.Helper()
	d, screen := desktest.Open(t)
	s := newShell(d, screen.Window)
	screen.Window.SetContent(s.content())
	s.enter(roomHome)
	return s, screen
}

func (s *shell) mustStandIn(t *testing.T, room string) {
	t.Helper()
	if s.here.id != room || s.place.Objects[0] != s.rooms[room].workspace.Content() {
		t.Fatalf("in %q, not in %q", s.here.id, room)
	}
}

func TestEveryRoomCanBeEntered(t *testing.T) {
	s, _ := opened(t)
	for id, room := range s.rooms {
		s.enter(id)
		s.mustStandIn(t, id)
		if (room.in == "") != (room.title != "") || room.in != "" && s.rooms[room.in].title == "" {
			t.Errorf("%s stands under no line of the navigation", id)
		}
	}
}

// The same keys mean the same everywhere: they lead to what the room one is in
// can do, and do nothing where it cannot.
func TestKeysLeadToTheRoom(t *testing.T) {
	s, screen := opened(t)
	for room := range s.rooms {
		s.enter(room)
		s.save()
		s.undo()
		s.turn(1)
		s.turn(-1)
		s.mustStandIn(t, room)
	}
	s.enter(roomTeam)
	if s.turn(1); !screen.Shows("评价定稿…") {
		t.Errorf("not at the rounds of evaluation: %v", screen.Texts())
	}
	s.enter(roomDuty)
	if s.add(); !screen.Shows("新增常委会听取汇报") {
		t.Errorf("no form: %v", screen.Texts())
	}
	s.enter(roomRoster)
	s.add()
	s.mustStandIn(t, roomPerson)
}

// Unsaved work is asked about before the room is left, whatever leads away.
func TestUnsavedWorkIsAskedAbout(t *testing.T) {
	s, screen := opened(t)
	for _, way := range []struct {
		name, to string
		leave    func()
	}{
		{"navigation", roomStats, func() { s.enter(roomStats) }},
		{"search", roomRoster, func() { s.search("江") }},
		{"a figure", roomRoster, func() { s.OpenFigure("m0.principals.young") }},
		{"the import", roomIntake, func() { s.OpenImport("没有") }},
		{"closing", roomHome, func() { s.leave(func() { s.move(roomHome) }) }},
	} {
		s.NewCadre()
		s.mustStandIn(t, roomPerson)
		screen.Window.Focused().TypedRune('石')
		way.leave()
		s.mustStandIn(t, roomPerson)
		if !screen.Shows("有未保存的改动") {
			t.Fatalf("%s: nothing was asked", way.name)
		}
		screen.Press(t, "继续编辑")
		s.mustStandIn(t, roomPerson)
		way.leave()
		screen.Press(t, "不保存")
		s.mustStandIn(t, way.to)
	}
}

// An import begins once the question about unsaved work is answered.
func TestImportWaitsForUnsavedWork(t *testing.T) {
	s, screen := opened(t)
	path := filepath.Join(t.TempDir(), "空表.lrmx")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.NewCadre()
	screen.Window.Focused().TypedRune('石')
	s.OpenImport(path)
	screen.Press(t, "继续编辑")
	if s.move(roomIntake); screen.Shows("共 1 个文件，确认之前不改动任何数据") {
		t.Error("a file is read although the user stays")
	}
	s.move(roomPerson)
	s.OpenImport(path)
	if screen.Press(t, "不保存"); !screen.Shows("共 1 个文件，确认之前不改动任何数据") {
		t.Errorf("the file is not read: %v", screen.Texts())
	}
}

// An empty database leads to what comes first.
func TestBeginningLeadsToTheSettings(t *testing.T) {
	s, _ := opened(t)
	workspace[*home.Workspace](s, roomHome).OnSettings()
	s.mustStandIn(t, roomSettings)
}

// The button that closes the window does not ask twice, nor end work unasked.
func TestClosingTheWindow(t *testing.T) {
	s, screen := opened(t)
	closed := 0
	close := func() { s.leave(func() { closed++ }) }
	kit.Confirm(screen.Window, "删除？", "", "删除", func() {})
	if close(); closed != 0 || len(screen.Window.Overlays().List()) != 1 {
		t.Error("closed, or asked once more, over a question")
	}
	screen.Window.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	done := kit.ShowProgress(screen.Window, kit.NewProgress("正在导入", nil))
	if close(); closed != 0 || !kit.Asking(screen.Window) {
		t.Error("work was ended unasked")
	}
	if done(); screen.Window.Overlays().Top() != nil {
		t.Error("asks about work that is done")
	}
	if close(); closed != 1 {
		t.Error("not closed")
	}
}

// keyboard remembers what shortcuts do; the canvas of tests cannot press them.
type keyboard struct {
	fyne.Canvas
	shortcuts map[string]func(fyne.Shortcut)
}

func (k *keyboard) AddShortcut(s fyne.Shortcut, do func(fyne.Shortcut)) {
	k.shortcuts[s.ShortcutName()] = do
}

// A key of the window means nothing below a question.
func TestKeysStopAtAQuestion(t *testing.T) {
	s, screen := opened(t)
	keys := &keyboard{screen.Window, map[string]func(fyne.Shortcut){}}
	s.bindKeys(keys)
	t.Cleanup(func() { kit.Forget(keys) })
	kit.Confirm(screen.Window, "删除？", "", "删除", func() {})
	key := &desktop.CustomShortcut{KeyName: fyne.Key2, Modifier: fyne.KeyModifierControl}
	press := keys.shortcuts[key.ShortcutName()]
	press(key)
	s.mustStandIn(t, roomHome)
	screen.Window.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	press(key)
	s.mustStandIn(t, roomRoster)
}

// What was said in a room is not read in another, where it would be about
// something else.
func TestANoticeStaysInItsRoom(t *testing.T) {
	s, screen := opened(t)
	s.enter(roomRoster)
	s.Say(kit.NoticeGood, "已保存。Ctrl+Z 撤销")
	if !screen.Shows("已保存。Ctrl+Z 撤销") {
		t.Fatal("not said")
	}
	if s.enter(roomStats); screen.Shows("已保存。Ctrl+Z 撤销") {
		t.Error("said in a room where nothing was saved")
	}
}
