package command

import (
	"context"
	"fmt"
	"time"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/store"
)

// runBackup makes a copy of the database, or lists those there are.
func runBackup(ctx context.Context, c *call) error {
	db, err := c.file(ctx)
	if err != nil {
		return err
	}
	place := backup.Beside(db)
	if dir := c.text("to"); dir != "" {
		place = backup.At(dir, db)
	}
	if list, _ := c.GetBool("list"); list {
		return c.listCopies(ctx, place)
	}
	s, err := c.openStore(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	made, err := place.Make(ctx, s, c.now())
	if err != nil {
		return err
	}
	return c.tell(map[string]any{"file": made.Path, "bytes": made.Size}, "已备份到 %s，已逐页核对。\n", made.Path)
}

// copyLine is a copy as the list shows it.
type copyLine struct {
	File     string   `json:"file"`
	Made     string   `json:"made"`
	Cadres   int      `json:"cadres"`
	Last     string   `json:"last"` // the last change in it
	Problems []string `json:"problems"`
}

func (c *call) listCopies(ctx context.Context, place backup.Place) error {
	copies, err := place.List()
	if err != nil {
		return err
	}
	lines := make([]copyLine, len(copies))
	for i, one := range copies {
		lines[i] = lookInto(ctx, place, one)
	}
	if c.json {
		return c.printJSON(lines)
	}
	for _, l := range lines {
		state := "完好"
		if len(l.Problems) > 0 {
			state = l.Problems[0]
		}
		c.printf("%s　干部 %d 人　末次改动 %s　%s\n  %s\n", l.Made, l.Cadres, l.Last, state, l.File)
	}
	c.printf("备份 %d 份，在 %s\n", len(lines), place.Dir)
	return nil
}

func lookInto(ctx context.Context, place backup.Place, one backup.Copy) copyLine {
	l := copyLine{File: one.Path, Made: minute(one.Made), Problems: []string{}}
	inside, err := place.Peek(ctx, one.Path)
	if err != nil {
		l.Problems = append(l.Problems, data.Sentence(err))
		return l
	}
	l.Cadres, l.Last, l.Problems = inside.Cadres, lastChange(inside.Last), listed(inside.Problems)
	return l
}

// runRestore puts a copy in the place of the database.
func runRestore(ctx context.Context, c *call) error {
	from := c.text("from")
	if from == "" {
		return misuse("请用 --from 写明从哪份备份恢复；有哪些备份，用 backup --list 查看。")
	}
	db, err := c.file(ctx)
	if err != nil {
		return err
	}
	s, aside, err := backup.Restore(ctx, db, from, c.who(), c.now())
	if err != nil {
		return err
	}
	defer s.Close()
	kept := ""
	if aside != "" {
		kept = fmt.Sprintf("原来的数据库留存为 %s\n", aside)
	}
	return c.tell(map[string]any{"file": s.Path(), "aside": aside}, "已从备份恢复 %s\n%s", s.Path(), kept)
}

func lastChange(l store.Entry) string {
	if l.At.IsZero() {
		return "（没有改动）"
	}
	return fmt.Sprintf("%s %s %s", minute(l.At), l.Who, l.What)
}

func minute(t time.Time) string { return t.Local().Format("2006.01.02 15:04") }
