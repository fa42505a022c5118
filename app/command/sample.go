package command

import (
	"context"
	"errors"
	"fmt"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/exchange"
	"huoshui/data/sample"
	"huoshui/data/store"
)

// sampleMonth is the month up to which the sample county's history runs, the
// others those up to which it can.
const (
	sampleMonth    data.Month = 202610
	earliestSample data.Month = 202001
	latestSample   data.Month = 204012
)

// mostCadres is more than any county or city has, and still made in minutes.
const mostCadres = 50_000

func runSample(ctx context.Context, c *call) error {
	cadres, _ := c.GetInt("cadres")
	seed, _ := c.GetInt("seed")
	if cadres < 1 || seed < 1 {
		return misuse("人数和种子应不小于 1。")
	}
	if cadres > mostCadres {
		return misuse(fmt.Sprintf("样例最多 %d 人。", mostCadres))
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
		if options.At < earliestSample || options.At > latestSample {
			return misuse(fmt.Sprintf("样例的时点应在 %s 至 %s 之间。", earliestSample, latestSample))
		}
	}
	s, err := c.makeSample(ctx, options)
	if err != nil {
		return err
	}
	defer s.Close()
	dir := c.text("lrmx")
	if dir == "" {
		return c.tell(map[string]any{"db": c.db}, "样例库：%s\n", c.db)
	}
	ids, err := everybody(ctx, s, options.At)
	if err != nil {
		return err
	}
	written, err := exchange.Export(ctx, s, ids, options.At, dir, nil)
	if err != nil {
		return err
	}
	return c.tell(map[string]any{"db": c.db, "files": written}, "样例库：%s\n审批表文件：%d 个，在 %s\n", c.db, len(written), dir)
}

// makeSample writes a sample county into a new database.
func (c *call) makeSample(ctx context.Context, options sample.Options) (*store.Store, error) {
	s, err := c.openStore(ctx, true)
	if err != nil {
		return nil, err
	}
	if err := sample.Put(ctx, s, options, c.who()); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func everybody(ctx context.Context, s *store.Store, at data.Month) ([]string, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("干部"), At: at}
	return q.IDs(ctx, s, criteria.Order{Field: "order"})
}
