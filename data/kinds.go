package data

// The kinds of record, each after those it belongs to. The last word of each is
// its line in a timeline; empty for what no timeline tells.
var (
	SettingKind     = describe[Setting]("setting", "设置", "")
	TemplateKind    = describe[Template]("template", "模板", "")
	CriterionKind   = describe[Criterion]("criterion", "口径", "")
	UnitKind        = describe[Unit]("unit", "机构", "")
	UnitPastKind    = describe[UnitPast]("unit_past", "机构沿革", "改名称或类别，原为{原名称}（{原机构类别}）")
	PostKind        = describe[Post]("post", "职位", "")
	TargetKind      = describe[Target]("target", "配备目标", "")
	CadreKind       = describe[Cadre]("cadre", "干部", "")
	ResumeKind      = describe[Resume]("resume", "简历", "")
	FamilyKind      = describe[Family]("family", "家庭成员", "")
	AppointmentKind = describe[Appointment]("appointment", "任职", "任{职务名称}（{任职方式}）")
	OriginalKind    = describe[Original]("original", "来件原文", "")
	RoundKind       = describe[Round]("round", "储备库调整", "")
	ReserveKind     = describe[Reserve]("reserve", "储备", "进入{储备层次}层次储备库，{发现方式}")

	// M1 responsibility, long-term system, routine work
	BriefingKind   = describe[Briefing]("briefing", "常委会听取汇报", "")
	DispatchKind   = describe[Dispatch]("dispatch", "工作调度会", "召开调度会：{议题}")
	InspectionKind = describe[Inspection]("inspection", "专项督察", "接受专项督察：{发现问题}")
	VisitKind      = describe[Visit]("visit", "实地调研与片会", "{方式}：{主题}")
	ResearchKind   = describe[Research]("research", "班子调研分析", "调研分析：{短板}")
	MeasureKind    = describe[Measure]("measure", "制度措施", "")
	TaskKind       = describe[Task]("task", "三张清单事项", "{清单}：{事项}")
	LookBackKind   = describe[LookBack]("look_back", "回头看事项", "")
	ScoreKind      = describe[Score]("score", "考核评分", "{考核}得{得分}分")

	// M1.1 lights and letters, M4.2 trial placements
	EvaluationKind = describe[Evaluation]("evaluation", "配备评价", "")
	LightKind      = describe[Light]("light", "班子评价", "配备评价{灯色}：{原因}")
	LetterKind     = describe[Letter]("letter", "反馈函", "收到反馈函{文号}")
	ScenarioKind   = describe[Scenario]("scenario", "调配方案", "")
	MoveKind       = describe[Move]("move", "调配动作", "")
	LightRuleKind  = describe[LightRule]("light_rule", "班子预警规则", "")
	OwnFigureKind  = describe[OwnFigure]("own_figure", "自定指标", "")

	// M2 political guidance, M5.1 training
	BaseKind        = describe[Base]("base", "教育基地", "")
	ClassKind       = describe[Class]("class", "培训班", "")
	SeatKind        = describe[Seat]("seat", "参训", "参加{班次}，{结业}")
	SessionKind     = describe[Session]("session", "学习活动", "{类别}学习：{主题}")
	LectureKind     = describe[Lecture]("lecture", "讲课宣讲", "{类别}：{题目}")
	QuotaKind       = describe[Quota]("quota", "学时要求", "")
	QualityItemKind = describe[QualityItem]("quality_item", "正负面清单", "")
	VettingKind     = describe[Vetting]("vetting", "政治素质考察", "")
	VettedKind      = describe[Vetted]("vetted", "考察结果", "政治素质考察：{等次}")
	CampaignKind    = describe[Campaign]("campaign", "急难险重任务", "")
	SentKind        = describe[Sent]("sent", "选派一线", "{方式}（{任务}）：{地点}，{表现}")

	// M3 source building and seasoning
	RecruitKind = describe[Recruit]("recruit", "选调生招录", "")
	TalentKind  = describe[Talent]("talent", "青年人才", "")
	PostingKind = describe[Posting]("posting", "墩苗锻炼", "{方式}：{接收单位}{锻炼职务}，{考核}")

	// M4 selection and use
	VacancyKind     = describe[Vacancy]("vacancy", "职位出缺", "")
	CandidateKind   = describe[Candidate]("candidate", "比选人选", "列入比选：{出缺职位}")
	DecisionKind    = describe[Decision]("decision", "任免决定", "")
	TermPlanKind    = describe[TermPlan]("term_plan", "换届配备计划", "")
	ExceptionalKind = describe[Exceptional]("exceptional", "特殊选任", "{情形}：{任职}")

	// M5.2 incentive and tolerance, M5.3 strict management
	RewardKind     = describe[Reward]("reward", "表彰奖励", "获{奖励名称}")
	PromotionKind  = describe[Promotion]("promotion", "职级晋升", "晋升{职级}")
	ToleranceKind  = describe[Tolerance]("tolerance", "容错纠错", "容错认定：{认定}")
	DisciplineKind = describe[Discipline]("discipline", "处分处理", "受{种类}")
	NoticeKind     = describe[Notice]("notice", "信息通报", "{来源}通报，{处理方式}")
	TalkKind       = describe[Talk]("talk", "谈心谈话", "{类别}")
	WarningKind    = describe[Warning]("warning", "警示教育", "{类别}：{主题}")
	AcceptedKind   = describe[Accepted]("accepted", "档案认定", "")
	AppraisalKind  = describe[Appraisal]("appraisal", "年度考核", "{年度}年度考核{等次}")
)
