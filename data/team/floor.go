package team

import (
	"context"

	"huoshui/data"
	"huoshui/data/figure"
)

// floorFigure is the share of young cadres among those promoted this year.
const floorFigure = "m1.2.floor"

// Floor is where the share of young cadres among those promoted this year stands
// against its floor (保底), and what the promotions still planned must bring.
type Floor struct {
	figure.Value
	Planned   int  // promotions still planned this year
	Young     int  // of which at least so many must be young
	Reachable bool // whether that can be done at all
}

// FloorAt looks at the floor at a month, with so many promotions still to come
// in the year.
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
