package sample

import (
	"iter"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/team"
)

// nextID is the ID of the next record of the structure.
func (w *world) nextID() string {
	w.serial++
	return w.ids.of(w.serial)
}

// Serial numbers of the folders and of the office's records.
const (
	firstFolder = 1<<20 - 64
	firstOffice = 1<<20 + 1<<16
)

// structure yields the units, folders first, and then their posts.
func (w *world) structure() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, u := range w.unitRecords() {
			if !yield(u) {
				return
			}
		}
		for _, u := range w.units {
			for _, p := range u.posts() {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// unitRecords are the root, the folders below it and the units.
func (w *world) unitRecords() []*data.Unit {
	place := &w.words.place
	root := &data.Unit{ID: w.ids.of(firstFolder), Name: place.Place, Short: place.Place, Kind: "91", Sort: 1}
	list := []*data.Unit{root}
	folderOf := map[string]data.Ref{}
	for i, f := range place.Folder {
		if !slices.ContainsFunc(w.units, func(u *unit) bool { return slices.Contains(f.Kinds, u.words.Kind) }) {
			continue
		}
		folder := &data.Unit{
			ID: w.ids.of(firstFolder + 1 + i), Name: f.Name, Short: f.Name, Parent: data.Ref(root.ID), Kind: "91", Sort: i + 1,
		}
		list = append(list, folder)
		for _, kind := range f.Kinds {
			folderOf[kind] = data.Ref(folder.ID)
		}
	}
	for i, u := range w.units {
		list = append(list, &data.Unit{
			ID: string(u.id), Name: u.name, Short: u.short, Parent: folderOf[u.words.Kind],
			Kind: data.Code(u.words.Kind), Sort: i + 1, Since: u.since,
		})
	}
	return list
}

// posts are the posts of a unit in their order: team, middle, staff, older.
func (u *unit) posts() []*data.Post {
	seats := slices.Concat(u.seats, u.mids)
	if u.staff != nil {
		seats = append(seats, u.staff)
	}
	seats = append(seats, u.older...)
	list := make([]*data.Post, 0, len(seats))
	for i, s := range seats {
		list = append(list, &data.Post{
			ID: string(s.id), Unit: u.id, Name: localTitle(s.unit, s.name, forever), Approved: s.approved, Level: s.level, Rank: s.rank,
			Managed: s.managed, Team: s.team, Key: s.words.Key, Duty: s.words.Duty, Sort: i + 1,
		})
	}
	return list
}

// forever is later than any renaming.
const forever data.Month = 219912

// office yields targets, rounds of the reserve and settings.
func (w *world) office() iter.Seq[any] {
	return func(yield func(any) bool) {
		serial := firstOffice
		for _, record := range slices.Concat(w.targets(), w.roundRecords(), w.settings(), w.renamings()) {
			if data.IDOf(record) == "" {
				data.SetID(record, w.ids.of(serial))
				serial++
			}
			if !yield(record) {
				return
			}
		}
	}
}

// renamings are what units were called before reforms gave them their names: the
// names that stand in the résumés.
func (w *world) renamings() []any {
	var list []any
	for _, u := range w.units {
		place, _ := strings.CutSuffix(u.name, u.short)
		for _, b := range u.before {
			if place == u.name { // the name is no longer form of the short one
				place = ""
			}
			list = append(list, &data.UnitPast{Unit: u.id, Name: place + b.name, Short: b.name, Kind: data.Code(u.words.Kind), Until: b.until})
		}
	}
	return list
}

// targets are the staffing targets of the program, taken over as they are, and
// one rule the office has set for itself.
func (w *world) targets() []any {
	var list []any
	for _, t := range team.DefaultTargets(data.Level(w.words.place.Level)) {
		list = append(list, t)
	}
	return append(list, &data.LightRule{Rule: "05", Bound: ownBound, Source: "本单位设置，可改"})
}

// ownBound is the share of a team, out of a hundred, that may retire within
// three years, as the sample's office has set it.
const ownBound = 40

func (w *world) roundRecords() []any {
	var list []any
	for _, r := range w.rounds {
		list = append(list, &data.Round{ID: w.ids.of(r.serial), Name: r.name, Held: r.held, Kind: r.kind})
	}
	return list
}

// settings are the office's settings: its name, its place, its level and the
// months of change of term one level down, of which the last is still ahead.
func (w *world) settings() []any {
	place := &w.words.place
	return []any{
		&data.Setting{Key: data.SettingOffice, Value: place.Office},
		&data.Setting{Key: data.SettingPlace, Value: place.Place},
		&data.Setting{Key: data.SettingLevel, Value: place.Level},
		&data.Setting{Key: data.SettingTerms, Value: w.termList(place.Terms.Lower)},
	}
}

// termList is the months of change of term since 2011 and the one ahead.
func (w *world) termList(months []string) string {
	var list []string
	for _, text := range months {
		m := mustMonth(text)
		if m < 201101 {
			continue
		}
		list = append(list, m.String())
		if m > w.options.At {
			break
		}
	}
	return strings.Join(list, "、")
}
