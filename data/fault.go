package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
)

// Errors that callers tell apart.
var (
	// ErrNotFound: no record has that ID.
	ErrNotFound = errors.New("data: not found")
	// ErrTaken: the record was changed since, so that a change cannot be taken back.
	ErrTaken = errors.New("data: changed since")
)

// Fault is an error with the sentence that tells the user what happened, to
// which record, and what to do. The wrapped error is for the log.
type Fault struct {
	Sentence string // Chinese, one sentence
	Err      error  // the cause; may be nil
}

// Refuse makes a Fault.
func Refuse(sentence string, cause error) error { return &Fault{Sentence: sentence, Err: cause} }

// Orphan is the error for a record whose cadre does not exist. The store
// prevents that, so the file is damaged.
func Orphan(kind *Kind) error {
	return Refuse(fmt.Sprintf("有一条%s找不到所属的干部，数据库可能已损坏；请用备份恢复。", kind.Label), nil)
}

// Error gives the sentence and the cause, for the log.
func (f *Fault) Error() string {
	if f.Err == nil {
		return f.Sentence
	}
	return f.Sentence + ": " + f.Err.Error()
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Sentence is the text shown to the user for an error. An error without its
// own sentence is an internal fault; its detail is in the log.
func Sentence(err error) string {
	var fault *Fault
	switch {
	case err == nil:
		return ""
	case errors.As(err, &fault):
		return fault.Sentence
	case errors.Is(err, context.Canceled):
		return "已取消，数据没有改动。"
	case errors.Is(err, ErrNotFound):
		return "没有找到这条记录，可能已被删除。"
	case errors.Is(err, ErrTaken):
		return "这些记录之后又改过，不能整批撤回。"
	}
	return "程序内部出错，数据没有改动；详情已记入日志。"
}

var quoted = regexp.MustCompile(`“[^”]*”`)

// LogText is what the program's log may hold of an error: what was done and
// what kind of fault it was. Sentences, quoted text and paths may contain
// names and are left out.
func LogText(err error) string {
	text := err.Error()
	hide := func(private string) {
		if private != "" {
			text = strings.ReplaceAll(text, private, "…")
		}
	}
	var look func(error)
	look = func(err error) {
		switch e := err.(type) {
		case *Fault:
			hide(e.Sentence)
		case *fs.PathError:
			hide(e.Path)
		case *os.LinkError:
			hide(e.Old)
			hide(e.New)
		}
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			if inner := e.Unwrap(); inner != nil {
				look(inner)
			}
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				look(inner)
			}
		}
	}
	look(err)
	return quoted.ReplaceAllString(text, "“…”")
}
