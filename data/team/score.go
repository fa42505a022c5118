package team

import (
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/rule"
)

// add keeps a part that weighs anything.
func (p *Prospect) add(part Part) {
	if part.Of > 0 {
		p.Parts = append(p.Parts, part)
	}
}

func (s *suggester) weight(n data.NumberSetting) int { return n.At(s.settings, s.at) }

func (s *suggester) needsPart(row criteria.Sifted) Part {
	part := Part{Name: "弥补短板"}
	if len(s.needs) == 0 {
		return part
	}
	var met []string
	count := 0
	for i, n := range s.needs {
		if row.Meets[i+1] {
			count++
			if !slices.Contains(met, n.words) {
				met = append(met, n.words)
			}
		}
	}
	part.Of = s.weight(data.WeightNeeds)
	part.Score = part.Of * count / len(s.needs)
	part.Said = fmt.Sprintf("班子所缺%d项中补%d项", len(s.needs), count)
	if len(met) > 0 {
		part.Said += "：" + strings.Join(met, "；")
	}
	return part
}

// experiencePart looks for the same kind of post, else of unit, in what
// somebody has held.
func (s *suggester) experiencePart(c rule.Case) Part {
	part := Part{Name: "岗位经历", Of: s.weight(data.WeightExperience), Said: "没有同类岗位、同类单位任职经历"}
	for _, a := range c.Appointments {
		held := s.world.Posts[a.Post]
		if held == nil || a.Since > s.at {
			continue
		}
		if held.Duty != "" && held.Duty == c.Post.Duty {
			part.Score, part.Said = part.Of, "任过同类岗位："+a.Title
			return part
		}
		if u := s.world.Units[held.Unit]; u != nil && u.Kind == c.Unit.Kind && part.Score == 0 {
			part.Score, part.Said = part.Of*6/10, "在同类单位任过职："+a.Title
		}
	}
	return part
}

func (s *suggester) reservePart(row criteria.Sifted) Part {
	part := Part{Name: "储备培养", Of: s.weight(data.WeightReserve), Said: "不在优秀年轻干部储备库"}
	if row.Meets[0] {
		part.Score, part.Said = part.Of, "在优秀年轻干部储备库"
	}
	return part
}

// appraisalPart counts the years of the last three in which the appraisal was
// 优秀.
func (s *suggester) appraisalPart(c rule.Case) Part {
	part := Part{Name: "考核表现", Of: s.weight(data.WeightAppraisals), Said: "近三年没有年度考核记录"}
	good, known := 0, 0
	for _, record := range c.Beside[data.AppraisalKind] {
		if a := record.(*data.Appraisal); a.Year < s.at.Year() && a.Year >= s.at.Year()-3 {
			known++
			good += one(a.Grade == data.AppraisalExcellent)
		}
	}
	if known > 0 {
		part.Score, part.Said = part.Of*(1+good)/4, fmt.Sprintf("近三年考核优秀%d次", good)
	}
	return part
}

// settledPart asks for two years in the present post.
func (s *suggester) settledPart(c rule.Case) Part {
	part := Part{Name: "任职稳定", Of: s.weight(data.WeightSettled), Said: "没有现任职务记录"}
	if a := c.Now(); a != nil {
		have := s.at.Since(a.Since)
		part.Score, part.Said = part.Of*min(have, 24)/24, "任现职"+rule.Span(have)
	}
	return part
}

// rulesPart counts the rules of eligibility that are known to be met.
func (s *suggester) rulesPart(answers []rule.Answer) Part {
	met := 0
	for _, a := range answers {
		met += one(a.State == rule.Met)
	}
	part := Part{Name: "资格条件", Of: s.weight(data.WeightRules), Said: fmt.Sprintf("资格条件%d项中明确符合%d项", len(answers), met)}
	part.Score = part.Of * met / max(1, len(answers))
	return part
}
