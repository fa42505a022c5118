package report

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/input"
	"huoshui/data"
	"huoshui/data/criteria"
	"huoshui/data/figure"
	"huoshui/data/report"
)

// endNames name the formats a paper can be saved in.
var endNames = map[string]string{".docx": "Word 文档", ".pdf": "PDF", ".xlsx": "Excel 表格", ".pptx": "演示文稿"}

// actions are what can be done with the paper shown.
func (w *Workspace) actions() []fyne.CanvasObject {
	m := w.model
	actions := []fyne.CanvasObject{kit.NewButton("按本单位模板填写…", w.askTemplate)}
	if m.sort.Name == "work" {
		actions = append(actions, kit.NewButton("修改文字…", w.Edit))
	}
	if n := len(m.missing); n > 0 {
		missing := kit.NewButton(fmt.Sprintf("尚无数据 %d 项", n), w.showMissing)
		actions = append([]fyne.CanvasObject{missing}, actions...)
	}
	if m.batched() && len(m.choices) > 1 {
		actions = append(actions, kit.NewButton(fmt.Sprintf("逐份生成 %d 份…", len(m.choices)), w.askBatch))
	}
	var save *kit.Button
	save = kit.NewPrimary("存为文件 ▼", func() { kit.ShowMenuBelow(save, w.formats(w.askSave)...) })
	return append(actions, save)
}

// formats is the menu of the formats of the sort.
func (w *Workspace) formats(do func(end string)) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, end := range w.model.sort.Ends() {
		item := fyne.NewMenuItem(endNames[end]+"（"+end+"）", func() { do(end) })
		item.Disabled = w.model.paper == nil
		items = append(items, item)
	}
	return items
}

func (w *Workspace) askSave(end string) {
	if w.model.paper != nil {
		w.desk.Files.Save("存为文件："+endNames[end], w.model.fileName(end), func(path string) {
			if filepath.Ext(path) == "" {
				path += end
			}
			w.model.save(path)
		})
	}
}

// showMissing lists the figures that have no records yet, so that the clerk knows
// what is still to be entered before the paper is handed in.
func (w *Workspace) showMissing() {
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "尚无数据的指标", Text: "以下指标还没有记录或尚未发生，文中印作“无数据”或“尚未发生”：",
		Content: listed(w.model.missing), Answers: []kit.Answer{{Text: "关闭"}},
	})
}

// listed is a list of words in a place of its own that scrolls.
func listed(words []string) fyne.CanvasObject {
	pile := kit.Pile(6)
	for _, word := range words {
		pile.Add(kit.NewParagraph("· "+word, kit.ColorText))
	}
	return kit.Fixed(fyne.NewSize(460, min(320, float32(len(words))*30+16)), kit.Scroll(pile))
}

// batched reports a paper that can be made once for each cadre, or each team.
func (m *model) batched() bool {
	return m.about == report.AboutCadre || m.about == report.AboutTeam
}

// askBatch asks in which format one paper each is to be made.
func (w *Workspace) askBatch() {
	m := w.model
	var answers []kit.Answer
	for _, end := range m.sort.Ends() {
		if end == ".docx" || end == ".pdf" {
			answers = append([]kit.Answer{{Text: endNames[end], Do: func() bool {
				w.desk.Files.Folder("存到哪个文件夹", func(dir string) { w.batch(dir, end) })
				return true
			}}}, answers...)
		}
	}
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title:   fmt.Sprintf("逐份生成%s", m.sort.Label),
		Text:    fmt.Sprintf("给上面列出的 %d 个%s各生成一份，编号命名，存到一个文件夹里。", len(m.choices), m.about.Word()),
		Answers: append([]kit.Answer{{Text: "取消"}}, answers...),
	})
}

// batch makes one paper for each of the choices into a folder of its own.
func (w *Workspace) batch(dir, end string) {
	m := w.model
	s, o, list, db := m.sort, m.order(), m.choices, w.desk.Store
	o.Where, o.IDs = criteria.Criterion{}, nil
	dir = filepath.Join(dir, fmt.Sprintf("%s（%s）", s.Label, o.At))
	var once desk.Latest
	tell, done := w.desk.Progress("正在生成"+s.Label, once.Cancel)
	desk.Try(&once, w.desk.Run, func(ctx context.Context) ([]string, error) {
		source, err := figure.Open(ctx, db, o.At)
		if err != nil {
			return nil, err
		}
		o.Source = source
		if err := w.desk.Look(ctx, report.LookEach(s, list)); err != nil {
			return nil, err
		}
		return report.MakeAll(ctx, s, o, list, dir, end, tell)
	}, func(paths []string, err error) {
		done()
		if err != nil {
			w.desk.Shell.Fail(err)
			if len(paths) == 0 {
				return
			}
		}
		w.offerFolder(fmt.Sprintf("已生成 %d 份，共 %d 份。", len(paths), len(list)), dir)
	})
}

// offerFolder says what was made and offers to show it.
func (w *Workspace) offerFolder(said, dir string) {
	w.desk.Shell.Say(kit.NoticeGood, said)
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: said, Text: "在文件夹 " + dir,
		Answers: []kit.Answer{{Text: "关闭"}, {Text: "打开文件夹", Do: func() bool {
			if err := w.OnOpenFolder(dir); err != nil {
				w.desk.Shell.Fail(err)
			}
			return true
		}}},
	})
}

// askTemplate asks for an office's own Word file and the people of its rows.
func (w *Workspace) askTemplate() {
	w.desk.Files.Open("本单位的 Word 模板", []string{"*.docx"}, func(paths []string) {
		if len(paths) > 0 {
			w.askPeople(paths[0])
		}
	})
}

func (w *Workspace) askPeople(template string) {
	m := w.model
	where := input.NewText("名单口径")
	where.SetPlaceHolder("空为全部在册干部；例如 年龄 < 36")
	where.Help = "表格里写有 {{姓名}}、{{现任职务}} 等的一行，按名单每人重复一行"
	where.SetValue(m.Where().String())
	if m.picked != nil {
		where.SetValue("")
		where.SetReadOnly(true)
		where.SetPlaceHolder(fmt.Sprintf("名册里选来的 %d 人", len(m.picked)))
	}
	content := input.NewForm(1, where)
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "按本单位模板填写", Text: filepath.Base(template) + "　时点 " + w.desk.At.Chinese() + w.desk.At.Projected(w.desk.Store.Now()),
		Content: kit.Fixed(fyne.NewSize(520, 96), content),
		Answers: []kit.Answer{{Text: "取消"}, {Text: "填写", Do: func() bool {
			c, err := criteria.Parse(where.Value())
			if err == nil {
				err = m.check(c)
			}
			if err != nil {
				where.SetProblem(data.Sentence(err))
				return false
			}
			name := strings.TrimSuffix(filepath.Base(template), filepath.Ext(template))
			w.desk.Files.Save("存为 Word 文档", fmt.Sprintf("%s（%s）.docx", name, w.desk.At), func(path string) { w.fillIn(template, c, path) })
			return true
		}}},
	})
}

// fillIn fills in an office's own file and says what it came to.
func (w *Workspace) fillIn(template string, where criteria.Criterion, path string) {
	o, db := report.Order{At: w.desk.At, Written: w.desk.Now(), Where: where, IDs: w.model.picked}, w.desk.Store
	var once desk.Latest
	desk.Ask(w.desk, &once, func(ctx context.Context) (report.Filled, error) {
		source, err := figure.Open(ctx, db, o.At)
		if err != nil {
			return report.Filled{}, err
		}
		o.Source = source
		l, err := o.LookPeople(ctx, "按本单位模板填写")
		if err == nil {
			err = w.desk.Look(ctx, l)
		}
		if err != nil {
			return report.Filled{}, err
		}
		return report.FillIn(ctx, template, o, path)
	}, func(f report.Filled) {
		w.desk.Shell.Say(kit.NoticeGood, "已存为 "+path)
		w.tellFilled(f)
	})
}

// tellFilled lists the places that could not be filled in.
func (w *Workspace) tellFilled(f report.Filled) {
	var words []string
	for _, name := range f.Unknown {
		words = append(words, "不认识，照原样留着：{{"+name+"}}")
	}
	for _, name := range f.Missing {
		words = append(words, "还没有记录或尚未发生，填了“无数据”或“尚未发生”："+name)
	}
	if len(words) == 0 {
		return
	}
	kit.Ask(w.desk.Shell.Canvas(), kit.Question{
		Title: "已填好，请核对这几处", Content: listed(words), Answers: []kit.Answer{{Text: "关闭"}},
	})
}
