package desk

import (
	"context"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/store"
)

// history holds the changes made since the window was opened, in all
// workspaces, so that they can be taken back and done again one by one.
type history struct {
	past, future []step
	walking      bool
}

// step is a change that can be taken back; taking back one of the future does it
// again.
type step struct{ id, what string }

// note remembers the changes of a job, unless it is a walk through the history.
func (h *history) note(w write, changed []store.Changed) {
	for _, c := range changed {
		if w.walk != nil {
			w.walk(c)
			continue
		}
		h.past = append(h.past, step{c.ID, c.What})
		h.future = nil
	}
}

// Undo takes back the last change made since the window was opened and tells
// the user which one it was.
func (d *Desk) Undo() {
	h := &d.history
	d.step(&h.past, &h.future, "撤销", "没有可以撤销的改动。", "按 Ctrl+Y 重做")
}

// Redo does again the change that was last taken back.
func (d *Desk) Redo() {
	h := &d.history
	d.step(&h.future, &h.past, "重做", "没有可以重做的改动。", "按 Ctrl+Z 撤销")
}

// step takes back the last change of one list and puts what that made into the
// other. While it is carried out, another one is not begun.
func (d *Desk) step(from, to *[]step, verb, none, hint string) {
	if d.history.walking {
		return
	}
	n := len(*from)
	if n == 0 {
		d.Shell.Say(kit.NoticeInfo, none)
		return
	}
	last := (*from)[n-1]
	d.history.walking = true
	act := d.Act(verb + "：" + last.what)
	d.write(write{
		work: func(ctx context.Context, s *store.Store, _ data.Progress) error {
			_, err := s.TakeBack(ctx, act, last.id)
			return err
		},
		walk: func(c store.Changed) {
			*from = (*from)[:n-1]
			*to = append(*to, step{c.ID, last.what})
			d.Shell.TakenBack([]store.Changed{c})
		},
		done: func() {
			d.history.walking = false
			d.Shell.Say(kit.NoticeGood, "已"+verb+"“"+last.what+"”。"+hint)
		},
		failed: func(error) { d.history.walking = false },
	}, nil)
}

// TakeBack undoes any change of the log, for example one just made or one of
// the recent changes. That is itself a change and can be taken back.
func (d *Desk) TakeBack(change, what string, onDone func()) {
	act := d.Act(what)
	d.write(write{
		work: func(ctx context.Context, s *store.Store, _ data.Progress) error {
			_, err := s.TakeBack(ctx, act, change)
			return err
		},
		done: onDone,
	}, nil)
}
