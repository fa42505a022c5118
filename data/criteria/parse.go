package criteria

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"huoshui/data"
)

type tokenKind int

const (
	wordToken  tokenKind = iota
	opToken              // comparison
	joinToken            // 且 或 非 符合 不符合
	openToken            // （
	closeToken           // ）
	commaToken           // 、 between values
)

type token struct {
	kind   tokenKind
	text   string
	quoted bool
	word   string // opToken: the word that was written; empty for a sign
}

var symbols = map[string]Op{
	"=": Equal, "==": Equal, "≠": NotEqual, "!=": NotEqual, "<>": NotEqual,
	"<": Less, "≤": AtMost, "<=": AtMost, ">": More, "≥": AtLeast, ">=": AtLeast,
}

var words = map[string]Op{
	"是": Equal, "等于": Equal, "不是": NotEqual, "不等于": NotEqual, "小于": Less, "早于": Less, "大于": More, "晚于": More,
	"不大于": AtMost, "不晚于": AtMost, "不小于": AtLeast, "不早于": AtLeast,
	"属于": In, "不属于": NotIn, "包含": Contains, "不包含": NotContain, "为空": Empty, "不为空": NotEmpty,
}

const symbolRunes = "=≠!<>≤≥＝＜＞"

var halfWidth = strings.NewReplacer("＝", "=", "＜", "<", "＞", ">")

// Parse reads a criterion as String writes it, for example
// “年龄 < 36 且 （职务层次 属于 乡科级正职、乡科级副职 或 符合 85后）”. Brackets and comparison signs may
// be half or full width. Empty text is the criterion that holds for
// everything. The error is a Chinese sentence.
func Parse(text string) (Criterion, error) {
	tokens, closed := scan(text)
	if len(tokens) == 0 {
		return Criterion{}, nil
	}
	p := &parser{tokens: tokens}
	c, err := p.any(0)
	if err == nil && p.next < len(p.tokens) {
		err = fmt.Errorf("“%s”处多出内容", p.tokens[p.next].text)
	}
	if !closed {
		err = errors.New("引号没有关上")
	}
	if err != nil {
		return Criterion{}, data.Refuse(fmt.Sprintf("口径“%s”读不懂：%s。", text, err), nil)
	}
	return c, nil
}

// MustParse is Parse for criteria written in the program.
func MustParse(text string) Criterion {
	c, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return c
}

type parser struct {
	tokens []token
	next   int
}

// deepest keeps a hostile input from exhausting the stack.
const deepest = 50

func (p *parser) any(depth int) (Criterion, error) {
	return p.chain(depth, "或", p.all, func(parts []Criterion) Criterion { return Criterion{Any: parts} })
}

func (p *parser) all(depth int) (Criterion, error) {
	return p.chain(depth, "且", p.one, func(parts []Criterion) Criterion { return Criterion{All: parts} })
}

func (p *parser) chain(depth int, word string, part func(int) (Criterion, error), whole func([]Criterion) Criterion) (Criterion, error) {
	first, err := part(depth)
	if err != nil {
		return Criterion{}, err
	}
	parts := []Criterion{first}
	for p.at(joinToken, word) {
		p.next++
		c, err := part(depth)
		if err != nil {
			return Criterion{}, err
		}
		parts = append(parts, c)
	}
	if len(parts) == 1 {
		return first, nil
	}
	return whole(parts), nil
}

func (p *parser) one(depth int) (Criterion, error) {
	if depth > deepest {
		return Criterion{}, fmt.Errorf("括号层数太多")
	}
	if p.next >= len(p.tokens) {
		return Criterion{}, fmt.Errorf("末尾缺少条件")
	}
	t := p.tokens[p.next]
	p.next++
	switch {
	case t.kind == openToken:
		return p.bracket(depth)
	case t.kind == joinToken && t.text == "非":
		return p.not(depth)
	case t.kind == joinToken && (t.text == "符合" || t.text == "不符合"):
		return p.named(t.text == "不符合")
	case t.kind == wordToken && t.text != "":
		return p.condition(t.text)
	}
	return Criterion{}, fmt.Errorf("“%s”处应为条件", t.text)
}

// not takes the brackets that String sets after 非 for one level, not two, so
// that what could be read can be read again.
func (p *parser) not(depth int) (Criterion, error) {
	next, deeper := p.one, depth+1
	if p.at(openToken, "") {
		p.next++
		next, deeper = p.bracket, depth
	}
	c, err := next(deeper)
	return Criterion{Not: &c}, err
}

func (p *parser) bracket(depth int) (Criterion, error) {
	c, err := p.any(depth + 1)
	if err != nil {
		return Criterion{}, err
	}
	if !p.at(closeToken, "") {
		return Criterion{}, fmt.Errorf("缺少右括号")
	}
	p.next++
	return c, nil
}

func (p *parser) named(not bool) (Criterion, error) {
	if !p.at(wordToken, "") || p.tokens[p.next].text == "" {
		return Criterion{}, fmt.Errorf("“符合”后缺少口径名称")
	}
	c := Meets(p.tokens[p.next].text)
	p.next++
	if not {
		return Criterion{Not: &c}, nil
	}
	return c, nil
}

func (p *parser) condition(field string) (Criterion, error) {
	if !p.at(opToken, "") {
		return Criterion{}, fmt.Errorf("“%s”后缺少比较", field)
	}
	c := If(field, Op(p.tokens[p.next].text))
	p.next++
	if c.Op == Empty || c.Op == NotEmpty {
		return c, nil
	}
	for {
		value, ok := p.value()
		if !ok {
			return Criterion{}, fmt.Errorf("“%s %s”后缺少值", field, c.Op)
		}
		c.Values = append(c.Values, value)
		p.next++
		if !p.at(commaToken, "") {
			break
		}
		p.next++
	}
	if len(c.Values) > 1 && c.Op != In && c.Op != NotIn {
		return Criterion{}, fmt.Errorf("“%s %s”后只能有一个值", field, c.Op)
	}
	return c, nil
}

// value is the value that stands here. Where a value must stand, 是 is not a
// comparison.
func (p *parser) value() (string, bool) {
	switch {
	case p.at(wordToken, ""):
		return p.tokens[p.next].text, true
	case p.at(opToken, ""):
		word := p.tokens[p.next].word
		return word, word != ""
	}
	return "", false
}

func (p *parser) at(kind tokenKind, text string) bool {
	return p.next < len(p.tokens) && p.tokens[p.next].kind == kind && (text == "" || p.tokens[p.next].text == text)
}

// scan splits the text into tokens. It never fails, but reports whether the last
// quotation is closed.
func scan(text string) (tokens []token, closed bool) {
	closed = true
	runes := []rune(text)
	for i := 0; i < len(runes); {
		switch r := runes[i]; {
		case unicode.IsSpace(r):
			i++
		case r == '（' || r == '(':
			tokens, i = append(tokens, token{kind: openToken, text: "（"}), i+1
		case r == '）' || r == ')':
			tokens, i = append(tokens, token{kind: closeToken, text: "）"}), i+1
		case r == '、':
			tokens, i = append(tokens, token{kind: commaToken, text: "、"}), i+1
		case r == '“':
			var word string
			word, i, closed = quotation(runes, i+1)
			tokens = append(tokens, token{kind: wordToken, text: word, quoted: true})
		case strings.ContainsRune(symbolRunes, r):
			end := run(runes, i, func(r rune) bool { return strings.ContainsRune(symbolRunes, r) })
			tokens, i = append(tokens, symbolToken(string(runes[i:end]))), end
		default:
			end := run(runes, i, func(r rune) bool {
				return !unicode.IsSpace(r) && !strings.ContainsRune("（）()、“"+symbolRunes, r)
			})
			tokens, i = append(tokens, plainToken(string(runes[i:end]))), end
		}
	}
	return tokens, closed
}

// quotation reads up to the closing mark; a doubled one is one such mark.
func quotation(runes []rune, from int) (word string, next int, closed bool) {
	var text []rune
	for ; from < len(runes); from++ {
		if runes[from] == '”' {
			if from+1 == len(runes) || runes[from+1] != '”' {
				return string(text), from + 1, true
			}
			from++
		}
		text = append(text, runes[from])
	}
	return string(text), from, false
}

func run(runes []rune, from int, belongs func(rune) bool) int {
	for from < len(runes) && belongs(runes[from]) {
		from++
	}
	return from
}

func symbolToken(text string) token {
	text = halfWidth.Replace(text)
	if op, ok := symbols[text]; ok {
		return token{kind: opToken, text: string(op)}
	}
	return token{kind: wordToken, text: text, quoted: true}
}

func plainToken(text string) token {
	if op, ok := words[text]; ok {
		return token{kind: opToken, text: string(op), word: text}
	}
	switch text {
	case "且", "或", "非", "符合", "不符合":
		return token{kind: joinToken, text: text}
	}
	return token{kind: wordToken, text: text}
}
