package assets

import "embed"

// Sample holds the vocabulary of the invented county and city: names, schools,
// phrases, units, posts and who follows whom. All of it may be corrected.
//
//go:embed sample/*.toml
var Sample embed.FS
