package sample

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
)

// award is one line of 奖惩情况.
type award struct {
	at    data.Month
	text  string
	blame bool // a punishment
}

// kept is the number of awards the form has room for.
const kept = 5

// rewards is the text of 奖惩情况.
func (w *world) rewards(p *person) data.Long {
	list := w.awards(p)
	if len(list) == 0 {
		return "无"
	}
	var texts []string
	for _, a := range list {
		texts = append(texts, a.text+"。")
	}
	return data.Long(strings.Join(texts, "\n"))
}

// awards are the last awards of ten years, and every punishment, in order.
func (w *world) awards(p *person) []award {
	c := w.personal(p, 3)
	words := w.words.words.Rewards
	last := w.lastMonth(p)
	var list []award
	add := func(year, month int, phrase string) {
		a := w.award(c, p, year, month, phrase)
		if a.at <= last && a.at > w.entered(p) {
			list = append(list, a)
		}
	}
	good := 0 // years running
	for year := max(w.entered(p).Year()+1, last.Year()-10); year < last.Year(); year++ {
		if w.appraisal(p, year) == resultGood {
			good++
			if good == 3 {
				add(year, 3, words["merit"][0])
				good = 0
			} else {
				add(year, 3, words["annual"][0])
			}
		} else {
			good = 0
		}
		switch n := c.Float64(); {
		case n < 0.03 && p.member(data.MakeMonth(year, 1)):
			add(year, 7, pick(c, words["party"]))
		case n < 0.07:
			add(year, 12, pick(c, words["county"]))
		}
	}
	if w.entered(p).Year() < 2018 && c.percent(5) {
		add(2021, 4, words["poverty"][0])
	}
	byTime := func(a, b award) int { return cmp.Compare(a.at, b.at) }
	slices.SortStableFunc(list, byTime)
	list = list[max(0, len(list)-kept):]
	if p.punished != 0 {
		phrases := slices.DeleteFunc(slices.Clone(words["punish"]), func(phrase string) bool {
			return strings.Contains(phrase, "党内") && !p.member(p.punished)
		})
		blame := w.award(c, p, p.punished.Year(), int(p.punished)%100, pick(c, phrases))
		blame.blame = true
		list = append(list, blame)
		slices.SortStableFunc(list, byTime)
	}
	return list
}

// award puts year and month into a phrase and reads from it when it was given:
// a phrase may name its own month, or the spring after the year it is for.
func (w *world) award(c chance, p *person, year, month int, phrase string) award {
	place := w.words.place.Place
	if p.arrived().Year() > year {
		place = w.words.place.Elsewhere
	}
	text := w.fillFor(c, phrase, place)
	text = strings.NewReplacer("{次年}", fmt.Sprint(year+1), "{年}", fmt.Sprint(year), "{月}", fmt.Sprint(month)).Replace(text)
	if n, err := fmt.Sscanf(text, "%d年%d月", &year, &month); n != 2 {
		panic(fmt.Sprintf("sample: award without month: %s: %v", text, err))
	}
	return award{at: data.MakeMonth(year, month), text: text}
}

// Results of the yearly appraisal: of civil servants, and of institutions and
// enterprises.
const (
	resultGood    = "优秀"
	resultCivil   = "称职"
	resultService = "合格"
	resultPassed  = "基本称职"
	resultTrial   = "不定等次"
)

// appraisals is the text of 年度考核结果 for the last three years.
func (w *world) appraisals(p *person) data.Long {
	byResult := map[string][]string{}
	var order []string
	first, until := w.appraised(p)
	for year := first; year <= until; year++ {
		result := w.appraisal(p, year)
		if byResult[result] == nil {
			order = append(order, result)
		}
		byResult[result] = append(byResult[result], fmt.Sprint(year))
	}
	if len(order) == 0 {
		return data.Long(fmt.Sprintf("%d年%d月参加工作，尚无年度考核结果。", p.work.Year(), int(p.work)%100))
	}
	var parts []string
	for _, result := range order {
		all := ""
		if len(byResult[result]) > 1 {
			all = "均"
		}
		parts = append(parts, fmt.Sprintf("%s年年度考核%s为%s", strings.Join(byResult[result], "、"), all, result))
	}
	return data.Long(strings.Join(parts, "，") + "。")
}

// appraised are the first and last of the three years whose appraisals the
// papers show.
func (w *world) appraised(p *person) (first, until int) {
	last := w.lastMonth(p)
	until = last.Year() - 1
	if int(last)%100 < 3 {
		until--
	}
	return max(until-2, p.work.Year()), until
}

// entered is the month from which the person served in an office, here or, for
// those who came from other offices, there.
func (w *world) entered(p *person) data.Month {
	if p.outsider {
		return p.work
	}
	return p.arrived()
}

// appraisal is the result of a year.
func (w *world) appraisal(p *person, year int) string {
	good := w.personal(p, uint64(year)).percent(min(max(13+7*p.ability, 3), 36)) //nolint:gosec // positive
	switch {
	case year == p.work.Year():
		return resultTrial
	case p.punished != 0 && year == p.punished.Year():
		return resultPassed
	case good:
		return resultGood
	case year <= w.entered(p).Year() && !p.outsider:
		return resultService
	}
	kind := p.now().seat.unit.words.Kind
	if kind == "41" || kind == "42" {
		return resultService
	}
	return resultCivil
}
