package rule

import (
	"slices"
	"strings"

	"huoshui/data"
)

// terms looks at each appointment by itself.
func (c *checker) terms() {
	for i, a := range c.Appointments {
		switch {
		case a.Until != 0 && a.Until < a.Since:
			c.row("免职不早于任职", data.AppointmentKind, i, "until", "“%s”任职 %s，免职 %s", a.Title, a.Since, a.Until)
		case a.Since != 0 && c.Cadre.Birth != 0 && a.Since.Age(c.Cadre.Birth) < 16:
			c.row("任职时一般年满十六岁", data.AppointmentKind, i, "since", "“%s”任职 %s，出生 %s", a.Title, a.Since, c.Cadre.Birth)
		case c.Cadre.WorkStart != 0 && a.Since != 0 && a.Since < c.Cadre.WorkStart:
			c.row("任职不早于参加工作", data.AppointmentKind, i, "since", "“%s”任职 %s，参加工作 %s", a.Title, a.Since, c.Cadre.WorkStart)
		case a.Decided != 0 && a.Since != 0 && a.Since < a.Decided.Month():
			c.row("任职不早于决定日期", data.AppointmentKind, i, "since", "“%s”任职 %s，决定日期 %s", a.Title, a.Since, a.Decided)
		}
	}
}

// doubles finds the same post, or the same title, held twice at a time, and
// more than one main post.
func (c *checker) doubles() {
	var main []string
	for i, a := range c.Appointments {
		if a.Main && c.holds(a) {
			main = append(main, a.Title)
		}
		same := func(b *data.Appointment) bool {
			return (a.Post != "" && a.Post == b.Post || a.Title != "" && a.Title == b.Title) && overlap(a, b)
		}
		if slices.ContainsFunc(c.Appointments[:i], same) {
			c.row("同一职务不重复任职", data.AppointmentKind, i, "since", "“%s”另有一段时间重叠的任职", a.Title)
		}
	}
	if len(main) > 1 {
		c.row("主要职务只有一个", data.AppointmentKind, -1, "main", "%s都标为主要职务", strings.Join(main, "、"))
	}
}

func overlap(a, b *data.Appointment) bool { return overlaps(a.Since, a.Until, b.Since, b.Until) }

// holds reports whether the post is held at the month of the check.
func (c *checker) holds(a *data.Appointment) bool {
	return c.at.Within(a.Since, a.Until)
}

// mains finds main posts whose times overlapped before the month of the check;
// those of the month itself are told by doubles.
func (c *checker) mains() {
	for i, a := range c.Appointments {
		for _, b := range c.Appointments[:i] {
			if a.Main && b.Main && overlap(a, b) && !(c.holds(a) && c.holds(b)) {
				c.row("主要职务任期不重叠", data.AppointmentKind, i, "since", "“%s”与“%s”时间重叠，都标为主要职务", a.Title, b.Title)
			}
		}
		if c.World == nil || a.Post == "" || a.Unit == "" {
			continue
		}
		if p := c.World.Posts[a.Post]; p != nil && p.Unit != a.Unit {
			c.row("机构与职位相符", data.AppointmentKind, i, "unit", "“%s”所填机构不是职位“%s”所在的机构", a.Title, p.Name)
		}
	}
}
