package app

import (
	"context"

	"huoshui/app/desk"
)

// room is one room of the window, and everything the window knows of it. The
// navigation, the keys, the way back and the pictures read it here.
type room struct {
	id    string // also the name of its icon
	title string // its line in the navigation; a room within another has none
	in    string // the room it is within: whose line is marked, where its way back leads
	make  func(s *shell, r *room) desk.Workspace
	shoot func(ctx context.Context, b *booth) error // takes its pictures

	workspace desk.Workspace
	stale     bool // to be read again when entered
}

// IDs of the rooms that others lead to.
const (
	roomHome      = "home"
	roomCheck     = "check"
	roomRoster    = "roster"
	roomPerson    = "person"
	roomTeam      = "team"
	roomTarget    = "target"
	roomScenario  = "scenario"
	roomUnit      = "unit"
	roomStats     = "stats"
	roomReserve   = "reserve"
	roomAdjust    = "adjust"
	roomTraining  = "training"
	roomSelection = "selection"
	roomChoose    = "choose"
	roomDecide    = "decide"
	roomDuty      = "duty"
	roomIntake    = "intake"
	roomReport    = "report"
	roomMeeting   = "meeting"
	roomSettings  = "settings"
	roomBackups   = "backups"
	roomPeople    = "people"
)

// allRooms lists the rooms in the order of the navigation. A new screen is one
// entry here.
func allRooms() []*room {
	return []*room{
		{id: roomHome, title: "总览", make: newHome, shoot: alone("1-总览")},
		{id: roomCheck, in: roomHome, make: newCheck, shoot: alone("1-核对")},
		{id: roomRoster, title: "干部名册", make: newRoster, shoot: shootRoster},
		{id: roomPerson, in: roomRoster, make: newPerson, shoot: shootPerson},
		{id: roomTeam, title: "领导班子", make: newTeam, shoot: shootTeam},
		{id: roomTarget, in: roomTeam, make: newTarget, shoot: shootTarget},
		{id: roomScenario, in: roomTeam, make: newScenario, shoot: shootScenario},
		{id: roomUnit, title: "机构职位", make: newUnit, shoot: shootUnit},
		{id: roomStats, title: "统计分析", make: newStats, shoot: shootStats},
		{id: roomReserve, title: "储备库", make: newReserve, shoot: alone("51-储备库")},
		{id: roomAdjust, in: roomReserve, make: newAdjust, shoot: alone("58-储备库调整")},
		{id: roomTraining, title: "培养锻炼", make: newTraining, shoot: alone("52-培养锻炼")},
		{id: roomSelection, title: "选拔使用", make: newSelection, shoot: alone("53-选拔使用")},
		{id: roomChoose, in: roomSelection, make: newChoose, shoot: alone("57-比选")},
		{id: roomDecide, in: roomSelection, make: newDecide, shoot: alone("57-任免文件")},
		{id: "care", title: "管理监督", make: newCare, shoot: alone("54-管理监督")},
		{id: roomDuty, title: "责任落实", make: newDuty, shoot: shootDuty},
		{id: roomIntake, title: "导入", make: newIntake, shoot: shootIntake},
		{id: roomReport, title: "材料报告", make: newReport, shoot: shootReport},
		{id: roomMeeting, title: "会议演示", make: newMeeting, shoot: shootMeeting},
		{id: "history", title: "最近改动", make: newHistory, shoot: alone("64-最近改动")},
		{id: roomSettings, title: "设置", make: newSettings, shoot: shootSettings},
		{id: roomBackups, in: roomSettings, make: newBackups, shoot: alone("95-备份与恢复")},
		{id: roomPeople, in: roomSettings, make: newPeople, shoot: alone("96-使用人")},
	}
}
