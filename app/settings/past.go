package settings

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/store"
)

// past lists all values that the office has set, each with its months. The
// user sees why an earlier month has another result, and can take back a
// mistake.
type past struct {
	room *Workspace
	grid *grid.Grid
	list []entry
}

// entry is a value of a setting, or one version of a saved criterion, with the
// months in which it holds. A zero month means no beginning or no end.
type entry struct {
	name, value  string
	since, until data.Month
	record       any
}

func newPast(w *Workspace) *past {
	p := &past{room: w}
	p.grid = grid.New([]grid.Column{
		{ID: "name", Title: "设置项", Width: 240, Unsorted: true},
		{ID: "value", Title: "值", Width: 420, Flexible: true, Unsorted: true},
		{ID: "since", Title: "起用年月", Width: 110, Unsorted: true},
		{ID: "until", Title: "停用年月", Width: 110, Unsorted: true},
	}, grid.Rows(nil))
	p.grid.Empty = "本单位还没有改过设置。"
	return p
}

// readPast lists all that was ever set, the latest value of each setting first.
func readPast(ctx context.Context, r store.View) ([]entry, error) {
	settings, err := store.Find[data.Setting](ctx, r)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(settings, func(a, b *data.Setting) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(b.Since, a.Since))
	})
	var list []entry
	for i, s := range settings {
		e := entry{name: s.Key, value: s.Value, since: s.Since, record: s}
		if i > 0 && settings[i-1].Key == s.Key {
			e.until = settings[i-1].Since
		}
		list = append(list, e)
	}
	saved, err := store.Find[data.Criterion](ctx, r)
	slices.SortFunc(saved, func(a, b *data.Criterion) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(b.Since, a.Since))
	})
	for _, c := range saved {
		list = append(list, entry{name: "口径“" + c.Name + "”", value: string(c.Condition), since: c.Since, until: c.Until, record: c})
	}
	return list, err
}

// inForce are the values of the settings that are in force at a month.
func inForce(list []entry, at data.Month) map[string]string {
	values := map[string]string{}
	for _, e := range list { // the latest first
		if _, later := values[e.name]; !later && e.since <= at {
			values[e.name] = e.value
		}
	}
	return values
}

func (p *past) show(list []entry) {
	p.list = list
	var rows grid.Rows
	for _, e := range list {
		since, until, value := "一直", "", e.value
		if e.since != 0 {
			since = e.since.String()
		}
		if e.until != 0 {
			until = e.until.String()
		}
		if value == "" {
			value = "（随程序）"
		}
		rows = append(rows, []string{e.name, value, since, until})
	}
	p.grid.SetSource(rows)
}

// asks reports a setting whose change needs a month: one that has a value
// already, set by the office or by the program. The months of the changes of
// term have their dates in them.
func (p *past) asks(key string) bool {
	switch key {
	case data.SettingTerms:
		return false
	case data.SettingOffice, data.SettingPlace, data.SettingLevel:
	default:
		if !slices.Contains(data.FontSettings(), key) {
			return true
		}
	}
	return slices.ContainsFunc(p.list, func(e entry) bool { return e.name == key })
}

// since is the month from which the value of a setting in force at a month holds.
func (p *past) since(key string, at data.Month) data.Month {
	for _, e := range p.list {
		if e.name == key && e.since <= at {
			return e.since
		}
	}
	return 0
}

// askRemove takes an entry back that was made by mistake; the one before it, or
// what comes with the program, holds in its stead.
func (p *past) askRemove() {
	row := p.grid.CursorRow()
	if row < 0 || row >= len(p.list) {
		p.room.desk.Shell.Say(kit.NoticeInfo, "请先选一条。")
		return
	}
	e := p.list[row]
	text := fmt.Sprintf("删除%s的“%s”？这几个月改用它前面的一条；没有的，用随程序的。", e.name, e.value)
	kit.Confirm(p.room.desk.Shell.Canvas(), "删除这一条", text, "删除", func() { p.remove(e) })
}

func (p *past) remove(e entry) {
	d := p.room.desk
	d.Write("删除"+e.name+"的一次取值", func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Remove(ctx, e.record); err != nil {
			return err
		}
		c, ok := e.record.(*data.Criterion)
		if !ok || c.Since == 0 {
			return nil
		}
		before, err := store.Find[data.Criterion](ctx, tx, store.Where("name", c.Name), store.Where("until", c.Since))
		if err != nil || len(before) == 0 {
			return err
		}
		longer := *before[0]
		longer.Until = c.Until
		return tx.Merge(ctx, before[0], &longer)
	}, func() {
		d.Shell.Say(kit.NoticeGood, "已删除。")
		p.room.Refresh()
	})
}
