package sample

import (
	"fmt"

	"huoshui/data"
)

// Grades order the levels of posts from staff upwards; they are the numbers
// the asset files use.
const (
	gradeStaff = iota
	gradeMiddle
	gradeVice   // 乡科级副职
	gradeHead   // 乡科级正职
	gradeDeputy // 县处级副职
	gradeChief  // 县处级正职
	gradeBureauDeputy
	gradeBureauChief
	grades
)

var levelOf = [grades]data.Code{"1A50", "1A50", "1A42", "1A41", "1A32", "1A31", "1A22", "1A21"}

// weighty is the difference of order from which a move within one level counts
// as 重用.
const weighty = 6

// class is a class of posts that are filled alike: from which classes, at
// which age, until when.
type class struct {
	Name                                string
	Grade, Order, Min, Max, Leave, Away int
	Ideal                               []float64
	Managed, Rank, Party, Term          string
	Own                                 bool
	From                                map[string]int
	seats                               []*seat
	from                                []share[*class] // without outsiders
	outside                             int             // weight of outsiders
	nonleading                          bool
}

// link finds the classes the others name.
func link(classes []*class) map[string]*class {
	byName := map[string]*class{}
	for _, c := range classes {
		byName[c.Name] = c
	}
	for _, c := range classes {
		for _, s := range shares(c.From) {
			if s.of == "外来" {
				c.outside = s.weight
				continue
			}
			from, ok := byName[s.of]
			if !ok {
				panic(fmt.Sprintf("sample: %s comes from unknown class %s", c.Name, s.of))
			}
			c.from = append(c.from, share[*class]{from, s.weight})
		}
	}
	return byName
}

// idealAge is the age at which such a post is best filled, sliding from the
// habit of 2008 to that of 2026.
func (c *class) idealAge(at data.Month) float64 {
	if len(c.Ideal) < 2 {
		return 0
	}
	t := min(max(float64(at.Since(200801))/216, 0), 1)
	return c.Ideal[0] + (c.Ideal[1]-c.Ideal[0])*t
}

// leaveAge is the age in months at which the post is given up; 0 is none.
func (c *class) leaveAge(p *person) int {
	if c.Leave == 0 {
		return 0
	}
	if p.base() < 60 {
		return (c.Leave - 3) * 12
	}
	return c.Leave * 12
}

// size is the number of people holding posts of the class.
func (c *class) size() int {
	n := 0
	for _, s := range c.seats {
		n += len(s.holders)
	}
	return n
}

// how is the kind of appointment from one class to another.
func how(from, to *class) data.Code {
	switch {
	case to.Grade > from.Grade:
		return howPromoted
	case to.Order-from.Order >= weighty:
		return howWeightier
	}
	return howLevel
}

// Codes of the lists 任职方式, 免职原因 and 离册原因.
const (
	howPromoted  data.Code = "1"
	howWeightier data.Code = "2"
	howLevel     data.Code = "3"
	howFirst     data.Code = "4"
	howSecond    data.Code = "5"
	howAlso      data.Code = "6"
	howOther     data.Code = "9"

	leavingOther    data.Code = "1" // 另有任用
	leavingAge      data.Code = "2"
	leavingResigned data.Code = "4"
	leavingPunished data.Code = "5"
	leavingReturned data.Code = "6" // 挂职期满
	leavingElse     data.Code = "9"

	goneRetired  data.Code = "1"
	goneMoved    data.Code = "2"
	goneResigned data.Code = "3"
	goneDied     data.Code = "4"
)
