package command

import (
	"context"
	"strings"

	"huoshui/data/keys"
	"huoshui/data/vault"
)

// runInit makes an encrypted database with its first person.
func runInit(ctx context.Context, c *call) error {
	return c.first(ctx, vault.Make, "已建立加密的数据库")
}

// runEncrypt encrypts a database that is not encrypted.
func runEncrypt(ctx context.Context, c *call) error {
	return c.first(ctx, vault.TakeOver, "已加密，没有加密的旧文件和旧备份已清除")
}

func (c *call) first(ctx context.Context, make func(ctx context.Context, db, name, password string, roles []keys.Role) (*vault.Session, string, error), done string) error {
	password, err := c.newSecret(envPassword, "password-file")
	if err != nil {
		return err
	}
	roles := keys.Working()
	if c.text("role") != "" {
		roles = c.roles()
	}
	s, code, err := make(ctx, c.db, c.person(), password, roles)
	if err != nil {
		return err
	}
	return c.tellCode(code, "%s：%s\n使用人：%s（%s）\n", done, c.db, s.Name, keys.Words(s.Roles))
}

// tellCode shows a recovery code, which is shown once.
func (c *call) tellCode(code, format string, args ...any) error {
	if c.json {
		return c.printJSON(map[string]any{"db": c.db, "recovery": code})
	}
	c.printf(format, args...)
	c.printf("\n恢复码（只显示这一次，请抄在纸上放进保险柜；忘了口令、丢了登录文件时只有它能打开数据库）：\n\n  %s\n\n", code)
	return nil
}

func (c *call) roles() []keys.Role {
	var list []keys.Role
	for _, word := range strings.FieldsFunc(c.text("role"), func(r rune) bool { return strings.ContainsRune(",，、 ", r) }) {
		list = append(list, keys.Role(word))
	}
	return list
}

// runRecover lets a person in by the recovery code.
func runRecover(ctx context.Context, c *call) error {
	code, err := c.secret("恢复码", envRecovery, "code-file")
	if err != nil {
		return err
	}
	password, err := c.newSecret(envPassword, "password-file")
	if err != nil {
		return err
	}
	s, err := vault.Recover(ctx, c.db, code, c.person(), password, keys.Working(), c.now())
	if err != nil {
		return err
	}
	return c.tell(map[string]any{"db": c.db, "user": s.Name},
		"已用恢复码登录，使用人现在只有 %s；原来的登录文件另名留存。请用 users 命令重新加入其他人。\n", s.Name)
}

// runUsers lists and changes the people of a database.
func runUsers(ctx context.Context, c *call) error {
	if set, _ := c.GetBool("password"); set {
		return c.setPassword()
	}
	s, err := c.login(ctx)
	if err != nil {
		return err
	}
	rekey, _ := c.GetBool("rekey")
	switch {
	case c.text("add") != "":
		return c.addPerson(s)
	case c.text("confirm") != "":
		return c.confirmPerson(s)
	case c.text("remove") != "":
		return c.removePerson(ctx, s)
	case c.text("change") != "":
		name := c.text("change")
		return c.managed(s, func(f *keys.File) error { return s.SetRoles(f, name, c.roles()) }, "“%s”的角色已改为%s；掌管密钥的人自己改的当即有效，别人改的要再由他确认。\n", name, keys.Words(c.roles()))
	case c.text("reset") != "":
		name, password := c.text("reset"), keys.FirstPassword()
		return c.managed(s, func(f *keys.File) error { return f.Reset(name, password) }, "“%s”的首次口令：%s\n请他用 users --password 换成自己的，再由掌管密钥的人确认。\n", name, password)
	case rekey:
		return c.rekey(ctx, s)
	}
	return c.listPeople(s)
}

// managed makes a change that only somebody who manages people may make.
func (c *call) managed(s *vault.Session, do func(*keys.File) error, format string, args ...any) error {
	if err := s.Manage(do); err != nil {
		return err
	}
	return c.tell(map[string]any{"db": c.db}, format, args...)
}

func (c *call) addPerson(s *vault.Session) error {
	name, password := c.text("add"), keys.FirstPassword()
	return c.managed(s, func(f *keys.File) error { _, err := f.Add(name, password, c.roles()); return err },
		"已加入“%s”（%s）。首次口令：%s\n请他用 users --password 换成自己的，再由掌管密钥的人用 users --confirm 确认。\n", name, keys.Words(c.roles()), password)
}

// confirmPerson lets somebody in whose code was compared.
func (c *call) confirmPerson(s *vault.Session) error {
	name := c.text("confirm")
	if err := s.Change(func(f *keys.File) error { return s.Confirm(f, name, c.text("check")) }); err != nil {
		return err
	}
	return c.tell(map[string]any{"db": c.db}, "已确认“%s”，可以登录使用。\n", name)
}

func (c *call) removePerson(ctx context.Context, s *vault.Session) error {
	name := c.text("remove")
	if err := c.managed(s, func(f *keys.File) error { return f.Remove(name) }, "已移除“%s”。\n", name); err != nil {
		return err
	}
	if !s.Holds() {
		c.printf("他知道的密钥还没有换；请掌管密钥的人运行 users --rekey。\n")
		return nil
	}
	return c.rekey(ctx, s)
}

func (c *call) rekey(ctx context.Context, s *vault.Session) error {
	code, err := s.Rekey(ctx, c.now())
	if err != nil {
		return err
	}
	return c.tellCode(code, "密钥已更换，以前的恢复码作废。\n")
}

// setPassword changes the password of the person himself.
func (c *call) setPassword() error {
	old, err := c.secret("现在的口令", envPassword, "password-file")
	if err != nil {
		return err
	}
	password, err := c.newSecret(envNewPassword, "new-password-file")
	if err != nil {
		return err
	}
	check, err := vault.SetPassword(c.db, c.person(), old, password, c.now())
	if err != nil {
		return err
	}
	if check == "" {
		return c.tell(map[string]any{"db": c.db}, "口令已更换。\n")
	}
	return c.tell(map[string]any{"db": c.db, "check": check}, "口令已更换。核对码：%s\n请把它告诉掌管密钥的人，由他用 users --confirm 确认。\n", check)
}

func (c *call) listPeople(s *vault.Session) error {
	type line struct {
		Name  string      `json:"name"`
		Roles []keys.Role `json:"roles"`
		State keys.State  `json:"state"`
	}
	var lines []line
	for _, p := range s.People() {
		lines = append(lines, line{p.Name, p.Roles, s.State(p)})
	}
	if c.json {
		return c.printJSON(lines)
	}
	for _, l := range lines {
		c.printf("%s\t%s\t%s\n", l.Name, keys.Words(l.Roles), l.State)
	}
	return nil
}
