package sample

import (
	"context"

	"huoshui/data/store"
)

// Write puts the county into a database as part of a change.
func (c *County) Write(ctx context.Context, tx *store.Tx) error {
	for _, photo := range c.Photos {
		if _, err := tx.Keep(ctx, photo); err != nil {
			return err
		}
	}
	for record := range c.Records() {
		if err := tx.Add(ctx, record); err != nil {
			return err
		}
	}
	return nil
}
