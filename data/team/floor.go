package team

import (
	"context"

	"huoshui/data"
	"huoshui/data/figure"
)

// floorFigure is the share of young cadres among those promoted this year.
const floorFigure = "m1.2.floor"

// Floor compares the share of young cadres among those promoted this year with
// its floor (保底), and says what the promotions still planned must bring.
type Floor struct {
	figure.Value
	Planned   int  // promotions still planned this year
	Young     int  // of which at least so many must be young
	Reachable bool // whether that can be done at all
}

// FloorAt computes the floor at a month. More is the number of promotions
// still to come in the year.
func FloorAt(ctx context.Context, source figure.Source, at data.Month, planned int) (Floor, error) {
	v, err := source.One(ctx, figure.Named(floorFigure), at)
	if err != nil {
		return Floor{}, err
	}
	f := Floor{Value: v, Planned: planned}
	f.Young = max(0, ceil((v.Denominator+planned)*v.Floor)-v.Numerator)
	f.Reachable = f.Young <= planned
	return f, nil
}
