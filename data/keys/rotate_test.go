package keys_test

import (
	"path/filepath"
	"slices"
	"testing"

	"huoshui/data/keys"
)

// Killed after any step of a change of the seed, the file on the disk gives everybody
// who was confirmed the seed that opens the database, and the next login ends the
// change or gives it up.
func TestRotationKilledAtAnyStep(t *testing.T) {
	people := [][2]string{{"张三", passA}, {"王五", passC}}
	for killed := range 5 {
		f, _, database := whole(t) // database is the seed that the database opens with
		path := filepath.Join(t.TempDir(), "干部.db")
		ok(t, f.Write(path))
		f, err := keys.Read(path)
		ok(t, err)
		zhang := login(t, f, "张三", passA)
		var next keys.Seed
		for i, step := range []func(){
			func() { next, err = zhang.Rotate(f); ok(t, err) },
			func() { ok(t, f.Write(path)) },
			func() { database = next },
			func() { zhang.Finish(f, next) },
			func() { ok(t, f.Write(path)) },
		} {
			step()
			if i == killed {
				break
			}
		}
		for range 2 { // the first who logs in ends the change
			for _, who := range people {
				found, err := keys.Read(path)
				ok(t, err)
				h := login(t, found, who[0], who[1])
				if !slices.Contains(h.Seeds(found), database) {
					t.Fatalf("killed after step %d: %s cannot open the database", killed, who[0])
				}
				h.Finish(found, database)
				ok(t, found.Write(path))
				if found.Pending != "" || !slices.Equal(h.Seeds(found), []keys.Seed{database}) {
					t.Errorf("killed after step %d: pending %q, %d seeds", killed, found.Pending, len(h.Seeds(found)))
				}
				if login(t, found, "李四", passB).Holds() {
					t.Error("the administrator has been given the seed")
				}
			}
		}
	}
}

func TestRotationIsOneAtATime(t *testing.T) {
	f, zhang, seed := whole(t)
	next, err := zhang.Rotate(f)
	ok(t, err)
	_, err = zhang.Rotate(f) // the database may open with next alone by now
	refused(t, err, "还没有做完")
	zhang.Finish(f, keys.NewSeed()) // nobody's
	if got := login(t, f, "王五", passC).Seeds(f); !slices.Equal(got, []keys.Seed{seed, next}) {
		t.Errorf("under way: %d seeds", len(got))
	}
}

// Who was logged in when he was removed, or when the seed was changed without him,
// confirms nobody and changes nothing any more.
func TestHolderOfAnOldSeed(t *testing.T) {
	f, zhang, _ := whole(t)
	wang := login(t, f, "王五", passC)
	_, err := f.Add("赵六", passB, []keys.Role{keys.View})
	ok(t, err)
	ok(t, f.SetPassword("赵六", passB, "Ee+自己的口令-5", now))
	check := f.Slot("赵六").Check()
	removed := clone(t, f)
	ok(t, removed.Remove("王五"))
	refused(t, wang.Confirm(removed, "赵六", check), "只有掌管密钥的人")
	_, err = wang.Rotate(removed)
	refused(t, err, "只有掌管密钥的人")
	next, err := zhang.Rotate(f)
	ok(t, err)
	zhang.Finish(f, next)
	refused(t, wang.Confirm(f, "赵六", check), "只有掌管密钥的人")
	_, err = wang.Rotate(f)
	refused(t, err, "只有掌管密钥的人")
	ok(t, zhang.Confirm(f, "赵六", check))
}

func TestSomebodyIsLeft(t *testing.T) {
	f, zhang, _ := whole(t)
	refused(t, f.Remove("李四"), "唯一做系统管理的人")
	refused(t, zhang.SetRoles(f, "李四", []keys.Role{keys.View}), "唯一做系统管理的人")
	ok(t, f.Remove("王五"))
	refused(t, f.Remove("张三"), "唯一掌管密钥的人")
	refused(t, f.Reset("张三", "Temp-首次口令-3"), "唯一掌管密钥的人")
	refused(t, login(t, f, "李四", passB).SetRoles(f, "张三", []keys.Role{keys.View}), "唯一掌管密钥的人")
	refused(t, zhang.SetRoles(f, "张三", []keys.Role{keys.Admin}), "唯一掌管密钥的人")
}

func TestRolesAreConfirmedAtOnceByAHolderOnly(t *testing.T) {
	f, zhang, seed := whole(t)
	ok(t, login(t, f, "李四", passB).SetRoles(f, "王五", []keys.Role{keys.View}))
	_, err := f.Login("王五", passC, now)
	refused(t, err, "还没有得到确认")
	ok(t, zhang.SetRoles(f, "王五", []keys.Role{keys.Audit})) // was not confirmed before
	_, err = f.Login("王五", passC, now)
	refused(t, err, "还没有得到确认")
	ok(t, zhang.Confirm(f, "王五", f.Slot("王五").Check()))
	for _, who := range [][2]string{{"王五", passC}, {"张三", passA}} { // another, and himself
		ok(t, zhang.SetRoles(f, who[0], []keys.Role{keys.View, keys.Entry, keys.Admin}))
		h := login(t, f, who[0], who[1])
		if got := h.Seeds(f); !slices.Equal(got, []keys.Seed{seed}) || !slices.Equal(h.Roles, []keys.Role{keys.Entry, keys.View, keys.Admin}) {
			t.Errorf("%d seeds, %v", len(got), h.Roles)
		}
	}
	ok(t, zhang.SetRoles(f, "王五", []keys.Role{keys.Admin}))
	if login(t, f, "王五", passC).Holds() || len(f.Slot("王五").Seeds) > 0 {
		t.Error("who only manages people keeps the seed in his slot")
	}
}
