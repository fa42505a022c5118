package report

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/paper/fill"
)

// Filled is the result of filling in an office's own Word file.
type Filled struct {
	Unknown []string // places nobody knows, left as they are
	Missing []string // figures that read “无数据”
	People  int      // for repeated rows; 0 when there are none
}

// maxTemplate is the most bytes of a template that are read.
const maxTemplate = 30 << 20

// FillIn fills in an office's own Word file and saves the result to another
// file. Its places {{…}} name figures by title or ID, words such as 地区 and 时点,
// or, in rows of tables, fields of the people in the order.
func FillIn(ctx context.Context, template string, o Order, out string) (Filled, error) {
	content, err := readTemplate(template)
	if err != nil {
		return Filled{}, err
	}
	read, err := fill.Read(template, content)
	if err != nil {
		return Filled{}, err
	}
	facts, err := newFiller(ctx, o.Source, o.At, o.Written)
	if err != nil {
		return Filled{}, err
	}
	var result Filled
	fields := fieldsIn(read.Places(), facts)
	values := fill.Values{
		Text:  func(name, after string) (string, bool) { return facts.say(name, after, &result) },
		Field: func(name string) int { return slices.Index(fields, unspaced(name)) },
	}
	if len(fields) > 0 {
		people, err := o.people(ctx, fields)
		if err != nil {
			return Filled{}, err
		}
		for _, row := range people {
			values.People = append(values.People, row[1:])
		}
		result.People = len(values.People)
		facts.words["人数"] = fmt.Sprint(result.People)
	}
	var filled bytes.Buffer
	if result.Unknown, err = read.Write(&filled, values); err != nil {
		return Filled{}, err
	}
	return result, data.SaveFile(out, func(w io.Writer) error {
		_, err := w.Write(filled.Bytes())
		return err
	})
}

func readTemplate(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("打不开模板“%s”，请核对路径和权限。", path), err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxTemplate+1))
	if err != nil {
		return nil, data.Refuse(fmt.Sprintf("模板“%s”读不出来，请重新拷贝后再试。", path), err)
	}
	return content, nil
}

// fieldsIn are the fields of a cadre that places ask for, without what is a
// figure or a word.
func fieldsIn(places []fill.Place, facts *filler) []string {
	var fields []string
	subject := criteria.SubjectNamed("cadre")
	for _, p := range places {
		name := unspaced(p.Name)
		f := subject.Field(name)
		if f != nil && f.Label == name && !facts.knows(name) && !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	return fields
}

// people reads fields of the people an order is about, in its order, the ID
// before them.
func (o Order) people(ctx context.Context, fields []string) ([][]string, error) {
	q := criteria.Query{Subject: criteria.SubjectNamed("cadre"), Where: o.Where, At: o.At, Book: o.Source.Book, Only: o.IDs}
	if o.ID != "" {
		q.Only = []string{o.ID}
	}
	q.Everyone = q.Only != nil
	rows, err := q.Distinct(ctx, o.Source.View, fields...)
	asKnown(o.known(), fields, rows)
	if q.Only != nil {
		slices.SortStableFunc(rows, func(a, b []string) int { return slices.Index(q.Only, a[0]) - slices.Index(q.Only, b[0]) })
	}
	return rows, err
}

// asKnown leaves out of fields of cadres, which stand behind the ID, what was not
// known yet.
func asKnown(known data.Known, fields []string, rows [][]string) {
	for i, label := range fields {
		for k := range data.CadreKind.Fields {
			f := &data.CadreKind.Fields[k]
			if f.Label != label {
				continue
			}
			for _, row := range rows {
				if month, err := data.ParseMonth(row[i+1]); f.Type == data.TypeMonth && err == nil && !known.Has(month) {
					row[i+1] = ""
				} else if text, ok := known.Told(f, row[i+1]).(string); ok {
					row[i+1] = text
				}
			}
		}
	}
}

// say is what stands at a place of an office's own file: a word, or a figure. A
// share brings its % along unless it stands behind the place, or a unit is
// written in it.
func (f *filler) say(name, after string, result *Filled) (string, bool) {
	unit := ""
	if !f.knows(unspaced(name)) {
		if at := strings.LastIndexAny(name, " 　"); at > 0 {
			name, unit = name[:at], strings.TrimSpace(strings.TrimLeft(name[at:], "　"))
		}
	}
	name = unspaced(name)
	if word, ok := f.words[name]; ok {
		return word, true
	}
	value, ok := f.figures[f.id(name)]
	if !ok {
		return "", false
	}
	if value.NoData {
		if !slices.Contains(result.Missing, value.Label) {
			result.Missing = append(result.Missing, value.Label)
		}
		return value.Text(), true
	}
	if unit == "" && value.Definition.Share && !strings.HasPrefix(after, "%") && !strings.HasPrefix(after, "％") {
		unit = "%"
	}
	return value.Text() + unit, true
}
