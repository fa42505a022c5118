package exchange

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"huoshui/data"
)

// Limits on what one import takes in, so that a hostile file cannot eat the
// machine.
const (
	maxFile    = 30 << 20
	maxEntries = 20_000
)

// source is one file to import: on disk or within a zip.
type source struct {
	name string // as shown to the user
	open func() (io.ReadCloser, error)
}

// gather lists the files of an import: those named, those in folders, and those
// within zips. What is not a form is left out of folders and zips, but refused
// when it was named itself.
func gather(ctx context.Context, paths []string) (sources []source, refused []Refusal, err error) {
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		found, reason := gatherPath(path)
		sources = append(sources, found...)
		if reason != "" {
			refused = append(refused, Refusal{File: filepath.Base(path), Reason: reason})
		}
	}
	if len(sources) > maxEntries {
		return nil, nil, data.Refuse(fmt.Sprintf("一次最多导入 %d 个文件，请分批。", maxEntries), nil)
	}
	return sources, refused, nil
}

func gatherPath(path string) (found []source, reason string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, "没有找到这个文件"
	case info.IsDir():
		return gatherFolder(path)
	case kindOf(path) == "zip":
		return gatherZip(path)
	case kindOf(path) == "lrmx":
		return []source{onDisk(path, filepath.Base(path))}, ""
	}
	return nil, "不是 .lrmx 文件，也不是装有它们的 .zip"
}

func kindOf(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

func onDisk(path, name string) source {
	return source{name: name, open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

func gatherFolder(root string) (found []source, reason string) {
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(root, path)
		switch kindOf(path) {
		case "lrmx":
			found = append(found, onDisk(path, name))
		case "zip":
			inside, why := gatherZip(path)
			found, reason = append(found, inside...), reason+why
		}
		return nil
	})
	if err != nil {
		reason = "文件夹没有读完"
	}
	slices.SortFunc(found, func(a, b source) int { return strings.Compare(a.name, b.name) })
	return found, reason
}

func gatherZip(path string) (found []source, reason string) {
	raw, err := readLimited(onDisk(path, path), 10*maxFile)
	if err != nil {
		return nil, "压缩文件读不出来或太大"
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, "压缩文件已损坏"
	}
	for _, entry := range z.File {
		name := zipName(entry)
		if kindOf(name) == "lrmx" {
			found = append(found, source{name: filepath.Base(path) + "/" + name, open: entry.Open})
		}
	}
	if len(found) == 0 {
		reason = "压缩文件里没有 .lrmx"
	}
	return found, reason
}

// zipName is the name of an entry; zips made on Chinese Windows carry GBK
// without saying so.
func zipName(entry *zip.File) string {
	if !entry.NonUTF8 {
		return entry.Name
	}
	if name, err := simplifiedchinese.GBK.NewDecoder().String(entry.Name); err == nil {
		return name
	}
	return entry.Name
}

func readLimited(s source, limit int64) ([]byte, error) {
	r, err := s.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(raw)) > limit {
		err = fmt.Errorf("exchange: larger than %d bytes", limit)
	}
	return raw, err
}
