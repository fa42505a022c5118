package command

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/report"
	"huoshui/data/store"
)

// runReport makes a paper of the catalogue, one for each of what a sort can be
// about, or fills in an office's own Word file.
func runReport(ctx context.Context, c *call) error {
	if list, _ := c.GetBool("list"); list {
		return c.listSorts()
	}
	output, dir, template := c.text("output"), c.text("dir"), c.text("template")
	switch {
	case (output == "") == (dir == ""):
		return misuse("请用 -o 指定文件，或用 --dir 指定逐份生成的目录。")
	case template != "" && output == "":
		return misuse("按模板填写请用 -o 指定文件。")
	}
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	o := report.Order{Source: source, At: at, Written: c.now(), Option: c.text("layout")}
	if o.Where, err = criteria.Parse(c.text("where")); err != nil {
		return err
	}
	if template != "" {
		return c.fillIn(ctx, s, o, template, output)
	}
	sort := report.SortNamed(c.text("paper"))
	if sort == nil {
		return misuse("没有这种材料；用 --list 看有哪些。")
	}
	if o.Option != "" && !slices.Contains(sort.Options, o.Option) {
		return misuse(fmt.Sprintf("“%s”没有“%s”这种版式；现有：%s。", sort.Label, o.Option, orNone(sort.Options)))
	}
	if dir != "" {
		return c.makeAll(ctx, s, sort, o, dir)
	}
	if err := c.choose(ctx, sort, &o); err != nil {
		return err
	}
	look, err := o.Look(ctx, sort)
	if err == nil {
		err = c.look(ctx, s, look)
	}
	if err != nil {
		return err
	}
	missing, err := report.Make(ctx, sort, o, output)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(map[string]any{"files": []string{output}, "missing": listed(missing)})
	}
	c.printf("已写出 %s\n", output)
	c.list("以下指标尚无记录或尚未发生，印作“无数据”或“尚未发生”：", missing)
	return nil
}

func (c *call) list(title string, names []string) {
	if len(names) > 0 {
		c.printf("%s\n  %s\n", title, strings.Join(names, "\n  "))
	}
}

// listSorts lists the sorts of paper with what has to be chosen for each.
func (c *call) listSorts() error {
	if c.json {
		list := []map[string]any{}
		for _, s := range report.Sorts() {
			list = append(list, map[string]any{"name": s.Name, "label": s.Label, "group": s.Group, "about": s.Asks(), "ends": s.Ends(), "layouts": listed(s.Options)})
		}
		return c.printJSON(list)
	}
	for _, s := range report.Sorts() {
		c.printf("%s %s %s %s %s\n", pad(s.Name, 20), pad(s.Label, 26), pad(s.Asks(), 20), pad(strings.Join(s.Ends(), " "), 26), strings.Join(s.Options, "、"))
	}
	return nil
}

// choose finds what a paper is to be about.
func (c *call) choose(ctx context.Context, s *report.Sort, o *report.Order) error {
	of := c.text("of")
	if of == "" {
		if abouts := s.Abouts(); !slices.Contains(abouts, report.AboutOffice) && !slices.Contains(abouts, report.AboutPeople) {
			return misuse(fmt.Sprintf("请用 --of 指定%s，写名称或编号。", s.Asks()))
		}
		return nil
	}
	found, err := report.Find(ctx, o.Source, s, of, o.At)
	if err == nil && slices.Contains(s.Abouts(), report.AboutPeople) && found.About == report.AboutCadre {
		o.IDs = []string{found.ID}
	} else {
		o.ID = found.ID
	}
	return err
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "只有一种"
	}
	return strings.Join(list, "、")
}

// makeAll makes one paper for each cadre the criterion finds, or for each team.
func (c *call) makeAll(ctx context.Context, db *store.Store, s *report.Sort, o report.Order, dir string) error {
	about, ok := s.Each()
	if !ok {
		return data.Refuse(fmt.Sprintf("“%s”只有一份，不能逐份生成。", s.Label), nil)
	}
	choices, err := report.ChoicesOf(ctx, about, o)
	if err != nil {
		return err
	}
	if err := c.look(ctx, db, report.LookEach(s, choices)); err != nil {
		return err
	}
	end := c.text("as")
	if end == "" {
		end = s.Ends()[0]
	}
	paths, err := report.MakeAll(ctx, s, o, choices, dir, "."+strings.TrimPrefix(end, "."), func(done float64, detail string) {
		if !c.json {
			c.printf("%3.0f%% %s\n", done*100, detail)
		}
	})
	if err != nil {
		return err
	}
	return c.tell(files(paths), "已写出 %d 份，在 %s\n", len(paths), dir)
}

// runLetters makes the feedback letter of each team.
func runLetters(ctx context.Context, c *call) error {
	dir := c.text("dir")
	if dir == "" {
		return misuse("请用 --dir 指定目录。")
	}
	s, source, at, err := c.open(ctx, false)
	if err != nil {
		return err
	}
	defer s.Close()
	return c.makeAll(ctx, s, report.SortNamed("letter"), report.Order{Source: source, At: at, Written: c.now()}, dir)
}

// fillIn fills in an office's own Word file.
func (c *call) fillIn(ctx context.Context, s *store.Store, o report.Order, template, output string) error {
	if of := c.text("of"); of != "" {
		found, err := report.Find(ctx, o.Source, &report.Sort{Label: "模板", About: report.AboutCadre}, of, o.At)
		if err != nil {
			return err
		}
		o.IDs = []string{found.ID}
	}
	look, err := o.LookPeople(ctx, "按本单位模板填写")
	if err == nil {
		err = c.look(ctx, s, look)
	}
	if err != nil {
		return err
	}
	filled, err := report.FillIn(ctx, template, o, output)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(map[string]any{
			"files": []string{output}, "people": filled.People,
			"unknown": listed(filled.Unknown), "missing": listed(filled.Missing),
		})
	}
	c.printf("已写出 %s\n", output)
	if filled.People > 0 {
		c.printf("名单共 %d 人\n", filled.People)
	}
	c.list("以下填写处不认识，照原样留着：", filled.Unknown)
	c.list("以下指标尚无记录或尚未发生，印作“无数据”或“尚未发生”：", filled.Missing)
	return nil
}
