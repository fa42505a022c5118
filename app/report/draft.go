package report

import (
	"context"
	"slices"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/report"
	"huoshui/data/store"
)

// draft holds the text of the work report while the user edits it, without the
// window.
type draft struct {
	desk    *desk.Desk
	reading desk.Latest

	text  *report.Draft // nil until read
	at    data.Month    // from which it will be in force
	saved string        // the text as it is kept
	line  int           // being edited

	onChange func()
}

// open reads the text in force at the desk's month.
func (d *draft) open() {
	at, written, db := d.desk.At, d.desk.Now(), d.desk.Store
	desk.Ask(d.desk, &d.reading, func(ctx context.Context) (*report.Draft, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return nil, err
		}
		return report.OpenDraft(ctx, source, at, written)
	}, func(text *report.Draft) {
		d.text, d.at, d.saved = text, at, text.Text()
		d.line = d.first()
		d.onChange()
	})
}

// first is the first paragraph with figures in it.
func (d *draft) first() int {
	return max(0, slices.IndexFunc(d.text.Lines, func(l report.Line) bool { return l.Mark == "" && len(d.text.Places(l)) > 2 }))
}

// changed reports unsaved work.
func (d *draft) changed() bool { return d.text != nil && d.text.Text() != d.saved }

// current is the line being edited; an empty one when there is none.
func (d *draft) current() report.Line {
	if d.text == nil || d.line >= len(d.text.Lines) {
		return report.Line{}
	}
	return d.text.Lines[d.line]
}

// set changes the line being edited.
func (d *draft) set(l report.Line) {
	if d.text != nil && d.line < len(d.text.Lines) {
		d.text.Lines[d.line] = l
		d.onChange()
	}
}

// add puts a new paragraph behind the line being edited.
func (d *draft) add() {
	d.text.Lines = slices.Insert(d.text.Lines, min(d.line+1, len(d.text.Lines)), report.Line{Text: "新的一段。"})
	d.line = min(d.line+1, len(d.text.Lines)-1)
	d.onChange()
}

// remove takes the line being edited out.
func (d *draft) remove() {
	if len(d.text.Lines) > 1 {
		d.text.Lines = slices.Delete(d.text.Lines, d.line, d.line+1)
		d.line = min(d.line, len(d.text.Lines)-1)
		d.onChange()
	}
}

// move moves the line being edited up or down.
func (d *draft) move(by int) {
	to := d.line + by
	if to < 0 || to >= len(d.text.Lines) {
		return
	}
	d.text.Lines[d.line], d.text.Lines[to] = d.text.Lines[to], d.text.Lines[d.line]
	d.line = to
	d.onChange()
}

// restore goes back to the text that comes with the program.
func (d *draft) restore() {
	d.text.Restore()
	d.line = d.first()
	d.onChange()
}

// flaw is the first line with something wrong in it.
func (d *draft) flaw() (line int, sentence string) {
	for i, l := range d.text.Lines {
		if s := d.text.Flaw(l); s != "" {
			return i, s
		}
	}
	return -1, ""
}

// save keeps the text from the month it was opened at; a text with flaws is
// shown where the first one is.
func (d *draft) save(then func()) {
	if line, sentence := d.flaw(); line >= 0 {
		d.line = line
		d.onChange()
		d.desk.Shell.Say(kit.NoticeDoubt, sentence)
		return
	}
	record := &data.Template{Name: report.WorkName, Since: d.at}
	var base *data.Template
	if own := d.text.Own; own != nil && own.Since == d.at {
		base, *record = own, *own
	}
	edited, text := d.text, d.text.Text()
	record.Text = data.Long(text)
	d.desk.Write("修改工作汇报的文字", func(ctx context.Context, tx *store.Tx) error { return store.Save(ctx, tx, base, record) }, func() {
		if d.text == edited { // not given up meanwhile
			d.text.Own, d.saved = record, text
			d.onChange()
		}
		d.desk.Shell.Say(kit.NoticeGood, "已保存，自 "+record.Since.Chinese()+" 起使用。")
		then()
	})
}
