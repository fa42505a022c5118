package assets

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
)

// Fyne takes a theme font through font.ParseTTF; what passes here passes there.
func TestFontsParseAndCover(t *testing.T) {
	const (
		rareNames = "㛃䶮𬭎𫖯𠮷㐂䲟𫟼𬀩"
		symbols   = "←→↑↓▲▼△▽■□●○◆◇★☆✓✔✕✗☐›‹＋①⑩⑳≥≤±×÷·—…〇℃№Ⅰ┌│─"
		marks     = "“”‘’、。，：；！？（）《》〈〉【】〔〕「」％￥"
		latin     = "ABCabc0123456789~!@#$%^&*āáǎàǖǘǚǜ"
	)
	for name, data := range map[string][]byte{"Regular": FontRegular, "Bold": FontBold} {
		t.Run(name, func(t *testing.T) {
			face, err := font.ParseTTF(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if got := face.Describe().Family; !strings.EqualFold(got, "Noto Sans CJK SC") {
				t.Errorf("family is %q", got)
			}
			for _, r := range rareNames + symbols + marks + latin {
				if _, ok := face.NominalGlyph(r); !ok {
					t.Errorf("no glyph for %c (U+%04X)", r, r)
				}
			}
			han := 0
			for r := rune(0x3400); r <= 0x9FFF; r++ {
				if _, ok := face.NominalGlyph(r); ok {
					han++
				}
			}
			if han < 27500 {
				t.Errorf("only %d Han characters of the basic block and extension A", han)
			}
		})
	}
}

// PDF files name people, so their body face holds what the window's does; gopdf
// reads TrueType alone.
func TestFontsOfPapers(t *testing.T) {
	const signs = "〓—…·～★№％℃“”‘’、。，：；！？（）《》〔〕①⑩＋0123456789ABCabc"
	for name, c := range map[string]struct {
		data []byte
		text string
		size int
	}{
		"song":  {FontSong, "㛃䶮𬭎𫖯𠮷㐂䲟𫟼𬀩" + signs, 16 << 20},
		"title": {FontTitle, "㛃䶮𬭎" + signs, 5 << 20},
		"hei":   {FontHei, "㛃䶮𬭎" + signs, 4 << 20},
	} {
		t.Run(name, func(t *testing.T) {
			face, err := font.ParseTTF(bytes.NewReader(c.data))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(c.data, []byte{0, 1, 0, 0}) || len(c.data) > c.size {
				t.Errorf("no TrueType font of at most %d bytes", c.size)
			}
			for _, r := range "123456789" { // dates and numbers stand in columns
				digit, _ := face.NominalGlyph(r)
				nought, _ := face.NominalGlyph('0')
				if face.HorizontalAdvance(digit) != face.HorizontalAdvance(nought) {
					t.Errorf("%c is not as wide as 0", r)
				}
			}
			for _, r := range c.text {
				if _, ok := face.NominalGlyph(r); !ok {
					t.Errorf("no glyph for %c (U+%04X)", r, r)
				}
			}
		})
	}
}

func TestFontsStaySmall(t *testing.T) {
	const limit = 9 << 20
	for name, data := range map[string][]byte{"Regular": FontRegular, "Bold": FontBold} {
		if len(data) > limit {
			t.Errorf("%s is %d bytes, more than %d", name, len(data), limit)
		}
	}
}

func TestIcon(t *testing.T) {
	cfg, err := png.DecodeConfig(bytes.NewReader(Icon))
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Width != 512 || cfg.Height != 512 {
		t.Errorf("icon is %d×%d, want 512×512", cfg.Width, cfg.Height)
	}
}
