package person

import (
	"bytes"
	"image"
	"image/jpeg"
	"io"
	"os"

	"golang.org/x/image/draw"

	"huoshui/data"
)

const (
	photoLimit   = 5 << 20  // 5 MB, as the editor of the form has it
	photoMost    = 80 << 20 // points of a picture we are willing to unpack
	photoKeptW   = 480      // what is kept: 4:5, enough for print at the size of the form
	photoKeptH   = 600
	photoQuality = 90
)

// readPhoto reads a picture as it is kept, and refuses what is none.
func readPhoto(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, data.Refuse("读不到这张照片，没有更换。", err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, photoLimit+1))
	switch {
	case err != nil:
		return nil, data.Refuse("读不到这张照片，没有更换。", err)
	case len(raw) > photoLimit:
		return nil, data.Refuse("照片超过 5 MB，没有更换；请缩小后再选。", nil)
	}
	return portrait(raw)
}

// Portrait stands a picture upright and cuts it to 4:5 and to the size that is
// kept. One that is so already stays as it is, byte for byte.
func portrait(raw []byte) ([]byte, error) {
	head, format, err := image.DecodeConfig(bytes.NewReader(raw))
	switch {
	case err != nil:
		return nil, data.Refuse("这个文件不是 JPEG 或 PNG 照片，没有更换。", err)
	case head.Width < 1 || head.Height < 1 || head.Width > photoMost/head.Height:
		return nil, data.Refuse("照片的像素太多，没有更换；请缩小后再选。", nil)
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, data.Refuse("照片已损坏，读不出来，没有更换。", err)
	}
	held := asStored
	if format == "jpeg" {
		held = orientation(raw)
	}
	if held != asStored {
		picture = turned{picture, held}
	}
	cut := cutting(picture.Bounds())
	if format == "jpeg" && held == asStored && cut == picture.Bounds() && head.Width <= photoKeptW {
		return raw, nil
	}
	width := min(photoKeptW, cut.Dx())
	kept := image.NewRGBA(image.Rect(0, 0, width, max(1, width*photoKeptH/photoKeptW)))
	draw.Draw(kept, kept.Bounds(), image.White, image.Point{}, draw.Src) // beneath what is transparent
	draw.CatmullRom.Scale(kept, kept.Bounds(), picture, cut, draw.Over, nil)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, kept, &jpeg.Options{Quality: photoQuality}); err != nil {
		return nil, data.Refuse("照片不能转换，没有更换。", err)
	}
	return out.Bytes(), nil
}

// cutting is the largest part of a picture that is 4:5: from the middle of a
// broad one, and a little above the middle of a high one, where the face is.
func cutting(all image.Rectangle) image.Rectangle {
	if proportion(all.Size()) == "" {
		return all
	}
	cut := all
	if w := all.Dy() * photoKeptW / photoKeptH; w < all.Dx() {
		cut.Min.X += (all.Dx() - w) / 2
		cut.Max.X = cut.Min.X + max(1, w)
		return cut
	}
	h := all.Dx() * photoKeptH / photoKeptW
	cut.Min.Y += (all.Dy() - h) / 3
	cut.Max.Y = cut.Min.Y + max(1, h)
	return cut
}
