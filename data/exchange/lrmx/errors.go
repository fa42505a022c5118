package lrmx

import "errors"

// The reasons for which a file is refused. An error of Read wraps one of them
// and is itself the Chinese sentence to show, with the line where known.
var (
	ErrEmpty     = errors.New("文件是空的")
	ErrNotXML    = errors.New("不是任免审批表文件（不是 XML）")
	ErrRoot      = errors.New("不是任免审批表文件")
	ErrTruncated = errors.New("文件不完整")
	ErrSyntax    = errors.New("文件内容有误")
	ErrLimit     = errors.New("文件超出限度")
)

// ErrPhoto is the reason for which bytes are not taken as a photo.
var ErrPhoto = errors.New("照片无法识别")
