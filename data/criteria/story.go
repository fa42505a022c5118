package criteria

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/store/query"
)

// Line is one line of a timeline (成长档案): what happened, and the record it
// comes from.
type Line struct {
	Month data.Month // zero when the record does not say
	Until data.Month // for what lasts; zero when open or momentary
	Text  string
	Kind  *data.Kind
	ID    string
}

// Story lists everything that happened to a cadre or a unit, from all kinds of
// records that have a line for it, newest first.
func Story(ctx context.Context, r query.View, owner *data.Kind, id string) ([]Line, error) {
	var lines []Line
	for _, kind := range data.Kinds() {
		f := kind.OwnedBy(owner)
		if f == nil || kind.Story == "" {
			continue
		}
		found, err := storyOf(ctx, r, kind, f, id)
		if err != nil {
			return nil, err
		}
		lines = append(lines, found...)
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(b.Month, a.Month) })
	return lines, nil
}

func storyOf(ctx context.Context, r query.View, kind *data.Kind, owner *data.Field, id string) ([]Line, error) {
	subject := RecordsOf(kind)
	b := sqlFor(r, 0)
	month, until := "0", "0"
	if kind.Moment() != nil {
		month = "COALESCE(" + momentOf(kind) + ", 0)"
	} else if kind.Field("year") != nil {
		month = "x.year * 100 + 12" // known by the year alone: at its end
	}
	if kind.Field("until") != nil {
		until = "x.until"
	}
	who := "''" // whose record it is, where the timeline is a unit's
	if c := kind.OwnedBy(data.CadreKind); c != nil && c != owner {
		who = nameOf(c, "x."+c.Key, 0)
	}
	var fields []*Field
	statement := "SELECT x.id, " + month + ", " + until + ", " + who
	for _, label := range placesIn(kind.Story) {
		f := subject.Field(label)
		if f == nil {
			panic("criteria: the story of " + kind.Name + " tells of " + label)
		}
		fields = append(fields, f)
		statement += ", " + b.column(subject, f)
	}
	statement += " FROM " + kind.Name + " x WHERE x." + owner.Key + " = ?"
	// Units are called as they were when it happened; now, where nobody knows when.
	statement = strings.ReplaceAll(statement, ":at", "COALESCE(NULLIF("+month+", 0), 219912)")
	rows, err := query.Rows(ctx, r, statement, id)
	if err != nil {
		return nil, fmt.Errorf("criteria: story of %s: %w", kind.Name, err)
	}
	defer rows.Close()
	var lines []Line
	for rows.Next() {
		line := Line{Kind: kind}
		values := make([]any, len(fields))
		var name string
		targets := []any{&line.ID, &line.Month, &line.Until, &name}
		for i := range values {
			targets = append(targets, &values[i])
		}
		if err := rows.Scan(targets...); err != nil {
			return nil, fmt.Errorf("criteria: story of %s: %w", kind.Name, err)
		}
		line.Text = strings.TrimSpace(name + " " + tell(kind.Story, fields, values))
		lines = append(lines, line)
	}
	return lines, rows.Err()
}

// placesIn are the labels in braces.
func placesIn(story string) []string {
	var labels []string
	for {
		_, rest, ok := strings.Cut(story, "{")
		if !ok {
			return labels
		}
		label, rest, _ := strings.Cut(rest, "}")
		labels, story = append(labels, label), rest
	}
}

// tell fills the fields in and takes away what empty ones leave behind.
func tell(story string, fields []*Field, values []any) string {
	for i, f := range fields {
		text := firstLine(f.Show(values[i]))
		story = strings.ReplaceAll(story, "{"+f.Label+"}", text)
		// 副镇长（挂职） says by itself what another field says again.
		story = strings.ReplaceAll(story, "（"+text+"）（"+text+"）", "（"+text+"）")
	}
	story = strings.NewReplacer("（）", "", "：，", "：", "，，", "，").Replace(story)
	return strings.TrimRight(story, "，：")
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
