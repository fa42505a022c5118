package sample

import (
	"strings"

	"huoshui/data"
)

// relatives makes the family of one cadre.
type relatives struct {
	w       *world
	c       chance
	p       *person
	name    string // of the cadre
	at      data.Month
	list    []*data.Family
	surname string
	home    string // where the family lives
}

// family is spouse, children, father, mother, in the official order and words.
func (w *world) family(p *person, name string) []*data.Family {
	r := &relatives{w: w, c: w.personal(p, 2), p: p, name: name, at: w.lastMonth(p), surname: w.surnameOf(name)}
	r.home = w.words.place.Place
	if p.outsider {
		r.home = w.words.place.Elsewhere
	}
	if r.married() {
		r.children(r.spouse())
	}
	r.parents()
	for i, f := range r.list {
		f.Sort = i + 1
	}
	return r.list
}

func (r *relatives) age() int { return r.at.Age(r.p.birth) }

func (r *relatives) married() bool {
	switch age := r.age(); {
	case age < 25:
		return false
	case age < 28:
		return r.c.percent(35)
	case age < 31:
		return r.c.percent(75)
	}
	return r.c.percent(95)
}

func (r *relatives) add(relation, name string, birth data.Month, politics, post string) {
	r.list = append(r.list, &data.Family{Relation: relation, Name: name, Birth: birth, Politics: politics, Post: post})
}

func (r *relatives) phrase(of string) string {
	return r.w.fillFor(r.c, pick(r.c, r.w.words.words.Family[of]), r.home)
}

// person is the name of a relative: for names with “·” own name·father's name.
func (r *relatives) person(surname string, male bool, birth data.Month, father string) string {
	if r.p.fixed == nil || r.p.fixed.father == "" {
		return r.w.name(r.c, surname, male, birth.Year())
	}
	words := &r.w.words.names.Dotted
	list := words.Female
	if male {
		list = words.Male
	}
	if father == "" {
		father = pick(r.c, words.Male)
	}
	own := pick(r.c, list)
	for own == father || strings.HasPrefix(r.name, own) {
		own = pick(r.c, list)
	}
	return own + "·" + father
}

// spouse adds the spouse and gives the name of the children's father.
func (r *relatives) spouse() string {
	surname := r.w.surname(r.c)
	birth := r.p.birth.Add(r.c.between(-18, 30))
	relation, limit := "丈夫", 60
	if r.p.male {
		relation, limit = "妻子", 55
	} else {
		birth = r.p.birth.Add(r.c.between(-36, 12))
	}
	politics, post := "群众", r.phrase("spouse")
	if r.at.Age(birth) >= limit {
		post = r.phrase("spouse_retired")
	}
	if r.c.percent(45) && !strings.Contains(post, "个体") && !strings.Contains(post, "自由") {
		politics = "中共党员"
	}
	name := r.person(surname, !r.p.male, birth, "")
	r.add(relation, name, birth, politics, post)
	if r.p.male {
		return r.name
	}
	return name
}

type child struct {
	male  bool
	birth data.Month
}

// children adds one child, or two where that was usual.
func (r *relatives) children(father string) {
	first := r.p.birth.Add(r.c.between(25*12+3, 31*12))
	if first >= r.at.Add(-2) || r.c.percent(6) {
		return
	}
	kids := []child{{r.c.percent(52), first}}
	second := first.Add(r.c.between(26, 80))
	chance := 5.0
	if second.Year() >= 2014 {
		chance = 38
	}
	if second < r.at.Add(-2) && r.c.percent(chance) {
		kids = append(kids, child{r.c.percent(51), second})
	}
	words, surname := childWords(kids), r.w.surnameOf(father)
	father, _, _ = strings.Cut(father, "·")
	for i, k := range kids {
		politics, post := r.growing(k.birth)
		r.add(words[i], r.person(surname, k.male, k.birth, father), k.birth, politics, post)
	}
}

// childWords are the official words: 儿子 and 女儿 for an only one of its sex,
// 长子, 次子, 长女, 次女 otherwise.
func childWords(kids []child) []string {
	sons := 0
	for _, k := range kids {
		if k.male {
			sons++
		}
	}
	order := map[bool][]string{true: {"长子", "次子"}, false: {"长女", "次女"}}
	if sons < 2 {
		order[true] = []string{"儿子"}
	}
	if len(kids)-sons < 2 {
		order[false] = []string{"女儿"}
	}
	seen := map[bool]int{}
	var words []string
	for _, k := range kids {
		words = append(words, order[k.male][seen[k.male]])
		seen[k.male]++
	}
	return words
}

// growing is what a child of the age does.
func (r *relatives) growing(birth data.Month) (politics, post string) {
	switch age := r.at.Age(birth); {
	case age < 6:
		return "群众", r.phrase("child_small")
	case age < 12:
		return "群众", r.phrase("child_primary")
	case age < 18:
		politics = "群众"
		if age >= 15 {
			politics = "共青团员"
		}
		return politics, r.phrase("child_middle")
	case age < 22:
		return "共青团员", r.phrase("child_college")
	case age < 28:
		return pick(r.c, []string{"共青团员", "中共党员", "群众"}), r.phrase("child_work")
	}
	return pick(r.c, []string{"群众", "群众", "中共党员"}), r.phrase("child_work")
}

// parents adds father and mother.
func (r *relatives) parents() {
	_, _, r.home = r.w.places(r.p)
	father := r.p.birth.Add(-r.c.between(23*12, 31*12))
	mother := father.Add(r.c.between(-6, 50))
	if r.p.birth.Since(mother) < 20*12 {
		mother = r.p.birth.Add(-21 * 12)
	}
	state := r.c.percent(30)
	name := r.person(r.surname, true, father, "")
	if r.p.fixed != nil && r.p.fixed.father != "" {
		_, rest, _ := strings.Cut(name, "·")
		name = r.p.fixed.father + "·" + rest
	}
	r.elder("父亲", name, father, state)
	r.elder("母亲", r.person(r.w.surname(r.c), false, mother, ""), mother, state && r.c.percent(60))
}

// elder adds a parent, farming, at work, retired or dead.
func (r *relatives) elder(relation, name string, birth data.Month, state bool) {
	age := r.at.Age(birth)
	politics, post := "群众", r.phrase("elder_village")
	if state {
		post = r.phrase("elder_retired")
		if age < 58 {
			post = strings.TrimSuffix(post, "（已退休）")
		}
		if r.c.percent(45) {
			politics = "中共党员"
		}
	} else if r.c.percent(10) {
		politics = "中共党员"
	}
	dead := 1.5
	switch {
	case age >= 85:
		dead = 75
	case age >= 78:
		dead = 42
	case age >= 68:
		dead = 14
	}
	if r.c.percent(dead) {
		post = strings.TrimSuffix(post, "（已退休）") + r.phrase("dead")
	}
	r.add(relation, name, birth, politics, post)
}
