package criteria_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store/query"
	"huoshui/data/store/storetest"
)

// county is a county of random histories: contradictory records are as likely in
// it as right ones.
type county struct {
	units        map[data.Ref]*data.Unit
	posts        map[data.Ref]*data.Post
	cadres       map[data.Ref]*data.Cadre
	appointments []*data.Appointment
	sent         []*data.Sent
	past         []*data.UnitPast
	now          data.Month
	retiredLeave bool
}

func oneOf[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// between is a month of some years.
func between(r *rand.Rand, from, to int) data.Month {
	return data.MakeMonth(from+r.IntN(to-from+1), 1+r.IntN(12))
}

// spell is a stretch of months, often open at one end or at both.
func spell(r *rand.Rand, open int) (since, until data.Month) {
	if r.IntN(open) == 0 {
		since = between(r, 2018, 2030)
	}
	if r.IntN(open) == 0 {
		until = max(between(r, 2020, 2034), since)
	}
	return since, until
}

func randomCounty(seed uint64, retiredLeave bool) *county {
	r := rand.New(rand.NewPCG(seed, 9))
	c := &county{
		units: map[data.Ref]*data.Unit{}, posts: map[data.Ref]*data.Post{}, cadres: map[data.Ref]*data.Cadre{},
		now: 202610, retiredLeave: retiredLeave,
	}
	var posts, units []data.Ref
	for i := range 12 {
		id := fmt.Sprintf("u%02d", i)
		u := &data.Unit{ID: id, Name: id, Short: id, Kind: oneOf(r, data.UnitTown, data.UnitOffice, data.UnitStreet, data.UnitCommittee), Sort: i}
		u.Since, u.Until = spell(r, 5)
		for n := range r.IntN(3) {
			was := fmt.Sprintf("%s原%d", id, n)
			c.past = append(c.past, &data.UnitPast{
				Unit: data.Ref(id), Name: was, Short: was, Until: between(r, 2019+n*4, 2021+n*8), Kind: oneOf(r, data.UnitTown, data.UnitOffice),
			})
		}
		c.units[data.Ref(id)], units = u, append(units, data.Ref(id))
	}
	for i := range 60 {
		id := fmt.Sprintf("p%02d", i)
		p := &data.Post{
			ID: id, Unit: oneOf(r, units...), Name: id, Approved: r.IntN(4), Team: r.IntN(2) == 0, Sort: i,
			Level: oneOf(r, "", data.LevelCountyHead, data.LevelCountyDeputy, data.LevelSectionHead, data.LevelSectionDeputy),
		}
		p.Since, p.Until = spell(r, 6)
		c.posts[data.Ref(id)], posts = p, append(posts, data.Ref(id))
	}
	for i := range 250 {
		id := fmt.Sprintf("c%03d", i)
		person := &data.Cadre{
			ID: id, Name: id, Sex: oneOf(r, data.SexMan, data.SexWoman, ""), Birth: between(r, 1960, 1980),
			AgeLimit: oneOf(r, "", "", "", "改革前任职年龄界限58周岁"),
		}
		if r.IntN(5) == 0 {
			person.Gone = between(r, 2019, 2033)
		}
		if r.IntN(9) == 0 {
			person.Birth = 0
		}
		c.cadres[data.Ref(id)] = person
		for range r.IntN(2) {
			sent := &data.Sent{Campaign: "m", Cadre: data.Ref(id), Kind: oneOf[data.Code](r, "1", "2"), Since: between(r, 2016, 2028)}
			if r.IntN(2) == 0 {
				sent.Until = sent.Since.Add(r.IntN(40))
			}
			c.sent = append(c.sent, sent)
		}
		for n := range r.IntN(5) {
			a := &data.Appointment{
				ID: fmt.Sprintf("%s-%d", id, n), Cadre: data.Ref(id), Title: fmt.Sprintf("%s职%d", id, n), Main: r.IntN(3) == 0,
				How: oneOf(r, "", data.HowPromoted, data.HowLevel, data.HowSecondment, data.HowConcurrent),
			}
			switch r.IntN(8) {
			case 0: // a title alone
			case 1:
				a.Unit = oneOf(r, units...)
			case 2:
				a.Post = oneOf(r, posts...)
			default:
				a.Post = oneOf(r, posts...)
				a.Unit = c.posts[a.Post].Unit
			}
			if r.IntN(12) > 0 {
				a.Since = between(r, 2016, 2031)
			}
			switch r.IntN(4) {
			case 0:
				a.Until = max(a.Since, between(r, 2018, 2034))
			case 1:
				a.Until = a.Since.Add(r.IntN(30)) // now and then in the month in which it begins
			}
			c.appointments = append(c.appointments, a)
		}
	}
	return c
}

func (c *county) records() []any {
	list := []any{&data.Campaign{ID: "m", Name: "驻村", Kind: "1"}}
	if !c.retiredLeave {
		list = append(list, &data.Setting{Key: data.RetiredLeave.Key, Value: "否"})
	}
	for _, u := range c.units {
		list = append(list, u)
	}
	for _, p := range c.posts {
		list = append(list, p)
	}
	for _, person := range c.cadres {
		list = append(list, person)
	}
	for _, a := range c.appointments {
		list = append(list, a)
	}
	for _, s := range c.sent {
		list = append(list, s)
	}
	for _, p := range c.past {
		list = append(list, p)
	}
	return list
}

// retires is the month in which somebody retires from a post, by the law's ages.
func (c *county) retires(a *data.Appointment) data.Month {
	person := c.cadres[a.Cadre]
	base := data.AgeLimitOf(person.AgeLimit)
	if base == 0 {
		level := data.Code("")
		if p := c.posts[a.Post]; p != nil {
			level = p.Level
		}
		switch {
		case person.Sex == data.SexMan, person.Sex == data.SexWoman && level != "" && level <= data.LevelCountyDeputy:
			base = 60
		case person.Sex == data.SexWoman:
			base = 55
		}
	}
	if !c.retiredLeave {
		return 0
	}
	return data.RetireMonth(person.Birth, base)
}

func (c *county) holds(a *data.Appointment, at data.Month) bool {
	p := c.posts[a.Post]
	u := c.units[a.Unit]
	if p != nil {
		u = c.units[p.Unit]
	}
	return a.Holds(c.cadres[a.Cadre], p, u, at, c.now, c.retires(a))
}

func (c *county) held(at data.Month, take func(*data.Appointment) bool) []*data.Appointment {
	var list []*data.Appointment
	for _, a := range c.appointments {
		if c.holds(a, at) && take(a) {
			list = append(list, a)
		}
	}
	return list
}

// filled counts who holds a post in a month.
func (c *county) filled(p *data.Post, at data.Month) int {
	return len(c.held(at, func(a *data.Appointment) bool { return a.Proper() && string(a.Post) == p.ID }))
}

// vacant is for how many months a post that exists has had an empty seat, looked at
// month by month; false when it is full or has been vacant for as long as anybody knows.
func (c *county) vacant(p *data.Post, at data.Month) (int, bool) {
	made := max(p.Since, c.units[p.Unit].Since)
	months := 0
	for m := at; c.filled(p, m) < p.Approved; m = m.Add(-1) {
		if m == made {
			return months, true
		}
		if m < 201001 {
			return 0, false
		}
		months++
	}
	return months - 1, months > 0
}

// unit is a unit as it was at a month.
func (c *county) unit(id data.Ref, at data.Month) *data.Unit {
	if c.units[id] == nil {
		return nil
	}
	return data.UnitsAt([]*data.Unit{c.units[id]}, c.past, at)[0]
}

// served counts the months in townships and villages one by one.
func (c *county) served(person *data.Cadre, at data.Month) int {
	months := map[data.Month]bool{}
	add := func(since, until data.Month) {
		for m := since; m < at && (until == 0 || m < until) && (person.Gone == 0 || m < person.Gone); m = m.Add(1) {
			months[m] = true
		}
	}
	for _, a := range c.appointments {
		unit := a.Unit
		if p := c.posts[a.Post]; p != nil {
			unit = p.Unit
		}
		last := at
		if a.Until != 0 && a.Until <= at {
			last = a.Until.Add(-1)
		}
		u := c.unit(unit, last)
		if string(a.Cadre) == person.ID && u != nil && u.Town() && a.How != data.HowConcurrent && a.Since != 0 {
			add(a.Since, a.Until)
		}
	}
	for _, s := range c.sent {
		if string(s.Cadre) == person.ID && s.Kind == data.SentToVillage {
			add(s.Since, s.Until)
		}
	}
	return len(months)
}

// line is everything SQL is asked to say, as text.
func (c *county) line(at data.Month) string {
	var b strings.Builder
	for _, a := range c.held(at, func(a *data.Appointment) bool { return a.Post != "" }) {
		fmt.Fprintln(&b, "holding", a.ID)
	}
	for _, person := range c.cadres {
		if !person.Active(at) {
			continue
		}
		mine := c.held(at, func(a *data.Appointment) bool { return string(a.Cadre) == person.ID })
		title := data.TitleText(person.WrittenTitle, mine)
		slices.SortFunc(mine, func(x, y *data.Appointment) int {
			return cmp.Or(yes01(y.Main)-yes01(x.Main), cmp.Compare(y.Since, x.Since), cmp.Compare(x.ID, y.ID))
		})
		post, unit := "", ""
		for _, a := range mine {
			if a.Proper() {
				post, unit = a.Title, string(a.Unit)
				if p := c.posts[a.Post]; p != nil {
					post, unit = p.Name, string(p.Unit)
				}
				break
			}
		}
		kind := ""
		if u := c.unit(data.Ref(unit), at); u != nil {
			unit, kind = u.Short, data.ListNamed("unit_kind").Label(u.Kind)
		}
		fmt.Fprintln(&b, "cadre", person.ID, post, unit, kind, c.served(person, at), title)
	}
	for _, p := range c.posts {
		if !p.Exists(at) || !c.units[p.Unit].Exists(at) {
			continue
		}
		months := ""
		if n, known := c.vacant(p, at); known {
			months = strconv.Itoa(n)
		}
		n := c.filled(p, at)
		fmt.Fprintln(&b, "post", p.ID, n, max(0, p.Approved-n), months)
	}
	for _, u := range c.units {
		if u.Exists(at) {
			members := map[data.Ref]bool{}
			for _, a := range c.held(at, func(a *data.Appointment) bool {
				p := c.posts[a.Post]
				return a.Proper() && p != nil && p.Team && string(p.Unit) == u.ID
			}) {
				members[a.Cadre] = true
			}
			fmt.Fprintln(&b, "unit", u.ID, c.unit(data.Ref(u.ID), at).Name, len(members))
		}
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func yes01(b bool) int {
	if b {
		return 1
	}
	return 0
}

// askedFor is the same as SQL has it.
func askedFor(t *testing.T, r query.View, at data.Month) string {
	t.Helper()
	var lines []string
	for subject, fields := range map[string][]string{
		"holding": {}, "cadre": {"职位", "机构", "机构类别", "基层任职月数", "现任职务"}, "post": {"实配", "空缺", "空缺月数"}, "unit": {"机构名称", "班子成员数"},
	} {
		q := criteria.Query{Subject: criteria.SubjectNamed(subject), At: at, Each: true}
		rows, err := q.Distinct(t.Context(), r, fields...)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			lines = append(lines, subject+" "+strings.Join(row, " "))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// SQL and Go have one notion of who is in post, up to the current month and ahead
// of it, whatever the records contradict each other in.
func TestInPostInSQLAsInGo(t *testing.T) {
	seeds, months := uint64(2), []data.Month{201912, 202206, 202501, 202609, 202610, 202611, 202706, 202912, 203404}
	if testing.Short() {
		seeds, months = 1, []data.Month{202501, 202610, 202706}
	}
	for seed := range seeds {
		for _, leave := range []bool{true, false} {
			c := randomCounty(seed, leave)
			s := storetest.OpenAt(t, c.now, c.records()...)
			for _, at := range months {
				want, got := strings.Split(c.line(at), "\n"), strings.Split(askedFor(t, s, at), "\n")
				told := 0
				for _, line := range want {
					if !slices.Contains(got, line) && told < 8 {
						told++
						t.Errorf("%d %v %s: SQL lacks %q", seed, leave, at, line)
					}
				}
				for _, line := range got {
					if !slices.Contains(want, line) && told < 16 {
						told++
						t.Errorf("%d %v %s: SQL says %q", seed, leave, at, line)
					}
				}
			}
		}
	}
}
