// Package person is the page of one cadre: the 任免审批表 as a form, the résumé as
// rows and as text, family, appointments, growth and history, and below them
// the findings of the checks.
package person

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// Workspace is the page of one cadre.
type Workspace struct {
	// OnBack goes to where the user came from; without it there is no button.
	OnBack func()

	desk  *desk.Desk
	model *model
	here  bool // the page is the one shown

	content fyne.CanvasObject
	header  *kit.PageHeader
	saveKey *kit.Button
	tabs    *kit.Tabs
	parts   []tab
	stack   *fyne.Container // the part one is in
	checks  *checkPanel
	found   []rule.Finding
	wanted  *rule.Finding   // where to go once the file is read
	body    *fyne.Container // both
	unsaved string          // what was last said to be unsaved
	undo    undo

	keeper   *desk.Keeper
	keeping  bool        // what is in the page was given to the keeper
	offering desk.Latest // the question for drafts
	removing desk.Latest // the question of what goes with the cadre
	saving   desk.Saving

	exporting desk.Latest
	resuming  *store.Draft // to go on with, once its file is read
}

// tab is one part of the page.
type tab interface {
	object() fyne.CanvasObject
	// load shows another file, or the same one read again.
	load()
	// update follows a change, and is called when the tab is shown.
	update()
	// settle takes over what is typed but not said yet.
	settle()
	// visit goes to a field; false when the tab has no such field.
	visit(p place) bool
}

// New makes the page, without a cadre yet.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, model: newModel(d), keeper: desk.NewKeeper(d)}
	w.keeper.OnKept = w.tellKept
	w.model.onOpen, w.model.onEdit, w.model.onHistory, w.model.onNames = w.opened, w.edited, w.onHistory, w.onNames
	w.model.onFollow = w.onFollow
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.build()
		w.opened()
	}
	return w.content
}

// Refresh implements desk.Workspace. It keeps unsaved changes.
func (w *Workspace) Refresh() {
	w.here = true
	w.dirty() // takes over what is being typed
	if w.model.id() == "" {
		w.edited()
		return
	}
	w.model.readAgain(w.model.id())
}

// onFollow shows the file that was read again under what was typed.
func (w *Workspace) onFollow() {
	if w.content == nil {
		return
	}
	if !w.model.dirty() {
		w.undo.reset(w.model)
	}
	w.reload()
}

// Open shows a cadre. It drops unsaved changes: call Leave first.
func (w *Workspace) Open(id string) {
	w.here = true
	w.Content()
	w.model.open(id)
}

// OpenFinding shows a cadre and goes to the field of a finding.
func (w *Workspace) OpenFinding(id string, f rule.Finding) {
	w.wanted = &f
	w.Open(id)
}

// OpenNew shows an empty form for a new cadre.
func (w *Workspace) OpenNew() {
	w.here = true
	w.Content()
	w.model.openNew()
	w.tabs.Select(0)
	w.parts[0].visit(place{key: "name"})
	if d := w.resuming; d != nil {
		w.resuming = nil
		w.takeUp(*d)
	}
}

// TakePhoto uses a picture file dragged onto the page as the photo, cut to
// 4:5.
func (w *Workspace) TakePhoto(path string) {
	w.ShowTab(0)
	w.parts[0].(*formTab).photo.take(path)
}

// Tabs returns the titles of the parts of the page.
func (w *Workspace) Tabs() []string { return tabTitles }

// ShowTab goes to a part of the page.
func (w *Workspace) ShowTab(index int) {
	w.Content()
	w.tabs.Select(index)
}

// Save saves the changes. If a field prevents saving, it goes to that field
// and shows the problem.
func (w *Workspace) Save() { w.save(func() {}) }

func (w *Workspace) save(then func()) {
	if !w.dirty() {
		w.desk.Shell.Say(kit.NoticeInfo, "没有新的改动，都已保存。")
		return
	}
	w.saving.Do(func(end func()) { w.saveNow(then, end) })
}

func (w *Workspace) saveNow(then, end func()) {
	if !w.dirty() { // the save before this one has written it
		end()
		then()
		return
	}
	if p, ok := w.model.check(); !ok {
		w.visit(p)
		w.unsaved = "" // so that the reason is not followed by other news
		w.desk.Shell.Say(kit.NoticeProblem, "有一项填得不对，没有保存；已转到该项。")
		end()
		return
	}
	draft := w.model.draft
	w.model.save(func() {
		w.keeping = false
		w.keeper.Drop(draft) // the change has; this one comes after drafts that were waiting
		w.undo.reset(w.model)
		w.desk.Shell.Say(kit.NoticeGood, "已保存。Ctrl+Z 撤销")
		w.reload()
		if w.model.id() != "" {
			w.model.readHistory()
		}
		end()
		then()
	}, end)
}

// Leave asks about unsaved changes and calls then unless the user stays.
func (w *Workspace) Leave(then func()) {
	leave := func() {
		w.here = false
		then()
	}
	if !w.dirty() {
		leave()
		return
	}
	kit.AskUnsaved(w.desk.Shell.Canvas(), fmt.Sprintf("%s的改动还没有保存。", w.who()), func() {
		w.forget()
		w.model.discard()
		w.opened()
		leave()
	}, func() { w.save(leave) })
}

func (w *Workspace) who() string {
	if name := w.model.record().Name; name != "" {
		return name
	}
	return "新增干部"
}

// dirty takes over what is being typed, then tells whether anything differs.
func (w *Workspace) dirty() bool {
	for _, p := range w.parts {
		p.settle()
	}
	return w.model.dirty()
}

// tabTitles are the parts of the page, in the order of tabs.
var tabTitles = []string{"审批表", "简历", "家庭成员", "任职", "成长档案", "修改记录"}

const (
	postPart    = 3
	historyPart = 5
)

func (w *Workspace) build() {
	w.parts = []tab{
		newFormTab(w), newResumeTab(w), newFamilyTab(w),
		newPostTab(w), newGrowthTab(w), newHistoryTab(w),
	}
	w.header = kit.NewPageHeader("", "")
	w.saveKey = kit.NewPrimary("保存 Ctrl+S", w.Save)
	w.tabs = kit.NewTabs(w.show, tabTitles...)
	w.stack = container.NewStack(w.parts[0].object())
	w.checks = newCheckPanel(checkActions{w.visitFinding, w.askAccept, w.model.revoke})
	w.body = over(w.stack, w.checks)
	w.content = kit.NewPage(w.header, w.tabs, w.body, nil)
	w.bindKeys()
}

// opened shows another file in all parts.
func (w *Workspace) opened() {
	if w.content == nil {
		return
	}
	w.keeping = false
	w.undo.reset(w.model)
	w.reload()
	if d := w.model.file.kept; d != nil {
		w.model.file.kept = nil
		w.offer(*d)
	}
	if f := w.wanted; f != nil {
		w.wanted = nil
		w.visitFinding(*f)
	}
}

// reload shows in all parts what the model says.
func (w *Workspace) reload() {
	for _, p := range w.parts {
		p.load()
	}
	w.edited()
}

// onNames shows units and posts by the names read again.
func (w *Workspace) onNames() {
	w.parts[postPart].(*postTab).offer()
	w.edited()
}

// onHistory shows the history read again.
func (w *Workspace) onHistory() { w.parts[historyPart].load() }

// edited shows what follows from a change.
func (w *Workspace) edited() {
	if w.content == nil {
		return
	}
	w.undo.note(w.model, w.focused())
	w.keep()
	w.showHeader()
	w.sayUnsaved()
	if w.model.id() == "" {
		w.found = w.model.doubtful()
		w.checks.wait()
	} else {
		var settled []*data.Accepted
		w.found, settled = w.model.findings()
		w.checks.show(w.found, settled)
	}
	w.body.Refresh()
	w.parts[w.tabs.Selected()].update()
}

func (w *Workspace) focused() fyne.Focusable {
	if c := w.desk.Shell.Canvas(); c != nil {
		return c.Focused()
	}
	return nil
}

// remarks are the findings on the rows of a kind.
func (w *Workspace) remarks(kind *data.Kind) map[int]string {
	remarks := map[int]string{}
	for _, f := range w.found {
		if f.Kind == kind && remarks[f.Row] == "" {
			remarks[f.Row] = f.Evidence
		}
	}
	return remarks
}

// doubts are the findings on the fields of one record.
func (w *Workspace) doubts(kind *data.Kind, row int) map[string]string {
	doubts := map[string]string{}
	for _, f := range w.found {
		if f.Kind == kind && f.Row == row && doubts[f.Field] == "" {
			doubts[f.Field] = "待核：" + f.Evidence
		}
	}
	return doubts
}

func (w *Workspace) showHeader() {
	w.header.SetTitle(w.who())
	w.header.SetSubtitle(w.model.subtitle())
	if w.model.dirty() {
		w.saveKey.Enable()
	} else {
		w.saveKey.Disable()
	}
	var actions []fyne.CanvasObject
	if w.OnBack != nil {
		actions = append(actions, kit.NewButton("返回", w.OnBack))
	}
	if id := w.model.id(); id != "" {
		actions = append(actions,
			kit.NewButton("生成材料…", func() { w.desk.Shell.MakePapers("form", data.CadreKind, []string{id}) }),
			kit.NewButton("删除…", w.askRemove),
			kit.NewButton("导出 .lrmx", w.export))
	}
	w.header.SetActions(append(actions, w.saveKey)...)
}

// sayUnsaved says at the foot of the window which parts are not saved yet.
func (w *Workspace) sayUnsaved() {
	unsaved := ""
	if w.model.dirty() {
		unsaved = strings.Join(w.model.changedParts(), "、")
	}
	if unsaved != "" && unsaved != w.unsaved {
		w.desk.Shell.Say(kit.NoticeInfo, "未保存："+unsaved)
	}
	w.unsaved = unsaved
}

// show puts a part into the page, as things stand now.
func (w *Workspace) show(index int) {
	w.parts[index].update()
	w.stack.Objects = []fyne.CanvasObject{w.parts[index].object()}
	w.stack.Refresh()
}

// visit goes to a field, in whichever part it is.
func (w *Workspace) visit(p place) {
	for i, part := range w.parts {
		if part.visit(place{p.kind, p.row, ""}) {
			w.tabs.Select(i)
			part.visit(p)
			return
		}
	}
}
