package rule

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// schooling judges the class of the highest education: 3 is 大学专科, and the
// classes fall as their numbers rise. From 厅局级 up it is 大学本科.
func (c Case) schooling(bound int) (State, string) {
	if !c.rises() {
		return "", ""
	}
	if c.Post.Level != "" && c.Post.Level <= data.LevelBureauDeputy {
		bound = 2
	}
	text := c.Cadre.Education()
	class := data.ListNamed("education").GroupOf(text)
	need := data.ListNamed("schooling").Label(data.Code(fmt.Sprint(bound)))
	switch {
	case text == "":
		return Unknown, "学历未填"
	case class == "":
		return Unknown, fmt.Sprintf("学历“%s”不在代码表中", text)
	case class > fmt.Sprint(bound):
		return Broken, fmt.Sprintf("最高学历%s，一般%s以上", text, need)
	}
	return Met, fmt.Sprintf("最高学历%s，一般%s以上", text, need)
}

// yearlyHours is what somebody below 县处级 owes in a year.
const yearlyHours = 90

// trainingHours adds up the hours of the five years up to the month; below
// 县处级 those of the twelve months.
func (c Case) trainingHours(bound int) (State, string) {
	if !c.rises() {
		return "", ""
	}
	span, what := 60, "近五年"
	if c.Post.Level > data.LevelCountyDeputy {
		span, what, bound = 12, "近一年", min(bound, yearlyHours)
	}
	hours, seats := 0, beside[data.Seat](c.Person, data.SeatKind)
	for _, s := range seats {
		if k := c.World.Classes[s.Class]; k != nil && k.Start.Month() <= c.At && c.At.Since(k.Start.Month()) < span {
			hours += s.Hours
		}
	}
	said := fmt.Sprintf("%s%d学时，应达%d学时", what, hours, bound)
	switch {
	case hours >= bound:
		return Met, said
	case len(seats) == 0:
		return Unknown, "没有参训记录"
	}
	return Broken, said
}

// partyWords are those that make a post one of the party.
var partyWords = []string{"书记", "党委", "党组", "党工委", "常委"}

func (c Case) ofParty() bool {
	return slices.ContainsFunc(partyWords, func(w string) bool { return strings.Contains(c.Post.Name, w) })
}

func (c Case) member(bound int) (State, string) {
	if !c.ofParty() {
		return "", ""
	}
	return c.inParty(bound)
}

// partyYears is asked of the committee of this level.
func (c Case) partyYears(bound int) (State, string) {
	if !c.ofParty() || c.Unit.Kind != data.UnitCommittee && c.Unit.Kind != data.UnitBelow {
		return "", ""
	}
	return c.inParty(bound)
}

func (c Case) inParty(bound int) (State, string) {
	joined := c.Cadre.PartyJoined
	if joined == 0 || joined > c.At {
		return Broken, "不是中共党员（入党时间未填）"
	}
	return c.plain("入党", c.At.Since(joined), bound)
}

func (c Case) influenced(int) (State, string) {
	for _, d := range beside[data.Discipline](c.Person, data.DisciplineKind) {
		if d.Decided.Month() <= c.At && d.Ends.Month() >= c.At {
			return Broken, fmt.Sprintf("%s，影响期至%s", data.ListNamed("discipline_kind").Label(d.Kind), d.Ends)
		}
	}
	return Met, "没有在影响期内的处分处理"
}

// appraised looks at the last appraisal that should be on file: it is settled
// in the first quarter of the next year.
func (c Case) appraised(int) (State, string) {
	year := c.At.Year() - 1
	if int(c.At)%100 < 4 {
		year--
	}
	for _, a := range beside[data.Appraisal](c.Person, data.AppraisalKind) {
		if a.Year != year {
			continue
		}
		said := fmt.Sprintf("%d年度考核%s", year, data.ListNamed("appraisal_grade").Label(a.Grade))
		if a.Grade == data.AppraisalBasic || a.Grade == data.AppraisalFailed {
			return Broken, said
		}
		return Met, said
	}
	return Unknown, fmt.Sprintf("没有%d年度考核记录", year)
}

// quality looks at political vetting: a negative item that was confirmed at any
// time bars, and so does the last result if it is 差 or older than the months in
// which it is valid.
func (c Case) quality(valid int) (State, string) {
	var last *data.Vetted
	var held data.Date
	for _, v := range beside[data.Vetted](c.Person, data.VettedKind) {
		vetting := c.World.Vettings[v.Vetting]
		if vetting == nil || vetting.Held.Month() > c.At {
			continue
		}
		if v.Item != "" && v.Confirmed != 0 && v.Confirmed.Month() <= c.At {
			return Broken, fmt.Sprintf("“%s”中的负面情形%s已核定", vetting.Name, v.Confirmed)
		}
		if last == nil || vetting.Held > held || vetting.Held == held && v.Grade > last.Grade {
			last, held = v, vetting.Held
		}
	}
	if last == nil {
		return Unknown, "没有政治素质考察记录，考察时补上"
	}
	said := fmt.Sprintf("%s“%s”，%s", held.Month(), c.World.Vettings[last.Vetting].Name, data.ListNamed("vetting_grade").Label(last.Grade))
	switch age := c.At.Since(held.Month()); {
	case last.Grade == data.VettingPoor:
		return Broken, said
	case age > valid:
		return Broken, fmt.Sprintf("%s，到时点已 %d 个月，超过 %d 个月，须重新考察", said, age, valid)
	}
	return Met, said
}

func (c Case) noticed(int) (State, string) {
	open := 0
	for _, n := range beside[data.Notice](c.Person, data.NoticeKind) {
		if n.Received.Month() <= c.At && (n.Handled == 0 || n.Handled.Month() > c.At) {
			open++
		}
	}
	if open > 0 {
		return Broken, fmt.Sprintf("有%d件信息通报未办结", open)
	}
	return Met, "没有未办结的信息通报"
}

// Now is the shortest-held present post of the person, which is the one a move
// would end; nil when he has none.
func (c Case) Now() *data.Appointment {
	var last *data.Appointment
	for _, a := range c.held() {
		if c.World.Holds(a, c.Cadre) && (last == nil || a.Since > last.Since) {
			last = a
		}
	}
	return last
}

func (c Case) settled(bound int) (State, string) {
	a := c.Now()
	if a == nil {
		return Unknown, "没有现任职务记录"
	}
	return c.plain("任现职", c.At.Since(a.Since), bound)
}

// sameLevel is asked of posts from 县处级 up that are no promotion.
func (c Case) sameLevel(bound int) (State, string) {
	if c.rises() || c.Post.Level == "" || c.Post.Level > data.LevelCountyDeputy {
		return "", ""
	}
	have := months(c.atLevel(c.Post.Level))
	said := fmt.Sprintf("担任同一层次领导职务累计%s，满%s的不再推荐", Span(have), Span(bound))
	if have >= bound {
		return Broken, said
	}
	return Met, said
}

// guarded are the duties nobody has in the county he grew up in, and guardedNames
// the words by which the names of other such posts are known.
var (
	guarded      = []data.Code{data.DutyDiscipline, data.DutyOrganization, data.DutyJudiciaryHead}
	guardedNames = []string{"纪委书记", "组织部长", "公安"}
)

// fromHere is asked of the heads of the county itself.
func (c Case) fromHere(int) (State, string) {
	keeps := c.Post.DutyCode == data.DutyPrincipal && (c.Unit.Kind == data.UnitCommittee || c.Unit.Kind == data.UnitGovernment) ||
		slices.Contains(guarded, c.Post.DutyCode) ||
		slices.ContainsFunc(guardedNames, func(w string) bool { return strings.Contains(c.Post.Name, w) })
	stem := data.PlaceStem(c.Place)
	if !c.Unit.TopTeam() || !keeps || stem == "" {
		return "", ""
	}
	native, birth := c.Cadre.NativePlace, c.Cadre.BirthPlace
	switch {
	case native == "" && birth == "":
		return Unknown, "籍贯、出生地未填"
	case strings.Contains(native, stem) || strings.Contains(birth, stem):
		return Broken, fmt.Sprintf("籍贯%s，出生地%s", native, birth)
	}
	return Met, fmt.Sprintf("籍贯%s，出生地%s", native, birth)
}

// kin looks for relatives in the team of the post.
func (c Case) kin(int) (State, string) {
	if !c.Post.Team {
		return "", ""
	}
	for _, other := range c.Colleagues {
		if other.ID == c.Cadre.ID {
			continue
		}
		if relation := Related(c.Cadre, c.Family, other, c.Families[data.Ref(other.ID)]); relation != "" {
			return Broken, fmt.Sprintf("与班子成员%s有亲属关系（%s）", other.Name, relation)
		}
	}
	if len(c.Family) == 0 {
		return Unknown, "没有家庭成员记录"
	}
	return Met, "与班子成员没有亲属关系记录"
}

// Related is how two cadres are related by their family records, in the words
// of one of them; empty when they are not. A relative with the same name and
// another month of birth is another person.
func Related(a *data.Cadre, ofA []*data.Family, b *data.Cadre, ofB []*data.Family) string {
	states := func(who *data.Cadre, family []*data.Family, other *data.Cadre) string {
		for _, f := range family {
			if f.Name != "" && f.Name == other.Name && (f.Birth == 0 || other.Birth == 0 || f.Birth == other.Birth) {
				return who.Name + "的" + f.Relation
			}
		}
		return ""
	}
	if relation := states(a, ofA, b); relation != "" {
		return relation
	}
	return states(b, ofB, a)
}

func (c Case) retiring(bound int) (State, string) {
	switch {
	case !c.rises():
		return "", ""
	case c.Retires == 0:
		return Unknown, "出生年月或性别未填，不能推算到龄年月"
	}
	left := c.Retires.Since(c.At)
	said := fmt.Sprintf("%s到龄，距到龄%s，一般不少于%s", c.Retires, Span(max(0, left)), Span(bound))
	if left < bound {
		return Broken, said
	}
	return Met, said
}
