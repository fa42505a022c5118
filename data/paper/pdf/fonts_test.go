package pdf

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huoshui/assets"
	"huoshui/data/officetest"
	"huoshui/data/paper"
	"huoshui/data/paper/internal/papertest"
)

// office is a folder of fonts as an office computer has them: songti in a
// collection, fangsong with common characters only, a heiti that cannot be used.
func office(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, data := range map[string][]byte{
		"simfang.ttf": assets.FontHei,
		"simsun.ttc":  collection(assets.FontTitle),
		"simhei.ttf":  assets.FontRegular, // of a format PDF cannot take
		"simkai.ttf":  assets.FontHei[:5000],
		"times.ttf":   []byte("no font"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// collection is a collection of the font alone.
func collection(font []byte) []byte {
	const head = 16
	out := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), font...)
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		at := head + 12 + 16*i + 8 // offsets count from the start of the collection
		binary.BigEndian.PutUint32(out[at:], binary.BigEndian.Uint32(out[at:])+head)
	}
	return out
}

func TestOfficeFontsComeFirst(t *testing.T) {
	p := papertest.Report()
	p.Add(paper.Text("王𠮷任职"))
	var out bytes.Buffer
	if err := write(&out, p, newCanvas(paper.Fonts{}, []string{"/nowhere", office(t)})); err != nil {
		t.Fatal(err)
	}
	file := officetest.Save(t, "paper.pdf", out.Bytes())
	fonts := officetest.Run(t, "pdffonts", file)
	for _, want := range []string{"+simfang ", "+simsun ", "+NotoSerifCJKsc-Regular ", "+NotoSansCJKsc-Regular ", "+NotoSerifCJKsc-Bold "} {
		if strings.Count(fonts, want) != 1 {
			t.Errorf("%s is there %d times:\n%s", want, strings.Count(fonts, want), fonts)
		}
	}
	text := strings.Join(strings.Fields(strings.Join(officetest.Pages(t, file), "")), "")
	for _, want := range []string{"王𠮷任职", "（二）" + papertest.Rare + "等同志的经验", "乡镇（街道）", "中共清江县委组织部"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestFoldersWithoutFontsAreNoError(t *testing.T) {
	s := newShelf(paper.Fonts{Body: "没有的字体"}, nil)
	if f := s.face(body, '一'); f == nil || !strings.HasSuffix(f.name, "NotoSerifCJKsc-Regular") {
		t.Errorf("%+v", f)
	}
}

func FuzzFontFile(f *testing.F) {
	f.Add(assets.FontHei[:20000])
	f.Add(collection(assets.FontHei[:20000]))
	f.Add([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if face, err := openFace("any", single(data)); err == nil {
			face.width('一')
			face.width('𠮷')
		}
	})
}

func TestObjectsOfAnythingElse(t *testing.T) {
	for _, file := range []string{"", "startxref\n", "startxref\n-5", "startxref\n99", "xref\n0 5\nstartxref\n0", "xref\n0 3\n\nx\ny\nstartxref\n0\n"} {
		if _, err := objectsOf([]byte(file)); err == nil {
			t.Errorf("%q was taken", file)
		}
	}
}
