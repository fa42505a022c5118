package person

import (
	"strings"

	"huoshui/app/form"
	"huoshui/data"
	"huoshui/data/rule"
)

// resumeText is the résumé in the layout of the official form.
func (m *model) resumeText() string {
	return data.FormatResume(rule.Segments(rows[data.Resume](m.resume)))
}

// setResumeText makes the rows say what a text says. Rows that stay keep their
// records, so that the log has only those that changed.
func (m *model) setResumeText(text string) {
	m.setSegments(data.ParseResume(fromSheet(text)))
}

// pasteResume takes over the text of a whole résumé put into one cell: what it
// says stands from that row on, or behind it when something else stands there.
func (m *model) pasteResume(row int, text string, over bool) bool {
	pasted := data.ParseResume(fromSheet(text))
	dated := 0
	for _, s := range pasted {
		if s.From != 0 {
			dated++
		}
	}
	if dated < 2 {
		return false
	}
	all := rule.Segments(rows[data.Resume](m.resume))
	next := min(row+1, len(all))
	before, after := all[:min(row, len(all))], all[next:]
	if !over && row < len(all) && all[row] != (data.ResumeSegment{}) {
		before = all[:next]
	}
	m.setSegments(append(append(append([]data.ResumeSegment{}, before...), pasted...), after...))
	return true
}

// setSegments fits the rows to segments: equal ones at both ends stay, those
// between are rewritten in their order.
func (m *model) setSegments(segments []data.ResumeSegment) {
	old := m.resume.Drafts
	head := 0
	for head < min(len(old), len(segments)) && says(old[head], segments[head]) {
		head++
	}
	tail := 0
	for tail < min(len(old), len(segments))-head && says(old[len(old)-1-tail], segments[len(segments)-1-tail]) {
		tail++
	}
	made := append([]*form.Draft{}, old[:head]...)
	between := old[head : len(old)-tail]
	for i, s := range segments[head : len(segments)-tail] {
		record := &data.Resume{}
		if i < len(between) {
			record = between[i].Record.(*data.Resume)
		}
		record.Since, record.Until, record.Text = s.From, s.To, data.Long(s.Text)
		made = append(made, form.NewDraft(record))
	}
	m.resume.Drafts = append(made, old[len(old)-tail:]...)
	m.onEdit()
}

func says(d *form.Draft, s data.ResumeSegment) bool {
	r := d.Record.(*data.Resume)
	return !d.Faulty() && r.Since == s.From && r.Until == s.To && string(r.Text) == s.Text
}

// fromSheet writes lines copied from a spreadsheet, with a cell for each month,
// the way a résumé is written; all other lines stay as they are.
func fromSheet(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		cells := strings.SplitN(line, "\t", 3)
		if len(cells) < 3 {
			continue
		}
		from, err := data.ParseMonth(cells[0])
		to, errTo := data.ParseMonth(strings.ReplaceAll(cells[1], "至今", ""))
		if err == nil && errTo == nil && from != 0 {
			lines[i] = from.String() + "--" + to.String() + "  " + strings.ReplaceAll(cells[2], "\t", " ")
		}
	}
	return strings.Join(lines, "\n")
}
