package data

// Unit is an organization (机构): a committee, department, township … They form
// a tree, ordered within it by Sort.
type Unit struct {
	ID     string
	Name   string `label:"机构名称" required:"" max:"60" help:"规范全称，如 中共清源县委组织部"`
	Short  string `label:"简称" required:"" max:"30" help:"名册、班子图上用的短名，如 县委组织部" title:""`
	Parent Ref    `label:"上级机构" ref:"unit" owner:""`
	Kind   Code   `label:"机构类别" list:"unit_kind" required:""`
	Sort   int    `label:"排序号"`
	Since  Month  `label:"设立年月" help:"空为一直存在"`
	Until  Month  `label:"撤销年月" help:"空为仍存在"`
}

// Post is a position (职位) of a unit with its approved number (职数). A leading
// post with Team set is a seat in the unit's leadership team (领导班子).
type Post struct {
	ID        string
	Unit      Ref    `label:"机构" ref:"unit" required:"" owner:""`
	Name      string `label:"职位名称" required:"" max:"60" help:"不含机构名，如 党委副书记、镇长" title:""`
	Approved  int    `label:"核定职数" help:"三定规定核定的数"`
	Unchecked bool   `label:"核定职数待核" help:"导入时按现有人数暂定；对照三定规定核对后改为“否”，班子才评灯色"`
	Level     Code   `label:"职务层次" list:"level"`
	Rank      Code   `label:"正副职" list:"rank"`
	Managed   Code   `label:"管理权限" list:"managed"`
	Team      bool   `label:"班子成员" help:"计入领导班子"`
	Key       bool   `label:"关键岗位"`
	Duty      string `label:"岗位类别" list:"duty" max:"20" help:"从列表选；写别的说法也可以，但指标和规则只认列表里的"`
	Sort      int    `label:"排序号"`
	Since     Month  `label:"设置年月"`
	Until     Month  `label:"取消年月"`
	DutyCode  Code   `list:"duty"` // follows from Duty; empty for words of the office's own
}

// Prepare finds the code of the duty, by which rules and figures decide. Words
// that are not in the list stay as they are and have no code.
func (p *Post) Prepare() {
	code, err := ListNamed("duty").Find(p.Duty)
	if err != nil {
		code = ""
	}
	p.DutyCode = code
	if code != "" {
		p.Duty = ListNamed("duty").Label(code)
	}
}

// SetDuty gives the post a duty of the list.
func (p *Post) SetDuty(code Code) {
	p.Duty, p.DutyCode = ListNamed("duty").Label(code), code
}

// Target is a staffing target (配备目标) for every unit of a kind, or for one.
type Target struct {
	ID        string
	Name      string `label:"目标名称" required:"" max:"60" title:""`
	Kind      Code   `label:"机构类别" list:"unit_kind" help:"对一类班子；与“机构”二者填一"`
	Unit      Ref    `label:"机构" ref:"unit" owner:"" help:"只对一个班子"`
	Scope     Code   `label:"计入范围" list:"scope" required:""`
	Condition Long   `label:"口径" required:"" help:"对任职的条件，如 年龄 < 36"`
	Measure   Code   `label:"计量" list:"measure" required:""`
	Percent   int    `label:"比例" nozero:"" range:"0-100" help:"计量为占比时，百分数"`
	Number    int    `label:"人数" nozero:"" help:"计量为人数时"`
	Base      Code   `label:"分母" list:"base"`
	Source    string `label:"依据" max:"120" help:"本单位设置，可改；写明出处"`
	Since     Month  `label:"起用年月" dated:""`
	Until     Month  `label:"停用年月"`
}

// UnitPast is what a unit was called and of which kind it was before a month
// (机构沿革). At a month M a unit has the names of the entry with the earliest
// Until after M, and those of its own record when there is no such entry.
type UnitPast struct {
	ID    string
	Unit  Ref    `label:"机构" ref:"unit" required:"" owner:""`
	Name  string `label:"原名称" required:"" max:"60" title:""`
	Short string `label:"原简称" required:"" max:"30"`
	Kind  Code   `label:"原机构类别" list:"unit_kind" required:""`
	Until Month  `label:"改变年月" required:"" help:"当月起用后来的名称和类别" moment:""`
}
