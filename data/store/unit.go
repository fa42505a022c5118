package store

import (
	"context"
	"fmt"

	"huoshui/data"
)

// Units reads the units that meet every match, with their names and kinds at a
// month. It includes units not yet set up and units that had ended.
func Units(ctx context.Context, r View, at data.Month, matches ...Match) ([]*data.Unit, error) {
	units, err := Find[data.Unit](ctx, r, matches...)
	if err != nil {
		return nil, err
	}
	past, err := Find[data.UnitPast](ctx, r)
	if err != nil {
		return nil, err
	}
	return data.UnitsAt(units, past, at), nil
}

// Unit reads one unit by ID as it was at a month; data.ErrNotFound when there is
// none.
func Unit(ctx context.Context, r View, id string, at data.Month) (*data.Unit, error) {
	units, err := Units(ctx, r, at, Where("id", id))
	if err == nil && len(units) == 0 {
		err = fmt.Errorf("store: unit: %w", data.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	return units[0], nil
}
