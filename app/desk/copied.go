package desk

import (
	"context"
	"fmt"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// Copied tells how many rows of a list went to the clipboard, counted as 人, 条 or 行, or
// why none did. From there they can go anywhere, so that it is entered into the log of
// looks; what names the list, kind its records, nil for a table of figures.
func (d *Desk) Copied(what string, kind *data.Kind, n int, counter string, err error) {
	if err != nil {
		d.Shell.Fail(err)
		return
	}
	d.Shell.Say(kit.NoticeGood, fmt.Sprintf("已复制 %d %s，可以粘贴到表格里。", n, counter))
	var once Latest // entered, whatever is copied next
	Ask(d, &once, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, d.Look(ctx, store.Look{Deed: store.Copied, What: what, Kind: kind, Count: n})
	}, func(struct{}) {})
}
