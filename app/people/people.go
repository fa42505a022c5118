// Package people is the page of those who may open the database (使用人): it lists them,
// adds, confirms and removes them, and has the key changed.
package people

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/keys"
	"huoshui/data/vault"
)

// Workspace is the page. Somebody who only manages people has it without any room
// around it.
type Workspace struct {
	// Session is the person who has logged in; nil where the database has no login.
	Session *vault.Session
	// OnBack leads to where one came from; nil where there is no such place.
	OnBack func()
	// OnRekey gives the database a new key.
	OnRekey func()

	canvas  func() fyne.Canvas
	run     desk.Runner
	content fyne.CanvasObject
	header  *kit.PageHeader
	list    *grid.Grid
	people  []*keys.Slot
	row     int

	manage, confirm []*kit.Button // enabled where the person may do so
}

// New prepares the page for a canvas.
func New(run desk.Runner, canvas func() fyne.Canvas) *Workspace {
	return &Workspace{run: run, canvas: canvas, row: -1}
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.content = w.build()
	}
	return w.content
}

func (w *Workspace) build() fyne.CanvasObject {
	add := kit.NewPrimary("加人…", w.askAdd)
	roles, reset, remove := kit.NewButton("改角色…", w.askRoles), kit.NewButton("重设口令…", w.askReset), kit.NewButton("移除…", w.askRemove)
	confirm, rekey := kit.NewButton("确认…", w.askConfirm), kit.NewButton("更换密钥…", w.askRekey)
	w.manage, w.confirm = []*kit.Button{add, roles, reset, remove}, []*kit.Button{confirm, rekey}
	actions := []fyne.CanvasObject{rekey, remove, reset, roles, confirm, add}
	if w.OnBack != nil {
		actions = append([]fyne.CanvasObject{kit.NewButton("返回", func() { w.OnBack() })}, actions...)
	}
	w.header = kit.NewPageHeader("使用人", "", actions...)
	w.list = grid.New([]grid.Column{
		{ID: "name", Title: "姓名", Width: 200, Unsorted: true},
		{ID: "roles", Title: "角色", Width: 400, Flexible: true, Unsorted: true},
		{ID: "state", Title: "状态", Width: 200, Unsorted: true},
	}, grid.Rows{})
	w.list.Empty = "这个库没有登录：没有加密的库只能放样例，不分使用人。"
	w.list.OnSelect = func(row int) { w.row = row }
	return kit.NewPage(w.header, nil, w.list, nil)
}

// Refresh implements desk.Workspace.
func (w *Workspace) Refresh() {
	w.Content()
	w.show()
}

func (w *Workspace) show() {
	w.people = nil
	var rows grid.Rows
	if s := w.Session; s != nil {
		w.people = s.People()
		for _, p := range w.people {
			rows = append(rows, []string{p.Name, keys.Words(p.Roles), string(s.State(p))})
		}
		w.header.SetSubtitle("加人、改角色要做系统管理；确认、更换密钥要掌管密钥")
	}
	enable(w.manage, w.Session != nil && w.Session.Has(keys.Admin))
	enable(w.confirm, w.Session != nil && w.Session.Holds())
	w.list.SetSource(rows)
	if len(w.people) > 0 {
		w.list.Select(min(max(w.row, 0), len(w.people)-1))
	}
}

func enable(buttons []*kit.Button, on bool) {
	for _, b := range buttons {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// chosen is the person in the row one is on; nil without one.
func (w *Workspace) chosen() *keys.Slot {
	if w.row < 0 || w.row >= len(w.people) {
		return nil
	}
	return w.people[w.row]
}

// change changes the file of keys behind the window, shows the people again and goes
// on. What went wrong is shown over the window.
func (w *Workspace) change(title string, write func(func(*keys.File) error) error, do func(*keys.File) error, onDone func()) {
	done := kit.ShowProgress(w.canvas(), kit.NewProgress(title, nil))
	var err error
	w.run.Go(func() { err = data.Guard(func() error { return write(do) }) }, func() {
		done()
		if err != nil {
			w.tell("没有办成", data.Sentence(err))
			return
		}
		w.show()
		onDone()
	})
}

func (w *Workspace) tell(title, text string) {
	kit.Ask(w.canvas(), kit.Question{Title: title, Text: text, Answers: []kit.Answer{{Text: "知道了"}}})
}

// askAdd asks for name and roles of a new person, and shows his first password.
func (w *Workspace) askAdd() {
	name, roles := input.NewText("姓名"), newRoles(keys.View)
	kit.Ask(w.canvas(), kit.Question{
		Title: "加人", Text: "填真实姓名，留痕里记的就是它。加好以后给他首次口令，他登录时换成自己的，再由掌管密钥的人当面核对、确认。",
		Content: container.NewVBox(input.NewForm(1, name), roles),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "加入", Do: func() bool {
			password := keys.FirstPassword()
			w.change("正在加人", w.Session.Manage, func(f *keys.File) error {
				_, err := f.Add(name.Value(), password, roles.chosen())
				return err
			}, func() { w.tellPassword(name.Value(), password) })
			return true
		}}},
	})
}

func (w *Workspace) tellPassword(name, password string) {
	w.tell("首次口令", "请把首次口令交给“"+strings.TrimSpace(name)+"”，只显示这一次。他登录时换成自己的口令，会看到一个核对码，凭它来确认。\n\n"+password)
}

func (w *Workspace) askRoles() {
	p := w.chosen()
	if p == nil {
		return
	}
	roles := newRoles(p.Roles...)
	kit.Ask(w.canvas(), kit.Question{
		Title: "改“" + p.Name + "”的角色", Text: "由掌管密钥的人改的马上生效；不掌管密钥的人改的，要重新确认。", Content: roles,
		Answers: []kit.Answer{{Text: "取消"}, {Text: "改", Do: func() bool {
			w.change("正在改角色", w.Session.Manage, func(f *keys.File) error { return w.Session.SetRoles(f, p.Name, roles.chosen()) }, func() {})
			return true
		}}},
	})
}

func (w *Workspace) askReset() {
	p := w.chosen()
	if p == nil {
		return
	}
	kit.Confirm(w.canvas(), "重设“"+p.Name+"”的口令", "他忘了口令时用。重设以后要他登录换成自己的，再由掌管密钥的人确认。", "重设", func() {
		password := keys.FirstPassword()
		w.change("正在重设口令", w.Session.Manage, func(f *keys.File) error { return f.Reset(p.Name, password) }, func() { w.tellPassword(p.Name, password) })
	})
}

func (w *Workspace) askConfirm() {
	p := w.chosen()
	if p == nil {
		return
	}
	code := input.NewNumber("核对码")
	kit.Ask(w.canvas(), kit.Question{
		Title: "确认“" + p.Name + "”", Text: "请当面问他改口令时看到的核对码，照着输入。核对码不符，说明抄错了，或者有人替换了他的登录内容。",
		Content: input.NewForm(1, code),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "确认", Do: func() bool {
			w.change("正在确认", w.Session.Change, func(f *keys.File) error { return w.Session.Confirm(f, p.Name, code.Value()) }, func() {})
			return true
		}}},
	})
}

func (w *Workspace) askRemove() {
	p := w.chosen()
	if p == nil {
		return
	}
	text := "移除以后他不能再登录；接着要更换密钥，他手里的旧密钥和以前的恢复码一并作废。"
	if !w.Session.Holds() {
		text = "移除以后他不能再登录；请接着让掌管密钥的人更换密钥，他手里的旧密钥才作废。"
	}
	kit.Confirm(w.canvas(), "移除“"+p.Name+"”", text, "移除", func() {
		w.change("正在移除", w.Session.Manage, func(f *keys.File) error { return f.Remove(p.Name) }, func() {
			if w.Session.Holds() {
				w.OnRekey()
			}
		})
	})
}

func (w *Workspace) askRekey() {
	kit.Confirm(w.canvas(), "更换密钥", "整个库换一把密钥重新加密，以前的恢复码作废，会给出新的。其他人的口令不变，其他电脑上打开的窗口要重新登录。", "更换", func() { w.OnRekey() })
}

// roles is a choice of roles.
type roles struct{ *widget.CheckGroup }

func newRoles(set ...keys.Role) roles {
	var all []string
	for _, r := range keys.Roles() {
		all = append(all, string(r))
	}
	g := widget.NewCheckGroup(all, nil)
	g.Horizontal = true
	for _, r := range set {
		g.Selected = append(g.Selected, string(r))
	}
	return roles{g}
}

func (r roles) chosen() []keys.Role {
	var list []keys.Role
	for _, word := range r.Selected {
		list = append(list, keys.Role(word))
	}
	return list
}
