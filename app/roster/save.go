package roster

import (
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
)

// askSave keeps the conditions under a name, to be used here and in figures.
func (w *Workspace) askSave() {
	name, source := input.NewText("名称"), input.NewText("依据")
	name.Required = true
	name.SetPlaceHolder("如 后备正职人选")
	source.Help = "写明出处，如 本单位设置；可以不填。"
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "存为口径", Text: w.model.Where().String(),
		Content: input.NewForm(1, name, source),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "保存", Do: func() bool {
			if err := w.model.save(name.Value(), source.Value()); err != nil {
				name.SetProblem(data.Sentence(err))
				return false
			}
			return true
		}}},
	})
}
