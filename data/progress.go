package data

// Progress reports how far long work has come, from 0 to 1, and the current
// step in Chinese. It may be nil; call it through Tell.
type Progress func(done float64, detail string)

// Tell reports step n of total; it does nothing when p is nil.
func (p Progress) Tell(n, total int, detail string) {
	if p != nil && total > 0 {
		p(float64(n)/float64(total), detail)
	}
}
