package rule

// Answer is what one rule of eligibility (任职资格) says about a cadre and a post.
type Answer struct {
	Rule   string // 副职提正职的任职年限
	Clause string // 条例第八条（三）
	State  State
	Data   string // what the records say, in words
	Source string // where the threshold comes from
	Hard   bool   // not to be put forward unless it is met; else something to consider
}

// State is how a rule came out.
type State string

// The states. Unknown is told apart from met: the records do not say.
const (
	Met     State = "符合"
	Broken  State = "不符合"
	Unknown State = "无法判断"
)
