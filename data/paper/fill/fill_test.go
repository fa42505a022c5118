package fill_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/officetest"
	"huoshui/data/paper/fill"
)

// maker builds a template as an office would: places broken over runs of
// different looks, in a table, in the header and the footer, in a text box, and
// a picture that must not be touched.
const maker = `
import sys, copy, io, struct, zlib
import docx
from docx.shared import Pt
from docx.oxml import parse_xml
d = docx.Document()
p = d.add_paragraph()
a = p.add_run("截至{"); a.bold = True
b = p.add_run("{时"); b.italic = True
c = p.add_run("点}}，全县有党政正职{{正职")
e = p.add_run("人数}}名 & 其中{{不认识的}}。"); e.font.size = Pt(20)
d.add_paragraph("占比{{占比}}%，或｛｛占比｝｝。")
d.add_paragraph("没有的：{{空的}}；单个括号{时点}；\t{{时\t点}}")
t = d.add_table(rows=3, cols=3); t.style = "Table Grid"
for i, text in enumerate(["序号", "姓名", "现任职务"]): t.cell(0, i).text = text
for i, text in enumerate(["{{序号}}", "{{姓名}}", "{{现任职务}}（{{时点}}）"]):
    t.cell(1, i).text = ""
    r = t.cell(1, i).paragraphs[0].add_run(text); r.bold = i == 1
t.cell(2, 0).text = "合计{{正职人数}}"
s = d.sections[0]
s.header.paragraphs[0].text = "{{地区}}干部情况"
s.footer.paragraphs[0].text = "{{时点}}"
box = parse_xml('''<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的{{地区}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>''')
d.add_paragraph("框外{{时点}}").runs[0]._r.addnext(box)
raw = b"\x00\xff\x00\x00" * 4
png = b"\x89PNG\r\n\x1a\n"
for kind, body in [(b"IHDR", struct.pack(">IIBBBBB", 1, 4, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(raw)), (b"IEND", b"")]:
    png += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
d.add_picture(io.BytesIO(png))
d.save(sys.argv[1])
`

// teller prints what another program reads in the file.
const teller = `
import sys, docx
d = docx.Document(sys.argv[1])
for p in d.paragraphs: print("P", "|".join(r.text + ("*" if r.bold else "") + ("/" if r.italic else "") for r in p.runs))
for row in d.tables[0].rows: print("T", "|".join(c.text + ("*" if any(r.bold for q in c.paragraphs for r in q.runs) else "") for c in row.cells))
print("H", d.sections[0].header.paragraphs[0].text)
print("F", d.sections[0].footer.paragraphs[0].text)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for x in d.element.body.iter(W + "txbxContent"): print("B", "".join(t.text for t in x.iter(W + "t")))
`

func template(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "模板.docx")
	officetest.Python(t, "docx", maker, path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// values knows a few words, and two people by name and title.
func values(people ...[]string) fill.Values {
	words := map[string]string{"时点": "2026年10月", "地区": "清源县", "正职人数": "109", "空的": "无数据"}
	return fill.Values{
		Text: func(name, after string) (string, bool) {
			if name == "占比" {
				if strings.HasPrefix(after, "%") {
					return "15.6", true
				}
				return "15.6%", true
			}
			word, ok := words[name]
			return word, ok
		},
		Field:  func(name string) int { return slices.Index([]string{"姓名", "现任职务"}, name) },
		People: people,
	}
}

func filled(t *testing.T, content []byte, v fill.Values) (out []byte, unknown []string) {
	t.Helper()
	read, err := fill.Read("模板.docx", content)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	unknown, err = read.Write(&b, v)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), unknown
}

func TestFilledAsAnotherProgramReadsIt(t *testing.T) {
	content := template(t)
	out, unknown := filled(t, content, values([]string{"张三", "县委书记"}, []string{"李 <四>", "县长\n县委副书记"}))
	got := strings.TrimSpace(officetest.Python(t, "docx", teller, officetest.Save(t, "出.docx", out)))
	want := strings.TrimSpace(`
P 截至2026年10月*|/|，全县有党政正职109|名 & 其中{{不认识的}}。
P 占比15.6%，或15.6%。
P 没有的：无数据；单个括号{时点}；	{{时	点}}
P 框外2026年10月|
P 
T 序号|姓名|现任职务
T 1|张三*|县委书记（2026年10月）
T 2|李 <四>*|县长
县委副书记（2026年10月）
T 合计109||
H 清源县干部情况
F 2026年10月
B 框里的清源县`)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !slices.Equal(unknown, []string{"不认识的"}) {
		t.Errorf("unknown %q", unknown)
	}
	checkUntouched(t, content, out, "word/document.xml", "word/header1.xml", "word/footer1.xml")
}

// checkUntouched finds parts, beside those named, whose packed bytes differ.
func checkUntouched(t *testing.T, before, after []byte, touched ...string) {
	t.Helper()
	was, is := packed(t, before), packed(t, after)
	if len(was) != len(is) {
		t.Errorf("%d parts became %d", len(was), len(is))
	}
	for name, bytes := range was {
		if same := is[name] == bytes; same == slices.Contains(touched, name) {
			t.Errorf("%s: same %v", name, same)
		}
	}
}

func packed(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

func TestNobodyForARow(t *testing.T) {
	out, _ := filled(t, template(t), values())
	got := officetest.Python(t, "docx", teller, officetest.Save(t, "出.docx", out))
	if !strings.Contains(got, "\nT 无数据||（2026年10月）\nT 合计109||\n") && !strings.Contains(got, "\nT 无数据|*|（2026年10月）\nT 合计109||\n") {
		t.Error(got)
	}
}

func TestPlacesAreListed(t *testing.T) {
	read, err := fill.Read("模板.docx", template(t))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range read.Places() {
		if p.InRow {
			p.Name += "+"
		}
		names = append(names, p.Name)
	}
	want := []string{"时点+", "正职人数+", "不认识的", "占比", "空的", "序号+", "姓名+", "现任职务+", "地区"}
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) {
		t.Errorf("got %q", names)
	}
}

// A single person answers anywhere, as in a letter about one cadre.
func TestASinglePersonAnswersAnywhere(t *testing.T) {
	content := made(t, `<w:p><w:r><w:t>兹有{{姓名}}同志，{{序号}}</w:t></w:r></w:p>`)
	out, unknown := filled(t, content, values([]string{"张三", ""}))
	if text := document(t, out); !strings.Contains(text, ">兹有张三同志，1<") || len(unknown) > 0 {
		t.Error(text, unknown)
	}
	_, unknown = filled(t, content, values([]string{"张三", ""}, []string{"李四", ""}))
	if !slices.Equal(unknown, []string{"姓名", "序号"}) {
		t.Error(unknown)
	}
}

// A table in a cell of a repeated row goes with it.
func TestRowsWithinRows(t *testing.T) {
	content := made(t, `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{姓名}}</w:t></w:r></w:p>`+
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{现任职务}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`)
	out, _ := filled(t, content, values([]string{"张三", "甲"}, []string{"李四", "乙"}))
	text := document(t, out)
	order := []string{"张三", "甲", "李四", "乙"}
	at := -1
	for _, word := range order {
		next := strings.Index(text, ">"+word+"<")
		if next <= at {
			t.Fatalf("%s at %d after %d: %s", word, next, at, text)
		}
		at = next
	}
	if n := strings.Count(text, "<w:tr>"); n != 4 {
		t.Errorf("%d rows", n)
	}
}

const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ` +
	`ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

// made is the least Word file around a body.
func made(t testing.TB, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", types},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func document(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestRefusedInASentence(t *testing.T) {
	bomb := made(t, "<w:p><w:r><w:t>"+strings.Repeat("啊", 20<<20)+"</w:t></w:r></w:p>")
	if len(bomb) > 1<<20 {
		t.Fatal("no bomb")
	}
	deep := made(t, strings.Repeat("<w:p>", 5000)+strings.Repeat("</w:p>", 5000))
	for name, file := range map[string][]byte{
		"empty": nil, "text": []byte("你好"), "old": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"),
		"cut": made(t, "<w:p/>")[:60], "bomb": bomb, "deep": deep,
		"broken": made(t, "<w:p>"), "large": make([]byte, 31<<20),
	} {
		_, err := fill.Read("某某.docx", file)
		if err == nil || !strings.Contains(data.Sentence(err), "“某某.docx”") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>{{时</w:t></w:r><w:r><w:t xml:space="preserve">点}} </w:t></w:r></w:p>`, "值\n\x00<&")
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{姓名}}<![CDATA[{{x]]>}}</w:t><w:t/></w:r></w:p></w:tc></w:tr></w:tbl>`, "")
	f.Add(`<w:p><w:t>{{{{姓名}}}}<w:t>{{</w:t>}}</w:t><w:tr><w:p><w:t>｛｛姓名}}</w:t></w:p></w:tr></w:p>`, "甲")
	f.Fuzz(func(t *testing.T, body, value string) {
		read, err := fill.Read("模板.docx", made(t, body))
		if err != nil {
			return
		}
		var out bytes.Buffer
		v := values([]string{value, value}, []string{"李四", ""})
		if _, err := read.Write(&out, v); err != nil {
			t.Fatal(err)
		}
		if _, err := fill.Read("出.docx", out.Bytes()); err != nil {
			t.Errorf("%q filled in cannot be read: %v\n%s", body, err, document(t, out.Bytes()))
		}
	})
}

// FuzzFile feeds bytes that are hardly a file.
func FuzzFile(f *testing.F) {
	f.Add(made(f, "<w:p><w:r><w:t>{{时点}}</w:t></w:r></w:p>"))
	f.Fuzz(func(_ *testing.T, file []byte) {
		if read, err := fill.Read("模板.docx", file); err == nil {
			_, _ = read.Write(io.Discard, values())
		}
	})
}
