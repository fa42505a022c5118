// Package app is the window: the frame around the workspaces, navigation, the
// as-of month, keys and messages. The workspaces do the work on records.
package app

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/intake"
	"huoshui/app/kit"
	"huoshui/app/person"
	"huoshui/app/report"
	"huoshui/app/roster"
	"huoshui/app/rows"
	"huoshui/assets"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// shell is the frame around the rooms.
type shell struct {
	desk   *desk.Desk
	canvas fyne.Canvas

	list   []*room          // in the order of the navigation
	rooms  map[string]*room // by ID
	here   *room            // the one shown
	back   string           // where the way back from a person's page leads
	nav    *kit.NavList
	top    *topBar
	place  *fyne.Container // where the room stands
	notice *kit.Notice
	naming desk.Latest // asks for the office

	onLock    func()            // what locks the window; nil where it has no lock
	onRestore func(from string) // puts a copy in the place of the database; nil where there is no window
	copying   desk.Latest
}

// newShell furnishes the window for a canvas.
func newShell(d *desk.Desk, c fyne.Canvas) *shell {
	s := &shell{desk: d, canvas: c, list: allRooms(), rooms: map[string]*room{}, place: container.NewStack(), notice: kit.NewNotice()}
	d.Shell = s
	for _, r := range s.list {
		r.workspace, r.stale = r.make(s, r), true
		s.rooms[r.id] = r
	}
	s.here = s.list[0]
	s.nav = kit.NewNavList(s.enter, s.navItems()...)
	s.top = newTopBar(d, s.setMonth, s.search)
	return s
}

// content is the whole window.
func (s *shell) content() fyne.CanvasObject {
	return container.New(frame{}, s.top.content, s.nav, s.place, s.notice)
}

// navItems are the lines of the navigation, each with the icon of its room.
func (s *shell) navItems() []kit.NavItem {
	var items []kit.NavItem
	for _, r := range s.list {
		if r.in == "" {
			items = append(items, kit.NavItem{ID: r.id, Text: r.title, Icon: fyne.NewStaticResource(r.id+".svg", assets.RoomIcon(r.id))})
		}
	}
	return items
}

// enter goes to a room, unless the user wants to stay for unsaved work.
func (s *shell) enter(id string) {
	s.leaveRoom(func() { s.move(id) })
}

// goTo enters a room as enter does, and then does something there.
func goTo[T desk.Workspace](s *shell, id string, do func(T)) {
	s.leaveRoom(func() {
		s.move(id)
		do(workspace[T](s, id))
	})
}

// open goes to a room to show something other in it than it showed before: what it
// showed is not read again.
func open[T desk.Workspace](s *shell, id string, do func(T)) {
	s.leaveRoom(func() {
		s.rooms[id].stale = false
		s.move(id)
		do(workspace[T](s, id))
	})
}

// workspace is that of a room.
func workspace[T desk.Workspace](s *shell, id string) T { return s.rooms[id].workspace.(T) }

// leaveRoom asks about unsaved changes in the current room and then goes on.
// The message of the old room is cleared, because “Ctrl+Z 撤销” would mean
// something else in another room.
func (s *shell) leaveRoom(then func()) {
	s.Say(kit.NoticeInfo, "")
	if w, ok := s.here.workspace.(desk.Leaver); ok {
		w.Leave(then)
		return
	}
	then()
}

// move shows a room, whatever is unsaved in the one before.
func (s *shell) move(id string) {
	r := s.rooms[id]
	s.here = r
	line := r.in
	if line == "" {
		line = r.id
	}
	s.nav.Mark(line)
	s.place.Objects = []fyne.CanvasObject{r.workspace.Content()}
	s.place.Refresh()
	if r.stale {
		r.stale = false
		r.workspace.Refresh()
	}
}

// refresh reads the room one is in again, and the others when entered.
func (s *shell) refresh() {
	for _, r := range s.list {
		r.stale = r != s.here
	}
	s.showOffice()
	s.here.workspace.Refresh()
}

func (s *shell) setMonth(m data.Month) {
	s.desk.At = m
	s.refresh()
}

func (s *shell) search(text string) {
	goTo(s, roomRoster, func(w *roster.Workspace) {
		w.Search(text)
		w.Focus()
	})
}

// showOffice puts the office into the top bar and the state of the database
// into the line at the foot.
func (s *shell) showOffice() {
	db, at := s.desk.Store, s.desk.At
	desk.Ask(s.desk, &s.naming,
		func(ctx context.Context) (data.Office, error) { return store.Office(ctx, db, at) },
		func(office data.Office) {
			s.top.show(office, at, db.Now())
			s.notice.SetState(databaseState(s.desk, office))
		})
}

// Canvas implements desk.Shell.
func (s *shell) Canvas() fyne.Canvas { return s.canvas }

// OpenCadre implements desk.Shell.
func (s *shell) OpenCadre(id string) {
	s.openPerson(roomRoster, func(w *person.Workspace) { w.Open(id) })
}

// NewCadre implements desk.Shell.
func (s *shell) NewCadre() {
	s.openPerson(roomRoster, func(w *person.Workspace) { w.OpenNew() })
}

// openPerson goes to the page of a cadre; its way back leads to a room.
func (s *shell) openPerson(back string, do func(*person.Workspace)) {
	open(s, roomPerson, func(w *person.Workspace) {
		s.back = back
		do(w)
	})
}

// OpenPeople implements desk.Shell.
func (s *shell) OpenPeople(title string, q criteria.Query) {
	open(s, roomRoster, func(w *roster.Workspace) { w.Show(title, q) })
}

// OpenQuery implements desk.Shell.
func (s *shell) OpenQuery(title string, q criteria.Query) { rows.ShowQuery(s.desk, title, q) }

// OpenFigure implements desk.Shell.
func (s *shell) OpenFigure(id string) { rows.ShowFigure(s.desk, id) }

// MakePapers implements desk.Shell.
func (s *shell) MakePapers(sort string, kind *data.Kind, ids []string) {
	open(s, roomReport, func(w *report.Workspace) { w.Take(sort, kind, ids) })
}

// OpenImport implements desk.Shell.
func (s *shell) OpenImport(paths ...string) {
	goTo(s, roomIntake, func(w *intake.Workspace) { w.Start(paths...) })
}

// Say implements desk.Shell.
func (s *shell) Say(kind kit.NoticeKind, text string) { s.notice.Say(kind, text) }

// Fail implements desk.Shell. Work that the user cancelled is not a failure.
func (s *shell) Fail(err error) {
	if errors.Is(err, context.Canceled) {
		s.Say(kit.NoticeInfo, data.Sentence(err))
		return
	}
	slog.Error("window", "err", err)
	s.Say(kit.NoticeProblem, data.Sentence(err))
}

// Changed implements desk.Shell. Other rooms that show any of the changed
// records are read again when the user enters them.
func (s *shell) Changed(changes []store.Changed) {
	for _, r := range s.list {
		if r != s.here && shows(r.workspace, changes) {
			r.stale = true
		}
	}
	s.showOffice()
}

// TakenBack implements desk.Shell.
func (s *shell) TakenBack(changes []store.Changed) {
	switch w := s.here.workspace.(type) {
	case desk.Watcher:
		w.OnChanged(changes)
	default:
		if shows(w, changes) {
			w.Refresh()
		}
	}
}

// shows reports whether a room shows anything of some changes.
func shows(w desk.Workspace, changes []store.Changed) bool {
	shower, ok := w.(desk.Shower)
	return !ok || slices.ContainsFunc(changes, shower.Shows)
}

// ShowSaving implements desk.Shell.
func (s *shell) ShowSaving(state desk.SaveState) {
	words := map[desk.SaveState]string{
		desk.SaveRunning: "正在保存…", desk.SaveDone: "已保存 " + s.desk.Now().Format("15:04"), desk.SaveFailed: "没有保存",
	}
	s.notice.SetWork(words[state])
}
