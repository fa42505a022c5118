package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/store"
)

// State says what an import would do with a file.
type State string

// The states, as users read them.
const (
	New     State = "新增"
	Changed State = "变更"
	Same    State = "无变化"
	Ask     State = "待定" // who it is about is for the user to say
)

// Proposal is what an import would do. Nothing is written before Write.
type Proposal struct {
	Files   int
	Items   []*Item
	Refused []Refusal
	Unread  []Refusal // what of a roster is not taken in, while the rest is

	at     data.Month            // the month of the import, as of which posts are compared
	known  *titleBook            // units and posts on record
	titles *titleBook            // with those that are to be made
	choice map[string]*data.Post // titles settled by the user
	made   making
}

// Refusal is a file, or a row of a roster, that cannot be read, with the
// reason.
type Refusal struct {
	File   string `json:"file"`
	Row    int    `json:"row,omitempty"` // as the spreadsheet counts
	Column string `json:"column,omitempty"`
	Reason string `json:"reason"`
}

// Where is the file and the place in it.
func (r Refusal) Where() string {
	if r.Row == 0 {
		return r.File
	}
	return strings.TrimSpace(fmt.Sprintf("%s 第 %d 行 %s", r.File, r.Row, r.Column))
}

// Item is what the import would do with one file.
type Item struct {
	File        string
	Name        string
	State       State
	Differences []Difference
	Doubts      []string // what was not understood and stays empty
	Candidates  []Candidate

	form   *form
	target *person
}

// Candidate is a stored cadre that the form may be about: his name, and what
// distinguishes him from others of the same name.
type Candidate struct{ ID, Name, About string }

// Read makes the proposal for files, folders and zip files: it reads every
// file, finds the cadre it is about, and compares.
func Read(ctx context.Context, r store.View, office data.Office, at data.Month, paths []string, progress data.Progress) (*Proposal, error) {
	sources, refused, err := gather(ctx, paths)
	if err != nil {
		return nil, err
	}
	known, err := loadPeople(ctx, r)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Files: len(sources) + len(refused), Refused: refused, at: at}
	for i, s := range sources {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		progress.Tell(i, len(sources), "正在读 "+s.name)
		if s.path != "" {
			p.readRoster(ctx, s, known)
			continue
		}
		item, reason := p.readItem(s)
		if reason != "" {
			p.Refused = append(p.Refused, Refusal{File: s.name, Reason: reason})
			continue
		}
		p.Items = append(p.Items, item)
	}
	if office.Place == "" { // not entered yet
		office.Place = commonPlace(p.allTitles())
	}
	if p.known, err = loadTitles(ctx, r, office); err != nil {
		return nil, err
	}
	for _, item := range p.Items {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.identify(item, known)
	}
	p.partTwins()
	p.Unsettle()
	progress.Tell(1, 1, "读完")
	return p, nil
}

// allTitles are the current posts of all files, those of a roster behind the
// unit that stands beside or above them.
func (p *Proposal) allTitles() []string {
	var titles []string
	for _, item := range p.Items {
		unit := ""
		if row := item.form.roster; row != nil {
			unit, _ = unitOf(row)
		}
		for _, title := range item.form.titles {
			if placeOf(title) == "" {
				title = unit + title
			}
			titles, unit = append(titles, title), ""
		}
	}
	return titles
}

func (p *Proposal) readItem(s source) (item *Item, reason string) {
	raw, err := readLimited(s, maxFile)
	if err != nil {
		return nil, data.Sentence(err)
	}
	file, err := lrmx.Read(bytes.NewReader(raw))
	if err != nil {
		return nil, advise(err)
	}
	f := readForm(file)
	if f.cadre.Name == "" {
		return nil, "没有姓名，请补上后再导入"
	}
	if err := f.problem(); err != nil {
		return nil, err.Error()
	}
	item = &Item{File: s.name, Name: f.cadre.Name, form: f, Doubts: f.doubts}
	if since := currentSince(f.resume); since > p.at {
		item.Doubts = append(item.Doubts, fmt.Sprintf("简历里 %s 起的一段晚于本月，现任职务的任职时间留空", since))
	}
	return item, ""
}

// identify finds the cadre that an item is about.
func (p *Proposal) identify(item *Item, known *people) {
	target, ask := known.match(item.form)
	if target == nil && len(ask) > 0 {
		p.ask(item, ask)
	} else {
		p.aim(item, target)
	}
}

// against compares an item with a person on record, nil for nobody.
func (p *Proposal) against(item *Item, one *person) []Difference {
	if row := item.form.roster; row != nil {
		item.form.titles = p.rosterTitles(row, one)
		item.form.written = rosterWritten(row, item.form.titles)
	}
	if one == nil {
		return nil
	}
	return compare(one.form(p.at), item.form)
}

// ask asks the user which cadre an item is about.
func (p *Proposal) ask(item *Item, candidates []*person) {
	for _, one := range candidates {
		if len(p.against(item, one)) == 0 {
			p.aim(item, one) // word for word on record: nothing to ask
			return
		}
	}
	item.State, item.target, item.Differences, item.Candidates = Ask, nil, p.against(item, nil), nil
	for _, one := range candidates {
		item.Candidates = append(item.Candidates, Candidate{ID: one.cadre.ID, Name: one.cadre.Name, About: one.form(p.at).about()})
	}
}

// aim sets the cadre that an item is about, nil for a new one, and compares.
func (p *Proposal) aim(item *Item, target *person) {
	item.target, item.Differences = target, p.against(item, target)
	if target == nil {
		item.State = New
		return
	}
	item.State = Same
	if len(item.Differences) > 0 {
		item.State = Changed
	}
}

// About is what distinguishes the person of the form from others of the same
// name: sex, month of birth, native place, the end of the ID number, current
// posts.
func (i *Item) About() string { return i.form.about() }

func (f *form) about() string {
	c := &f.cadre
	words := []string{data.CadreKind.Field("sex").Text(c), "", c.NativePlace, "", joinTitles(f.titles)}
	if c.Birth != 0 {
		words[1] = c.Birth.String() + "生"
	}
	if n := len(c.IDNumber); n >= 4 {
		words[3] = "身份证尾号" + c.IDNumber[n-4:]
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), "　")
}

// Decide settles an item in state Ask: it is about the candidate with that ID,
// or, when id is empty, about a new person. It reads what it needs and returns
// settle, which changes the proposal and must be called on the goroutine that
// owns it.
func (p *Proposal) Decide(ctx context.Context, r store.View, item *Item, id string) (settle func(), err error) {
	if id == "" {
		if number := item.form.cadre.IDNumber; number != "" {
			same, err := store.Find[data.Cadre](ctx, r, store.Where("id_number", number))
			if err != nil {
				return nil, err
			}
			if len(same) > 0 {
				return nil, data.Refuse(fmt.Sprintf("身份证号与库中的%s相同，不能作为新人；请先核对身份证号。", same[0].Name), nil)
			}
		}
		return func() { p.aim(item, nil) }, nil
	}
	known, err := loadPeople(ctx, r, id)
	if err != nil {
		return nil, err
	}
	one, ok := known.byID[id]
	if !ok {
		return nil, fmt.Errorf("exchange: decide: %w", data.ErrNotFound)
	}
	return func() { p.aim(item, one) }, nil
}

// Count counts the items in a state.
func (p *Proposal) Count(state State) int {
	n := 0
	for _, item := range p.Items {
		if item.State == state {
			n++
		}
	}
	return n
}

// MarshalJSON writes the JSON of `import --json`.
func (p *Proposal) MarshalJSON() ([]byte, error) {
	refused, unsettled := p.Refused, p.Unsettled()
	if refused == nil {
		refused = []Refusal{}
	}
	if unsettled == nil {
		unsettled = []Unsettled{}
	}
	units, posts := p.Made()
	return json.Marshal(struct {
		Files     int         `json:"files"`
		New       int         `json:"new"`
		Changed   int         `json:"changed"`
		Same      int         `json:"same"`
		Ask       int         `json:"ask"`
		Asked     []asked     `json:"asked"`
		Refused   []Refusal   `json:"refused"`
		Unread    []Refusal   `json:"unread,omitempty"`
		Unsettled []Unsettled `json:"unsettled"`
		NewUnits  int         `json:"newunits"`
		NewPosts  int         `json:"newposts"`
	}{p.Files, p.Count(New), p.Count(Changed), p.Count(Same), p.Count(Ask), p.asked(), refused, p.Unread, unsettled, units, posts})
}

// asked is an item in state Ask as JSON tells it.
type asked struct {
	File       string   `json:"file"`
	Name       string   `json:"name"`
	Candidates []string `json:"candidates"`
}

func (p *Proposal) asked() []asked {
	list := []asked{}
	for _, item := range p.Items {
		if item.State == Ask {
			one := asked{item.File, item.Name, []string{}}
			for _, c := range item.Candidates {
				one.Candidates = append(one.Candidates, c.Name+"　"+c.About)
			}
			list = append(list, one)
		}
	}
	return list
}
