package data

// The records of source building, seasoning, use and supervision: M3.2 to M5.3.

// Recruit is a selected graduate (选调生) as recruited.
type Recruit struct {
	ID     string
	Cadre  Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Year   int    `label:"招录年度" range:"1900-2199" required:""`
	School string `label:"毕业院校" max:"60"`
	Elite  bool   `label:"双一流"`
	Degree Code   `label:"学位" list:"recruit_degree" required:""`
	Kind   Code   `label:"类别" list:"recruit_kind"`
}

// Talent is a young talent brought in by a programme (英才计划), or kept as a top
// talent for a year (拔尖人才). They need not be cadres on file.
type Talent struct {
	ID    string
	Name  string `label:"姓名" required:"" max:"18" title:""`
	Cadre Ref    `label:"干部" ref:"cadre" owner:"" help:"在册的填"`
	Kind  Code   `label:"类别" list:"talent_kind" required:""`
	Year  int    `label:"年度" range:"1900-2199" required:""`
	Birth Month  `label:"出生年月"`
	Field string `label:"专业领域" max:"60"`
	Unit  Ref    `label:"用人单位" ref:"unit"`
}

// Posting is time spent elsewhere to grow (墩苗锻炼): down, up, both ways, or on
// secondment.
type Posting struct {
	ID        string
	Cadre     Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Kind      Code   `label:"方式" list:"posting_kind" required:""`
	Sender    string `label:"派出单位" required:"" max:"60"`
	Receiver  string `label:"接收单位" required:"" max:"60"`
	Place     Code   `label:"接收单位类别" list:"unit_kind"`
	Post      string `label:"锻炼职务" max:"60"`
	Principal bool   `label:"担任正职"`
	Level     Code   `label:"职务层次" list:"level"`
	Mentor    string `label:"导师" max:"18"`
	Since     Month  `label:"起" required:"" moment:""`
	Until     Month  `label:"止" help:"空为在派"`
	Grade     Code   `label:"考核" list:"grade"`
	Appraisal Long   `label:"鉴定"`
}

// Vacancy is a vacant post that is to be filled (职位出缺).
type Vacancy struct {
	ID     string
	Post   Ref    `label:"职位" ref:"post" required:"" owner:"" title:""`
	Since  Month  `label:"出缺年月" required:"" moment:""`
	Reason string `label:"出缺原因" max:"60"`
	Below  bool   `label:"班子未达标" help:"动议时班子未达到配备目标"`
	Opened Date   `label:"动议日期"`
	Filled Date   `label:"补配日期" help:"空为仍空缺"`
	Note   Long   `label:"选配意图"`
}

// Candidate is somebody compared for a vacancy (比选).
type Candidate struct {
	ID       string
	Vacancy  Ref  `label:"出缺职位" ref:"vacancy" required:""`
	Cadre    Ref  `label:"干部" ref:"cadre" required:"" owner:""`
	Compared Date `label:"比选日期" required:"" moment:""`
	Young    bool `label:"作为年轻干部提出"`
	Source   Code `label:"提名来源" list:"candidate_source"`
	Chosen   bool `label:"选定"`
	// The four checks before somebody is put forward (凡提四必).
	FileChecked      bool `label:"档案已审核"`
	MattersChecked   bool `label:"个人事项报告已核查"`
	DisciplineHeard  bool `label:"纪检监察意见已听取"`
	PetitionsChecked bool `label:"信访举报已核查"`
	Reason           Long `label:"理由" help:"年轻干部未选定的，必须写明"`
}

// Decision is a decision of the committee on appointments (任免决定).
type Decision struct {
	ID       string
	Document string `label:"任免文号" required:"" max:"60" title:""`
	Decided  Date   `label:"决定日期" required:"" moment:""`
	Meeting  string `label:"会议" max:"60"`
	Present  int    `label:"到会人数" nozero:""`
	Due      int    `label:"应到人数" nozero:""`
	Notice   Date   `label:"公示开始日期"`
	// NoticeEnds is the last day of the notice, which is to last five working
	// days or more (公示).
	NoticeEnds Date `label:"公示结束日期" help:"公示不少于五个工作日"`
	Note       Long `label:"说明"`
}

// TermPlan is a line of the staffing plan for a change of term (换届配备计划).
type TermPlan struct {
	ID        string
	Term      Month  `label:"换届年月" required:"" moment:""`
	Kind      Code   `label:"机构类别" list:"unit_kind" required:""`
	Name      string `label:"目标" required:"" max:"60" title:""`
	Condition Long   `label:"口径" required:""`
	Percent   int    `label:"比例" nozero:"" range:"0-100" help:"百分数"`
	Number    int    `label:"人数" nozero:""`
	Note      Long   `label:"说明"`
}

// Exceptional is an exceptional case of selection (破格、跨台阶、末位副职任正职).
type Exceptional struct {
	ID     string
	Cadre  Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Kind   Code   `label:"情形" list:"exceptional_kind" required:""`
	Held   Date   `label:"决定日期" required:"" moment:""`
	Was    string `label:"原任职务" max:"120"`
	Became string `label:"任职" required:"" max:"120"`
	Reason Long   `label:"理由" required:""`
	Result Long   `label:"任职后表现"`
}

// Reward is a reward (表彰奖励).
type Reward struct {
	ID    string
	Cadre Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Held  Date   `label:"日期" required:"" moment:""`
	Kind  Code   `label:"类别" list:"reward_kind" required:""`
	Name  string `label:"奖励名称" required:"" max:"120" title:""`
	Who   string `label:"授予单位" max:"60"`
}

// Promotion is a promotion in rank (职级晋升).
type Promotion struct {
	ID    string
	Cadre Ref   `label:"干部" ref:"cadre" required:"" owner:""`
	Grade Code  `label:"职级" list:"grade_rank" required:""`
	Since Month `label:"晋升年月" required:"" moment:""`
}

// Tolerance is a case in which an error was tolerated (容错纠错, 三个区分开来).
type Tolerance struct {
	ID      string
	Cadre   Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Held    Date   `label:"认定日期" required:"" moment:""`
	Matter  Long   `label:"事由" required:""`
	Finding Code   `label:"认定" list:"tolerance_finding" required:""`
	Effect  string `label:"运用" max:"120" help:"如 不影响提拔使用"`
}

// Discipline is a punishment or admonition (处分、诫勉) with the period in which
// it freezes a person for selection (影响期).
type Discipline struct {
	ID      string
	Cadre   Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Kind    Code   `label:"种类" list:"discipline_kind" required:""`
	Decided Date   `label:"决定日期" required:"" moment:""`
	Ends    Date   `label:"影响期止" required:"" help:"期满前一日"`
	Who     string `label:"决定机关" max:"60"`
	Matter  Long   `label:"事由"`
}

// Notice is information shared by discipline, political-legal or petition
// bodies (信息通报), and how it was handled.
type Notice struct {
	ID       string
	Cadre    Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Channel  Code   `label:"来源" list:"channel" required:""`
	Received Date   `label:"收到日期" required:"" moment:""`
	Matter   Long   `label:"内容" required:""`
	Handling Code   `label:"处理方式" list:"handling"`
	Handled  Date   `label:"办结日期" help:"空为在办"`
	Result   Long   `label:"结果"`
	Who      string `label:"经办人" max:"18"`
}

// Talk is a talk with a cadre (谈心谈话).
type Talk struct {
	ID      string
	Cadre   Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Held    Date   `label:"日期" required:"" moment:""`
	Kind    Code   `label:"类别" list:"talk_kind" required:""`
	Who     string `label:"谈话人" max:"18"`
	Content Long   `label:"主要内容"`
}

// Warning is an event of warning education (警示教育, 以案四说).
type Warning struct {
	ID    string
	Unit  Ref    `label:"单位" ref:"unit" required:"" owner:""`
	Held  Date   `label:"日期" required:"" moment:""`
	Kind  Code   `label:"类别" list:"warning_kind" required:""`
	Topic string `label:"主题" max:"120" title:""`
	Heads int    `label:"人数" nozero:""`
}

// Appraisal is a yearly appraisal (年度考核).
type Appraisal struct {
	ID    string
	Cadre Ref  `label:"干部" ref:"cadre" required:"" owner:""`
	Year  int  `label:"年度" range:"1900-2199" required:""`
	Grade Code `label:"等次" list:"appraisal_grade" required:""`
	Note  Long `label:"评语"`
}

// Accepted is a deviation that a check reports and the office has found to be
// right (档案认定): it is noted with its reason and no longer shown.
type Accepted struct {
	ID       string
	Cadre    Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Rule     string `label:"规则" required:"" max:"60"`
	Evidence string `label:"情况" required:"" max:"400"`
	Reason   Long   `label:"认定理由" required:""`
	Held     Date   `label:"认定日期" required:"" moment:""`
	Who      string `label:"认定人" max:"18"`
}
