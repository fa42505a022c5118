package report

import (
	"context"
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// Look is what the log of looks keeps of a paper of a sort that is written out: which
// one, about whom, of how many. Who makes it is left to the caller.
func (o Order) Look(ctx context.Context, s *Sort) (store.Look, error) {
	if o.ID == "" && slices.Contains(s.Abouts(), AboutPeople) {
		return o.LookPeople(ctx, s.Label)
	}
	return store.Look{Deed: store.Exported, What: s.Label, Kind: kinds[s.About], Record: o.ID, Count: 1}, nil
}

// LookPeople is Look of what tells of the people of the order, such as an office's own
// file filled in.
func (o Order) LookPeople(ctx context.Context, what string) (store.Look, error) {
	ids := o.IDs
	if ids == nil {
		people, err := o.people(ctx, nil)
		if err != nil {
			return store.Look{}, err
		}
		for _, row := range people {
			ids = append(ids, row[0])
		}
	}
	return LookAt(what, ids), nil
}

// LookEach is Look of one paper of a sort for each of the choices.
func LookEach(s *Sort, choices []Choice) store.Look {
	ids := make([]string, len(choices))
	for i, c := range choices {
		ids[i] = c.ID
	}
	l := LookAt(s.Label, ids)
	about, _ := s.Each()
	l.Kind = kinds[about]
	return l
}

// LookAt is Look of a file that tells of some cadres.
func LookAt(what string, ids []string) store.Look {
	l := store.Look{Deed: store.Exported, What: what, Kind: data.CadreKind, Count: len(ids)}
	if len(ids) == 1 {
		l.Record = ids[0]
	}
	return l
}
