package exchange

import (
	"context"
	"fmt"
	"slices"

	"huoshui/data"
	"huoshui/data/exchange/lrmx"
	"huoshui/data/store"
)

// Write carries out the proposal as one change: all of it or nothing. Items in
// state Ask and refused files are left out. It returns the ID of the change,
// by which the import can be taken back; it is empty when nothing changed.
func (p *Proposal) Write(ctx context.Context, s *store.Store, who string, progress data.Progress) (change string, err error) {
	act := store.Act{Who: who, What: fmt.Sprintf("导入%s：新增 %d 人，变更 %d 人", p.told(), p.Count(New), p.Count(Changed))}
	if units, posts := p.Made(); posts > 0 {
		act.What += fmt.Sprintf("，新建机构 %d 个、职位 %d 个", units, posts)
	}
	return s.Change(ctx, act, func(tx *store.Tx) error {
		if err := p.writeMade(ctx, tx); err != nil {
			return err
		}
		for i, item := range p.Items {
			if item.State != New && item.State != Changed {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			progress.Tell(i, len(p.Items), "正在写入 "+item.File)
			if err := p.writeItem(ctx, tx, item); err != nil {
				return fmt.Errorf("exchange: write item %d: %w", i, err)
			}
		}
		return nil
	})
}

// told names what kinds of file the proposal was read from.
func (p *Proposal) told() string {
	isRoster := func(item *Item) bool { return item.form.roster != nil }
	switch {
	case !slices.ContainsFunc(p.Items, isRoster):
		return "任免审批表"
	case slices.ContainsFunc(p.Items, func(item *Item) bool { return !isRoster(item) }):
		return "任免审批表和干部名册"
	}
	return "干部名册"
}

func (p *Proposal) writeItem(ctx context.Context, tx *store.Tx, item *Item) error {
	w := &writer{tx: tx, form: item.form, old: item.target, titles: setsTitles(item) || item.differs(labelWritten)}
	if w.old == nil {
		w.old = &person{cadre: &data.Cadre{}}
	}
	if err := w.cadre(ctx); err != nil {
		return err
	}
	for _, part := range []func(context.Context) error{w.resume, w.family, w.original, w.grades} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	switch {
	case w.titles:
		return p.writeTitles(ctx, w)
	case item.differs(labelSince):
		held := w.old.mainPost(p.at)
		main := *held
		main.Since = item.form.since
		return w.tx.Merge(ctx, held, &main)
	}
	return nil
}

// writer writes one form over what is on record.
type writer struct {
	tx   *store.Tx
	form *form
	old  *person
	id   data.Ref

	titles bool // the current posts are written, or their order
}

func (w *writer) cadre(ctx context.Context) error {
	c := *w.old.cadre
	for _, key := range w.form.keys() {
		field := data.CadreKind.Field(key)
		if field.Text(&w.form.cadre) == "" {
			continue
		}
		if err := field.SetValue(&c, field.Value(&w.form.cadre)); err != nil {
			return err
		}
	}
	if w.titles && w.form.written != "" {
		c.WrittenTitle = w.form.written
	}
	photo, err := w.tx.Keep(ctx, w.form.photo)
	if err != nil {
		return err
	}
	if photo != "" {
		c.Photo = photo
	}
	if c.ID == "" {
		err = w.tx.Add(ctx, &c)
	} else {
		err = w.tx.Merge(ctx, w.old.cadre, &c)
	}
	w.id = data.Ref(c.ID)
	return err
}

func (w *writer) resume(ctx context.Context) error {
	var rows []*data.Resume
	for i, s := range w.form.resume {
		rows = append(rows, &data.Resume{Cadre: w.id, Sort: i + 1, Since: s.From, Until: s.To, Text: data.Long(s.Text)})
	}
	return replace(ctx, w.tx, w.old.resume, rows)
}

func (w *writer) family(ctx context.Context) error {
	var rows []*data.Family
	for i, m := range w.form.family {
		m.ID, m.Cadre, m.Sort = "", w.id, i+1
		rows = append(rows, &m)
	}
	return replace(ctx, w.tx, w.old.family, rows)
}

// replace puts new rows in the place of old ones, one over the other, so that
// the log tells what changed in each. No new rows leave the old ones alone.
func replace[T any](ctx context.Context, tx *store.Tx, old, rows []*T) error {
	if len(rows) == 0 {
		return nil
	}
	for i, row := range rows {
		var base *T
		if i < len(old) {
			base = old[i]
			data.SetID(row, data.IDOf(base))
		}
		if err := store.Save(ctx, tx, base, row); err != nil {
			return err
		}
	}
	for _, surplus := range old[min(len(rows), len(old)):] {
		if err := tx.Remove(ctx, surplus); err != nil {
			return err
		}
	}
	return nil
}

// grades puts a rank in grade on record, or right where it is on record with
// another month.
func (w *writer) grades(ctx context.Context) error {
	for _, g := range w.form.grades {
		g.Cadre = w.id
		var old *data.Promotion
		for _, o := range w.old.promotions {
			if o.Grade == g.Grade {
				old, g.ID = o, o.ID
			}
		}
		if err := store.Save(ctx, w.tx, old, &g); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) original(ctx context.Context) error {
	if w.form.file == nil { // a roster is no form to be kept
		return nil
	}
	text, err := keepFile(w.fileToKeep())
	if err != nil {
		return err
	}
	o := &data.Original{Cadre: w.id, Format: "lrmx", Text: text}
	if w.old.original != nil {
		o.ID = w.old.original.ID
	}
	return store.Save(ctx, w.tx, w.old.original, o)
}

// fileToKeep is the file that came, with what an earlier one carried and it
// does not: an import never erases.
func (w *writer) fileToKeep() *lrmx.File {
	if w.old.original == nil {
		return w.form.file
	}
	file, old := *w.form.file, w.old.form(0)
	if len(w.form.family) == 0 && old.file != nil {
		file.Family = old.file.Family
	}
	file.Tags = slices.Clone(file.Tags)
	for _, tag := range old.carried() {
		if w.form.carriedAs(tag.Name) == "" {
			file.Tags = slices.DeleteFunc(file.Tags, func(t lrmx.Tag) bool { return t.Name == tag.Name })
			file.Tags = append(file.Tags, tag)
		}
	}
	return &file
}

// writeTitles ends the appointments whose titles the form no longer has, begins
// those that are new in it, and puts all in its order.
func (p *Proposal) writeTitles(ctx context.Context, w *writer) error {
	since := w.began(p.at)
	kept := map[string]bool{}
	for _, a := range w.old.appointments {
		if a.Until != 0 && a.Until <= p.at {
			continue
		}
		changed := *a
		if at := w.form.place(a); at > 0 {
			for _, t := range splitTitles(a.Title) {
				kept[t] = true
			}
			changed.Sort = at
		} else if a.Since <= p.at {
			changed.Until = max(since, a.Since)
			if since == 0 {
				changed.Until = max(p.at, a.Since)
			}
		}
		if err := w.tx.Merge(ctx, a, &changed); err != nil {
			return err
		}
	}
	main := p.mainTitle(w.form.titles)
	for i, title := range w.form.titles {
		if kept[title] {
			continue
		}
		a := &data.Appointment{Cadre: w.id, Title: title, Main: i == main, Sort: i + 1, Since: since}
		unit, post := p.recognise(title)
		if unit != nil {
			a.Unit = data.Ref(unit.ID)
		}
		if post != nil {
			a.Post = data.Ref(post.ID)
		}
		if err := w.tx.Add(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

// place is where the form names an appointment, counted from 1; zero when it does
// not name it, or only a part of it.
func (f *form) place(a *data.Appointment) int {
	at := len(f.titles) + 1
	for _, t := range splitTitles(a.Title) {
		i := slices.Index(f.titles, t)
		if i < 0 {
			return 0
		}
		at = min(at, i+1)
	}
	return at
}

// began is when the current posts began as far as the form tells; zero when it
// does not. A roster that has no new post tells since when the remaining ones
// are held, not when another ended.
func (w *writer) began(at data.Month) data.Month {
	since := currentSince(w.form.resume)
	if w.form.roster != nil {
		old := w.old.form(at)
		if known := old.titlesFor(w.form); slices.ContainsFunc(w.form.titles, func(t string) bool { return !slices.Contains(known, t) }) {
			since = w.form.since
		}
	}
	if since > at { // an appointment that holds today did not begin later
		return 0
	}
	return since
}

// mainTitle is the post a person is known by: the first of the highest level.
// A head of government is written as deputy secretary first. Codes of levels
// rise as levels fall.
func (p *Proposal) mainTitle(titles []string) int {
	main, highest := 0, data.Code("")
	for i, title := range titles {
		if _, post := p.recognise(title); post != nil && post.Level != "" && (highest == "" || post.Level < highest) {
			main, highest = i, post.Level
		}
	}
	return main
}

// currentSince is the begin of the last segment that is still open: there the
// current posts began as far as the form tells.
func currentSince(resume []data.ResumeSegment) data.Month {
	for i := len(resume) - 1; i >= 0; i-- {
		if resume[i].From != 0 && resume[i].To == 0 {
			return resume[i].From
		}
	}
	return 0
}
