package docx

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"huoshui/data/paper"
	"huoshui/data/paper/internal/chartml"
	"huoshui/data/paper/internal/opc"
)

// enclosures are the parts beside the document that its text refers to: charts
// with their workbooks, and photos, each kept once.
type enclosures struct {
	charts   []paper.Chart
	pictures []paper.Picture
	places   map[[sha256.Size]byte]int // of a photo among the pictures, from 1
}

func enclosuresOf(p *paper.Paper) *enclosures {
	e := &enclosures{places: map[[sha256.Size]byte]int{}}
	for block := range p.Blocks() {
		switch b := block.(type) {
		case paper.Chart:
			e.charts = append(e.charts, b)
		case paper.Table:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					e.keep(cell.Photo)
				}
			}
		case paper.Form:
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					e.keep(cell.Photo)
				}
			}
		}
	}
	return e
}

func (e *enclosures) keep(photo []byte) {
	if len(photo) == 0 {
		return
	}
	sum := sha256.Sum256(photo)
	if _, known := e.places[sum]; known {
		return
	}
	if picture, ok := paper.PictureOf(photo); ok {
		e.pictures = append(e.pictures, picture)
		e.places[sum] = len(e.pictures)
	}
}

// picture finds a photo and the relationship to it; false when there is none or
// it is no picture.
func (e *enclosures) picture(photo []byte) (picture paper.Picture, rel string, ok bool) {
	if len(photo) == 0 {
		return picture, "", false
	}
	place := e.places[sha256.Sum256(photo)]
	if place == 0 {
		return picture, "", false
	}
	return e.pictures[place-1], pictureRel(place), true
}

func pictureRel(place int) string { return fmt.Sprintf("rIdPicture%d", place) }
func chartRel(place int) string   { return fmt.Sprintf("rIdChart%d", place) }

func pictureName(place int, p paper.Picture) string {
	return fmt.Sprintf("media/image%d.%s", place, p.Kind)
}

// parts writes the enclosures. Charts are set in the office's face for tables.
func (e *enclosures) parts(f paper.Fonts) ([]opc.Part, error) {
	var all []opc.Part
	for i, c := range e.charts {
		parts, err := chartml.Parts("word", i+1, c, chartml.Style{Latin: f.Latin, Chinese: f.Song, Size: 10.5})
		if err != nil {
			return nil, err
		}
		all = append(all, parts...)
	}
	for i, p := range e.pictures {
		all = append(all, opc.Fixed("word/"+pictureName(i+1, p), string(p.Data)))
	}
	return all, nil
}

// types declares the kinds of the enclosures.
func (e *enclosures) types() string {
	var out strings.Builder
	for i := range e.charts {
		out.WriteString(`<Override PartName="/` + chartml.Name("word", i+1) + `" ContentType="` + chartml.ContentType + `"/>`)
	}
	return out.String()
}

// relationships joins the document with its enclosures.
func (e *enclosures) relationships() string {
	var out strings.Builder
	for i := range e.charts {
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="%s" Target="charts/chart%d.xml"/>`, chartRel(i+1), chartml.RelationType, i+1)
	}
	for i, p := range e.pictures {
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="%s/image" Target="%s"/>`, pictureRel(i+1), relNamespace, pictureName(i+1, p))
	}
	return out.String()
}
