package command

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/sample"
	"huoshui/data/store"
)

// sampleMonth is the month up to which the sample county's history runs.
const sampleMonth data.Month = 202610

func runSample(ctx context.Context, c *call) error {
	cadres, _ := c.GetInt("cadres")
	seed, _ := c.GetInt("seed")
	if cadres < 1 || seed < 0 {
		return misuse("人数应不少于 1，种子应不小于 0。")
	}
	options := sample.Options{Cadres: cadres, Seed: uint64(seed), Level: c.text("level"), At: sampleMonth}
	if options.Level != "county" && options.Level != "city" {
		return misuse("层级应为 county 或 city。")
	}
	if c.at != "" {
		var err error
		if options.At, err = c.month(); err != nil {
			return err
		}
	}
	s, err := makeSample(ctx, c.db, options)
	if err != nil {
		return err
	}
	defer s.Close()
	c.printf("样例库：%s\n", c.db)
	if dir := c.text("lrmx"); dir != "" {
		ids, err := everybody(ctx, s, options.At)
		if err != nil {
			return err
		}
		written, err := exchange.Export(ctx, s, ids, options.At, dir, nil)
		if err != nil {
			return err
		}
		c.printf("审批表文件：%d 个，在 %s\n", len(written), dir)
	}
	return nil
}

// makeSample writes a sample county into a new database. One that already has
// cadres is refused: samples never mix with people's files.
func makeSample(ctx context.Context, db string, options sample.Options) (*store.Store, error) {
	s, err := store.Open(ctx, db, true)
	if err != nil {
		return nil, err
	}
	old, err := store.Find[data.Unit](ctx, s)
	if err == nil && len(old) > 0 {
		err = data.Refuse(fmt.Sprintf("“%s”里已有数据，样例只能写入新库。", db), nil)
	}
	if err == nil {
		err = writeSample(ctx, s, sample.Make(options))
	}
	if err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func writeSample(ctx context.Context, s *store.Store, county *sample.County) error {
	_, err := s.Change(ctx, store.Act{Who: who, What: "建立样例库"}, func(tx *store.Tx) error {
		for _, photo := range county.Photos {
			if _, err := tx.Keep(ctx, photo); err != nil {
				return err
			}
		}
		for record := range county.Records() {
			if err := tx.Put(ctx, record); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

func everybody(ctx context.Context, s *store.Store, at data.Month) ([]string, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: at}
	return q.IDs(ctx, s, criteria.Order{Field: "order"})
}

// Names of what a demonstration leaves in its folder.
const (
	demoDatabase = "清源县样例.db"
	demoRoster   = "干部名册.xlsx"
	demoPictures = "界面"
)

func runDemo(ctx context.Context, c *call) error {
	dir := c.text("dir")
	if dir == "" {
		return misuse("请用 --dir 指定目录。")
	}
	db := filepath.Join(dir, demoDatabase)
	if err := removeDatabase(db); err != nil {
		return err
	}
	s, err := makeSample(ctx, db, sample.Options{Cadres: 1200, Seed: 1, Level: "county", At: sampleMonth})
	if err != nil {
		return err
	}
	defer s.Close()
	source, err := figure.Open(ctx, s, sampleMonth)
	if err != nil {
		return err
	}
	work, order := report.SortNamed(report.WorkName), report.Order{Source: source, At: sampleMonth, Written: c.now()}
	var missing []string
	for _, end := range work.Ends() {
		none, err := report.Make(ctx, work, order, filepath.Join(dir, report.WorkName+end))
		if err != nil {
			return err
		}
		missing = append(missing, none...)
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	everyone := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: sampleMonth, Book: source.Book}
	roster, err := report.Roster(ctx, source, everyone)
	if err == nil {
		err = report.Save(filepath.Join(dir, demoRoster), roster)
	}
	if err != nil {
		return err
	}
	var pictures []string
	for _, size := range [][2]int{{1366, 768}, {1920, 1080}} {
		into := filepath.Join(dir, demoPictures, fmt.Sprintf("%dx%d", size[0], size[1]))
		drawn, err := c.pictures(ctx, db, into, sampleMonth, size[0], size[1])
		if err != nil {
			return err
		}
		pictures = append(pictures, drawn...)
	}
	return c.demoSummary(ctx, source, dir, len(missing), len(pictures))
}

func (c *call) demoSummary(ctx context.Context, source figure.Source, dir string, missing, pictures int) error {
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
	c.printf("\n  数据库　　%s\n", filepath.Join(dir, demoDatabase))
	c.printf("  工作汇报　%s.docx、.pdf、.xlsx、.pptx（尚无记录的指标 %d 处，印作“无数据”）\n", filepath.Join(dir, report.WorkName), missing)
	c.printf("  干部名册　%s\n", filepath.Join(dir, demoRoster))
	c.printf("  界面图片　%s（%d 张）\n\n", filepath.Join(dir, demoPictures), pictures)
	return nil
}
