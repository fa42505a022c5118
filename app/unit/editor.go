package unit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/desk"
	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/app/kit/input"
	"huoshui/data"
)

// The sizes of the forms, so that help and problems have room under the fields.
var (
	unitFormSize = fyne.NewSize(660, 364)
	postFormSize = fyne.NewSize(700, 524)
	copySize     = fyne.NewSize(640, 420)
)

func (w *Workspace) editUnit() {
	if u := w.model.unit(); u != nil {
		base := w.model.stored(u.ID)
		w.askUnit(base, copyOf(base))
	}
}

func (w *Workspace) editPost() {
	if s := w.seat(); s != nil {
		w.askPost(s.Post, copyOf(s.Post))
	}
}

// askUnit asks for a unit: a new one without base, else over base.
func (w *Workspace) askUnit(base, u *data.Unit) {
	title := "修改机构"
	if base == nil {
		title = "新增机构"
	}
	w.ask(title, form.New(data.UnitKind, w.choices), u, unitFormSize, 2, func() {
		entered := copyOf(u)
		save := func(since data.Month) {
			w.model.saveUnit(base, u, since, func() { w.askUnit(base, entered) })
		}
		if base == nil || !data.NeedsMonth(base, u) {
			save(0)
			return
		}
		q := desk.When{
			What: "“" + base.Short + "”的名称和类别", Since: w.model.named(base),
			Note: "“一直以来就应如此”用于更正录错的名称，不留旧名。",
		}
		w.desk.AskWhen(q, save)
	})
}

// askPost asks for a post: a new one without base, else over base.
func (w *Workspace) askPost(base, p *data.Post) {
	title := "修改职位"
	if base == nil {
		title = "新增职位"
	}
	w.ask(title, form.New(data.PostKind, w.choices), p, postFormSize, 3, func() {
		entered := copyOf(p)
		w.model.savePost(base, p, func() { w.askPost(base, entered) })
	})
}

func (w *Workspace) ask(title string, f *form.Form, record any, size fyne.Size, columns int, save func()) {
	f.Show(form.NewDraft(record))
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: title, Content: kit.Fixed(size, f.Grid(columns).Scrolling()),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "保存", Do: func() bool {
			if !f.Check() {
				return false
			}
			save()
			return true
		}}},
	})
}

// choices offers the units.
func (w *Workspace) choices(*data.Field) []input.Option {
	var list []input.Option
	for _, b := range grow(w.model.whole.units) {
		list = append(list, input.Option{Value: b.ID, Text: b.Short})
	}
	return list
}

func (w *Workspace) moveUnit(by int) {
	if u := w.model.unit(); u != nil {
		w.model.moveUnit(u.Unit, by)
	}
}

func (w *Workspace) movePost(by int) {
	if s := w.seat(); s != nil {
		id := s.ID
		w.model.movePost(s.Post, by)
		w.stand(id)
	}
}

// stand goes to a post wherever it has moved.
func (w *Workspace) stand(id string) {
	for i, s := range w.model.posts {
		if s.ID == id {
			w.posts.Select(i)
		}
	}
}

func (w *Workspace) askRemoveUnit() {
	if u := w.model.unit(); u != nil {
		kit.Confirm(w.desk.Shell.Canvas(), "删除机构", fmt.Sprintf("删除“%s”？只有从没用过的机构能删除；已撤销的请改填“撤销年月”。", u.Short), "删除",
			func() { w.model.removeUnit(u.Unit) })
	}
}

func (w *Workspace) askRemovePost() {
	if s := w.seat(); s != nil {
		kit.Confirm(w.desk.Shell.Canvas(), "删除职位", fmt.Sprintf("删除“%s”？只有从没有人任过的职位能删除；不再设的请改填“取消年月”。", s.Name), "删除",
			func() { w.model.removePost(s.Post) })
	}
}

func (w *Workspace) unitMenu() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem("修改机构", w.editUnit),
		fyne.NewMenuItem("机构沿革", w.showPast),
		fyne.NewMenuItem("新增职位", func() { w.askPost(nil, w.model.freshPost()) }),
		fyne.NewMenuItem("照某机构设职位", w.askCopy),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("上移", func() { w.moveUnit(-1) }),
		fyne.NewMenuItem("下移", func() { w.moveUnit(1) }),
		fyne.NewMenuItem("删除机构", w.askRemoveUnit),
	}
}

// mostNames is how many holders a menu lists by name.
const mostNames = 8

func (w *Workspace) postMenu() []*fyne.MenuItem {
	items := []*fyne.MenuItem{fyne.NewMenuItem("修改职位", w.editPost)}
	s := w.seat()
	if s == nil {
		return items
	}
	for _, h := range s.holders[:min(len(s.holders), mostNames)] {
		items = append(items, fyne.NewMenuItem("打开 "+h.name, func() { w.desk.Shell.OpenCadre(h.id) }))
	}
	if len(s.holders) > mostNames {
		items = append(items, fyne.NewMenuItem(fmt.Sprintf("全部 %d 人的名单", len(s.holders)), func() { w.openHolders(s) }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("上移", func() { w.movePost(-1) }),
		fyne.NewMenuItem("下移", func() { w.movePost(1) }),
		fyne.NewMenuItem("删除职位", w.askRemovePost))
}

// askCopy asks for the unit whose posts the selected ones shall have too.
func (w *Workspace) askCopy() {
	var targets []*branch
	for _, row := range w.units.Selected() {
		if b := w.model.at(row); b != nil && b.Kind != data.UnitFolder {
			targets = append(targets, b)
		}
	}
	if len(targets) == 0 {
		w.desk.Shell.Fail(data.Refuse("请先在左边选要设职位的机构，可以选多个。", nil))
		return
	}
	offered := w.model.models(targets[0].Kind)
	var choices []input.Option
	for _, b := range offered {
		if len(targets) > 1 || b.ID != targets[0].ID {
			choices = append(choices, input.Option{Value: b.ID, Text: b.Short})
		}
	}
	if len(choices) == 0 {
		w.desk.Shell.Fail(data.Refuse("还没有别的机构设了职位，无从照设。", nil))
		return
	}
	c := &copying{seats: w.model.whole.seats, offered: offered}
	w.showCopy(c, choices, targets)
}

// copying is what the user has chosen in the dialog of askCopy.
type copying struct {
	seats   map[string][]*seat
	offered []*branch
	from    *branch
	grid    *grid.Grid
}

func (w *Workspace) showCopy(c *copying, choices []input.Option, targets []*branch) {
	which := input.NewChoice("照哪个机构", form.NewMatch(), choices...)
	which.OnChanged = c.choose
	c.grid = grid.New([]grid.Column{
		{ID: "name", Title: "职位名称", Width: 220, Flexible: true, Unsorted: true},
		{ID: "level", Title: "职务层次", Width: 110, Unsorted: true},
		{ID: "rank", Title: "正副职", Width: 90, Unsorted: true},
		{ID: "approved", Title: "核定", Width: 60, Align: fyne.TextAlignTrailing, Unsorted: true},
	}, grid.Rows(nil))
	which.SetValue(choices[0].Value)
	c.choose(choices[0].Value)
	hint := kit.NewParagraphSized("选中的职位照设，已有同名职位的不重复。按住 Ctrl 点击可去掉或加上一行，Ctrl+A 全选。", kit.ColorSecondary, kit.SizeSmall)
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title:   fmt.Sprintf("给%s设职位", named(targets)),
		Content: kit.Fixed(copySize, container.NewBorder(input.NewForm(2, which), hint, nil, nil, container.NewPadded(c.grid))),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "设这些职位", Do: func() bool {
			posts := c.chosen()
			if len(posts) == 0 {
				return false
			}
			w.model.copyPosts(c.from, posts, targets)
			return true
		}}},
	})
}

func named(targets []*branch) string {
	if len(targets) == 1 {
		return "“" + targets[0].Short + "”"
	}
	return fmt.Sprintf("“%s”等 %d 个机构", targets[0].Short, len(targets))
}

// choose lists the posts of a unit, all of them selected.
func (c *copying) choose(id string) {
	var rows grid.Rows
	for _, b := range c.offered {
		if b.ID == id {
			c.from = b
		}
	}
	for _, s := range c.seats[id] {
		cells := s.cells()
		rows = append(rows, []string{cells[0], cells[1], data.PostKind.Field("rank").Text(s.Post), cells[7]})
	}
	c.grid.SetSource(rows)
	c.grid.SelectAll()
}

func (c *copying) chosen() []*seat {
	var posts []*seat
	for _, row := range c.grid.Selected() {
		posts = append(posts, c.seats[c.from.ID][row])
	}
	return posts
}
