package lrmx

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	_ "image/gif"  // the formats a form may carry:
	_ "image/jpeg" // photoType knows those
	_ "image/png"  // that are registered
	"strings"

	_ "golang.org/x/image/bmp" // and this one
)

// maxPhotoPixels is far beyond any portrait; a header that claims more would
// make the program that draws the photo run out of memory.
const maxPhotoPixels = 50_000_000

// SetPhoto puts a photo into the form; without bytes it removes the photo.
// Bytes that are no JPEG, PNG, GIF or BMP are refused with ErrPhoto.
func (f *File) SetPhoto(photo []byte) error {
	kind := ""
	if len(photo) > 0 {
		var err error
		if kind, err = photoType(photo); err != nil {
			return err
		}
	}
	f.Set(TagPhoto, "")
	f.Photo, f.PhotoType = photo, kind
	return nil
}

// takePhoto moves the photo from its tag to Photo. One that cannot be read
// stays in the tag, so that it is written back as it came.
func (f *File) takePhoto() {
	for i := range f.Tags {
		tag := &f.Tags[i]
		if tag.Name != TagPhoto || normalise(tag.Text) == "" {
			continue
		}
		photo, kind, err := decodePhoto(tag.Text)
		if err != nil {
			f.Warnings = append(f.Warnings, err.Error()+"，原样保留")
			continue
		}
		f.Photo, f.PhotoType = photo, kind
		tag.Text, tag.Raw = "", ""
		return
	}
}

// decodePhoto reads base64 in lines or blocks, with the prefix of a data URL,
// with or without padding.
func decodePhoto(text string) (photo []byte, kind string, err error) {
	if strings.HasPrefix(strings.TrimLeftFunc(text, blank), "data:") {
		_, text, _ = strings.Cut(text, ",")
	}
	text = strings.Map(func(r rune) rune {
		if blank(r) || r == '=' {
			return -1
		}
		return r
	}, text)
	photo, err = base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return nil, "", fmt.Errorf("%w：不是 base64 编码", ErrPhoto)
	}
	kind, err = photoType(photo)
	return photo, kind, err
}

// photoType looks at an image file to the end: one cut short has a good header.
func photoType(photo []byte) (string, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(photo))
	switch {
	case err != nil:
		return "", fmt.Errorf("%w：不是 JPEG、PNG、GIF 或 BMP 图片", ErrPhoto)
	case config.Width <= 0 || config.Height <= 0 || config.Width > maxPhotoPixels/config.Height:
		return "", fmt.Errorf("%w：尺寸 %d×%d 不合理", ErrPhoto, config.Width, config.Height)
	}
	if _, _, err := image.Decode(bytes.NewReader(photo)); err != nil {
		return "", fmt.Errorf("%w：图片不完整或已损坏", ErrPhoto)
	}
	return kind, nil
}
