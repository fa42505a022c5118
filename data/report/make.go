package report

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/figure"
	"huoshui/data/paper"
)

// Ends are the file extensions in which a paper of the sort can be saved, the
// usual one first.
func (s *Sort) Ends() []string {
	ends := []string{".docx", ".pdf"}
	if s.Sheet {
		ends = append(ends, ".xlsx")
	}
	if s.Deck {
		ends = append(ends, ".pptx")
	}
	return ends
}

// Takes returns an error with a sentence when a paper of the sort cannot be
// saved under a file name; nil when it can.
func (s *Sort) Takes(path string) error {
	if slices.Contains(s.Ends(), strings.ToLower(filepath.Ext(path))) {
		return nil
	}
	return data.Refuse(fmt.Sprintf("“%s”不能存为“%s”，可以存为 %s。", s.Label, filepath.Base(path), strings.Join(s.Ends(), "、")), nil)
}

// FileName is the file name the program offers for a paper. The argument of is
// the name of what the paper is about, empty for papers about the office.
func (s *Sort) FileName(of string, at data.Month, end string) string {
	if of != "" {
		of = data.FileName(of) + "，"
	}
	return s.Label + "（" + of + at.String() + "）" + end
}

// Make builds a paper and saves it in the format of the file name. Missing
// lists the titles of the figures that read “无数据” or “尚未发生”.
func Make(ctx context.Context, s *Sort, o Order, path string) (missing []string, err error) {
	if err := s.Takes(path); err != nil {
		return nil, err
	}
	p, err := s.Build(ctx, o)
	if err != nil {
		return nil, err
	}
	return Missing(p, o.Source), s.Save(ctx, o, p, path)
}

// Save saves a paper built for an order, or its slides, in the format of the
// file name.
func (s *Sort) Save(ctx context.Context, o Order, p *paper.Paper, path string) error {
	if err := s.Takes(path); err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(path), ".pptx") {
		return saveDeck(ctx, path, o)
	}
	return Save(path, p, o.Source.Office)
}

// saveDeck saves the slides of the office.
func saveDeck(ctx context.Context, path string, o Order) error {
	d, err := Deck(ctx, o.Source, o.At, o.Written)
	if err != nil {
		return err
	}
	return SaveDeck(path, d, o.Source.Office)
}

// ErrNothing is wrapped by the refusal of a paper that there is nothing to put into,
// such as a letter to a team without a light.
var ErrNothing = errors.New("report: nothing to tell")

// MakeAll makes one paper for each choice in a folder and returns the paths.
// The names sort in the order of the choices. A choice without records gets no
// paper.
func MakeAll(ctx context.Context, s *Sort, o Order, choices []Choice, dir, end string, progress data.Progress) ([]string, error) {
	if err := s.Takes("a" + end); err != nil {
		return nil, err
	}
	var paths []string
	width := len(fmt.Sprint(len(choices)))
	for i, c := range choices {
		if err := ctx.Err(); err != nil {
			return paths, err
		}
		progress.Tell(i, len(choices), c.Name)
		path := filepath.Join(dir, fmt.Sprintf("%0*d %s", width, i+1, s.FileName(c.Name, o.At, end)))
		one := o
		one.ID = c.ID
		if _, err := Make(ctx, s, one, path); errors.Is(err, ErrNothing) {
			continue
		} else if err != nil {
			return paths, fmt.Errorf("report: %s of %s: %w", s.Name, c.ID, err)
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// lacking reports what stands where there is no number.
func lacking(text string) bool { return text == noData || text == figure.NotYet }

// Missing lists the titles of the figures of a paper that have no records,
// each title once.
func Missing(p *paper.Paper, source figure.Source) []string {
	var list []string
	seen := map[string]bool{}
	for s := range p.Spans() {
		if s.Figure == "" || !lacking(s.Text) || seen[s.Figure] {
			continue
		}
		seen[s.Figure] = true
		title := s.Figure
		if d, err := source.Named(s.Figure); err == nil {
			title = d.Title(source.Office)
		}
		list = append(list, title)
	}
	return list
}
