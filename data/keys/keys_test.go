package keys_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/keys"
)

func TestMain(m *testing.M) {
	keys.Cheapen()
	m.Run()
}

const (
	passA, passB, passC = "春江花月夜 2026 Aa", "Bb-四五六-7788", "Cc+枯藤老树昏鸦"
)

var now = time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v（%s）", err, data.Sentence(err))
	}
}

func refused(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(data.Sentence(err), want) {
		t.Errorf("want %q: %v", want, err)
	}
}

// office is a file with a holder 张三, and an administrator 李四 who has added 王五.
func office(t *testing.T) (*keys.File, *keys.Holder, keys.Seed) {
	t.Helper()
	seed := keys.NewSeed()
	f, zhang, err := keys.New(seed, "张三", passA, []keys.Role{keys.View, keys.Review})
	ok(t, err)
	_, err = f.Add("李四", "Temp-首次口令-1", []keys.Role{keys.Admin})
	ok(t, err)
	ok(t, f.SetPassword("李四", "Temp-首次口令-1", passB, now))
	ok(t, zhang.Confirm(f, "李四", f.Slot("李四").Check()))
	_, err = f.Add("王五", "Temp-首次口令-2", []keys.Role{keys.Entry})
	ok(t, err)
	return f, zhang, seed
}

func login(t *testing.T, f *keys.File, name, password string) *keys.Holder {
	t.Helper()
	h, err := f.Login(name, password, now)
	ok(t, err)
	return h
}

func TestFromAddingToOpening(t *testing.T) {
	f, zhang, seed := office(t)
	_, err := f.Login("王五", "Temp-首次口令-2", now)
	refused(t, err, "先换成自己的")
	refused(t, zhang.Confirm(f, "王五", f.Slot("王五").Check()), "还没有换成自己的口令")
	ok(t, f.SetPassword("王五", "Temp-首次口令-2", passC, now))
	_, err = f.Login("王五", passC, now)
	if refused(t, err, f.Slot("王五").Check()); !errors.Is(err, keys.ErrUnconfirmed) {
		t.Error(err)
	}
	refused(t, login(t, f, "李四", passB).Confirm(f, "王五", f.Slot("王五").Check()), "只有掌管密钥的人")
	if check := f.Slot("王五").Check(); !regexp.MustCompile(`^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$`).MatchString(check) || strings.ContainsAny(check, "ILOU") {
		t.Error(check)
	}
	refused(t, zhang.Confirm(f, "王五", " "), "请向“王五”本人问")
	refused(t, zhang.Confirm(f, "王五", f.Slot("张三").Check()), "核对码不符")
	ok(t, zhang.Confirm(f, "王五", strings.ToLower(strings.ReplaceAll(f.Slot("王五").Check(), "-", " "))))

	db := filepath.Join(t.TempDir(), "干部.db")
	ok(t, f.Write(db))
	if info, err := os.Stat(keys.Path(db)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	back, err := keys.Read(db)
	ok(t, err)
	wang := login(t, back, "王五", passC)
	if got := wang.Seeds(back); len(got) != 1 || got[0] != seed || !wang.Has(keys.Entry) || wang.Has(keys.View) {
		t.Errorf("%v %v", got, wang.Roles)
	}
	ok(t, back.SetPassword("王五", passC, "Dd+换过的口令-9", now))
	if got := login(t, back, "王五", "Dd+换过的口令-9").Seeds(back); len(got) != 1 || got[0] != seed {
		t.Errorf("after a change of password: %v", got)
	}
	_, err = back.Login("王五", passC, now)
	refused(t, err, "姓名或口令不对")
}

func TestWrongPasswordsHaveToWait(t *testing.T) {
	f, _, _ := office(t)
	at := now
	for i := range 5 {
		_, err := f.Login("张三", "不对的口令", at)
		refused(t, err, "姓名或口令不对")
		if i < 4 && !f.Slot("张三").Wait.IsZero() {
			t.Errorf("waits after %d", i+1)
		}
	}
	_, err := f.Login("张三", passA, at)
	refused(t, err, "请过 30 秒再试")
	at = at.Add(30 * time.Second)
	_, err = f.Login("张三", "不对的口令", at)
	refused(t, err, "姓名或口令不对")
	_, err = f.Login("张三", passA, at.Add(59*time.Second))
	refused(t, err, "再试")
	if _, err := f.Login("张三", passA, at.Add(time.Minute)); err != nil {
		t.Error(err)
	}
	if s := f.Slot("张三"); s.Failures != 0 || !s.Wait.IsZero() {
		t.Errorf("%+v", s)
	}
	_, err = f.Login("没有这个人", passA, now)
	refused(t, err, "姓名或口令不对")
}

func TestPasswordsAndNames(t *testing.T) {
	for password, want := range map[string]string{
		"Ab-1234":       "至少要 8 个",
		"abcdefg1":      "3 种",
		"Zhang-张三-0001": "姓名",
		"Password-1":    "太常见",
		"aaaaaaaaaaaAA": "反复出现",
		"好好好好好好好好好好好好":  "反复出现",
	} {
		refused(t, keys.CheckPassword("张三", password), want)
	}
	for _, password := range []string{passA, "Ab-12345", "春眠不觉晓处处闻啼鸟夜来"} {
		ok(t, keys.CheckPassword("张三", password))
	}
	f, _, _ := office(t)
	for name, want := range map[string]string{
		"": "请填写姓名", "张三": "已有名叫", "张\u202e三": "方向符号", "坏\xff": "无法识别", strings.Repeat("长", 41): "太长",
	} {
		_, err := f.Add(name, passC, []keys.Role{keys.View})
		refused(t, err, want)
	}
	_, err := f.Add("钱七", passC, nil)
	refused(t, err, "至少给一个角色")
	_, _, err = keys.New(keys.NewSeed(), "钱七", passC, []keys.Role{keys.Admin})
	refused(t, err, "第一个人要掌管密钥")
	refused(t, f.Remove("张三"), "唯一掌管密钥的人")
}
