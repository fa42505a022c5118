package data

import "strings"

// Cadre is a person on file (干部) with the fields of the 任免审批表. Lengths and
// rules of filling in are those of the form editor's 录入规范.
type Cadre struct {
	ID           string
	Name         string `group:"基本情况" label:"姓名" required:"" max:"18" help:"户籍用字，含“·”" title:""`
	Sex          Code   `label:"性别" list:"sex"`
	Birth        Month  `label:"出生年月" help:"公历；与身份证不一致的以档案认定为准"`
	Nation       string `label:"民族" list:"nation" max:"18" help:"全称，如 汉族"`
	NativePlace  string `label:"籍贯" max:"18" help:"祖父长期居住地，省+市或县名，如 河北盐山"`
	BirthPlace   string `label:"出生地" max:"18"`
	PartyJoined  Month  `label:"入党时间" help:"中共党员填；其他党派填下一项"`
	OtherParty   string `label:"其他党派" list:"politics" max:"18" help:"民主党派或无党派；多个用分号"`
	WorkStart    Month  `label:"参加工作时间"`
	Health       string `label:"健康状况" list:"health" max:"18"`
	IDNumber     string `label:"身份证号" max:"18" help:"GB 11643，18 位，末位 X 大写"`
	Photo        Blob   `label:"照片" help:"近期免冠正面，宽高比 4:5，不超过 5 MB"`
	ProTitle     string `group:"专业与学历" label:"专业技术职务" max:"90"`
	Speciality   string `label:"熟悉专业有何专长" max:"110"`
	FullEdu      string `label:"全日制学历" list:"education" max:"54"`
	FullDegree   string `label:"全日制学位" list:"degree" max:"54"`
	FullSchool   string `label:"全日制学历院校系及专业" max:"90"`
	FullSchool2  string `label:"全日制学位院校系及专业" max:"90"`
	PartEdu      string `label:"在职学历" list:"education" max:"54"`
	PartDegree   string `label:"在职学位" list:"degree" max:"54"`
	PartSchool   string `label:"在职学历院校系及专业" max:"90"`
	PartSchool2  string `label:"在职学位院校系及专业" max:"90"`
	WrittenTitle string `group:"任免与考核" label:"现任职务写法" max:"324" help:"来件上现任职务的原文；任职没有变动时各种材料照此打印"`
	Proposed     Long   `label:"拟任职务" max:"324"`
	Removed      Long   `label:"拟免职务" max:"324"`
	Rewards      Long   `label:"奖惩情况" max:"552" help:"没有填“无”"`
	Appraisals   Long   `label:"年度考核结果" max:"414"`
	Reason       Long   `label:"任免理由" max:"552"`
	Reporter     Long   `group:"填表" label:"呈报单位" max:"252"`
	AgeAsOf      string `label:"计算年龄时间" max:"8" help:"YYYYMM 或 YYYYMMDD"`
	FilledAt     string `label:"填表时间" max:"8" help:"YYYYMM 或 YYYYMMDD"`
	FilledBy     string `label:"填表人" max:"18"`
	RetireMonth  Month  `label:"到龄年月" help:"审批表 2025 版"`
	AgeLimit     string `label:"改革前任职年龄界限" max:"40" help:"审批表 2025 版，整句"`
	Selected     bool   `group:"管理" label:"选调生"`
	Gone         Month  `label:"离册年月" help:"退休、调出后填；空为在册"`
	Departure    Code   `label:"离册原因" list:"departure"`
	Sample       bool   `label:"样例" help:"虚构的样例人员"`
	Pinyin       string // full readings, for order and search
	Initials     string // first letters of each reading, for search
}

// Prepare fills the columns by which names are searched and sorted.
func (c *Cadre) Prepare() {
	c.Pinyin, c.Initials = Pinyin(c.Name)
}

// Politics is the political status (政治面貌) that follows from the record at a
// month: member of the party once joined, else the other party, else 群众.
func (c *Cadre) Politics(at Month) string {
	switch {
	case c.PartyJoined != 0 && c.PartyJoined <= at:
		return "中共党员"
	case c.OtherParty != "":
		return c.OtherParty
	}
	return "群众"
}

// Education is the highest education as written: the one in service when it
// ranks at least as high as the full-time one.
func (c *Cadre) Education() string {
	list := ListNamed("education")
	full, part := list.GroupOf(c.FullEdu), list.GroupOf(c.PartEdu)
	if c.FullEdu == "" || part != "" && (full == "" || strings.Compare(part, full) < 0) {
		return c.PartEdu
	}
	return c.FullEdu
}

// Resume is one segment of a cadre's résumé (简历). Text may run over several
// lines; a segment without months is a note at its place, kept as written.
type Resume struct {
	ID    string
	Cadre Ref   `label:"干部" ref:"cadre" required:"" owner:""`
	Sort  int   `label:"序号"`
	Since Month `label:"起" moment:""`
	Until Month `label:"止" help:"空为至今"`
	Text  Long  `label:"单位及职务"`
}

// Family is a family member or important relation (家庭主要成员及重要社会关系).
type Family struct {
	ID       string
	Cadre    Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Sort     int    `label:"序号" help:"配偶、子女、父、母、其他"`
	Relation string `label:"称谓" list:"relation" max:"18"`
	Name     string `label:"姓名" max:"18" title:""`
	Birth    Month  `label:"出生年月"`
	Politics string `label:"政治面貌" list:"politics" max:"18"`
	Post     string `label:"工作单位及职务" max:"124" help:"已退休、已去世的在后面注明"`
}

// Appointment is the holding of a post (任职), or of a title that no post has
// been found for yet (Post empty). Months: held from Since on, no longer held
// from Until on.
type Appointment struct {
	ID       string
	Cadre    Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Unit     Ref    `label:"机构" ref:"unit" owner:""`
	Post     Ref    `label:"职位" ref:"post"`
	Title    string `label:"职务名称" required:"" max:"324" help:"任免文件上的全称" title:""`
	Main     bool   `label:"主要职务"`
	Since    Month  `label:"任职年月" help:"当月起在任" moment:""`
	Until    Month  `label:"免职年月" help:"当月起不再在任；空为在任"`
	How      Code   `label:"任职方式" list:"how"`
	Term     bool   `label:"换届" help:"在换届中产生"`
	Decided  Date   `label:"决定日期"`
	Document string `label:"任免文号" max:"60"`
	Leaving  Code   `label:"免职原因" list:"leaving"`
	Sort     int    `label:"位次" nozero:"" help:"在现任职务中排第几；空为排在有位次的之后"`
}

// Original keeps a form as it came in, tag by tag, so that what nobody changed
// goes out as it was written.
type Original struct {
	ID     string
	Cadre  Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Format string `label:"格式" required:"" max:"10"`
	File   string `label:"文件名" max:"200"`
	Text   Long   `label:"原文" required:""`
}
