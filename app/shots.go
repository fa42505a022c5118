package app

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/software"

	"huoshui/app/desk"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/store"
)

// Shots draws every screen of a database into PNG files, without a display,
// and gives their paths; only those whose names hold a text, if one is given.
func Shots(ctx context.Context, db, dir, only string, at data.Month, width, height int) ([]string, error) {
	if fyne.CurrentApp() == nil {
		if err := furnish(fyneapp.NewWithID(ID)); err != nil {
			return nil, err
		}
	}
	s, err := store.Open(ctx, db, false)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	b := &booth{dir: dir, only: only, size: fyne.NewSize(float32(width), float32(height))}
	b.canvas = software.NewCanvas()
	b.canvas.SetPadded(false)
	today := time.Date(at.Year(), time.Month(int(at)%100), 9, 9, 0, 0, 0, time.UTC) // the pictures do not depend on the day they are taken
	d := &desk.Desk{Store: s, User: "样例用户", At: at, Now: func() time.Time { return today }, Run: desk.Inline{}}
	b.shell = newShell(d, b.canvas)
	d.Files = noFiles{}
	b.canvas.SetContent(b.shell.content())
	b.canvas.Resize(b.size)
	b.shell.showOffice()
	return b.all(ctx)
}

// booth takes the pictures.
type booth struct {
	canvas software.WindowlessCanvas
	shell  *shell
	dir    string
	only   string // what the names of pictures must hold; empty for all
	size   fyne.Size
	taken  []string
}

// screen is a picture to take: its name, and how to come to what it shows.
type screen struct {
	name string
	show func() error
}

func (b *booth) screens(ctx context.Context) []screen {
	return []screen{
		{"1-总览", func() error { b.shell.enter(roomHome); return nil }},
		{"1-核对", func() error { b.shell.enter(roomCheck); return nil }},
		{"2-干部名册", func() error { b.shell.enter(roomRoster); return nil }},
		{"3-指标名单", func() error { b.shell.OpenFigure("m0.principals.young"); return nil }},
		{"3-生僻字姓名", func() error { b.shell.OpenPeople("生僻字姓名", b.rareNames()); return nil }},
		{"4-审批表", func() error { return b.openSomebody(ctx) }},
		{"31-领导班子", func() error { b.shell.enter(roomTeam); return nil }},
		{"32-领导班子推演", func() error { b.shell.team.Project(36); return nil }},
		{"32-评价轮次", func() error { b.shell.team.Project(0); b.shell.team.Turn(1); return nil }},
		{"32-换届与保底", func() error { b.shell.team.Turn(1); return nil }},
		{"33-配备目标", func() error { b.shell.enter(roomTarget); return nil }},
		{"34-目标试算", func() error { b.shell.add(); return nil }},
		{"35-模拟调配", func() error { b.shell.enter(roomScenario); b.shell.scenario.Load(); return nil }},
		{"36-对比方案", func() error { b.shell.scenario.Beside(); return nil }},
		{"5-机构职位", func() error { return b.openTownship(ctx) }},
		{"50-统计分析", func() error { b.shell.enter(roomStats); return nil }},
		{"51-储备库", func() error { b.shell.enter(roomReserve); return nil }},
		{"52-培养锻炼", func() error { b.shell.enter(roomTraining); return nil }},
		{"53-选拔使用", func() error { b.shell.enter(roomSelection); return nil }},
		{"54-管理监督", func() error { b.shell.enter(roomCare); return nil }},
		{"55-责任落实", func() error { b.shell.enter(roomDuty); return nil }},
		{"56-填写记录", func() error { b.shell.add(); return nil }},
		{"57-比选", func() error { b.shell.enter(roomChoose); return nil }},
		{"57-任免文件", func() error { b.shell.enter(roomDecide); return nil }},
		{"58-储备库调整", func() error { b.shell.enter(roomAdjust); return nil }},
		{"6-材料报告", func() error { b.shell.enter(roomReport); return nil }},
		{"61-会议演示", func() error { b.shell.enter(roomMeeting); return nil }},
		{"7-导入", func() error { b.shell.enter(roomIntake); return nil }},
		{"8-导入比对", func() error { return b.importSomething(ctx) }},
		{"9-设置", func() error { b.shell.enter(roomSettings); return nil }},
		{"90-口径", func() error { b.shell.settings.ShowBook(); return nil }},
		{"91-年代与年龄段", func() error { b.shell.settings.ShowBands(); return nil }},
		{"92-界限与提醒", func() error { b.shell.settings.ShowReminders(); return nil }},
		{"94-班子与人选", func() error { b.shell.settings.ShowTeams(); return nil }},
		{"93-任职资格", func() error { b.shell.settings.ShowEligibility(); return nil }},
		// The dialog stays open, so it comes last.
		{"99-指标明细", func() error { b.shell.OpenFigure("m2.3.front"); return nil }},
	}
}

// all takes the pictures of all screens, and of what some of them lead to.
func (b *booth) all(ctx context.Context) ([]string, error) {
	for _, step := range b.screens(ctx) {
		if err := ctx.Err(); err != nil {
			return b.taken, err
		}
		if err := step.show(); err != nil {
			return b.taken, err
		}
		if err := b.take(step.name); err != nil {
			return b.taken, err
		}
		var more func() error
		switch step.name {
		case "4-审批表":
			more = b.personTabs
		case "6-材料报告":
			more = b.papers
		case "61-会议演示":
			more = b.slides
		case "50-统计分析":
			more = b.statsTabs
		case "8-导入比对":
			more = b.importTabs
		}
		if more != nil {
			if err := more(); err != nil {
				return b.taken, err
			}
		}
	}
	return b.taken, nil
}

func (b *booth) take(name string) error {
	if !strings.Contains(name, b.only) {
		return nil
	}
	b.canvas.Resize(b.size)
	path := filepath.Join(b.dir, name+".png")
	err := data.SaveFile(path, func(w io.Writer) error { return png.Encode(w, b.picture()) })
	b.taken = append(b.taken, path)
	return err
}

// personTabs takes every other part of the person's page.
func (b *booth) personTabs() error {
	for i, title := range b.shell.person.Tabs() {
		if i == 0 {
			continue
		}
		b.shell.person.ShowTab(i)
		if err := b.take(fmt.Sprintf("4-%d%s", i, title)); err != nil {
			return err
		}
	}
	return nil
}

// papers takes every sort of paper, and the editor of a text.
func (b *booth) papers() error {
	for i, s := range report.Sorts() {
		b.shell.report.Show(s.Name)
		if err := b.take(fmt.Sprintf("6-%02d%s", i+1, s.Label)); err != nil {
			return err
		}
	}
	b.shell.report.Show("work")
	b.shell.report.Edit()
	err := b.take("6-修改文字")
	b.shell.report.Show("work")
	return err
}

// slides takes every slide of the meeting as it is on the big screen, then what
// the first number opens and the cadre behind its first row.
func (b *booth) slides() error {
	m := b.shell.meeting
	b.canvas.SetContent(m.Screen())
	defer func() { b.canvas.SetContent(b.shell.content()) }()
	for i := 0; i == 0 || m.Next(); i++ {
		if err := b.take(fmt.Sprintf("62-放映-%02d", i)); err != nil {
			return err
		}
	}
	m.Show(1)
	for i := 1; m.Enter(); i++ {
		if err := b.take(fmt.Sprintf("63-放映名单-%d", i)); err != nil {
			return err
		}
	}
	return nil
}

// statsTabs takes every other part of the statistics.
func (b *booth) statsTabs() error {
	for i, title := range b.shell.stats.Titles() {
		if i == 0 {
			continue
		}
		b.shell.stats.Show(i)
		if err := b.take(fmt.Sprintf("50-%d%s", i, title)); err != nil {
			return err
		}
	}
	return nil
}

// importTabs takes the other tabs of the proposal.
func (b *booth) importTabs() error {
	taken := b.shell.intake.Shown()
	for i, title := range b.shell.intake.Titles() {
		if i == taken {
			continue
		}
		b.shell.intake.Show(i)
		if err := b.take(fmt.Sprintf("8-%d导入%s", i+1, title)); err != nil {
			return err
		}
	}
	return nil
}

// openSomebody opens the first young principal of a township, so that the
// picture shows a full record, else whoever is on file first.
func (b *booth) openSomebody(ctx context.Context) error {
	for _, where := range []string{"符合 乡镇党政正职 且 符合 85后", ""} {
		subject := "任职"
		if where == "" {
			subject = "干部"
		}
		source, err := figure.Open(ctx, b.shell.desk.Store, b.shell.desk.At)
		if err != nil {
			return err
		}
		q := criteria.Query{Subject: criteria.SubjectNamed(subject), Where: criteria.MustParse(where), At: b.shell.desk.At, Book: source.Book}
		people, err := q.People(ctx, b.shell.desk.Store, criteria.Order{Field: "order"})
		if err != nil {
			return err
		}
		if len(people) > 0 {
			b.shell.OpenCadre(people[0])
			return nil
		}
	}
	return nil
}

// rareNames asks for names that need the far corners of the font.
func (b *booth) rareNames() criteria.Query {
	where := criteria.MustParse("姓名 包含 㛃 或 姓名 包含 䶮 或 姓名 包含 𬭎 或 姓名 包含 ·")
	return criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: where, At: b.shell.desk.At}
}

// openTownship shows the posts of the first township, where there is one.
func (b *booth) openTownship(ctx context.Context) error {
	b.shell.enter(roomUnit)
	q := criteria.Query{
		Subject: criteria.SubjectNamed("机构"), At: b.shell.desk.At,
		Where: criteria.If("机构类别", criteria.In, "镇", "乡", "街道"),
	}
	ids, err := q.IDs(ctx, b.shell.desk.Store, criteria.Order{Field: "排序号"})
	if err == nil && len(ids) > 0 {
		b.shell.unit.Open(ids[0])
	}
	return err
}

// importSomething shows the proposal of an import: the forms of a few people,
// one of them changed, one nobody knows, one file that is none.
func (b *booth) importSomething(ctx context.Context) error {
	d := b.shell.desk
	dir, err := os.MkdirTemp("", "huoshui-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: d.At}
	ids, err := q.IDs(ctx, d.Store, criteria.Order{Field: "order"})
	if err != nil {
		return err
	}
	if _, err := exchange.Export(ctx, d.Store, ids[:min(len(ids), 30)], d.At, dir, nil); err != nil {
		return err
	}
	if err := alterForms(dir); err != nil {
		return err
	}
	b.shell.OpenImport(dir)
	return nil
}

// alterForms makes forms differ from what is on record.
func alterForms(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.lrmx"))
	if err != nil || len(names) == 0 {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "扫描件.lrmx"), nil, 0o600); err != nil {
		return err
	}
	for i, name := range names[:len(names)/2] {
		file, err := lrmx.ReadFile(name)
		if err != nil {
			return err
		}
		switch i % 4 {
		case 0:
			file.Set(lrmx.TagTitle, "高级经济师")
			file.Set(lrmx.TagResume, strings.Replace(file.Get(lrmx.TagResume), "科员", "一级科员", 1))
			file.Family = file.Family[:len(file.Family)/2]
		case 1:
			file.Set(lrmx.TagIDNumber, fmt.Sprintf("99010119800101%03d5", i))
			file.Set(lrmx.TagAppraisal, "2023、2024、2025年年度考核均为优秀。")
		case 2:
			file.Set(lrmx.TagName, "王新民")
			file.Set(lrmx.TagIDNumber, "")
			file.Set(lrmx.TagPost, "清源县水务集团董事长")
		case 3:
			file.Set(lrmx.TagHealth, "一般")
			file.Set(lrmx.TagSpeciality, "熟悉财政金融和项目管理工作")
		}
		if err := data.SaveFile(name, func(w io.Writer) error { return lrmx.Write(w, file) }); err != nil {
			return err
		}
	}
	return nil
}

// noFiles answers no question for files: there is nobody to ask.
type noFiles struct{}

func (noFiles) Open(string, []string, func([]string)) {}
func (noFiles) Folder(string, func(string))           {}
func (noFiles) Save(string, string, func(string))     {}
