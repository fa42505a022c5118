package sample

import (
	"math"
	"slices"
	"strings"

	"huoshui/data"
)

// unit is an organization with its seats.
type unit struct {
	words    *unitWords
	group    *group
	id       data.Ref
	short    string
	name     string
	since    data.Month
	before   []renamed
	seats    []*seat
	mids     []*seat
	staff    *seat
	older    []*seat // posts without leadership, by 职级
	township bool
}

// renamed is what a unit or post was called before a month.
type renamed struct {
	name  string
	title string
	until data.Month
}

// seat is a post with the people who hold it.
type seat struct {
	unit     *unit
	class    *class
	words    *postWords
	id       data.Ref
	name     string
	former   []renamed
	approved int
	holders  []*person
	linked   []*seat // seats that come with this one
	stale    int     // meetings that found nobody for it
	rank     data.Code
	managed  data.Code
	level    data.Code
	team     bool
	sort     int
}

func (s *seat) free() int { return s.approved - len(s.holders) }

// sex is the only one that may hold the seat; empty when either may.
func (s *seat) sex() data.Code {
	if s.team && s.words.Sex != "" {
		return data.Code(s.words.Sex)
	}
	if s.team {
		return data.Code(s.unit.group.Sex)
	}
	return ""
}

// open reports whether the unit exists at the month.
func (u *unit) open(at data.Month) bool { return u.since <= at }

// tree builds the units and their posts for a number of cadres.
func (w *world) tree() {
	chosen := w.choose()
	for _, uw := range chosen {
		w.addUnit(uw, w.groups[uw.Group], uw.Short, uw.Name)
	}
	if w.options.Cadres > extraFrom {
		w.addExtra(chosen)
	}
	w.linkSeats()
	w.spread()
}

// extraFrom is the size from which the county gets schools, clinics and
// stations beside its offices.
const extraFrom = 2500

// choose is the units a county of this size has: all of them, or for small
// samples a few that can be fully staffed.
func (w *world) choose() []*unitWords {
	all := w.words.place.Unit
	managed := 0
	for _, u := range all {
		managed += w.groups[u.Group].managed(w.classes)
	}
	if w.options.Cadres*2 > managed*5/2 {
		return all
	}
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b *unitWords) int { return a.rank() - b.rank() })
	room := max(w.options.Cadres/3, min(w.options.Cadres*3/4, 60))
	kept := map[*unitWords]bool{}
	for _, u := range order {
		n := w.groups[u.Group].managed(w.classes)
		if len(kept) == 0 || n <= room && (u.Pick > 0 || u.Size > 0 && room >= 10) {
			kept[u] = true
			room -= n
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(u *unitWords) bool { return !kept[u] })
}

// rank is the place in which small samples take a unit.
func (u *unitWords) rank() int {
	if u.Pick == 0 {
		return math.MaxInt
	}
	return u.Pick
}

// managed is the number of posts the group adds to those of the county.
func (g *group) managed(classes map[string]*class) int {
	n := 0
	for _, p := range g.Posts {
		if c := classes[p.Class]; c != nil {
			n += max(p.N, 1)
		}
	}
	return n
}

func (w *world) addUnit(uw *unitWords, g *group, short, name string) *unit {
	u := &unit{
		words: uw, group: g, short: short, name: name, township: g.Township,
		since: mustMonth(uw.Since), id: data.Ref(w.nextID()),
	}
	for _, b := range uw.Before {
		u.before = append(u.before, renamed{name: b[0], until: mustMonth(b[1])})
	}
	for _, p := range g.Posts {
		u.seats = append(u.seats, w.newSeat(u, p))
	}
	mids := uw.Mids
	if len(mids) == 0 {
		mids = g.Mids
	}
	for _, name := range mids {
		now, former, _ := strings.Cut(name, "|")
		u.mids = append(u.mids, w.midSeat(u, w.below(u, gradeMiddle), now, former))
		vice := w.classes["部门中层副职"]
		if title := viceOf(now); vice != nil && title != "" {
			u.mids = append(u.mids, w.midSeat(u, vice, title, viceOf(former)))
		}
	}
	w.units = append(w.units, u)
	return u
}

func (w *world) midSeat(u *unit, c *class, name, former string) *seat {
	s := w.plainSeat(u, c, name, 1)
	if former != "" {
		s.former = []renamed{{name: former, until: reform}}
	}
	return s
}

// viceOf is the title of the deputy of a head within a unit; empty when there
// is none.
func viceOf(title string) string {
	for _, head := range []string{"主任", "支队长", "科长", "处长", "庭长", "部长"} {
		if rest, ok := strings.CutSuffix(title, head); ok {
			return rest + "副" + head
		}
	}
	return ""
}

// below is the class of the posts managed by the unit itself.
func (w *world) below(u *unit, grade int) *class {
	names := [2]string{"部门科员", "部门中层"}
	if u.township {
		names = [2]string{"乡镇科员", "乡镇中层"}
	}
	return w.classes[names[grade]]
}

func (w *world) newSeat(u *unit, p *postWords) *seat {
	s := &seat{
		unit: u, words: p, name: p.Name, class: w.classes[p.Class], approved: max(p.N, 1),
		id: data.Ref(w.nextID()), rank: data.Code(p.Rank), sort: len(u.seats) + 1, team: true,
	}
	if p.Former != "" {
		s.former = []renamed{{p.Former, p.FormerTitle, mustMonth(p.FormerUntil)}}
	}
	if p.Linked {
		s.level, s.managed, s.approved = levelOf[p.Grade], "1", 0
		return s
	}
	if s.rank == "" {
		s.rank = data.Code(s.class.Rank)
	}
	s.level, s.managed = levelOf[s.class.Grade], data.Code(s.class.Managed)
	s.class.seats = append(s.class.seats, s)
	return s
}

// plainSeat is a post outside the leadership team.
func (w *world) plainSeat(u *unit, c *class, name string, approved int) *seat {
	s := &seat{
		unit: u, class: c, words: &postWords{}, name: name, approved: approved,
		id: data.Ref(w.nextID()), level: levelOf[c.Grade], managed: data.Code(c.Managed),
	}
	c.seats = append(c.seats, s)
	return s
}

// addExtra adds the stations of each township, as long as each has enough
// people to be a unit.
func (w *world) addExtra(chosen []*unitWords) {
	want := (w.options.Cadres - extraFrom/2) / 60
	for _, extra := range w.words.place.Extra {
		g := &group{Mids: extra.Mids, Staff: extra.Staff}
		for _, name := range extra.Names {
			for _, town := range chosen {
				if !w.groups[town.Group].Township || want == 0 {
					continue
				}
				short := strings.ReplaceAll(name, "{镇}", town.Short)
				uw := &unitWords{Kind: "41", Size: 12}
				w.addUnit(uw, g, short, w.words.place.Place+short)
				want--
			}
		}
	}
}

// linkSeats joins the seats that one person holds together: a member of the
// standing committee heads a department as well. Such a headship has no
// approved number of its own.
func (w *world) linkSeats() {
	byKey := map[string]*seat{}
	for _, u := range w.units {
		for _, s := range u.seats {
			byKey[u.short+"/"+s.name] = s
		}
	}
	for _, u := range w.units {
		for _, s := range u.seats {
			for _, key := range s.words.With {
				if other := byKey[key]; other != nil {
					s.linked = append(s.linked, other)
				}
			}
		}
	}
}

// spread shares the people who lead nothing out among the units by size and
// gives every unit its approved numbers for them.
func (w *world) spread() {
	leading, total := 0, 0
	for _, u := range w.units {
		total += u.words.Size
		leading += len(u.mids)
		for _, s := range u.seats {
			if s.class != nil {
				leading += s.approved
			}
		}
	}
	rest := float64(w.options.Cadres) - 0.9*float64(leading)
	for _, u := range w.units {
		if u.words.Size == 0 {
			continue
		}
		n := max(rest*float64(u.words.Size)/float64(total), 2)
		for _, nl := range w.words.place.Nonleading {
			if u.words.Kind == "41" || u.words.Kind == "42" {
				continue // institutions and enterprises have no 职级
			}
			s := w.plainSeat(u, w.classes[nl.Name], nl.Name, int(math.Ceil(n*nl.Share)))
			if nl.Former != "" {
				s.former = []renamed{{name: nl.Former, until: ranksSince}}
			}
			u.older = append(u.older, s)
		}
		staff := u.group.Staff
		if staff == "" {
			staff = "科员"
		}
		u.staff = w.plainSeat(u, w.below(u, gradeStaff), staff, int(math.Ceil(n*1.12))+1)
	}
}

// reform is the month of the last reform of the county's offices.
const reform data.Month = 201903

// ranksSince is the month in which 职级 took the place of the old 非领导职务.
const ranksSince data.Month = 201906
