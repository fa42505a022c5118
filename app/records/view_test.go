package records

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/app/desk/desktest"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange/sheet"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

// Every kind with a tab somewhere can be listed, and its form shown.
func TestEveryKindHasAListAndAForm(t *testing.T) {
	var kinds []*data.Kind
	for _, k := range data.Kinds() {
		if k != data.SettingKind && k != data.CriterionKind && k != data.OriginalKind {
			kinds = append(kinds, k)
		}
	}
	w, shell := room(t, kinds...)
	for i, kind := range kinds {
		w.tabs.Select(i)
		expect(t, w.list().kind.Name, kind.Name)
		w.Add()
		if !w.editor.shown() {
			t.Errorf("%s has no form", kind.Name)
		}
		for _, f := range kind.Fields {
			if input := w.editor.form.Input(f.Key); (input == nil) != (f.Hidden() || f.Type == data.TypeBlob) {
				t.Errorf("%s.%s: input %v", kind.Name, f.Key, input)
			}
		}
		w.Leave(func() {})
	}
	if len(shell.Failed) > 0 {
		t.Error(shell.Failed)
	}
}

func TestANewRecordIsOneChange(t *testing.T) {
	w, shell := room(t, data.TalkKind)
	shell.picture(t, "list")
	w.Add()
	w.Save()
	if w.editor.form.Input("cadre").Problem() == "" || w.editor.form.Input("held").Problem() == "" {
		t.Error("required fields are not marked")
	}
	shell.picture(t, "form")
	for key, text := range map[string]string{"cadre": "c1", "held": "20261008", "kind": label("talk_kind", 0), "who": "李部长"} {
		w.editor.form.Input(key).SetValue(text)
	}
	w.Save()
	entries, err := store.Recent(t.Context(), w.desk.Store, 1)
	if err != nil || entries[0].What != "新增谈心谈话" || entries[0].Who != "录入员" {
		t.Fatal(entries, err, shell.Failed)
	}
	expect(t, w.list().pages.Len(), 31)
	cells, _ := w.list().pages.Row(w.grid.CursorRow())
	expect(t, strings.Join(cells[:3], " "), "单雨 白鹿镇副镇长 2026.10.08")
	if !w.editor.shown() || w.editor.form.Input("who").Value() != "" || shell.Changes == 0 {
		t.Error("the form is not ready for the next one")
	}
}

func TestARecordIsChangedAndTakenBack(t *testing.T) {
	w, shell := room(t, data.TalkKind)
	w.grid.Select(0)
	id := w.list().pages.IDs[0]
	w.grid.OnOpen(0)
	w.editor.form.Input("who").SetValue("吴部长")
	w.Save()
	talk, err := store.Get[data.Talk](t.Context(), w.desk.Store, id)
	if err != nil || talk.Who != "吴部长" || w.editor.shown() {
		t.Fatal(talk, err, shell.Failed)
	}
	w.desk.Undo()
	if talk, _ = store.Get[data.Talk](t.Context(), w.desk.Store, id); talk.Who != "周书记" {
		t.Error(talk.Who)
	}
}

func TestWhatSomebodyElseChangedIsNotWrittenOver(t *testing.T) {
	w, shell := room(t, data.TalkKind)
	id := w.list().pages.IDs[0]
	w.grid.OnOpen(0)
	talk, _ := store.Get[data.Talk](t.Context(), w.desk.Store, id)
	talk.Who = "别人"
	storetest.Put(t, w.desk.Store, talk)
	w.editor.form.Input("who").SetValue("吴部长")
	w.Save()
	if talk, _ = store.Get[data.Talk](t.Context(), w.desk.Store, id); talk.Who != "别人" || !w.editor.shown() {
		t.Error("written over without a word", talk.Who)
	}
	shell.tap(t, "按所选保存") // what is stored holds unless one says otherwise
	if talk, _ = store.Get[data.Talk](t.Context(), w.desk.Store, id); talk.Who != "别人" {
		t.Error(talk.Who)
	}
}

// A record typed once is stored once, however often it is saved meanwhile.
func TestASecondSaveWaitsForTheFirst(t *testing.T) {
	w, _ := room(t, data.TalkKind)
	w.Add()
	for key, text := range map[string]string{"cadre": "c1", "held": "20261008", "kind": label("talk_kind", 0), "who": "李部长"} {
		w.editor.form.Input(key).SetValue(text)
	}
	before := len(storetest.All[data.Talk](t, w.desk.Store))
	late := &desktest.Late{}
	w.desk.Run = late
	for range 3 {
		w.Save()
	}
	late.Flush()
	if n := len(storetest.All[data.Talk](t, w.desk.Store)) - before; n != 1 {
		t.Errorf("typed one, stored %d", n)
	}
}

// What is typed while a save is being written stays, and the next save changes
// the record just stored.
func TestTypingGoesOnWhileSaving(t *testing.T) {
	w, _ := room(t, data.TalkKind)
	w.Add()
	for key, text := range map[string]string{"cadre": "c1", "held": "20261008", "kind": label("talk_kind", 0), "who": "李部长"} {
		w.editor.form.Input(key).SetValue(text)
	}
	before := len(storetest.All[data.Talk](t, w.desk.Store))
	late := &desktest.Late{}
	w.desk.Run = late
	w.Save()
	w.editor.form.Input("who").SetValue("吴部长")
	late.Flush()
	w.Save()
	late.Flush()
	talks := storetest.All[data.Talk](t, w.desk.Store)
	last := ""
	for _, talk := range talks {
		if talk.Held == 20261008 && talk.Cadre == "c1" {
			last = talk.Who
		}
	}
	if len(talks)-before != 1 || last != "吴部长" {
		t.Errorf("%d new, held by %s", len(talks)-before, last)
	}
}

// Undo of a change to the record in the form leaves what was typed.
func TestUndoLeavesWhatIsTyped(t *testing.T) {
	w, _ := room(t, data.TalkKind)
	id := w.list().pages.IDs[0]
	w.grid.OnOpen(0)
	w.editor.form.Input("who").SetValue("吴部长")
	w.Save()
	w.grid.OnOpen(w.list().row(id))
	w.editor.form.Input("content").SetValue("县委会议室")
	w.desk.Undo()
	if got := w.editor.form.Input("who").Value(); got != "周书记" {
		t.Errorf("the form still says %s", got)
	}
	if got := w.editor.form.Input("content").Value(); got != "县委会议室" {
		t.Errorf("what was typed is gone: %q", got)
	}
}

func TestRecordsAreRemoved(t *testing.T) {
	w, shell := room(t, data.TalkKind, data.ClassKind)
	w.grid.SelectAll()
	w.removeSelected()
	shell.tap(t, "删除")
	expect(t, w.list().pages.Len(), 0)
	entries, _ := store.Recent(t.Context(), w.desk.Store, 1)
	expect(t, entries[0].What, "删除谈心谈话 30 条")
	w.Show(data.ClassKind)
	w.grid.SelectAll()
	w.removeSelected()
	shell.tap(t, "删除")
	if len(shell.Failed) != 1 || !strings.Contains(data.Sentence(shell.Failed[0]), "引用") || w.list().pages.Len() != 1 {
		t.Error("a class with seats was removed", shell.Failed)
	}
}

func TestUnsavedWorkIsAskedFor(t *testing.T) {
	w, shell := room(t, data.TalkKind, data.ClassKind)
	w.Add()
	w.editor.form.Input("who").SetValue("李部长")
	w.tabs.Select(1)
	expect(t, w.at, 0)
	shell.tap(t, "继续编辑")
	expect(t, w.editor.form.Input("who").Value(), "李部长")
	left := false
	w.Leave(func() { left = true })
	shell.tap(t, "不保存")
	if !left || w.editor.shown() {
		t.Error("one cannot leave")
	}
}

func TestTheListIsNarrowedAndSorted(t *testing.T) {
	w, shell := room(t, data.PostingKind)
	expect(t, w.list().pages.Len(), 2)
	shell.tap(t, "只看时点有效的")
	expect(t, w.list().pages.IDs, "[g2]")
	shell.tap(t, "去掉全部条件")
	w.list().Add(criteria.MustParse("干部 属于 单雨"))
	expect(t, w.list().pages.IDs, "[g1]")
	if err := w.list().Write("干部 = 单雨 且 现任职务 包含 副镇长"); err != nil || w.list().pages.Len() != 1 {
		t.Error(err)
	}
	w.list().clear()
	w.grid.OnSort("cadre", true)
	expect(t, w.list().pages.IDs, "[g2 g1]") // wang after shan
}

func TestReferencesLeadOn(t *testing.T) {
	w, shell := room(t, data.TalkKind, data.WarningKind)
	unit := ""
	w.OnOpenUnit = func(id string) { unit = id }
	w.grid.Select(0)
	talk, _ := store.Get[data.Talk](t.Context(), w.desk.Store, w.list().pages.IDs[0])
	w.ways(data.TalkKind, talk)[0].do()
	expect(t, shell.Opened, []string{string(talk.Cadre)})
	w.Show(data.WarningKind)
	w.rowMenu(func(items []*fyne.MenuItem) {
		for _, item := range items {
			if strings.HasPrefix(item.Label, "查看单位") {
				item.Action()
			}
		}
	})
	expect(t, unit, "u1")
}

func TestTablesGoOutAndIn(t *testing.T) {
	w, shell := room(t, data.TalkKind)
	shell.tap(t, "模板")
	shell.tap(t, "导出表格")
	if _, err := os.Stat(filepath.Join(shell.Dir, "谈心谈话模板.xlsx")); err != nil {
		t.Fatal(err)
	}
	if looks := desktest.Looked(t, w.desk); !slices.Equal(looks, []string{"导出 谈心谈话 30"}) { // not the empty template
		t.Errorf("%q", looks)
	}
	w.Import(filepath.Join(shell.Dir, "谈心谈话（30条）.xlsx"))
	expect(t, w.preview.proposal.Count(sheet.Same), 30)
	shell.tap(t, "取消")
	if w.preview != nil || len(shell.Failed) > 0 {
		t.Error(shell.Failed)
	}
}

// A pasted block of 500 rows and 12 columns arrives, its bad cells are marked,
// and the good rows are saved on confirmation.
func TestABlockIsPasted(t *testing.T) {
	w, shell := room(t, data.PostingKind)
	var b strings.Builder
	b.WriteString("干部\t方式\t派出单位\t接收单位\t接收单位类别\t锻炼职务\t担任正职\t职务层次\t导师\t起\t止\t考核\r\n")
	for i := range 500 {
		since := data.MakeMonth(1960+i/12, i%12+1).String()
		if i%40 == 7 {
			since = "去年"
		}
		fmt.Fprintf(&b, "单雨\t%s\t县委办公室\t第 %d 村\t\t村书记\t是\t\t张三\t%s\t2024.01\t\r\n", label("posting_kind", 0), i, since)
	}
	fyne.CurrentApp().Clipboard().SetContent(b.String())
	w.grid.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	v := w.preview
	if v == nil {
		t.Fatal(shell.Failed)
	}
	expect(t, v.proposal.Summary(), "好 487 行，需改 13 行")
	expect(t, len(v.proposal.Columns), 12)
	row := v.grid.CursorRow()
	expect(t, row, 7) // where one has to look first
	expect(t, v.tone(row, "9"), kit.ColorOurs)
	expect(t, v.tone(row, "8"), "")
	if v.inputs[9].Problem() == "" {
		t.Error("the bad cell is not marked at the side")
	}
	shell.picture(t, "paste")
	v.typed(9, "2001.05")
	expect(t, v.proposal.Summary(), "好 488 行，需改 12 行")
	expect(t, v.inputs[9].Problem(), "")
	shell.tap(t, "只看需改的")
	expect(t, v.Len(), 12)
	v.grid.Select(0)
	v.dropSelected()
	shell.tap(t, "保存好的 488 行")
	postings, err := store.Find[data.Posting](t.Context(), w.desk.Store)
	if err != nil || len(postings) != 490 {
		t.Fatal(len(postings), err, shell.Failed)
	}
	expect(t, v.proposal.Summary(), "好 0 行，需改 11 行")
	shell.tap(t, "去掉需改的")
	shell.tap(t, "取消")
	expect(t, w.list().pages.Len(), 490)
	entries, _ := store.Recent(t.Context(), w.desk.Store, 1)
	expect(t, entries[0].What, "导入墩苗锻炼 488 条")
}

func TestABlockWithoutHeadingTakesTheColumnsShown(t *testing.T) {
	w, shell := room(t, data.TalkKind)
	var cells []string
	for _, key := range w.visible() {
		cells = append(cells, map[string]string{"cadre": "单雨", "held": "2026.9.30", "kind": label("talk_kind", 0)}[key])
	}
	w.paste(strings.Join(cells, "\t"))
	if w.preview == nil || w.preview.proposal.Pending() != 1 {
		t.Fatal(shell.Failed)
	}
	w.closePreview()
	w.paste("")
	if len(shell.Failed) != 1 {
		t.Error("an empty clipboard was pasted")
	}
}

func TestEscapeAndDelete(t *testing.T) {
	w, shell := room(t, data.TalkKind)
	w.Add()
	kit.RouteKey(w.grid, &fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.editor.shown() {
		t.Error("Esc does not close the form")
	}
	shell.Window.Focus(w.grid)
	w.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if !shell.sees("删除") {
		t.Error("Delete does not ask")
	}
}

// A rule that is changed or taken out of use asks from which month on; the months
// before keep it.
func TestARuleIsChangedFromAMonthOn(t *testing.T) {
	w, shell := room(t, data.QuotaKind)
	storetest.Put(t, w.desk.Store, &data.Quota{ID: "q", Hours: 50})
	w.Refresh()
	hours := func(months ...data.Month) string {
		t.Helper()
		text := ""
		for _, at := range months {
			sum := 0
			for _, q := range data.InForce(storetest.All[data.Quota](t, w.desk.Store), at) {
				sum += q.Hours
			}
			text += fmt.Sprint(sum, " ")
		}
		return strings.TrimSpace(text)
	}
	w.editor.open(w.list(), "q")
	w.editor.form.Input("hours").SetValue("80")
	w.Save()
	shell.tap(t, "从这个月起")
	expect(t, hours(202510, 202609, 202610), "50 50 80")
	w.askRemove([]string{"q"})
	shell.tap(t, "从来就不该有")
	expect(t, hours(202510, 202609, 202610), "50 50 0")
	w.editor.open(w.list(), data.IDOf(storetest.All[data.Quota](t, w.desk.Store)[0]))
	w.editor.form.Input("since").SetValue("2020.01") // the date itself is a correction
	w.Save()
	expect(t, hours(201912, 202001), "0 50")
	if len(shell.Failed) > 0 || shell.Canvas().Overlays().Top() != nil {
		t.Error("asked about a date", shell.Failed)
	}
}
