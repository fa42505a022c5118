// Package app is the window: the shell around the workspaces, navigation, the
// as-of month, keys, and the pictures of every screen.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/adjust"
	"huoshui/app/check"
	"huoshui/app/choose"
	"huoshui/app/decide"
	"huoshui/app/desk"
	"huoshui/app/home"
	"huoshui/app/intake"
	"huoshui/app/kit"
	"huoshui/app/meeting"
	"huoshui/app/person"
	papers "huoshui/app/report"
	"huoshui/app/roster"
	"huoshui/app/scenario"
	"huoshui/app/settings"
	"huoshui/app/stats"
	"huoshui/app/team"
	"huoshui/app/unit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Rooms of the window, as navigation knows them.
const (
	roomHome     = "home"
	roomRoster   = "roster"
	roomTeam     = "team"
	roomUnit     = "unit"
	roomStats    = "stats"
	roomIntake   = "intake"
	roomReport   = "report"
	roomMeeting  = "meeting"
	roomSettings = "settings"
	roomChoose   = "choose"
	roomDecide   = "decide"
	roomTarget   = "target"
	roomScenario = "scenario"
	roomAdjust   = "adjust"
	roomCheck    = "check"
	roomPerson   = "person"
)

// within are the rooms without a line in the navigation, each with the room one
// comes from.
var within = map[string]string{
	roomPerson: roomRoster, roomCheck: roomHome, roomTarget: roomTeam, roomScenario: roomTeam,
	roomChoose: roomSelection, roomDecide: roomSelection, roomAdjust: roomReserve,
}

// shell is the frame around the workspaces.
type shell struct {
	desk   *desk.Desk
	canvas fyne.Canvas

	home     *home.Workspace
	check    *check.Workspace
	choose   *choose.Workspace
	decide   *decide.Workspace
	adjust   *adjust.Workspace
	roster   *roster.Workspace
	person   *person.Workspace
	team     *team.Workspace
	scenario *scenario.Workspace
	unit     *unit.Workspace
	stats    *stats.Workspace
	intake   *intake.Workspace
	report   *papers.Workspace
	meeting  *meeting.Workspace
	settings *settings.Workspace

	rooms  map[string]desk.Workspace // all of them
	room   string                    // the one shown
	back   string                    // where the way back from a person's page leads
	nav    *kit.NavList
	top    *topBar
	place  *fyne.Container // where the room stands
	notice *kit.Notice
	stale  map[string]bool // rooms to read anew when entered
}

// newShell furnishes the window for a canvas.
func newShell(d *desk.Desk, c fyne.Canvas) *shell {
	s := &shell{desk: d, canvas: c, room: roomHome, stale: map[string]bool{}, place: container.NewStack(), notice: kit.NewNotice()}
	d.Shell = s
	s.home = home.New(d)
	s.home.Check = func() { s.enter(roomCheck) }
	s.home.Settings = func() { s.enter(roomSettings) }
	s.home.Teams = s.openTeams
	s.choose = choose.New(d)
	s.choose.Back = func() { s.enter(roomSelection) }
	s.decide = decide.New(d)
	s.decide.Back = func() { s.enter(roomSelection) }
	s.adjust = adjust.New(d)
	s.adjust.Back = func() { s.enter(roomReserve) }
	s.check = check.New(d)
	s.check.Open = s.openFinding
	s.check.Back = func() { s.enter(roomHome) }
	s.roster = roster.New(d)
	s.roster.Enrol = s.enrol
	s.person = person.New(d)
	s.person.Back = func() { s.enter(s.back) }
	s.team = team.New(d)
	s.team.Paper = func(sort, unit string) { s.MakePapers(sort, data.UnitKind, []string{unit}) }
	s.team.Papers = func(sort string, units []string) { s.MakePapers(sort, data.UnitKind, units) }
	s.team.More = []fyne.CanvasObject{kit.NewButton("目标与规则…", func() { s.enter(roomTarget) })}
	s.scenario = scenario.New(d)
	s.scenario.Back = func() { s.enter(roomTeam) }
	s.scenario.Paper = func(sort, id string) { s.MakePapers(sort, data.ScenarioKind, []string{id}) }
	s.team.Cure = func(id string) { s.enter(roomScenario); s.scenario.Begin(id) }
	s.unit = unit.New(d)
	s.stats = stats.New(d)
	s.intake = intake.New(d)
	s.report = papers.New(d)
	s.report.OpenFolder = openFolder
	s.meeting = meeting.New(d)
	s.settings = settings.New(d)
	s.rooms = map[string]desk.Workspace{
		roomHome: s.home, roomRoster: s.roster, roomTeam: s.team, roomUnit: s.unit, roomStats: s.stats, roomIntake: s.intake,
		roomReport: s.report, roomMeeting: s.meeting, roomSettings: s.settings, roomChoose: s.choose, roomDecide: s.decide,
		roomScenario: s.scenario, roomAdjust: s.adjust, roomCheck: s.check, roomPerson: s.person,
	}
	s.furnishRecords()
	s.nav = kit.NewNavList(s.enter, navItems()...)
	s.top = newTopBar(d, s.setMonth, s.search)
	s.staleAll()
	return s
}

// content is the whole window.
func (s *shell) content() fyne.CanvasObject {
	return container.New(frame{}, s.top.content, s.nav, s.place, s.notice)
}

// enter goes to a room, unless the user wants to stay for unsaved work.
func (s *shell) enter(room string) {
	s.leaveRoom(func() { s.move(room) })
}

func (s *shell) move(room string) {
	s.room = room
	mark, ok := within[room]
	if !ok {
		mark = room
	}
	s.nav.Mark(mark)
	w := s.rooms[room]
	s.place.Objects = []fyne.CanvasObject{w.Content()}
	s.place.Refresh()
	if s.stale[room] {
		delete(s.stale, room)
		w.Refresh()
	}
}

func (s *shell) staleAll() {
	for room := range s.rooms {
		s.stale[room] = true
	}
}

// refresh reads the room one is in anew, and the others when entered.
func (s *shell) refresh() {
	s.staleAll()
	s.showOffice()
	delete(s.stale, s.room)
	s.rooms[s.room].Refresh()
}

func (s *shell) setMonth(m data.Month) {
	s.desk.At = m
	s.refresh()
}

func (s *shell) search(text string) {
	s.leaveRoom(func() {
		s.move(roomRoster)
		s.roster.Search(text)
		s.roster.Focus()
	})
}

// showOffice puts the office into the top bar and the state of the database
// into the line at the foot.
func (s *shell) showOffice() {
	office, err := store.Office(context.Background(), s.desk.Store, s.desk.At)
	if err != nil {
		s.Fail(err)
		return
	}
	s.top.show(office, s.desk.At)
	s.notice.SetState(databaseState(s.desk, office))
}

// Canvas implements desk.Shell.
func (s *shell) Canvas() fyne.Canvas { return s.canvas }

// OpenCadre implements desk.Shell.
func (s *shell) OpenCadre(id string) {
	s.leaveRoom(func() {
		delete(s.stale, roomPerson)
		s.back = roomRoster
		s.move(roomPerson)
		s.person.Open(id)
	})
}

// openFinding shows a cadre's page at the place a finding of the checks is
// about; the way back leads to the other findings.
func (s *shell) openFinding(id string, f rule.Finding) {
	s.leaveRoom(func() {
		delete(s.stale, roomPerson)
		s.back = roomCheck
		s.move(roomPerson)
		s.person.OpenFinding(id, f)
	})
}

// NewCadre implements desk.Shell.
func (s *shell) NewCadre() {
	s.leaveRoom(func() {
		delete(s.stale, roomPerson)
		s.back = roomRoster
		s.move(roomPerson)
		s.person.OpenNew()
	})
}

// OpenPeople implements desk.Shell.
func (s *shell) OpenPeople(title string, q criteria.Query) {
	s.leaveRoom(func() {
		delete(s.stale, roomRoster)
		s.move(roomRoster)
		s.roster.Show(title, q)
	})
}

// OpenQuery implements desk.Shell.
func (s *shell) OpenQuery(title string, q criteria.Query) {
	if q.Subject.Personal() && !q.Each {
		s.OpenPeople(title, q)
		return
	}
	s.showRows(title, q)
}

// OpenFigure implements desk.Shell.
func (s *shell) OpenFigure(id string) {
	source, err := figure.Open(context.Background(), s.desk.Store, s.desk.At)
	if err != nil {
		s.Fail(err)
		return
	}
	d, err := source.Named(id)
	if err != nil {
		s.Say(kit.NoticeInfo, "这个指标还没有记录可看。")
		return
	}
	title, q := d.Title(source.Office), source.Query(d, s.desk.At)
	if d.Subject.Personal() && !d.Each {
		s.OpenPeople(title, q)
		return
	}
	var once desk.Latest
	at := s.desk.At
	desk.Ask(s.desk, &once, func(ctx context.Context) (figure.Value, error) { return source.One(ctx, d, at) }, func(v figure.Value) {
		s.listRows(q, d.Columns(), v.Wording(), func(rows [][]string) string {
			if d.Sum != nil {
				return fmt.Sprintf("%s：%d 条，“%s”合计 %d", title, len(rows), d.Sum.Label, d.Total(rows))
			}
			return fmt.Sprintf("%s：%d %s", title, len(rows), d.RowUnit())
		})
	})
}

// MakePapers implements desk.Shell.
func (s *shell) MakePapers(sort string, kind *data.Kind, ids []string) {
	s.leaveRoom(func() {
		delete(s.stale, roomReport)
		s.move(roomReport)
		s.report.Take(sort, kind, ids)
	})
}

// OpenImport implements desk.Shell.
func (s *shell) OpenImport(paths ...string) {
	s.leaveRoom(func() {
		s.move(roomIntake)
		s.intake.Start(paths...)
	})
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
func (s *shell) Changed(changes []store.Changed) {
	for room, w := range s.rooms {
		if room != s.room && shows(w, changes) {
			s.stale[room] = true
		}
	}
	s.showOffice()
}

// TakenBack implements desk.Shell.
func (s *shell) TakenBack(changes []store.Changed) {
	switch w := s.rooms[s.room].(type) {
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
