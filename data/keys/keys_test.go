package keys_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	ok(t, zhang.Confirm(f, "李四"))
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
	refused(t, zhang.Confirm(f, "王五"), "还没有换成自己的口令")
	ok(t, f.SetPassword("王五", "Temp-首次口令-2", passC, now))
	_, err = f.Login("王五", passC, now)
	if refused(t, err, f.Slot("王五").Check()); !errors.Is(err, keys.ErrUnconfirmed) {
		t.Error(err)
	}
	refused(t, login(t, f, "李四", passB).Confirm(f, "王五"), "只有掌管密钥的人")
	ok(t, zhang.Confirm(f, "王五"))

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

// An administrator with the whole folder in his hands opens nobody's records.
func TestAdministratorOpensNothing(t *testing.T) {
	f, _, _ := office(t)
	if h := login(t, f, "李四", passB); h.Holds() || len(h.Seeds(f)) > 0 {
		t.Error("an administrator holds a seed")
	}
	try := map[string]func(f *keys.File){
		"gives himself a role": func(f *keys.File) { f.Slot("李四").Roles = []keys.Role{keys.View, keys.Admin} },
		"takes the seed of another": func(f *keys.File) {
			s := f.Slot("李四")
			s.Roles, s.Seeds, s.Proof = []keys.Role{keys.View}, f.Slot("张三").Seeds, f.Slot("张三").Proof
		},
		"takes the place of another": func(f *keys.File) {
			of, own := f.Slot("张三"), f.Slot("李四")
			own.Name, of.Name = "张三", "某人"
			own.ID, of.ID = of.ID, own.ID
			own.Roles, own.Seeds, own.Proof = of.Roles, of.Seeds, of.Proof
		},
		"puts his key into the slot of another": func(f *keys.File) {
			of, own := f.Slot("张三"), f.Slot("李四")
			of.Public, of.Private, of.KDF = own.Public, own.Private, own.KDF
		},
		"sets the password of another": func(f *keys.File) {
			s := f.Slot("张三")
			seeds, proof := s.Seeds, s.Proof
			_, _ = f.Add("赵六", passB, []keys.Role{keys.View})
			six := f.Slot("赵六")
			s.Public, s.Private, s.KDF, s.Seeds, s.Proof = six.Public, six.Private, six.KDF, seeds, proof
		},
	}
	raw, err := json.Marshal(f)
	ok(t, err)
	for name, change := range try {
		forged := &keys.File{}
		ok(t, json.Unmarshal(raw, forged))
		change(forged)
		for _, as := range []string{"李四", "张三"} {
			if h, err := forged.Login(as, passB, now); err == nil && (h.Holds() || len(h.Seeds(forged)) > 0) {
				t.Errorf("an administrator who %s opens the database as %s", name, as)
			}
		}
	}
	refused(t, f.Reset("张三", "Temp-首次口令-3"), "唯一掌管密钥的人")
}

// Whoever changes what was confirmed leaves a slot that opens nothing.
func TestWhatWasConfirmedCannotBeChanged(t *testing.T) {
	f, _, _ := office(t)
	f.Slot("张三").Roles = keys.Roles()
	_, err := f.Login("张三", passA, now)
	refused(t, err, "被改动过")
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
	refused(t, err, "请过 31 秒再试")
	at = at.Add(31 * time.Second)
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

// At each step of a change of the seed, the file on the disk opens the database with
// the old seed or with the new one.
func TestRotation(t *testing.T) {
	f, zhang, seed := office(t)
	_, err := f.Add("赵六", "Temp-首次口令-4", []keys.Role{keys.View, keys.Audit})
	ok(t, err)
	ok(t, f.SetPassword("赵六", "Temp-首次口令-4", passC, now))
	ok(t, zhang.Confirm(f, "赵六"))
	ok(t, f.Remove("王五"))
	next, err := zhang.Rotate(f)
	ok(t, err)
	for _, who := range [][2]string{{"张三", passA}, {"赵六", passC}} {
		if got := login(t, f, who[0], who[1]).Seeds(f); !slices.Equal(got, []keys.Seed{seed, next}) {
			t.Errorf("%s under way: %d seeds", who[0], len(got))
		}
	}
	given, err := json.Marshal(f)
	ok(t, err)
	zhang.Finish(f, next)
	for _, who := range [][2]string{{"张三", passA}, {"赵六", passC}} {
		if got := login(t, f, who[0], who[1]).Seeds(f); !slices.Equal(got, []keys.Seed{next}) {
			t.Errorf("%s afterwards: %d seeds", who[0], len(got))
		}
	}
	if login(t, f, "李四", passB).Holds() {
		t.Error("the administrator has been given the seed")
	}
	up := &keys.File{}
	ok(t, json.Unmarshal(given, up))
	again := login(t, up, "张三", passA)
	again.Finish(up, seed) // the database still opens with the old one
	if got := login(t, up, "赵六", passC).Seeds(up); !slices.Equal(got, []keys.Seed{seed}) {
		t.Errorf("given up: %d seeds", len(got))
	}
}

// No bit of the file can be turned over without being found, or without effect on
// what opens.
func TestFlippedBits(t *testing.T) {
	f, _, seed := office(t)
	db := filepath.Join(t.TempDir(), "干部.db")
	ok(t, f.Write(db))
	raw, err := os.ReadFile(keys.Path(db))
	ok(t, err)
	found, same := 0, 0
	for i := range len(raw) {
		if testing.Short() && i%6 > 0 {
			continue
		}
		flipped := bytes.Clone(raw)
		flipped[i] ^= 1 << (i % 7)
		ok(t, os.WriteFile(keys.Path(db), flipped, 0o600))
		read, err := keys.Read(db)
		if err == nil {
			var h *keys.Holder
			if h, err = read.Login("张三", passA, now); err == nil {
				if got := h.Seeds(read); len(got) != 1 || got[0] != seed || !slices.Equal(h.Roles, []keys.Role{keys.Review, keys.View}) {
					t.Fatalf("byte %d: another seed or role", i)
				}
				same++
				continue
			}
		}
		if data.Sentence(err) == "" || strings.Contains(data.Sentence(err), "程序内部") {
			t.Fatalf("byte %d: %v", i, err)
		}
		found++
	}
	t.Logf("%d found, %d without effect on 张三", found, same)
	if found+same > 100 && found < (found+same)/4 {
		t.Errorf("only %d of %d found", found, len(raw))
	}
}

func TestFilesThatAreNone(t *testing.T) {
	db := filepath.Join(t.TempDir(), "干部.db")
	if _, err := keys.Read(db); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	f, _, _ := office(t)
	raw, err := json.Marshal(f)
	ok(t, err)
	for text, want := range map[string]string{
		"":                       "已损坏",
		"{}":                     "已损坏",
		"[1]":                    "已损坏",
		string(raw[:len(raw)/2]): "已损坏",
		strings.Replace(string(raw), `"format":1`, `"format":2`, 1):         "更新版本",
		strings.Replace(string(raw), `argon2id+`, `sm3+`, 1):                "更新版本",
		strings.Replace(string(raw), `"memory":8,`, `"memory":9999999,`, 1): "已损坏",
	} {
		ok(t, os.WriteFile(keys.Path(db), []byte(text), 0o600))
		_, err := keys.Read(db)
		refused(t, err, want)
	}
}

func TestRecoveryCode(t *testing.T) {
	seed := keys.NewSeed()
	code := seed.Code()
	if len(code) != 39 || strings.ContainsAny(code, "ILOU") {
		t.Error(code)
	}
	back, err := keys.ParseCode(" " + strings.ToLower(strings.ReplaceAll(code, "-", " ")) + "\n")
	if err != nil || back != seed {
		t.Errorf("%v %v", back == seed, err)
	}
	accepted := 0
	for i, was := range code {
		for _, r := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			if was == '-' || r == was {
				continue
			}
			if _, err := keys.ParseCode(code[:i] + string(r) + code[i+1:]); err == nil {
				accepted++
			}
		}
	}
	if accepted > 0 {
		t.Errorf("%d slips accepted", accepted)
	}
	_, err = keys.ParseCode(code[:30])
	refused(t, err, "应为 32 个")
	f, h, err := keys.New(back, "新来的", passA, keys.Working())
	ok(t, err)
	if got := h.Seeds(f); len(got) != 1 || got[0] != seed {
		t.Error("a file made from the code opens something else")
	}
}

func TestSecretsDoNotPrint(t *testing.T) {
	seed := keys.Seed{0xde, 0xad}
	text := fmt.Sprint(seed, &seed) + fmt.Sprintf("%v %+v %#v %x %X %d %s %q", seed, seed, seed, seed, seed, seed, seed, seed)
	raw, _ := json.Marshal(map[string]any{"a": seed})
	text += string(raw)
	for _, leak := range []string{"de", "DE", "222", "3q0"} {
		if strings.Contains(text, leak) {
			t.Errorf("%s in %s", leak, text)
		}
	}
}

func TestPasswordsAndNames(t *testing.T) {
	for password, want := range map[string]string{
		"Ab-1234":       "至少要 8 个",
		"abcdefg1":      "3 种",
		"Zhang-张三-0001": "姓名",
		"Password-1":    "太常见",
		"aaaaaaaaaaaaa": "反复出现",
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

func FuzzRead(f *testing.F) {
	file, _, err := keys.New(keys.NewSeed(), "张三", passA, keys.Working())
	if err != nil {
		f.Fatal(err)
	}
	raw, _ := json.Marshal(file)
	f.Add(raw)
	f.Add([]byte("{}"))
	db := filepath.Join(f.TempDir(), "干部.db")
	f.Fuzz(func(t *testing.T, raw []byte) {
		if err := os.WriteFile(keys.Path(db), raw, 0o600); err != nil {
			t.Fatal(err)
		}
		read, err := keys.Read(db)
		if err != nil {
			return
		}
		for _, s := range read.Slots {
			if s.KDF.Memory > 1<<10 || s.KDF.Time > 2 {
				return
			}
		}
		_, _ = read.Login(read.Slots[0].Name, passA, now)
	})
}

func FuzzParseCode(f *testing.F) {
	f.Add(keys.NewSeed().Code())
	f.Add("O-O")
	f.Fuzz(func(t *testing.T, text string) {
		seed, err := keys.ParseCode(text)
		if err != nil {
			return
		}
		if again, err := keys.ParseCode(seed.Code()); err != nil || again != seed {
			t.Errorf("%q", text)
		}
	})
}
