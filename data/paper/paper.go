// Package paper is the model of a paper (材料): title, headings, paragraphs
// with figures, tables. A report builds one, a renderer writes it; the paper
// itself knows neither cadres nor Word.
package paper

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
)

// ErrMisshapen is wrapped by Check when a paper cannot be laid out.
var ErrMisshapen = errors.New("misshapen paper")

// Paper is one document. A line break in Title says where a long title may
// break, because only its author knows which words belong together.
type Paper struct {
	Classification string // 密级, printed top left on the first page; often empty
	Title          string
	Subtitle       string // usually the 时点 line
	Body           []Block
	Sign           string  // 署名, the office that hands the paper in
	Date           string  // 成文日期, as printed
	Annex          []Block // 附件, behind the signature, on new pages of the same kind
	Landscape      bool    // lies on its side; Page says more
	Page           Page    // of the first page; zero for GB/T 9704's, upright or lying

	// Made is when the paper was made, for the file's properties. Zero leaves
	// it out. It is given by the caller so that the same paper always becomes
	// the same file.
	Made time.Time
}

// Block is one piece of a paper's body: Heading, Paragraph, Table, Chart, Form,
// Note or PageBreak.
type Block interface {
	// lines yields the block as plain text, line by line.
	lines() []string
	// spans yields every piece of text that may be a figure, in reading order.
	spans() iter.Seq[Span]
	// check says why the block cannot be laid out.
	check() error
}

// Add appends blocks to the body.
func (p *Paper) Add(blocks ...Block) {
	p.Body = append(p.Body, blocks...)
}

// Blocks yields the blocks of body and annex, in reading order.
func (p *Paper) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for _, blocks := range [][]Block{p.Body, p.Annex} {
			for _, b := range blocks {
				if !yield(b) {
					return
				}
			}
		}
	}
}

// Check returns an error for the first block that cannot be laid out: an
// unknown kind, a heading of unknown level, a table without columns or with a
// row longer than its header. Renderers call it before they write anything.
func (p *Paper) Check() error {
	i := 0
	for b := range p.Blocks() {
		i++
		if err := check(b); err != nil {
			return fmt.Errorf("block %d: %w: %w", i, ErrMisshapen, err)
		}
	}
	return nil
}

// check refuses what no renderer would know, such as the pointer to a block,
// rather than have it missing on paper.
func check(b Block) error {
	switch b.(type) {
	case Heading, Paragraph, Table, Chart, Form, Note, PageBreak:
		return b.check()
	}
	return fmt.Errorf("unknown kind of block %T", b)
}

// Text is the whole paper as plain text, one line for each paragraph or table
// row, with tabs between cells.
func (p *Paper) Text() string {
	lines := []string{p.Classification, flat(p.Title), p.Subtitle}
	for _, b := range p.Body {
		lines = append(lines, b.lines()...)
	}
	lines = append(lines, p.Sign, p.Date)
	for _, b := range p.Annex {
		lines = append(lines, b.lines()...)
	}
	var out strings.Builder
	for _, line := range lines {
		if line != "" {
			out.WriteString(line)
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// flat is a text without the line breaks that only serve its layout.
func flat(text string) string { return strings.ReplaceAll(text, "\n", "") }

// Spans yields every piece of text that may be a figure, in reading order.
func (p *Paper) Spans() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for b := range p.Blocks() {
			for s := range b.spans() {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// Figures yields the id of every figure the paper states, each once, in
// reading order.
func (p *Paper) Figures() iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[string]bool{"": true}
		for s := range p.Spans() {
			if seen[s.Figure] {
				continue
			}
			seen[s.Figure] = true
			if !yield(s.Figure) {
				return
			}
		}
	}
}
