package figure

import "huoshui/data"

// Period is the time over which a figure counts.
type Period string

// The periods. A state looks at the as-of month alone; all others end with it,
// but for the year before, which is looked at whole, by what is known of it at the
// as-of month, and the change of term, at which everything is counted as it was then.
const (
	State    Period = ""
	ThisYear Period = "年"  // from January of the as-of month's year
	ThisHalf Period = "半年" // from January or July
	ThisTerm Period = "届"  // from the last change of term
	AtChange Period = "换届" // the month of the last change of term
	Recent   Period = "近年" // from January of the first of so many years, the as-of month's being the last
	LastYear Period = "上年" // the calendar year before the as-of month's
)

var periodWords = map[Period]string{
	State: "", ThisYear: "时点所在年", ThisHalf: "时点所在半年", ThisTerm: "最近一次换届以来", AtChange: "最近一次换届当月", Recent: "近年（年数为本单位设置）", LastYear: "上一年度",
}

func (p Period) known() bool {
	_, ok := periodWords[p]
	return ok
}

func (p Period) wording() string { return periodWords[p] }

// span is a period: the month at which rows are looked at, and the first and the
// last month of what happens.
type span struct{ at, from, to data.Month }

// span is the period at a month. Its first month is zero for a state, and when no
// change of term is on record.
func (p Period) span(office data.Office, at data.Month) span {
	from, to := p.stretch(office, at)
	if p == AtChange {
		at = from
	}
	return span{at, from, to}
}

func (p Period) stretch(office data.Office, at data.Month) (from, to data.Month) {
	switch p {
	case ThisYear:
		return data.MakeMonth(at.Year(), 1), at
	case ThisHalf:
		if at > data.MakeMonth(at.Year(), 6) {
			return data.MakeMonth(at.Year(), 7), at
		}
		return data.MakeMonth(at.Year(), 1), at
	case ThisTerm:
		return office.Term(at), at
	case AtChange:
		return office.Term(at), office.Term(at)
	case Recent:
		return data.MakeMonth(at.Year()-office.Recent+1, 1), at
	case LastYear:
		return data.MakeMonth(at.Year()-1, 1), data.MakeMonth(at.Year()-1, 12)
	}
	return 0, at
}
