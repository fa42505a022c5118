// Package desktest stands in for the window in tests of workspaces.
package desktest

import (
	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/data"
	"huoshui/data/criteria"
)

// Shell remembers what a workspace asked of the window.
type Shell struct {
	Window  fyne.Canvas
	Said    []string
	Failed  []error
	Opened  []string // IDs of cadres and figures
	Changes int
}

var _ desk.Shell = (*Shell)(nil)

// Canvas implements desk.Shell.
func (s *Shell) Canvas() fyne.Canvas { return s.Window }

// OpenCadre implements desk.Shell.
func (s *Shell) OpenCadre(id string) { s.Opened = append(s.Opened, id) }

// NewCadre implements desk.Shell.
func (s *Shell) NewCadre() { s.Opened = append(s.Opened, "") }

// OpenPeople implements desk.Shell.
func (s *Shell) OpenPeople(title string, _ criteria.Query) { s.Opened = append(s.Opened, title) }

// OpenQuery implements desk.Shell.
func (s *Shell) OpenQuery(title string, _ criteria.Query) { s.Opened = append(s.Opened, title) }

// OpenFigure implements desk.Shell.
func (s *Shell) OpenFigure(id string) { s.Opened = append(s.Opened, id) }

// MakePapers implements desk.Shell.
func (s *Shell) MakePapers(_ string, _ *data.Kind, ids []string) { s.Opened = append(s.Opened, ids...) }

// OpenImport implements desk.Shell.
func (s *Shell) OpenImport(paths ...string) { s.Opened = append(s.Opened, paths...) }

// Say implements desk.Shell.
func (s *Shell) Say(_ kit.NoticeKind, text string) { s.Said = append(s.Said, text) }

// Fail implements desk.Shell.
func (s *Shell) Fail(err error) { s.Failed = append(s.Failed, err) }

// Changed implements desk.Shell.
func (s *Shell) Changed() { s.Changes++ }
