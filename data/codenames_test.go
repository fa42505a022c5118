package data

import "testing"

// The names of codes and the code lists say the same.
func TestNamesOfCodesAreThoseOfTheLists(t *testing.T) {
	for list, names := range map[string]map[Code]string{
		"how": {
			HowPromoted: "提拔", HowWeighty: "重用", HowLevel: "平级调整", HowFirst: "初任", HowSecondment: "挂职", HowConcurrent: "兼任",
		},
		"leaving": {LeavingReassigned: "另有任用"},
		"rank":    {RankPrincipal: "正职", RankDeputy: "副职", RankMember: "其他成员"},
		"managed": {ManagedAbove: "上级管理", ManagedHere: "本级管理", ManagedUnit: "单位管理"},
		"level": {
			LevelProvinceHead: "省部级正职", LevelProvinceDeputy: "省部级副职", LevelBureauHead: "厅局级正职", LevelBureauDeputy: "厅局级副职", LevelCountyHead: "县处级正职", LevelCountyDeputy: "县处级副职",
			LevelSectionHead: "乡科级正职", LevelSectionDeputy: "乡科级副职", LevelStaff: "科员", LevelClerk: "办事员", LevelProbation: "试用期",
		},
		"grade_rank": {GradeHighest: "一级巡视员", GradeSection2: "二级主任科员", GradeSection4: "四级主任科员", GradeStaffHigher: "一级科员"},
		"unit_kind": {
			UnitCommittee: "党委", UnitCongress: "人大", UnitGovernment: "政府", UnitConference: "政协", UnitDiscipline: "纪委监委",
			UnitJudiciary: "法院检察院", UnitPartyOffice: "党委部门", UnitOffice: "政府部门", UnitMass: "群团组织", UnitTown: "镇",
			UnitTownship: "乡", UnitStreet: "街道", UnitInstitute: "事业单位", UnitEnterprise: "国有企业", UnitBelow: "所辖县区",
			UnitFolder: "归口（目录用）",
		},
		"duty": {
			DutyPrincipal: "党政正职", DutyCongressHead: "人大正职", DutyConferenceHead: "政协正职", DutyAssemblyHead: "人大政协正职", DutyJudiciaryHead: "法检正职",
			DutyDeputySecretary: "专职副书记", DutyExecutiveDeputy: "常务副职", DutyDiscipline: "纪委书记", DutyDisciplineDeputy: "纪委副书记", DutyOrganization: "组织部长",
			DutyOrganizationMember: "组织委员", DutyPublicity: "宣传部长", DutyPublicityMember: "宣传委员", DutyUnitedFront: "统战部长", DutyUnitedFrontMember: "统战委员",
			DutyPoliticalLegal: "政法委书记", DutyPoliticalLegalMember: "政法委员", DutyOfficeHead: "办公室主任", DutySecretaryGeneral: "秘书长", DutyArmed: "武装部长",
			DutyTownCongress: "人大主席", DutyTownCongressDeputy: "人大副主席", DutyGovernmentDeputy: "政府副职", DutyDeputy: "副职", DutyMember: "其他成员",
		},
		"light":   {ColorRed: "红灯", ColorYellow: "黄灯", ColorGreen: "绿灯"},
		"scope":   {ScopePrincipals: "正职", ScopeDeputies: "副职", ScopeTeam: "班子成员"},
		"measure": {MeasureShare: "占比", MeasureNumber: "人数"},
		"base":    {BaseApproved: "核定职数", BaseFilled: "实配人数"},
		"sex":     {SexMan: "男", SexWoman: "女"},
		"appraisal_grade": {
			AppraisalExcellent: "优秀", AppraisalBasic: "基本称职", AppraisalFailed: "不称职",
		},
		"discipline_kind": {
			DisciplineWarning: "党内警告", DisciplineSerious: "党内严重警告", DisciplineParty: "撤销党内职务", DisciplinePublicWarning: "政务警告",
			DisciplineDemerit: "记过", DisciplineGreatDemerit: "记大过", DisciplineLowered: "降级", DisciplineRemoved: "撤职", DisciplineAdmonished: "诫勉",
		},
		"round":            {RoundYearly: "集中调整"},
		"sent_kind":        {SentToVillage: "驻村"},
		"reward_kind":      {RewardHonour: "荣誉称号"},
		"vetting_grade":    {VettingPoor: "差"},
		"candidate_source": {SourceReserve: "储备库", SourceAppraisals: "考核发现"},
	} {
		for code, label := range names {
			if got := ListNamed(list).Label(code); got != label {
				t.Errorf("%s %s is %s, not %s", list, code, got, label)
			}
		}
	}
}
