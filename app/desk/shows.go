package desk

import (
	"slices"

	"huoshui/data"
	"huoshui/data/store"
)

// ofCadres are the kinds that tell something of cadres: what refers to a cadre, what
// that refers to in turn, such as units, and what the office lays down for all.
var ofCadres = func() map[*data.Kind]bool {
	found := map[*data.Kind]bool{}
	var add func(k *data.Kind)
	add = func(k *data.Kind) {
		if found[k] {
			return
		}
		found[k] = true
		for _, other := range k.Refers() {
			add(other)
		}
	}
	for _, k := range []*data.Kind{data.CadreKind, data.UnitPastKind, data.QuotaKind, data.SettingKind, data.CriterionKind, data.OwnFigureKind} {
		add(k)
	}
	for _, k := range data.Kinds() {
		if slices.Contains(k.Refers(), data.CadreKind) {
			add(k)
		}
	}
	return found
}()

// TellsOfCadres reports whether a change touches anything that lists, conditions
// and checks of cadres can tell.
func TellsOfCadres(c store.Changed) bool {
	return slices.ContainsFunc(c.Touched, func(t store.Touched) bool { return ofCadres[t.Kind] })
}

// TellsOfTeams reports whether a change touches anything that lights and ledgers of
// teams can tell.
func TellsOfTeams(c store.Changed) bool {
	return TellsOfCadres(c) || c.Has(data.TargetKind, data.LightRuleKind, data.EvaluationKind, data.LightKind, data.LetterKind, data.ResearchKind)
}
