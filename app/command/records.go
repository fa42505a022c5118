package command

import (
	"context"
	"fmt"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

var errDamaged = data.Refuse("数据库有问题，请从备份恢复或联系管理员。", nil)

func runRecords(ctx context.Context, c *call) error {
	kind, err := c.kind()
	if err != nil {
		return err
	}
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	records, err := store.FindKind(ctx, s, kind)
	if err != nil {
		return err
	}
	if text := c.text("where"); text != "" {
		where, err := criteria.Parse(text)
		if err != nil {
			return err
		}
		subject := criteria.SubjectNamed(kind.Label)
		if subject == nil {
			return data.Refuse(fmt.Sprintf("“%s”不能用口径筛选。", kind.Label), nil)
		}
		q := criteria.Query{Subject: subject, Where: where, At: at, Book: source.Book}
		if records, err = pick(ctx, s, q, records); err != nil {
			return err
		}
	}
	return c.printRecords(kind, records)
}

func (c *call) kind() (*data.Kind, error) {
	var labels []string
	for _, k := range data.Kinds() {
		if c.NArg() == 1 && (c.Arg(0) == k.Name || c.Arg(0) == k.Label) {
			return k, nil
		}
		labels = append(labels, k.Label+"（"+k.Name+"）")
	}
	return nil, misuse("请给出记录种类：" + strings.Join(labels, "、"))
}

func pick(ctx context.Context, s *store.Store, q criteria.Query, records []any) ([]any, error) {
	ids, err := q.IDs(ctx, s)
	if err != nil {
		return nil, err
	}
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
	return kept, nil
}

func (c *call) printRecords(kind *data.Kind, records []any) error {
	if c.json {
		list := make([]map[string]any, len(records))
		for i, r := range records {
			list[i] = map[string]any{"id": data.IDOf(r)}
			for k := range kind.Fields {
				if f := &kind.Fields[k]; !f.Hidden() {
					list[i][f.Key] = jsonOf(f, r)
				}
			}
		}
		return c.printJSON(list)
	}
	for _, r := range records {
		for k := range kind.Fields {
			f := &kind.Fields[k]
			if text := f.Text(r); !f.Hidden() && text != "" && f.Type != data.TypeRef && f.Type != data.TypeBlob && f.Type != data.TypeLong {
				c.printf("%s %s　", f.Label, text)
			}
		}
		c.printf("\n")
	}
	c.printf("共 %d 条\n", len(records))
	return nil
}

// jsonOf gives months as 2026-06, codes as words, and the rest as it is.
func jsonOf(f *data.Field, record any) any {
	value := f.Value(record)
	switch f.Type {
	case data.TypeMonth:
		return data.Month(value.(int64)).ISO()
	case data.TypeCode, data.TypeDate:
		return f.Show(value)
	case data.TypeBool:
		return value != int64(0)
	}
	return value
}
