package figure

import (
	"context"

	"huoshui/data"
)

// Course computes figures at many months: for each month its values, in the
// order of the definitions and without the year before.
func (s Source) Course(ctx context.Context, definitions []*Definition, months []data.Month, progress data.Progress) ([][]Value, error) {
	course := make([][]Value, len(months))
	for i, m := range months {
		progress.Tell(i, len(months), m.Chinese())
		var err error
		if course[i], err = s.at(ctx, definitions, m); err != nil {
			return nil, err
		}
	}
	return course, nil
}
