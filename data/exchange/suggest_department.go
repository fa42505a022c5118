package exchange

import (
	"regexp"
	"strings"

	"huoshui/data"
)

// Where the name of a department ends. The first list ends it wherever it
// stands, for nothing above it has such an end; the second only when nothing of
// the first is there: 县财政局办公室主任 is of the bureau, 县委办公室主任 of the office.
var (
	surelyEnds = regexp.MustCompile(`^([^、]*?(?:集团(?:股份|有限责任|有限)?(?:公司)?|(?:股份有限|有限责任|有限)?公司|银行|信用社|合作联社|` +
		`供销合作(?:联合)?社(?:联合社)?|供销社|中心(?:医院|卫生院|小学|中学|学校|幼儿园)|医院|卫生院|学院|研究院|福利院|敬老院|` +
		`党校|小学|中学|学校|幼儿园|[一二三四五六七八九十]中学?|局|开发区|园区|新区|示范区|风景区|景区|` +
		`总工会|妇女联合会|妇联|工商业联合会|工商联|残疾人联合会|残联|文学艺术界联合会|文联|科学技术协会|科协|` +
		`社科联|侨联|红十字会|联合会|协会|馆|电视台|林场|农场|水库|中心))(.+)$`)
	endsElse = regexp.MustCompile(`^([^、]*?(?:机构编制委员会办公室|工作领导小组办公室|领导小组办公室|政法委员会|管理委员会|委员会|管委会|` +
		`工委|研究室|巡察组|办公室|办事处|(?:政法|发改|卫健|国资|住建|经信|民宗|网信|编|农|科|教)委|部|办|处|站|所|队|台|社))(.+)$`)
	partyOffice = regexp.MustCompile(`^((?:全面|国家|网络|审计|外事|财经|农村|社会)[^、]*?委员会办公室)(.+)$`)
)

// splitDepartment parts the name of a department, without level, from the post.
func splitDepartment(text string) (dept, post string, ok bool) {
	for _, end := range []*regexp.Regexp{surelyEnds, partyOffice, endsElse} {
		if m := end.FindStringSubmatch(text); m != nil {
			return m[1], departmentSeat(m[1], m[2]), true
		}
	}
	return "", "", false
}

// departmentSeat leaves the department's own name out of the later parts of a
// post: 县教育局党组书记、教育局局长.
func departmentSeat(dept, post string) string {
	parts := strings.Split(post, "、")
	for i, part := range parts {
		if rest, found := strings.CutPrefix(part, dept); found && rest != "" {
			parts[i] = rest
		}
	}
	return seatName(parts)
}

// shorter are the names departments go by.
var shorter = strings.NewReplacer("人民政府", "政府", "统一战线工作部", "统战部", "政法委员会", "政法委",
	"机构编制委员会办公室", "编办", "巡察工作领导小组办公室", "巡察办", "妇女联合会", "妇联")

// department describes a department by its name with the word of the level.
func (r reader) department(short string) data.Unit {
	rest := strings.TrimPrefix(short, r.own)
	name := r.office.Place + rest
	if r.office.Place == "" {
		name = short
	}
	kind := r.kindOf(short)
	if strings.HasPrefix(short, r.own+"委") {
		name = "中共" + name
	}
	return data.Unit{Name: name, Short: shorter.Replace(short), Kind: kind}
}

var (
	massWords       = regexp.MustCompile(`总工会$|妇联$|联合会$|工商联$|残联$|文联$|科协$|侨联$|社科联$|红十字会$|计生协$|贸促会$|团.委$`)
	enterpriseWords = regexp.MustCompile(`集团|公司$|银行$|信用社$|合作联社$`)
	instituteWords  = regexp.MustCompile(`(?:党校|小学|中学|学校|学院|研究院|医院|卫生院|福利院|敬老院|幼儿园|中心|馆|台|站|所|队|场|水库|社|[一二三四五六七八九十]中|档案馆|协会)$`)
	partyWords      = regexp.MustCompile(`^[县市区旗]委|老干部局$|信访局$|工委$|编办$|巡察组$|巡察办$`)
)

func (r reader) kindOf(short string) data.Code {
	switch {
	case massWords.MatchString(short):
		return data.UnitMass
	case enterpriseWords.MatchString(short):
		return data.UnitEnterprise
	case instituteWords.MatchString(short):
		return data.UnitInstitute
	case partyWords.MatchString(short):
		return data.UnitPartyOffice
	}
	return data.UnitOffice
}
