package command

import (
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
)

func runFigures(ctx context.Context, c *call) error {
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	if id := c.text("who"); id != "" {
		return c.listWho(ctx, source, id, at)
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
	for _, v := range values {
		c.printf("%s %s %s\n", pad(v.Definition.ID, 28), pad(v.Label, 36), figureText(v))
	}
	return nil
}

// listWho lists the people behind a figure: as many rows as it counts.
func (c *call) listWho(ctx context.Context, source figure.Source, id string, at data.Month) error {
	d, err := source.Named(id)
	if err != nil {
		return err
	}
	names, fields := whoFields(d.Subject)
	rows, err := source.Who(ctx, d, at, fields...)
	if err != nil {
		return err
	}
	if c.json {
		list := make([]map[string]string, len(rows))
		for i, row := range rows {
			list[i] = map[string]string{"id": row[0]}
			for k, name := range names {
				list[i][name] = row[k+1]
			}
		}
		return c.printJSON(list)
	}
	for _, row := range rows {
		for k := range fields {
			c.printf("%s ", pad(row[k+1], 16))
		}
		c.printf("\n")
	}
	return nil
}

// whoFields are the columns of a figure's list, with their names in JSON.
func whoFields(s *criteria.Subject) (names, fields []string) {
	if s.Personal() {
		return []string{"name", "unit", "post", "birth", "age"}, []string{"姓名", "机构", "职位", "出生年月", "年龄"}
	}
	for _, f := range s.Fields {
		names, fields = append(names, f.Key), append(fields, f.Label)
	}
	return names, fields
}

func figureText(v figure.Value) string {
	if v.NoData {
		return v.Text()
	}
	text := v.Text() + " " + v.Definition.Unit()
	if v.Denominator > 0 {
		text += fmt.Sprintf("（%d/%d，%.1f%%）", v.Numerator, v.Denominator, v.Percent())
	}
	if change, ok := v.Change(); ok {
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
