package gate

import (
	"context"
	"strings"

	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/keys"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// person is somebody the first start makes.
type person struct{ name, password string }

// typed is the person of three fields. Nameless is what is said where the name is empty.
func typed(who, first, second *input.Text, nameless string) (person, error) {
	p := person{strings.TrimSpace(who.Value()), first.Value()}
	if err := same(first, second); err != nil {
		return p, err
	}
	if p.name == "" {
		return p, data.Refuse(nameless, nil)
	}
	return p, keys.CheckPassword(who.Value(), p.password)
}

// made is an encrypted database that is new, with its recovery code.
type made struct {
	session *vault.Session
	code    string
}

// make asks for the first person, who holds the key.
func (g *Gate) make() {
	who, first, second := input.NewText("姓名"), input.NewPassword("口令"), input.NewPassword("再输一遍口令")
	who.SetValue(g.User)
	next := g.main("下一步", func() {
		holder, err := typed(who, first, second, "请填写姓名。")
		if err != nil {
			g.again(err, first, second)
			return
		}
		g.second(holder)
	})
	g.page("第一步：谁掌管密钥", "这个人能打开档案，也能让别人打开。填真实姓名，留痕里记的就是它。"+passwordHint,
		[]*input.Text{who, first, second}, kit.NewButton("返回", g.Begin), next)
}

// second asks for an administrator, or for the word that there is none.
func (g *Gate) second(holder person) {
	who, first, again := input.NewText("系统管理员姓名"), input.NewPassword("口令"), input.NewPassword("再输一遍口令")
	two := g.main("两个人，建库", func() {
		admin, err := typed(who, first, again, "请填写系统管理员的姓名；只有一个人使用的，点“只有我一个人”。")
		if err == nil && admin.name == holder.name {
			err = data.Refuse("系统管理员要另有其人；只有一个人使用的，点“只有我一个人”。", nil)
		}
		if err != nil {
			g.again(err, first, again)
			return
		}
		g.build(holder, &admin)
	})
	g.page("第二步：谁做系统管理", "系统管理员增减使用人、管备份，但打不开档案，请他自己来输口令。单位里只有一个人使用的，可以一个人全做；那样增减使用人和查阅档案是同一个人，少了互相监督。",
		[]*input.Text{who, first, again}, kit.NewButton("返回", g.make), kit.NewButton("只有我一个人", func() {
			if !g.busy {
				g.build(holder, nil)
			}
		}), two)
}

// build makes the database with its first people.
func (g *Gate) build(holder person, admin *person) {
	try(g, "正在建库", func(ctx context.Context) (made, error) {
		roles := keys.Working()
		if admin != nil {
			roles = []keys.Role{keys.Entry, keys.Review, keys.View, keys.Audit}
		}
		begin := vault.Make
		if store.Plain(g.DB) {
			begin = vault.TakeOver
		}
		s, code, err := begin(ctx, g.DB, holder.name, holder.password, roles)
		if err == nil && admin != nil {
			err = s.AddPresent(admin.name, admin.password, []keys.Role{keys.Admin})
		}
		return made{s, code}, err
	}, g.showCode, nil)
}

// showCode shows the recovery code, and goes on when its end was typed from paper.
func (g *Gate) showCode(m made) {
	last := input.NewNumber("恢复码的最后四位")
	enter := g.main("抄好了，开始使用", func() {
		if !strings.EqualFold(strings.TrimSpace(last.Value()), m.code[len(m.code)-4:]) {
			g.again(data.Refuse("与恢复码的最后四位不同，请看着抄好的纸再输一遍。", nil), last)
			return
		}
		g.OnOpen(m.session)
	})
	g.pageWith(m.code, "第三步：抄下恢复码", "忘了口令、丢了登录文件时，只有恢复码能打开档案。它只显示这一次，请抄在纸上，放进保险柜，不要拍照，不要存在电脑里。",
		[]*input.Text{last}, enter)
}
