package command

import (
	"context"

	"huoshui/data"
	"huoshui/data/rule"
	"huoshui/data/store"
)

// found is one finding in JSON, for scripts.
type found struct {
	Rule     string `json:"rule"`
	Person   string `json:"person"`
	ID       string `json:"id"`
	Field    string `json:"field"`
	Evidence string `json:"evidence"`
}

// runCheck looks through all records. What it finds is to be looked at again by
// somebody; it is not a failure of the command.
func runCheck(ctx context.Context, c *call) error {
	s, _, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	persons, err := rule.CheckAll(ctx, s, at, nil)
	if err != nil {
		return err
	}
	list := []found{}
	for _, p := range persons {
		for _, f := range p.Findings {
			list = append(list, found{f.Rule, p.Cadre.Name, p.Cadre.ID, f.Place(), f.Evidence})
		}
	}
	if err := c.look(ctx, s, store.Look{Deed: store.Listed, What: "核对发现", Kind: data.CadreKind, Count: len(persons)}); err != nil {
		return err
	}
	if c.json {
		return c.printJSON(list)
	}
	for _, f := range list {
		c.printf("%s %s %s　依据：%s\n", pad(f.Person, 10), pad(f.Field, 20), f.Evidence, f.Rule)
	}
	c.printf("待核对 %d 项，涉及 %d 人\n", len(list), len(persons))
	return nil
}
