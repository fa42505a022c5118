package keys

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"huoshui/data"
)

// New makes the file of a new database, under a seed, with its first person, who
// holds the key.
func New(seed Seed, name, password string, roles []Role) (*File, *Holder, error) {
	f := &File{Format: format, Suite: suite, Database: newID(), Current: "1"}
	s, err := f.Add(name, password, roles)
	switch {
	case err != nil:
		return nil, nil, err
	case !needSeed(s.Roles):
		return nil, nil, data.Refuse("第一个人要掌管密钥，不能只做系统管理；请再给一个能查阅档案的角色。", nil)
	}
	s.Fresh = false // he has chosen the password himself
	if err := f.grant(s, f.Current, seed); err != nil {
		return nil, nil, err
	}
	return f, f.holder(s, map[string]Seed{f.Current: seed}), nil
}

const longestName = 40 // characters

// Add adds a person with a first password. He chooses his own when he first logs in,
// and can open the database once a holder has confirmed him. It needs no key.
func (f *File) Add(name, password string, roles []Role) (*Slot, error) {
	name, err := checkName(name)
	switch {
	case err != nil:
		return nil, err
	case f.Slot(name) != nil:
		return nil, data.Refuse(fmt.Sprintf("已有名叫“%s”的使用人，请在姓名后加注以示区别。", name), nil)
	case len(f.Slots) >= maxPeople:
		return nil, data.Refuse(fmt.Sprintf("使用人已有 %d 个，不能再加；请先移除不再使用的。", maxPeople), nil)
	}
	if roles, err = checkRoles(roles); err != nil {
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

// checkName gives a name without blanks around it.
func checkName(name string) (string, error) {
	name = strings.TrimSpace(name)
	problem := data.TextProblem(name, false)
	switch {
	case name == "":
		return "", data.Refuse("请填写姓名。", nil)
	case problem != "":
		return "", data.Refuse("姓名里"+problem+"，请重新填写。", nil)
	case len([]rune(name)) > longestName:
		return "", data.Refuse(fmt.Sprintf("姓名太长，请不要超过 %d 个字。", longestName), nil)
	}
	return name, nil
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
	Altered  State = "内容被改动过" // after somebody confirmed it; only a holder can tell
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
	if err := f.stays(s, false, s.Has(Admin)); err != nil {
		return err
	}
	s.Fresh, s.Failures, s.Wait = true, 0, time.Time{}
	return f.makePair(s, password)
}

// SetRoles changes the roles of a person. Who holds the seed confirms them at once, if
// the person was confirmed before; otherwise the person must be confirmed again.
func (h *Holder) SetRoles(f *File, name string, roles []Role) error {
	s, err := f.find(name)
	if err != nil {
		return err
	}
	roles, err = checkRoles(roles)
	if err != nil {
		return err
	}
	held, atOnce := h.inUse(f), h.proves(f, s)
	if err := f.stays(s, atOnce && needSeed(roles), slices.Contains(roles, Admin)); err != nil {
		return err
	}
	s.Roles, s.Seeds, s.Proof = roles, nil, nil
	if !atOnce {
		return nil
	}
	return f.confirm(s, held)
}

func (f *File) find(name string) (*Slot, error) {
	if s := f.Slot(strings.TrimSpace(name)); s != nil {
		return s, nil
	}
	return nil, data.Refuse(fmt.Sprintf("没有名叫“%s”的使用人，请核对姓名。", name), nil)
}

// stays refuses to take away the last person who holds the key, or the last who
// manages people. holds and manages say what the person still does afterwards.
func (f *File) stays(changed *Slot, holds, manages bool) error {
	manages = manages || !changed.Has(Admin) // he did not before
	for _, s := range f.Slots {
		if s != changed && s.State() == Ready {
			holds = holds || needSeed(s.Roles)
			manages = manages || s.Has(Admin)
		}
	}
	switch {
	case !holds:
		return data.Refuse(fmt.Sprintf("“%s”是唯一掌管密钥的人，不能这样改；请先另外确认一个人。", changed.Name), nil)
	case !manages:
		return data.Refuse(fmt.Sprintf("“%s”是唯一做系统管理的人，不能这样改；请先另外确认一个做系统管理的人。", changed.Name), nil)
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
	if err := f.stays(s, false, false); err != nil {
		return err
	}
	f.Slots = slices.DeleteFunc(f.Slots, func(one *Slot) bool { return one == s })
	return nil
}
