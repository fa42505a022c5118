package desk_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"huoshui/app/desk"
)

// Of several questions only the last is answered, in whatever order the answers
// come; those before it are told to stop.
func TestOnlyTheLastQuestionIsAnswered(t *testing.T) {
	h := &hand{}
	var latest desk.Latest
	var answers []int
	var stopped []bool
	for n := range 3 {
		desk.Ask(&latest, h, func(ctx context.Context) (int, error) {
			stopped = append(stopped, ctx.Err() != nil)
			return n, nil
		}, func(answer int, _ error) { answers = append(answers, answer) })
	}
	slices.Reverse(h.waiting)
	for len(h.waiting) > 0 {
		h.next()
	}
	if !slices.Equal(answers, []int{2}) || !slices.Equal(stopped, []bool{false, true, true}) {
		t.Errorf("answers %v, stopped %v", answers, stopped)
	}
}

// A question that is stopped is answered all the same, with the reason.
func TestAStoppedQuestionSaysSo(t *testing.T) {
	h := &hand{}
	var latest desk.Latest
	var got error
	desk.Ask(&latest, h, func(ctx context.Context) (int, error) { return 0, ctx.Err() }, func(_ int, err error) { got = err })
	latest.Cancel()
	if h.next(); !errors.Is(got, context.Canceled) {
		t.Error(got)
	}
}
