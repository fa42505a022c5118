package vault

import (
	"context"
	"fmt"

	"huoshui/data/store"
)

// Enter puts the login of the session into the log of looks, and before it how often
// the person's password was wrong since the login before: without a password nothing
// can be written into the database. Where says by what: 窗口, 命令行.
func (s *Session) Enter(ctx context.Context, db *store.Store, where string) error {
	if s.failed > 0 {
		if err := db.Look(ctx, store.Look{Who: s.Name, Deed: store.LoginFailed, What: fmt.Sprintf("口令输错 %d 次", s.failed)}); err != nil {
			return err
		}
		s.failed = 0
	}
	return db.Look(ctx, store.Look{Who: s.Name, Deed: store.LoggedIn, What: where})
}
