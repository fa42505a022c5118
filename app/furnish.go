package app

import (
	"fyne.io/fyne/v2"

	"huoshui/app/adjust"
	"huoshui/app/backups"
	"huoshui/app/check"
	"huoshui/app/choose"
	"huoshui/app/decide"
	"huoshui/app/desk"
	"huoshui/app/history"
	"huoshui/app/home"
	"huoshui/app/intake"
	"huoshui/app/kit"
	"huoshui/app/meeting"
	"huoshui/app/people"
	"huoshui/app/person"
	"huoshui/app/records"
	"huoshui/app/report"
	"huoshui/app/roster"
	"huoshui/app/scenario"
	"huoshui/app/settings"
	"huoshui/app/stats"
	"huoshui/app/target"
	"huoshui/app/team"
	"huoshui/app/training"
	"huoshui/app/unit"
	"huoshui/data"
	"huoshui/data/rule"
	teams "huoshui/data/team"
)

// Here the rooms are made, with the ways from one to another.

func newHome(s *shell, _ *room) desk.Workspace {
	w := home.New(s.desk)
	w.OnCheck = func() { s.enter(roomCheck) }
	w.OnSettings = func() { s.enter(roomSettings) }
	w.OnTeams = func(c teams.Color) { goTo(s, roomTeam, func(w *team.Workspace) { w.Show(c) }) }
	return w
}

func newCheck(s *shell, r *room) desk.Workspace {
	w := check.New(s.desk)
	w.OnOpen = func(id string, f rule.Finding) {
		s.openPerson(roomCheck, func(w *person.Workspace) { w.OpenFinding(id, f) })
	}
	w.OnBack = s.backFrom(r)
	return w
}

func newRoster(s *shell, _ *room) desk.Workspace {
	w := roster.New(s.desk)
	w.OnEnrol = func(ids []string) { training.Enrol(s.desk, ids, w.Refresh) }
	return w
}

func newPerson(s *shell, _ *room) desk.Workspace {
	w := person.New(s.desk)
	w.OnBack = func() { s.enter(s.back) }
	return w
}

func newTeam(s *shell, _ *room) desk.Workspace {
	w := team.New(s.desk)
	w.OnPaper = func(sort, unit string) { s.MakePapers(sort, data.UnitKind, []string{unit}) }
	w.OnPapers = func(sort string, units []string) { s.MakePapers(sort, data.UnitKind, units) }
	w.More = []fyne.CanvasObject{kit.NewButton("目标与规则…", func() { s.enter(roomTarget) })}
	w.OnCure = func(unit string) { goTo(s, roomScenario, func(w *scenario.Workspace) { w.Begin(unit) }) }
	return w
}

func newTarget(s *shell, r *room) desk.Workspace {
	return s.connect(r, target.New(s.desk, s.backFrom(r)))
}

func newScenario(s *shell, r *room) desk.Workspace {
	w := scenario.New(s.desk)
	w.OnBack = s.backFrom(r)
	w.OnPaper = func(sort, id string) { s.MakePapers(sort, data.ScenarioKind, []string{id}) }
	return w
}

func newUnit(s *shell, _ *room) desk.Workspace { return unit.New(s.desk) }

func newStats(s *shell, _ *room) desk.Workspace { return stats.New(s.desk) }

func newReserve(s *shell, r *room) desk.Workspace {
	w := s.newRecords(r, data.ReserveKind, data.RoundKind, data.RecruitKind, data.TalentKind)
	w.More = []records.Action{{Text: "集中调整…", Do: func([]string) { s.enter(roomAdjust) }}}
	return w
}

func newAdjust(s *shell, r *room) desk.Workspace {
	w := adjust.New(s.desk)
	w.OnBack = s.backFrom(r)
	return w
}

func newTraining(s *shell, r *room) desk.Workspace {
	w := s.newRecords(r, data.ClassKind, data.SeatKind, data.SessionKind, data.LectureKind, data.BaseKind,
		data.PostingKind, data.CampaignKind, data.SentKind, data.QuotaKind)
	w.More = []records.Action{{Text: "登记结业…", Kind: data.ClassKind, Do: func(classes []string) {
		training.EnterResults(s.desk, classes, w.Refresh)
	}}}
	return w
}

func newSelection(s *shell, r *room) desk.Workspace {
	w := s.newRecords(r, data.VacancyKind, data.CandidateKind, data.DecisionKind, data.AppointmentKind, data.ExceptionalKind,
		data.TermPlanKind, data.ScenarioKind, data.MoveKind, data.QualityItemKind, data.VettingKind, data.VettedKind)
	for _, kind := range []*data.Kind{data.VacancyKind, data.DecisionKind, data.AppointmentKind} {
		w.More = append(w.More, records.Action{Text: "任免文件…", Kind: kind, Do: func([]string) { s.enter(roomDecide) }})
	}
	w.More = append(w.More, records.Action{Text: "比选…", Kind: data.VacancyKind, Do: func(chosen []string) {
		goTo(s, roomChoose, func(w *choose.Workspace) {
			if len(chosen) > 0 {
				w.Open(chosen[0])
			}
		})
	}})
	return w
}

func newChoose(s *shell, r *room) desk.Workspace {
	w := choose.New(s.desk)
	w.OnBack = s.backFrom(r)
	return w
}

func newDecide(s *shell, r *room) desk.Workspace {
	w := decide.New(s.desk)
	w.OnBack = s.backFrom(r)
	return w
}

func newCare(s *shell, r *room) desk.Workspace {
	return s.newRecords(r, data.NoticeKind, data.TalkKind, data.DisciplineKind, data.WarningKind, data.AppraisalKind,
		data.RewardKind, data.PromotionKind, data.ToleranceKind, data.AcceptedKind)
}

func newDuty(s *shell, r *room) desk.Workspace {
	return s.newRecords(r, data.BriefingKind, data.DispatchKind, data.InspectionKind, data.EvaluationKind, data.LightKind, data.LetterKind,
		data.VisitKind, data.ResearchKind, data.MeasureKind, data.TaskKind, data.LookBackKind, data.ScoreKind)
}

func newIntake(s *shell, _ *room) desk.Workspace { return intake.New(s.desk) }

func newReport(s *shell, _ *room) desk.Workspace {
	w := report.New(s.desk)
	w.OnOpenFolder = openFolder
	return w
}

func newMeeting(s *shell, _ *room) desk.Workspace { return meeting.New(s.desk) }

func newHistory(s *shell, _ *room) desk.Workspace { return history.New(s.desk) }

func newSettings(s *shell, _ *room) desk.Workspace {
	w := settings.New(s.desk)
	w.OnBackups = func() { s.enter(roomBackups) }
	w.OnPeople = func() { s.enter(roomPeople) }
	return w
}

func newBackups(s *shell, r *room) desk.Workspace {
	w := backups.New(s.desk)
	w.OnBack = s.backFrom(r)
	w.OnRestore = s.restore
	return w
}

func newPeople(s *shell, r *room) desk.Workspace {
	w := people.New(s.desk.Run, func() fyne.Canvas { return s.canvas })
	w.OnBack = s.backFrom(r)
	return w
}

// newRecords makes a room of records, its kinds in the order of their tabs.
func (s *shell) newRecords(r *room, kinds ...*data.Kind) *records.Workspace {
	return s.connect(r, records.New(s.desk, r.title, kinds...))
}

// connect gives a room of records what it needs of the window.
func (s *shell) connect(r *room, w *records.Workspace) *records.Workspace {
	w.Here = func() bool { return s.here == r }
	w.OnOpenUnit = func(id string) { goTo(s, roomUnit, func(w *unit.Workspace) { w.Open(id) }) }
	return w
}

// backFrom is the way back from a room within another.
func (s *shell) backFrom(r *room) func() { return func() { s.enter(r.in) } }
