package figure

import (
	"fmt"
	"sync"

	"github.com/BurntSushi/toml"

	"huoshui/assets"
)

// Monitored lists the figures that are watched all year (动态监测), in their
// order. Some of them are also in Definitions.
func Monitored() []*Definition { return monitored() }

var monitored = sync.OnceValue(func() []*Definition {
	var file struct {
		Monitored []struct {
			Spec
			Figure string // ID of a figure defined elsewhere, instead of all the rest
		}
	}
	if _, err := toml.Decode(assets.Monitored, &file); err != nil {
		panic(fmt.Sprintf("figure: monitored: %v", err))
	}
	var all []*Definition
	for _, m := range file.Monitored {
		if m.Figure != "" {
			d := find(definitions(), m.Figure)
			if d == nil {
				panic("figure: monitored: no figure " + m.Figure)
			}
			all = append(all, d)
			continue
		}
		d, err := Define(m.Spec)
		if err != nil {
			panic(fmt.Sprintf("figure: %s: %v", m.ID, err))
		}
		all = append(all, d)
	}
	return all
})
