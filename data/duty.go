package data

// The records of responsibility and routine work (书记抓、抓书记；制度；常态推进): M1.

// Briefing is a meeting at which the standing committee hears how the work with
// young cadres goes (常委会听取汇报).
type Briefing struct {
	ID       string
	Held     Date   `label:"日期" required:"" moment:""`
	Meeting  string `label:"会议" required:"" max:"60" help:"如 十四届县委常委会第 86 次会议" title:""`
	Topic    string `label:"议题" max:"120"`
	Resolved Long   `label:"议定事项"`
}

// Dispatch is a dispatch meeting (工作调度会) of a party committee. Every one owes
// a number of them per half-year, which is a setting of the office.
type Dispatch struct {
	ID    string
	Unit  Ref    `label:"党委（党组）" ref:"unit" required:"" owner:""`
	Held  Date   `label:"日期" required:"" moment:""`
	Host  string `label:"主持人" max:"18"`
	Topic string `label:"议题" max:"120" title:""`
	Note  Long   `label:"主要内容"`
}

// Inspection is a special inspection (专项督察) of a unit.
type Inspection struct {
	ID       string
	Unit     Ref    `label:"被督察单位" ref:"unit" required:"" owner:""`
	Held     Date   `label:"日期" required:"" moment:""`
	Team     string `label:"督察组" max:"60"`
	Findings Long   `label:"发现问题"`
	Mended   Date   `label:"整改完成日期" help:"空为尚未完成"`
	Note     Long   `label:"整改情况"`
}

// Visit is a field visit (实地调研) or an area meeting (片会).
type Visit struct {
	ID       string
	Kind     Code   `label:"方式" list:"visit" required:""`
	Held     Date   `label:"日期" required:"" moment:""`
	Unit     Ref    `label:"单位" ref:"unit" owner:"" help:"片会填召集单位"`
	Who      string `label:"带队" max:"40"`
	Units    string `label:"参加单位" max:"200" help:"片会填"`
	Topic    string `label:"主题" max:"120" title:""`
	Findings Long   `label:"了解到的情况"`
}

// Research is a team research (调研分析) with the team's weak points and what is
// suggested.
type Research struct {
	ID         string
	Unit       Ref    `label:"班子" ref:"unit" required:"" owner:""`
	Held       Date   `label:"日期" required:"" moment:""`
	Who        string `label:"调研人" max:"60"`
	State      Long   `label:"运行情况"`
	Weak       Long   `label:"短板"`
	Suggestion Long   `label:"调整补充建议"`
	Adopted    Date   `label:"采纳日期" help:"空为未采纳"`
}

// Measure is a measure or document in force (制度措施), by article where a plan
// has many.
type Measure struct {
	ID       string
	Name     string `label:"名称" required:"" max:"120" title:""`
	Kind     Code   `label:"类别" list:"measure_kind" required:""`
	Document string `label:"文号" max:"60"`
	Unit     Ref    `label:"责任单位" ref:"unit" owner:""`
	Articles int    `label:"条数" nozero:"" help:"规划、意见含多条措施的，填条数"`
	Since    Month  `label:"施行年月" required:"" moment:""`
	Until    Month  `label:"废止年月" help:"空为现行"`
	Progress Long   `label:"落实情况"`
}

// Task is an item of one of the year's three lists (三张清单).
type Task struct {
	ID       string
	Year     int    `label:"年度" range:"1900-2199" required:""`
	List     Code   `label:"清单" list:"task_list" required:""`
	Name     string `label:"事项" required:"" max:"200" title:""`
	Unit     Ref    `label:"责任单位" ref:"unit" owner:""`
	Who      string `label:"责任人" max:"18"`
	Deadline Date   `label:"时限" required:"" moment:""`
	Progress Long   `label:"进度"`
	Done     Date   `label:"完成日期" help:"空为未完成"`
	Result   Long   `label:"结果"`
}

// LookBack is an item of the year-end look-back (回头看) at how instructions are
// carried out.
type LookBack struct {
	ID     string
	Year   int    `label:"年度" range:"1900-2199" required:""`
	Source string `label:"依据" required:"" max:"120" help:"指示、会议或文件"`
	Matter string `label:"事项" required:"" max:"200" title:""`
	Unit   Ref    `label:"责任单位" ref:"unit" owner:""`
	State  Long   `label:"落实情况"`
	Closed Date   `label:"销号日期" help:"空为未销号" moment:""`
}

// Score is what a unit got for the work with young cadres in an inspection
// (巡察) or a party-building assessment (党建考核).
type Score struct {
	ID      string
	Unit    Ref    `label:"单位" ref:"unit" required:"" owner:""`
	Year    int    `label:"年度" range:"1900-2199" required:""`
	Kind    Code   `label:"考核" list:"score_kind" required:""`
	Item    string `label:"评分项" max:"120" title:""`
	Maximum int    `label:"满分" required:""`
	Points  int    `label:"得分"`
	Note    Long   `label:"扣分原因"`
}
