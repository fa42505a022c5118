package exchange

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
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
	path string // of a table
	open func() (io.ReadCloser, error)
}

// gather lists the files of an import: those named, those in folders, and those
// within zips. What is not a form is left out of folders and zips, but refused
// when it was named itself.
func gather(ctx context.Context, paths []string) (sources []source, refused []Refusal, err error) {
	g := &gathering{}
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		g.path(path)
	}
	if len(g.found) > maxEntries {
		return nil, nil, data.Refuse(fmt.Sprintf("一次最多导入 %d 个文件，请分批。", maxEntries), nil)
	}
	return g.found, g.refused, nil
}

type gathering struct {
	found   []source
	refused []Refusal
}

func (g *gathering) refuse(name, reason string) {
	g.refused = append(g.refused, Refusal{File: name, Reason: reason})
}

func (g *gathering) path(path string) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		g.refuse(name, "没有找到这个文件，请核对路径")
	case info.IsDir():
		g.folder(path)
	case kindOf(path) == "zip":
		g.zip(path, name)
	case kindOf(path) == "lrmx":
		g.found = append(g.found, onDisk(path, name))
	case kindOf(path) == "xlsx":
		g.found = append(g.found, source{name: name, path: path})
	case kindOf(path) == "xls":
		g.refuse(name, "旧的 .xls 表格请先另存为 .xlsx 再导入")
	case kindOf(path) == "lrm":
		g.refuse(name, "老格式 .lrm 还不能导入，"+adviceSave)
	default:
		g.refuse(name, "不是 .lrmx 文件、装有它们的 .zip，也不是 .xlsx 名册")
	}
}

func kindOf(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

func onDisk(path, name string) source {
	return source{name: name, open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// folder adds what lies in a folder and those within it, by name.
func (g *gathering) folder(root string) {
	inside, old := &gathering{}, 0
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || leftover(path) {
			return err
		}
		name, _ := filepath.Rel(root, path)
		switch kindOf(path) {
		case "lrmx":
			inside.found = append(inside.found, onDisk(path, name))
		case "zip":
			inside.zip(path, name)
		case "lrm":
			old++
		}
		return nil
	})
	name := root
	if full, absErr := filepath.Abs(root); absErr == nil {
		name = filepath.Base(full)
	}
	switch {
	case err != nil:
		inside.refuse(name, "文件夹没有读完，请核对是否有权限打开")
	case old > 0:
		inside.refuse(name, fmt.Sprintf("有 %d 份老格式 .lrm 还不能导入，%s", old, adviceSave))
	case len(inside.found)+len(inside.refused) == 0:
		inside.refuse(name, "文件夹里没有 .lrmx 文件")
	}
	slices.SortFunc(inside.found, func(a, b source) int { return strings.Compare(a.name, b.name) })
	g.found, g.refused = append(g.found, inside.found...), append(g.refused, inside.refused...)
}

// leftover reports a file that an operating system or an editor left beside
// the one meant.
func leftover(path string) bool {
	base := filepath.Base(path)
	return strings.HasPrefix(base, "._") || strings.HasPrefix(base, "~$")
}

func (g *gathering) zip(path, name string) {
	raw, err := readLimited(onDisk(path, path), 10*maxFile)
	if err != nil {
		g.refuse(name, data.Sentence(err))
		return
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		g.refuse(name, "压缩文件已损坏，请重新压缩或拷贝")
		return
	}
	before := len(g.found)
	for _, entry := range z.File {
		inside := zipName(entry)
		if kindOf(inside) == "lrmx" && !leftover(inside) {
			g.found = append(g.found, source{name: name + "/" + inside, open: entry.Open})
		}
	}
	if len(g.found) == before {
		g.refuse(name, "压缩文件里没有 .lrmx 文件")
	}
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

// readLimited reads a file whole; the error is a Chinese sentence.
func readLimited(s source, limit int64) ([]byte, error) {
	r, err := s.open()
	if err != nil {
		return nil, data.Refuse("文件打不开，可能没有权限、设了密码或正被别的程序占用", err)
	}
	defer r.Close()
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, data.Refuse("文件读不出来，请重新拷贝后再导入", err)
	case int64(len(raw)) > limit:
		return nil, data.Refuse(fmt.Sprintf("文件大于 %d MB，请核对是不是拿错了文件", limit>>20), nil)
	}
	return raw, nil
}

const (
	adviceCopy  = "请重新导出或拷贝后再导入"
	adviceCheck = "请核对是不是拿错了文件"
	adviceSave  = "请用任免审批表编辑软件打开，另存为 .lrmx 后再导入"
)

// advise tells why a form was refused and what to do.
func advise(err error) string {
	advice := adviceSave
	switch {
	case errors.Is(err, lrmx.ErrEmpty), errors.Is(err, lrmx.ErrTruncated):
		advice = adviceCopy
	case errors.Is(err, lrmx.ErrNotXML), errors.Is(err, lrmx.ErrRoot):
		advice = adviceCheck
	}
	return err.Error() + "，" + advice
}
