package store

import (
	"context"

	"huoshui/data"
)

// Holder is a cadre in a post, with his appointment to it.
type Holder struct {
	*data.Appointment
	Cadre *data.Cadre
}

// Holders reads who is in some posts at a month, by post.
func Holders(ctx context.Context, r View, at data.Month, posts ...string) (map[data.Ref][]Holder, error) {
	asOf, err := AsOf(ctx, r, at)
	if err != nil {
		return nil, err
	}
	appointments, err := Find[data.Appointment](ctx, r, Where("post", posts))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, a := range appointments {
		ids = append(ids, string(a.Cadre))
	}
	cadres, err := Find[data.Cadre](ctx, r, Where("id", ids))
	if err != nil {
		return nil, err
	}
	byID := map[data.Ref]*data.Cadre{}
	for _, c := range cadres {
		byID[data.Ref(c.ID)] = c
	}
	found := map[data.Ref][]Holder{}
	for _, a := range appointments {
		c := byID[a.Cadre]
		if c == nil {
			return nil, data.Orphan(data.AppointmentKind)
		}
		if asOf.Holds(a, c) {
			found[a.Post] = append(found[a.Post], Holder{a, c})
		}
	}
	return found, nil
}

// Filled counts the holders who take an approved seat. Holders on secondment
// (挂职) or holding the post concurrently (兼任) do not.
func Filled(holders []Holder) int {
	n := 0
	for _, h := range holders {
		if h.Proper() {
			n++
		}
	}
	return n
}
