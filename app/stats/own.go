package stats

import (
	"context"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// own edits the office's own figures (自定指标): a list, and the form of the
// chosen one.
type own struct {
	room   *Workspace
	source figure.Source
	values map[string]figure.Value // by name
	asking desk.Latest
	trying desk.Latest

	editing *data.OwnFigure // what the form shows, as it was; nil for nothing
	made    string          // name of the one just written, to stand on
	view    *ownView
}

func newOwn(w *Workspace) *own { return &own{room: w} }

func (o *own) title() string { return "自定指标" }

func (o *own) read() {
	db, at := o.room.desk.Store, o.room.desk.At
	type stated struct {
		source figure.Source
		values map[string]figure.Value
	}
	desk.Work(o.room.desk, &o.asking, "正在计算指标", func(ctx context.Context, _ data.Progress) (stated, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return stated{}, err
		}
		var definitions []*figure.Definition
		for _, f := range source.Own {
			if f.Definition != nil {
				definitions = append(definitions, f.Definition)
			}
		}
		values, err := source.Compute(ctx, definitions, at)
		s := stated{source, map[string]figure.Value{}}
		for _, v := range values {
			s.values[v.Label] = v
		}
		return s, err
	}, func(s stated) {
		o.source, o.values = s.source, s.values
		if o.view != nil {
			o.view.listed()
		}
	})
}

// row is how a figure stands in the list.
func (o *own) row(f figure.OwnFigure) []string {
	value, before := "", ""
	switch v, ok := o.values[strings.TrimSpace(f.Record.Name)]; {
	case f.Err != nil:
		value = "算不出"
	case ok:
		value = withUnit(v)
		if v.Definition.HasOf && !v.NoData && !v.Definition.Share {
			value += "（" + shareOf(v) + "）"
		}
		before = withUnit(*v.Previous)
	}
	wording := data.Sentence(f.Err)
	if f.Definition != nil {
		wording = f.Definition.Wording()
	}
	return []string{f.Record.Name, value, before, wording}
}

func shareOf(v figure.Value) string {
	v.Definition = &figure.Definition{Share: true}
	return v.Text() + "%"
}

// problem is what keeps what is typed from being a figure: the field it is
// about and a sentence; no sentence when nothing does.
func (o *own) problem(f *data.OwnFigure) (field, sentence string) {
	name := strings.TrimSpace(f.Name)
	switch {
	case name == "":
		return "name", "指标要有名称。"
	case slices.ContainsFunc(o.source.Own, func(other figure.OwnFigure) bool {
		return other.Record.ID != f.ID && strings.TrimSpace(other.Record.Name) == name
	}):
		return "name", "已有名为“" + name + "”的自定指标。"
	}
	subject := criteria.SubjectNamed(f.Subject)
	if subject == nil {
		return "subject", "请选一个统计对象。"
	}
	for _, part := range []struct {
		field string
		text  data.Long
	}{{"condition", f.Condition}, {"whole", f.Whole}} {
		if err := o.check(subject, string(part.text)); err != nil {
			return part.field, data.Sentence(err)
		}
	}
	if _, err := figure.DefineOwn(f, o.source.Book); err != nil {
		return "sum", data.Sentence(err)
	}
	return "", ""
}

// check reads a criterion; “全部” is the whole of everything.
func (o *own) check(subject *criteria.Subject, text string) error {
	if strings.TrimSpace(text) == "全部" {
		return nil
	}
	where, err := criteria.Parse(text)
	if err != nil {
		return err
	}
	return criteria.Query{Subject: subject, Where: where, At: o.room.desk.At, Book: o.source.Book}.Check()
}

// try computes what is typed, to be seen before it is saved.
func (o *own) try(f *data.OwnFigure, shown func(figure.Value)) {
	d, err := figure.DefineOwn(f, o.source.Book)
	if err != nil {
		o.trying.Cancel()
		return
	}
	source, at := o.source, o.room.desk.At
	desk.Try(&o.trying, o.room.desk.Run, func(ctx context.Context) (figure.Value, error) {
		return source.One(ctx, d, at)
	}, func(v figure.Value, err error) {
		if err == nil {
			shown(v)
		}
	})
}

// write saves a figure over the one edited from a month on, or a new one.
func (o *own) write(f *data.OwnFigure, since data.Month, then func()) {
	base := o.editing
	what := "修改自定指标"
	if base.ID == "" {
		what = "新增自定指标"
	}
	o.made = f.Name
	o.change(what, "已保存指标“"+f.Name+"”，指标清单、趋势和材料里都可以用。", func(ctx context.Context, tx *store.Tx) error {
		if base.ID == "" {
			return tx.Add(ctx, f)
		}
		return tx.MergeFrom(ctx, base, f, since)
	}, then)
}

// remove takes a figure out of use from a month on.
func (o *own) remove(f *data.OwnFigure, since data.Month) {
	o.change("停用自定指标", "已停用指标“"+f.Name+"”。", func(ctx context.Context, tx *store.Tx) error { return tx.RemoveFrom(ctx, f, since) }, func() {})
}

func (o *own) change(what, said string, do func(context.Context, *store.Tx) error, then func()) {
	d := o.room.desk
	d.Write(what, do, func() {
		o.editing = nil
		d.Shell.Say(kit.NoticeGood, said)
		o.read()
		then()
	})
}
