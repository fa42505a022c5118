// Package gate is what a user sees before there is a database to work with: the first
// start, and logging in.
package gate

import (
	"context"
	"errors"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/keys"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// Gate shows one page after another until somebody may work with a database.
type Gate struct {
	// DB is the path of the database, User the name that is offered.
	DB, User string
	Canvas   fyne.Canvas
	Run      desk.Runner
	Now      func() time.Time
	// OnOpen is called when a person has logged in who may open the database.
	OnOpen func(*vault.Session)
	// OnPeople is called when somebody has logged in who only manages people.
	OnPeople func(*vault.Session)
	// OnSample is called when somebody wants to look at the sample.
	OnSample func()

	place   *fyne.Container
	problem *kit.Paragraph // of the page shown
	submit  func()         // what Enter in the last field of the page does
	busy    bool
}

// Content is the gate, still without a page.
func (g *Gate) Content() fyne.CanvasObject {
	g.place = container.New(middle{})
	return onGround(g.place)
}

// Framed shows something that is no page of the gate in the same place.
func Framed(card fyne.CanvasObject) fyne.CanvasObject { return onGround(container.New(middle{}, card)) }

func onGround(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(canvas.NewRectangle(kit.Theme{}.Color(theme.ColorNameBackground, theme.VariantLight)), o)
}

// Begin shows the page that fits the database. The content must be in the window by
// then, because the page takes the keyboard.
func (g *Gate) Begin() {
	switch {
	case vault.Locked(g.DB):
		g.login(g.User)
	case store.Plain(g.DB):
		g.make()
	default:
		g.welcome()
	}
}

const pageWidth = 560

// middle places its one object in the middle, a little above.
type middle struct{}

func (middle) MinSize(o []fyne.CanvasObject) fyne.Size {
	if len(o) == 0 {
		return fyne.NewSize(pageWidth, 300)
	}
	return fyne.NewSize(pageWidth, o[0].MinSize().Height)
}

func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, one := range o {
		one.Resize(fyne.NewSize(pageWidth, 0)) // a paragraph knows its height by its width
		height := min(one.MinSize().Height, size.Height)
		one.Resize(fyne.NewSize(pageWidth, height))
		one.Move(fyne.NewPos((size.Width-pageWidth)/2, max(0, (size.Height-height)*0.4)))
	}
}

// page shows a title, an explanation, fields and buttons, the main button last. Enter
// goes from field to field, and in the last one presses the main button.
func (g *Gate) page(title, text string, fields []*input.Text, buttons ...fyne.CanvasObject) {
	g.pageWith("", title, text, fields, buttons...)
}

// pageWith is page with a code in large letters.
func (g *Gate) pageWith(code, title, text string, fields []*input.Text, buttons ...fyne.CanvasObject) {
	head := kit.TextSized(title, kit.ColorText, kit.SizeTitle)
	head.TextStyle.Bold = true
	g.problem = kit.NewParagraph("", kit.ColorOurs)
	parts := []fyne.CanvasObject{head, gap(6), kit.NewParagraph(text, kit.ColorSecondary), gap(10)}
	if code != "" {
		large := kit.TextSized(code, kit.ColorText, kit.SizeTitle)
		large.TextStyle.Monospace = true
		parts = append(parts, large, gap(10))
	}
	if len(fields) > 0 {
		form := input.NewForm(1)
		for _, f := range fields {
			form.Add(f, 1)
		}
		parts = append(parts, form, gap(6))
		fields[len(fields)-1].OnEnter = func(string) { g.submit() }
	}
	parts = append(parts, g.problem, gap(4), container.NewHBox(buttons...))
	g.place.Objects = []fyne.CanvasObject{kit.NewCard(container.NewVBox(parts...))}
	g.place.Refresh()
	for _, f := range fields {
		if f.Value() == "" {
			f.FocusOn(g.Canvas)
			return
		}
	}
	if len(fields) == 0 && len(buttons) > 0 {
		if b, ok := buttons[len(buttons)-1].(fyne.Focusable); ok {
			g.Canvas.Focus(b)
		}
	}
}

func gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

// main is the main button of a page; it does nothing while something is under way.
func (g *Gate) main(text string, do func()) *kit.Button {
	g.submit = func() {
		if !g.busy {
			do()
		}
	}
	return kit.NewPrimary(text, func() { g.submit() })
}

// say shows what is wrong, in the page.
func (g *Gate) say(err error) {
	g.problem.SetText(data.Sentence(err))
	g.place.Refresh()
}

// again says what is wrong, and has fields typed again.
func (g *Gate) again(err error, fields ...*input.Text) {
	g.say(err)
	for _, f := range fields {
		f.SetValue("")
	}
	fields[0].FocusOn(g.Canvas)
}

// try does work behind the window under a progress, and goes on when it went well. It
// gives what went wrong to onFailed, else it says it in the page.
func try[T any](g *Gate, title string, work func(context.Context) (T, error), onDone func(T), onFailed func(error) bool) {
	g.busy = true
	done := kit.ShowProgress(g.Canvas, kit.NewProgress(title, nil))
	var result T
	var err error
	g.Run.Go(func() { err = data.Guard(func() (err error) { result, err = work(context.Background()); return err }) }, func() {
		done()
		g.busy = false
		switch {
		case err == nil:
			onDone(result)
		case onFailed == nil || !onFailed(err):
			g.say(err)
		}
	})
}

// login asks for name and password.
func (g *Gate) login(name string) {
	who, password := input.NewText("姓名"), input.NewPassword("口令")
	who.SetValue(name)
	enter := g.main("登录", func() {
		try(g, "正在登录", func(ctx context.Context) (*vault.Session, error) {
			return vault.Login(ctx, g.DB, who.Value(), password.Value(), g.Now())
		}, func(s *vault.Session) {
			if !s.Holds() {
				g.OnPeople(s)
				return
			}
			g.OnOpen(s)
		}, func(err error) bool {
			if errors.Is(err, keys.ErrFresh) {
				g.choosePassword(who.Value(), password.Value())
				return true
			}
			g.again(err, password)
			return true
		})
	})
	g.page("登录", "档案是加密保存的，请用自己的姓名和口令登录。", []*input.Text{who, password},
		kit.NewButton("用恢复码登录…", func() { g.recover(who.Value()) }), enter)
}

// choosePassword lets a person replace the password somebody has set for him.
func (g *Gate) choosePassword(name, old string) {
	first, second := input.NewPassword("新口令"), input.NewPassword("再输一遍新口令")
	set := g.main("更换口令", func() {
		if err := same(first, second); err != nil {
			g.again(err, first, second)
			return
		}
		try(g, "正在更换口令", func(context.Context) (string, error) {
			return vault.SetPassword(g.DB, name, old, first.Value(), g.Now())
		}, func(check string) {
			g.pageWith(check, "请掌管密钥的人确认", "口令已经换好。请把下面的核对码当面告诉掌管密钥的人，由他确认；确认以后就可以登录。", nil,
				g.main("返回登录", func() { g.login(name) }))
		}, nil)
	})
	g.page("请换成自己的口令", "现在的口令是别人给你设的。"+passwordHint, []*input.Text{first, second}, set)
}

const passwordHint = "口令至少 8 个字符，含大写字母、小写字母、数字、其他字符中的三种；或者不少于 12 个字符。"

func same(first, second *input.Text) error {
	if first.Value() != second.Value() {
		return data.Refuse("两次输入的口令不同，请重新输入。", nil)
	}
	return nil
}

// recover lets somebody in by the recovery code.
func (g *Gate) recover(name string) {
	code, who := input.NewNumber("恢复码"), input.NewText("姓名")
	first, second := input.NewPassword("新口令"), input.NewPassword("再输一遍新口令")
	who.SetValue(name)
	enter := g.main("恢复", func() {
		if err := same(first, second); err != nil {
			g.again(err, first, second)
			return
		}
		try(g, "正在核对恢复码", func(ctx context.Context) (*vault.Session, error) {
			return vault.Recover(ctx, g.DB, code.Value(), who.Value(), first.Value(), keys.Working(), g.Now())
		}, g.OnOpen, nil)
	})
	g.page("用恢复码登录", "恢复码在建库时显示过一次，抄在纸上放进了保险柜。恢复以后使用人只有你一个，其他人要重新加入。"+passwordHint,
		[]*input.Text{code, who, first, second}, kit.NewButton("返回", func() { g.login(who.Value()) }), enter)
}

// welcome is the first page of all.
func (g *Gate) welcome() {
	look := g.main("先看样例", g.OnSample)
	text := "还没有数据库。可以先看样例，里面的县和人都是虚构的；也可以建立本单位的库，档案加密保存，只有登录的人打得开。"
	if !store.Encrypts() {
		g.page("活水", "这个程序编译时没有加密部件，只能看样例，不能放真实档案；请用正式版本的程序建立本单位的库。", nil, look)
		return
	}
	g.page("活水", text, nil, kit.NewButton("建立本单位的库…", g.make), look)
}

// Lock asks the person who works with the database for his password again. OnOpen is
// called when it is right.
func (g *Gate) Lock() {
	password := input.NewPassword("口令")
	enter := g.main("解锁", func() {
		try(g, "正在核对口令", func(ctx context.Context) (*vault.Session, error) {
			return vault.Login(ctx, g.DB, g.User, password.Value(), g.Now())
		}, g.OnOpen, func(err error) bool {
			g.again(err, password)
			return true
		})
	})
	g.page("已锁定", "窗口已经锁定，没有保存的内容还在。请“"+g.User+"”输入口令。", []*input.Text{password}, enter)
}
