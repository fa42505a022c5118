// Package settings is the workspace of the office's own settings (设置).
package settings

import (
	"context"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/team"
)

// Workspace is the room of the settings.
type Workspace struct {
	// OnPeople goes to those who may open the database.
	OnPeople func()
	// OnBackups goes to the backups.
	OnBackups func()

	desk    *desk.Desk
	latest  desk.Latest
	fields  map[string]input.Field
	kept    map[string]string // what the fields hold when nothing has been typed
	stored  map[string]string // the values in force when the fields were filled
	at      data.Month        // the month at which they were
	book    *grid.Grid
	lights  *grid.Grid
	bands   *bands
	past    *past
	tabs    *kit.Tabs
	content fyne.CanvasObject
}

// New makes the room.
func New(d *desk.Desk) *Workspace {
	return &Workspace{desk: d, OnPeople: func() {}, OnBackups: func() {}}
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.content = w.build()
	}
	return w.content
}

func (w *Workspace) build() fyne.CanvasObject {
	office := input.NewText(data.SettingOffice)
	office.SetPlaceHolder("如 中共清源县委组织部")
	place := input.NewText(data.SettingPlace)
	place.SetPlaceHolder("如 清源县")
	level := input.NewChoice(data.SettingLevel, nil,
		input.Option{Value: string(data.County), Text: "县（区）"}, input.Option{Value: string(data.City), Text: "市"})
	terms := input.NewText(data.SettingTerms)
	terms.Help = "每次换届的年月，用顿号隔开，如 2021.08、2026.07"
	w.fields = map[string]input.Field{
		data.SettingOffice: office, data.SettingPlace: place, data.SettingLevel: level, data.SettingTerms: terms,
	}
	header := kit.NewPageHeader("设置", "本单位的名称、口径和提醒；其中的界限都是本单位设置，可以改")
	form := kit.NewPanel("本单位", nil, input.NewForm(2, office, place, level, terms))
	w.book = grid.New([]grid.Column{
		{ID: "name", Title: "口径", Width: 170, Unsorted: true},
		{ID: "subject", Title: "对象", Width: 80, Unsorted: true},
		{ID: "where", Title: "条件", Width: 480, Flexible: true, Unsorted: true},
		{ID: "source", Title: "依据", Width: 260, Unsorted: true},
	}, grid.Rows(nil))
	w.book.Empty = "还没有口径。"
	w.bands, w.past = newBands(w), newPast(w)
	parts := []fyne.CanvasObject{under(form, container.NewVBox(w.newFonts())), w.book, w.newReminders(), w.bands.content, w.newEligibility(), w.newTeams(), w.past.grid}
	stack := container.NewStack(parts[0])
	save := kit.NewPrimary("保存", w.Save)
	people := kit.NewButton("使用人…", func() { w.OnPeople() })
	backups := kit.NewButton("备份与恢复…", func() { w.OnBackups() })
	header.SetActions(people, backups, save)
	w.tabs = kit.NewTabs(func(index int) {
		stack.Objects = parts[index : index+1]
		stack.Refresh()
		switch index {
		case officeTab:
			header.SetActions(people, backups, save)
		case bandsTab:
			header.SetActions(kit.NewPrimary("新增", w.bands.begin))
		case pastTab:
			header.SetActions(kit.NewButton("删除这一条", w.past.askRemove))
		default:
			header.SetActions(save)
		}
	}, "本单位", "口径", "界限与提醒", "年代与年龄段", "任职资格", "班子与人选", "历次取值")
	return kit.NewPage(header, w.tabs, stack, nil)
}

// Where the parts stand among the tabs.
const (
	officeTab      = 0
	bookTab        = 1
	remindersTab   = 2
	bandsTab       = 3
	eligibilityTab = 4
	teamsTab       = 5
	pastTab        = 6
)

// ShowBook goes to the page of the criteria.
func (w *Workspace) ShowBook() { w.turn(bookTab) }

// ShowReminders goes to the page of the bounds and the reminders.
func (w *Workspace) ShowReminders() { w.turn(remindersTab) }

// ShowBands goes to the page of the cohorts and age bands.
func (w *Workspace) ShowBands() { w.turn(bandsTab) }

// ShowEligibility goes to the page of the rules that say who is eligible for a
// post.
func (w *Workspace) ShowEligibility() { w.turn(eligibilityTab) }

// ShowTeams goes to the page of the rules for the lights of teams.
func (w *Workspace) ShowTeams() { w.turn(teamsTab) }

func (w *Workspace) turn(tab int) {
	w.Content()
	w.tabs.Select(tab)
}

type state struct {
	office  data.Office
	book    criteria.Book
	numbers map[string]int
	texts   map[string]string
	bands   []band
	rules   team.Rules
	past    []entry
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	db, at := w.desk.Store, w.desk.At
	desk.Ask(w.desk, &w.latest, func(ctx context.Context) (state, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return state{}, err
		}
		numbers, err := readNumbers(ctx, db, at)
		if err != nil {
			return state{}, err
		}
		texts, err := readTexts(ctx, db, at)
		if err != nil {
			return state{}, err
		}
		rules, err := team.RulesAt(ctx, source, at)
		if err != nil {
			return state{}, err
		}
		bands, err := readBands(ctx, db, source, at)
		if err != nil {
			return state{}, err
		}
		past, err := readPast(ctx, db)
		return state{source.Office, source.Book, numbers, texts, bands, rules, past}, err
	}, func(s state) {
		w.show(s)
	})
}

// Shows implements desk.Shower. The room shows the rules of the office, and
// what uses them.
func (w *Workspace) Shows(c store.Changed) bool {
	return c.Has(data.SettingKind, data.CriterionKind, data.OwnFigureKind, data.TargetKind, data.LightRuleKind)
}

func (w *Workspace) show(s state) {
	w.Content()
	if !w.dirty() { // what is being typed is not taken away
		w.fill(s)
	}
	var rows grid.Rows
	for _, c := range s.book.Sorted() {
		rows = append(rows, []string{c.Name, c.Subject.Label, c.Where.String(), c.Source})
	}
	w.book.SetSource(rows)
	w.lights.SetSource(lightRows(s.rules))
	w.bands.show(s.bands, s.book)
	w.past.show(s.past)
}

func (w *Workspace) fill(s state) {
	w.fields[data.SettingOffice].SetValue(s.office.Name)
	w.fields[data.SettingPlace].SetValue(s.office.Place)
	w.fields[data.SettingLevel].SetValue(string(s.office.Level))
	for key, n := range s.numbers {
		w.fields[key].SetValue(strconv.Itoa(n))
	}
	for key, text := range s.texts {
		w.fields[key].SetValue(text)
	}
	var terms []string
	for _, m := range s.office.Terms {
		terms = append(terms, m.String())
	}
	w.fields[data.SettingTerms].SetValue(strings.Join(terms, "、"))
	w.kept, w.stored, w.at = w.typed(), inForce(s.past, w.desk.At), w.desk.At
}

// typed is what the fields hold.
func (w *Workspace) typed() map[string]string {
	values := make(map[string]string, len(w.fields))
	for key, field := range w.fields {
		values[key] = field.Value()
	}
	return values
}

// dirty reports unsaved work.
func (w *Workspace) dirty() bool { return w.kept != nil && !maps.Equal(w.kept, w.typed()) }

// Leave asks about unsaved changes and calls then unless the user stays.
func (w *Workspace) Leave(then func()) {
	if !w.dirty() {
		then()
		return
	}
	kit.AskUnsaved(w.desk.Shell.Canvas(), "改过的设置还没有保存。", func() {
		for key, value := range w.kept {
			w.fields[key].SetValue(value)
		}
		then()
	}, func() { w.save(then) })
}

// Save saves the typed values. It saves nothing if one of them is not valid.
func (w *Workspace) Save() { w.save(func() {}) }

// save goes on once what was typed is kept.
func (w *Workspace) save(then func()) {
	if terms, numbers, bounds, fonts := w.termsSound(), w.numbersSound(), w.boundsSound(), w.fontsSound(); !terms || !numbers || !bounds || !fonts {
		w.desk.Shell.Say(kit.NoticeDoubt, "有的设置填得不对，没有保存；请改正标红的项。")
		return
	}
	typed := w.typed()
	q := desk.When{Note: "“一直以来就应如此”会把以前各次的值都换掉，只在留痕里还查得到。"}
	var dated []string
	for key, value := range typed {
		if value != w.kept[key] && w.past.asks(key) {
			dated = append(dated, key)
			q.Since = max(q.Since, w.past.since(key, w.desk.At))
		}
	}
	if len(dated) == 0 {
		w.write(typed, 0, then)
		return
	}
	q.What = fmt.Sprintf("改了 %d 项设置，", len(dated))
	if len(dated) == 1 {
		q.What = "“" + dated[0] + "”"
	}
	w.desk.AskWhen(q, func(since data.Month) { w.write(typed, since, then) })
}

// write keeps what was typed: from a month on, or from the beginning where there
// was nothing before.
func (w *Workspace) write(typed map[string]string, since data.Month, then func()) {
	kept, was, at, asks := maps.Clone(w.kept), maps.Clone(w.stored), w.at, w.past.asks
	now := maps.Clone(was)
	w.desk.Write("修改本单位设置", func(ctx context.Context, tx *store.Tx) error {
		for key, value := range typed {
			from := since
			if !asks(key) {
				from = 0
			}
			if value == kept[key] {
				continue
			}
			if err := tx.Set(ctx, key, was[key], at, value, from); err != nil {
				return fmt.Errorf("settings: keep: %w", err)
			}
			if from <= at {
				now[key] = value
			}
		}
		return nil
	}, func() {
		w.kept, w.stored = typed, now
		w.desk.Shell.Say(kit.NoticeGood, "设置已保存。Ctrl+Z 撤销")
		w.Refresh() // what holds from a month to come is not shown yet
		then()
	})
}

// termsSound says in place which month is none.
func (w *Workspace) termsSound() bool {
	terms := w.fields[data.SettingTerms]
	terms.SetProblem("")
	for _, text := range strings.Split(terms.Value(), "、") {
		if _, err := data.ParseMonth(text); err != nil {
			terms.SetProblem(err.Error())
			return false
		}
	}
	return true
}

// under sets a list under a form, the list in what room is left.
func under(form, list fyne.CanvasObject) fyne.CanvasObject {
	spaced := container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), list)
	return container.New(layout.NewBorderLayout(form, nil, nil, nil), form, spaced)
}
