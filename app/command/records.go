package command

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"huoshui/data"
	"huoshui/data/batch"
	"huoshui/data/criteria"
	"huoshui/data/exchange/sheet"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// recordsFlags are the flags of the command records beside the common ones.
func recordsFlags(flags *pflag.FlagSet) {
	for _, name := range []string{"where", "id", "change", "remove", "template", "export", "import", "since"} {
		flags.String(name, "", "")
	}
	flags.Bool("add", false, "")
	flags.Bool("dry-run", false, "")
	flags.Bool("anyway", false, "")
	flags.StringArray("set", nil, "")
}

// records holds what the command "records" works with.
type records struct {
	*call
	kind   *data.Kind
	store  *store.Store
	source figure.Source
	at     data.Month

	warnings []batch.Warning // what speaks against the appointment that is written
}

// runRecords lists the records of a kind, or does with them what one of the
// flags says.
func runRecords(ctx context.Context, c *call) error {
	kind, err := c.kind()
	if err != nil {
		return err
	}
	asked, err := c.oneOf("add", "change", "remove", "template", "export", "import")
	if err != nil {
		return err
	}
	if asked == "template" { // needs no database
		return c.saveSheet(c.text("template"), func(w io.Writer) error { return sheet.Template(w, kind) })
	}
	if c.Changed("since") && asked != "add" && asked != "change" && asked != "remove" && asked != "import" {
		return misuse("--since 要与 --add、--change、--remove 或 --import 同用。")
	}
	if c.Changed("set") && asked != "add" && asked != "change" {
		return misuse("--set 要与 --add 或 --change 同用。")
	}
	r := &records{call: c, kind: kind}
	if r.store, r.source, r.at, err = c.open(ctx, false); err != nil {
		return err
	}
	defer r.store.Close()
	switch asked {
	case "add":
		return r.add(ctx)
	case "change":
		return r.change(ctx)
	case "remove":
		return r.remove(ctx)
	case "import":
		return r.load(ctx, c.text("import"))
	}
	found, err := r.find(ctx)
	if err != nil {
		return err
	}
	if err := r.enter(ctx, found, asked == "export"); err != nil {
		return err
	}
	if asked == "export" {
		ids := make([]string, len(found))
		for i, record := range found {
			ids[i] = data.IDOf(record)
		}
		return c.saveSheet(c.text("export"), func(w io.Writer) error { return sheet.Export(ctx, w, r.store, kind, ids, r.at) })
	}
	return r.print(ctx, found)
}

// enter enters what is about to be shown or written out into the log of looks.
func (r *records) enter(ctx context.Context, found []any, export bool) error {
	l := store.Look{Deed: store.Listed, What: r.kind.Label, Kind: r.kind, Count: len(found)}
	if len(found) == 1 {
		l.Record = data.IDOf(found[0])
		if r.kind == data.CadreKind {
			l.Deed, l.What = store.Opened, ""
		}
	}
	if export {
		l.Deed, l.What = store.Exported, r.kind.Label
	}
	return r.look(ctx, r.store, l)
}

// oneOf is the one of some flags that was given, "" for none.
func (c *call) oneOf(names ...string) (given string, err error) {
	for _, name := range names {
		if !c.Changed(name) {
			continue
		}
		if given != "" {
			return "", misuse(fmt.Sprintf("--%s 和 --%s 一次只能用一个。", given, name))
		}
		given = name
	}
	return given, nil
}

// kind is the kind of records the first argument names. What follows it are
// values, and they only with --add and --change.
func (c *call) kind() (*data.Kind, error) {
	var labels []string
	for _, k := range data.Kinds() {
		if c.NArg() > 0 && (c.Arg(0) == k.Name || c.Arg(0) == k.Label) {
			if c.NArg() > 1 && !c.Changed("add") && !c.Changed("change") {
				return nil, misuse(fmt.Sprintf("不认识“%s”。", c.Arg(1)))
			}
			return k, nil
		}
		labels = append(labels, k.Label+"（"+k.Name+"）")
	}
	return nil, misuse("请给出记录种类：" + strings.Join(labels, "、"))
}

// find reads the records asked for: the one of --id, or those that meet
// --where, else all.
func (r *records) find(ctx context.Context) ([]any, error) {
	if id := r.text("id"); r.Changed("id") {
		found, err := store.FindKind(ctx, r.store, r.kind, store.Where("id", id))
		if err == nil && len(found) == 0 {
			err = data.ErrNotFound
		}
		return found, err
	}
	all, err := store.FindKind(ctx, r.store, r.kind)
	text := r.text("where")
	if err != nil || text == "" {
		return all, err
	}
	where, err := criteria.Parse(text)
	if err != nil {
		return nil, err
	}
	q := criteria.Query{Subject: criteria.SubjectNamed(r.kind.Label), Where: where, At: r.at, Book: r.source.Book}
	if own := criteria.RecordsOf(r.kind); q.Subject == nil || q.Subject == own {
		q.Subject, q.Everyone = own, true // all there are, as without a condition
	}
	ids, err := q.IDs(ctx, r.store)
	if err != nil {
		return nil, err
	}
	return pick(all, ids), nil
}

func pick(records []any, ids []string) []any {
	wanted := make(map[string]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	var kept []any
	for _, r := range records {
		if wanted[data.IDOf(r)] {
			kept = append(kept, r)
		}
	}
	return kept
}

// print lists records, references by name.
func (r *records) print(ctx context.Context, found []any) error {
	names, err := sheet.ReadNames(ctx, r.store, r.kind, r.at)
	if err != nil {
		return err
	}
	if r.json {
		list := make([]map[string]any, len(found))
		for i, record := range found {
			list[i] = jsonRecord(r.kind, record, names)
		}
		return r.printJSON(list)
	}
	for _, record := range found {
		for k := range r.kind.Fields {
			f := &r.kind.Fields[k]
			if text := shown(f, record, names); !f.Hidden() && text != "" && f.Type != data.TypeBlob && f.Type != data.TypeLong {
				r.printf("%s %s　", f.Label, text)
			}
		}
		r.printf("\n")
	}
	r.printf("共 %d 条\n", len(found))
	return nil
}

func jsonRecord(kind *data.Kind, record any, names *sheet.Names) map[string]any {
	fields := map[string]any{"id": data.IDOf(record)}
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if f.Hidden() {
			continue
		}
		fields[f.Key] = jsonOf(f, record)
		if f.Type == data.TypeRef {
			fields[f.Key+"_name"] = shown(f, record, names)
		}
	}
	return fields
}

func shown(f *data.Field, record any, names *sheet.Names) string {
	if f.Type == data.TypeRef {
		return names.Name(f.Kind, f.Text(record))
	}
	return f.Text(record)
}

// jsonOf gives months as 2026-06, days as 2026-06-30, codes as words, and the
// rest as it is.
func jsonOf(f *data.Field, record any) any {
	value := f.Value(record)
	switch f.Type {
	case data.TypeMonth:
		return data.Month(value.(int64)).ISO()
	case data.TypeDate:
		return data.Date(value.(int64)).ISO()
	case data.TypeCode:
		return f.Show(value)
	case data.TypeBool:
		return value != int64(0)
	}
	return value
}
