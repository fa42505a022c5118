package data

// Proper reports a post held in its own right: neither on secondment (挂职) nor
// beside another post (兼任).
func (a *Appointment) Proper() bool { return a.How != HowSecondment && a.How != HowConcurrent }

// Active reports whether the cadre is on file at a month: he has not left
// (离册) by then.
func (c *Cadre) Active(at Month) bool { return c.Gone == 0 || c.Gone > at }

// Exists reports whether the unit exists at a month.
func (u *Unit) Exists(at Month) bool { return at.Within(u.Since, u.Until) }

// Exists reports whether the post exists at a month. Its unit may not: ask for
// both.
func (p *Post) Exists(at Month) bool { return at.Within(p.Since, p.Until) }

// Holds reports whether an appointment puts its cadre in post at a month. This
// is the one meaning of “in post” (在任); criteria says the same in SQL, and a
// test compares the two.
//
// The appointment has begun and not ended, the cadre has not left, and the post
// and its unit exist. Post and unit are nil where the title has not been matched
// to one; then nothing is asked of them.
//
// Up to the current month (now) the records rule: a cadre who is past the age and
// has not been released is in post, and the check says so. Beyond it a cadre is
// in post until the month of retirement (retires), which is zero when it is not
// known or when the office does not want it counted (RetiredLeave).
func (a *Appointment) Holds(c *Cadre, p *Post, u *Unit, at, now, retires Month) bool {
	return at.Within(a.Since, a.Until) && c.Active(at) &&
		(p == nil || p.Exists(at)) && (u == nil || u.Exists(at)) &&
		!Retired(at, now, retires)
}

// Retired reports whether a month to come is one in which a cadre no longer
// counts, because he reaches retirement by then. Up to the current month nobody
// is taken to have retired: the records say who has.
func Retired(at, now, retires Month) bool { return at > now && retires != 0 && retires <= at }

// AsOf is an as-of month (时点) with everything besides a cadre's own records
// that decides who is in post then.
type AsOf struct {
	At, Now  Month         // the month asked about, and the current one
	Posts    map[Ref]*Post // all posts
	Units    map[Ref]*Unit // all units, as they were in the month
	Settings []*Setting    // of the office
}

// Place is the post and the unit of an appointment; nil where the title has not
// been matched to one.
func (o AsOf) Place(a *Appointment) (*Post, *Unit) {
	if p := o.Posts[a.Post]; p != nil {
		return p, o.Units[p.Unit]
	}
	return nil, o.Units[a.Unit]
}

// Retires is the month in which a cadre reaches retirement in the post of an
// appointment, by the settings of the month; zero when it is not known.
func (o AsOf) Retires(a *Appointment, c *Cadre) Month {
	var level Code
	if p, _ := o.Place(a); p != nil {
		level = p.Level
	}
	return RetireMonth(c.Birth, RetireAge(c, level, o.Settings, o.At))
}

// Holds reports whether an appointment puts its cadre in post in the month.
func (o AsOf) Holds(a *Appointment, c *Cadre) bool {
	var retires Month
	if o.At > o.Now && RetiredLeave.At(o.Settings, o.At) {
		retires = o.Retires(a, c)
	}
	p, u := o.Place(a)
	return a.Holds(c, p, u, o.At, o.Now, retires)
}
