package store

import (
	"context"
	"fmt"

	"huoshui/data"
	"huoshui/data/store/query"
)

// A file that is not encrypted holds only the sample. The store itself refuses to
// write into one that would hold a person who is not invented.

// plainAllowed lets tests keep people in plain files.
var plainAllowed = false

// AllowPlain lets files that are not encrypted hold anybody. Tests call it, nothing
// else may.
func AllowPlain(on bool) { plainAllowed = on }

// guarded reports a file that may hold only the sample.
func (s *Store) guarded() bool { return s.file.Key.none() && !plainAllowed }

const exposedPlain = "这个库没有加密，只能放样例，没有保存；真实人员请放进本单位加密的库：重新打开程序，选“建立本单位的库”，已有的库先加密。"

// Exposed reports a file without encryption that holds people who are not invented. It
// is to be encrypted before anything else is written into it.
func (s *Store) Exposed(ctx context.Context) (bool, error) {
	if !s.guarded() {
		return false, nil
	}
	return exposed(ctx, s.View)
}

func exposed(ctx context.Context, v View) (found bool, err error) {
	rows, err := query.Rows(ctx, v, "SELECT EXISTS (SELECT 1 FROM cadre WHERE sample = 0)")
	if err != nil {
		return false, fmt.Errorf("store: exposed: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&found); err != nil {
			return false, fmt.Errorf("store: exposed: %w", err)
		}
	}
	return found, rows.Err()
}

// onlySample refuses a change after which a plain file would hold a real person.
func (t *Tx) onlySample(ctx context.Context) error {
	found, err := exposed(ctx, t.View)
	if err == nil && found {
		err = data.Refuse(exposedPlain, nil)
	}
	return err
}
