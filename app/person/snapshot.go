package person

import (
	"bytes"

	"huoshui/app/form"
	"huoshui/data"
)

// snapshot is everything on the page that differs from the stored file. A
// draft stores it, and undo goes back to it.
type snapshot struct {
	Cadre    form.Kept              `json:"cadre"`
	NewPhoto bool                   `json:"new_photo,omitempty"`
	Photo    []byte                 `json:"photo,omitempty"`
	Parts    map[string][]form.Kept `json:"parts,omitempty"` // by kind; those that differ
}

func (m *model) snapshot() snapshot {
	s := snapshot{Cadre: m.cadre.Keep(m.file.cadre), Parts: map[string][]form.Kept{}}
	if !bytes.Equal(m.photo, m.file.photo) {
		s.NewPhoto, s.Photo = true, m.photo
	}
	for _, p := range m.parts() {
		if !p.changed() {
			continue
		}
		kept := []form.Kept{}
		for _, d := range p.Drafts {
			kept = append(kept, d.Keep(p.kind.New()))
		}
		s.Parts[p.kind.Name] = kept
	}
	return s
}

// restore makes the page say what it said when the snapshot was taken.
func (m *model) restore(s snapshot) {
	m.discard()
	m.cadre = s.Cadre.Restore(m.file.cadre)
	if s.NewPhoto {
		m.photo = s.Photo
	}
	for _, p := range m.parts() {
		kept, differs := s.Parts[p.kind.Name]
		if !differs {
			continue
		}
		p.Drafts = nil
		for _, k := range kept {
			p.Drafts = append(p.Drafts, k.Restore(p.kind.New()))
		}
	}
}

// lines is how many rows there are in all parts.
func (m *model) lines() int {
	n := 0
	for _, p := range m.parts() {
		n += p.Len()
	}
	return n
}

// draftKind is under which kind drafts of the page are kept.
var draftKind = data.CadreKind.Name
