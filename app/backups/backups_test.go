package backups

import (
	"os"
	"strings"
	"testing"
	"time"

	"huoshui/app/desk/desktest"
	"huoshui/data"
	"huoshui/data/store/storetest"
)

// A copy is made, told of, and offered to be put back; a damaged one is told of and
// not offered.
func TestCopiesAreShown(t *testing.T) {
	d, shell := desktest.Open(t, &data.Cadre{ID: "c", Name: "沈怡"})
	w := New(d)
	restored := ""
	w.OnRestore = func(path string) { restored = path }
	shell.Enter(w)
	if !shell.Shows("还没有备份。有改动后每半小时自动备份一次，关闭程序时也备份。") || !w.restore.Disabled() {
		t.Fatal(shell.Texts())
	}
	shell.Press(t, "立即备份")
	if len(w.model.copies) != 1 || !w.model.sound() || !shell.Shows("干部 1 人，改动 1 次") {
		t.Fatalf("%+v %v, failed %v", w.model.copies, shell.Texts(), shell.Failed)
	}
	shell.Press(t, "恢复这一份…")
	shell.Press(t, "恢复")
	if restored != w.model.copies[0].Path {
		t.Errorf("restored %q", restored)
	}
	storetest.Put(t, d.Store, &data.Cadre{ID: "c2", Name: "方圆"})
	d.Now = func() time.Time { return time.Date(2027, 1, 2, 3, 4, 5, 0, time.Local) }
	shell.Press(t, "立即备份")
	if len(w.model.copies) != 2 || w.model.row() != 0 || !shell.Shows("干部 2 人，改动 2 次") {
		t.Errorf("%+v %v", w.model.copies, shell.Texts())
	}
	if err := os.Truncate(w.model.copies[0].Path, 9000); err != nil {
		t.Fatal(err)
	}
	w.Refresh()
	if !w.restore.Disabled() || !strings.Contains(w.model.wrong, "不完整") {
		t.Errorf("a copy that is cut off is offered: %q", w.model.wrong)
	}
}
