package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/records"
	"huoshui/assets"
	"huoshui/data"
)

// Rooms of records, as navigation knows them.
const (
	roomReserve   = "reserve"
	roomTraining  = "training"
	roomSelection = "selection"
	roomCare      = "care"
	roomDuty      = "duty"
)

// recordRooms are the rooms in which the records of the mechanisms are kept,
// each with its kinds in the order of their tabs.
var recordRooms = []struct {
	id, title string
	kinds     []*data.Kind
}{
	{roomReserve, "储备库", []*data.Kind{data.ReserveKind, data.RoundKind, data.RecruitKind, data.TalentKind}},
	{roomTraining, "培养锻炼", []*data.Kind{
		data.ClassKind, data.SeatKind, data.SessionKind, data.LectureKind, data.BaseKind,
		data.PostingKind, data.CampaignKind, data.SentKind, data.QuotaKind,
	}},
	{roomSelection, "选拔使用", []*data.Kind{
		data.VacancyKind, data.CandidateKind, data.DecisionKind, data.AppointmentKind, data.ExceptionalKind,
		data.TermPlanKind, data.ScenarioKind, data.MoveKind, data.QualityItemKind, data.VettingKind, data.VettedKind,
	}},
	{roomCare, "管理监督", []*data.Kind{
		data.NoticeKind, data.TalkKind, data.DisciplineKind, data.WarningKind, data.AppraisalKind,
		data.RewardKind, data.PromotionKind, data.ToleranceKind, data.AcceptedKind,
	}},
	{roomDuty, "责任落实", []*data.Kind{
		data.BriefingKind, data.DispatchKind, data.InspectionKind, data.EvaluationKind, data.LightKind, data.LetterKind,
		data.VisitKind, data.ResearchKind,
		data.MeasureKind, data.TaskKind, data.LookBackKind, data.ScoreKind,
	}},
}

// furnishRecords makes the rooms of records.
func (s *shell) furnishRecords() {
	for _, r := range recordRooms {
		w := records.New(s.desk, r.title, r.kinds...)
		w.Here = func() bool { return s.room == r.id }
		w.OpenUnit = s.openUnit
		w.More = s.more(r.id)
		s.rooms[r.id] = w
	}
	s.rooms[roomTarget] = s.newTargets()
}

// recordItems are the lines of the rooms of records in the navigation.
func recordItems() []kit.NavItem {
	var items []kit.NavItem
	for _, r := range recordRooms {
		items = append(items, navItem(r.id, r.title))
	}
	return items
}

// navItems are the lines of the navigation.
func navItems() []kit.NavItem {
	return slices.Concat([]kit.NavItem{
		navItem(roomHome, "总览"),
		navItem(roomRoster, "干部名册"),
		navItem(roomTeam, "领导班子"),
		navItem(roomUnit, "机构职位"),
		navItem(roomStats, "统计分析"),
	}, recordItems(), []kit.NavItem{
		navItem(roomIntake, "导入"),
		navItem(roomReport, "材料报告"),
		navItem(roomMeeting, "会议演示"),
		navItem(roomSettings, "设置"),
	})
}

// navItem is the line of one room, with the icon that has its name.
func navItem(room, text string) kit.NavItem {
	return kit.NavItem{ID: room, Text: text, Icon: fyne.NewStaticResource(room+".svg", assets.RoomIcon(room))}
}

// openUnit shows a unit with its posts.
func (s *shell) openUnit(id string) {
	s.leaveRoom(func() {
		s.move(roomUnit)
		s.unit.Open(id)
	})
}

// inOrder are the rooms in the order of the navigation.
func inOrder() []string {
	var list []string
	for _, item := range navItems() {
		list = append(list, item.ID)
	}
	return list
}

// save saves what is edited in the room one is in.
func (s *shell) save() {
	if w, ok := s.rooms[s.room].(desk.Saver); ok {
		w.Save()
	}
}

// undo takes back the last thing changed in the room that is not saved yet, else
// the last saved change of this sitting, wherever it was made.
func (s *shell) undo() {
	if w, ok := s.rooms[s.room].(desk.Undoer); ok && w.Undo() {
		return
	}
	s.desk.Undo()
}

// turn goes to the next part of the room one is in, or to the one before.
func (s *shell) turn(by int) {
	if w, ok := s.rooms[s.room].(desk.Turner); ok {
		w.Turn(by)
	}
}

// add begins a new record of what the room one is in is about, else a cadre.
func (s *shell) add() {
	if w, ok := s.rooms[s.room].(desk.Adder); ok {
		w.Add()
		return
	}
	s.NewCadre()
}

// leaveRoom goes on once nothing unsaved is left in the room one is in. What
// was said there stays there: elsewhere “Ctrl+Z 撤销” would mean something else.
func (s *shell) leaveRoom(then func()) {
	s.Say(kit.NoticeInfo, "")
	if w, ok := s.rooms[s.room].(desk.Leaver); ok {
		w.Leave(then)
		return
	}
	then()
}
