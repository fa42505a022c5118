package person

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"huoshui/data/officetest"
)

// corners are what the corners of a picture show, from top left to bottom right.
func corners(p image.Image) string {
	b, text := p.Bounds(), ""
	for _, at := range []image.Point{{b.Min.X + 9, b.Min.Y + 9}, {b.Max.X - 10, b.Min.Y + 9}, {b.Min.X + 9, b.Max.Y - 10}, {b.Max.X - 10, b.Max.Y - 10}} {
		switch r, g, blue, _ := p.At(at.X, at.Y).RGBA(); {
		case r > 0x8000 && g > 0x8000:
			text += "W"
		case r > 0x8000:
			text += "R"
		case g > 0x8000:
			text += "G"
		case blue > 0x8000:
			text += "B"
		default:
			text += "?"
		}
	}
	return text
}

// held is a JPEG of four colours, red and green above blue and white, whose EXIF
// part has the orientation given; 0 leaves that part away.
func held(t testing.TB, width, height, orientation int, order binary.AppendByteOrder) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p.Set(x, y, map[[2]bool]color.Color{
				{false, false}: color.RGBA{255, 0, 0, 255}, {true, false}: color.RGBA{0, 255, 0, 255},
				{false, true}: color.RGBA{0, 0, 255, 255}, {true, true}: color.White,
			}[[2]bool{x >= width/2, y >= height/2}])
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, p, nil); err != nil {
		t.Fatal(err)
	}
	if orientation == 0 {
		return out.Bytes()
	}
	exif := []byte("Exif\x00\x00II")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		exif = []byte("Exif\x00\x00MM")
	}
	exif = order.AppendUint32(order.AppendUint16(exif, 42), 8)
	exif = order.AppendUint16(exif, 2)
	for _, entry := range [][2]uint16{{0x0100, uint16(width)}, {0x0112, uint16(orientation)}} {
		exif = order.AppendUint32(order.AppendUint16(order.AppendUint16(exif, entry[0]), 3), 1)
		exif = order.AppendUint16(order.AppendUint16(exif, entry[1]), 0)
	}
	exif = order.AppendUint32(exif, 0)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(segment, exif...), out.Bytes()[2:]...)
}

// The corners are those of the EXIF standard: 6 is a picture whose left column
// is what stood above, and so on; ImageMagick turns them the same way.
func TestPhotosOfPhonesStandUpright(t *testing.T) {
	for orientation, want := range []string{"RGBW", "RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			width, height := 400, 500
			if orientation > 4 {
				width, height = 500, 400
			}
			raw := held(t, width, height, orientation, order)
			kept, err := portrait(raw)
			if err != nil {
				t.Fatal(err)
			}
			p, err := jpeg.Decode(bytes.NewReader(kept))
			if err != nil {
				t.Fatal(err)
			}
			if p.Bounds().Dx() != 400 || p.Bounds().Dy() != 500 || corners(p) != want {
				t.Errorf("%d %s: %v %s, want %s", orientation, order, p.Bounds(), corners(p), want)
			}
			if bytes.Equal(kept, raw) != (orientation < 2) {
				t.Errorf("%d: kept as it came: %v", orientation, bytes.Equal(kept, raw))
			}
			again, err := portrait(kept)
			if err != nil || !bytes.Equal(again, kept) {
				t.Error(orientation, "turned twice", err)
			}
		}
	}
}

func TestTurningIsThatOfAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	for orientation := 1; orientation <= 8; orientation++ {
		from, to := filepath.Join(dir, "a.jpg"), filepath.Join(dir, "b.jpg")
		raw := held(t, 500, 400, orientation, binary.BigEndian)
		if err := os.WriteFile(from, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		officetest.Run(t, "/usr/bin/convert", from, "-auto-orient", to)
		theirs, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		want, err := jpeg.Decode(bytes.NewReader(theirs))
		if err != nil {
			t.Fatal(err)
		}
		stored, err := jpeg.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if got := (turned{stored, orientation}); got.Bounds().Size() != want.Bounds().Size() || corners(got) != corners(want) {
			t.Errorf("%d: %v %s, want %v %s", orientation, got.Bounds(), corners(got), want.Bounds(), corners(want))
		}
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add(held(f, 16, 16, 6, binary.BigEndian)[:80])
	f.Add(held(f, 16, 16, 8, binary.LittleEndian)[:80])
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x08Exif\x00\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if o := orientation(raw); o < 1 || o > 8 {
			t.Error(o)
		}
		if _, err := portrait(raw); err == nil && len(raw) < 20 {
			t.Error("no photo is so short")
		}
	})
}
