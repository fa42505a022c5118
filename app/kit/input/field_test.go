package input

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"huoshui/app/kit"
	"huoshui/app/kit/kittest"
)

// month reads “199001” and “1990.1” in the way a program would.
func month(text string) (string, error) {
	digits := strings.NewReplacer(".", "", "-", "").Replace(text)
	if len(digits) == 5 {
		digits = digits[:4] + "0" + digits[4:]
	}
	if len(digits) != 6 || digits[4:] > "12" {
		return "", errors.New("月份应在 01 到 12 之间，如 1990.01")
	}
	return digits[:4] + "." + digits[4:], nil
}

var nations = []Option{{"01", "汉族"}, {"02", "蒙古族"}, {"03", "回族"}, {"11", "满族"}}

// initials stands for the search by pinyin that the program brings.
func initials(c Option, typed string) bool {
	letters := map[string]string{"01": "hz", "02": "mgz", "03": "hz", "11": "mz"}
	return strings.HasPrefix(letters[c.Value], typed) || strings.Contains(c.Text, typed)
}

type testForm struct {
	name   *Text
	born   *Month
	nation *Choice
	notes  *Area
	form   *Form
	canvas fyne.Canvas
}

func newTestForm(t *testing.T) *testForm {
	t.Helper()
	kittest.Look(t, kit.Theme{})
	f := &testForm{
		name: NewText("姓名"), born: NewMonth("出生年月", month),
		nation: NewChoice("民族", initials, nations...), notes: NewArea("备注", 3),
	}
	f.form = NewForm(3, f.name, f.born, f.nation)
	f.form.Add(f.notes, 3)
	f.canvas = kittest.Window(t, f.form.Scrolling(), 900, 400).Canvas()
	return f
}

func TestEnterGoesThroughTheForm(t *testing.T) {
	f := newTestForm(t)
	f.name.Focus()
	for _, want := range []fyne.Focusable{f.name.entry, f.born.entry, f.nation.face, f.notes.entry} {
		if f.canvas.Focused() != want {
			t.Fatalf("focus is on %T, want %T", f.canvas.Focused(), want)
		}
		if want != fyne.Focusable(f.notes.entry) {
			kittest.Press(t, f.canvas, fyne.KeyReturn)
		}
	}
	kittest.Press(t, f.canvas, fyne.KeyReturn)
	kittest.Equal(t, "Enter in an area", f.notes.Value(), "\n")
	f.notes.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if f.canvas.Focused() != fyne.Focusable(f.name.entry) {
		t.Error("Ctrl+Enter does not leave the area")
	}
	f.canvas.FocusPrevious()
	if f.canvas.Focused() != fyne.Focusable(f.notes.entry) {
		t.Error("Shift+Tab does not go back")
	}
}

func TestOnlyTheUserChanges(t *testing.T) {
	f := newTestForm(t)
	var said []string
	f.name.OnChanged = func(v string) { said = append(said, v) }
	f.name.SetValue("沈嘉怡")
	f.name.Focus()
	test.Type(f.name.entry, "李")
	if !slices.Equal(said, []string{"李"}) {
		t.Errorf("said %q; the text should have been selected and replaced", said)
	}
}

func TestMonthFieldReadsAndObjects(t *testing.T) {
	f := newTestForm(t)
	var said []string
	f.born.OnChanged = func(v string) { said = append(said, v) }
	f.born.Focus()
	test.Type(f.born.entry, "199001")
	kittest.Press(t, f.canvas, fyne.KeyReturn)
	kittest.Equal(t, "shown", f.born.entry.Text, "1990.01")
	kittest.Equal(t, "problem", f.born.Problem(), "")

	f.born.Focus()
	test.Type(f.born.entry, "1990.13")
	kittest.Press(t, f.canvas, fyne.KeyReturn)
	kittest.Equal(t, "problem", f.born.Problem(), "月份应在 01 到 12 之间，如 1990.01")
	kittest.Equal(t, "what was typed stays", f.born.Value(), "1990.13")
	if !strings.Contains(test.RenderToMarkup(f.canvas), "月份应在") {
		t.Error("the problem is not on the screen")
	}
	f.born.Focus()
	test.Type(f.born.entry, "1990-02")
	kittest.Equal(t, "problem while typing", f.born.Problem(), "")
	f.canvas.FocusNext()
	for _, want := range []string{"199001", "1990.01", "1990.13", "1990.02"} {
		if !slices.Contains(said, want) {
			t.Errorf("said %q, not %q", said, want)
		}
	}
}

func TestProblemsMoveWhatIsBelow(t *testing.T) {
	f := newTestForm(t)
	before := f.notes.Position().Y
	f.name.SetProblem("姓名必填")
	if f.notes.Position().Y <= before {
		t.Error("the next row was not moved down")
	}
	f.name.SetDoubt("与身份证不一致")
	f.name.SetProblem("")
	kittest.Equal(t, "a doubt is no problem", f.name.Problem(), "")
	kittest.Equal(t, "a doubt outlasts a problem", f.name.Doubt(), "与身份证不一致")
	f.name.SetDoubt("")
	kittest.Equal(t, "place after all is well", f.notes.Position().Y, before)
}

func TestChoiceIsFoundByTyping(t *testing.T) {
	f := newTestForm(t)
	chosen := ""
	f.nation.OnChanged = func(v string) { chosen = v }
	f.nation.Focus()
	test.Type(f.nation.face, "m")
	search, ok := f.canvas.Focused().(*entry)
	if !ok {
		t.Fatalf("focus is on %T, not on the search line", f.canvas.Focused())
	}
	kittest.Equal(t, "typed", search.Text, "m")
	test.Type(search, "z")
	kittest.Equal(t, "typed", search.Text, "mz")
	kittest.Chinese(t, f.canvas)
	kittest.Press(t, f.canvas, fyne.KeyReturn)
	kittest.Equal(t, "value", f.nation.Value(), "11")
	kittest.Equal(t, "told", chosen, "11")
	kittest.Equal(t, "read", f.nation.Text(), "满族")
	if f.canvas.Focused() != fyne.Focusable(f.notes.entry) {
		t.Error("choosing does not go on to the next field")
	}
}

func TestChoiceByArrowsAndEscape(t *testing.T) {
	f := newTestForm(t)
	f.nation.SetValue("02")
	f.nation.Focus()
	kittest.Press(t, f.canvas, fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape)
	kittest.Equal(t, "after Esc", f.nation.Value(), "02")
	if f.canvas.Focused() != fyne.Focusable(f.nation.face) {
		t.Error("Esc does not return to the field")
	}
	kittest.Press(t, f.canvas, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	kittest.Equal(t, "after Enter", f.nation.Value(), "03")
	f.nation.Focus()
	kittest.Press(t, f.canvas, fyne.KeyDelete)
	kittest.Equal(t, "after Delete", f.nation.Value(), "")
	f.nation.SetValue("99")
	kittest.Equal(t, "unknown values are shown as they are", f.nation.Text(), "99")
	f.nation.SetReadOnly(true)
	f.nation.Open("")
	if f.canvas.Overlays().Top() != nil {
		t.Error("a field that is read only opens its list")
	}
}

func TestWheelOverAnInputScrollsTheForm(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	var fields []Field
	for range 60 {
		fields = append(fields, NewText("职务"))
	}
	form := NewForm(2, fields...)
	w := kittest.Window(t, form.Scrolling(), 600, 300)
	test.Scroll(w.Canvas(), fyne.NewPos(100, 40), 0, -50)
	kittest.Equal(t, "offset", form.scroll.Offset.Y, 50)
}

func TestDoubtSurvivesTyping(t *testing.T) {
	f := newTestForm(t)
	f.born.SetDoubt("待核：与身份证不一致")
	f.born.Focus()
	test.Type(f.born.entry, "1990.1")
	f.canvas.FocusNext()
	kittest.Equal(t, "doubt", f.born.Doubt(), "待核：与身份证不一致")
}

func TestFormFollowsTheKeyboard(t *testing.T) {
	kittest.Look(t, kit.Theme{})
	var fields []Field
	for range 40 {
		fields = append(fields, NewText("职务"))
	}
	fields = append(fields, NewChoice("民族", nil, nations...))
	form := NewForm(2, fields...)
	c := kittest.Window(t, form.Scrolling(), 600, 300).Canvas()
	seen := func(f Field) bool {
		top := f.Position().Y - form.scroll.Offset.Y
		return top >= 0 && top+f.Size().Height <= form.scroll.Size().Height
	}
	fields[0].Focus()
	for _, field := range fields {
		if !seen(field) {
			t.Fatalf("the field at %v is out of sight", field.Position().Y)
		}
		c.FocusNext()
	}
	fields[len(fields)-1].Focus()
	for i := len(fields) - 1; i > 0; i-- {
		c.FocusPrevious()
		if !seen(fields[i-1]) {
			t.Fatalf("the field at %v is out of sight on the way back", fields[i-1].Position().Y)
		}
	}
}

func TestFreeChoiceTakesOtherWords(t *testing.T) {
	f := newTestForm(t)
	f.nation.Free = true
	f.nation.Focus()
	test.Type(f.nation.face, "穿")
	test.Type(f.canvas.Focused(), "青人")
	kittest.Press(t, f.canvas, fyne.KeyReturn)
	kittest.Equal(t, "free words", f.nation.Value(), "穿青人")
	f.nation.Focus()
	test.Type(f.nation.face, "族")
	kittest.Press(t, f.canvas, fyne.KeyReturn)
	kittest.Equal(t, "the list goes first", f.nation.Value(), "01")
}

// Tab goes on from text of several lines too, and leaves no tab in it.
func TestTabGoesOnFromText(t *testing.T) {
	area := NewArea("理由", 3)
	if area.entry.AcceptsTab() {
		t.Error("the window would give Tab to the text")
	}
}
