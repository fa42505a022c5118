package vault

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"huoshui/data"
	"huoshui/data/backup"
	"huoshui/data/keys"
	"huoshui/data/store"
)

// What a database is called while it is being encrypted, and the plain one after that,
// until it is overwritten.
const (
	encryptedEnd = ".加密中"
	plainEnd     = ".未加密"
)

// TakeOver encrypts a database that is not, with its first person, who holds the key.
// The plain file is overwritten only after the encrypted one has been checked, and the
// copies of it in the folder of backups are encrypted as well. Nobody may have it open.
// It gives the recovery code.
func TakeOver(ctx context.Context, db, name, password string, roles []keys.Role) (*Session, string, error) {
	if err := encrypts(); err != nil {
		return nil, "", err
	}
	if store.Encrypted(db) {
		return nil, "", data.Refuse(fmt.Sprintf("“%s”已经是加密的，请登录后使用。", filepath.Base(db)), nil)
	}
	plain := store.File{Path: db}
	if err := plain.Free(ctx); err != nil {
		return nil, "", err
	}
	s, seed, err := first(db, name, password, roles)
	if err != nil {
		return nil, "", err
	}
	copies, err := backup.Beside(plain).List()
	if err != nil {
		return nil, "", err
	}
	if err := encrypt(ctx, db, s.key); err != nil {
		return nil, "", err
	}
	for _, c := range copies {
		if store.Encrypted(c.Path) {
			continue
		}
		if err := encrypt(ctx, c.Path, s.key); err != nil {
			return nil, "", err
		}
	}
	return s, seed.Code(), nil
}

// encrypt encrypts a file in its place.
func encrypt(ctx context.Context, path string, key store.Key) error {
	if err := (store.File{Path: path}).Copy(ctx, store.File{Path: path + encryptedEnd, Key: key}); err != nil {
		return err
	}
	if err := os.Rename(path, path+plainEnd); err != nil {
		return data.Refuse(fmt.Sprintf("没有加密：“%s”不能改名，请关闭正在使用它的程序。", filepath.Base(path)), err)
	}
	return settle(path)
}

// settle gives an encrypted file its name, and overwrites the plain one.
func settle(path string) error {
	_, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(path+encryptedEnd, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return data.Refuse(fmt.Sprintf("加密好的文件“%s”不能改名，请检查文件夹的写入权限。", filepath.Base(path+encryptedEnd)), err)
		}
	}
	if !store.Encrypted(path) {
		return nil
	}
	return wipe(path + plainEnd)
}

// finishTakeOver goes on where a crash has stopped TakeOver.
func (s *Session) finishTakeOver() error {
	var unfinished []string
	dir := backup.Beside(store.File{Path: s.db}).Dir
	entries, _ := os.ReadDir(dir) // most databases were never plain: a folder that cannot be read keeps nobody out
	for _, e := range entries {
		if name, plain := strings.CutSuffix(e.Name(), plainEnd); plain {
			unfinished = append(unfinished, filepath.Join(dir, name))
		}
	}
	for _, path := range append(unfinished, s.db) {
		if err := settle(path); err != nil {
			return err
		}
	}
	return nil
}

// wipe overwrites a file and removes it. On a disk that writes elsewhere, as SSDs do,
// the old content may still be there; the manual says so.
func wipe(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		var info os.FileInfo
		if info, err = f.Stat(); err == nil {
			_, err = io.CopyN(f, nothing{}, info.Size())
		}
		err = errors.Join(err, f.Sync(), f.Close())
	}
	if err = errors.Join(err, os.Remove(path)); err != nil {
		return data.Refuse(fmt.Sprintf("没有加密的旧文件“%s”清除不了，请关闭正在使用它的程序后重新登录。", filepath.Base(path)), err)
	}
	return nil
}

type nothing struct{}

func (nothing) Read(b []byte) (int, error) { clear(b); return len(b), nil }
