package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"huoshui/app/command"
	"huoshui/data/keys"
	"huoshui/data/store"
)

func TestMain(m *testing.M) {
	keys.Cheapen()
	m.Run()
}

const passZhang, passLi = "春江花月夜 2026 Aa", "Bb-四五六-7788"

// as gives what follows the name and password of a person.
func as(t *testing.T, name, password string) {
	t.Helper()
	t.Setenv("HUOSHUI_USER", name)
	t.Setenv("HUOSHUI_PASSWORD", password)
}

// encrypted is an encrypted database of 张三, and its recovery code.
func encrypted(t *testing.T) (db, code string) {
	t.Helper()
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
	db = filepath.Join(t.TempDir(), "干部.db")
	as(t, "张三", passZhang)
	code = found(t, `[0-9A-Z]{4}(-[0-9A-Z]{4}){7}`, must(t, "init", "--db", db))
	return db, code
}

func found(t *testing.T, pattern, text string) string {
	t.Helper()
	match := regexp.MustCompile(pattern).FindString(text)
	if match == "" {
		t.Fatalf("no %s in %s", pattern, text)
	}
	return match
}

// fails runs a command that must be refused with a sentence.
func fails(t *testing.T, want string, args ...string) {
	t.Helper()
	if _, text, code := run(t, args...); code != command.Refused || !strings.Contains(text, want) {
		t.Errorf("%v: exit %d, %s", args, code, text)
	}
}

func TestAnEncryptedDatabaseWorksAsAnyOther(t *testing.T) {
	db, _ := encrypted(t)
	must(t, "sample", "--db", db, "--cadres", "12")
	must(t, "records", "--db", db, "unit", "--add", "机构名称=县档案馆", "简称=档案馆", "机构类别=镇", "--since", "一直")
	must(t, "verify", "--db", db)
	must(t, "backup", "--db", db)
	if out := must(t, "backup", "--db", db, "--list"); !strings.Contains(out, "张三") || !strings.Contains(out, "完好") {
		t.Error(out)
	}
	whole, err := os.ReadFile(db)
	if err != nil || bytes.Contains(whole, []byte("县档案馆")) {
		t.Errorf("readable (%v)", err)
	}
	t.Setenv("HUOSHUI_PASSWORD", passLi)
	fails(t, "姓名或口令不对", "figures", "--db", db)
	t.Setenv("HUOSHUI_PASSWORD", "")
	fails(t, "要输入口令", "figures", "--db", db)
	secret := filepath.Join(t.TempDir(), "口令")
	if err := os.WriteFile(secret, []byte(passZhang+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "figures", "--db", db, "--password-file", secret, "--user", "张三")
}

// Before an import a copy is made, in which nothing of it is.
func TestAnImportIsCopiedBefore(t *testing.T) {
	db, _ := encrypted(t)
	must(t, "sample", "--db", db, "--cadres", "12")
	forms := filepath.Join(t.TempDir(), "表")
	must(t, "sample", "--db", filepath.Join(t.TempDir(), "另.db"), "--cadres", "20", "--seed", "9", "--lrmx", forms)
	if out := must(t, "backup", "--db", db, "--list"); !strings.Contains(out, "备份 0 份") {
		t.Fatal(out)
	}
	must(t, "import", "--db", db, forms)
	if out := must(t, "backup", "--db", db, "--list"); !strings.Contains(out, "备份 1 份") || !strings.Contains(out, "张三 建立样例库") {
		t.Error(out)
	}
}

// From adding a person to his first look at the records, and to his going.
func TestPeopleComeAndGo(t *testing.T) {
	db, _ := encrypted(t)
	must(t, "sample", "--db", db, "--cadres", "12")
	first := found(t, `[0-9a-z]{4}(-[0-9a-z]{4}){3}-A1`, must(t, "users", "--db", db, "--add", "李四", "--role", "查阅"))
	as(t, "李四", first)
	fails(t, "先换成自己的", "figures", "--db", db)
	t.Setenv("HUOSHUI_NEW_PASSWORD", "弱")
	fails(t, "至少要 8 个字符", "users", "--db", db, "--password")
	t.Setenv("HUOSHUI_NEW_PASSWORD", passLi)
	check := found(t, `[0-9A-Z]{4}(-[0-9A-Z]{4}){2}`, must(t, "users", "--db", db, "--password"))
	as(t, "李四", passLi)
	fails(t, "还没有得到确认", "figures", "--db", db)

	as(t, "张三", passZhang)
	fails(t, "请向“李四”本人问", "users", "--db", db, "--confirm", "李四")
	fails(t, "核对码不符", "users", "--db", db, "--confirm", "李四", "--check", "0000-0000-0000")
	must(t, "users", "--db", db, "--confirm", "李四", "--check", strings.ToLower(check))
	if out := must(t, "users", "--db", db); !strings.Contains(out, "李四\t查阅\t可以使用") {
		t.Error(out)
	}
	as(t, "李四", passLi)
	must(t, "figures", "--db", db)
	fails(t, "只有做系统管理的人", "users", "--db", db, "--add", "王五", "--role", "查阅")

	as(t, "张三", passZhang)
	must(t, "users", "--db", db, "--remove", "李四")
	must(t, "figures", "--db", db)
	as(t, "李四", passLi)
	fails(t, "姓名或口令不对", "figures", "--db", db)
}

// Somebody who only manages people does not see a record.
func TestWhoManagesPeopleOnlySeesNoRecords(t *testing.T) {
	db, _ := encrypted(t)
	must(t, "sample", "--db", db, "--cadres", "12")
	first := found(t, `[0-9a-z]{4}(-[0-9a-z]{4}){3}-A1`, must(t, "users", "--db", db, "--add", "管理员", "--role", "系统管理"))
	as(t, "管理员", first)
	t.Setenv("HUOSHUI_NEW_PASSWORD", passLi)
	check := found(t, `[0-9A-Z]{4}(-[0-9A-Z]{4}){2}`, must(t, "users", "--db", db, "--password"))
	as(t, "张三", passZhang)
	must(t, "users", "--db", db, "--confirm", "管理员", "--check", check)
	as(t, "管理员", passLi)
	for _, args := range [][]string{
		{"figures"}, {"records", "cadre"}, {"export", "--as", "xlsx", "--dir", t.TempDir()}, {"backup"}, {"verify"}, {"shots", "--dir", t.TempDir()},
	} {
		fails(t, "只做系统管理", append(args, "--db", db)...)
	}
	must(t, "users", "--db", db)
}

func TestLostPasswordAndLostKeys(t *testing.T) {
	db, code := encrypted(t)
	must(t, "sample", "--db", db, "--cadres", "12")
	if err := os.Remove(keys.Path(db)); err != nil {
		t.Fatal(err)
	}
	fails(t, "没有登录文件", "figures", "--db", db)
	as(t, "赵六", passLi)
	t.Setenv("HUOSHUI_RECOVERY", code[:35]+"AAAA")
	fails(t, "抄错了", "recover", "--db", db)
	t.Setenv("HUOSHUI_RECOVERY", strings.ToLower(code))
	must(t, "recover", "--db", db)
	must(t, "figures", "--db", db)
	next := found(t, `[0-9A-Z]{4}(-[0-9A-Z]{4}){7}`, must(t, "users", "--db", db, "--rekey"))
	fails(t, "打不开这个数据库", "recover", "--db", db)
	t.Setenv("HUOSHUI_RECOVERY", next)
	must(t, "recover", "--db", db)
}

func TestAPlainDatabaseIsEncrypted(t *testing.T) {
	if !store.Encrypts() {
		t.Skip("built without the engine that encrypts: run make test")
	}
	db := filepath.Join(t.TempDir(), "干部.db")
	must(t, "sample", "--db", db, "--cadres", "12")
	must(t, "backup", "--db", db)
	as(t, "张三", passZhang)
	must(t, "encrypt", "--db", db)
	must(t, "verify", "--db", db)
	if out := must(t, "backup", "--db", db, "--list"); !strings.Contains(out, "完好") {
		t.Error(out)
	}
	fails(t, "已经是加密的", "encrypt", "--db", db)
	fails(t, "已经有了", "init", "--db", db)
}
