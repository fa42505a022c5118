package data

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"strings"

	"huoshui/assets"
)

// Code is a value of a closed code list, kept as the code of the standard
// (GB/T where there is one). Empty is “not filled in”.
type Code string

// Item is one line of a code list.
type Item struct {
	Code  Code
	Label string // as users see it
	Group string // a coarser class, where the list has one; else empty
}

// List is a code list in the order in which it is offered and sorted.
type List struct {
	Name  string
	Title string // Chinese name, with the source of the list
	Items []Item

	byCode  map[Code]int
	byLabel map[string]int
}

var lists = mustLoadLists()

// ListNamed returns the list of that name. Asking for a list that is not in
// the program is a mistake of the programmer and panics.
func ListNamed(name string) *List {
	l, ok := lists[name]
	if !ok {
		panic("data: no code list " + name)
	}
	return l
}

// Label is what users see for a code; a code the list lacks is shown as it is.
func (l *List) Label(code Code) string {
	if i, ok := l.byCode[code]; ok {
		return l.Items[i].Label
	}
	return string(code)
}

// Find turns a label or a code, as typed or read from a file, into the code.
// Empty text is the empty code; the error is a Chinese sentence.
func (l *List) Find(text string) (Code, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", nil
	}
	if i, ok := l.byLabel[text]; ok {
		return l.Items[i].Code, nil
	}
	if i, ok := l.byCode[Code(text)]; ok {
		return l.Items[i].Code, nil
	}
	return "", fmt.Errorf("“%s”不在代码表“%s”中", text, l.Title)
}

// GroupOf is the coarser class of a label (学历 → 学历层次); empty when the
// list does not know it.
func (l *List) GroupOf(label string) string {
	if i, ok := l.byLabel[strings.TrimSpace(label)]; ok {
		return l.Items[i].Group
	}
	return ""
}

// Labels lists all labels in order.
func (l *List) Labels() []string {
	labels := make([]string, len(l.Items))
	for i, item := range l.Items {
		labels[i] = item.Label
	}
	return labels
}

func mustLoadLists() map[string]*List {
	names, err := fs.Glob(assets.Codes, "codes/*.csv")
	if err != nil || len(names) == 0 {
		panic(fmt.Sprintf("data: code lists missing: %v", err))
	}
	loaded := make(map[string]*List, len(names))
	for _, file := range names {
		name := strings.TrimSuffix(strings.TrimPrefix(file, "codes/"), ".csv")
		list, err := loadList(name, file)
		if err != nil {
			panic(fmt.Sprintf("data: code list %s: %v", name, err))
		}
		loaded[name] = list
	}
	return loaded
}

func loadList(name, file string) (*List, error) {
	raw, err := assets.Codes.ReadFile(file)
	if err != nil {
		return nil, err
	}
	title, _, _ := strings.Cut(strings.TrimPrefix(string(raw), "# "), "\n")
	title, _, _ = strings.Cut(title, "。")
	title, _, _ = strings.Cut(title, "；")
	list := &List{Name: name, Title: title, byCode: map[Code]int{}, byLabel: map[string]int{}}
	r := csv.NewReader(strings.NewReader(string(raw)))
	r.Comment = '#'
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		item := Item{Code: Code(row[0]), Label: row[1]}
		if len(row) > 2 {
			item.Group = row[2]
		}
		list.byCode[item.Code] = len(list.Items)
		list.byLabel[item.Label] = len(list.Items)
		list.Items = append(list.Items, item)
	}
	return list, nil
}
