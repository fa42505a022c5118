package data_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/data"
)

// The program's log tells what went wrong, but of nobody.
func TestLogTextNamesNobody(t *testing.T) {
	dir := t.TempDir()
	_, unread := os.ReadFile(filepath.Join(dir, "张三.lrmx"))
	unmoved := os.Rename(filepath.Join(dir, "张三.lrmx"), filepath.Join(dir, "李四.lrmx"))
	for _, err := range []error{
		data.Refuse("没有找到“张三”。", nil),
		data.Refuse("张三的出生年月与李四的相同。", errors.New("UNIQUE constraint failed: cadre.id_number")),
		fmt.Errorf("import: %w", data.Refuse("不能读取。", fmt.Errorf("“张三”不是年月"))),
		fmt.Errorf("import: %w", errors.Join(unread, unmoved)),
	} {
		text := data.LogText(err)
		if text == "" || strings.Contains(text, "张三") || strings.Contains(text, "李四") {
			t.Errorf("%q", text)
		}
	}
	if got := data.LogText(fmt.Errorf("save: %w", unread)); !strings.Contains(got, "save: open …: no such file") {
		t.Error(got)
	}
}
