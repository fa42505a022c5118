// Package pdf writes a paper as a PDF file in the layout of GB/T 9704. It lays
// out lines and pages itself, in the fonts of the computer or embedded ones.
// It does not know what the paper is about.
package pdf

import (
	"bytes"
	"fmt"
	"io"

	"huoshui/data/paper"
)

// Write writes p to w as a PDF file in the given fonts, as far as the computer
// has them.
func Write(w io.Writer, p *paper.Paper, fonts paper.Fonts) error {
	if err := write(w, p, newCanvas(fonts, folders())); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

func write(w io.Writer, p *paper.Paper, c *canvas) error {
	if err := p.Check(); err != nil {
		return err
	}
	lay(newFlow(c, p.First()), p)
	if c.err != nil {
		return c.err
	}
	var file bytes.Buffer
	if _, err := c.pdf.WriteTo(&file); err != nil {
		return err
	}
	return finish(w, file.Bytes(), info{p.Title, p.Made})
}
