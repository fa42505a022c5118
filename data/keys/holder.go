package keys

import (
	"crypto/hpke"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"huoshui/data"
)

// Holder is a person who has logged in. He holds the seed unless he only manages
// people.
type Holder struct {
	ID, Name string
	Roles    []Role

	seeds map[string]Seed // by generation; empty for one who only manages people
}

// Has reports a role of the person.
func (h *Holder) Has(r Role) bool { return slices.Contains(h.Roles, r) }

// Holds reports a person who holds the seed.
func (h *Holder) Holds() bool { return len(h.seeds) > 0 }

// Seeds are the seeds with which the database may open: that of the current
// generation, then that of the pending one.
func (h *Holder) Seeds(f *File) []Seed {
	var list []Seed
	for _, generation := range []string{f.Current, f.Pending} {
		if s, ok := h.seeds[generation]; ok {
			list = append(list, s)
		}
	}
	return list
}

// New makes the file of a new database, under a seed, with its first person, who
// holds the key.
func New(seed Seed, name, password string, roles []Role) (*File, *Holder, error) {
	f := &File{Format: format, Suite: suite, Database: newID(), Current: "1"}
	s, err := f.add(name, password, roles)
	if err != nil {
		return nil, nil, err
	}
	s.Fresh = false
	if !s.needsSeed() {
		return nil, nil, data.Refuse("第一个人要掌管密钥，不能只做系统管理；请再给一个能查阅档案的角色。", nil)
	}
	if err := f.grant(s, f.Current, seed); err != nil {
		return nil, nil, err
	}
	return f, f.holder(s, map[string]Seed{f.Current: seed}), nil
}

func (f *File) holder(s *Slot, seeds map[string]Seed) *Holder {
	return &Holder{ID: s.ID, Name: s.Name, Roles: slices.Clone(s.Roles), seeds: seeds}
}

// Add adds a person with a first password. He chooses his own when he first logs in,
// and can open the database once a holder has confirmed him. It needs no key.
func (f *File) Add(name, password string, roles []Role) (*Slot, error) {
	return f.add(name, password, roles)
}

func (f *File) add(name, password string, roles []Role) (*Slot, error) {
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return nil, data.Refuse("请填写姓名。", nil)
	case len([]rune(name)) > 40:
		return nil, data.Refuse("姓名太长，请不要超过 40 个字。", nil)
	case data.TextProblem(name, false) != "":
		return nil, data.Refuse("姓名里"+data.TextProblem(name, false)+"，请重新填写。", nil)
	case f.Slot(name) != nil:
		return nil, data.Refuse(fmt.Sprintf("已有名叫“%s”的使用人，请在姓名后加注以示区别。", name), nil)
	case len(f.Slots) >= maxPeople:
		return nil, data.Refuse(fmt.Sprintf("使用人已有 %d 个，不能再加；请先移除不再使用的。", maxPeople), nil)
	}
	roles, err := checkRoles(roles)
	if err != nil {
		return nil, err
	}
	if err := CheckPassword(name, password); err != nil {
		return nil, err
	}
	s := &Slot{ID: newID(), Name: name, Roles: roles, Fresh: true}
	if err := f.makePair(s, password); err != nil {
		return nil, err
	}
	f.Slots = append(f.Slots, s)
	return s, nil
}

// checkRoles gives roles in their order, each once.
func checkRoles(roles []Role) ([]Role, error) {
	var list []Role
	for _, r := range Roles() {
		if slices.Contains(roles, r) {
			list = append(list, r)
		}
	}
	for _, r := range roles {
		if !slices.Contains(list, r) {
			return nil, data.Refuse(fmt.Sprintf("没有“%s”这个角色。", r), nil)
		}
	}
	if len(list) == 0 {
		return nil, data.Refuse("请至少给一个角色。", nil)
	}
	return list, nil
}

// State is how far a person has come.
type State string

// The states of a person.
const (
	Choosing State = "待本人改口令"
	Waiting  State = "待确认"
	Ready    State = "可以使用"
)

// State is how far the person has come, as the file says.
func (s *Slot) State() State {
	switch {
	case s.Fresh:
		return Choosing
	case !s.Confirmed():
		return Waiting
	}
	return Ready
}

// Errors of Login that ask for another step and not for another password. Each is
// wrapped in a sentence.
var (
	ErrFresh       = errors.New("keys: the person must choose a password")
	ErrUnconfirmed = errors.New("keys: nobody has confirmed the person")
)

const unknown = "姓名或口令不对。"

// Login logs a person in. A wrong password is counted in the file; the caller writes
// the file afterwards, whatever came of it.
func (f *File) Login(name, password string, now time.Time) (*Holder, error) {
	s, private, err := f.enter(name, password, now)
	if err != nil {
		return nil, err
	}
	switch {
	case s.Fresh:
		return nil, data.Refuse("这是别人给你设的口令，请先换成自己的。", ErrFresh)
	case !s.Confirmed():
		return nil, data.Refuse(fmt.Sprintf("“%s”还没有得到确认；请找掌管密钥的人确认，核对码 %s。", s.Name, s.Check()), ErrUnconfirmed)
	}
	seeds, err := f.open(s, private)
	if err != nil {
		return nil, err
	}
	return f.holder(s, seeds), nil
}

// enter checks a password and opens the private key. After five wrong ones in a row a
// person has to wait.
func (f *File) enter(name, password string, now time.Time) (*Slot, []byte, error) {
	s := f.Slot(strings.TrimSpace(name))
	if s == nil {
		usual.withSalt(random(16)).key(password) // takes as long as for a name that is there
		return nil, nil, data.Refuse(unknown, nil)
	}
	if left := s.Wait.Sub(now); left > 0 && left <= longestWait {
		return nil, nil, data.Refuse(fmt.Sprintf("口令连续输错 %d 次，请过 %s再试。", s.Failures, inWords(left)), nil)
	}
	private, err := f.unlock(s, password)
	if errors.Is(err, errPassword) {
		s.Failures++
		s.Wait = time.Time{}
		if wait := waitAfter(s.Failures); wait > 0 {
			s.Wait = now.Add(wait).Truncate(time.Second)
		}
		return nil, nil, data.Refuse(unknown, nil)
	}
	if err != nil {
		return nil, nil, err
	}
	s.Failures, s.Wait = 0, time.Time{}
	return s, private, nil
}

func (k kdf) withSalt(salt []byte) kdf { k.Salt = salt; return k }

const (
	freeTries   = 5
	firstWait   = 30 * time.Second
	longestWait = 10 * time.Minute
)

// waitAfter is how long nobody can try after so many wrong passwords in a row: half a
// minute after five, then twice as long each time, at most ten minutes.
func waitAfter(failures int) time.Duration {
	if failures < freeTries {
		return 0
	}
	wait := firstWait
	for range min(failures-freeTries, 10) {
		wait *= 2
	}
	return min(wait, longestWait)
}

func inWords(d time.Duration) string {
	if d < time.Minute {
		return strconv.Itoa(int(d.Seconds())+1) + " 秒"
	}
	return strconv.Itoa(int(d.Minutes())+1) + " 分钟"
}

// open opens the seeds of a slot and checks that a holder has confirmed what the file
// says of the person.
func (f *File) open(s *Slot, private []byte) (map[string]Seed, error) {
	tampered := data.Refuse(fmt.Sprintf("登录文件里“%s”的内容被改动过，不能登录；请找掌管密钥的人重新确认。", s.Name), nil)
	if !s.needsSeed() {
		return nil, nil // who only manages people has nothing to check it with
	}
	key, err := pair.NewPrivateKey(private)
	if err != nil {
		return nil, tampered
	}
	seeds := map[string]Seed{}
	for _, generation := range []string{f.Current, f.Pending} {
		raw, err := hpke.Open(key, hash, crypt, f.info(s, "seed "+generation), s.Seeds[generation])
		if err != nil || len(raw) != len(Seed{}) {
			continue
		}
		if seed := Seed(raw); f.proven(s, generation, seed) {
			seeds[generation] = seed
		}
	}
	if len(seeds) == 0 {
		return nil, tampered
	}
	return seeds, nil
}

// SetPassword changes the password of a person, who gives his old one. For a fresh
// slot it makes a new pair of keys as well, because somebody else has known the old
// password; the person then waits to be confirmed.
func (f *File) SetPassword(name, old, password string, now time.Time) error {
	s, private, err := f.enter(name, old, now)
	if err != nil {
		return err
	}
	if err := CheckPassword(s.Name, password); err != nil {
		return err
	}
	if old == password {
		return data.Refuse("新口令与原来的相同，请换一个。", nil)
	}
	if !s.Fresh {
		return f.lock(s, private, password)
	}
	if err := f.makePair(s, password); err != nil {
		return err
	}
	s.Fresh = false
	return nil
}

// Reset gives a person a first password again, for somebody who has forgotten his. He
// chooses his own and must be confirmed again. It needs no key.
func (f *File) Reset(name, password string) error {
	s, err := f.find(name)
	if err != nil {
		return err
	}
	if err := CheckPassword(s.Name, password); err != nil {
		return err
	}
	if err := f.stays(s); err != nil {
		return err
	}
	s.Fresh, s.Failures, s.Wait = true, 0, time.Time{}
	return f.makePair(s, password)
}

// SetRoles changes the roles of a person. He must be confirmed again. It needs no key.
func (f *File) SetRoles(name string, roles []Role) error {
	s, err := f.find(name)
	if err != nil {
		return err
	}
	roles, err = checkRoles(roles)
	if err != nil {
		return err
	}
	if err := f.stays(s); err != nil {
		return err
	}
	s.Roles, s.Seeds, s.Proof = roles, nil, nil
	return nil
}

func (f *File) find(name string) (*Slot, error) {
	if s := f.Slot(strings.TrimSpace(name)); s != nil {
		return s, nil
	}
	return nil, data.Refuse(fmt.Sprintf("没有名叫“%s”的使用人，请核对姓名。", name), nil)
}

// stays refuses to take away the last person who holds the key.
func (f *File) stays(gone *Slot) error {
	for _, s := range f.Slots {
		if s != gone && s.needsSeed() && s.State() == Ready {
			return nil
		}
	}
	return data.Refuse(fmt.Sprintf("“%s”是唯一掌管密钥的人，不能这样改；请先另外确认一个人。", gone.Name), nil)
}

// Confirm lets a person in whom somebody has added. The holder has compared the code
// of Slot.Check with the person.
func (h *Holder) Confirm(f *File, name string) error {
	s, err := f.find(name)
	switch {
	case err != nil:
		return err
	case !h.Holds():
		return data.Refuse("只有掌管密钥的人才能确认；请他登录后再确认。", nil)
	case s.Fresh:
		return data.Refuse(fmt.Sprintf("“%s”还没有换成自己的口令；请他先登录一次，再来确认。", s.Name), nil)
	}
	for generation, seed := range h.seeds {
		if err := f.grant(s, generation, seed); err != nil {
			return err
		}
	}
	return nil
}

// Remove takes a person out. The seed he has held stays good until it is changed: the
// caller does that next, by Rotate.
func (f *File) Remove(name string) error {
	s, err := f.find(name)
	if err != nil {
		return err
	}
	if err := f.stays(s); err != nil {
		return err
	}
	f.Slots = slices.DeleteFunc(f.Slots, func(one *Slot) bool { return one == s })
	return nil
}

// Rotate begins a change of the seed: a new one becomes pending and is sealed to every
// confirmed person. The caller writes the file, gives the database the new key, calls
// Finish and writes the file again.
func (h *Holder) Rotate(f *File) (Seed, error) {
	was, ok := h.seeds[f.Current]
	if !ok {
		return Seed{}, data.Refuse("只有掌管密钥的人才能更换密钥。", nil)
	}
	seed := NewSeed()
	generation := f.next()
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

func (f *File) next() string {
	n, _ := strconv.Atoi(f.Current)
	m, _ := strconv.Atoi(f.Pending)
	return strconv.Itoa(max(n, m) + 1)
}

// Finish makes a generation the only one, because the database now opens with it: the
// pending one after a change, the current one when the change was given up.
func (h *Holder) Finish(f *File, seed Seed) {
	for generation, one := range h.seeds {
		if one == seed {
			f.Current, f.Pending = generation, ""
		}
	}
	for _, s := range f.Slots {
		for generation := range s.Seeds {
			if generation != f.Current {
				delete(s.Seeds, generation)
			}
		}
		for generation := range s.Proof {
			if generation != f.Current {
				delete(s.Proof, generation)
			}
		}
	}
}
