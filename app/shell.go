// Package app is the window: the shell around the workspaces, navigation, the
// as-of month, keys, and the pictures of every screen.
package app

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/home"
	"huoshui/app/intake"
	"huoshui/app/kit"
	"huoshui/app/person"
	papers "huoshui/app/report"
	"huoshui/app/roster"
	"huoshui/app/settings"
	"huoshui/app/unit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/figure"
	"huoshui/data/report"
)

// Rooms of the window, as navigation knows them.
const (
	roomHome     = "home"
	roomRoster   = "roster"
	roomUnit     = "unit"
	roomIntake   = "intake"
	roomReport   = "report"
	roomSettings = "settings"
	roomPerson   = "person" // has no line in the navigation: it belongs to the roster
)

// shell is the frame around the workspaces.
type shell struct {
	desk   *desk.Desk
	canvas fyne.Canvas

	home     *home.Workspace
	roster   *roster.Workspace
	person   *person.Workspace
	unit     *unit.Workspace
	intake   *intake.Workspace
	report   *papers.Workspace
	settings *settings.Workspace

	room   string
	nav    *kit.NavList
	top    *topBar
	place  *fyne.Container // where the room stands
	notice *kit.Notice
	stale  map[string]bool // rooms to read anew when entered
}

// newShell furnishes the window for a canvas.
func newShell(d *desk.Desk, c fyne.Canvas) *shell {
	s := &shell{desk: d, canvas: c, stale: map[string]bool{}, place: container.NewStack(), notice: kit.NewNotice()}
	d.Shell = s
	s.home = home.New(d)
	s.roster = roster.New(d)
	s.roster.Export = s.exportRoster
	s.person = person.New(d)
	s.person.Export = s.exportForms
	s.person.Back = func() { s.enter(roomRoster) }
	s.unit = unit.New(d)
	s.intake = intake.New(d, matchPinyin)
	s.report = papers.New(d)
	s.settings = settings.New(d)
	s.nav = kit.NewNavList(s.enter,
		kit.NavItem{ID: roomHome, Text: "总览"},
		kit.NavItem{ID: roomRoster, Text: "干部名册"},
		kit.NavItem{ID: roomUnit, Text: "机构职位"},
		kit.NavItem{ID: roomIntake, Text: "导入"},
		kit.NavItem{ID: roomReport, Text: "材料报告"},
		kit.NavItem{ID: roomSettings, Text: "设置"},
	)
	s.top = newTopBar(d, s.setMonth, s.search)
	s.staleAll()
	return s
}

// content is the whole window.
func (s *shell) content() fyne.CanvasObject {
	return container.New(frame{}, s.top.content, s.nav, s.place, s.notice)
}

func (s *shell) workspace(room string) desk.Workspace {
	switch room {
	case roomRoster:
		return s.roster
	case roomUnit:
		return s.unit
	case roomIntake:
		return s.intake
	case roomReport:
		return s.report
	case roomPerson:
		return s.person
	case roomSettings:
		return s.settings
	}
	return s.home
}

// enter goes to a room, unless the user wants to stay for unsaved work.
func (s *shell) enter(room string) {
	s.leaveCadre(func() { s.move(room) })
}

func (s *shell) move(room string) {
	s.room = room
	mark := room
	if room == roomPerson {
		mark = roomRoster
	}
	s.nav.Mark(mark)
	w := s.workspace(room)
	s.place.Objects = []fyne.CanvasObject{w.Content()}
	s.place.Refresh()
	if s.stale[room] {
		delete(s.stale, room)
		w.Refresh()
	}
}

func (s *shell) staleAll() {
	for _, room := range []string{roomHome, roomRoster, roomUnit, roomIntake, roomReport, roomPerson, roomSettings} {
		s.stale[room] = true
	}
}

// refresh reads the room one is in anew, and the others when entered.
func (s *shell) refresh() {
	s.staleAll()
	s.showOffice()
	delete(s.stale, s.room)
	s.workspace(s.room).Refresh()
}

func (s *shell) setMonth(m data.Month) {
	s.desk.At = m
	s.refresh()
}

func (s *shell) search(text string) {
	s.leaveCadre(func() {
		s.move(roomRoster)
		s.roster.Search(text)
		s.roster.Focus()
	})
}

// showOffice puts the office into the top bar and the state of the database
// into the line at the foot.
func (s *shell) showOffice() {
	source, err := figure.Open(context.Background(), s.desk.Store, s.desk.At)
	if err != nil {
		s.Fail(err)
		return
	}
	s.top.show(source.Office, s.desk.At)
	s.notice.SetState(databaseState(s.desk, source.Office))
}

// Canvas implements desk.Shell.
func (s *shell) Canvas() fyne.Canvas { return s.canvas }

// OpenCadre implements desk.Shell.
func (s *shell) OpenCadre(id string) {
	s.leaveCadre(func() {
		delete(s.stale, roomPerson)
		s.move(roomPerson)
		s.person.Open(id)
	})
}

// leaveCadre goes on once nothing unsaved is left on the person's page, if
// that is where one is.
func (s *shell) leaveCadre(then func()) {
	if s.room == roomPerson {
		s.person.Leave(then)
		return
	}
	then()
}

// NewCadre implements desk.Shell.
func (s *shell) NewCadre() {
	s.leaveCadre(func() {
		delete(s.stale, roomPerson)
		s.move(roomPerson)
		s.person.OpenNew()
	})
}

// OpenPeople implements desk.Shell.
func (s *shell) OpenPeople(title string, q criteria.Query) {
	s.leaveCadre(func() {
		delete(s.stale, roomRoster)
		s.move(roomRoster)
		s.roster.Show(title, q)
	})
}

// OpenFigure implements desk.Shell.
func (s *shell) OpenFigure(id string) {
	d := figure.Named(id)
	if d == nil {
		s.Say(kit.NoticeInfo, "这个指标还没有记录可看。")
		return
	}
	source, err := figure.Open(context.Background(), s.desk.Store, s.desk.At)
	if err != nil {
		s.Fail(err)
		return
	}
	q := source.Query(d, s.desk.At)
	if d.Subject.Personal() {
		s.OpenPeople(d.Title(source.Office), q)
		return
	}
	s.showRows(d.Title(source.Office), q)
}

// OpenImport implements desk.Shell.
func (s *shell) OpenImport(paths ...string) {
	s.enter(roomIntake)
	s.intake.Start(paths...)
}

// Say implements desk.Shell.
func (s *shell) Say(kind kit.NoticeKind, text string) { s.notice.Say(kind, text) }

// Fail implements desk.Shell. What the user cancelled is no failure.
func (s *shell) Fail(err error) {
	if errors.Is(err, context.Canceled) {
		s.Say(kit.NoticeInfo, data.Sentence(err))
		return
	}
	slog.Error("window", "err", err)
	s.Say(kit.NoticeProblem, data.Sentence(err))
}

// Changed implements desk.Shell.
func (s *shell) Changed() {
	room := s.room
	s.staleAll()
	delete(s.stale, room)
	s.showOffice()
}

func (s *shell) exportForms(ctx context.Context, ids []string, at data.Month, dir string) error {
	_, err := exchange.Export(ctx, s.desk.Store, ids, at, dir, nil)
	return err
}

func (s *shell) exportRoster(ctx context.Context, q criteria.Query, path string) error {
	source, err := figure.Open(ctx, s.desk.Store, q.At)
	if err != nil {
		return err
	}
	paper, err := report.Roster(ctx, source, q)
	if err != nil {
		return err
	}
	return report.Save(path, paper)
}
