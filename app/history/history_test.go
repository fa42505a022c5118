package history

import (
	"context"
	"strings"
	"testing"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store"
	"huoshui/data/store/storetest"
)

func room(t *testing.T) (*Workspace, *desktest.Shell) {
	t.Helper()
	d, shell := desktest.Open(t,
		&data.Unit{ID: "u", Name: "清源县东河镇", Short: "东河镇", Kind: "31"},
		&data.Post{ID: "p", Unit: "u", Name: "镇长"},
		&data.Cadre{ID: "c", Name: "沈怡", Sex: "2", Nation: "汉族"},
		&data.Family{ID: "f", Cadre: "c", Relation: "配偶", Name: "周放"})
	w := New(d)
	shell.Enter(w)
	return w, shell
}

func (w *Workspace) told() string {
	var lines []string
	for _, l := range w.model.lines {
		lines = append(lines, strings.Join([]string{l.Kind.Label, l.Name, l.Field, l.Before, l.After}, "|"))
	}
	return strings.Join(lines, "\n")
}

// A change is told field by field, in words, with whose record it is.
func TestAChangeIsTold(t *testing.T) {
	w, _ := room(t)
	w.model.desk.Write("修改", func(ctx context.Context, tx *store.Tx) error {
		if err := store.Edit(ctx, tx, "c", func(c *data.Cadre) error { c.Nation = "畲族"; return nil }); err != nil {
			return err
		}
		return tx.Add(ctx, &data.Appointment{Cadre: "c", Unit: "u", Post: "p", Title: "东河镇镇长", Since: 202601})
	}, func() {})
	w.Refresh()
	w.changes.Select(0)
	if len(w.model.shown) != 2 || w.model.shown[0].What != "修改" || w.model.shown[0].Size != 2 {
		t.Fatalf("%+v", w.model.shown)
	}
	want := "干部|沈怡|民族|汉族|畲族\n任职|沈怡 东河镇镇长|新增||机构 东河镇；职位 东河镇 镇长；职务名称 东河镇镇长；任职年月 2026.01"
	if w.told() != want {
		t.Errorf("told\n%s\nwant\n%s", w.told(), want)
	}
}

// What was deleted, a cadre with everything of his, is found again.
func TestWhatWasDeletedIsFoundAgain(t *testing.T) {
	w, shell := room(t)
	db := w.model.desk.Store
	w.model.desk.Write("删除干部及其全部记录", func(ctx context.Context, tx *store.Tx) error {
		c, err := store.Get[data.Cadre](ctx, tx, "c")
		if err != nil {
			return err
		}
		_, err = tx.RemoveWhole(ctx, c)
		return err
	}, func() {})
	w.model.desk.Write("新增", func(ctx context.Context, tx *store.Tx) error { return tx.Add(ctx, &data.Cadre{Name: "江禾"}) }, func() {})
	w.model.only = true
	w.Refresh()
	if len(w.model.shown) != 1 || !strings.Contains(w.told(), "家庭成员|沈怡 周放|删除") {
		t.Fatalf("%d shown, told %s", len(w.model.shown), w.told())
	}
	w.model.takeBack(func(string) {})
	if n := len(storetest.All[data.Cadre](t, db)); n != 2 || len(storetest.All[data.Family](t, db)) != 1 {
		t.Errorf("%d cadres; failed %v", n, shell.Failed)
	}
}

// A change somebody has built on is not taken back.
func TestBuiltOn(t *testing.T) {
	w, shell := room(t)
	d := w.model.desk
	nation := func(to string) {
		d.Write("修改民族", func(ctx context.Context, tx *store.Tx) error {
			return store.Edit(ctx, tx, "c", func(c *data.Cadre) error { c.Nation = to; return nil })
		}, func() {})
	}
	nation("畲族")
	nation("回族")
	w.Refresh()
	w.changes.Select(1)
	w.model.takeBack(func(string) { t.Error("taken back") })
	if len(shell.Failed) != 1 || storetest.All[data.Cadre](t, d.Store)[0].Nation != "回族" {
		t.Error(shell.Failed)
	}
	w.model.find("准备")
	if len(w.model.shown) != 1 || w.model.chosen != w.model.shown[0].ID {
		t.Errorf("%+v", w.model.shown)
	}
}
