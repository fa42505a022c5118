package assets

import (
	"embed"
	"fmt"
)

// Icon is the program's icon as a 512×512 PNG, drawn from icon.svg.
//
//go:embed icon.png
var Icon []byte

//go:embed icons/*.svg
var icons embed.FS

// RoomIcon is the icon of a room in the navigation, an SVG of one colour.
// It panics for a room without one: the rooms are fixed.
func RoomIcon(room string) []byte {
	svg, err := icons.ReadFile("icons/" + room + ".svg")
	if err != nil {
		panic(fmt.Sprintf("assets: %v", err))
	}
	return svg
}
