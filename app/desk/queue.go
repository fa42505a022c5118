package desk

import "slices"

// queue runs writes one after the other in the background. A write that was
// asked for is never cancelled by a later one. The zero value is ready. It
// belongs to the window's goroutine.
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

// WhenWritten calls do when all writes asked for so far have ended,
// successfully or not.
func (d *Desk) WhenWritten(do func()) { d.writes.whenIdle(do) }

// Saving runs the saves of one form one at a time: a save asked for during
// another one waits for it. The zero value is ready.
type Saving struct {
	busy  bool
	again func()
}

// Do starts a save, or makes it wait until the running save has ended. begin
// must call end when the save is written or has failed. Of several waiting
// saves only the last one runs, because each saves the form as it is when the
// save starts.
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
