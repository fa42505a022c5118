package exchange

import (
	"regexp"
	"slices"
	"strings"

	"huoshui/data"
)

// role is what a word in a post says about the seat.
type role struct {
	words *regexp.Regexp // the whole of one part
	below int            // grades below the head of the unit's own level
	rank  data.Code
	duty  data.Code
	key   bool
	out   bool // not a seat in the team
}

func words(text string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + text + `)$`) }

// grades are the levels a county and a city know, lowest first; half of a
// division (股) is no level of its own.
var grades = []data.Code{data.LevelStaff, data.LevelStaff, data.LevelSectionDeputy, data.LevelSectionHead, data.LevelCountyDeputy, data.LevelCountyHead, data.LevelBureauDeputy, data.LevelBureauHead}

// The grade of the head of a county and of a city.
const (
	countyTop = 5
	cityTop   = 7
)

// The roles, in the order in which they decide what a seat is, which is also
// the order in which a team is listed.
var roles = map[data.Code][]role{
	data.UnitTown: {
		{words: words(`(?:党委|党工委)书记`), below: 2, rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`(?:代|代理)?(?:镇长|乡长)|(?:街道)?(?:办事处)?主任`), below: 2, rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`人大(?:主席团)?主席|人大工委主任`), below: 2, rank: data.RankMember, duty: data.DutyTownCongress},
		{words: words(`(?:党委|党工委)(?:专职|常务)?副书记`), below: 3, rank: data.RankDeputy, duty: data.DutyDeputySecretary},
		{words: words(`(?:党委|党工委)?(?:纪委|纪工委)书记`), below: 3, rank: data.RankDeputy, duty: data.DutyDiscipline, key: true},
		{words: words(`.*组织委员`), below: 3, rank: data.RankMember, duty: data.DutyOrganizationMember},
		{words: words(`.*宣传委员`), below: 3, rank: data.RankMember, duty: data.DutyPublicityMember},
		{words: words(`.*统战委员`), below: 3, rank: data.RankMember, duty: data.DutyUnitedFrontMember},
		{words: words(`.*政法委员`), below: 3, rank: data.RankMember, duty: data.DutyPoliticalLegalMember},
		{words: words(`(?:人民)?武装部(?:部)?长|人武部(?:部)?长`), below: 3, rank: data.RankMember, duty: data.DutyArmed},
		{words: words(`副(?:镇长|乡长)|(?:街道)?(?:办事处)?副主任`), below: 3, rank: data.RankDeputy, duty: data.DutyGovernmentDeputy},
		{words: words(`(?:党委|党工委)委员`), below: 3, rank: data.RankMember, duty: data.DutyMember},
		{words: words(`人大(?:主席团)?副主席|人大工委副主任`), below: 3, rank: data.RankDeputy, duty: data.DutyTownCongressDeputy, out: true},
	},
	data.UnitCommittee: slices.Concat([]role{
		{words: words(`书记`), rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`(?:专职)?副书记`), below: 1, rank: data.RankDeputy, duty: data.DutyDeputySecretary, key: true},
	}, standing, []role{
		{words: words(`常委`), below: 1, rank: data.RankMember, duty: data.DutyMember},
	}),
	data.UnitCongress: {
		{words: words(`(?:党组书记|主任)`), rank: data.RankPrincipal, duty: data.DutyCongressHead, key: true},
		{words: words(`党组副书记|副主任`), below: 1, rank: data.RankDeputy, duty: data.DutyDeputy},
		{words: words(`党组成员|秘书长`), below: 1, rank: data.RankMember, duty: data.DutyMember},
		{words: words(`.+[室委会]主任`), below: 2, out: true},
		{words: words(`.+[室委会]副主任`), below: 3, out: true},
	},
	data.UnitGovernment: {
		{words: words(`代?[县市区旗]长`), rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`常务副[县市区旗]长|党组副书记`), below: 1, rank: data.RankDeputy, duty: data.DutyExecutiveDeputy, key: true},
		{words: words(`副[县市区旗]长`), below: 1, rank: data.RankDeputy, duty: data.DutyDeputy},
		{words: words(`党组成员|秘书长`), below: 1, rank: data.RankMember, duty: data.DutyMember},
		{words: words(`副秘书长`), below: 2, out: true},
	},
	data.UnitConference: {
		{words: words(`党组书记|主席`), rank: data.RankPrincipal, duty: data.DutyConferenceHead, key: true},
		{words: words(`党组副书记|副主席`), below: 1, rank: data.RankDeputy, duty: data.DutyDeputy},
		{words: words(`党组成员|秘书长`), below: 1, rank: data.RankMember, duty: data.DutyMember},
		{words: words(`.+[室委会]主任`), below: 2, out: true},
		{words: words(`.+[室委会]副主任`), below: 3, out: true},
	},
	data.UnitDiscipline: {
		{words: words(`书记|主任`), below: 1, rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`(?:常务)?副书记|副主任`), below: 2, rank: data.RankDeputy, duty: data.DutyDisciplineDeputy, key: true},
		{words: words(`常委|委员`), below: 3, rank: data.RankMember, duty: data.DutyMember},
		{words: words(`.*派驻.*组长`), below: 3, out: true},
	},
	data.UnitJudiciary: {
		{words: words(`党组书记|院长|代院长|检察长|代检察长`), below: 1, rank: data.RankPrincipal, duty: data.DutyJudiciaryHead, key: true},
		{words: words(`(?:党组副书记|(?:常务)?副院长|(?:常务)?副检察长)`), below: 3, rank: data.RankDeputy, duty: data.DutyDeputy},
		{words: words(`党组成员|.*专职委员`), below: 3, rank: data.RankMember, duty: data.DutyMember},
	},
	data.UnitOffice: {
		{words: words(`(?:党组|党委|党工委|党总支|党支部)?书记|(?:管委会|管理委员会)?主任|局长|部长|主席|理事长|会长|院长|校长|园长|` +
			`台长|馆长|社长|站长|所长|队长|大队长|场长|组长|董事长|总经理|行长`), below: 2, rank: data.RankPrincipal, duty: data.DutyPrincipal},
		{words: words(`常务副(?:书记|主任|局长|部长|主席|理事长|会长|院长|校长|总经理)|政委|政治委员`), below: 3, rank: data.RankDeputy, duty: data.DutyExecutiveDeputy},
		{words: words(`(?:党组|党委|党工委)?副书记|副(?:主任|局长|部长|主席|理事长|会长|院长|校长|园长|台长|馆长|社长|站长|所长|队长|大队长|场长|董事长|总经理|行长)|` +
			`(?:管委会|管理委员会)副主任`), below: 3, rank: data.RankDeputy, duty: data.DutyDeputy},
		{
			words: words(`(?:党组|党委|党工委|党总支|党支部)(?:成员|委员)|委员|部务委员|室务委员|常委|总(?:工程师|经济师|会计师|规划师|农艺师|畜牧师|审计师|统计师)|政治部主任`),
			below: 3, rank: data.RankMember, duty: data.DutyMember,
		},
	},
	data.UnitBelow: slices.Concat([]role{
		{words: words(`[县市区旗]委书记`), rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`(?:[县市区旗]政府)?代?[县市区旗]长`), rank: data.RankPrincipal, duty: data.DutyPrincipal, key: true},
		{words: words(`[县市区旗](?:人大常委会|政协)(?:党组书记|主任|主席)`), rank: data.RankPrincipal, duty: data.DutyAssemblyHead},
		{words: words(`[县市区旗]委(?:专职)?副书记`), below: 1, rank: data.RankDeputy, duty: data.DutyDeputySecretary, key: true},
		{words: words(`(?:[县市区旗]政府)?常务副[县市区旗]长`), below: 1, rank: data.RankDeputy, duty: data.DutyExecutiveDeputy, key: true},
	}, standing, []role{
		{words: words(`[县市区旗]委常委`), below: 1, rank: data.RankMember, duty: data.DutyMember},
		{words: words(`(?:[县市区旗]政府)?副[县市区旗]长|[县市区旗](?:人大常委会|政协)副(?:主任|主席)`), below: 1, rank: data.RankDeputy, duty: data.DutyDeputy},
		{words: words(`[县市区旗](?:人民)?(?:法院|检察院)(?:院长|检察长|党组书记)`), below: 1, rank: data.RankPrincipal, duty: data.DutyJudiciaryHead},
	}),
}

// standing are the posts by which members of the standing committee are known.
var standing = []role{
	{words: words(`.*纪委书记`), below: 1, rank: data.RankMember, duty: data.DutyDiscipline, key: true},
	{words: words(`.*组织部(?:部)?长`), below: 1, rank: data.RankMember, duty: data.DutyOrganization, key: true},
	{words: words(`.*宣传部(?:部)?长`), below: 1, rank: data.RankMember, duty: data.DutyPublicity},
	{words: words(`.*统战部(?:部)?长`), below: 1, rank: data.RankMember, duty: data.DutyUnitedFront},
	{words: words(`.*政法委书记`), below: 1, rank: data.RankMember, duty: data.DutyPoliticalLegal},
	{words: words(`.*办公室主任`), below: 1, rank: data.RankMember, duty: data.DutyOfficeHead},
	{words: words(`.*武装部(?:部长|政委)`), below: 1, rank: data.RankMember, duty: data.DutyArmed},
}

// rolesOf are the roles of a kind of unit; departments, bodies and enterprises
// have the same words.
func rolesOf(kind data.Code) []role {
	switch kind {
	case data.UnitTownship, data.UnitStreet:
		kind = data.UnitTown
	case data.UnitPartyOffice, data.UnitMass, data.UnitInstitute, data.UnitEnterprise:
		kind = data.UnitOffice
	}
	return roles[kind]
}

// guess fills in what the words of the post say.
func (r reader) guess(s *Suggestion) {
	top := r.top(s.Unit.Kind)
	parts := strings.Split(s.Post.Name, "、")
	for i, role := range rolesOf(s.Unit.Kind) {
		if !slices.ContainsFunc(parts, role.words.MatchString) {
			continue
		}
		s.Post.Rank, s.Post.Team, s.Post.Key = role.rank, !role.out, role.key
		s.Post.SetDuty(role.duty)
		if role.rank == data.RankMember && slices.ContainsFunc(parts, deputySeat.MatchString) {
			s.Post.Rank = data.RankDeputy // a member of the committee who is also a deputy head
		}
		r.grade(s, top-role.below-lower(s)+r.raised(s))
		s.Post.Sort = i + 1
		return
	}
	r.guessWithin(s, top)
}

var deputySeat = words(`副(?:镇长|乡长|局长|主任|部长|院长|检察长)|办事处副主任`)

// top is the grade at the head of the level a unit belongs to.
func (r reader) top(kind data.Code) int {
	switch kind {
	case data.UnitTown, data.UnitTownship, data.UnitStreet, data.UnitBelow:
		return countyTop
	}
	return r.officeTop()
}

func (r reader) officeTop() int {
	if r.office.Level == data.City {
		return cityTop
	}
	return countyTop
}

// grade sets the level, and who manages a post of it: what leads the office's
// own level is managed above, its departments and towns by the office.
func (r reader) grade(s *Suggestion, grade int) {
	grade = max(grade, 0)
	s.Post.Level = grades[grade]
	switch top := r.officeTop(); {
	case grade >= top-1:
		s.Post.Managed = data.ManagedAbove
	case grade >= top-3:
		s.Post.Managed = data.ManagedHere
	default:
		s.Post.Managed = data.ManagedUnit
	}
}

var (
	ledAbove = regexp.MustCompile(`委(?:组织部|宣传部|统战部|政法委|办公室|办)$|公安局$`)
	small    = regexp.MustCompile(`(?:小学|幼儿园|卫生院|初级中学|站|所|队|场)$`)
	party    = regexp.MustCompile(`党校$`)
)

// raised is by how much a seat stands above its like: departments led by a
// member of the committee, and the first deputies of the party's departments.
func (r reader) raised(s *Suggestion) int {
	switch {
	case s.Post.Rank == data.RankPrincipal && ledAbove.MatchString(s.Unit.Short) && s.Unit.Short != r.own+"政府办公室":
		return 1
	case s.Unit.Kind == data.UnitPartyOffice && strings.Contains(s.Post.Name, "常务副"), strings.HasSuffix(s.Post.Name, "政委"):
		s.Post.Key = true
		return 1
	case party.MatchString(s.Unit.Short) && strings.Contains(s.Post.Name, "常务副校长"):
		s.Post.Rank = data.RankPrincipal
		s.Post.SetDuty(data.DutyPrincipal)
		return 1
	}
	return 0
}

// lower is by how much the seats of a small institution stand below those of
// a department.
func lower(s *Suggestion) int {
	if s.Unit.Kind == data.UnitInstitute && small.MatchString(s.Unit.Short) {
		return 2
	}
	return 0
}

// Where posts stand that are no seats in a team, behind all those that are.
const (
	sortWithin = 20
	sortStaff  = 30
	sortRank   = 40
)

var withinHead = regexp.MustCompile(`(?:主任|[股科处室部队庭所站校院]长|组长|经理|负责人)$`)

// guessWithin is for posts outside the team: the unit itself manages them.
func (r reader) guessWithin(s *Suggestion, top int) {
	s.Post.Sort = sortStaff
	grade := 0
	if m := rankTitle.FindStringSubmatch(s.Post.Name); m != nil {
		s.Post.Level, s.Post.Managed, s.Post.Sort = rankLevel(m[1], m[2], m[3]), data.ManagedUnit, sortRank+rankOrder(m[1])
		return
	}
	if withinHead.MatchString(s.Post.Name) {
		s.Post.Sort = sortWithin
		grade = top - 4
		if strings.Contains(s.Post.Name, "副") {
			grade--
		}
	}
	s.Post.Level, s.Post.Managed = grades[max(grade, 0)], data.ManagedUnit
}

// rankOrder is the place of a rank among those of its name; without number it
// stands last.
func rankOrder(number string) int {
	if i := slices.Index([]string{"一", "二", "三", "四"}, number); i >= 0 {
		return i
	}
	return 4
}

// rankLevel is the level to which a rank without leadership corresponds by the
// regulation on the ranks of civil servants.
func rankLevel(number, vice, name string) data.Code {
	upper := number == "一" || number == "二" || number == "" && vice == ""
	level := map[string][2]data.Code{
		"巡视员":  {data.LevelBureauHead, data.LevelBureauDeputy},
		"调研员":  {data.LevelCountyHead, data.LevelCountyDeputy},
		"主任科员": {data.LevelSectionHead, data.LevelSectionDeputy},
		"办事员":  {data.LevelClerk, data.LevelClerk}, "试用期人员": {data.LevelProbation, data.LevelProbation},
	}
	pair, ok := level[name]
	switch {
	case !ok:
		return data.LevelStaff
	case name == "巡视员" && number == "二", !upper:
		return pair[1]
	}
	return pair[0]
}
