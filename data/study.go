package data

// The records of political guidance and training: M2 and M5.1.

// Base is an education base (教育基地).
type Base struct {
	ID    string
	Name  string `label:"名称" required:"" max:"60" title:""`
	Place string `label:"地点" max:"60"`
	Kind  Code   `label:"类别" list:"base_kind" required:""`
	Since Month  `label:"启用年月" moment:""`
	Until Month  `label:"停用年月"`
}

// Class is a class (培训班) with its hours. Where only the number of those
// taught is known, Heads holds it and Source says from where.
type Class struct {
	ID     string
	Name   string `label:"班次" required:"" max:"80" title:""`
	Kind   Code   `label:"类别" list:"class_kind" required:""`
	Mode   Code   `label:"方式" list:"class_mode"`
	Base   Ref    `label:"教育基地" ref:"base"`
	Host   string `label:"主办单位" max:"60"`
	Start  Date   `label:"开班日期" required:"" moment:""`
	Finish Date   `label:"结业日期"`
	Hours  int    `label:"学时" help:"每人应计学时"`
	Heads  int    `label:"人次" nozero:"" help:"没有学员名单时填"`
	Source string `label:"人次来源" max:"60"`
}

// Seat is a cadre's place in a class (学员).
type Seat struct {
	ID     string
	Class  Ref    `label:"班次" ref:"class" required:"" moment:"start"`
	Cadre  Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Hours  int    `label:"实得学时"`
	Result Code   `label:"结业" list:"seat_result"`
	Post   string `label:"班内职务" max:"18"`
	Note   Long   `label:"表现"`
}

// Session is a session of study (第一议题、集中学习、日常研学) of a unit.
type Session struct {
	ID    string
	Kind  Code   `label:"类别" list:"session_kind" required:""`
	Unit  Ref    `label:"单位" ref:"unit" required:"" owner:""`
	Held  Date   `label:"日期" required:"" moment:""`
	Topic string `label:"主题" max:"120" title:""`
	Heads int    `label:"人数" nozero:""`
}

// Lecture is a party lecture (讲党课) or a talk to the public (宣讲) by a cadre.
type Lecture struct {
	ID    string
	Kind  Code   `label:"类别" list:"lecture_kind" required:""`
	Cadre Ref    `label:"主讲人" ref:"cadre" required:"" owner:""`
	Held  Date   `label:"日期" required:"" moment:""`
	Place string `label:"地点" max:"60"`
	Topic string `label:"题目" max:"120" title:""`
	Heads int    `label:"听众人数" nozero:""`
}

// Quota is the number of hours a cadre owes in a year (学时要求), by level of post.
type Quota struct {
	ID     string
	Level  Code   `label:"职务层次" list:"level" help:"空为其余各层次"`
	Hours  int    `label:"每年学时" required:""`
	Source string `label:"依据" max:"120" help:"本单位设置，可改；写明出处"`
	Since  Month  `label:"起用年月" dated:""`
	Until  Month  `label:"停用年月"`
}

// QualityItem is an item of the positive and negative lists (正负面清单) of
// political quality.
type QualityItem struct {
	ID        string
	Dimension Code  `label:"维度" list:"dimension" required:""`
	Sign      Code  `label:"正负面" list:"sign" required:""`
	Text      Long  `label:"内容" required:"" title:""`
	Sort      int   `label:"序号"`
	Since     Month `label:"起用年月" required:"" moment:""`
	Until     Month `label:"停用年月"`
}

// Vetting is a batch of political vetting (政治体检).
type Vetting struct {
	ID   string
	Name string `label:"批次" required:"" max:"60" title:""`
	Held Date   `label:"日期" required:"" moment:""`
	Who  string `label:"考察组" max:"60"`
	Note Long   `label:"说明"`
}

// Vetted is the result of one person in a batch. A negative item counts only
// once somebody has confirmed its evidence.
type Vetted struct {
	ID        string
	Vetting   Ref    `label:"批次" ref:"vetting" required:"" moment:"held"`
	Cadre     Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Grade     Code   `label:"等次" list:"vetting_grade" required:""`
	Summary   Long   `label:"结论"`
	Item      Ref    `label:"负面清单项" ref:"quality_item"`
	Evidence  Long   `label:"证据"`
	Source    string `label:"证据来源" max:"60"`
	Confirmed Date   `label:"核定日期" help:"空为未核定，不生效"`
	Who       string `label:"核定人" max:"18"`
}

// Campaign is a hard task (大战大考): epidemic, flood, poverty, restart of work.
type Campaign struct {
	ID    string
	Name  string `label:"任务" required:"" max:"60" title:""`
	Kind  Code   `label:"类别" list:"campaign_kind" required:""`
	Since Month  `label:"起" moment:""`
	Until Month  `label:"止"`
}

// Sent is somebody sent to a village or to the front line (驻村、下沉), or, where
// no names are known, a number of people.
type Sent struct {
	ID       string
	Campaign Ref    `label:"任务" ref:"campaign" required:""`
	Cadre    Ref    `label:"干部" ref:"cadre" owner:"" help:"没有名单的留空，填人数"`
	Kind     Code   `label:"方式" list:"sent_kind" required:""`
	Place    string `label:"地点" max:"60"`
	Since    Month  `label:"起" required:"" moment:""`
	Until    Month  `label:"止"`
	Grade    Code   `label:"表现" list:"grade"`
	Heads    int    `label:"人数" nozero:"" help:"没有名单时填"`
	Source   string `label:"人数来源" max:"60"`
	Note     Long   `label:"说明"`
}
