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

// AsOf reads what decides who is in post at a month.
func AsOf(ctx context.Context, r View, at data.Month) (data.AsOf, error) {
	o := data.AsOf{At: at, Now: r.Now(), Posts: map[data.Ref]*data.Post{}, Units: map[data.Ref]*data.Unit{}}
	var err error
	if o.Settings, err = Find[data.Setting](ctx, r); err != nil {
		return o, err
	}
	posts, err := Find[data.Post](ctx, r)
	if err != nil {
		return o, err
	}
	for _, p := range posts {
		o.Posts[data.Ref(p.ID)] = p
	}
	units, err := Units(ctx, r, at)
	for _, u := range units {
		o.Units[data.Ref(u.ID)] = u
	}
	return o, err
}
