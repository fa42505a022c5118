// Package command is the command line: the same program serves scripts and
// tests without a window.
package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/store"
	"huoshui/data/vault"
)

// Exit codes.
const (
	Done    = 0
	Refused = 1 // with a sentence
	Misused = 2
)

// Version is the version of the program; the build sets it.
var Version = "0.1.0"

// Pictures draws every screen of a database into PNG files in a folder and
// returns their paths. The window supplies it, because this package knows no
// screens.
type Pictures func(ctx context.Context, db store.File, dir, only string, at data.Month, width, height int) ([]string, error)

// command is one command: its name, its usage, what it does, and its function.
type command struct {
	name, usage, does string
	run               func(ctx context.Context, c *call) error
}

var commands = []command{
	{"demo", "--dir 目录", "建立样例库，生成全部材料和界面图片", runDemo},
	{"sample", "--db 库 [--cadres 人数] [--seed 种子] [--level county|city] [--at 月] [--lrmx 目录]", "建立样例库，人物均为虚构；--lrmx 另写成审批表文件", runSample},
	{"import", "--db 库 路径... [--create] [--dry-run]", "导入 .lrmx、文件夹、.zip 或 .xlsx 名册；--create 按现任职务新建库中没有的机构和职位，--dry-run 只看比对", runImport},
	{"export", "--db 库 --as lrmx|xlsx --dir 目录 [--where 口径] [--at 月]", "导出审批表文件或名册", runExport},
	{"figures", "--db 库 [--at 月] [--who 指标] [指标...]", "列出指标；--who 列出一个指标的名单", runFigures},
	{"lights", "--db 库 [--at 月]", "各班子的红黄绿灯、原因和怎样消除", runLights},
	{
		"report", "--db 库 [--at 月] [--paper 材料] [--of 姓名、机构名或编号] [--where 口径] [--layout 版式] -o 文件.docx|.pdf|.xlsx|.pptx",
		"生成一份材料；--list 列出材料，--dir 目录 [--as pdf] 逐人或逐班子各一份，--template 单位模板.docx 按本单位模板填写", runReport,
	},
	{"letters", "--db 库 [--at 月] --dir 目录 [--as pdf]", "给每个班子的反馈函，各一份", runLetters},
	{
		"records", "--db 库 种类 [--where 口径] [--id 编号] [--at 月]",
		"列出记录；改动用 --add 字段=值…、--change 编号 字段=值…、--remove 编号（值也可用 --set 字段=值；改本单位的规则和机构，另用 --since 月 写明从哪个月起，补录早就在用的、更正一直就错的写 --since 一直），任职与职数、资格、比选结果不符的先提示，加 --anyway 才登记；表格用 --template、--export、--import 文件.xlsx [--dry-run]", runRecords,
	},
	{"check", "--db 库 [--at 月]", "核对全部干部的记录", runCheck},
	{"shots", "--db 库 --dir 目录 [--size 1366x768] [--at 月] [--only 名称]", "把每个界面画成图片", runShots},
	{"init", "--db 库 --user 姓名 [--role 角色,角色]", "建立加密的数据库和第一个使用人，显示恢复码；角色有录入、审核、查阅、系统管理、安全审计，不写就是全部", runInit},
	{"encrypt", "--db 库 --user 姓名 [--role 角色,角色]", "给没有加密的数据库加密，连同旧的备份；核对无误后清除没有加密的文件", runEncrypt},
	{
		"users", "--db 库 [--add 姓名 --role 角色,角色 | --confirm 姓名 --check 核对码 | --change 姓名 --role 角色,角色 | --reset 姓名 | --remove 姓名 | --rekey | --password]",
		"列出使用人；加人、确认、改角色、重设口令、移除并更换密钥；--password 改自己的口令", runUsers,
	},
	{"recover", "--db 库 --user 姓名", "忘了口令或丢了登录文件时，用恢复码登录", runRecover},
	{"verify", "--db 库", "检查数据库和留痕是否完好，记录与留痕是否一致", runVerify},
	{
		"audit", "--db 库 [--looks | --changes] [--who 操作人] [--of 姓名或编号] [--since 月] [--word 词] [-o 文件.xlsx]",
		"查阅记录和留痕：谁在何时看过、导出过、改过什么；--of 只看涉及某人的，--since 从某月起", runAudit,
	},
	{"backup", "--db 库 [--to 文件夹]", "备份并核对，旧的备份按天、周、月留存；--list 列出已有的备份", runBackup},
	{"restore", "--db 库 --from 备份", "用一份备份替换数据库；原来的另名留存", runRestore},
	{"version", "", "程序的版本", runVersion},
}

func (cmd *command) String() string {
	return strings.TrimSpace("huoshui "+cmd.name+" "+cmd.usage) + "\n      " + cmd.does
}

// call is one run of a command: its flags and its output.
type call struct {
	*pflag.FlagSet
	out      io.Writer
	errOut   io.Writer
	now      func() time.Time
	pictures Pictures

	db, at  string
	json    bool
	session *vault.Session // of the person who has logged in; nil as long as nobody has
}

// Run runs the command line without a window and returns the exit code.
func Run(ctx context.Context, args []string, out, errOut io.Writer, pictures Pictures) int {
	if name := args[0]; name == "help" || name == "-h" || name == "--help" {
		help(out)
		return Done
	}
	cmd := find(args[0])
	if cmd == nil {
		fmt.Fprintf(errOut, "不认识“%s”。\n", args[0])
		help(errOut)
		return Misused
	}
	c := &call{FlagSet: pflag.NewFlagSet(cmd.name, pflag.ContinueOnError), out: out, errOut: errOut, now: time.Now, pictures: pictures}
	c.SetOutput(io.Discard)
	c.StringVar(&c.db, "db", DefaultDatabase(), "数据库文件")
	c.StringVar(&c.at, "at", "", "时点")
	c.BoolVar(&c.json, "json", false, "输出 JSON")
	c.String("user", "", "使用人")
	c.String("password-file", "", "存有口令的文件")
	err := c.parse(cmd.name, args[1:])
	if errors.Is(err, pflag.ErrHelp) {
		fmt.Fprintf(out, "用法：%s\n", cmd)
		return Done
	}
	if err == nil {
		err = data.Guard(func() error { return cmd.run(ctx, c) })
	}
	var misuse misuse
	switch {
	case err == nil:
		return Done
	case errors.As(err, &misuse):
		fmt.Fprintf(errOut, "%s\n用法：%s\n", misuse, cmd)
		return Misused
	}
	slog.Error("command failed", "command", cmd.name, "err", err)
	fmt.Fprintln(errOut, data.Sentence(err))
	return Refused
}

// misuse is the error of a command with wrong arguments. Its text says what is
// wrong.
type misuse string

func (m misuse) Error() string { return string(m) }

func find(name string) *command {
	for i := range commands {
		if commands[i].name == name {
			return &commands[i]
		}
	}
	return nil
}

func help(w io.Writer) {
	fmt.Fprintln(w, "不带命令即打开窗口：huoshui [--db 库]\n命令（都可加 --json，输出 JSON；加密的库加 --user 姓名，口令从 --password-file 文件、环境变量 "+envPassword+" 或终端读取）：")
	for i := range commands {
		fmt.Fprintf(w, "  %s\n", &commands[i])
	}
}

// parse declares the flags a command has beside the common ones, and reads what
// was given. An error other than pflag.ErrHelp is a misuse.
func (c *call) parse(name string, args []string) error {
	for _, f := range flags[name] {
		switch initial := f.initial.(type) {
		case string:
			c.StringP(f.name, f.short, initial, "")
		case int:
			c.Int(f.name, initial, "")
		case bool:
			c.Bool(f.name, initial, "")
		}
	}
	if name == "records" {
		recordsFlags(c.FlagSet)
	}
	if err := c.FlagSet.Parse(args); err != nil {
		return misuseOf(err)
	}
	if c.NArg() > 0 && !takesArguments[name] {
		return misuse(fmt.Sprintf("不认识“%s”。", c.Arg(0)))
	}
	return nil
}

// takesArguments are the commands with more than flags.
var takesArguments = map[string]bool{"import": true, "figures": true, "records": true}

// misuseOf says in Chinese what is wrong with a flag.
func misuseOf(err error) error {
	var unknown *pflag.NotExistError
	var without *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.As(err, &unknown):
		return misuse(fmt.Sprintf("不认识“%s”。", dashed(unknown.GetSpecifiedName())))
	case errors.As(err, &without):
		return misuse(fmt.Sprintf("“%s”后缺少值。", dashed(without.GetSpecifiedName())))
	case errors.As(err, &bad):
		return misuse(fmt.Sprintf("“%s”的值“%s”不对。", dashed(bad.GetFlag().Name), bad.GetValue()))
	}
	return misuse("命令写得不对。")
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

var flags = map[string][]struct {
	name, short string
	initial     any
}{
	"demo":    {{"dir", "", ""}},
	"sample":  {{"cadres", "", 1200}, {"seed", "", 1}, {"level", "", "county"}, {"lrmx", "", ""}},
	"import":  {{"dry-run", "", false}, {"create", "", false}},
	"export":  {{"as", "", ""}, {"dir", "", ""}, {"where", "", ""}},
	"figures": {{"who", "", ""}},
	"report": {
		{"paper", "", "工作汇报"},
		{"of", "", ""},
		{"where", "", ""},
		{"layout", "", ""},
		{"template", "", ""},
		{"output", "o", ""},
		{"dir", "", ""},
		{"as", "", ""},
		{"list", "", false},
	},
	"init":    {{"role", "", ""}},
	"encrypt": {{"role", "", ""}},
	"recover": {{"code-file", "", ""}},
	"users": {
		{"add", "", ""},
		{"role", "", ""},
		{"confirm", "", ""},
		{"check", "", ""},
		{"change", "", ""},
		{"reset", "", ""},
		{"remove", "", ""},
		{"rekey", "", false},
		{"password", "", false},
		{"new-password-file", "", ""},
	},
	"letters": {{"dir", "", ""}, {"as", "", ""}},
	"audit": {
		{"looks", "", false},
		{"changes", "", false},
		{"who", "", ""},
		{"of", "", ""},
		{"since", "", ""},
		{"word", "", ""},
		{"output", "o", ""},
	},
	"backup":  {{"to", "", ""}, {"list", "", false}},
	"restore": {{"from", "", ""}},
	"shots":   {{"dir", "", ""}, {"size", "", "1366x768"}, {"only", "", ""}},
}

func (c *call) text(flag string) string {
	value, err := c.GetString(flag)
	if err != nil {
		panic(err) // a command that asks for a flag it has not declared
	}
	return value
}

// month is the as-of month: the one given, else this month.
func (c *call) month() (data.Month, error) {
	if c.at == "" {
		return data.MonthOf(c.now()), nil
	}
	m, err := data.ParseMonth(c.at)
	if err != nil {
		return 0, misuse(err.Error() + "。")
	}
	return m, nil
}

// open opens the database, and prepares to answer at the as-of month.
func (c *call) open(ctx context.Context, create bool) (*store.Store, figure.Source, data.Month, error) {
	at, err := c.month()
	if err != nil {
		return nil, figure.Source{}, 0, err
	}
	s, err := c.openStore(ctx, create)
	if err != nil {
		return nil, figure.Source{}, 0, err
	}
	source, err := figure.Open(ctx, s, at)
	if err != nil {
		return nil, figure.Source{}, 0, errors.Join(err, s.Close())
	}
	return s, source, at, nil
}

// openStore opens the database and says when it can only be read.
func (c *call) openStore(ctx context.Context, create bool) (*store.Store, error) {
	f, err := c.file(ctx)
	if err != nil {
		return nil, err
	}
	s, err := f.Open(ctx, create)
	if err == nil && s.ReadOnly() != "" {
		fmt.Fprintf(c.errOut, "只读打开：%s，不能保存。\n", s.ReadOnly())
	}
	if err == nil && s.Doubt() != "" {
		fmt.Fprintln(c.errOut, s.Doubt())
	}
	if err == nil && c.session != nil {
		if err = c.session.Enter(ctx, s, "命令行"); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, err
}

// tell prints what a command has done: as JSON when asked, else in words.
func (c *call) tell(value any, format string, args ...any) error {
	if c.json {
		return c.printJSON(value)
	}
	c.printf(format, args...)
	return nil
}

func (c *call) printf(format string, args ...any) { fmt.Fprintf(c.out, format, args...) }

func (c *call) printJSON(value any) error {
	e := json.NewEncoder(c.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

// DefaultDatabase returns the path of the database in the user's own
// configuration folder, or in the current folder if the system has no such
// folder.
func DefaultDatabase() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		dir = "."
	}
	return filepath.Join(dir, "Huoshui", "huoshui.db")
}

// Window reports whether the arguments ask for the window, and returns the
// database path. They ask for it when there are none, or only --db.
func Window(args []string) (db string, ok bool) {
	flags := pflag.NewFlagSet("huoshui", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&db, "db", DefaultDatabase(), "")
	err := flags.Parse(args)
	return db, err == nil && flags.NArg() == 0
}
