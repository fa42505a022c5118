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

	at     data.Month            // the month of the import, as of which posts are compared
	known  *titleBook            // units and posts on record
	titles *titleBook            // with those that are to be made
	choice map[string]*data.Post // titles settled by the user
	made   making
}

// Refusal is a file that cannot be read, and why.
type Refusal struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
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

// Difference is one part of a person that the file has otherwise.
type Difference struct{ Label, Before, After string }

// Candidate is somebody on file whom the form may be about.
type Candidate struct{ ID, Text string }

// Read makes the proposal for files, folders and zips: reads every file,
// finds out whom it is about, and compares.
func Read(ctx context.Context, r store.Reader, office data.Office, at data.Month, paths []string, progress data.Progress) (*Proposal, error) {
	sources, refused, err := gather(ctx, paths)
	if err != nil {
		return nil, err
	}
	known, err := loadPeople(ctx, r)
	if err != nil {
		return nil, err
	}
	p := &Proposal{Files: len(sources) + len(refused), Refused: refused, at: at}
	seen := map[string]string{}
	for i, s := range sources {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		progress.Tell(i, len(sources), "正在读 "+s.name)
		item, reason := p.readItem(s, known, seen)
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
	p.Unsettle()
	progress.Tell(1, 1, "读完")
	return p, nil
}

// allTitles are the current posts of all forms.
func (p *Proposal) allTitles() []string {
	var titles []string
	for _, item := range p.Items {
		titles = append(titles, item.form.titles...)
	}
	return titles
}

func (p *Proposal) readItem(s source, known *people, seen map[string]string) (item *Item, reason string) {
	raw, err := readLimited(s, maxFile)
	if err != nil {
		return nil, "文件读不出来或太大"
	}
	file, err := lrmx.Read(bytes.NewReader(raw))
	if err != nil {
		return nil, err.Error()
	}
	f := readForm(file)
	if f.cadre.Name == "" {
		return nil, "没有姓名"
	}
	key := fmt.Sprint(f.cadre.IDNumber, "/", f.cadre.Name, "/", f.cadre.Birth)
	if other, ok := seen[key]; ok {
		return nil, fmt.Sprintf("与“%s”是同一个人，只导入前一份", other)
	}
	seen[key] = s.name
	item = &Item{File: s.name, Name: f.cadre.Name, form: f, Doubts: f.doubts}
	target, ask := known.match(f)
	for _, one := range ask {
		if len(compare(one.form(p.at), f)) == 0 {
			target = one // word for word on record: nothing to ask
		}
	}
	if target == nil && len(ask) > 0 {
		item.State = Ask
		for _, one := range ask {
			item.Candidates = append(item.Candidates, Candidate{ID: one.cadre.ID, Text: describe(one)})
		}
		return item, ""
	}
	p.aim(item, target)
	return item, ""
}

func describe(one *person) string {
	text := fmt.Sprintf("%s %s", one.cadre.Name, one.cadre.Birth)
	if n := len(one.cadre.IDNumber); n >= 4 {
		text += " 身份证尾号 " + one.cadre.IDNumber[n-4:]
	}
	return text
}

// aim says whom an item is about, nil for somebody new, and compares.
func (p *Proposal) aim(item *Item, target *person) {
	item.target = target
	if target == nil {
		item.State, item.Differences = New, nil
		return
	}
	item.Differences = compare(target.form(p.at), item.form)
	item.State = Same
	if len(item.Differences) > 0 {
		item.State = Changed
	}
}

// About tells whom the form is about: month of birth and current posts.
func (i *Item) About() string {
	c := &i.form.cadre
	text := joinTitles(i.form.titles)
	if c.Birth != 0 {
		text = strings.TrimSpace(c.Birth.String() + "生　" + text)
	}
	return text
}

// Decide settles an item in state Ask: it is about the candidate with that ID,
// or, when id is empty, about somebody new.
func (p *Proposal) Decide(ctx context.Context, r store.Reader, item *Item, id string) error {
	if id == "" {
		p.aim(item, nil)
		return nil
	}
	known, err := loadPeople(ctx, r)
	if err != nil {
		return err
	}
	one, ok := known.byID[id]
	if !ok {
		return fmt.Errorf("exchange: decide: %w", data.ErrNotFound)
	}
	p.aim(item, one)
	return nil
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

// compare lists what the file has otherwise than the records. What the file
// leaves empty is no difference: an import never erases.
func compare(old, in *form) []Difference {
	var found []Difference
	add := func(label, before, after string) {
		found = append(found, Difference{Label: label, Before: before, After: after})
	}
	for _, key := range cadreKeys() {
		field := data.CadreKind.Field(key)
		before, after := field.Text(&old.cadre), field.Text(&in.cadre)
		if after != "" && after != before {
			add(field.Label, before, after)
		}
	}
	if len(in.titles) > 0 && !equalTitles(old.titles, in.titles) {
		add("现任职务", joinTitles(old.titles), joinTitles(in.titles))
	}
	if len(in.resume) > 0 && !slices.Equal(old.resume, in.resume) {
		add("简历", count(len(old.resume), "段"), count(len(in.resume), "段"))
	}
	if len(in.family) > 0 && !equalFamily(old.family, in.family) {
		add("家庭成员", count(len(old.family), "人"), count(len(in.family), "人"))
	}
	if blob := data.BlobOf(in.photo); blob != "" && blob != old.photoOf {
		add("照片", yesNo(old.photoOf != ""), "新照片")
	}
	return found
}

// cadreKeys are the fields of a cadre that a form carries.
func cadreKeys() []string {
	keys := []string{"party_joined", "other_party"}
	for _, pair := range tagFields {
		keys = append(keys, pair.key)
	}
	return keys
}

func joinTitles(titles []string) string {
	text := ""
	for i, t := range titles {
		if i > 0 {
			text += "，"
		}
		text += t
	}
	return text
}

func count(n int, unit string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n, unit)
}

func yesNo(has bool) string {
	if has {
		return "原照片"
	}
	return ""
}

func equalFamily(a, b []data.Family) bool {
	return slices.EqualFunc(a, b, func(x, y data.Family) bool {
		return x.Relation == y.Relation && x.Name == y.Name && x.Birth == y.Birth && x.Politics == y.Politics && x.Post == y.Post
	})
}

// MarshalJSON writes the form that `import --json` promises.
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
		Refused   []Refusal   `json:"refused"`
		Unsettled []Unsettled `json:"unsettled"`
		NewUnits  int         `json:"newunits"`
		NewPosts  int         `json:"newposts"`
	}{p.Files, p.Count(New), p.Count(Changed), p.Count(Same), p.Count(Ask), refused, unsettled, units, posts})
}
