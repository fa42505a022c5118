package form

import (
	"huoshui/app/kit/input"
	"huoshui/data"
)

// Choose offers the records that a reference may point to: their IDs as
// values, their names as texts.
type Choose func(f *data.Field) []input.Option

// areaLines is how many lines a long text shows; longer ones scroll.
const areaLines = 3

// NewInput makes the input for a field of a description. It returns nil for a
// field of bytes.
func NewInput(f *data.Field, choose Choose) input.Field {
	switch f.Type {
	case data.TypeBlob:
		return nil
	case data.TypeLong:
		return framed(input.NewArea(f.Label, areaLines), f)
	case data.TypeMonth:
		return framed(input.NewMonth(f.Label, normal(f)), f)
	case data.TypeDate, data.TypeInt:
		return framed(newNumber(f), f)
	case data.TypeBool:
		return framed(newChoice(f.Label, choices([]string{"是", "否"})), f)
	case data.TypeCode:
		return framed(newClosed(f), f)
	case data.TypeRef:
		return framed(newChoice(f.Label, optional(f, choose(f))), f)
	}
	if f.List != "" {
		return framed(newOpen(f), f)
	}
	return framed(input.NewText(f.Label), f)
}

// framed gives an input the star and the help of its field.
func framed[T input.Field](entry T, f *data.Field) input.Field {
	around := frame(entry)
	around.Help, around.Required = f.Help, f.Required
	return entry
}

// OnChanged sets the function that is called when the user changes an input.
func OnChanged(entry input.Field, do func(text string)) { frame(entry).OnChanged = do }

// frame is what a field of the kit has around its input.
func frame(entry input.Field) *input.Frame {
	switch i := entry.(type) {
	case *input.Text:
		return &i.Frame
	case *input.Area:
		return &i.Frame
	case *input.Month:
		return &i.Frame
	case *input.Choice:
		return &i.Frame
	}
	panic("form: unknown kind of input")
}

// normal reads what was typed and gives it back as it is shown.
func normal(f *data.Field) func(text string) (string, error) {
	return func(text string) (string, error) {
		value, err := f.Parse(text)
		if err != nil {
			return "", err
		}
		return f.Show(value), nil
	}
}

// newNumber makes a line for days and whole numbers, which are brought into
// their form when one goes on: half of 1990.01.31 is not a mistake yet.
func newNumber(f *data.Field) *input.Text {
	entry := input.NewNumber(f.Label)
	if f.Type == data.TypeDate {
		entry.SetPlaceHolder("1990.01.31")
	}
	entry.OnLeave = func(text string) {
		shown, err := normal(f)(text)
		switch {
		case err != nil:
			entry.SetProblem(err.Error())
		case shown != text:
			entry.SetValue(shown)
		}
	}
	return entry
}

// newClosed makes a list one must choose from.
func newClosed(f *data.Field) *input.Choice {
	return newListChoice(f, optional(f, choices(data.ListNamed(f.List).Labels())))
}

// newOpen makes a list one may also leave.
func newOpen(f *data.Field) *input.Choice {
	entry := newListChoice(f, choices(data.ListNamed(f.List).Labels()))
	entry.Free = true
	return entry
}

// optional puts an empty choice before the others, to take a value back.
func optional(f *data.Field, list []input.Option) []input.Option {
	if f.Required {
		return list
	}
	return append([]input.Option{{}}, list...)
}

func choices(texts []string) []input.Option {
	list := make([]input.Option, len(texts))
	for i, text := range texts {
		list[i] = input.Option{Value: text, Text: text}
	}
	return list
}
