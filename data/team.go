package data

// The records of evaluating teams against their targets (红黄绿预警评价) and of
// trial placements (模拟调配): M1.1, M4.2.

// Evaluation is a round of evaluation (配备评价): the lights of all teams as they
// stood at a month, frozen with their reasons.
type Evaluation struct {
	ID   string
	Name string `label:"评价批次" required:"" max:"60" title:"" help:"如 2026 年上半年"`
	At   Month  `label:"评价时点" required:"" moment:""`
	Held Date   `label:"定稿日期" help:"空为尚未定稿"`
	Note Long   `label:"说明"`
}

// Light is what a round found for one team.
type Light struct {
	ID         string
	Evaluation Ref  `label:"评价批次" ref:"evaluation" required:"" moment:"at"`
	Unit       Ref  `label:"班子" ref:"unit" required:"" owner:""`
	Color      Code `label:"灯色" list:"light" required:"" title:""`
	Unmet      int  `label:"未达标项数"`
	Missing    int  `label:"缺配人数"`
	Reasons    Long `label:"原因" help:"每行一条"`
}

// Letter is a feedback letter (点对点反馈函) to the secretary of a team.
type Letter struct {
	ID         string
	Evaluation Ref    `label:"评价批次" ref:"evaluation" required:""`
	Unit       Ref    `label:"班子" ref:"unit" required:"" owner:""`
	Number     string `label:"文号" max:"60" title:""`
	Secretary  string `label:"收函人" max:"36"`
	Issued     Date   `label:"发函日期" required:"" moment:""`
	Back       Date   `label:"回执日期" help:"空为未回执"`
	Due        Date   `label:"答复时限"`
	Answered   Date   `label:"答复日期" help:"空为未答复"`
	Answer     Long   `label:"答复内容"`
}

// Scenario is a trial placement (调配方案): moves laid over the facts at a month.
type Scenario struct {
	ID       string
	Name     string `label:"方案名称" required:"" max:"60" title:""`
	At       Month  `label:"推演时点" required:""`
	Since    Month  `label:"任职年月" help:"方案实施时各项任职的起始年月"`
	Decision Ref    `label:"任免决定" ref:"decision" help:"方案经会议决定并执行后填"`
	Note     Long   `label:"说明"`
}

// Move is one move of a scenario: a cadre put into a post, taken out of one, or
// both.
type Move struct {
	ID       string
	Scenario Ref  `label:"方案" ref:"scenario" required:""`
	Step     int  `label:"次序"`
	Cadre    Ref  `label:"干部" ref:"cadre" required:"" owner:""`
	Post     Ref  `label:"拟任职位" ref:"post" help:"只免不任的留空"`
	Leaves   Ref  `label:"拟免任职" ref:"appointment" help:"不免原职的留空"`
	How      Code `label:"任职方式" list:"how"`
	Note     Long `label:"理由"`
}

// OwnFigure is a figure an office has defined for itself, beside those that come
// with the program.
type OwnFigure struct {
	ID        string
	Name      string `label:"指标名称" required:"" max:"60" title:""`
	Subject   string `label:"对象" required:"" max:"20"`
	Condition Long   `label:"口径"`
	Whole     Long   `label:"分母口径" help:"写了才有占比；“全部”为对象的全部"`
	Share     bool   `label:"显示占比"`
	Sum       string `label:"求和的项" max:"20" help:"数人头之外按某一数字项求和时填，如 人数"`
	Period    string `label:"时段" max:"2" help:"空为时点当月；年、届"`
	Note      Long   `label:"说明"`
	Since     Month  `label:"起用年月" dated:""`
	Until     Month  `label:"停用年月" help:"空为一直有效"`
}

// LightRule sets a rule by which teams are watched (班子预警规则) as the office
// wants it, over the one that comes with the program.
type LightRule struct {
	ID     string
	Rule   Code   `label:"规则" list:"light_rule" required:"" title:""`
	Color  Code   `label:"级别" list:"light" help:"空为随程序的级别；绿灯为只进台账，不影响灯色"`
	Bound  int    `label:"界限" nozero:"" help:"岁数、月数、百分数或人数；不填为随程序的界限"`
	Off    bool   `label:"停用"`
	Source string `label:"依据" max:"120" help:"本单位设置，可改；写明出处"`
	Since  Month  `label:"起用年月" dated:""`
	Until  Month  `label:"停用年月" help:"空为一直有效"`
}
