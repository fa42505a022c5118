package command

import (
	"context"
	"fmt"
	"strings"

	"huoshui/data/team"
)

// teamLight is the light of a team in JSON.
type teamLight struct {
	Team    string        `json:"team"`
	Kind    string        `json:"kind"`
	Light   string        `json:"light"`   // empty where the team has none yet
	Pending []string      `json:"pending"` // why it has none
	Unmet   int           `json:"unmet"`
	Missing int           `json:"missing"`
	Reasons []team.Reason `json:"reasons"`

	Projected bool `json:"projected,omitempty"` // the month is one to come
}

func runLights(ctx context.Context, c *call) error {
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	verdicts, err := team.Lights(ctx, source, at)
	if err != nil {
		return err
	}
	if c.json {
		list := make([]teamLight, len(verdicts))
		for i, v := range verdicts {
			list[i] = teamLight{v.Name, v.Kind, v.Color.Word(), listed(v.Pending), v.Unmet, v.Missing, append([]team.Reason{}, v.Reasons...), at > s.Now()}
		}
		return c.printJSON(list)
	}
	for _, v := range verdicts {
		word := v.Color.Word()
		if !v.Judged() {
			word = "—"
		}
		c.printf("%s\n", strings.TrimSpace(fmt.Sprintf("%s %s %s %s", word, pad(v.Name, 28), v.Kind, v.Why())))
		for _, r := range v.Reasons {
			c.printf("   %s\n      %s\n", r, r.Cure)
		}
	}
	tally := team.Count(verdicts)
	c.printf("%s%s：班子%d个，红%d，黄%d，绿%d", at, at.Projected(s.Now()), len(verdicts), tally.Red, tally.Yellow, tally.Green)
	if text := team.PendingText(verdicts); text != "" {
		c.printf("；%s", text)
	}
	c.printf("\n")
	return nil
}
