package meeting

import (
	"testing"

	"huoshui/data/paper"
	"huoshui/data/report"
)

func deckOfThree() *paper.Deck {
	return &paper.Deck{Title: "汇报", Slides: []paper.Slide{
		{Title: "一", Cards: []paper.Card{{Label: "甲", Text: "1", Figure: "a"}, {Label: "乙", Text: "2"}, {Label: "丙", Text: "3", Figure: "c"}}},
		{Title: "二", Lights: []paper.Light{{Team: "u1", Name: "白鹿镇", Word: "红"}}},
	}}
}

func TestTurningStopsAtBothEnds(t *testing.T) {
	talk := newTalk()
	talk.turn(1) // before there is a deck
	talk.start(deckOfThree())
	if !talk.atTitle() {
		t.Error("does not begin with the title")
	}
	for _, step := range []struct{ by, want int }{{-1, 0}, {1, 1}, {1, 2}, {1, 2}, {-1, 1}, {99, 2}} {
		if talk.turn(step.by); talk.top().at != step.want {
			t.Errorf("by %d: at %d, want %d", step.by, talk.top().at, step.want)
		}
	}
	talk.again(deckOfThree())
	if talk.top().at != 2 {
		t.Error("a deck of other numbers begins anew")
	}
}

func TestKeyboardWalksWhatCanBeOpened(t *testing.T) {
	talk := newTalk()
	var opened []string
	talk.open = func(s spot) { opened = append(opened, s.id) }
	talk.start(deckOfThree())
	talk.enter() // nothing to open on the title
	talk.turn(1)
	talk.enter() // goes to the first
	talk.enter()
	talk.step(1)
	talk.enter()
	talk.step(1) // round
	talk.enter()
	talk.step(-1)
	talk.enter()
	talk.turn(1)
	talk.step(-1)
	talk.enter()
	want := []string{"a", "c", "a", "c", "u1"}
	if len(opened) != len(want) {
		t.Fatalf("opened %v, want %v", opened, want)
	}
	for i := range want {
		if opened[i] != want[i] {
			t.Errorf("opened %v, want %v", opened, want)
		}
	}
}

func TestBackLeadsToWhereOneWas(t *testing.T) {
	talk := newTalk()
	talk.start(deckOfThree())
	talk.turn(1)
	talk.step(1)
	list := report.Drill{Slides: []paper.Slide{{Title: "名单"}, {Title: "名单"}}, Rows: [][]string{{"c1", "c2"}, {"c3"}}}
	talk.dive(list)
	talk.turn(1)
	if got := talk.spots(); len(got) != 1 || got[0].id != "c3" {
		t.Errorf("rows of the second page: %v", got)
	}
	talk.dive(report.Drill{}) // nothing behind it
	talk.toggleBlack()
	if !talk.back() || talk.black || len(talk.levels) != 2 {
		t.Error("the dark screen is not lit first")
	}
	if !talk.back() || talk.back() {
		t.Error("back does not stop at the deck")
	}
	if s, ok := talk.marked(); !ok || s.id != "a" || talk.top().at != 1 {
		t.Error("not where one was")
	}
}
