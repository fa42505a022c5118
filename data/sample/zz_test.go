package sample

import (
	"fmt"
	"testing"

	"huoshui/data"
)

type dm = data.Month

func TestZZ(t *testing.T) {
	b := read(Make(Options{Level: LevelCity}))
	for _, at := range []int{201906, 202406, 202606, 202610} {
		fmt.Println(b.line(202610*0 + (202610 - 202610) + monthOf(at)))
	}
	for y := 2019; y <= 2026; y++ {
		fmt.Println(b.yearLine(y))
	}
	k := map[string][]int{}
	for _, p := range b.posts {
		key := string(b.unit[p.Unit].Kind) + " " + string(p.Level) + " m" + string(p.Managed) + " r" + string(p.Rank)
		v := k[key]
		if v == nil {
			v = make([]int, 2)
		}
		v[0] += p.Approved
		for _, a := range b.appointments {
			if string(a.Post) == p.ID && holds(a, 202610) && proper(a) {
				v[1]++
			}
		}
		k[key] = v
	}
	for key, v := range k {
		fmt.Println(key, v)
	}
	n := 0
	for _, a := range b.appointments {
		if a.Until == 0 && a.Main && a.Post != "" {
			p := b.post[a.Post]
			if p.Managed != "3" && n%23 == 0 || n%97 == 0 {
				fmt.Println(p.Name, b.show(b.cadre[a.Cadre]))
			}
			n++
		}
	}
}
func monthOf(i int) (m dm) { return dm(i) }
