package store

import (
	"context"
	"fmt"
	"time"

	"huoshui/data/store/query"
)

// Draft is a form that a user is filling in and has not saved, as text that
// only the form can read.
//
// Drafts are outside the log on purpose. The user has decided nothing yet and
// may discard what he typed. A log entry for every second of typing would hide
// the real changes. And taking back a change must not touch what the user is
// typing. The saved form enters the log through Change, like everything else.
type Draft struct {
	ID   string // of the record, or one made for a record not stored yet
	Kind string
	Text string
	At   time.Time
}

// KeepDraft stores a draft and replaces the one with the same ID. A file that may hold
// only the sample keeps none: nobody knows yet about whom it is.
func (s *Store) KeepDraft(ctx context.Context, d Draft) error {
	s.check("")
	if s.guarded() {
		return nil
	}
	_, err := s.write.ExecContext(ctx,
		"INSERT INTO draft (id, kind, text, at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, text = excluded.text, at = excluded.at",
		d.ID, d.Kind, d.Text, d.At.UTC().Format(draftTime))
	if err != nil {
		return fmt.Errorf("store: keep draft: %w", err)
	}
	return nil
}

// DropDraft deletes a draft that was saved or is not wanted. A draft that does
// not exist is no error.
func (s *Store) DropDraft(ctx context.Context, id string) error {
	s.check("")
	if _, err := s.write.ExecContext(ctx, dropDraft, id); err != nil {
		return fmt.Errorf("store: drop draft: %w", err)
	}
	return nil
}

// DropDraft deletes a draft in the change that saves it, so that after a crash
// a saved form is not offered again.
func (t *Tx) DropDraft(ctx context.Context, id string) error {
	if _, err := t.tx.ExecContext(ctx, dropDraft, id); err != nil {
		return fmt.Errorf("store: drop draft: %w", err)
	}
	return nil
}

// Drafts lists the drafts of a kind, the newest first.
func Drafts(ctx context.Context, r View, kind string) ([]Draft, error) {
	rows, err := query.Rows(ctx, r, "SELECT id, text, at FROM draft WHERE kind = ? ORDER BY at DESC, id", kind)
	if err != nil {
		return nil, fmt.Errorf("store: drafts: %w", err)
	}
	defer rows.Close()
	var found []Draft
	for rows.Next() {
		d := Draft{Kind: kind}
		var at string
		if err := rows.Scan(&d.ID, &d.Text, &at); err != nil {
			return nil, fmt.Errorf("store: drafts: %w", err)
		}
		d.At, _ = time.Parse(draftTime, at) // one without a time is offered all the same
		found = append(found, d)
	}
	return found, rows.Err()
}

const (
	dropDraft = "DELETE FROM draft WHERE id = ?"
	draftTime = "2006-01-02T15:04:05.000Z" // of one length, so that text sorts like time
)
