package sample

import (
	"context"
	"fmt"
	"path/filepath"

	"huoshui/data"
	"huoshui/data/store"
)

// Put writes an invented county into a new database. A database that somebody has
// written into is refused: samples never mix with people's files.
func Put(ctx context.Context, s *store.Store, options Options, who string) error {
	old, err := store.Recent(ctx, s, 1)
	if err != nil {
		return err
	}
	if len(old) > 0 {
		return data.Refuse(fmt.Sprintf("“%s”里已有数据，样例只能写入新库。", filepath.Base(s.Path())), nil)
	}
	county := Make(options)
	_, err = s.Change(ctx, store.Act{Who: who, What: "建立样例库"}, func(tx *store.Tx) error { return county.Write(ctx, tx) })
	return err
}
