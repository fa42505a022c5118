package data

// Round is an adjustment of the reserve (储备库调整): the yearly one or one in
// between.
type Round struct {
	ID   string
	Name string `label:"名称" required:"" max:"60" help:"如 2026 年度集中调整" title:""`
	Held Date   `label:"日期" required:"" moment:""`
	Kind Code   `label:"类别" list:"round" required:""`
}

// Reserve is a cadre's membership of the reserve of outstanding young cadres
// (优秀年轻干部储备库) in one tier. In from Since on, out from Until on.
type Reserve struct {
	ID       string
	Cadre    Ref    `label:"干部" ref:"cadre" required:"" owner:""`
	Tier     Code   `label:"储备层次" list:"tier" required:""`
	Found    Code   `label:"发现方式" list:"found"`
	Since    Month  `label:"入库年月" required:"" moment:""`
	Until    Month  `label:"出库年月" help:"当月起不在库；空为在库"`
	Entry    string `label:"入库依据" max:"120"`
	Exit     Code   `label:"出库情形" list:"exit"`
	Evidence string `label:"出库依据" max:"120"`
	Approver string `label:"审批" max:"30"`
	Opened   Ref    `label:"入库轮次" ref:"round"`
	Closed   Ref    `label:"出库轮次" ref:"round"`
}

// Criterion is a saved criterion (口径): a condition with a name, in the words
// of the trade, over one subject.
type Criterion struct {
	ID        string
	Name      string `label:"名称" required:"" max:"40" title:""`
	Subject   string `label:"对象" required:"" max:"20"`
	Condition Long   `label:"条件" required:""`
	Source    string `label:"依据" max:"120"`
	Section   string `label:"分组" max:"20" help:"如 年代、年龄段、统计年龄段；空为一般口径"`
	Since     Month  `label:"起用年月" dated:""`
	Until     Month  `label:"停用年月" help:"空为一直有效"`
}

// Setting is one setting of the office (本单位设置), in force from Since on.
type Setting struct {
	ID    string
	Key   string `label:"设置项" required:"" max:"40" title:""`
	Value string `label:"值" max:"400"`
	Since Month  `label:"起用年月" dated:""`
}

// Template is the text of a paper as an office words it (模板), in force from a
// month until the next one; without any, the text that comes with the program.
type Template struct {
	ID    string
	Name  string `label:"材料" required:"" max:"40" title:"" help:"材料种类，如 工作汇报"`
	Text  Long   `label:"文字" required:""`
	Since Month  `label:"起用年月" dated:""`
}
