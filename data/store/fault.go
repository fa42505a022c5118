package store

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"huoshui/data"
)

// outcome is what did not happen because the engine failed, in words for the
// user.
type outcome string

const (
	unmade   outcome = "没有建成"
	unopened outcome = "打不开"
	unread   outcome = "读不出"
	unsaved  outcome = "没有保存"
)

// fault gives an error of the engine its sentence. The engine's own text is
// English and stays for the log. Errors of others, and those that only a mistake
// in this program can cause, are returned as they are.
func (e *engine) fault(err error, what outcome) error {
	if err == nil || err == io.EOF { // the usual answers, once for each row
		return err
	}
	var cause sqlite3.Error
	if !errors.As(err, &cause) {
		return err
	}
	sentence := e.sentence(cause, what)
	if sentence == "" {
		return err
	}
	return data.Refuse(sentence, err)
}

// causeOf is the engine's error that fault has given its sentence, if that sentence
// is what a user would be told. Where a caller has said more, it is not.
func causeOf(err error) (cause sqlite3.Error, ok bool) {
	var told *data.Fault
	if errors.As(err, &told) {
		cause, ok = told.Err.(sqlite3.Error)
	}
	return cause, ok
}

// again gives an error that fault has met another outcome; other errors stay.
func (e *engine) again(err error, what outcome) error {
	if cause, ok := causeOf(err); ok {
		if sentence := e.sentence(cause, what); sentence != "" {
			return data.Refuse(sentence, cause)
		}
	}
	return err
}

func (e *engine) sentence(cause sqlite3.Error, what outcome) string {
	if cause.SystemErrno == syscall.ENOSPC {
		cause.Code = sqlite3.ErrFull
	}
	switch cause.Code {
	case sqlite3.ErrConstraint:
		return broken(cause.ExtendedCode)
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrProtocol:
		return fmt.Sprintf("数据库正被另一个程序占用，%s；请稍后再试。", what)
	case sqlite3.ErrFull:
		return fmt.Sprintf("磁盘已满，%s；请清出空间后重试。", what)
	case sqlite3.ErrReadonly:
		if e.readOnly != "" {
			return fmt.Sprintf("数据库是只读打开的（%s），%s。", e.readOnly, what)
		}
		return fmt.Sprintf("数据库文件是只读的，%s；请取消只读后重试。", what)
	case sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrAuth: // files beside the database are written even to read
		return fmt.Sprintf("数据库所在的文件夹不能写入，%s；请移到可以写入的文件夹，或改正权限后再打开。", what)
	case sqlite3.ErrIoErr:
		switch cause.ExtendedCode {
		case sqlite3.ErrIoErrNoMem:
			return outOfMemory(what)
		case corruptFileSystem:
			return damaged(what)
		}
		return fmt.Sprintf("读写磁盘出错，%s；请检查磁盘空间和连接后重试。", what)
	case sqlite3.ErrNotADB:
		if e.keyed {
			return fmt.Sprintf("数据库文件已损坏，或者是更换密钥以前的备份，%s；请用备份恢复。", what)
		}
		return damaged(what)
	case sqlite3.ErrCorrupt, sqlite3.ErrFormat:
		return damaged(what)
	case sqlite3.ErrNomem:
		return outOfMemory(what)
	case sqlite3.ErrTooBig:
		return fmt.Sprintf("内容太多，%s；请减少后重试。", what)
	case sqlite3.ErrError:
		return misfit(cause.Error(), what)
	}
	return ""
}

// corruptFileSystem is an I/O error that newer versions of the engine know and
// the driver has no name for.
var corruptFileSystem = sqlite3.ErrIoErr.Extend(33)

func damaged(what outcome) string {
	return fmt.Sprintf("数据库文件已损坏，%s；请用备份恢复。", what)
}

func outOfMemory(what outcome) string {
	return fmt.Sprintf("内存不足，%s；请关掉其他程序后重试。", what)
}

func misfitted(what outcome) string {
	return fmt.Sprintf("数据库里的表不全，文件可能已损坏，%s；请用备份恢复。", what)
}

// misfit is the sentence for a statement the engine cannot carry out. Our statements are
// tried by the tests, so that a table or column they name is missing from the file.
func misfit(text string, what outcome) string {
	for _, start := range []string{"no such ", "malformed "} {
		if strings.HasPrefix(text, start) {
			return misfitted(what)
		}
	}
	for _, start := range []string{"Expression tree", "too many ", "parser stack"} {
		if strings.HasPrefix(text, start) {
			return fmt.Sprintf("条件太长，%s；请分成几个。", what)
		}
	}
	return ""
}

// broken tells which rule of the schema a change breaks.
func broken(rule sqlite3.ErrNoExtended) string {
	switch rule {
	case sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintPrimaryKey:
		return "已有相同的记录（如身份证号重复），没有保存；请核对后再存。"
	case sqlite3.ErrConstraintForeignKey:
		return "还有其他记录引用它，没有改动；请先改掉那些记录。"
	case sqlite3.ErrConstraintTrigger:
		return "留痕只能增加，不能改动，没有保存。"
	}
	return "填写的内容不合规则（如止早于起），没有保存。"
}
