package pdf

import (
	"encoding/binary"
	"slices"
)

// single takes the first font out of a collection (simsun.ttc), for gopdf reads
// single fonts only. What is no collection, or a broken one, comes back as it is.
func single(data []byte) []byte {
	const header, entry = 12, 16
	if len(data) < 16 || string(data[:4]) != "ttcf" {
		return data
	}
	start := int64(binary.BigEndian.Uint32(data[12:]))
	if start+header > int64(len(data)) {
		return data
	}
	tables := int64(binary.BigEndian.Uint16(data[start+4:]))
	directory := start + header
	if directory+tables*entry > int64(len(data)) {
		return data
	}
	font := slices.Clone(data[start : directory+tables*entry])
	for i := range tables {
		at := header + i*entry
		offset := int64(binary.BigEndian.Uint32(font[at+8:]))
		length := int64(binary.BigEndian.Uint32(font[at+12:]))
		if offset+length > int64(len(data)) {
			return data
		}
		binary.BigEndian.PutUint32(font[at+8:], uint32(len(font)))
		font = append(font, data[offset:offset+length]...)
		font = append(font, make([]byte, -len(font)&3)...)
	}
	return font
}
