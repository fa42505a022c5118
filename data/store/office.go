package store

import (
	"context"

	"huoshui/data"
)

// Office is the office that uses the program, by the settings in force at a month.
func Office(ctx context.Context, r View, at data.Month) (data.Office, error) {
	settings, err := Find[data.Setting](ctx, r)
	if err != nil {
		return data.Office{}, err
	}
	return data.OfficeAt(settings, at), nil
}
