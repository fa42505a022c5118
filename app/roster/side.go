package roster

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"huoshui/app/kit"
)

const photoWidth = 72

// side shows the selected cadre: personal data, the present post, and the
// career.
type side struct {
	room    *Workspace
	content *kit.Panel

	photo  *kit.Photo
	name   *kit.Paragraph // of a minority, a name may need two lines
	sex    *canvas.Text
	lines  *fyne.Container
	facts  *fyne.Container
	growth *kit.Timeline
	marked *canvas.Text
	body   fyne.CanvasObject
	hint   *kit.Paragraph
}

func newSide(w *Workspace) *side {
	s := &side{room: w, photo: kit.NewPhoto(nil, photoWidth), growth: kit.NewTimeline(nil, nil)}
	s.name = kit.NewParagraphSized("", kit.ColorText, kit.SizeTitle)
	s.name.Bold = true
	s.sex = kit.Text("", kit.ColorSecondary)
	s.lines, s.facts = kit.Pile(1), container.New(factLayout{})
	s.marked = kit.TextSized("", kit.ColorSecondary, kit.SizeSmall)
	s.hint = kit.NewParagraph("在名册中选一名干部，这里显示他的基本情况和成长档案。双击或按回车打开全部信息。", kit.ColorSecondary)
	s.body = s.newBody()
	s.content = kit.NewCard(s.hint)
	return s
}

func (s *side) newBody() fyne.CanvasObject {
	who := kit.Pile(2, container.New(nameLayout{}, s.name, s.sex), s.lines)
	head := container.NewBorder(nil, nil, container.NewPadded(s.photo), nil, container.NewPadded(who))
	open := kit.NewPrimary("打开", func() { s.room.open(s.room.model.chosen) })
	duplicate := kit.NewButton("复制", s.room.grid.Copy)
	foot := kit.Pile(6, s.marked, kit.Row(8, open, duplicate))
	top := kit.Pile(12, head, s.facts, kit.Text("成长档案", kit.ColorSecondary))
	return container.NewBorder(top, foot, nil, nil, s.growth)
}

// show shows a cadre, or what to do when there is none.
func (s *side) show(p person) {
	if p.id == "" {
		s.content.SetContent(s.hint)
		return
	}
	s.photo.SetPicture(p.photo)
	s.name.SetText(p.name)
	s.sex.Text = p.sex
	s.lines.Objects = nil
	for _, line := range p.lines {
		s.lines.Add(kit.NewParagraphSized(line, kit.ColorSecondary, kit.SizeSmall))
	}
	s.facts.Objects = nil
	for _, f := range p.facts {
		s.facts.Add(kit.BoldText(f.label, kit.ColorText))
		s.facts.Add(kit.NewParagraph(f.text, kit.ColorText))
	}
	s.growth.SetItems(items(p.events))
	s.content.SetContent(s.body)
	s.body.Refresh() // the head is of another height
}

func items(events []event) []kit.TimelineItem {
	list := make([]kit.TimelineItem, len(events))
	for i, e := range events {
		list[i] = kit.TimelineItem{Month: e.span, Text: e.text, Note: e.note}
		if e.ours {
			list[i].Color = kit.ColorOurs
		}
	}
	return list
}

// count says how many rows the buttons and keys work on.
func (s *side) count(n int) {
	s.marked.Text = ""
	if n > 1 {
		s.marked.Text = fmt.Sprintf("已选 %s 人", thousands(n))
	}
	s.marked.Refresh()
}

// factLayout places labels at the left and their texts, which wrap, at the
// right.
type factLayout struct{}

const (
	factLabel = 62
	factGap   = 5
	factWidth = 268 // of the side panel within its padding
)

// Layout implements fyne.Layout.
func (factLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		label, text := objects[i], objects[i+1].(*kit.Paragraph)
		height := text.HeightAt(size.Width - factLabel)
		label.Move(fyne.NewPos(0, y))
		label.Resize(fyne.NewSize(factLabel, text.HeightAt(size.Width*1000)))
		text.Move(fyne.NewPos(factLabel, y))
		text.Resize(fyne.NewSize(size.Width-factLabel, height))
		y += height + factGap
	}
}

// MinSize implements fyne.Layout.
func (factLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		height += objects[i+1].(*kit.Paragraph).HeightAt(factWidth-factLabel) + factGap
	}
	return fyne.NewSize(factWidth/2, height)
}

// nameLayout places the sex after the name. The lines of the name leave room
// for it.
type nameLayout struct{}

const (
	nameGap   = 12
	nameWidth = factWidth - photoWidth - 16 // beside the photo, within the padding of both
)

// Layout implements fyne.Layout.
func (nameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, sex := objects[0].(*kit.Paragraph), objects[1]
	room := nameRoom(sex, size.Width)
	name.Resize(fyne.NewSize(room, name.HeightAt(room)))
	wide := fyne.MeasureText(name.Text(), theme.Size(kit.SizeTitle), fyne.TextStyle{Bold: true}).Width
	sex.Move(fyne.NewPos(min(wide, room)+nameGap, 0))
	sex.Resize(fyne.NewSize(sex.MinSize().Width, name.HeightAt(size.Width*1000)))
}

// MinSize implements fyne.Layout.
func (nameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	name, sex := objects[0].(*kit.Paragraph), objects[1]
	return fyne.NewSize(nameWidth/2, name.HeightAt(nameRoom(sex, nameWidth)))
}

func nameRoom(sex fyne.CanvasObject, width float32) float32 {
	return width - nameGap - sex.MinSize().Width
}
