package lrmx

// The tags of the form, in the order in which they are written.
const (
	TagName            = "XingMing"
	TagSex             = "XingBie"
	TagBirth           = "ChuShengNianYue"
	TagNation          = "MinZu"
	TagOrigin          = "JiGuan"
	TagBirthplace      = "ChuShengDi"
	TagParty           = "RuDangShiJian"
	TagWorkStart       = "CanJiaGongZuoShiJian"
	TagRetireMonth     = "DaoLingNianYue"
	TagHealth          = "JianKangZhuangKuang"
	TagTitle           = "ZhuanYeJiShuZhiWu"
	TagSpeciality      = "ShuXiZhuanYeYouHeZhuanChang"
	TagFullEducation   = "QuanRiZhiJiaoYu_XueLi"
	TagFullDegree      = "QuanRiZhiJiaoYu_XueWei"
	TagFullSchool      = "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi"
	TagFullDegreeFrom  = "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi"
	TagInServiceEdu    = "ZaiZhiJiaoYu_XueLi"
	TagInServiceDegree = "ZaiZhiJiaoYu_XueWei"
	TagInServiceSchool = "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi"
	TagInServiceFrom   = "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi"
	TagPost            = "XianRenZhiWu"
	TagPostProposed    = "NiRenZhiWu"
	TagPostRemoved     = "NiMianZhiWu"
	TagResume          = "JianLi"
	TagRewards         = "JiangChengQingKuang"
	TagAppraisal       = "NianDuKaoHeJieGuo"
	TagReason          = "RenMianLiYou"
	TagFamily          = "JiaTingChengYuan"
	TagSubmitter       = "ChengBaoDanWei"
	TagAgeLimit        = "GaiGeQianRenZhiNianLingJieXian"
	TagAgeDate         = "JiSuanNianLingShiJian"
	TagFillDate        = "TianBiaoShiJian"
	TagFiller          = "TianBiaoRen"
	TagIDNumber        = "ShenFenZheng"
	TagPhoto           = "ZhaoPian"
	TagVersion         = "Version"
	TagPolitics        = "ZhengZhiMianMao"
)

// TagInfo describes one tag of the form.
type TagInfo struct {
	Name     string // as in the file
	Label    string // as on the form
	Long     bool   // may run over several lines
	Optional bool   // not in every version: written only when present
}

// Tags lists the tags in the order in which they are written: the 34 of every
// version, the two that came with the form of 2025, and ZhengZhiMianMao, which
// some programs add.
var Tags = []TagInfo{
	{Name: TagName, Label: "姓名"},
	{Name: TagSex, Label: "性别"},
	{Name: TagBirth, Label: "出生年月"},
	{Name: TagNation, Label: "民族"},
	{Name: TagOrigin, Label: "籍贯"},
	{Name: TagBirthplace, Label: "出生地"},
	{Name: TagParty, Label: "入党时间"},
	{Name: TagWorkStart, Label: "参加工作时间"},
	{Name: TagRetireMonth, Label: "到龄年月", Optional: true},
	{Name: TagHealth, Label: "健康状况"},
	{Name: TagTitle, Label: "专业技术职务"},
	{Name: TagSpeciality, Label: "熟悉专业有何专长"},
	{Name: TagFullEducation, Label: "全日制教育学历"},
	{Name: TagFullDegree, Label: "全日制教育学位"},
	{Name: TagFullSchool, Label: "全日制教育学历毕业院校系及专业"},
	{Name: TagFullDegreeFrom, Label: "全日制教育学位毕业院校系及专业"},
	{Name: TagInServiceEdu, Label: "在职教育学历"},
	{Name: TagInServiceDegree, Label: "在职教育学位"},
	{Name: TagInServiceSchool, Label: "在职教育学历毕业院校系及专业"},
	{Name: TagInServiceFrom, Label: "在职教育学位毕业院校系及专业"},
	{Name: TagPost, Label: "现任职务"},
	{Name: TagPostProposed, Label: "拟任职务"},
	{Name: TagPostRemoved, Label: "拟免职务"},
	{Name: TagResume, Label: "简历", Long: true},
	{Name: TagRewards, Label: "奖惩情况", Long: true},
	{Name: TagAppraisal, Label: "年度考核结果", Long: true},
	{Name: TagReason, Label: "任免理由", Long: true},
	{Name: TagFamily, Label: "家庭主要成员及重要社会关系"},
	{Name: TagSubmitter, Label: "呈报单位", Long: true},
	{Name: TagAgeLimit, Label: "改革前任职年龄界限", Optional: true},
	{Name: TagAgeDate, Label: "计算年龄时间"},
	{Name: TagFillDate, Label: "填表时间"},
	{Name: TagFiller, Label: "填表人"},
	{Name: TagIDNumber, Label: "身份证号"},
	{Name: TagPhoto, Label: "照片"},
	{Name: TagVersion, Label: "版本"},
	{Name: TagPolitics, Label: "政治面貌", Optional: true},
}

// known holds the names in Tags.
var known = func() map[string]bool {
	names := make(map[string]bool, len(Tags))
	for _, info := range Tags {
		names[info.Name] = true
	}
	return names
}()
