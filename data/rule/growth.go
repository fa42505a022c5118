package rule

import "huoshui/data"

// seats compares the hours of places in classes with those of the classes.
func (c *checker) seats() {
	if c.World == nil {
		return
	}
	for i, s := range beside[data.Seat](c.Person, data.SeatKind) {
		class := c.World.Classes[s.Class]
		if class != nil && class.Hours > 0 && s.Hours > class.Hours {
			c.row("实得学时不多于班次学时", data.SeatKind, i, "hours", "“%s”应计 %d 学时，记了 %d 学时", class.Name, class.Hours, s.Hours)
		}
	}
}

// reserves looks at the memberships of the reserve.
func (c *checker) reserves() {
	list := beside[data.Reserve](c.Person, data.ReserveKind)
	for i, r := range list {
		tier := data.ListNamed("tier").Label(r.Tier)
		for _, other := range list[:i] {
			if other.Tier == r.Tier && overlaps(r.Since, r.Until, other.Since, other.Until) {
				c.row("同一层次不重复在库", data.ReserveKind, i, "since", "%s层次 %s 起在库，与 %s 起的一段重叠", tier, r.Since, other.Since)
			}
		}
		switch {
		case r.Until != 0 && r.Exit == "":
			c.row("出库应写明情形", data.ReserveKind, i, "exit", "%s层次 %s 出库，没有写情形", tier, r.Until)
		case r.Until == 0 && !c.Cadre.Active(c.at):
			c.row("离册后不再在库", data.ReserveKind, i, "until", "离册 %s，%s层次没有出库年月", c.Cadre.Gone, tier)
		}
	}
}

// postings finds somebody sent to two places at a time. Being sent on by the
// place one was sent to is not that.
func (c *checker) postings() {
	list := beside[data.Posting](c.Person, data.PostingKind)
	for i, p := range list {
		for _, other := range list[:i] {
			onward := p.Sender == other.Receiver || other.Sender == p.Receiver
			if !onward && overlaps(p.Since, p.Until, other.Since, other.Until) {
				c.row("墩苗锻炼时间不重叠", data.PostingKind, i, "since", "%s（%s 起）与%s（%s 起）时间重叠", p.Receiver, p.Since, other.Receiver, other.Since)
			}
		}
	}
}

func overlaps(since, until, since2, until2 data.Month) bool {
	return (until2 == 0 || since < until2) && (until == 0 || since2 < until)
}

// recruits compares the mark of a selected graduate with the recruitment.
func (c *checker) recruits() {
	for i, r := range beside[data.Recruit](c.Person, data.RecruitKind) {
		if !c.Cadre.Selected {
			c.cadre("有招录记录的应标为选调生", "selected", "%d 年招录为选调生，没有标“选调生”", r.Year)
		}
		if start := c.Cadre.WorkStart; start != 0 && r.Year > start.Year()+1 {
			c.row("选调生招录与参加工作相接", data.RecruitKind, i, "year", "%d 年招录，参加工作 %s", r.Year, start)
		}
	}
}

// vetted looks at results of political vetting: what is held against somebody
// needs evidence.
func (c *checker) vetted() {
	for i, v := range beside[data.Vetted](c.Person, data.VettedKind) {
		if v.Item != "" && v.Evidence == "" {
			c.row("负面清单项应有证据", data.VettedKind, i, "evidence", "考察结果记有负面清单项，没有写证据")
		}
		if held := c.held(v.Vetting); held != 0 && v.Confirmed != 0 && v.Confirmed.Month() < held {
			c.row("核定不早于考察", data.VettedKind, i, "confirmed", "考察 %s，核定 %s", held, v.Confirmed)
		}
	}
}

func (c *checker) held(of data.Ref) data.Month {
	if c.World == nil {
		return 0
	}
	return c.World.held[of]
}

// candidates asks why a young cadre was compared and not chosen, once the post
// is filled.
func (c *checker) candidates() {
	if c.World == nil {
		return
	}
	for i, k := range beside[data.Candidate](c.Person, data.CandidateKind) {
		if k.Young && !k.Chosen && k.Reason == "" && c.World.filled[k.Vacancy] {
			c.row("年轻干部未选定应写明理由", data.CandidateKind, i, "reason", "%s 比选未选定，没有写理由", k.Compared)
		}
	}
}
