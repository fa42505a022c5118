package command

import (
	"context"
	"fmt"
	"path/filepath"

	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/sample"
	"huoshui/data/store"
)

// Names of what a demonstration leaves in its folder.
const (
	demoDatabase = "清源县样例.db"
	demoPapers   = "材料"
	demoLetters  = "反馈函"
	demoPictures = "界面"
)

func runDemo(ctx context.Context, c *call) error {
	dir := c.text("dir")
	if dir == "" {
		return misuse("请用 --dir 指定目录。")
	}
	c.db = filepath.Join(dir, demoDatabase)
	if err := removeDatabase(c.db); err != nil {
		return err
	}
	s, err := c.makeSample(ctx, sample.Options{Cadres: 1200, Seed: 1, Level: "county", At: sampleMonth})
	if err != nil {
		return err
	}
	defer s.Close()
	source, err := figure.Open(ctx, s, sampleMonth)
	if err != nil {
		return err
	}
	left := demonstration{dir: dir}
	if err := left.papers(ctx, report.Order{Source: source, At: sampleMonth, Written: c.now()}); err != nil {
		return err
	}
	for _, size := range [][2]int{{1366, 768}, {1920, 1080}} {
		into := filepath.Join(dir, demoPictures, fmt.Sprintf("%dx%d", size[0], size[1]))
		drawn, err := c.pictures(ctx, store.File{Path: c.db}, into, "", sampleMonth, size[0], size[1])
		if err != nil {
			return err
		}
		left.pictures += len(drawn)
	}
	return c.demoSummary(ctx, source, left)
}

// demoFirst are the papers to look at first; they stand in the folder itself,
// under their plain names.
var demoFirst = map[string]string{"work": ".docx", "roster": ".xlsx"}

// demonstration says what a demonstration wrote into its folder, as numbers.
type demonstration struct {
	dir                                 string
	files, letters, pictures, undecided int // undecided: figures without records
}

// demoWhere narrows those papers that take pages for each person.
var demoWhere = map[string]criteria.Criterion{
	"photos":   criteria.If("在储备库", criteria.Equal, "是"),
	"form":     criteria.If("职务层次", criteria.In, "县处级正职", "县处级副职"),
	"register": criteria.If("职务层次", criteria.In, "县处级正职", "县处级副职"),
	"family":   criteria.If("职务层次", criteria.In, "县处级正职", "县处级副职"),
}

// papers makes every sort of paper in every format, about the first of what it
// can be about, and a letter to every team.
func (d *demonstration) papers(ctx context.Context, o report.Order) error {
	for i, sort := range report.Sorts() {
		one := o
		one.Where = demoWhere[sort.Name]
		of := ""
		if sort.About != report.AboutOffice && sort.About != report.AboutPeople {
			choices, err := report.ChoicesOf(ctx, sort.About, o)
			if err != nil {
				return err
			}
			if len(choices) == 0 {
				continue
			}
			one.ID, of = choices[0].ID, choices[0].Name
		}
		for _, end := range sort.Ends() {
			path := filepath.Join(d.dir, demoPapers, fmt.Sprintf("%02d %s", i+1, sort.FileName(of, o.At, end)))
			missing, err := report.Make(ctx, sort, one, path)
			if err != nil {
				return fmt.Errorf("demonstrate %s: %w", sort.Name, err)
			}
			d.files++
			d.undecided = max(d.undecided, len(missing))
			if demoFirst[sort.Name] == end {
				if _, err := report.Make(ctx, sort, one, filepath.Join(d.dir, sort.Label+end)); err != nil {
					return fmt.Errorf("demonstrate %s: %w", sort.Name, err)
				}
			}
		}
	}
	letter := report.SortNamed("letter")
	teams, err := report.ChoicesOf(ctx, letter.About, o)
	if err != nil {
		return err
	}
	paths, err := report.MakeAll(ctx, letter, o, teams, filepath.Join(d.dir, demoLetters), ".docx", nil)
	d.letters = len(paths)
	return err
}

func (c *call) demoSummary(ctx context.Context, source figure.Source, d demonstration) error {
	if c.json {
		return c.printJSON(map[string]any{
			"db": filepath.Join(d.dir, demoDatabase), "papers": d.files, "letters": d.letters, "pictures": d.pictures, "missing": d.undecided,
		})
	}
	values, err := source.Compute(ctx, figure.Definitions(), sampleMonth)
	if err != nil {
		return err
	}
	c.printf("\n%s　样例数据（人物均为虚构）　时点 %s\n\n", source.Office.Place, sampleMonth)
	for _, id := range []string{"m0.principals.young", "m0.deputies.young", "m3.1.reserve", "m4.2.town.principals.share", "m1.2.floor"} {
		for _, v := range values {
			if v.Definition.ID == id {
				c.printf("  %s %s\n", pad(v.Label, 34), figureText(v))
			}
		}
	}
	c.printf("\n  数据库　　%s\n", filepath.Join(d.dir, demoDatabase))
	c.printf("  先看两份　%s、%s\n", filepath.Join(d.dir, "工作汇报.docx"), filepath.Join(d.dir, "干部名册.xlsx"))
	c.printf("  各种材料　%s（%d 种，%d 个文件；尚无记录的指标 %d 处，印作“无数据”）\n",
		filepath.Join(d.dir, demoPapers), len(report.Sorts()), d.files, d.undecided)
	c.printf("  反馈函　　%s（%d 份）\n", filepath.Join(d.dir, demoLetters), d.letters)
	c.printf("  界面图片　%s（%d 张）\n\n", filepath.Join(d.dir, demoPictures), d.pictures)
	return nil
}
