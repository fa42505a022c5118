package keys_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/keys"
)

// clone is a file as somebody may have changed it by hand, its last line made again.
func clone(t *testing.T, f *keys.File) *keys.File {
	t.Helper()
	raw, err := json.Marshal(f)
	ok(t, err)
	forged := &keys.File{}
	ok(t, json.Unmarshal(raw, forged))
	return forged
}

// whole is an office of a holder 张三, an administrator 李四 and a confirmed 王五.
func whole(t *testing.T) (*keys.File, *keys.Holder, keys.Seed) {
	t.Helper()
	f, zhang, seed := office(t)
	ok(t, f.SetPassword("王五", "Temp-首次口令-2", passC, now))
	ok(t, zhang.Confirm(f, "王五", f.Slot("王五").Check()))
	return f, zhang, seed
}

// An administrator with the whole folder in his hands opens nobody's records.
func TestAdministratorOpensNothing(t *testing.T) {
	f, _, _ := whole(t)
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
		"puts his slot under the name of another": func(f *keys.File) {
			of, own := f.Slot("张三"), f.Slot("李四")
			own.Name, of.Name = of.Name, own.Name
			own.Seeds = of.Seeds
			own.Roles = of.Roles
		},
		"sets the password of another": func(f *keys.File) {
			s := f.Slot("张三")
			seeds, proof := s.Seeds, s.Proof
			_, _ = f.Add("赵六", passB, []keys.Role{keys.View})
			six := f.Slot("赵六")
			s.Public, s.Private, s.KDF, s.Seeds, s.Proof = six.Public, six.Private, six.KDF, seeds, proof
		},
		"sets the password of another and leaves nothing of what was confirmed": func(f *keys.File) {
			ok(t, f.Reset("王五", passB))
			f.Slot("王五").Fresh = false
			f.Slot("王五").Proof = f.Slot("张三").Proof
		},
		"makes a file of his own around the seeds of others": func(f *keys.File) {
			own, _, err := keys.New(keys.NewSeed(), "张三", passB, keys.Working())
			ok(t, err)
			own.Slots[0].Seeds, own.Database = f.Slot("张三").Seeds, f.Database
			*f = *own
		},
	}
	for name, change := range try {
		forged := clone(t, f)
		change(forged)
		for _, as := range []string{"李四", "张三", "王五", "某人", "赵六"} {
			if h, err := forged.Login(as, passB, now); err == nil && (h.Holds() || len(h.Seeds(forged)) > 0) {
				t.Errorf("an administrator who %s opens the database as %s", name, as)
			}
		}
	}
	refused(t, f.Reset("没有此人", "Temp-首次口令-3"), "没有名叫")
}

// What a person may do is what a holder has confirmed, whatever the file says.
func TestRolesChangedByHandAreRefused(t *testing.T) {
	f, zhang, _ := whole(t)
	was := f.Slot("王五").Roles
	for set := 1; set < 1<<len(keys.Roles()); set++ {
		var roles []keys.Role
		for i, r := range keys.Roles() {
			if set>>i&1 == 1 {
				roles = append(roles, r)
			}
		}
		if slices.Equal(roles, was) {
			continue
		}
		forged := clone(t, f)
		forged.Slot("王五").Roles = roles
		if got := zhang.State(forged, forged.Slot("王五")); got != keys.Altered {
			t.Errorf("a holder sees %v as %s", roles, got)
		}
		h, err := forged.Login("王五", passC, now)
		if err == nil && h.Holds() || err == nil && !slices.Equal(roles, []keys.Role{keys.Admin}) {
			t.Errorf("logs in as %v", roles)
		}
		if err != nil && !strings.Contains(data.Sentence(err), "被改动过") {
			t.Error(err)
		}
	}
	if zhang.State(f, f.Slot("王五")) != keys.Ready {
		t.Error("a holder does not know what he has confirmed")
	}
}

// A holder gives the seed to nobody's key but the one that was confirmed.
func TestKeyPutInByHandGetsNothing(t *testing.T) {
	f, zhang, _ := whole(t)
	_, err := f.Add("赵六", passB, []keys.Role{keys.Entry})
	ok(t, err)
	check := f.Slot("王五").Check()
	five, six := f.Slot("王五"), f.Slot("赵六")
	five.Public, five.Private, five.KDF = six.Public, six.Private, six.KDF
	ok(t, f.Remove("赵六"))
	refused(t, zhang.Confirm(f, "王五", five.Check()), "被改动过")
	stripped := clone(t, f)
	stripped.Slot("王五").Proof = nil // as if nobody had ever confirmed him
	refused(t, zhang.Confirm(stripped, "王五", check), "核对码不符")
	next, err := zhang.Rotate(f)
	ok(t, err)
	zhang.Finish(f, next)
	if len(five.Seeds) > 0 || five.Confirmed() {
		t.Error("a key put in by hand got the new seed")
	}
}

// Any byte of a slot changed, with a last line that fits: no login, or the same seed
// and the same roles.
func TestForgedBytesNeverGiveAnotherSeed(t *testing.T) {
	f, _, seed := whole(t)
	step := 3
	if testing.Short() {
		step = 29
	}
	for name, part := range map[string]func(*keys.Slot) []byte{
		"public":  func(s *keys.Slot) []byte { return s.Public },
		"private": func(s *keys.Slot) []byte { return s.Private },
		"salt":    func(s *keys.Slot) []byte { return s.KDF.Salt },
		"seed":    func(s *keys.Slot) []byte { return s.Seeds["1"] },
		"proof":   func(s *keys.Slot) []byte { return s.Proof["1"] },
	} {
		size := len(part(f.Slot("张三")))
		for i := 0; i < size; i += step {
			forged := clone(t, f)
			part(forged.Slot("张三"))[i] ^= 1 << (i % 8)
			if _, err := forged.Login("张三", passA, now); err == nil || strings.Contains(data.Sentence(err), "程序内部") {
				t.Errorf("byte %d of %s: %v", i, name, err)
			}
		}
	}
	for name, change := range map[string]func(*keys.File){
		"database":   func(f *keys.File) { f.Database = "0123456789abcdef" },
		"person":     func(f *keys.File) { f.Slot("张三").ID = "0123456789abcdef" },
		"generation": func(f *keys.File) { f.Current = "2" },
		"renamed generation": func(f *keys.File) {
			s := f.Slot("张三")
			f.Current, s.Seeds["2"], s.Proof["2"] = "2", s.Seeds["1"], s.Proof["1"]
		},
		"cost": func(f *keys.File) { f.Slot("张三").KDF.Time++ },
	} {
		forged := clone(t, f)
		change(forged)
		if _, err := forged.Login("张三", passA, now); err == nil {
			t.Errorf("%s changed by hand: logs in", name)
		}
	}
	if got := login(t, f, "张三", passA).Seeds(f); !slices.Equal(got, []keys.Seed{seed}) {
		t.Error("the file itself opens something else")
	}
}
