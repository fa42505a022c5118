package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"huoshui/data/paper"
)

// info is what the properties of a file say.
type info struct {
	title string
	made  time.Time // zero to leave it out
}

// finish writes the file gopdf made, with what gopdf gets wrong put right: it
// writes characters beyond the basic plane as five digits where readers expect a
// pair of code units, so that 𬭎 would be found and copied as Ⲵ.
func finish(w io.Writer, file []byte, about info) error {
	objects, err := objectsOf(file)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	out.Write(file[:objects[0].start])
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = out.Len()
		out.Write(mended(file[o.start:o.end]))
	}
	sum := sha256.Sum256(out.Bytes())
	begun := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root 1 0 R\n/ID [<%[2]x><%[2]x>]\n/Info <<%[3]s>>\n>>\nstartxref\n%[4]d\n%%%%EOF\n",
		len(objects)+1, sum[:16], about, begun)
	_, err = out.WriteTo(w)
	return err
}

// extent is where an object of the file stands.
type extent struct{ start, end int }

var errShape = errors.New("gopdf wrote a file of unknown shape")

// objectsOf reads the table of objects at the file's end.
func objectsOf(file []byte) ([]extent, error) {
	tail := bytes.LastIndex(file, []byte("startxref\n"))
	if tail < 0 {
		return nil, errShape
	}
	var table, first, count int
	if _, err := fmt.Sscan(string(file[tail+len("startxref\n"):]), &table); err != nil || table < 0 || table > tail {
		return nil, errShape
	}
	lines := strings.Split(string(file[table:tail]), "\n")
	if len(lines) < 2 || lines[0] != "xref" {
		return nil, errShape
	}
	if _, err := fmt.Sscan(lines[1], &first, &count); err != nil || count < 2 || len(lines) < count+2 {
		return nil, errShape
	}
	objects := make([]extent, count-1)
	for i := range objects {
		start, err := strconv.Atoi(strings.Fields(lines[i+3] + " ?")[0])
		if err != nil || start < 0 || start > table || i > 0 && start < objects[i-1].start {
			return nil, errShape
		}
		objects[i] = extent{start, table}
		if i > 0 {
			objects[i-1].end = start
		}
	}
	return objects, nil
}

var (
	// unicodeMap matches an object that maps the glyphs of a font to characters.
	unicodeMap = regexp.MustCompile(`(?s)^(\d+ 0 obj\n<<\n/Length )\d+(\n>>\nstream\n)(/CIDInit .*)(endstream\n.*)$`)
	mapEntry   = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]{4,6})>`)
)

// mended is an object as it should be: the same, unless it maps glyphs to
// characters.
func mended(object []byte) []byte {
	if !bytes.Contains(object[:min(len(object), 64)], []byte("/CIDInit")) {
		return object
	}
	parts := unicodeMap.FindSubmatch(object)
	if parts == nil {
		return object
	}
	body := mapping(mapEntry.FindAllSubmatch(parts[3], -1))
	return bytes.Join([][]byte{parts[1], strconv.AppendInt(nil, int64(len(body)), 10), parts[2], body, parts[4]}, nil)
}

// mapping writes the map again, in portions of no more than a hundred entries, as
// the format demands, and each glyph once.
func mapping(entries [][][]byte) []byte {
	var out bytes.Buffer
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var lines []string
	seen := map[string]bool{}
	for _, e := range entries {
		if glyph := string(e[1]); !seen[glyph] {
			seen[glyph] = true
			r, _ := strconv.ParseUint(string(e[2]), 16, 32)
			lines = append(lines, fmt.Sprintf("<%s> <%s>\n", glyph, hex(string(rune(r)))))
		}
	}
	for len(lines) > 0 {
		n := min(100, len(lines))
		fmt.Fprintf(&out, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(lines[:n], ""))
		lines = lines[n:]
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return out.Bytes()
}

// hex writes a text as UTF-16 in hexadecimal digits.
func hex(text string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}

// String is the properties as the file holds them.
func (i info) String() string {
	out := "/Creator <FEFF" + hex("活水") + ">"
	if title := strings.ReplaceAll(paper.Clean(i.title), "\n", ""); title != "" {
		out += " /Title <FEFF" + hex(title) + ">"
	}
	if !i.made.IsZero() {
		out += i.made.UTC().Format(" /CreationDate (D:20060102150405Z)")
	}
	return out
}
