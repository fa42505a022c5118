package desk_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"huoshui/app/desk"
	"huoshui/app/desk/desktest"
	"huoshui/data"
)

// Of several questions only the last is answered, in whatever order the answers
// come; those before it are told to stop.
func TestOnlyTheLastQuestionIsAnswered(t *testing.T) {
	h := &hand{}
	var latest desk.Latest
	var answers []int
	var stopped []bool
	for n := range 3 {
		desk.Try(&latest, h, func(ctx context.Context) (int, error) {
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
	desk.Try(&latest, h, func(ctx context.Context) (int, error) { return 0, ctx.Err() }, func(_ int, err error) { got = err })
	latest.Cancel()
	if h.next(); !errors.Is(got, context.Canceled) {
		t.Error(got)
	}
}

// What fails is told by the desk, once, and nothing follows from it; a caller
// that deals with failures itself gets them untold.
func TestFailedQuestionsAreToldByTheDesk(t *testing.T) {
	d, window := desktest.Open(t)
	var latest desk.Latest
	broken := errors.New("broken")
	answered := 0
	desk.Ask(d, &latest, func(context.Context) (int, error) { return 1, nil }, func(n int) { answered += n })
	desk.Ask(d, &latest, func(context.Context) (int, error) { return 1, broken }, func(n int) { answered += n })
	if answered != 1 || len(window.Failed) != 1 {
		t.Errorf("answered %d, told %v", answered, window.Failed)
	}
	var got error
	desk.Try(&latest, d.Run, func(context.Context) (int, error) { return 1, broken }, func(_ int, err error) { got = err })
	if got != broken || len(window.Failed) != 1 {
		t.Errorf("got %v, told %v", got, window.Failed)
	}
}

// A mistake of the program in a question comes as its error.
func TestMistakeInAQuestionIsItsError(t *testing.T) {
	var once desk.Latest
	var got error
	desk.Try(&once, desk.Inline{}, func(context.Context) (int, error) { panic("张三") }, func(_ int, err error) { got = err })
	if sentence := data.Sentence(got); !strings.HasPrefix(sentence, "程序出错") || strings.Contains(got.Error(), "张三") {
		t.Errorf("%v", got)
	}
}
