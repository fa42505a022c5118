package lrmx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of what is read. The largest honest file is a form with a photo of
// 5 MB; anything far beyond is damage or malice.
const (
	maxBytes    = 20 << 20
	maxDepth    = 8
	maxElements = 5000
)

// node is an element with its source, so that what the package does not know
// can be written back exactly as it came.
type node struct {
	name, attrs  string
	outer, inner string
	content      []content
}

// content is either text or a child element.
type content struct {
	text  string
	child *node
}

// text is all text within the element, <br/> as a line feed.
func (n *node) text() string {
	if strings.EqualFold(n.name, "br") {
		return "\n"
	}
	var b strings.Builder
	for _, c := range n.content {
		b.WriteString(c.text)
		if c.child != nil {
			b.WriteString(c.child.text())
		}
	}
	return b.String()
}

// ownText is the text directly within the element.
func (n *node) ownText() string {
	var b strings.Builder
	for _, c := range n.content {
		b.WriteString(c.text)
	}
	return b.String()
}

// children are the child elements.
func (n *node) children() []*node {
	var children []*node
	for _, c := range n.content {
		if c.child != nil {
			children = append(children, c.child)
		}
	}
	return children
}

// nodeReader builds nodes from XML text.
type nodeReader struct {
	source   string
	xml      *xml.Decoder
	elements int
	doctype  bool
}

func newNodeReader(source string) *nodeReader {
	return &nodeReader{source: source, xml: xml.NewDecoder(strings.NewReader(source))}
}

// root reads the document up to the end of its root element. What follows it
// is returned as rest.
func (r *nodeReader) root() (n *node, rest string, err error) {
	if !strings.HasPrefix(strings.TrimSpace(r.source), "<") {
		return nil, "", ErrNotXML
	}
	for {
		from := r.xml.InputOffset()
		token, err := r.xml.Token()
		if err != nil {
			return nil, "", r.refusal(err, ErrNotXML)
		}
		switch token.(type) {
		case xml.Directive:
			r.doctype = true
		case xml.StartElement:
			n := r.open(from)
			if n.name != "Person" {
				return nil, "", fmt.Errorf("%w：根元素不是 Person，而是 %s", ErrRoot, n.name)
			}
			err = r.fill(n, from, 1)
			return n, r.source[r.xml.InputOffset():], err
		}
	}
}

// open makes the node whose start tag has just been read.
func (r *nodeReader) open(from int64) *node {
	tag := strings.Trim(r.source[from:r.xml.InputOffset()], "<>")
	tag = strings.TrimSuffix(tag, "/")
	end := strings.IndexAny(tag, " \t\n")
	if end < 0 {
		return &node{name: tag}
	}
	return &node{name: tag[:end], attrs: strings.TrimRight(tag[end:], " \t\n")}
}

// fill reads on to the end of the element.
func (r *nodeReader) fill(n *node, from int64, depth int) error {
	r.elements++
	if depth > maxDepth || r.elements > maxElements {
		line, _ := r.xml.InputPos()
		return fmt.Errorf("%w：第 %d 行处层次或项目过多", ErrLimit, line)
	}
	start := r.xml.InputOffset()
	for {
		at := r.xml.InputOffset()
		token, err := r.xml.Token()
		if err != nil {
			return r.refusal(err, ErrSyntax)
		}
		switch token := token.(type) {
		case xml.CharData:
			n.content = append(n.content, content{text: string(token)})
		case xml.StartElement:
			child := r.open(at)
			if err := r.fill(child, at, depth+1); err != nil {
				return err
			}
			n.content = append(n.content, content{child: child})
		case xml.EndElement:
			n.inner = r.source[start:at]
			n.outer = r.source[from:r.xml.InputOffset()]
			return nil
		}
	}
}

// refusal turns an error of the parser into one of the reasons of this
// package; otherwise is the reason when the file simply does not parse.
func (r *nodeReader) refusal(err, otherwise error) error {
	var syntax *xml.SyntaxError
	isSyntax := errors.As(err, &syntax)
	switch {
	case errors.Is(err, io.EOF), isSyntax && strings.HasPrefix(syntax.Msg, "unexpected EOF"):
		line := 1 + strings.Count(strings.TrimRight(r.source, " \t\n"), "\n")
		return fmt.Errorf("%w，第 %d 行处中断", ErrTruncated, line)
	case otherwise == ErrSyntax && isSyntax:
		return fmt.Errorf("%w：第 %d 行不合 XML 语法", ErrSyntax, syntax.Line)
	}
	return otherwise
}
