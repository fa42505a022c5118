package data

import "testing"

// Every way in which an appointment may not hold, and the month in which that
// begins. The current month is 2026.10.
func TestWhoIsInPostAtAMonth(t *testing.T) {
	const now Month = 202610
	type fact struct {
		a       Appointment
		c       Cadre
		p       *Post
		u       *Unit
		retires Month
	}
	open := Appointment{Since: 202003}
	post, unit := &Post{}, &Unit{}
	for name, c := range map[string]struct {
		fact
		in, out []Month
	}{
		"open":                    {fact{open, Cadre{}, post, unit, 0}, []Month{202003, 202610, 203001}, []Month{202002}},
		"begin not known":         {fact{Appointment{}, Cadre{}, post, unit, 0}, []Month{200001}, nil},
		"released":                {fact{Appointment{Since: 202003, Until: 202405}, Cadre{}, post, unit, 0}, []Month{202404}, []Month{202405, 202610}},
		"begun and ended at once": {fact{Appointment{Since: 202003, Until: 202003}, Cadre{}, post, unit, 0}, nil, []Month{202002, 202003, 202004}},
		"left":                    {fact{open, Cadre{Gone: 202501}, post, unit, 0}, []Month{202412}, []Month{202501}},
		"post abolished":          {fact{open, Cadre{}, &Post{Until: 202501}, unit, 0}, []Month{202412}, []Month{202501}},
		"post not yet made":       {fact{open, Cadre{}, &Post{Since: 202101}, unit, 0}, []Month{202101}, []Month{202012}},
		"unit abolished":          {fact{open, Cadre{}, post, &Unit{Until: 202501}, 0}, []Month{202412}, []Month{202501}},
		"no post matched":         {fact{open, Cadre{}, nil, nil, 0}, []Month{202610}, []Month{202002}},
		"past the age":            {fact{open, Cadre{}, post, unit, 202501}, []Month{202412, 202501, 202610}, []Month{202611}},
		"reaches the age":         {fact{open, Cadre{}, post, unit, 202703}, []Month{202702}, []Month{202703, 203001}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, at := range c.in {
				if !c.a.Holds(&c.c, c.p, c.u, at, now, c.retires) {
					t.Errorf("not in post at %s", at)
				}
			}
			for _, at := range c.out {
				if c.a.Holds(&c.c, c.p, c.u, at, now, c.retires) {
					t.Errorf("in post at %s", at)
				}
			}
		})
	}
}
