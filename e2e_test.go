package main

import (
	"strings"
	"testing"
	"time"
)

// typedCharacters are the Chinese characters the tests type.
const typedCharacters = "张春明浙江淳安建德年月某大学生经济管理系财政局科员副长白鹿乡" +
	"妻子李芳儿父亲国强中共党群众县一二三四五六七八九十"

// The window as a clerk with both hands on the keys uses it: a new cadre from
// Ctrl+N to Ctrl+S, then a crash in the middle of the next one.
func TestByKeyboard(t *testing.T) {
	w := newWindow(t, 60)
	w.start()
	enterCadre(w)
	checkCadre(w)
	w.still()
	w.shoot("1-saved")
	enterSeat(w)
	if w.actions < 60 {
		t.Errorf("only %d actions", w.actions)
	}
	surviveCrash(w)
	undoInTheField(w)
}

// enterCadre types a whole form. Sex and month of birth follow from the ID
// number.
func enterCadre(w *window) {
	w.turn("ctrl+n")
	w.fill("张春明", "", "", "hz", "浙江淳安", "浙江建德", "200912", "", "2012年7月", "jk", "990101199001150038")
	w.fill("", "经济管理", "dx")
	w.press("ctrl+Next")
	w.fill("2008.9", "2012.7", "某大学经济管理系学生")
	w.fill("201207", "2016.05", "财政局科员")
	w.fill("2016-05", "", "财政局副科长")
	w.press("ctrl+Next")
	w.fill("qz", "李芳", "1991.3", "zg", "某大学")
	w.fill("儿子", "张国强", "2018.6", "qz", "")
	w.press("ctrl+Next", "ctrl+i")
	w.fill("blx", "dwfsj", "", "s", "2021.5")
	w.shoot("0-typed")
	w.press("ctrl+s")
	w.asked() // the post is full already; the office may go over its number, but not unawares
	w.shoot("0-warned")
	w.press("Return")
	w.wait("the cadre", func() bool { return len(w.records("cadre", "name", "张春明")) == 1 })
}

// enterSeat gives the new cadre a place in a class: 培养锻炼, 参训, a new record.
func enterSeat(w *window) {
	w.Helper()
	for _, key := range []string{"ctrl+7", "ctrl+Next", "ctrl+n"} {
		w.turn(key)
	}
	w.fill("kjys", "zcm", "40", "yx")
	w.press("ctrl+s")
	cadre := w.records("cadre", "name", "张春明")[0]
	w.wait("the seat", func() bool { return len(w.records("seat", "cadre", cadre["id"])) == 1 })
	w.still()
	w.shoot("2-seat")
	expect(w, w.records("seat", "cadre", cadre["id"])[0], map[string]any{"hours": 40.0, "result": "优秀学员"})
	w.press("Escape", "ctrl+2")
}

// checkCadre compares what is stored with what was typed.
func checkCadre(w *window) {
	w.Helper()
	cadre := w.records("cadre", "name", "张春明")[0]
	expect(w, cadre, map[string]any{
		"sex": "男", "birth": "1990-01", "nation": "汉族", "native_place": "浙江淳安", "birth_place": "浙江建德",
		"party_joined": "2009-12", "work_start": "2012-07", "health": "健康", "id_number": "990101199001150038",
		"speciality": "经济管理", "full_edu": "大学",
	})
	rows := func(kind string, want ...map[string]any) {
		w.Helper()
		got := w.records(kind, "cadre", cadre["id"])
		if len(got) != len(want) {
			w.Fatalf("%d records of %s, want %d", len(got), kind, len(want))
		}
		for i := range want {
			expect(w, got[i], want[i])
		}
	}
	rows(
		"resume",
		map[string]any{"since": "2008-09", "until": "2012-07", "text": "某大学经济管理系学生"},
		map[string]any{"since": "2012-07", "until": "2016-05", "text": "财政局科员"},
		map[string]any{"since": "2016-05", "until": "", "text": "财政局副科长"},
	)
	rows(
		"family",
		map[string]any{"relation": "妻子", "name": "李芳", "birth": "1991-03", "politics": "中共党员", "post": "某大学"},
		map[string]any{"relation": "儿子", "name": "张国强", "birth": "2018-06", "politics": "群众", "post": ""},
	)
	rows("appointment", map[string]any{"title": "白鹿乡党委副书记", "main": true, "since": "2021-05"})
}

// undoInTheField takes a save back and does it again while the caret stays in
// the field that was just typed in.
func undoInTheField(w *window) {
	w.Helper()
	named := func(n int) func() bool {
		return func() bool { return len(w.records("cadre", "name", "李国明")) == n }
	}
	w.turn("ctrl+n")
	w.fill("李国明", "n", "1992.3", "")
	w.write("zhejiang")
	w.press("ctrl+s")
	w.wait("the cadre", named(1))
	w.still()
	w.press("ctrl+z")
	w.wait("the save taken back", named(0))
	w.still()
	w.shoot("5-taken-back")
	w.press("ctrl+y")
	w.wait("the save done again", named(1))
}

func expect(w *window, record, want map[string]any) {
	w.Helper()
	for key, value := range want {
		if record[key] != value {
			w.Errorf("%s is %v, want %v", key, record[key], value)
		}
	}
}

// surviveCrash ends the program in the middle of a word, and goes on with what
// was kept: all but the last second.
func surviveCrash(w *window) {
	w.Helper()
	const typed, pace = "一二三四五六七八九十", time.Second / 4
	safe := string([]rune(typed)[:len([]rune(typed))-int(time.Second/pace)])
	w.turn("ctrl+n")
	w.fill("李建安", "n", "1991.1", "")
	w.writeAt(pace, typed)
	w.kill()
	drafts := w.drafts()
	if len(drafts) != 1 || !strings.Contains(drafts[0].Text, "李建安") || !strings.Contains(drafts[0].Text, safe) {
		w.Fatalf("kept after the crash: %v", drafts)
	}
	w.start()
	w.asked()
	w.shoot("3-offered")
	w.press("Return")
	w.wait("the form", func() bool { return !grey(w.picture()) })
	w.still()
	w.shoot("4-continued")
	w.press("ctrl+s")
	w.wait("the cadre of the draft", func() bool { return len(w.records("cadre", "name", "李建安")) == 1 })
	saved := w.records("cadre", "name", "李建安")[0]
	expect(w, saved, map[string]any{"sex": "男", "birth": "1991-01"})
	if place, _ := saved["native_place"].(string); !strings.HasPrefix(place, safe) {
		w.Errorf("native place is %q", place)
	}
	if left := w.drafts(); len(left) != 0 {
		w.Errorf("kept after saving: %v", left)
	}
	w.still()
	w.shoot("5-saved")
}
