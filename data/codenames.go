package data

// The codes by which the program decides. What each list holds and how users
// read it is in assets/codes; a test compares these names with the labels there.

// Ways of coming into a post (任职方式).
const (
	HowPromoted   Code = "1" // 提拔
	HowWeighty    Code = "2" // 重用
	HowLevel      Code = "3" // 平级调整
	HowFirst      Code = "4" // 初任
	HowSecondment Code = "5" // 挂职
	HowConcurrent Code = "6" // 兼任
)

// LeavingReassigned is a release for another post (另有任用).
const LeavingReassigned Code = "1"

// Ranks of posts (正副职).
const (
	RankPrincipal Code = "1" // 正职
	RankDeputy    Code = "2" // 副职
	RankMember    Code = "3" // 其他成员
)

// Who manages a post (管理权限), as seen from the office itself.
const (
	ManagedAbove Code = "1" // 上级管理
	ManagedHere  Code = "2" // 本级管理
	ManagedUnit  Code = "3" // 单位管理
)

// Levels of posts (职务层次); the codes rise as the levels fall.
const (
	LevelProvinceHead   Code = "1A11" // 省部级正职
	LevelProvinceDeputy Code = "1A12" // 省部级副职
	LevelBureauHead     Code = "1A21" // 厅局级正职
	LevelBureauDeputy   Code = "1A22" // 厅局级副职
	LevelCountyHead     Code = "1A31" // 县处级正职
	LevelCountyDeputy   Code = "1A32" // 县处级副职
	LevelSectionHead    Code = "1A41" // 乡科级正职
	LevelSectionDeputy  Code = "1A42" // 乡科级副职
	LevelStaff          Code = "1A50" // 科员
	LevelClerk          Code = "1A60" // 办事员
	LevelProbation      Code = "1A98" // 试用期
)

// Grade ranks (职级); the codes rise as the ranks fall.
const (
	GradeHighest     Code = "01" // 一级巡视员
	GradeSection2    Code = "08" // 二级主任科员
	GradeSection4    Code = "10" // 四级主任科员
	GradeStaffHigher Code = "11" // 一级科员
)

// Kinds of units (机构类别). The committees and governments of the office's own
// level are those from UnitCommittee to UnitJudiciary.
const (
	UnitCommittee   Code = "11" // 党委
	UnitCongress    Code = "12" // 人大
	UnitGovernment  Code = "13" // 政府
	UnitConference  Code = "14" // 政协
	UnitDiscipline  Code = "15" // 纪委监委
	UnitJudiciary   Code = "16" // 法院检察院
	UnitPartyOffice Code = "21" // 党委部门
	UnitOffice      Code = "22" // 政府部门
	UnitMass        Code = "23" // 群团组织
	UnitTown        Code = "31" // 镇
	UnitTownship    Code = "32" // 乡
	UnitStreet      Code = "33" // 街道
	UnitInstitute   Code = "41" // 事业单位
	UnitEnterprise  Code = "42" // 国有企业
	UnitBelow       Code = "51" // 所辖县区
	UnitFolder      Code = "91" // 归口（目录用）
)

// TownKinds are the kinds of townships (乡镇、街道).
func TownKinds() []Code { return []Code{UnitTown, UnitTownship, UnitStreet} }

// Town reports a township (乡镇、街道).
func (u *Unit) Town() bool {
	return u.Kind == UnitTown || u.Kind == UnitTownship || u.Kind == UnitStreet
}

// TopTeam reports a unit of the office's own level (本级班子): committee,
// congress, government, conference, discipline, courts.
func (u *Unit) TopTeam() bool { return u.Kind >= UnitCommittee && u.Kind <= UnitJudiciary }

// Duties of posts (岗位类别). Post.Prepare finds them by the words of the post.
const (
	DutyPrincipal            Code = "01" // 党政正职
	DutyCongressHead         Code = "02" // 人大正职
	DutyConferenceHead       Code = "03" // 政协正职
	DutyAssemblyHead         Code = "04" // 人大政协正职
	DutyJudiciaryHead        Code = "05" // 法检正职
	DutyDeputySecretary      Code = "06" // 专职副书记
	DutyExecutiveDeputy      Code = "07" // 常务副职
	DutyDiscipline           Code = "08" // 纪委书记
	DutyDisciplineDeputy     Code = "09" // 纪委副书记
	DutyOrganization         Code = "10" // 组织部长
	DutyOrganizationMember   Code = "11" // 组织委员
	DutyPublicity            Code = "12" // 宣传部长
	DutyPublicityMember      Code = "13" // 宣传委员
	DutyUnitedFront          Code = "14" // 统战部长
	DutyUnitedFrontMember    Code = "15" // 统战委员
	DutyPoliticalLegal       Code = "16" // 政法委书记
	DutyPoliticalLegalMember Code = "17" // 政法委员
	DutyOfficeHead           Code = "18" // 办公室主任
	DutySecretaryGeneral     Code = "19" // 秘书长
	DutyArmed                Code = "20" // 武装部长
	DutyTownCongress         Code = "21" // 人大主席
	DutyTownCongressDeputy   Code = "22" // 人大副主席
	DutyGovernmentDeputy     Code = "23" // 政府副职
	DutyDeputy               Code = "24" // 副职
	DutyMember               Code = "25" // 其他成员
)

// Colours of lights (灯色), from the weightiest on.
const (
	ColorRed    Code = "1" // 红灯
	ColorYellow Code = "2" // 黄灯
	ColorGreen  Code = "3" // 绿灯
)

// What a staffing target counts (计入范围、计量、分母).
const (
	ScopePrincipals Code = "1" // 正职
	ScopeDeputies   Code = "2" // 副职: everybody in the team but the principals
	ScopeTeam       Code = "3" // 班子成员
	MeasureShare    Code = "1" // 占比
	MeasureNumber   Code = "2" // 人数
	BaseApproved    Code = "1" // 核定职数
	BaseFilled      Code = "2" // 实配人数
)

// Sexes (性别).
const (
	SexMan   Code = "1" // 男
	SexWoman Code = "2" // 女
)

// Grades of yearly appraisals (年度考核等次).
const (
	AppraisalExcellent Code = "1" // 优秀
	AppraisalBasic     Code = "3" // 基本称职
	AppraisalFailed    Code = "4" // 不称职
)

// Kinds of punishment (处分处理种类) that have a term by law.
const (
	DisciplineWarning       Code = "01" // 党内警告
	DisciplineSerious       Code = "02" // 党内严重警告
	DisciplineParty         Code = "03" // 撤销党内职务
	DisciplinePublicWarning Code = "06" // 政务警告
	DisciplineDemerit       Code = "07" // 记过
	DisciplineGreatDemerit  Code = "08" // 记大过
	DisciplineLowered       Code = "09" // 降级
	DisciplineRemoved       Code = "10" // 撤职
	DisciplineAdmonished    Code = "11" // 诫勉
)

// Single codes of other lists.
const (
	VettingPoor      Code = "4" // 政治素质等次：差
	RoundYearly      Code = "1" // 储备库调整：集中调整
	SentToVillage    Code = "1" // 选派方式：驻村
	RewardHonour     Code = "4" // 奖励类别：荣誉称号
	SourceReserve    Code = "1" // 提名来源：储备库
	SourceAppraisals Code = "4" // 提名来源：考核发现
)
