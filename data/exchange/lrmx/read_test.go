package lrmx

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func read(t *testing.T, text string) *File {
	t.Helper()
	f, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func person(inner string) string { return "<Person>" + inner + "</Person>" }

func TestReadRefuses(t *testing.T) {
	deep := strings.Repeat("<a>", maxDepth) + strings.Repeat("</a>", maxDepth)
	cases := []struct {
		name, text string
		kind       error
		sentence   string
	}{
		{"nothing", "", ErrEmpty, "文件是空的"},
		{"blanks", "\ufeff \r\n\u3000\x00", ErrEmpty, "文件是空的"},
		{"words", "姓名：张三", ErrNotXML, "不是任免审批表文件（不是 XML）"},
		{"angle", "<<<", ErrNotXML, "不是任免审批表文件（不是 XML）"},
		{"declaration only", `<?xml version="1.0"?>` + "\n", ErrEmpty, "文件是空的"},
		{"cut in declaration", `<?xml version="1.0" enc`, ErrTruncated, "文件不完整，第 1 行处中断"},
		{"cut in tag", "<Person>\r\n<XingMing>张三</Xing", ErrTruncated, "文件不完整，第 2 行处中断"},
		{"cut in reference", "<Person>\n\n<XingMing>张&am", ErrTruncated, "文件不完整，第 3 行处中断"},
		{"cut in CDATA", "<Person><JianLi><![CDATA[2008", ErrTruncated, "文件不完整，第 1 行处中断"},
		{"cut in a character", "<Person>\n<XingMing>张\xe4\xb8", ErrTruncated, "文件不完整，第 2 行处中断"},
		{"no end", "<?xml version='1.0'\n?>\n<Person>\n<XingMing/>\n\n", ErrTruncated, "文件不完整，第 4 行处中断"},
		{"other root", "<Persons><Person/></Persons>", ErrRoot, "不是任免审批表文件：根元素不是 Person，而是 Persons"},
		{"crossed", "<?xml version='1.0'?>\n<Person>\n<a><b></a></b></Person>", ErrSyntax, "文件内容有误：第 3 行不合 XML 语法"},
		{"too deep", person("\n" + deep), ErrLimit, "文件超出限度：第 2 行处层次或项目过多"},
		{"too many", person(strings.Repeat("<a/>", maxElements)), ErrLimit, "文件超出限度：第 1 行处层次或项目过多"},
		{"too large", person(strings.Repeat(" ", maxBytes)), ErrLimit, "文件超出限度：大于 20 MB"},
	}
	for _, c := range cases {
		f, err := Read(strings.NewReader(c.text))
		if f != nil || !errors.Is(err, c.kind) || err.Error() != c.sentence {
			t.Errorf("%s: %v, want %s", c.name, err, c.sentence)
		}
	}
}

func TestReadFileMissing(t *testing.T) {
	_, err := ReadFile(filepath.Join(t.TempDir(), "没有.lrmx"))
	if !errors.Is(err, os.ErrNotExist) || !strings.HasPrefix(err.Error(), "文件打不开：") {
		t.Error(err)
	}
	if _, err := ReadFile(t.TempDir()); err == nil {
		t.Error("a folder is not a file")
	}
}

// TestReadEncodings has the same person in all encodings, declared rightly,
// wrongly and not at all.
func TestReadEncodings(t *testing.T) {
	gb := func(text string) string {
		out, err := simplifiedchinese.GB18030.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	wide := func(text string, big bool) string {
		var b strings.Builder
		for _, r := range text { // no character beyond the basic plane in this test
			pair := []byte{byte(r), byte(r >> 8)}
			if big {
				pair[0], pair[1] = pair[1], pair[0]
			}
			b.Write(pair)
		}
		return b.String()
	}
	body := person("<XingMing>䶮·腔</XingMing>")
	declared := func(name string) string { return `<?xml version="1.0" encoding="` + name + `"?>` + "\r\n" + body }
	cases := []struct {
		name, text string
		warned     bool
	}{
		{"bare", body, false},
		{"utf-8", declared("UTF-8"), false},
		{"mark", "\ufeff" + declared("utf-8"), false},
		{"mark against declaration", "\ufeff" + declared("gbk"), false},
		{"declared utf-16, is utf-8", declared("utf-16"), false},
		{"declared gbk, is utf-8", declared("gbk"), true},
		{"gb18030", gb(declared("GB18030")), false},
		{"gb2312", gb(declared("gb2312")), false},
		{"declared utf-8, is gb18030", gb(declared("utf-8")), true},
		{"gb18030 undeclared", gb(body), true},
		{"utf-16 little", wide("\ufeff"+declared("utf-16"), false), false},
		{"utf-16 big", wide("\ufeff"+declared("utf-16"), true), false},
		{"utf-16 little, no mark", wide(declared("utf-16"), false), false},
		{"utf-16 big, no mark", wide(body, true), false},
	}
	for _, c := range cases {
		f := read(t, c.text)
		if got := f.Get(TagName); got != "䶮·腔" || (len(f.Warnings) > 0) != c.warned {
			t.Errorf("%s: %q, warnings %q", c.name, got, f.Warnings)
		}
	}
	// What could be either: two characters that are also two Latin ones.
	if got := read(t, `<?xml version="1.0" encoding="gbk"?>`+person("<XingMing>\xc7\xbb\xc7\xbb</XingMing>")).Get(TagName); got != "腔腔" {
		t.Errorf("declared gbk: %q", got)
	}
}

func TestReadDamagedCharacters(t *testing.T) {
	f := read(t, person("<XingMing>张\xff三</XingMing><MinZu>汉族</MinZu>"))
	if f.Get(TagName) != "张\ufffd三" || f.Get(TagNation) != "汉族" || len(f.Warnings) != 1 {
		t.Errorf("%q %q", f.Get(TagName), f.Warnings)
	}
}

func TestReadTolerates(t *testing.T) {
	cases := []struct{ name, inner, want string }{
		{"controls", "<XingMing>\x01张\x0b三&#1;&#x1F;&#xFFFE;&#99999999999;</XingMing>", "张三"},
		{"references kept", "<XingMing>&#x5F20;&#19977;</XingMing>", "张三"},
		{"controls in CDATA", "<XingMing><![CDATA[\x02张三&#1;]]></XingMing>", "张三&#1;"},
		{"mixed CDATA", "<XingMing> 张<![CDATA[ & ]]>三<!-- 同名 --></XingMing>", "张 & 三"},
		{"bare ampersand", "<XingMing>张&三&amp;四&五;</XingMing>", "张&三&四&五;"},
		{"no-break space", "<XingMing>张&nbsp;三&nbsp;</XingMing>", "张\u00a0三"},
		{"breaks", "<XingMing>a<br/>b&lt;br/&gt;c&lt;BR&gt;d&#xD;\ne&#13;f\r\ng</XingMing>", "a\nb\nc\nd\ne\nf\ng"},
		{"open breaks", "<XingMing>a<br>b<br></br>c<BR >d</XingMing>", "a\nb\nc\nd"},
		{"markup in a value", "<XingMing><b>张</b>三</XingMing>", "张三"},
		{"blank", "<XingMing>\u3000\ufeff\u200b\n </XingMing>", ""},
		{"attributes", "<XingMing\n a='1' b=\">\" >张三</XingMing>", "张三"},
		{"second time", "<XingMing> </XingMing><XingMing>张三</XingMing>", "张三"},
		{"inner blanks", "<XingMing>张 三</XingMing>", "张 三"},
	}
	for _, c := range cases {
		f := read(t, person(c.inner))
		if got := f.Get(TagName); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		checkRoundTrip(t, f)
	}
}

// TestReadEntities shows that nothing outside the file is ever looked at.
func TestReadEntities(t *testing.T) {
	f := read(t, `<!DOCTYPE Person [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "bb">]>`+person("<XingMing>&e;&a;</XingMing>"))
	if got := f.Get(TagName); got != "&e;&a;" || len(f.Warnings) != 2 {
		t.Errorf("%q %q", got, f.Warnings)
	}
}

func TestReadFamily(t *testing.T) {
	f := read(t, person(`<JiaTingChengYuan a="1">游离<Item x="2"><ChengWei a="1"> 妻子</ChengWei><XingMing>王<br/>芳</XingMing>`+
		`<ChengWei>又</ChengWei><Bei><a/>注</Bei></Item><Bie>它</Bie><Item/></JiaTingChengYuan>散<JiaTingChengYuan><Item><ChengWei>儿子</ChengWei></Item><c/></JiaTingChengYuan>`))
	want := Member{Relation: "妻子", Name: "王\n芳", Attrs: ` x="2"`, Extra: []Tag{{Name: "ChengWei", Text: "又"}, {Name: "Bei", Text: "注", Raw: "<a/>注"}}}
	if len(f.Family) != 3 || f.Family[0].Blank() || !f.Family[1].Blank() || f.Family[2].Relation != "儿子" {
		t.Fatalf("%q", f.Family)
	}
	if got := f.Family[0]; got.Relation != want.Relation || got.Name != want.Name || got.Attrs != want.Attrs || len(got.Extra) != 2 || got.Extra[1] != want.Extra[1] {
		t.Errorf("%q", got)
	}
	if len(f.Tags) != 1 || f.Tags[0] != (Tag{Name: TagFamily, Attrs: ` a="1"`, Raw: "<Bie>它</Bie><c/>"}) {
		t.Errorf("%q", f.Tags)
	}
	if len(f.Warnings) != 4 { // stray text twice, an attribute, the second family
		t.Errorf("%q", f.Warnings)
	}
	checkRoundTrip(t, f)
}

// A photo cut short has a good header; only who looks at all of it sees it.
func TestPhotoCutShort(t *testing.T) {
	var whole bytes.Buffer
	if err := jpeg.Encode(&whole, image.NewGray(image.Rect(0, 0, 200, 250)), nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		raw  []byte
		good bool
	}{
		{"whole", whole.Bytes(), true},
		{"with bytes behind the end", append(bytes.Clone(whole.Bytes()), make([]byte, 40)...), true},
		{"cut short", whole.Bytes()[:whole.Len()*2/3], false},
	} {
		text := base64.StdEncoding.EncodeToString(c.raw)
		f, err := Read(strings.NewReader("<Person><ZhaoPian>" + text + "</ZhaoPian></Person>"))
		if err != nil {
			t.Fatal(err)
		}
		if good := len(f.Photo) > 0 && len(f.Warnings) == 0; good != c.good || f.Get(TagPhoto) != text {
			t.Errorf("%s: taken %v, %v", c.name, good, f.Warnings)
		}
	}
}
