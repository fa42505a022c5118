package desk

import "slices"

// queue carries out writes one after the other, away from the window. Nothing
// cancels one: a write that was asked for is carried out, however many follow.
// The zero value is ready. It belongs to the window's goroutine.
type queue struct {
	jobs   []job
	busy   bool
	onIdle []func()
}

// job is one write; done follows in the window.
type job struct{ work, done func() }

// add puts a job behind those that are waiting.
func (q *queue) add(run Runner, j job) {
	q.jobs = append(q.jobs, j)
	if !q.busy {
		q.next(run)
	}
}

func (q *queue) next(run Runner) {
	q.busy = len(q.jobs) > 0
	if !q.busy {
		waiting := q.onIdle
		q.onIdle = nil
		for _, do := range waiting {
			do()
		}
		return
	}
	j := q.jobs[0]
	q.jobs = slices.Delete(q.jobs, 0, 1)
	run.Go(j.work, func() {
		// Also when done panics: the writes behind it must not wait for ever.
		defer q.next(run)
		j.done()
	})
}

// whenIdle calls do once no write is waiting or being carried out, at once when
// none is.
func (q *queue) whenIdle(do func()) {
	if q.busy {
		q.onIdle = append(q.onIdle, do)
		return
	}
	do()
}

// WhenWritten calls do once everything that was asked to be written is, or has
// failed.
func (d *Desk) WhenWritten(do func()) { d.writes.whenIdle(do) }

// Saving keeps the saves of one form apart: a save that is asked for while one is
// being carried out waits for it. The zero value is ready.
type Saving struct {
	busy  bool
	again func()
}

// Do begins a save, which calls end when it is written or has failed, or keeps
// it until the one being carried out has ended. Of several that wait only the
// last is begun: each saves the form as it then stands.
func (s *Saving) Do(save func(end func())) {
	if s.busy {
		s.again = func() { s.Do(save) }
		return
	}
	s.busy = true
	save(func() {
		s.busy = false
		if again := s.again; again != nil {
			s.again = nil
			again()
		}
	})
}
