package pptx_test

import (
	"strings"
	"testing"

	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// LibreOffice shows every slide, with all that is on it.
func TestLibreOfficeShowsTheDeck(t *testing.T) {
	d := papertest.Deck()
	pdf := officetest.PDF(t, officetest.Save(t, "deck.pptx", write(t, d, paper.Fonts{})))
	shown := officetest.Pages(t, pdf)
	pages := d.Pages()
	if len(shown) != len(pages)+1 {
		t.Fatalf("%d slides shown of %d", len(shown), len(pages)+1)
	}
	if info := officetest.Run(t, "pdfinfo", pdf); !strings.Contains(info, "x 540 pts") {
		t.Errorf("not 16:9:\n%s", info)
	}
	for i, p := range pages {
		text := papertest.Packed(shown[i+1])
		var wants []string
		for _, c := range p.Cards {
			wants = append(wants, c.Label, c.Text)
		}
		for _, c := range p.Charts {
			wants = append(wants, c.Caption, c.Labels[0], c.Series[0].Name)
		}
		if p.Table != nil {
			wants = append(wants, "乡镇（街道）", "县属企业", "班子类别")
		}
		for _, want := range wants {
			if !strings.Contains(text, papertest.Packed(want)) {
				t.Errorf("slide %d does not show %q:\n%s", i+2, want, shown[i+1])
			}
		}
	}
}
