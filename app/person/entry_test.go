package person

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"huoshui/data"
)

func TestNumberFillsSexAndBirth(t *testing.T) {
	p := newPage(t)
	p.OpenNew()
	p.form().Input("id_number").Focus()
	p.write("99010119900115003")
	if got := p.form().Input("id_number").(interface{ Doubt() string }).Doubt(); got != "已填 17 位，应为 18 位" {
		t.Errorf("while typing: %q", got)
	}
	p.write("9")
	if got := p.form().Input("id_number").(interface{ Doubt() string }).Doubt(); got != "校验位不符，末位应为 8；请逐位核对" {
		t.Errorf("wrong at the end: %q", got)
	}
	p.press(fyne.KeyBackspace)
	p.write("8")
	if c := p.model.record(); c.Birth != 199001 || c.Sex != "1" || p.form().Input("birth").Value() != "1990.01" {
		t.Errorf("%s, %s", c.Birth, c.Sex)
	}
	p.form().Input("birth").Focus()
	p.write("1990.2")
	p.press(fyne.KeyReturn)
	if got := p.form().Input("birth").(interface{ Doubt() string }).Doubt(); got != "待核：出生年月 1990.02，身份证为 1990.01" {
		t.Errorf("doubt %q", got)
	}
	p.form().Input("name").SetValue("沈某")
	p.Save()
	if p.model.id() == "" || p.stored(t).cadre == nil {
		t.Error("a doubt kept the form from being saved")
	}
}

func TestUndoStepByStep(t *testing.T) {
	p := newPage(t)
	p.form().Input("native_place").Focus()
	p.write("浙江建德")
	p.press(fyne.KeyReturn)
	p.write("浙江杭州")
	p.ShowTab(1)
	p.table().Edit(2, "text")
	p.shortcut(control(fyne.KeyD))
	if p.model.resume.Len() != 6 {
		t.Fatal("row not removed")
	}
	p.Undo()
	if p.model.resume.Len() != 7 || p.table().Active() != 2 {
		t.Errorf("%d rows, on row %d", p.model.resume.Len(), p.table().Active())
	}
	p.Undo()
	if c := p.model.record(); c.NativePlace != "浙江建德" || c.BirthPlace != "浙江淳安" {
		t.Errorf("%s, %s", c.NativePlace, c.BirthPlace)
	}
	p.Undo()
	if p.dirty() {
		t.Error("dirty after everything was undone")
	}
	if p.Undo() {
		t.Error("took back more than was typed")
	}
}

// What the field has undone by itself is no step to undo any more.
func TestUndoAfterTheFieldHasUndone(t *testing.T) {
	p := newPage(t)
	p.form().Input("native_place").Focus()
	p.write("浙江建德")
	for range 8 { // it undoes in steps of its own
		if p.dirty() {
			p.edit(&fyne.ShortcutUndo{})
		}
	}
	if p.dirty() {
		t.Fatal("the field has not undone what was typed")
	}
	if p.Undo() {
		t.Error("a step was undone that changed nothing")
	}
}

func TestPartsByKeyboard(t *testing.T) {
	p := newPage(t)
	p.Turn(1)
	if p.tabs.Selected() != 1 || p.table().Active() != 0 {
		t.Errorf("on tab %d, row %d", p.tabs.Selected(), p.table().Active())
	}
	p.Turn(1)
	p.Turn(1)
	tab := p.parts[postPart].(*postTab)
	p.shortcut(control(fyne.KeyI))
	if tab.Active() != 3 {
		t.Fatalf("on appointment %d", tab.Active())
	}
	p.shortcut(control(fyne.KeyD))
	if tab.Active() != -1 || p.model.appointments.Len() != 3 {
		t.Errorf("on appointment %d of %d", tab.Active(), p.model.appointments.Len())
	}
	p.press(fyne.KeyReturn)
	if tab.Active() != 2 {
		t.Error("Enter does not open the appointment")
	}
	p.escape()
	if tab.Active() != -1 {
		t.Error("Esc does not close the form first")
	}
}

func TestPhotoIsCut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "照片.png")
	broad := image.NewRGBA(image.Rect(0, 0, 2000, 1000))
	for y := range 1000 {
		for x := 600; x < 1400; x++ {
			broad.Set(x, y, color.RGBA{200, 30, 30, 255})
		}
	}
	var raw bytes.Buffer
	if err := png.Encode(&raw, broad); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, raw.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	p := newPage(t)
	p.TakePhoto(path)
	kept, err := jpeg.Decode(bytes.NewReader(p.model.photo))
	if err != nil || kept.Bounds().Size() != (image.Point{480, 600}) {
		t.Fatalf("%v, %v", kept.Bounds(), err)
	}
	if r, g, _, _ := kept.At(3, 300).RGBA(); r>>8 < 180 || g>>8 > 60 {
		t.Error("not cut around the middle")
	}
	if err := os.WriteFile(path, raw.Bytes()[:raw.Len()/2], 0o600); err != nil {
		t.Fatal(err)
	}
	p.TakePhoto(path)
	if got := data.Sentence(p.shell.failed()); got != "照片已损坏，读不出来，没有更换。" {
		t.Errorf("half a picture: %s", got)
	}
	if fits := picture(); !bytes.Equal(must(portrait(fits)), fits) {
		t.Error("a photo that fits was changed")
	}
}

func must(photo []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return photo
}
