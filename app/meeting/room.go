package meeting

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
	"huoshui/data/report"
	"huoshui/data/store"
)

// Workspace is the room of the meeting: the current slide, the next one, the
// list of all slides, and the button for the big screen. While the big screen
// is on, the speaker uses this room.
type Workspace struct {
	// Project shows something on the whole of the second screen, or of the only
	// one, and returns how to end that; closed is called when it has ended by
	// itself. Nil where there are no windows.
	Project func(content fyne.CanvasObject, focus fyne.Focusable, closed func()) (end func())

	desk    *desk.Desk
	talk    *talk
	reading desk.Latest // the deck
	diving  desk.Latest // what stands behind a spot
	saving  desk.Latest

	header  *kit.PageHeader
	stage   *stage // in the room
	big     *stage // on the big screen; nil while there is none
	next    *coming
	list    *grid.Grid
	listed  *paper.Deck // whose slides are in the list
	clock   *kit.Paragraph
	content fyne.CanvasObject

	end    func() // ends the big screen
	wanted bool   // the big screen, once there is a deck
	since  time.Time
}

// New makes the workspace.
func New(d *desk.Desk) *Workspace {
	w := &Workspace{desk: d, talk: newTalk()}
	w.talk.open, w.talk.onChange = w.open, w.update
	return w
}

// Content implements desk.Workspace.
func (w *Workspace) Content() fyne.CanvasObject {
	if w.content == nil {
		w.build()
	}
	return w.content
}

// Refresh implements desk.Workspace. It makes the deck again and stays at the
// current slide.
func (w *Workspace) Refresh() {
	db, at, now := w.desk.Store, w.desk.At, w.desk.Now()
	desk.Ask(w.desk, &w.reading, func(ctx context.Context) (*paper.Deck, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return nil, err
		}
		return report.Deck(ctx, source, at, now)
	}, func(d *paper.Deck) {
		w.talk.again(d)
		if w.wanted {
			w.Begin()
		}
	})
}

// open asks for what stands behind a spot.
func (w *Workspace) open(s spot) {
	db, at := w.desk.Store, w.desk.At
	desk.Ask(w.desk, &w.diving, func(ctx context.Context) (report.Drill, error) {
		return behind(ctx, db, s, at)
	}, func(d report.Drill) {
		w.talk.dive(d)
	})
}

func behind(ctx context.Context, db store.View, s spot, at data.Month) (report.Drill, error) {
	source, err := figure.Open(ctx, db, at)
	if err != nil {
		return report.Drill{}, err
	}
	switch s.kind {
	case spotRow:
		return report.DrillCadre(ctx, source, s.id, at)
	case spotLight:
		return report.DrillTeam(ctx, source, s.id, at)
	}
	d := figure.Named(s.id)
	if d == nil {
		return report.Drill{}, data.Refuse("这个数没有名单可看。", nil)
	}
	return report.DrillFigure(ctx, source, d, at)
}

// save writes the slides to a file of a format.
func (w *Workspace) save(format string) {
	deck := w.talk.deck
	if deck == nil {
		return
	}
	db, at := w.desk.Store, w.desk.At
	name := fmt.Sprintf("工作汇报演示（%s）%s", at, format)
	w.desk.Files.Save("存放映稿", name, func(path string) {
		desk.Ask(w.desk, &w.saving, func(ctx context.Context) (struct{}, error) {
			office, err := store.Office(ctx, db, at)
			if err != nil {
				return struct{}{}, err
			}
			if err := w.desk.Look(ctx, store.Look{Deed: store.Exported, What: "工作汇报演示", Count: 1}); err != nil {
				return struct{}{}, err
			}
			return struct{}{}, report.SaveDeck(path, deck, office)
		}, func(_ struct{}) {
			w.desk.Shell.Say(kit.NoticeGood, "已存为 "+path)
		})
	})
}

// Begin shows the slides on the big screen, starting with the current slide of
// the room.
func (w *Workspace) Begin() {
	if w.Project == nil || w.end != nil {
		return
	}
	if w.talk.deck == nil {
		w.wanted = true // as soon as the deck is there
		return
	}
	w.wanted = false
	w.big = newStage(w.talk, w.Finish)
	w.since = w.desk.Now()
	w.end = w.Project(w.big, w.big, w.finished)
	w.tick()
	w.update()
}

// Finish closes the big screen.
func (w *Workspace) Finish() {
	if w.end != nil {
		w.end()
		w.finished()
	}
}

func (w *Workspace) finished() {
	w.end, w.big = nil, nil
	w.update()
}

// tick updates the speaker's clock while the big screen is on.
func (w *Workspace) tick() {
	if w.end == nil {
		return
	}
	w.showClock()
	if w.desk.After != nil {
		w.desk.After(time.Second, w.tick)
	}
}

// Screen returns the content of the big screen, for taking pictures of every
// slide.
func (w *Workspace) Screen() fyne.CanvasObject {
	w.Content()
	w.big = newStage(w.talk, func() {})
	return w.big
}

// Next goes to the next slide. It returns false on the last one.
func (w *Workspace) Next() bool {
	if _, more := w.talk.following(); more {
		w.talk.turn(1)
		return true
	}
	return false
}

// Enter opens the first figure or other item on the slide that can be opened.
// It returns false when there is none.
func (w *Workspace) Enter() bool {
	spots := w.talk.spots()
	if len(spots) == 0 {
		return false
	}
	before := len(w.talk.levels)
	w.open(spots[0])
	return len(w.talk.levels) > before
}

// Show goes to a slide of the deck.
func (w *Workspace) Show(at int) { w.talk.goTo(at) }
