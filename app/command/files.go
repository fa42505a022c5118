package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/store"
)

func runImport(ctx context.Context, c *call) error {
	if c.NArg() == 0 {
		return misuse("请给出要导入的文件或文件夹。")
	}
	dry, done, err := c.dryRun()
	if err != nil {
		return err
	}
	defer done()
	s, source, at, err := c.open(ctx, true)
	if err != nil {
		return err
	}
	defer s.Close()
	proposal, err := exchange.Read(ctx, s, source.Office, at, c.Args(), nil)
	if err != nil {
		return err
	}
	if create, _ := c.GetBool("create"); create {
		if err := proposal.CreateAll(); err != nil {
			return err
		}
	}
	if c.json {
		err = c.printJSON(proposal)
	} else {
		c.printProposal(proposal)
	}
	if err == nil && len(proposal.Items) == 0 {
		err = data.Refuse("没有可以导入的文件。", nil)
	}
	if err == nil && !dry {
		if err = backup.IfChanged(ctx, s, c.now()); err == nil {
			_, err = proposal.Write(ctx, s, c.who(), nil)
		}
		if err == nil && slices.ContainsFunc(proposal.Refused, func(r exchange.Refusal) bool { return r.Row > 0 }) {
			err = data.Refuse("名册中有的行没有导入，见上；改好后可以再导入一次。", nil)
		}
	}
	return err
}

// dryRun reports that an import is only a trial. If there is no database yet,
// it uses an empty one, which done deletes.
func (c *call) dryRun() (dry bool, done func(), err error) {
	dry, _ = c.GetBool("dry-run")
	if _, err := os.Stat(c.db); !dry || !errors.Is(err, fs.ErrNotExist) {
		return dry, func() {}, nil
	}
	dir, err := data.TempFolder()
	if err != nil {
		return dry, nil, data.Refuse("不能建立临时文件，请检查磁盘是否已满。", err)
	}
	c.db = filepath.Join(dir, "huoshui.db")
	return dry, func() { _ = os.RemoveAll(dir) }, nil
}

func (c *call) printProposal(p *exchange.Proposal) {
	c.printf("共 %d 个文件：新增 %d，变更 %d，无变化 %d，待定 %d，不能导入 %d\n",
		p.Files, p.Count(exchange.New), p.Count(exchange.Changed), p.Count(exchange.Same), p.Count(exchange.Ask), len(p.Refused))
	for _, r := range p.Refused {
		c.printf("  不能导入　%s：%s\n", r.Where(), r.Reason)
	}
	for _, r := range p.Unread {
		c.printf("  没有读入　%s：%s\n", r.File, r.Reason)
	}
	for _, item := range p.Items {
		if item.State == exchange.Ask {
			c.printf("  待定　　　%s：%s是谁还要确认，请在窗口中导入这一份\n", item.File, item.Name)
		}
		for _, d := range item.Differences {
			c.printf("  变更　　　%s %s：%s → %s\n", item.Name, d.Label, oneLine(d.Before), oneLine(d.After))
		}
		for _, doubt := range item.Doubts {
			c.printf("  请核对　　%s：%s\n", item.File, doubt)
		}
	}
	if units, posts := p.Made(); posts > 0 {
		c.printf("  新建　　　　机构 %d 个，职位 %d 个；核定职数暂按现有人数，请对照三定规定核对\n", units, posts)
	}
	for _, u := range p.Unsettled() {
		c.printf("  职务待对应　%s（%d 人）\n", u.Title, len(u.People))
	}
}

// oneLine keeps a value of several lines on its line of the proposal.
func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

func runExport(ctx context.Context, c *call) error {
	dir, as := c.text("dir"), c.text("as")
	if dir == "" || as != "lrmx" && as != "xlsx" {
		return misuse("请用 --as 指定 lrmx 或 xlsx，用 --dir 指定目录。")
	}
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	where, err := criteria.Parse(c.text("where"))
	if err != nil {
		return err
	}
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), Where: where, At: at, Book: source.Book}
	ids, err := q.IDs(ctx, s, criteria.Order{Field: "order"})
	if err != nil {
		return err
	}
	what := "任免审批表"
	if as == "xlsx" {
		what = "干部名册"
	}
	if err := c.look(ctx, s, report.LookAt(what, ids)); err != nil {
		return err
	}
	if as == "xlsx" {
		return c.exportRoster(ctx, source, q, dir)
	}
	written, err := exchange.Export(ctx, s, ids, at, dir, nil)
	if err != nil {
		return err
	}
	return c.tell(files(written), "已导出 %d 份，在 %s\n", len(written), dir)
}

// listed is a list as JSON tells it: an empty one is [], not null.
func listed(texts []string) []string { return append([]string{}, texts...) }

// files lists what a command has written, for JSON.
func files(paths []string) map[string]any {
	return map[string]any{"files": listed(paths)}
}

func (c *call) exportRoster(ctx context.Context, source figure.Source, q criteria.Query, dir string) error {
	roster, err := report.Roster(ctx, source, q)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "干部名册.xlsx")
	if err := report.Save(path, roster, source.Office); err != nil {
		return err
	}
	return c.tell(files([]string{path}), "已写出 %s\n", path)
}

func runShots(ctx context.Context, c *call) error {
	var width, height int
	var more string
	if n, _ := fmt.Sscanf(c.text("size"), "%dx%d%s", &width, &height, &more); n != 2 || width < 800 || height < 600 || width > 7680 || height > 4320 {
		return misuse("大小应如 1366x768。")
	}
	dir := c.text("dir")
	if dir == "" {
		return misuse("请用 --dir 指定目录。")
	}
	at, err := c.month()
	if err != nil {
		return err
	}
	db, err := c.file(ctx)
	if err != nil {
		return err
	}
	drawn, err := c.pictures(ctx, db, dir, c.text("only"), at, width, height)
	if err != nil {
		return err
	}
	return c.tell(files(drawn), "%s\n已画 %d 张\n", strings.Join(drawn, "\n"), len(drawn))
}

func runVerify(ctx context.Context, c *call) error {
	s, err := c.openStore(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	found, err := s.Verify(ctx)
	if err != nil {
		return err
	}
	if c.json {
		err = c.printJSON(map[string]any{
			"records": found.Records, "changes": found.Changes, "looks": found.Looks, "head": found.Head, "problems": listed(found.Problems), "notices": listed(found.Notices),
		})
	} else {
		c.printf("干部 %d 人，查阅记录 %d 条，留痕 %d 条，末条校验值 %s\n", found.Records["cadre"], found.Looks, found.Changes, found.Head)
		c.list("发现问题：", found.Problems)
		c.list("请留意：", found.Notices)
	}
	switch {
	case err != nil:
		return err
	case len(found.Problems) > 0:
		return data.Refuse(found.Todo(), nil)
	case !c.json:
		c.printf("数据库和留痕完好，记录与留痕一致。\n")
	}
	return nil
}

func runVersion(_ context.Context, c *call) error {
	return c.tell(map[string]any{"version": Version}, "活水 %s\n", Version)
}

// removeDatabase removes a database with what SQLite keeps beside it.
func removeDatabase(path string) error {
	for _, end := range append([]string{""}, store.Sides()...) {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return store.DropAnchor(path)
}
