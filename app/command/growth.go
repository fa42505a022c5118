package command

import (
	"context"
	"errors"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/report"
)

// growth writes the growth file of a cadre, or of a unit, whichever has the ID.
func (c *call) growth(ctx context.Context, source figure.Source, at data.Month, output string) error {
	id := c.text("who")
	if id == "" {
		return misuse("请用 --who 指定干部或机构的编号。")
	}
	p, err := report.Growth(ctx, source, data.CadreKind, id, at)
	if errors.Is(err, data.ErrNotFound) {
		p, err = report.Growth(ctx, source, data.UnitKind, id, at)
	}
	if errors.Is(err, data.ErrNotFound) {
		return data.Refuse("没有编号为“"+id+"”的干部或机构。", err)
	}
	if err != nil {
		return err
	}
	p.Made = c.now()
	return c.savePaper(output, p)
}
