package form_test

import (
	"encoding/json"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"huoshui/app/form"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
)

func begin(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.Theme{})
}

func window(t *testing.T, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(900, 900))
	return w
}

func write(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func press(w fyne.Window, name fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func none(*data.Field) []input.Option { return nil }

// Every described field of every kind must find an input that shows what it is
// given and gives it back.
func TestEveryFieldHasAnInput(t *testing.T) {
	begin(t)
	example := map[data.Type]string{
		data.TypeText: "某", data.TypeLong: "某\n某", data.TypeInt: "7", data.TypeBool: "是",
		data.TypeMonth: "1990.01", data.TypeDate: "1990.01.31",
	}
	for _, kind := range data.Kinds() {
		f := form.New(kind, func(*data.Field) []input.Option { return []input.Option{{Value: "id", Text: "某"}} })
		record := kind.New()
		for i := range kind.Fields {
			field := &kind.Fields[i]
			text := example[field.Type]
			switch {
			case field.Hidden() || field.Type == data.TypeBlob:
				continue
			case field.Type == data.TypeCode:
				text = data.ListNamed(field.List).Labels()[0]
			case field.Type == data.TypeRef:
				text = "id"
			case field.Type == data.TypeInt && field.From > 0:
				text = strconv.Itoa(field.From)
			}
			if err := field.SetText(record, text); err != nil {
				t.Fatal(err)
			}
			f.Show(form.NewDraft(record))
			if got := f.Input(field.Key).Value(); got != text {
				t.Errorf("%s.%s: %q, want %q", kind.Name, field.Key, got, text)
			}
		}
	}
}

func TestTypingFillsTheRecord(t *testing.T) {
	begin(t)
	f := form.New(data.CadreKind, none)
	w := window(t, f.Grid(3).Scrolling())
	record := &data.Cadre{}
	f.Show(form.NewDraft(record))

	f.Input("name").Focus()
	write(w, "㛃文䶮")
	press(w, fyne.KeyReturn)
	write(w, "女") // opens the list of 性别
	press(w, fyne.KeyReturn)
	write(w, "1989.4")
	press(w, fyne.KeyReturn)
	write(w, "tj") // 土家族 by its initials
	press(w, fyne.KeyReturn)
	if record.Name != "㛃文䶮" || record.Sex != "2" || record.Birth != 198904 || record.Nation != "土家族" {
		t.Errorf("%+v", record)
	}
	if got := f.Input("birth").Value(); got != "1989.04" {
		t.Errorf("month shown as %q", got)
	}
}

func TestOpenListTakesOtherWords(t *testing.T) {
	begin(t)
	f := form.New(data.CadreKind, none)
	w := window(t, f.Grid(3).Scrolling())
	record := &data.Cadre{}
	f.Show(form.NewDraft(record))
	f.Input("full_edu").Focus()
	write(w, "大学（结业）")
	press(w, fyne.KeyReturn)
	if record.FullEdu != "大学（结业）" {
		t.Errorf("%q", record.FullEdu)
	}
	if got := f.Input("full_edu").(*input.Choice).Text(); got != "大学（结业）" {
		t.Errorf("shown as %q", got)
	}
}

func TestCodesFindTheirLabels(t *testing.T) {
	begin(t)
	f := form.New(data.CadreKind, none)
	w := window(t, f.Grid(3).Scrolling())
	record := &data.Cadre{}
	f.Show(form.NewDraft(record))
	item := data.ListNamed("nation").Items[7]
	f.Input("nation").Focus()
	write(w, string(item.Code))
	press(w, fyne.KeyReturn)
	if record.Nation != item.Label {
		t.Errorf("%s by %s", record.Nation, item.Code)
	}
}

func TestKeptDraftComesBack(t *testing.T) {
	begin(t)
	base := &data.Cadre{ID: "c", Name: "沈某", Nation: "汉族", Birth: 198904}
	d := form.NewDraft(data.Clone(base))
	_ = d.Set("nation", "畲族")
	_ = d.Set("selected", "是")
	_ = d.Set("birth", "1989.13")
	raw, err := json.Marshal(d.Keep(base))
	if err != nil {
		t.Fatal(err)
	}
	var kept form.Kept
	if err := json.Unmarshal(raw, &kept); err != nil {
		t.Fatal(err)
	}
	kept.Values["gone_from_the_description"] = "某"
	base.Health = "健康" // changed by somebody else meanwhile
	back := kept.Restore(base)
	r := back.Record.(*data.Cadre)
	if r.ID != "c" || r.Nation != "畲族" || !r.Selected || r.Health != "健康" || back.Text("birth") != "1989.13" || back.Problem("birth") == "" {
		t.Errorf("%s: %+v", raw, r)
	}
}

func TestWhatCannotBeReadStays(t *testing.T) {
	begin(t)
	f := form.New(data.CadreKind, none)
	w := window(t, f.Grid(3).Scrolling())
	record := &data.Cadre{Name: "某", Birth: 198904}
	f.Show(form.NewDraft(record))
	f.Input("birth").Focus()
	write(w, "1989.13")
	if f.Check() || f.Input("birth").Problem() == "" || f.Draft().Text("birth") != "1989.13" {
		t.Errorf("problem %q, text %q", f.Input("birth").Problem(), f.Draft().Text("birth"))
	}
	if w.Canvas().Focused() == nil {
		t.Error("nobody stands in the field that is wrong")
	}
	f.Input("birth").SetValue("1989.05")
	if !f.Check() || record.Birth != 198905 {
		t.Errorf("still wrong: %q, %v", f.Input("birth").Problem(), record.Birth)
	}
}

func TestRequiredIsSaidInWords(t *testing.T) {
	begin(t)
	f := form.New(data.CadreKind, none)
	window(t, f.Grid(3).Scrolling())
	if f.Check() || f.Input("name").Problem() != "请填写“姓名”" {
		t.Errorf("problem %q", f.Input("name").Problem())
	}
}

func TestDayIsReadWhenOneLeaves(t *testing.T) {
	begin(t)
	f := form.New(data.AppointmentKind, none, "cadre")
	w := window(t, f.Grid(2).Scrolling())
	f.Input("decided").Focus()
	write(w, "2026.1")
	if f.Input("decided").Problem() != "" {
		t.Error("half a day is called wrong")
	}
	write(w, ".5")
	press(w, fyne.KeyReturn)
	if got := f.Input("decided").Value(); got != "2026.01.05" || f.Draft().Record.(*data.Appointment).Decided != 20260105 {
		t.Errorf("day %q", got)
	}
}

func TestMatchKnowsReadings(t *testing.T) {
	match := form.NewMatch()
	for _, c := range []struct {
		text, typed string
		want        bool
	}{
		{"县委组织部", "组织", true},
		{"县委组织部", "xwzzb", true},
		{"县委组织部", "zzb", true},
		{"县委组织部", "xianwei", true},
		{"区委办公室", "qwb", true},
		{"县委组织部", "xf", false},
		{"县委组织部", "宣传", false},
	} {
		if got := match(input.Option{Text: c.text}, c.typed); got != c.want {
			t.Errorf("%s by %s: %v", c.text, c.typed, got)
		}
	}
}
