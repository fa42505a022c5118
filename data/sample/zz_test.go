package sample

import (
	"fmt"
	"testing"
)

func TestZZ(t *testing.T) {
	b := read(Make(Options{}))
	n := 0
	for _, a := range b.appointments {
		if a.Until == 0 && a.Main && a.Post != "" {
			p := b.post[a.Post]
			if (p.Managed != "3" && int(mix(uint64(len(b.resume)+n)))%9 == 0 || int(mix(uint64(n)))%60 == 0) || (p.Managed == "1" && n%3 == 0) {
				fmt.Println(p.Name, b.show(b.cadre[a.Cadre]))
			}
			n++
		}
	}
}
