package criteria

import "slices"

// Names lists the saved criteria a criterion refers to by name, each once.
func (c Criterion) Names() []string {
	var names []string
	c.walk(func(part Criterion) {
		if part.Named != "" && !slices.Contains(names, part.Named) {
			names = append(names, part.Named)
		}
	})
	return names
}

func (c Criterion) walk(visit func(Criterion)) {
	visit(c)
	for _, part := range slices.Concat(c.All, c.Any) {
		part.walk(visit)
	}
	if c.Not != nil {
		c.Not.walk(visit)
	}
}

// Counts reports whether a criterion on a subject uses, directly or through a
// saved criterion, a field that counts what has happened.
func (b Book) Counts(s *Subject, c Criterion) bool { return b.counts(s, c, 0) }

func (b Book) counts(s *Subject, c Criterion, depth int) bool {
	found := false
	c.walk(func(part Criterion) {
		f := s.Field(part.Field)
		saved, named := b[part.Named]
		found = found || f != nil && f.Happens || named && depth < deepestNames && b.counts(s, saved.Where, depth+1)
	})
	return found
}

// Uses reports whether a criterion uses the saved criterion of that name,
// directly or through others.
func (b Book) Uses(c Criterion, name string) bool { return b.uses(c, name, 0) }

func (b Book) uses(c Criterion, name string, depth int) bool {
	if depth > deepestNames {
		return false
	}
	return slices.ContainsFunc(c.Names(), func(other string) bool {
		saved, ok := b[other]
		return other == name || ok && b.uses(saved.Where, name, depth+1)
	})
}
