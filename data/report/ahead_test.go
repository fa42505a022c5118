package report_test

import (
	"strings"
	"testing"
	"time"

	"huoshui/data"
	"huoshui/data/report"
	"huoshui/data/store/storetest"
)

// The report and the slides of a month to come say that they are worked out, and
// give no number of what has not happened.
func TestPapersOfAMonthToCome(t *testing.T) {
	s := storetest.OpenAt(t, 202610, append(contradictory(),
		&data.Dispatch{Unit: "甲", Held: 20260301}, &data.Dispatch{Unit: "甲", Held: 20260901}, &data.Session{Kind: "1", Unit: "甲", Held: 20260105})...)
	for at, ahead := range map[data.Month]bool{202610: false, 202801: true} {
		source := sourceOf(t, s, at)
		p, missing, err := report.Work(t.Context(), source, at, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(p.Subtitle, "推演") != ahead || strings.Contains(p.Text(), "尚未发生") != ahead {
			t.Errorf("%s: subtitle %q, missing %v", at, p.Subtitle, missing)
		}
		d, err := report.Deck(t.Context(), source, at, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(d.Subtitle, "推演") != ahead {
			t.Errorf("%s: slides %q", at, d.Subtitle)
		}
		for _, slide := range d.Slides {
			for _, card := range slide.Cards {
				if card.Figure == "m1.1.dispatches" && (card.Text == "尚未发生") != ahead {
					t.Errorf("%s: card %+v", at, card)
				}
			}
			if !strings.Contains(slide.Note, "评价时点") && strings.HasPrefix(slide.Note, "时点") && strings.Contains(slide.Note, "推演") != ahead {
				t.Errorf("%s: note %q", at, slide.Note)
			}
		}
		ledger := made(t, s, "ledger", report.Order{ID: "甲", At: at})
		if strings.Contains(ledger.Subtitle, "推演") != ahead {
			t.Errorf("%s: ledger %q", at, ledger.Subtitle)
		}
	}
}
