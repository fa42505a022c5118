package data

// The kinds of record, each after those it belongs to.
var (
	SettingKind     = describe[Setting]("setting", "设置")
	CriterionKind   = describe[Criterion]("criterion", "口径")
	UnitKind        = describe[Unit]("unit", "机构")
	PostKind        = describe[Post]("post", "职位")
	TargetKind      = describe[Target]("target", "配备目标")
	CadreKind       = describe[Cadre]("cadre", "干部")
	ResumeKind      = describe[Resume]("resume", "简历")
	FamilyKind      = describe[Family]("family", "家庭成员")
	AppointmentKind = describe[Appointment]("appointment", "任职")
	OriginalKind    = describe[Original]("original", "来件原文")
	RoundKind       = describe[Round]("round", "储备库调整")
	ReserveKind     = describe[Reserve]("reserve", "储备")
)
