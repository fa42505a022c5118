package form

import (
	"huoshui/app/kit"
	"huoshui/data"
)

// Choose offers the records a reference may point to: their IDs as values,
// what one reads as texts.
type Choose func(f *data.Field) []kit.Choice

// areaLines is how many lines a long text shows; longer ones scroll.
const areaLines = 3

// NewInput makes the input for a described field. Bytes have none; the answer
// is then nil.
func NewInput(f *data.Field, choose Choose) kit.Field {
	switch f.Type {
	case data.TypeBlob:
		return nil
	case data.TypeLong:
		return framed(kit.NewAreaField(f.Label, areaLines), f)
	case data.TypeMonth:
		return framed(kit.NewMonthField(f.Label, normal(f)), f)
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
	return framed(kit.NewTextField(f.Label), f)
}

// framed gives an input the star and the help of its field.
func framed[T kit.Field](input T, f *data.Field) kit.Field {
	around := frame(input)
	around.Help, around.Required = f.Help, f.Required
	return input
}

// OnChanged makes do hear what the user does in an input.
func OnChanged(input kit.Field, do func(text string)) { frame(input).OnChanged = do }

// frame is what a field of the kit has around its input.
func frame(input kit.Field) *kit.FieldFrame {
	switch i := input.(type) {
	case *kit.TextField:
		return &i.FieldFrame
	case *kit.AreaField:
		return &i.FieldFrame
	case *kit.MonthField:
		return &i.FieldFrame
	case *kit.ChoiceField:
		return &i.FieldFrame
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
func newNumber(f *data.Field) *kit.TextField {
	input := kit.NewNumberField(f.Label)
	if f.Type == data.TypeDate {
		input.SetPlaceHolder("1990.01.31")
	}
	input.OnLeave = func(text string) {
		shown, err := normal(f)(text)
		switch {
		case err != nil:
			input.SetProblem(err.Error())
		case shown != text:
			input.SetValue(shown)
		}
	}
	return input
}

// newClosed makes a list one must choose from.
func newClosed(f *data.Field) *kit.ChoiceField {
	return newListChoice(f, optional(f, choices(data.ListNamed(f.List).Labels())))
}

// newOpen makes a list one may also leave.
func newOpen(f *data.Field) *kit.ChoiceField {
	input := newListChoice(f, choices(data.ListNamed(f.List).Labels()))
	input.Free = true
	return input
}

// optional puts an empty choice before the others, to take a value back.
func optional(f *data.Field, list []kit.Choice) []kit.Choice {
	if f.Required {
		return list
	}
	return append([]kit.Choice{{}}, list...)
}

func choices(texts []string) []kit.Choice {
	list := make([]kit.Choice, len(texts))
	for i, text := range texts {
		list[i] = kit.Choice{Value: text, Text: text}
	}
	return list
}
