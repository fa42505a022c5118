// Package intake imports files. It shows what an import would change, asks the
// user about what is not clear, and carries it out.
package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huoshui/app/desk"
	"huoshui/app/kit"
	"huoshui/app/kit/grid"
	"huoshui/data"
	"huoshui/data/exchange"
	"huoshui/data/figure"
	"huoshui/data/store"
)

// tab is one tab of a proposal.
type tab int

const (
	tabNew tab = iota
	tabChanged
	tabAsk
	tabUnsettled
	tabRefused
	tabSame
	tabCount
)

var tabTitles = [tabCount]string{"新增", "变更", "待定", "职务待对应", "不能导入", "无变化"}

// model is the state of one import.
type model struct {
	desk     *desk.Desk
	latest   desk.Latest
	saving   desk.Saving
	proposal *exchange.Proposal
	tab      tab
	change   string           // ID of the change once written
	rows     []row            // of the tab shown
	lines    map[string]*line // what is proposed for unsettled titles

	onChange func() // the proposal, or what is shown of it, changed
}

// row is one row of the table with the data behind it.
type row struct {
	cells []string
	item  *exchange.Item
	line  *line
}

// read makes the proposal for paths.
func (m *model) read(paths []string) {
	at, db := data.MonthOf(m.desk.Now()), m.desk.Store // forms tell of today, whatever month is shown
	tell, done := m.desk.Progress("正在读文件", m.latest.Cancel)
	desk.Try(&m.latest, m.desk.Run, func(ctx context.Context) (*exchange.Proposal, error) {
		source, err := figure.Open(ctx, db, at)
		if err != nil {
			return nil, err
		}
		return exchange.Read(ctx, db, source.Office, at, paths, tell)
	}, func(p *exchange.Proposal, err error) {
		done()
		if err != nil {
			m.desk.Shell.Fail(err)
			return
		}
		m.proposal, m.change, m.lines = p, "", map[string]*line{}
		m.show(m.firstTab())
	})
}

// firstTab is where the user should look first: what is to be decided, then
// what would change.
func (m *model) firstTab() tab {
	for _, t := range []tab{tabAsk, tabChanged, tabNew, tabUnsettled, tabRefused, tabSame} {
		if m.size(t) > 0 {
			return t
		}
	}
	return tabNew
}

func (m *model) size(t tab) int {
	switch p := m.proposal; {
	case p == nil:
		return 0
	case t == tabUnsettled:
		return len(p.Unsettled())
	case t == tabRefused:
		return len(p.Refused) + len(p.Unread)
	default:
		return p.Count(stateOf[t])
	}
}

var stateOf = map[tab]exchange.State{
	tabNew: exchange.New, tabChanged: exchange.Changed, tabAsk: exchange.Ask, tabSame: exchange.Same,
}

// show turns to a tab.
func (m *model) show(t tab) {
	m.tab, m.rows = t, nil
	if m.proposal == nil {
		return
	}
	switch t {
	case tabRefused:
		for _, r := range slices.Concat(m.proposal.Refused, m.proposal.Unread) {
			m.rows = append(m.rows, row{cells: []string{r.Where(), "", r.Reason}})
		}
	case tabUnsettled:
		for _, l := range m.unsettled() {
			m.rows = append(m.rows, row{cells: l.cells(), line: l})
		}
	default:
		for _, item := range m.proposal.Items {
			if item.State == stateOf[t] {
				m.rows = append(m.rows, row{cells: []string{item.File, item.Name, summary(item)}, item: item})
			}
		}
	}
	m.onChange()
}

// columns are the columns of the tab shown.
func (m *model) columns() []grid.Column {
	if m.tab == tabUnsettled {
		return lineColumns()
	}
	return []grid.Column{
		{ID: "a", Title: "文件", Width: 300, Unsorted: true},
		{ID: "b", Title: "姓名", Width: 130, Unsorted: true},
		{ID: "c", Title: "说明", Width: 300, Flexible: true, Unsorted: true},
	}
}

func people(names []string) string {
	if len(names) > 3 {
		return fmt.Sprintf("%s 等 %d 人", strings.Join(names[:3], "、"), len(names))
	}
	return strings.Join(names, "、")
}

func summary(item *exchange.Item) string {
	var parts []string
	if n := len(item.Candidates); n > 0 {
		parts = append(parts, fmt.Sprintf("可能是库中的 %d 人", n))
	}
	if item.State == exchange.New || item.State == exchange.Ask {
		parts = append(parts, item.About())
	}
	for _, d := range item.Differences {
		if !slices.Contains(parts, d.Label) {
			parts = append(parts, d.Label)
		}
	}
	return strings.Join(append(parts, item.Doubts...), "；")
}

// decide sets which cadre an open item is about; empty means a new cadre.
func (m *model) decide(item *exchange.Item, id string) {
	p, db := m.proposal, m.desk.Store
	var once desk.Latest // another decision does not take this one's place
	desk.Ask(m.desk, &once, func(ctx context.Context) (func(), error) { return p.Decide(ctx, db, item, id) }, func(settle func()) {
		settle()
		m.show(m.tab)
	})
}

// pending counts the people the import would write.
func (m *model) pending() int {
	if m.proposal == nil || m.change != "" {
		return 0
	}
	return m.size(tabNew) + m.size(tabChanged)
}

// write carries the proposal out.
func (m *model) write() {
	m.saving.Do(func(end func()) {
		n := m.pending()
		if n == 0 {
			end()
			return
		}
		proposal, user := m.proposal, m.desk.User
		desk.Do(m.desk, desk.Job[string]{
			Title: "正在写入",
			Work: func(ctx context.Context, s *store.Store, tell data.Progress) (string, error) {
				return proposal.Write(ctx, s, user, tell)
			},
			OnDone: func(change string) {
				m.change = change
				m.desk.Shell.Say(kit.NoticeGood, fmt.Sprintf("已导入 %d 人。Ctrl+Z 撤销", n))
				m.onChange()
				end()
			},
			OnFailed: func(error) { end() },
		})
	})
}

// takeBack undoes the import just written.
func (m *model) takeBack() {
	m.desk.TakeBack(m.change, "撤回一次导入", func() {
		m.proposal, m.change, m.rows = nil, "", nil
		m.desk.Shell.Say(kit.NoticeGood, "已撤回这次导入，数据恢复原样。")
		m.onChange()
	})
}
