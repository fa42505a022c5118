package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store"
)

// look enters into the log of looks what the call is about to show or to write out.
func (c *call) look(ctx context.Context, s *store.Store, l store.Look) error {
	l.Who = c.who()
	return s.Look(ctx, l)
}

// entry is a line of one of the two logs, as a user reads it.
type entry struct {
	At    string `json:"at"`
	Who   string `json:"who"`
	What  string `json:"what"`
	Of    string `json:"of"` // whom or what it was about; empty for several
	ID    string `json:"id"` // of the record it was about
	Count int    `json:"count"`
}

// counted tells how many records there were; nothing for what is about none.
func (e entry) counted() string {
	if e.Count == 0 {
		return ""
	}
	return fmt.Sprintf("%d 条", e.Count)
}

// runAudit reads the log of changes and the log of looks.
func runAudit(ctx context.Context, c *call) error {
	changes, _ := c.GetBool("changes")
	looks, _ := c.GetBool("looks")
	if changes == looks {
		changes, looks = true, true
	}
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	q, err := c.search(ctx, source, at)
	if err != nil {
		return err
	}
	var parts []logPart
	if looks {
		list, err := readLooks(ctx, s, q)
		if err != nil {
			return err
		}
		parts = append(parts, logPart{"查阅记录", "looks", list})
	}
	if changes {
		list, err := readChanges(ctx, s, q)
		if err != nil {
			return err
		}
		parts = append(parts, logPart{"留痕", "changes", list})
	}
	if path := c.text("output"); path != "" {
		return c.saveAudit(ctx, s, source, parts, path)
	}
	return c.printAudit(parts)
}

// logPart is what was found in one of the logs.
type logPart struct {
	title, key string
	list       []entry
}

// search is what the flags narrow the logs to.
func (c *call) search(ctx context.Context, source figure.Source, at data.Month) (q store.Search, err error) {
	q = store.Search{Who: c.text("who"), Word: c.text("word")}
	if text := c.text("since"); text != "" {
		m, err := data.ParseMonth(text)
		if err != nil {
			return q, misuse(err.Error() + "。")
		}
		q.Since = time.Date(m.Year(), time.Month(m%100), 1, 0, 0, 0, 0, time.Local)
	}
	if of := c.text("of"); of != "" {
		found, err := report.Find(ctx, source, &report.Sort{Label: "查谁的记录", About: report.AboutCadre}, of, at)
		if err != nil {
			return q, err
		}
		q.Of = found.ID
	}
	return q, nil
}

func readLooks(ctx context.Context, s *store.Store, q store.Search) (list []entry, err error) {
	looks, err := store.Looks(ctx, s, q)
	names := map[string]string{}
	for _, l := range looks {
		e := entry{At: second(l.At), Who: l.Who, What: strings.TrimSpace(string(l.Deed) + " " + l.What), ID: l.Record, Count: l.Count}
		if l.Kind != nil && l.Record != "" {
			name, known := names[l.Record]
			if !known {
				if name, err = nameOf(ctx, s, l.Kind, l.Record); err != nil {
					return nil, err
				}
				names[l.Record] = name
			}
			e.Of = name
		}
		list = append(list, e)
	}
	return list, err
}

// nameOf names a record of the log of looks as it is called now.
func nameOf(ctx context.Context, s *store.Store, kind *data.Kind, id string) (string, error) {
	found, err := store.FindKind(ctx, s, kind, store.Where("id", id))
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return kind.Label + "（已删除）", nil
	}
	return kind.Label + data.NameOf(found[0]), nil
}

func readChanges(ctx context.Context, s *store.Store, q store.Search) (list []entry, err error) {
	changes, err := store.Changes(ctx, s, q)
	for _, e := range changes {
		list = append(list, entry{At: second(e.At), Who: e.Who, What: e.What, Count: e.Size})
	}
	return list, err
}

// second is a moment of a log, by the clock of the place.
func second(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }

func (c *call) printAudit(parts []logPart) error {
	if c.json {
		all := map[string][]entry{}
		for _, p := range parts {
			all[p.key] = append([]entry{}, p.list...)
		}
		return c.printJSON(all)
	}
	for _, p := range parts {
		c.printf("%s，共 %d 条\n", p.title, len(p.list))
		for _, e := range p.list {
			c.printf("  %s %s %s %s%s\n", e.At, pad(e.Who, 10), pad(e.What, 40), pad(e.Of, 20), e.counted())
		}
	}
	return nil
}

// saveAudit writes what was found to a workbook, and is itself entered before.
func (c *call) saveAudit(ctx context.Context, s *store.Store, source figure.Source, parts []logPart, path string) error {
	p := &paper.Paper{Title: "审计记录", Landscape: true, Made: c.now()}
	var titles []string
	count := 0
	for _, part := range parts {
		t := paper.Table{Caption: part.title, Columns: []paper.Column{
			{Title: "时间", Share: 2},
			{Title: "操作人", Share: 1.5},
			{Title: "内容", Share: 5, Align: paper.Left},
			{Title: "涉及", Share: 2, Align: paper.Left},
			{Title: "数量", Align: paper.Right},
		}}
		for _, e := range part.list {
			t.Rows = append(t.Rows, paper.Cells(e.At, e.Who, e.What, e.Of, e.counted()))
		}
		p.Add(t)
		titles = append(titles, part.title)
		count += len(part.list)
	}
	p.Subtitle = fmt.Sprintf("%s，共 %d 条", strings.Join(titles, "、"), count)
	err := c.look(ctx, s, store.Look{Deed: store.Exported, What: strings.Join(titles, "、"), Count: count})
	if err == nil {
		err = report.Save(path, p, source.Office)
	}
	if err != nil {
		return err
	}
	return c.tell(files([]string{path}), "已写出 %s\n", path)
}
