package exchange

import (
	"regexp"
	"slices"
	"strings"

	"huoshui/data"
)

// split parts a title into the unit and the name of the post in it.
func (r reader) split(text string) (unit data.Unit, post string, ok bool) {
	rest, local := r.local(text)
	if !local {
		return r.splitBelow(text)
	}
	if name, post, ok := splitTown(rest); ok {
		return r.town(name, r.office.Place), post, post != ""
	}
	return r.splitOwn(r.leveled(rest))
}

// local takes the office's own place away. It answers false for a title of
// another place.
func (r reader) local(text string) (rest string, ok bool) {
	if place := r.office.Place; place != "" {
		if rest, found := strings.CutPrefix(text, "共青团"+place); found {
			return "团" + r.own + rest, true
		}
		if rest, found := strings.CutPrefix(text, "政协"+place+"委员会"); found {
			return r.own + "政协" + rest, true
		}
		if rest, found := strings.CutPrefix(text, place); found {
			return rest, true
		}
	}
	if r.starts(text) {
		return text, true
	}
	return text, !above.MatchString(text) && placeOf(text) == "" && !otherLevel(text)
}

var inWord = regexp.MustCompile(`^(?:市场|市容|市政管|市政工|市政公|市民|区域|县域)`)

// starts reports a text that begins with the word of the office's own level;
// the 市 of 市场监督管理局 is none.
func (r reader) starts(text string) bool {
	return strings.HasPrefix(text, r.own) && !inWord.MatchString(text)
}

// otherLevel reports a title that begins with the word of a level that is not
// the office's own: 市委组织部, for a county.
func otherLevel(text string) bool {
	return slices.ContainsFunc([]string{"省", "市委", "市政府", "市纪委", "市人", "县委", "县政府", "县人", "区委", "区政府"},
		func(word string) bool { return strings.HasPrefix(text, word) })
}

// leveled puts the word of the level before the name of a unit, where the
// place stood: 委组织部 becomes 县委组织部.
func (r reader) leveled(rest string) string {
	switch {
	case r.starts(rest):
		return rest
	case strings.HasPrefix(rest, "团"+r.own+"委"):
		return rest
	case strings.HasPrefix(rest, "团委"):
		return "团" + r.own + strings.TrimPrefix(rest, "团")
	}
	return r.own + rest
}

var (
	townName  = regexp.MustCompile(`^([^、局院厅部委办]{1,8}?(?:镇|乡|街道))(.+)$`)
	noTown    = regexp.MustCompile(`^(?:城镇|乡镇|城乡|农村)|城乡$`)
	afterTown = regexp.MustCompile(`^(?:村|镇化|职工|居民|企业|建设)`)
	again     = regexp.MustCompile(`^[镇乡](党委|党工委|人大|政府|人民政府|纪委|副|武装部|组织|宣传|统战|政法)`)
)

// splitTown parts the title of somebody in a town, township or sub-district.
func splitTown(text string) (name, post string, ok bool) {
	m := townName.FindStringSubmatch(text)
	if m == nil || noTown.MatchString(m[1]) || afterTown.MatchString(m[2]) || startsPost.MatchString(text) {
		return "", "", false
	}
	parts := strings.Split(m[2], "、")
	for i, part := range parts {
		part = strings.TrimPrefix(part, m[1])
		part = again.ReplaceAllString(part, "$1")
		if rest := strings.TrimPrefix(strings.TrimPrefix(part, "人民"), "政府"); rest != "" {
			part = rest
		}
		if rest, found := strings.CutPrefix(part, "委员会"); found && rest != "" {
			part = "党委" + rest
		}
		parts[i] = part
	}
	return m[1], seatName(parts), true
}

func (r reader) town(name, place string) data.Unit {
	kind := data.UnitTown
	switch {
	case strings.HasSuffix(name, "乡"):
		kind = data.UnitTownship
	case strings.HasSuffix(name, "街道"):
		kind = data.UnitStreet
	}
	return data.Unit{Name: place + name, Short: name, Kind: kind}
}

// splitBelow parts the title of somebody in a county, for a city: the county
// is the unit, unless it is one of its towns.
func (r reader) splitBelow(text string) (unit data.Unit, post string, ok bool) {
	place := placeOf(text)
	if r.office.Level != data.City || place == "" || above.MatchString(text) {
		return data.Unit{}, "", false
	}
	rest := strings.TrimPrefix(text, place)
	if name, post, ok := splitTown(rest); ok {
		return r.town(name, place), post, post != ""
	}
	last := []rune(place)
	unit = data.Unit{Name: r.office.Place + place, Short: place, Kind: data.UnitBelow}
	return unit, string(last[len(last)-1:]) + rest, rest != ""
}

// The teams of the office's own level, with the name they go by and the full
// name that follows the place.
var teams = []struct {
	words *regexp.Regexp // after the word of the level
	short string         // after the word of the level
	full  string         // {} is the place
	kind  data.Code
	open  bool // departments carry its name before theirs: 县委组织部
}{
	{regexp.MustCompile(`^(?:纪委监委|纪律检查委员会|纪委|监察委员会|监委)`), "纪委监委", "中共{}纪律检查委员会{}监察委员会", data.UnitDiscipline, false},
	{regexp.MustCompile(`^(?:人大常委会|人民代表大会常务委员会|人大)`), "人大常委会", "{}人民代表大会常务委员会", data.UnitCongress, false},
	{regexp.MustCompile(`^政协`), "政协", "中国人民政治协商会议{}委员会", data.UnitConference, false},
	{regexp.MustCompile(`^(?:中级)?(?:人民法院|法院)`), "法院", "{}人民法院", data.UnitJudiciary, false},
	{regexp.MustCompile(`^(?:人民检察院|检察院)`), "检察院", "{}人民检察院", data.UnitJudiciary, false},
	{regexp.MustCompile(`^(?:人民政府|政府)`), "政府", "{}人民政府", data.UnitGovernment, true},
	{regexp.MustCompile(`^委`), "委", "中国共产党{}委员会", data.UnitCommittee, true},
}

// startsPost tells the begin of a post from that of a department.
var startsPost = regexp.MustCompile(`^(?:党组|党委|党工委|书记|副|常务|常委|委员|代|[县市区旗]长|主任|主席|秘书长|局长|镇长|乡长|[一二三四]级|调研员|主任科员|科员|办事员|干部)`)

// splitOwn parts a title that begins with the word of the office's own level.
func (r reader) splitOwn(text string) (unit data.Unit, post string, ok bool) {
	rest := strings.TrimPrefix(text, r.own)
	if strings.HasPrefix(text, "团"+r.own+"委") {
		unit = data.Unit{Name: "中国共产主义青年团" + r.office.Place + "委员会", Short: "团" + r.own + "委", Kind: data.UnitMass}
		post = strings.TrimPrefix(text, unit.Short)
		return unit, post, post != ""
	}
	for _, seat := range []string{text, rest} { // 县长, 清源县副县长
		if r.head(seat) {
			return r.team("政府"), seatName(strings.Split(seat, "、")), true
		}
	}
	for _, t := range teams {
		name := t.words.FindString(rest)
		if name == "" {
			continue
		}
		behind := rest[len(name):]
		if !t.open || startsPost.MatchString(behind) {
			return r.splitTeam(t.short, behind)
		}
		dept, post, ok := splitDepartment(behind)
		return r.department(r.own + t.short + dept), post, ok
	}
	if startsPost.MatchString(rest) {
		return data.Unit{}, "", false
	}
	dept, post, ok := splitDepartment(rest)
	return r.department(r.own + dept), post, ok
}

// head reports 县长 and 副县长: such a post sits in the government.
func (r reader) head(part string) bool {
	part = strings.TrimPrefix(strings.TrimPrefix(part, "代"), "常务")
	part = strings.TrimPrefix(strings.TrimPrefix(part, "副"), "代")
	first, _, _ := strings.Cut(part, "、")
	return first == r.own+"长"
}

func (r reader) team(short string) data.Unit {
	for _, t := range teams {
		if t.short == short {
			return data.Unit{Name: strings.ReplaceAll(t.full, "{}", r.office.Place), Short: r.own + short, Kind: t.kind}
		}
	}
	panic("exchange: no team " + short)
}

// teamAgain is the team's name repeated in a later part: 县监委主任.
var teamAgain = regexp.MustCompile(`^[县市区旗]?(?:纪委监委|纪委|监察委员会|监委|人大常委会|人民政府|政府|政协)(.+)$`)

// splitTeam names the seat in a team. A member of the committee who is also
// the head or a deputy of the government has his seat there.
func (r reader) splitTeam(short, behind string) (unit data.Unit, post string, ok bool) {
	var parts, governing []string
	inGovernment := false
	for part := range strings.SplitSeq(behind, "、") {
		bare := part
		if m := teamAgain.FindStringSubmatch(part); m != nil && (short != "委" || strings.Contains(part, "政府")) {
			bare = m[1]
			inGovernment = inGovernment || strings.Contains(part, "政府")
		}
		if r.head(bare) {
			inGovernment = true
		}
		if inGovernment {
			governing = append(governing, bare)
		}
		parts = append(parts, bare)
	}
	if short == "委" && len(governing) > 0 {
		short, parts = "政府", governing
	}
	post = seatName(parts)
	return r.team(short), post, post != ""
}

// rankTitle is a rank without leadership (职级), which is no part of a seat
// that leads.
var rankTitle = regexp.MustCompile(`^(?:([一二三四])级)?(副)?(巡视员|调研员|主任科员|科员|办事员|试用期人员)$`)

// seatName joins the parts of a post, without ranks beside a seat that leads.
func seatName(parts []string) string {
	leading := slices.DeleteFunc(slices.Clone(parts), rankTitle.MatchString)
	if len(leading) > 0 {
		parts = leading
	}
	return strings.Join(parts, "、")
}
