package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/batch"
	"huoshui/data/exchange/sheet"
	"huoshui/data/store"
)

// add makes a record of the values given.
func (r *records) add(ctx context.Context) error {
	record := r.kind.New()
	if err := r.set(ctx, record); err != nil {
		return err
	}
	since, err := r.since(data.NeedsMonth(nil, record))
	if err != nil {
		return err
	}
	return r.write(ctx, "新增"+r.kind.Label, func(tx *store.Tx) error {
		if err := r.warn(ctx, tx, nil, record); err != nil {
			return err
		}
		return tx.AddFrom(ctx, record, since)
	}, func() string { return data.IDOf(record) })
}

// change sets the values given in a stored record.
func (r *records) change(ctx context.Context) error {
	id := r.text("change")
	since, err := r.since(false)
	if err != nil {
		return err
	}
	return r.write(ctx, "修改"+r.kind.Label, func(tx *store.Tx) error {
		stored, err := r.stored(ctx, tx, id)
		if err != nil {
			return err
		}
		changed := data.Clone(stored)
		if err := r.set(ctx, changed); err != nil {
			return err
		}
		if data.NeedsMonth(stored, changed) && !r.Changed("since") {
			return r.withoutMonth()
		}
		if err := r.warn(ctx, tx, stored, changed); err != nil {
			return err
		}
		return tx.MergeFrom(ctx, stored, changed, since)
	}, func() string { return id })
}

func (r *records) remove(ctx context.Context) error {
	id := r.text("remove")
	since, err := r.since(r.kind.Dated())
	if err != nil {
		return err
	}
	what := "删除" + r.kind.Label + " 1 条"
	if since != 0 {
		what = "停用" + r.kind.Label + " 1 条"
	}
	return r.write(ctx, what, func(tx *store.Tx) error {
		record, err := r.stored(ctx, tx, id)
		if err != nil {
			return err
		}
		return tx.RemoveFrom(ctx, record, since)
	}, func() string { return id })
}

// always is what --since says when something should always have been so.
const always = "一直"

// since is the month from which a change of what the office has set holds; zero
// is always. Where it is needed it has to be given.
func (r *records) since(needed bool) (data.Month, error) {
	text := r.text("since")
	switch {
	case !r.Changed("since") && needed:
		return 0, r.withoutMonth()
	case !r.Changed("since") || text == always:
		return 0, nil
	case !r.kind.Dated() && r.kind != data.UnitKind:
		return 0, misuse(fmt.Sprintf("%s不用写 --since。", r.kind.Label))
	}
	m, err := data.ParseMonth(text)
	if err != nil || m == 0 {
		return 0, misuse(fmt.Sprintf("--since 应写年月，如 %s，或写 %s。", r.at.ISO(), always))
	}
	return m, nil
}

func (r *records) withoutMonth() error {
	return misuse(fmt.Sprintf("请用 --since 写明%s从哪个月起改，如 --since %s；一直以来就应如此的写 --since %s。", r.kind.Label, r.at.ISO(), always))
}

func (r *records) stored(ctx context.Context, from store.View, id string) (any, error) {
	found, err := store.FindKind(ctx, from, r.kind, store.Where("id", id))
	if err == nil && len(found) == 0 {
		err = data.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// warn notes what speaks against an appointment; without --anyway it is not
// written then.
func (r *records) warn(ctx context.Context, tx *store.Tx, base, record any) (err error) {
	if r.warnings, err = batch.RecordWarnings(ctx, tx, batch.Edit{Base: base, Record: record}); err != nil || len(r.warnings) == 0 {
		return err
	}
	if anyway, _ := r.GetBool("anyway"); !anyway {
		return &batch.Doubt{Warnings: r.warnings}
	}
	return nil
}

// tellWarnings prints what speaks against the appointment: in JSON that was not
// written, an object of its own.
func (r *records) tellWarnings(doubt *batch.Doubt) error {
	if r.json && doubt != nil {
		if err := r.printJSON(map[string]any{"warnings": r.warnings}); err != nil {
			return err
		}
	}
	if !r.json {
		for _, w := range r.warnings {
			r.printf("  请核对　%s\n", w)
		}
	}
	if doubt != nil {
		return data.Refuse("没有登记；核对无误、确要登记的，请加 --anyway。", doubt)
	}
	return nil
}

// write carries a change out and tells which record it was about.
func (r *records) write(ctx context.Context, what string, do func(*store.Tx) error, id func() string) error {
	change, err := r.store.Change(ctx, store.Act{Who: r.who(), What: what}, do)
	var doubt *batch.Doubt
	if err != nil && !errors.As(err, &doubt) {
		return err
	}
	if err := r.tellWarnings(doubt); err != nil {
		return err
	}
	if r.json {
		told := map[string]any{"id": id(), "change": change}
		if len(r.warnings) > 0 {
			told["warnings"] = r.warnings
		}
		return r.printJSON(told)
	}
	if change == "" {
		r.printf("没有变化：%s\n", id())
		return nil
	}
	r.printf("已%s：%s\n", what, id())
	return nil
}

// set takes the values of the arguments and of --set, 字段=值 each; fields by
// label or key, references by name or ID.
func (r *records) set(ctx context.Context, record any) error {
	more, err := r.GetStringArray("set")
	if err != nil {
		return err
	}
	given := append(append([]string(nil), r.Args()[1:]...), more...)
	if len(given) == 0 {
		return misuse("请给出要填的内容，如 日期=2026.10.09。")
	}
	names, err := sheet.ReadNames(ctx, r.store, r.kind, r.at)
	if err != nil {
		return err
	}
	for _, pair := range given {
		label, text, ok := strings.Cut(pair, "=")
		if !ok {
			return misuse(fmt.Sprintf("“%s”应写成 字段=值。", pair))
		}
		if err := r.setOne(record, strings.TrimSpace(label), text, names); err != nil {
			return err
		}
	}
	return nil
}

func (r *records) setOne(record any, label, text string, names *sheet.Names) error {
	f := r.field(label)
	if f == nil {
		return data.Refuse(fmt.Sprintf("%s没有“%s”这一项。", r.kind.Label, label), nil)
	}
	var err error
	if f.Type == data.TypeRef {
		var id string
		if id, err = names.Find(f.Kind, text); err == nil {
			err = f.SetValue(record, id)
		}
	} else {
		err = f.SetText(record, text)
	}
	if err != nil {
		return data.Refuse(fmt.Sprintf("“%s”填得不对：%s。", f.Label, err), err)
	}
	return nil
}

func (r *records) field(name string) *data.Field {
	for i := range r.kind.Fields {
		if f := &r.kind.Fields[i]; !f.Hidden() && (f.Label == name || f.Key == name) {
			return f
		}
	}
	return nil
}

func (c *call) saveSheet(path string, write func(io.Writer) error) error {
	if err := data.SaveFile(path, write); err != nil {
		return err
	}
	return c.tell(files([]string{path}), "已写出 %s\n", path)
}

// load reads a table, prints what it would do, and does it unless that is all
// that was asked for. Bad rows are left out; then the answer is a refusal, so
// that a script notices.
func (r *records) load(ctx context.Context, path string) error {
	p, err := sheet.Read(ctx, r.store, r.kind, path, r.at)
	if err != nil {
		return err
	}
	if err := r.printSheet(p); err != nil {
		return err
	}
	if dry, _ := r.GetBool("dry-run"); dry {
		return nil
	}
	if p.Since, err = r.since(p.NeedsMonth()); err != nil {
		return err
	}
	bad := p.Count(sheet.Bad)
	if err := backup.IfChanged(ctx, r.store, r.now()); err != nil {
		return err
	}
	if _, err := p.Write(ctx, r.store, r.who(), nil); err != nil {
		return err
	}
	if bad > 0 {
		return data.Refuse(fmt.Sprintf("有 %d 行没有导入，见上；改好后可以再导入一次。", bad), nil)
	}
	return nil
}

func (c *call) printSheet(p *sheet.Proposal) error {
	if c.json {
		return c.printJSON(sheetJSON(p))
	}
	c.printf("%s 共 %d 行：新增 %d，变更 %d，无变化 %d，需改 %d\n", p.File, len(p.Rows),
		p.Count(sheet.New), p.Count(sheet.Changed), p.Count(sheet.Same), p.Count(sheet.Bad))
	if len(p.Unknown) > 0 {
		c.printf("  没有对应的列　%s\n", strings.Join(p.Unknown, "、"))
	}
	if len(p.Missing) > 0 {
		c.printf("  缺少必填的列　%s\n", strings.Join(p.Missing, "、"))
	}
	for _, row := range p.Rows {
		for _, f := range row.Flaws {
			c.printf("  需改　第 %d 行%s：%s\n", row.Line, columnTitle(p, f.Column), f.Sentence)
		}
		for _, d := range row.Differences {
			c.printf("  变更　第 %d 行 %s：%s → %s\n", row.Line, d.Label, d.Before, d.After)
		}
	}
	return nil
}

func columnTitle(p *sheet.Proposal, column int) string {
	if column < 0 {
		return ""
	}
	return " " + p.Columns[column].Title
}

func sheetJSON(p *sheet.Proposal) map[string]any {
	bad := []map[string]any{}
	for _, row := range p.Rows {
		for _, f := range row.Flaws {
			bad = append(bad, map[string]any{"row": row.Line, "column": strings.TrimSpace(columnTitle(p, f.Column)), "reason": f.Sentence})
		}
	}
	return map[string]any{
		"file": p.File, "kind": p.Kind.Name, "rows": len(p.Rows), "new": p.Count(sheet.New), "changed": p.Count(sheet.Changed),
		"same": p.Count(sheet.Same), "bad": bad, "unknown": listed(p.Unknown), "missing": listed(p.Missing),
	}
}
