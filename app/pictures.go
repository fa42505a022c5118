package app

import (
	"context"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"huoshui/app/desk"
	"huoshui/app/intake"
	"huoshui/app/meeting"
	"huoshui/app/person"
	"huoshui/app/report"
	"huoshui/app/scenario"
	"huoshui/app/settings"
	"huoshui/app/shots"
	"huoshui/app/stats"
	"huoshui/app/team"
	"huoshui/app/unit"
	"huoshui/data"
	papers "huoshui/data/report"
	"huoshui/data/store"
)

// Shots draws every screen of a database into PNG files without a display and
// returns their paths. If a text is given, it draws only the pictures whose
// names contain it.
func Shots(ctx context.Context, db store.File, dir, only string, at data.Month, width, height int) ([]string, error) {
	if fyne.CurrentApp() == nil {
		if err := furnish(fyneapp.NewWithID(ID)); err != nil {
			return nil, err
		}
	}
	s, err := db.Open(ctx, false)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	today := time.Date(at.Year(), time.Month(int(at)%100), 9, 9, 0, 0, 0, time.UTC) // the pictures do not depend on the day they are taken
	d := desk.New(s)
	d.User, d.At, d.Now = "样例用户", at, func() time.Time { return today }
	d.Run, d.Files = desk.Inline{}, noFiles{}
	camera := shots.NewCamera(dir, only, fyne.NewSize(float32(width), float32(height)))
	b := &booth{Camera: camera, shell: newShell(d, camera.Canvas())}
	b.Show(b.shell.content())
	b.shell.showOffice()
	for _, r := range b.shell.list {
		if err := ctx.Err(); err != nil {
			return b.Taken(), err
		}
		b.shell.enter(r.id)
		if err := r.shoot(ctx, b); err != nil {
			return b.Taken(), err
		}
	}
	return b.Taken(), nil
}

// booth is the window with a camera before it. What takes the pictures of a room
// finds the room entered.
type booth struct {
	*shots.Camera
	shell *shell
}

// alone takes one picture of a room.
func alone(name string) func(context.Context, *booth) error {
	return func(_ context.Context, b *booth) error { return b.Take(name) }
}

// parts takes a picture of each part of a room but the one that is shown.
func (b *booth) parts(titles []string, shown int, show func(int), name func(i int, title string) string) error {
	for i, title := range titles {
		if i == shown {
			continue
		}
		show(i)
		if err := b.Take(name(i, title)); err != nil {
			return err
		}
	}
	return nil
}

// step is a picture and what is done before it is taken; nil for nothing.
type step struct {
	name string
	do   func()
}

func (b *booth) steps(steps ...step) error {
	for _, s := range steps {
		if s.do != nil {
			s.do()
		}
		if err := b.Take(s.name); err != nil {
			return err
		}
	}
	return nil
}

func shootRoster(_ context.Context, b *booth) error {
	s := b.shell
	return b.steps(
		step{"2-干部名册", nil},
		step{"3-指标名单", func() { s.OpenFigure("m0.principals.young") }},
		step{"3-生僻字姓名", func() { s.OpenPeople("生僻字姓名", shots.RareNames(s.desk.At)) }},
	)
}

func shootPerson(ctx context.Context, b *booth) error {
	id, err := shots.Somebody(ctx, b.shell.desk)
	if err != nil {
		return err
	}
	if id != "" {
		b.shell.OpenCadre(id)
	}
	if err := b.Take("4-审批表"); err != nil {
		return err
	}
	w := workspace[*person.Workspace](b.shell, roomPerson)
	return b.parts(w.Tabs(), 0, w.ShowTab, func(i int, title string) string { return fmt.Sprintf("4-%d%s", i, title) })
}

func shootTeam(_ context.Context, b *booth) error {
	w := workspace[*team.Workspace](b.shell, roomTeam)
	return b.steps(
		step{"31-领导班子", nil},
		step{"32-领导班子推演", func() { w.Project(36) }},
		step{"32-评价轮次", func() { w.Project(0); w.Turn(1) }},
		step{"32-换届与保底", func() { w.Turn(1) }},
	)
}

func shootTarget(_ context.Context, b *booth) error {
	return b.steps(step{"33-配备目标", nil}, step{"34-目标试算", b.shell.add})
}

func shootScenario(_ context.Context, b *booth) error {
	w := workspace[*scenario.Workspace](b.shell, roomScenario)
	return b.steps(step{"35-模拟调配", w.Load}, step{"36-对比方案", w.Beside})
}

// shootUnit shows the posts of a township, where there is one.
func shootUnit(ctx context.Context, b *booth) error {
	id, err := shots.Township(ctx, b.shell.desk)
	if err != nil {
		return err
	}
	if id != "" {
		workspace[*unit.Workspace](b.shell, roomUnit).Open(id)
	}
	return b.Take("5-机构职位")
}

func shootStats(_ context.Context, b *booth) error {
	w := workspace[*stats.Workspace](b.shell, roomStats)
	if err := b.Take("50-统计分析"); err != nil {
		return err
	}
	if err := b.parts(w.Titles(), 0, w.Show, func(i int, title string) string { return fmt.Sprintf("50-%d%s", i, title) }); err != nil {
		return err
	}
	b.shell.OpenFigure("m2.3.front")
	return b.Take("99-指标明细")
}

func shootDuty(_ context.Context, b *booth) error {
	return b.steps(step{"55-责任落实", nil}, step{"56-填写记录", b.shell.add})
}

// shootIntake shows the room, then the import of a few forms.
func shootIntake(ctx context.Context, b *booth) error {
	if err := b.Take("7-导入"); err != nil {
		return err
	}
	dir, err := shots.Forms(ctx, b.shell.desk)
	defer os.RemoveAll(dir)
	if err != nil {
		return err
	}
	b.shell.OpenImport(dir)
	if err := b.Take("8-导入比对"); err != nil {
		return err
	}
	w := workspace[*intake.Workspace](b.shell, roomIntake)
	return b.parts(w.Titles(), w.Shown(), w.Show, func(i int, title string) string { return fmt.Sprintf("8-%d导入%s", i+1, title) })
}

// shootReport takes every sort of paper, and the editor of a text.
func shootReport(_ context.Context, b *booth) error {
	if err := b.Take("6-材料报告"); err != nil {
		return err
	}
	w := workspace[*report.Workspace](b.shell, roomReport)
	for i, s := range papers.Sorts() {
		w.Show(s.Name)
		if err := b.Take(fmt.Sprintf("6-%02d%s", i+1, s.Label)); err != nil {
			return err
		}
	}
	w.Show("work")
	w.Edit()
	err := b.Take("6-修改文字")
	w.Show("work")
	return err
}

// shootMeeting takes the room, then every slide as it is on the big screen, then
// what the first number opens and the cadre behind its first row.
func shootMeeting(_ context.Context, b *booth) error {
	if err := b.Take("61-会议演示"); err != nil {
		return err
	}
	w := workspace[*meeting.Workspace](b.shell, roomMeeting)
	b.Show(w.Screen())
	defer func() { b.Show(b.shell.content()) }()
	for i := 0; i == 0 || w.Next(); i++ {
		if err := b.Take(fmt.Sprintf("62-放映-%02d", i)); err != nil {
			return err
		}
	}
	w.Show(1)
	for i := 1; w.Enter(); i++ {
		if err := b.Take(fmt.Sprintf("63-放映名单-%d", i)); err != nil {
			return err
		}
	}
	return nil
}

func shootSettings(_ context.Context, b *booth) error {
	w := workspace[*settings.Workspace](b.shell, roomSettings)
	return b.steps(
		step{"9-设置", nil},
		step{"90-口径", w.ShowBook},
		step{"91-年代与年龄段", w.ShowBands},
		step{"92-界限与提醒", w.ShowReminders},
		step{"94-班子与人选", w.ShowTeams},
		step{"93-任职资格", w.ShowEligibility},
	)
}

// noFiles answers no file dialog, because there is no user.
type noFiles struct{}

func (noFiles) Open(string, []string, func([]string)) {}
func (noFiles) Folder(string, func(string))           {}
func (noFiles) Save(string, string, func(string))     {}
