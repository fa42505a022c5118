package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"huoshui/app/form"
	"huoshui/data"
)

// familyTab edits 家庭主要成员及重要社会关系 as the rows of a table.
type familyTab struct {
	table *form.Table
	whole fyne.CanvasObject
}

func newFamilyTab(w *Workspace) tab {
	t := &familyTab{}
	t.table = form.NewTable(
		data.FamilyKind, w.model.family.Rows,
		form.Column{Key: "relation", Width: 110, Hint: "称谓"},
		form.Column{Key: "name", Width: 120, Hint: "姓名"},
		form.Column{Key: "birth", Width: 96, Hint: "出生年月"},
		form.Column{Key: "politics", Width: 130, Hint: "政治面貌"},
		form.Column{Key: "post", Hint: "工作单位及职务；已退休、已去世的在后面注明。配偶、子女、父、母、其他依次填写"},
		form.Column{Title: "核对", Width: 200},
	)
	t.table.Remark = func(row int) string { return w.remarks(data.FamilyKind)[row] }
	t.whole = container.NewBorder(nil, rowCommands(t.table), nil, nil, surface(t.table))
	return t
}

func (t *familyTab) object() fyne.CanvasObject { return t.whole }

func (t *familyTab) rows() lines { return t.table }

func (t *familyTab) standing() place { return place{kind: data.FamilyKind, row: t.table.Active()} }

func (t *familyTab) load() { t.table.Reload() }

func (t *familyTab) update() {
	t.table.Update()
}

func (t *familyTab) settle() { t.table.Settle() }

func (t *familyTab) visit(p place) bool {
	if p.kind != data.FamilyKind {
		return false
	}
	if p.key != "" || p.row >= 0 {
		t.table.Edit(max(0, p.row), p.key)
	}
	return true
}
