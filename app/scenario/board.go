package scenario

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/kit"
	"huoshui/data"
	teams "huoshui/data/team"
)

// showPosts shows the team's posts with who holds them, and who the plan puts
// there.
func (w *Workspace) showPosts() {
	w.slots = nil
	var tiles []fyne.CanvasObject
	if l := w.model.ledger; l != nil {
		for _, p := range l.Team.Posts {
			tile := kit.NewTile(p.Name, w.holders(p), nil)
			tile.OnTapped = func() { w.putPicked(p.Post.ID) }
			if w.planned(p.Post.ID) != "" {
				tile.SetMark(kit.ColorOurs)
			} else if p.Vacant() > 0 {
				tile.SetMark(kit.ColorDoubt)
			}
			w.slots = append(w.slots, slot{p.Post.ID, tile})
			tiles = append(tiles, tile)
		}
	}
	if len(tiles) == 0 {
		tiles = append(tiles, kit.NewParagraph("在上面选一个班子。没有班子时，先到“机构职位”里把职位标为班子成员。", kit.ColorSecondary))
	}
	w.posts.Objects = tiles
	w.posts.Refresh()
}

// holders says who holds a post now, who the plan takes out and puts in.
func (w *Workspace) holders(p *teams.Post) string {
	leaving := map[data.Ref]bool{}
	for _, m := range w.model.moves {
		leaving[m.Leaves] = true
	}
	var parts []string
	for _, h := range p.Holders {
		text := fmt.Sprintf("%s %d岁", h.Cadre.Name, h.Age)
		if leaving[data.Ref(h.Appointment.ID)] {
			text += "（拟免）"
		}
		parts = append(parts, text)
	}
	if in := w.planned(p.Post.ID); in != "" {
		parts = append(parts, "→ "+in)
	} else if n := p.Vacant(); n > 0 {
		parts = append(parts, fmt.Sprintf("空缺 %d", n))
	}
	if len(parts) == 0 {
		return "没有核定职数" // held by somebody of another team
	}
	return strings.Join(parts, "　")
}

// planned are those the plan puts into a post.
func (w *Workspace) planned(post string) string {
	var names []string
	for _, m := range w.model.moves {
		if string(m.Post) == post {
			names = append(names, w.model.names[m.Cadre])
		}
	}
	return strings.Join(names, "、")
}

// showPeople shows who can be put into a post.
func (w *Workspace) showPeople() {
	w.tiles = map[string]*kit.Tile{}
	var tiles []fyne.CanvasObject
	for i, p := range w.model.people {
		if p.post != "" && (i == 0 || w.model.people[i-1].post != p.post) {
			tiles = append(tiles, kit.NewParagraphSized("宜任 "+p.post, kit.ColorSecondary, kit.SizeSmall))
		}
		tile := kit.NewTile(p.head, p.note, func() { w.pick(p.id) })
		tile.OnDragged = func(at fyne.Position) { w.hover(p.id, at) }
		tile.OnDropped = func(at fyne.Position) { w.drop(p.id, at) }
		tile.SetSelected(p.id == w.picked)
		w.tiles[p.id] = tile
		tiles = append(tiles, tile)
	}
	if len(tiles) == 0 {
		text := "先选班子，这里列出宜补充的人选；也可以在上面查人。"
		switch {
		case w.model.search != "":
			text = "没有查到这个人。"
		case len(w.slots) > 0:
			text = "这个班子没有须补充的职位，可以在上面查人。"
		}
		tiles = append(tiles, kit.NewParagraph(text, kit.ColorSecondary))
	}
	w.people.Objects = tiles
	w.people.Refresh()
}

// pick chooses somebody; the next post that is chosen takes them.
func (w *Workspace) pick(id string) {
	if w.picked == id {
		id = ""
	}
	w.picked = id
	for other, tile := range w.tiles {
		tile.SetSelected(other == id)
	}
	if id != "" {
		w.desk.Shell.Say(kit.NoticeInfo, "已选中人选，再点一个职位就放进方案；也可以直接拖过去。")
	}
}

// putPicked puts the person chosen into a post; with nobody chosen it opens the
// page of who is there.
func (w *Workspace) putPicked(post string) {
	if w.picked == "" {
		w.desk.Shell.Say(kit.NoticeInfo, "先在“人选”里选一个人。")
		return
	}
	id := w.picked
	w.picked = ""
	w.model.place(id, post)
}

// hover shows on which post a person would be let go.
func (w *Workspace) hover(person string, at fyne.Position) {
	w.tiles[person].SetSelected(true)
	for _, s := range w.slots {
		s.tile.SetHot(s.tile.Covers(at))
	}
}

// drop puts a person into the post it was let go on.
func (w *Workspace) drop(person string, at fyne.Position) {
	if tile := w.tiles[person]; tile != nil {
		tile.SetSelected(person == w.picked)
	}
	for _, s := range w.slots {
		s.tile.SetHot(false)
		if s.tile.Covers(at) {
			w.model.place(person, s.post)
			return
		}
	}
}

// upper gives the upper part to the moves and the rest to their result.
type upper struct{}

func (upper) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

func (upper) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap = 10
	h := max(140, size.Height*0.36)
	o[0].Move(fyne.NewPos(0, gap))
	o[0].Resize(fyne.NewSize(size.Width, h-gap))
	o[1].Move(fyne.NewPos(0, h+gap))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-h-gap))
}

// wideAndNarrow gives the second object its own width and the first one the
// rest.
type wideAndNarrow struct{}

func (wideAndNarrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (wideAndNarrow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const gap, narrow = 12, 110
	o[0].Resize(fyne.NewSize(size.Width-gap-narrow, size.Height))
	o[1].Move(fyne.NewPos(size.Width-narrow, 0))
	o[1].Resize(fyne.NewSize(narrow, size.Height))
}
