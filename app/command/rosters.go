package command

import (
	"context"
	"path/filepath"
	"strings"

	"huoshui/data"
	"huoshui/data/exchange/sheet"
	"huoshui/data/store"
)

// tables are the paths of workbooks among others.
func tables(paths []string) []string {
	var list []string
	for _, path := range paths {
		if strings.EqualFold(filepath.Ext(path), ".xlsx") {
			list = append(list, path)
		}
	}
	return list
}

// importRosters imports workbooks of cadres, one after the other, so that a
// later one sees what an earlier one has made.
func (c *call) importRosters(ctx context.Context, paths []string) error {
	at, err := c.month()
	if err != nil {
		return err
	}
	dry, done, err := c.dryRun()
	if err != nil {
		return err
	}
	defer done()
	s, err := store.Open(ctx, c.db, true)
	if err != nil {
		return err
	}
	defer s.Close()
	total := rosterCount{Refused: []refusedRow{}, Unsettled: []string{}}
	for _, path := range paths {
		p, err := sheet.Read(ctx, s, data.CadreKind, path, at)
		if err != nil {
			return err
		}
		total.add(p)
		if !c.json {
			if err := c.printSheet(p); err != nil {
				return err
			}
		}
		if !dry {
			if _, err := p.Write(ctx, s, who, nil); err != nil {
				return err
			}
		}
	}
	if c.json {
		err = c.printJSON(total)
	}
	if err == nil && !dry && len(total.Refused) > 0 {
		err = data.Refuse("名册中有的行没有导入，见上；改好后可以再导入一次。", nil)
	}
	return err
}

// rosterCount is what an import of rosters came to, in the same words as one
// of forms.
type rosterCount struct {
	Files     int          `json:"files"`
	New       int          `json:"new"`
	Changed   int          `json:"changed"`
	Same      int          `json:"same"`
	Refused   []refusedRow `json:"refused"`
	Unsettled []string     `json:"unsettled"`
}

// refusedRow is a cell, or a row, that keeps a row from being imported.
type refusedRow struct {
	File   string `json:"file"`
	Row    int    `json:"row"`
	Column string `json:"column"`
	Reason string `json:"reason"`
}

func (n *rosterCount) add(p *sheet.Proposal) {
	n.Files++
	n.New += p.Count(sheet.New)
	n.Changed += p.Count(sheet.Changed)
	n.Same += p.Count(sheet.Same)
	for _, row := range p.Rows {
		for _, f := range row.Flaws {
			n.Refused = append(n.Refused, refusedRow{p.File, row.Line, strings.TrimSpace(columnTitle(p, f.Column)), f.Sentence})
		}
	}
}
