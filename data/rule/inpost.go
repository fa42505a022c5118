package rule

import (
	"context"
	"fmt"
	"strconv"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// outlived finds appointments that go on after the cadre has left, or after their
// post or its unit has ended. Figures do not count them from that month on.
func (c *checker) outlived() {
	for i, a := range c.Appointments {
		after := func(end data.Month, rule, what string) {
			if end == 0 || a.Until != 0 && a.Until <= end {
				return
			}
			until := "没有免职年月"
			if a.Until != 0 {
				until = "免职 " + a.Until.String()
			}
			c.row(rule, data.AppointmentKind, i, "until", "%s %s，“%s”%s", what, end, a.Title, until)
		}
		after(c.Cadre.Gone, "离册后不再任职", "离册")
		if c.World == nil {
			continue
		}
		post, unit := c.World.Place(a)
		switch {
		case post != nil && post.Until != 0:
			after(post.Until, "职位取消后不再任职", "职位取消")
		case unit != nil:
			after(unit.Until, "机构撤销后不再任职", "机构撤销")
		}
	}
}

// pastRetirement finds who reached retirement in an earlier month and is in post
// all the same.
func (c *checker) pastRetirement() {
	if c.World == nil || !c.Cadre.Active(c.at) {
		return
	}
	for i, a := range c.Appointments {
		if due := c.World.Retires(a, c.Cadre); due != 0 && due < c.at && a.Proper() && c.holds(a) {
			c.row("到龄后应当免职或退休", data.AppointmentKind, i, "until", "应于 %s 到龄，“%s”没有免去", due, a.Title)
		}
	}
}

// crowded finds posts with more people in them than approved.
func (c *checker) crowded() {
	if c.World == nil {
		return
	}
	for i, a := range c.Appointments {
		if said := c.World.crowded[a.Post]; said != "" && a.Proper() && c.holds(a) {
			c.row("在任人数不超过核定职数", data.AppointmentKind, i, "post", "%s", said)
		}
	}
}

// readCrowded finds the posts that have more people in them than approved. A post
// without an approved number says nothing.
func (w *World) readCrowded(ctx context.Context, r store.View) error {
	q := criteria.Query{Subject: criteria.SubjectNamed("post"), Where: criteria.If("核定职数", criteria.AtLeast, "1"), At: w.At}
	rows, err := q.Sift(ctx, r, nil, "核定职数", "实配", "在任人员")
	w.crowded = map[data.Ref]string{}
	for _, row := range rows {
		approved, _ := strconv.Atoi(row.Cells[0])
		if filled, _ := strconv.Atoi(row.Cells[1]); filled > approved {
			p := w.Posts[data.Ref(row.ID)]
			w.crowded[data.Ref(p.ID)] = fmt.Sprintf("%s%s核定 %d 职，在任 %d 人：%s", w.Units[p.Unit].Short, p.Name, approved, filled, row.Cells[2])
		}
	}
	return err
}
