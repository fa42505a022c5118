package command

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"

	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// Where a script gives the person and his secrets. They never stand among the
// arguments, which every user of the computer can list.
const (
	envUser        = "HUOSHUI_USER"
	envPassword    = "HUOSHUI_PASSWORD"
	envNewPassword = "HUOSHUI_NEW_PASSWORD"
	envRecovery    = "HUOSHUI_RECOVERY"
)

// file is the database of the call with its key. Where the database asks for a login,
// the person logs in first.
func (c *call) file(ctx context.Context) (store.File, error) {
	if !vault.Locked(c.db) {
		return store.File{Path: c.db}, nil
	}
	s, err := c.login(ctx)
	if err != nil {
		return store.File{}, err
	}
	if !s.Holds() {
		return store.File{}, data.Refuse(fmt.Sprintf("“%s”只做系统管理，打不开档案；使用人的增减用 users 命令。", s.Name), nil)
	}
	return s.File(), nil
}

// login logs the person of the call in, once.
func (c *call) login(ctx context.Context) (*vault.Session, error) {
	if c.session != nil {
		return c.session, nil
	}
	password, err := c.secret("口令", envPassword, "password-file")
	if err != nil {
		return nil, err
	}
	if c.session, err = vault.Login(ctx, c.db, c.person(), password, c.now()); err != nil {
		c.session = nil
		return nil, err
	}
	return c.session, nil
}

// person is the name under which the call logs in.
func (c *call) person() string {
	return strings.TrimSpace(cmp.Or(c.text("user"), os.Getenv(envUser), vault.SystemUser()))
}

// who is the name under which the call writes to the log.
func (c *call) who() string {
	if c.session != nil {
		return c.session.Name
	}
	return "命令行"
}

// secret reads a secret: from the file of a flag, from the environment, or from the
// terminal, where it is not shown.
func (c *call) secret(label, env, flag string) (string, error) {
	if path := c.text(flag); path != "" {
		raw, err := os.ReadFile(path)
		if err != nil || len(raw) > 10000 {
			return "", data.Refuse(fmt.Sprintf("%s文件“%s”读不出来，请核对路径。", label, path), err)
		}
		line, _, _ := strings.Cut(string(raw), "\n")
		return strings.TrimRight(line, "\r"), nil
	}
	if text := os.Getenv(env); text != "" {
		return text, nil
	}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return "", data.Refuse(fmt.Sprintf("要输入%s：在终端里运行，或者用 --%s 指明存有它的文件，或者设环境变量 %s。", label, flag, env), nil)
	}
	fmt.Fprintf(c.errOut, "%s：", label)
	raw, err := term.ReadPassword(int(os.Stdin.Fd()))
	fmt.Fprintln(c.errOut)
	if err != nil {
		return "", data.Refuse(label+"没有读到，请重试。", err)
	}
	return string(raw), nil
}

// newSecret reads a new password; at a terminal it is typed twice.
func (c *call) newSecret(env, flag string) (string, error) {
	first, err := c.secret("新口令", env, flag)
	if err != nil || c.text(flag) != "" || os.Getenv(env) != "" {
		return first, err
	}
	second, err := c.secret("再输一遍新口令", env, flag)
	if err == nil && first != second {
		err = data.Refuse("两次输入的口令不同，没有更改；请重试。", nil)
	}
	return first, err
}
