package assets

import "embed"

// Codes holds the code lists: one file each, `code,label[,group]`, the first
// line naming the list and its source.
//
//go:embed codes/*.csv
var Codes embed.FS
