package sample

import (
	"slices"
	"strings"

	"huoshui/data"
)

// nameAt is what the unit was called at the month.
func (u *unit) nameAt(at data.Month) string {
	for _, b := range u.before {
		if at < b.until {
			return b.name
		}
	}
	return u.short
}

// prefix is the unit's name at the month as titles begin with it.
func (w *world) prefix(u *unit, at data.Month) string {
	name := u.nameAt(at)
	if u.words.Title != "" && name == u.short {
		return u.words.Title
	}
	for _, level := range []string{"县", "市"} {
		if strings.HasPrefix(name, level) {
			return w.words.place.Stem + name
		}
	}
	return w.words.place.Place + name
}

// Words that differ between towns (镇), townships (乡) and sub-districts (街道).
var townWords = map[string]*strings.Replacer{
	"镇": strings.NewReplacer("{党委}", "党委", "{正}", "镇长", "{副}", "副镇长", "{人大}", "人大主席", "{纪委}", "纪委书记"),
	"乡": strings.NewReplacer("{党委}", "党委", "{正}", "乡长", "{副}", "副乡长", "{人大}", "人大主席", "{纪委}", "纪委书记"),
	"道": strings.NewReplacer("{党委}", "党工委", "{正}", "办事处主任", "{副}", "办事处副主任", "{人大}", "人大工委主任", "{纪委}", "纪工委书记"),
}

// countyKind is the kind of the counties of a city.
const countyKind = "51"

// headWords is what heads are called where the unit's name differed: a
// commission (委员会) or centre has a 主任, a station (台) a 台长.
var headWords = []struct {
	ending string
	words  *strings.Replacer
}{
	{"委员会", strings.NewReplacer("局长", "主任")},
	{"政务服务中心", strings.NewReplacer("局长", "主任")},
	{"台", strings.NewReplacer("副主任", "副台长", "书记、主任", "书记、台长")},
}

// localTitle puts the words of the kind of unit there was at the month into a
// title.
func localTitle(u *unit, title string, at data.Month) string {
	name := u.nameAt(at)
	runes := []rune(name)
	last := string(runes[len(runes)-1:])
	if r, ok := townWords[last]; ok && u.township {
		return r.Replace(title)
	}
	if u.words.Kind == countyKind {
		return strings.NewReplacer("{本}", name, "{级}", last).Replace(title)
	}
	for _, h := range headWords {
		if name != u.short && strings.HasSuffix(name, h.ending) {
			return h.words.Replace(title)
		}
	}
	return title
}

// title is the full title of the seat at the month.
func (w *world) title(s *seat, at data.Month) string {
	name, full := s.name, s.words.Title
	for _, f := range s.former {
		if at < f.until {
			name, full = f.name, f.title
			break
		}
	}
	if full == "" {
		return w.prefix(s.unit, at) + localTitle(s.unit, name, at)
	}
	place := &w.words.place
	inner := strings.TrimPrefix(s.unit.nameAt(at), "县委")
	inner = strings.TrimPrefix(inner, "市委")
	full = strings.NewReplacer("{委}", place.Committee, "{县}", place.Place, "{部}", inner).Replace(full)
	return localTitle(s.unit, full, at)
}

// renamings are the months within a stay at which a unit or post changed its
// name, so that a new title begins.
func renamings(s *seat, since, until data.Month) []data.Month {
	var list []data.Month
	for _, one := range append([]*seat{s}, s.linked...) {
		for _, r := range slices.Concat(one.unit.before, one.former) {
			if since < r.until && r.until < until {
				list = append(list, r.until)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
