package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"huoshui/data"
	"huoshui/data/store"
)

// Restore puts a copy in the place of a database that nobody has open, and
// opens it. The old file and the files beside it are renamed to aside; aside
// is empty when there was no old file. A copy that is not sound is refused
// before anything is touched.
func Restore(ctx context.Context, db store.File, from, who string, now time.Time) (s *store.Store, aside string, err error) {
	inside, err := store.File{Path: from, Key: db.Key}.Peek(ctx)
	if err != nil {
		return nil, "", err
	}
	if len(inside.Problems) > 0 {
		return nil, "", data.Refuse(fmt.Sprintf("备份“%s”已损坏，没有恢复：%s", filepath.Base(from), inside.Problems[0]), nil)
	}
	if err := db.Free(ctx); err != nil {
		return nil, "", err
	}
	temp, err := copied(from, filepath.Dir(db.Path))
	if err != nil {
		return nil, "", data.Refuse(fmt.Sprintf("备份没有恢复，原来的数据库没有改动：“%s”写不进去，请检查磁盘空间和写入权限。", filepath.Dir(db.Path)), err)
	}
	defer os.Remove(temp) // gone already when all went well
	if aside, err = setAside(db.Path, now); err != nil {
		return nil, "", data.Refuse(fmt.Sprintf("备份没有恢复：原来的数据库“%s”不能改名留存，请关闭正在使用它的程序。", db.Path), err)
	}
	if aside != "" {
		if err := keepKeys(db.Path, aside); err != nil {
			return nil, aside, err
		}
	}
	if err := os.Rename(temp, db.Path); err != nil {
		return nil, aside, data.Refuse(fmt.Sprintf("备份没有恢复；原来的数据库现在叫“%s”，把它改回原名就能接着用。", aside), err)
	}
	if err := store.DropAnchor(db.Path); err != nil {
		return nil, aside, data.Refuse(fmt.Sprintf("已从备份恢复，但旁边记录末次改动的文件删不掉，打开时会提示留痕不符：%s", db.Path), err)
	}
	if s, err = db.Open(ctx, false); err != nil {
		return nil, aside, err
	}
	what := fmt.Sprintf("从备份恢复：%s 的备份", inside.Last.At.Format("2006-01-02 15:04"))
	if _, err := s.Note(ctx, store.Act{Who: who, What: what}); err != nil {
		return nil, aside, errors.Join(err, s.Close())
	}
	return s, aside, nil
}

// copied copies a file into a folder, safe on the disk, under a name of its own.
func copied(from, dir string) (path string, err error) {
	source, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer source.Close()
	temp, err := data.TempFile(dir)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(temp, source)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return "", errors.Join(err, os.Remove(temp.Name()))
	}
	return temp.Name(), nil
}

// setAside gives a database another name, and the files beside it with it, so that
// it can still be opened under that name. Where that fails it keeps its own name.
func setAside(db string, now time.Time) (string, error) {
	aside := fmt.Sprintf("%s.恢复前 %s%s", filepath.Join(filepath.Dir(db), baseOf(db)), now.Format(Stamp), ending)
	var moved []string
	for _, end := range append([]string{""}, store.Sides()...) {
		switch err := os.Rename(db+end, aside+end); {
		case err == nil:
			moved = append(moved, end)
		case !errors.Is(err, os.ErrNotExist):
			for _, end := range moved {
				err = errors.Join(err, os.Rename(aside+end, db+end))
			}
			return "", err
		}
	}
	if !slices.Contains(moved, "") { // what lay beside it is out of the way all the same
		return "", nil
	}
	return aside, nil
}
