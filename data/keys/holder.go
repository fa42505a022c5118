package keys

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"huoshui/data"
)

// Holder is a person who has logged in. He holds the seed unless he only manages
// people.
type Holder struct {
	ID, Name string
	Roles    []Role

	seeds map[string]Seed // by generation; empty for one who only manages people
}

// Format shows nothing of a holder under any verb: he holds secrets and a name.
func (h Holder) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "使用人") }

// Has reports a role of the person.
func (h *Holder) Has(r Role) bool { return slices.Contains(h.Roles, r) }

// Holds reports a person who holds the seed.
func (h *Holder) Holds() bool { return len(h.seeds) > 0 }

// Seeds are the seeds with which the database may open: that of the current
// generation, then that of the pending one.
func (h *Holder) Seeds(f *File) []Seed {
	var list []Seed
	for _, generation := range f.generations() {
		if s, ok := h.seeds[generation]; ok {
			list = append(list, s)
		}
	}
	return list
}

// State is how far a person has come. Where the holder holds the seed he tells what was
// changed in the file by hand.
func (h *Holder) State(f *File, s *Slot) State {
	if state := s.State(); state != Ready || !h.Holds() || h.proves(f, s) {
		return state
	}
	return Altered
}

// proves reports a slot that is as somebody who held the seed has confirmed it.
func (h *Holder) proves(f *File, s *Slot) bool {
	for generation, seed := range h.inUse(f) {
		if f.proven(s, generation, seed) {
			return true
		}
	}
	return false
}

// inUse are the seeds in use, by generation, as far as the holder has them. His own
// slot tells whether they still are: he may have been removed since he logged in, or
// somebody may have changed the seed.
func (h *Holder) inUse(f *File) map[string]Seed {
	i := slices.IndexFunc(f.Slots, func(s *Slot) bool { return s.ID == h.ID })
	list := map[string]Seed{}
	for _, generation := range f.generations() {
		if seed, ok := h.seeds[generation]; ok && i >= 0 && f.proven(f.Slots[i], generation, seed) {
			list[generation] = seed
		}
	}
	return list
}

// Confirm lets a person in whom somebody has added. check is the code of Slot.Check, as
// the person has told it. A slot that was changed by hand after somebody had confirmed
// it is refused: the key in it may be another's.
func (h *Holder) Confirm(f *File, name, check string) error {
	s, err := f.find(name)
	held := h.inUse(f)
	switch {
	case err != nil:
		return err
	case len(held) == 0:
		return data.Refuse("只有掌管密钥的人才能确认；请他重新登录后再确认。", nil)
	case s.Fresh:
		return data.Refuse(fmt.Sprintf("“%s”还没有换成自己的口令；请他先登录一次，再来确认。", s.Name), nil)
	case h.State(f, s) == Altered:
		return data.Refuse(fmt.Sprintf("登录文件里“%s”的内容被改动过，不能确认；请由系统管理员重设他的口令，本人换过以后再确认。", s.Name), nil)
	case plainCode(check) == "":
		return data.Refuse(fmt.Sprintf("请向“%s”本人问他改口令时看到的核对码，填上再确认。", s.Name), nil)
	case plainCode(check) != plainCode(s.Check()):
		return data.Refuse(fmt.Sprintf("核对码不符，没有确认：可能抄错了，也可能有人替换了“%s”的登录内容；请向本人再问一遍。", s.Name), nil)
	}
	return f.confirm(s, held)
}

// confirm confirms a slot for each generation.
func (f *File) confirm(s *Slot, held map[string]Seed) error {
	for generation, seed := range held {
		if err := f.grant(s, generation, seed); err != nil {
			return err
		}
	}
	return nil
}

// Rotate begins a change of the seed: a new one becomes pending and is sealed to every
// confirmed person. The caller writes the file, gives the database the new key, calls
// Finish and writes the file again.
func (h *Holder) Rotate(f *File) (Seed, error) {
	was, ok := h.inUse(f)[f.Current]
	if !ok {
		return Seed{}, data.Refuse("只有掌管密钥的人才能更换密钥；请他重新登录后再换。", nil)
	}
	if f.Pending != "" { // the database may already open with the pending seed alone
		return Seed{}, data.Refuse("上一次更换密钥还没有做完；请退出后重新登录，再更换。", nil)
	}
	seed := NewSeed()
	n, _ := strconv.Atoi(f.Current) // never fails, see sound
	generation := strconv.Itoa(n + 1)
	for _, s := range f.Slots {
		if !f.proven(s, f.Current, was) { // waits to be confirmed, or was changed by hand
			continue
		}
		if err := f.grant(s, generation, seed); err != nil {
			return Seed{}, err
		}
	}
	f.Pending = generation
	h.seeds[generation] = seed
	return seed, nil
}

// Finish makes a generation the only one, because the database opens with it: the
// pending one after a change, the current one when the change was given up. A seed the
// holder does not hold changes nothing.
func (h *Holder) Finish(f *File, seed Seed) {
	for _, generation := range f.generations() {
		if one, ok := h.seeds[generation]; ok && one == seed {
			f.Current, f.Pending = generation, ""
			h.seeds = map[string]Seed{generation: seed}
			f.dropOthers()
			return
		}
	}
}

// dropOthers takes all generations but the current one out of the slots.
func (f *File) dropOthers() {
	old := func(generation string, _ []byte) bool { return generation != f.Current }
	for _, s := range f.Slots {
		maps.DeleteFunc(s.Seeds, old)
		maps.DeleteFunc(s.Proof, old)
	}
}
