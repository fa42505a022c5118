package rule

import (
	"context"

	"huoshui/data"
	"huoshui/data/store"
)

// Person is everything on file about one cadre.
type Person struct {
	Cadre        *data.Cadre
	Resume       []*data.Resume
	Family       []*data.Family
	Appointments []*data.Appointment
	Beside       map[*data.Kind][]any // all other records that belong to the cadre
	World        *World               // may be nil: what is referred to is then not looked at
}

// World is what the records of persons refer to.
type World struct {
	data.AsOf // posts, units and settings, as they are at the month

	Classes  map[data.Ref]*data.Class
	Vettings map[data.Ref]*data.Vetting
	units    []*data.Unit // as they are stored
	past     []*data.UnitPast
	held     map[data.Ref]data.Month // when that happened which a record takes its time from
	filled   map[data.Ref]bool       // vacancies that are no longer open
	crowded  map[data.Ref]string     // posts with more people in them than approved, in words
}

// apart are the kinds a Person holds by name, and those that are not checked:
// an original is what came in, whatever it says.
var apart = map[*data.Kind]bool{
	data.ResumeKind: true, data.FamilyKind: true, data.AppointmentKind: true,
	data.OriginalKind: true, data.AcceptedKind: true,
}

// besideKinds are the kinds of the other records of a cadre.
func besideKinds() []*data.Kind {
	var kinds []*data.Kind
	for _, kind := range data.Kinds() {
		if f := kind.OwnedBy(data.CadreKind); f != nil && f.Key == "cadre" && !apart[kind] {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// town reports whether a unit was a township at a month.
func (w *World) town(unit data.Ref, at data.Month) bool {
	for _, u := range w.units {
		if u.ID == string(unit) {
			return data.UnitsAt([]*data.Unit{u}, w.past, at)[0].Town()
		}
	}
	return false
}

// ReadWorldToCheck is ReadWorld with the records of others that only a check
// needs.
func ReadWorldToCheck(ctx context.Context, r store.View, at data.Month) (*World, error) {
	w, err := ReadWorld(ctx, r, at)
	if err == nil {
		err = w.readCrowded(ctx, r)
	}
	return w, err
}

// ReadWorld reads what the records of persons refer to, with the units as they
// were at a month.
func ReadWorld(ctx context.Context, r store.View, at data.Month) (*World, error) {
	w := &World{
		Classes: map[data.Ref]*data.Class{}, Vettings: map[data.Ref]*data.Vetting{},
		held: map[data.Ref]data.Month{}, filled: map[data.Ref]bool{},
	}
	var err error
	if w.AsOf, err = store.AsOf(ctx, r, at); err != nil {
		return nil, err
	}
	if w.units, err = store.Find[data.Unit](ctx, r); err != nil {
		return nil, err
	}
	if w.past, err = store.Find[data.UnitPast](ctx, r); err != nil {
		return nil, err
	}
	classes, err := store.Find[data.Class](ctx, r)
	if err != nil {
		return nil, err
	}
	for _, c := range classes {
		w.Classes[data.Ref(c.ID)], w.held[data.Ref(c.ID)] = c, c.Start.Month()
	}
	vettings, err := store.Find[data.Vetting](ctx, r)
	if err != nil {
		return nil, err
	}
	for _, v := range vettings {
		w.Vettings[data.Ref(v.ID)], w.held[data.Ref(v.ID)] = v, v.Held.Month()
	}
	vacancies, err := store.Find[data.Vacancy](ctx, r)
	for _, v := range vacancies {
		w.filled[data.Ref(v.ID)] = v.Filled != 0
	}
	return w, err
}

// ReadBeside reads the other records of one cadre.
func ReadBeside(ctx context.Context, r store.View, cadre string) (map[*data.Kind][]any, error) {
	beside := map[*data.Kind][]any{}
	for _, kind := range besideKinds() {
		found, err := store.FindKind(ctx, r, kind, store.Where("cadre", cadre))
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			beside[kind] = found
		}
	}
	return beside, nil
}

// readPersons reads the files of some cadres, in the order of their IDs.
func readPersons(ctx context.Context, r store.View, w *World, ids []string) ([]*Person, error) {
	cadres, err := store.Find[data.Cadre](ctx, r, store.Where("id", ids))
	if err != nil {
		return nil, err
	}
	byID := map[data.Ref]*Person{}
	for _, c := range cadres {
		byID[data.Ref(c.ID)] = &Person{Cadre: c, World: w, Beside: map[*data.Kind][]any{}}
	}
	kinds := append(besideKinds(), data.ResumeKind, data.FamilyKind, data.AppointmentKind)
	for _, kind := range kinds {
		found, err := store.FindKind(ctx, r, kind, store.Where("cadre", ids))
		if err != nil {
			return nil, err
		}
		owner := kind.OwnedBy(data.CadreKind)
		for _, record := range found {
			id, _ := owner.Value(record).(string)
			p := byID[data.Ref(id)]
			if p == nil {
				return nil, data.Orphan(kind)
			}
			p.add(kind, record)
		}
	}
	var persons []*Person
	for _, id := range ids {
		if p := byID[data.Ref(id)]; p != nil {
			persons = append(persons, p)
		}
	}
	return persons, nil
}

func (p *Person) add(kind *data.Kind, record any) {
	switch r := record.(type) {
	case *data.Resume:
		p.Resume = append(p.Resume, r)
	case *data.Family:
		p.Family = append(p.Family, r)
	case *data.Appointment:
		p.Appointments = append(p.Appointments, r)
	default:
		p.Beside[kind] = append(p.Beside[kind], record)
	}
}

// beside gives the other records of one kind.
func beside[T any](p Person, kind *data.Kind) []*T {
	list := make([]*T, len(p.Beside[kind]))
	for i, record := range p.Beside[kind] {
		list[i] = record.(*T)
	}
	return list
}
