package person

import (
	"slices"

	"huoshui/data"
	"huoshui/data/rule"
)

// fillFromNumber puts what the ID number says into the fields that are empty,
// and names these. What somebody has filled in stays: the archive decides.
func (m *model) fillFromNumber() (changed []string) {
	born, sex, problem := rule.ReadIDNumber(m.record().IDNumber)
	if problem != "" || born == 0 {
		return nil
	}
	if m.cadre.Text("birth") == "" {
		_ = m.cadre.Set("birth", born.String()) // a month that was read is one
		changed = append(changed, "birth")
	}
	if m.cadre.Text("sex") == "" {
		_ = m.cadre.Set("sex", data.ListNamed("sex").Label(sex)) // as is a code
		changed = append(changed, "sex")
	}
	return changed
}

// doubtful are the findings on what is filled in, for a cadre not on file yet:
// that the rest is still missing, one knows.
func (m *model) doubtful() []rule.Finding {
	found, _ := m.findings()
	return slices.DeleteFunc(found, func(f rule.Finding) bool {
		return f.Row < 0 && (f.Kind != data.CadreKind || f.Kind.Field(f.Field) == nil || m.cadre.Text(f.Field) == "")
	})
}
