package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/store"
)

func runFigures(ctx context.Context, c *call) error {
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	if c.Changed("who") {
		if c.NArg() > 0 {
			return misuse("--who 一次只列一个指标的名单。")
		}
		return c.listWho(ctx, s, source, c.text("who"), at)
	}
	definitions := source.Definitions()
	for _, d := range figure.Monitored() {
		if !slices.Contains(definitions, d) {
			definitions = append(definitions, d)
		}
	}
	if c.NArg() > 0 {
		definitions = nil
		for _, id := range c.Args() {
			d, err := source.Named(id)
			if err != nil {
				return err
			}
			definitions = append(definitions, d)
		}
	}
	values, err := source.Compute(ctx, definitions, at)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(values)
	}
	if mark := at.Projected(s.Now()); mark != "" {
		c.printf("%s%s：按 %s 的记录推算\n", at, mark, s.Now())
	}
	for _, v := range values {
		c.printf("%s %s %s\n", pad(v.Definition.ID, 28), pad(v.Label, 36), figureText(v))
	}
	return nil
}

// listWho lists the people or rows behind a figure: as many as it counts or,
// for a sum, as many as it adds up.
func (c *call) listWho(ctx context.Context, s *store.Store, source figure.Source, id string, at data.Month) error {
	d, err := source.Named(id)
	if err != nil {
		return err
	}
	if source.NotYet(d, at) && !c.json {
		c.printf("%s\n", figure.NotYet)
		return nil
	}
	columns := d.Columns()
	rows, err := source.Who(ctx, d, at, columns...)
	if err != nil {
		return err
	}
	if err := c.look(ctx, s, store.Look{Deed: store.Listed, What: "指标：" + d.Title(source.Office), Count: len(rows)}); err != nil {
		return err
	}
	if c.json {
		keys := whoKeys(d, columns)
		list := make([]map[string]string, len(rows))
		for i, row := range rows {
			list[i] = map[string]string{"id": row[0], "name": "", "unit": "", "post": ""}
			for k, key := range keys {
				list[i][key] = iso(d.Subject.Field(columns[k]), row[k+1])
			}
		}
		return c.printJSON(list)
	}
	for i, row := range rows {
		rows[i] = row[1:]
		for _, cell := range rows[i] {
			c.printf("%s ", pad(firstLine(cell), 16))
		}
		c.printf("\n")
	}
	if d.Sum != nil {
		c.printf("共 %d 条，“%s”合计 %d %s\n", len(rows), d.Sum.Label, d.Total(rows), d.Unit())
	}
	return nil
}

// iso turns a month or a day as users read it into the form of JSON.
func iso(f *criteria.Field, text string) string {
	switch f.Type {
	case data.TypeMonth, data.TypeDate:
		return strings.ReplaceAll(text, ".", "-")
	}
	return text
}

// whoKeys name the columns of a figure's list in JSON: by the field or, where
// two have one name, with that of the subject before it; “name” is who it is
// about, “count” what is added up.
func whoKeys(d *figure.Definition, columns []string) []string {
	keys := make([]string, len(columns))
	for i, label := range columns {
		f := d.Subject.Field(label)
		switch {
		case d.Sum != nil && label == d.Sum.Label:
			keys[i] = "count"
		case label == data.CadreKind.Label && !slices.Contains(columns, "姓名"):
			keys[i] = "name"
		case slices.Contains(keys[:i], f.Key):
			keys[i] = d.Subject.Name + "_" + f.Key
		default:
			keys[i] = f.Key
		}
	}
	return keys
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func figureText(v figure.Value) string {
	if v.NoData {
		return v.Text()
	}
	text := v.Text() + " " + v.Definition.Unit()
	if v.HasNames() {
		text += fmt.Sprintf("（按名单 %d，按上报人数 %d）", v.Named, v.Numerator-v.Named)
	}
	if v.Denominator > 0 {
		text += fmt.Sprintf("（%d/%d，%.1f%%）", v.Numerator, v.Denominator, v.Percent())
	}
	if needed, ok := v.Needed(); ok {
		text += fmt.Sprintf("　保底 %d%%，尚需 %d 人", v.Floor, needed)
	}
	switch change, ok := v.Change(); {
	case ok && change == 0:
		text += "　与上年持平"
	case ok && v.Definition.Share:
		text += fmt.Sprintf("　较上年 %+g 个百分点", change)
	case ok:
		text += fmt.Sprintf("　较上年 %+g", change)
	}
	return text
}

// pad fills text up to a width in which a Chinese character takes two places.
func pad(text string, width int) string {
	used := 0
	for _, r := range text {
		used++
		if r > 0x2E7F {
			used++
		}
	}
	for ; used < width; used++ {
		text += " "
	}
	return text
}
