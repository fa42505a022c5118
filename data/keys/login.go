package keys

import (
	"crypto/hpke"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"huoshui/data"
)

func (f *File) holder(s *Slot, seeds map[string]Seed) *Holder {
	return &Holder{ID: s.ID, Name: s.Name, Roles: slices.Clone(s.Roles), seeds: seeds}
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

// inWords rounds up, so that nobody comes too early.
func inWords(d time.Duration) string {
	if d <= time.Minute {
		return fmt.Sprintf("%d 秒", (d+time.Second-1)/time.Second)
	}
	return fmt.Sprintf("%d 分钟", (d+time.Minute-1)/time.Minute)
}

// open opens the seeds of a slot and checks that a holder has confirmed what the file
// says of the person.
func (f *File) open(s *Slot, private []byte) (map[string]Seed, error) {
	tampered := data.Refuse(fmt.Sprintf("登录文件里“%s”的内容被改动过，不能登录；请用备份里同名的文件替换，或由系统管理员重设他的口令。", s.Name), nil)
	if !needSeed(s.Roles) {
		return nil, nil // who only manages people has nothing to check it with
	}
	key, err := pair.NewPrivateKey(private)
	if err != nil {
		return nil, tampered
	}
	seeds := map[string]Seed{}
	for _, generation := range f.generations() {
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
