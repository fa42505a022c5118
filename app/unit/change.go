package unit

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// freshUnit is a unit to be filled in: beside the one looked at, of its kind.
func (m *model) freshUnit() *data.Unit {
	u := &data.Unit{}
	if now := m.unit(); now != nil {
		u.Parent, u.Kind, u.Sort = now.Parent, now.Kind, now.Sort+1
		if now.Kind == data.UnitFolder {
			u.Parent, u.Kind = data.Ref(now.ID), ""
		}
	}
	return u
}

// freshPost is a post to be filled in, the last one of the unit looked at.
func (m *model) freshPost() *data.Post {
	p := &data.Post{Unit: data.Ref(m.chosen), Approved: 1, Managed: data.ManagedHere}
	for _, s := range m.posts {
		p.Sort = max(p.Sort, s.Sort)
	}
	p.Sort++
	return p
}

// saveUnit saves a unit over base, with its new names from a month on, or a new one
// without base; onFailed is called when it could not be saved.
func (m *model) saveUnit(base, u *data.Unit, since data.Month, onFailed func()) {
	what := "修改机构"
	if base == nil {
		what = "新增机构"
	}
	m.write(what, func(ctx context.Context, tx *store.Tx) error {
		units, err := store.Find[data.Unit](ctx, tx)
		if err != nil {
			return err
		}
		if base != nil && beneath(units, u.Parent, data.Ref(u.ID)) {
			return data.Refuse(fmt.Sprintf("“%s”不能归在自己或自己的下级机构之下。", u.Short), nil)
		}
		if base == nil {
			return tx.Add(ctx, u)
		}
		return tx.MergeFrom(ctx, base, u, since)
	}, func() { m.chosen = u.ID }, onFailed)
}

// savePost saves a post over base, or a new one without; onFailed is called when
// it could not be saved.
func (m *model) savePost(base, p *data.Post, onFailed func()) {
	what := "修改职位"
	if base == nil {
		what = "新增职位"
	}
	m.write(what, func(ctx context.Context, tx *store.Tx) error { return store.Save(ctx, tx, base, p) },
		func() { m.chosen = string(p.Unit) }, onFailed)
}

// write carries one change out and reads everything again.
func (m *model) write(what string, do func(context.Context, *store.Tx) error, done, failed func()) {
	m.desk.WriteOr(what, do, func() {
		done()
		m.desk.Shell.Say(kit.NoticeGood, "已保存。Ctrl+Z 撤销")
		m.read()
	}, failed)
}

// removeUnit removes a unit nothing refers to.
func (m *model) removeUnit(u *data.Unit) {
	m.write("删除机构", func(ctx context.Context, tx *store.Tx) error {
		past, err := store.Find[data.UnitPast](ctx, tx, store.Where("unit", u.ID))
		if err != nil {
			return err
		}
		for _, p := range past { // they go with the unit
			if err := tx.Remove(ctx, p); err != nil {
				return err
			}
		}
		if err := unused(ctx, tx, u.Short, "已撤销的请填“撤销年月”", data.UnitKind, u.ID); err != nil {
			return err
		}
		return tx.Remove(ctx, u)
	}, func() {}, func() {})
}

// removePost removes a post nobody has ever held.
func (m *model) removePost(p *data.Post) {
	m.write("删除职位", func(ctx context.Context, tx *store.Tx) error {
		if err := unused(ctx, tx, p.Name, "不再设的请填“取消年月”", data.PostKind, p.ID); err != nil {
			return err
		}
		return tx.Remove(ctx, p)
	}, func() {}, func() {})
}

// unused refuses when any record refers to this one, and says which.
func unused(ctx context.Context, tx *store.Tx, name, instead string, kind *data.Kind, id string) error {
	for _, other := range data.Kinds() {
		for i := range other.Fields {
			f := &other.Fields[i]
			if f.Type != data.TypeRef || f.Kind != kind.Name {
				continue
			}
			found, err := store.FindKind(ctx, tx, other, store.Where(f.Key, id))
			if err != nil {
				return err
			}
			if len(found) > 0 {
				return data.Refuse(fmt.Sprintf("“%s”还有 %d 条%s记录，不能删除；%s。", name, len(found), other.Label, instead), nil)
			}
		}
	}
	return nil
}

// moveUnit exchanges a unit with the sibling before (-1) or behind it (1).
func (m *model) moveUnit(u *data.Unit, by int) {
	var siblings []any
	for _, b := range m.whole.tree {
		if b.Parent == u.Parent {
			siblings = append(siblings, b.Unit)
		}
	}
	m.move(siblings, u, by)
}

// movePost exchanges a post with the one before (-1) or behind it (1).
func (m *model) movePost(p *data.Post, by int) {
	var posts []any
	for _, s := range m.posts {
		posts = append(posts, s.Post)
	}
	m.move(posts, p, by)
}

// move puts records that stand in one order into another: the sort numbers
// they have are dealt out again, and made different where they were the same.
func (m *model) move(records []any, one any, by int) {
	from := slices.Index(records, one)
	to := from + by
	if from < 0 || to < 0 || to >= len(records) {
		return
	}
	kind := data.KindOf(one)
	field := kind.Field("sort")
	numbers := make([]int64, len(records))
	for i, r := range records {
		numbers[i] = field.Value(r).(int64)
		if i > 0 {
			numbers[i] = max(numbers[i], numbers[i-1]+1)
		}
	}
	records[from], records[to] = records[to], records[from]
	m.write("调整"+kind.Label+"顺序", func(ctx context.Context, tx *store.Tx) error {
		for i, r := range records {
			moved := data.Clone(r)
			if err := field.SetValue(moved, numbers[i]); err != nil {
				return err
			}
			if err := tx.Merge(ctx, r, moved); err != nil {
				return err
			}
		}
		return nil
	}, func() {}, func() {})
}

// models are the units that have posts to copy, those of a kind first.
func (m *model) models(kind data.Code) []*branch {
	var list []*branch
	for _, b := range m.whole.tree {
		if len(m.whole.seats[b.ID]) > 0 {
			list = append(list, b)
		}
	}
	slices.SortStableFunc(list, func(a, b *branch) int {
		switch {
		case (a.Kind == kind) == (b.Kind == kind):
			return 0
		case a.Kind == kind:
			return -1
		}
		return 1
	})
	return list
}

// copyPosts sets up posts of one unit in others, as far as they lack them.
func (m *model) copyPosts(from *branch, posts []*seat, to []*branch) {
	var made []*data.Post
	for _, target := range to {
		for _, s := range posts {
			p := *s.Post
			p.ID, p.Unit, p.Since, p.Until = "", data.Ref(target.ID), 0, 0
			p.Name = reworded(p.Name, from.Kind, target.Kind)
			has := func(other *seat) bool { return other.Name == p.Name }
			if target.ID != from.ID && !slices.ContainsFunc(m.whole.seats[target.ID], has) {
				made = append(made, &p)
			}
		}
	}
	if len(made) == 0 {
		m.desk.Shell.Fail(data.Refuse("这些职位都已经有了，没有改动。", nil))
		return
	}
	m.write(fmt.Sprintf("照“%s”设职位 %d 个", from.Short, len(made)), func(ctx context.Context, tx *store.Tx) error {
		for _, p := range made {
			if err := tx.Add(ctx, p); err != nil {
				return err
			}
		}
		return nil
	}, func() {}, func() {})
}

// reworded puts the words of towns, townships and sub-districts in each
// other's place.
func reworded(name string, from, to data.Code) string {
	words := map[data.Code][]string{
		data.UnitTown:     {"党委", "党委", "镇长", "人大主席", "纪委书记"},
		data.UnitTownship: {"党委", "党委", "乡长", "人大主席", "纪委书记"},
		data.UnitStreet:   {"党工委", "党工委", "办事处主任", "人大工委主任", "纪工委书记"},
	}
	if from == to || words[from] == nil || words[to] == nil {
		return name
	}
	var pairs []string
	for i, word := range words[from] {
		pairs = append(pairs, deputyOf(word), deputyOf(words[to][i]), word, words[to][i])
	}
	return strings.NewReplacer(pairs...).Replace(name)
}

// deputyOf is the word for the deputy: 副镇长, 办事处副主任.
func deputyOf(head string) string {
	if rest, ok := strings.CutPrefix(head, "办事处"); ok {
		return "办事处副" + rest
	}
	return "副" + head
}
