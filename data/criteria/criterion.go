// Package criteria turns a criterion (口径), a small tree of conditions on the
// fields of a subject, into SQL and into a Chinese sentence. It answers how
// many rows meet it, which people, and in which order. Only data/store,
// data/store/query and this package hold SQL.
package criteria

import (
	"slices"
	"strings"
)

// Op compares a field with values.
type Op string

// The operators, written as in the sentence.
const (
	Equal      Op = "="
	NotEqual   Op = "≠"
	Less       Op = "<"
	AtMost     Op = "≤"
	More       Op = ">"
	AtLeast    Op = "≥"
	In         Op = "属于"
	NotIn      Op = "不属于"
	Contains   Op = "包含"
	NotContain Op = "不包含"
	Empty      Op = "为空"
	NotEmpty   Op = "不为空"
)

// Criterion is one node of the tree; exactly one of All, Any, Not, Named and
// Field is set. The zero Criterion holds for everything.
type Criterion struct {
	All    []Criterion // 且
	Any    []Criterion // 或
	Not    *Criterion  // 非
	Named  string      // 符合 a saved criterion of that name
	Field  string      // label of a field
	Op     Op
	Values []string // as a clerk writes them; none for 为空 and 不为空
}

// If makes a condition.
func If(field string, op Op, values ...string) Criterion {
	return Criterion{Field: field, Op: op, Values: values}
}

// Meets makes a reference to a saved criterion.
func Meets(name string) Criterion { return Criterion{Named: name} }

// And joins criteria, leaving out those that hold for everything.
func And(parts ...Criterion) Criterion {
	parts = slices.DeleteFunc(slices.Clone(parts), Criterion.Always)
	switch len(parts) {
	case 0:
		return Criterion{}
	case 1:
		return parts[0]
	}
	return Criterion{All: parts}
}

// Always reports the criterion that holds for everything.
func (c Criterion) Always() bool {
	return len(c.All) == 0 && len(c.Any) == 0 && c.Not == nil && c.Named == "" && c.Field == ""
}

// String writes the criterion as the Chinese sentence that Parse reads.
func (c Criterion) String() string { return c.write(0) }

// Binding strengths, to set brackets only where they are needed.
const (
	loose = iota // 或
	middle
	tight
)

func (c Criterion) write(outer int) string {
	var text string
	inner := tight
	switch {
	case len(c.All) > 0:
		text, inner = join(c.All, " 且 ", middle+1), middle
	case len(c.Any) > 0:
		text, inner = join(c.Any, " 或 ", loose+1), loose
	case c.Not != nil:
		return "非（" + c.Not.write(loose) + "）"
	case c.Named != "":
		text = "符合 " + quote(c.Named)
	case c.Field != "":
		text = c.condition()
	}
	if inner < outer {
		return "（" + text + "）"
	}
	return text
}

func join(parts []Criterion, with string, outer int) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.write(outer)
	}
	return strings.Join(texts, with)
}

func (c Criterion) condition() string {
	text := quote(c.Field) + " " + string(c.Op)
	if len(c.Values) == 0 {
		return text
	}
	values := make([]string, len(c.Values))
	for i, v := range c.Values {
		values[i] = quote(v)
		if _, word := words[v]; word {
			values[i] = v // 是, which Parse takes for what it is
		}
	}
	return text + " " + strings.Join(values, "、")
}

// quote sets “” around a word the reader would otherwise take apart.
func quote(word string) string {
	tokens, _ := scan(word)
	if len(tokens) == 1 && tokens[0].kind == wordToken && !tokens[0].quoted && tokens[0].text == word {
		return word
	}
	return "“" + strings.ReplaceAll(word, "”", "””") + "”"
}
