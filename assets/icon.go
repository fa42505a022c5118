package assets

import _ "embed"

// Icon is the program's icon as a 512×512 PNG, drawn from icon.svg.
//
//go:embed icon.png
var Icon []byte
