package home

import (
	"testing"

	"huoshui/data/team"
)

func TestLightsAgainstTheLastRound(t *testing.T) {
	for _, c := range []struct {
		l    lights
		want string
	}{
		{lights{now: team.Tally{Red: 1, Yellow: 2, Green: 3}}, "6 个班子　红 1　黄 2　绿 3\n还没有定稿的评价"},
		{
			lights{now: team.Tally{Red: 1, Yellow: 2, Green: 3}, round: "上半年评价", was: team.Tally{Red: 2, Yellow: 2, Green: 2}},
			"6 个班子　红 1　黄 2　绿 3\n较上半年评价：红 −1　黄 不变　绿 +1",
		},
	} {
		if got := c.l.text() + "\n" + c.l.since(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
