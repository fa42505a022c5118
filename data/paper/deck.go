package paper

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Deck is a set of slides for a meeting: the same numbers as on paper, one
// message on each slide. The program shows it itself and writes it as .pptx.
type Deck struct {
	Title, Subtitle string
	Sign, Date      string
	Slides          []Slide // after the title slide
	Made            time.Time
}

// Slide is one slide. It shows those of Cards, Charts, Table and Lights that
// are set: cards at the top, the others below.
type Slide struct {
	Section string // the part of the talk it belongs to, shown small
	Title   string // the message
	Cards   []Card
	Charts  []Chart // one or two, side by side
	Table   *Table
	Lights  []Light
	Note    string   // small print at the foot: time, criterion
	Remarks []string // for the speaker's eyes: what is behind each number
}

// Card is a large figure on a slide.
type Card struct {
	Label, Text, Unit string
	Change            string // against a year before, in words; may be empty
	Figure            string // id, or empty
	Lead              bool   // the one the title speaks of
}

// Light is a team on the map of lights.
type Light struct {
	Team string // id of the unit
	Name string
	Word string // 红, 黄, 绿
	Note string // the shortest reason
}

// Check returns an error for the first slide that cannot be drawn.
func (d *Deck) Check() error {
	for i, s := range d.Slides {
		if err := s.check(); err != nil {
			return fmt.Errorf("slide %d: %w: %w", i+1, ErrMisshapen, err)
		}
	}
	return nil
}

func (s Slide) check() error {
	if s.Title == "" {
		return errors.New("no title")
	}
	if len(s.Charts) > 2 {
		return errors.New("more than two charts")
	}
	for _, c := range s.Charts {
		if err := c.check(); err != nil {
			return err
		}
	}
	if s.Table != nil {
		return s.Table.check()
	}
	return nil
}

// Text is the deck as plain text, line by line.
func (d *Deck) Text() string {
	lines := []string{flat(d.Title), d.Subtitle, d.Sign, d.Date}
	for _, s := range d.Slides {
		lines = append(lines, s.Section, s.Title)
		for _, c := range s.Cards {
			lines = append(lines, c.Label+"\t"+c.Text+c.Unit+"\t"+c.Change)
		}
		for _, c := range s.Charts {
			lines = append(lines, c.lines()...)
		}
		if s.Table != nil {
			lines = append(lines, s.Table.lines()...)
		}
		for _, l := range s.Lights {
			lines = append(lines, l.Name+"\t"+l.Word+"\t"+l.Note)
		}
		lines = append(lines, s.Note)
	}
	var out strings.Builder
	for _, line := range lines {
		if line != "" {
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}
