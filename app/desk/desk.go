// Package desk is what the workspaces share: the open database, the as-of
// month, how to run work in the background, and how to open another workspace.
// Workspaces know each other only through it.
package desk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/store"
)

// Desk is the state of the window that every workspace sees. It belongs to the
// window's goroutine: copy what background work needs before the work starts.
type Desk struct {
	Store store.Reader
	User  string     // who is at the desk, for the log
	At    data.Month // the as-of month (时点) of everything shown
	Now   func() time.Time
	Shell Shell
	Files Files
	Run   Runner
	// After calls do in the window when a time has passed; nil where nothing
	// may happen by itself.
	After func(wait time.Duration, do func())

	db      *store.Store // what jobs write to; nobody else gets it
	writes  queue
	history history
}

// New makes a desk over a database. Everybody at it reads the store; only a Job
// gets the store that can be written, once it is its turn in the queue.
func New(db *store.Store) *Desk { return &Desk{Store: db, db: db, Now: time.Now} }

// Shell is what a workspace may ask the window to do.
type Shell interface {
	// Canvas is where dialogs and menus appear.
	Canvas() fyne.Canvas
	// OpenCadre shows a cadre's page.
	OpenCadre(id string)
	// NewCadre shows an empty page for a new cadre.
	NewCadre()
	// OpenPeople shows, in the roster, the people behind a query under a title.
	OpenPeople(title string, q criteria.Query)
	// OpenQuery shows the people behind a query, or its rows where they are not
	// about people, under a title.
	OpenQuery(title string, q criteria.Query)
	// OpenFigure shows the people, or the rows, behind a figure.
	OpenFigure(id string)
	// MakePapers goes to the papers, to make one of a sort about records of a kind:
	// cadres, a unit, a decision, a scenario. Without a sort it is the first that
	// suits them.
	MakePapers(sort string, kind *data.Kind, ids []string)
	// OpenImport goes to the import, which reads the files at once; without paths
	// it offers to choose them.
	OpenImport(paths ...string)
	// Say puts a message into the line at the foot of the window.
	Say(kind kit.NoticeKind, text string)
	// Fail tells the user in a sentence what went wrong, and the log the rest.
	Fail(err error)
	// Changed tells the window what has been changed, so that the other rooms read
	// anew what they show of it. The room that wrote it does so by itself.
	Changed(changes []store.Changed)
	// TakenBack tells the window of changes made by undo or redo, which the room
	// shown has to read as well.
	TakenBack(changes []store.Changed)
	// ShowSaving tells at the foot of the window how far the writes have come.
	ShowSaving(state SaveState)
}

// Files asks the user for files with the dialogs of the system. The callbacks
// run in the window. They are not called when the user cancels.
type Files interface {
	Open(title string, patterns []string, picked func(paths []string))
	Folder(title string, picked func(path string))
	Save(title, name string, picked func(path string))
}

// Act names for the log what is being done.
func (d *Desk) Act(what string) store.Act { return store.Act{Who: d.User, What: what} }

// Look enters into the log of looks what is about to be shown, or to leave as a file.
// Work in the background calls it before; where it fails, it shows and writes nothing.
func (d *Desk) Look(ctx context.Context, l store.Look) error {
	l.Who = d.User
	return d.db.Look(ctx, l)
}

// Workspace is one page of the window, opened from the navigation.
type Workspace interface {
	// Content is what the room shows; made once.
	Content() fyne.CanvasObject
	// Refresh reads everything again: records or the as-of month have changed,
	// or the room is entered.
	Refresh()
}

// What a room may also be: the keys of the window lead to whatever the room one
// is in is able to do.
type (
	// Leaver may have unsaved work. It asks the user about it, then goes on unless
	// the user stays.
	Leaver interface{ Leave(then func()) }
	// Saver saves what is being edited.
	Saver interface{ Save() }
	// Undoer takes back the last edit that is not saved yet. It returns false when
	// there is none; then the last saved change is taken back.
	Undoer interface{ Undo() bool }
	// Watcher reloads only what some changes affect. A workspace without it
	// reloads everything. What the user is typing stays.
	Watcher interface{ OnChanged(changes []store.Changed) }
	// Shower reports whether a workspace shows anything of a change. A workspace
	// without it is taken to show something of every change.
	Shower interface{ Shows(c store.Changed) bool }
	// Turner has several parts and moves forward or back by a number of them.
	Turner interface{ Turn(by int) }
	// Adder starts a new record of the kind the workspace shows.
	Adder interface{ Add() }
)
