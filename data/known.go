package data

// Known is the time up to which a paper knows the records: the end of its
// month, or the day before the decision it is about. Later events are left out
// of the paper.
type Known struct {
	Month Month // of what is dated by the month
	Day   Date  // of what is dated by the day
	All   bool  // the month is not past: all that is on record is known
}

// KnownAt is what is known at a month. From the current month (now) on,
// everything on record is known.
func KnownAt(at, now Month) Known { return Known{Month: at, Day: at.LastDay(), All: at >= now} }

// KnownBefore is what was known on the day before a decision that takes effect
// from a month on.
func KnownBefore(decided Date, since Month) Known {
	return Known{Month: min(decided.Month(), since).Add(-1), Day: decided.Add(-1)}
}

// LastDay is the end of the month, as a day to compare others with: the 31st also
// of a shorter month.
func (m Month) LastDay() Date { return Date(int(m)*100 + 31) }

// Has reports whether what happened in a month is known. An empty month counts
// as known.
func (k Known) Has(m Month) bool { return k.All || m <= k.Month }

// HasDay reports whether what happened on a day is known.
func (k Known) HasDay(d Date) bool { return k.All || d <= k.Day }

// HasYear reports whether the appraisal of a year is known: it is decided after
// the end of the year.
func (k Known) HasYear(year int) bool { return k.All || year < k.Month.Year() }

// Resume is the résumé as it was then. A segment that ended later is still open.
func (k Known) Resume(segments []ResumeSegment) []ResumeSegment {
	if k.All {
		return segments
	}
	var known []ResumeSegment
	for _, s := range segments {
		if !k.Has(s.From) {
			continue
		}
		if !k.Has(s.To) {
			s.To = 0
		}
		text := k.Text(s.Text)
		if text == "" && s.Text != "" {
			continue
		}
		s.Text = text
		known = append(known, s)
	}
	return known
}

// Family is the family as it was then.
func (k Known) Family(members []*Family) []*Family {
	if k.All {
		return members
	}
	var known []*Family
	for _, m := range members {
		if k.Has(m.Birth) {
			then := *m
			then.Post = k.Text(m.Post)
			known = append(known, &then)
		}
	}
	return known
}

// Cadre is a copy of what the file of a cadre said then: dates and texts of later
// years are left out, and so is what a form filled in later proposes.
func (k Known) Cadre(c *Cadre) *Cadre {
	then := *c
	if k.All {
		return &then
	}
	if filled, err := ParseMonth(c.FilledAt); err == nil && !k.Has(filled) {
		then.Proposed, then.Removed, then.Reason, then.Reporter = "", "", "", ""
	}
	for i := range CadreKind.Fields {
		f := &CadreKind.Fields[i]
		// A copy of the same struct takes what Told makes of its own values.
		_ = f.SetValue(&then, k.Told(f, f.Value(&then)))
	}
	return &then
}

// Told is the text of a field of a cadre as it was then.
func (k Known) Told(f *Field, value any) any {
	switch f.Key {
	case "id_number", "name", "birth", "retire_month", "age_limit": // no dates, or not of what has happened
		return value
	}
	switch value := value.(type) {
	case string:
		switch {
		case f.Key == "appraisals":
			return k.Appraisals(value)
		case f.Type == TypeText || f.Type == TypeLong:
			return k.Text(value)
		}
	case int64:
		if f.Type == TypeMonth && !k.Has(Month(value)) {
			return int64(0)
		}
	}
	return value
}
