package sample

import (
	"encoding/binary"
	"fmt"
	"time"

	"huoshui/data"
)

// Serial numbers of records: those of the structure come first, then each
// person has a run of its own.
const (
	firstPerson   = 1 << 22
	rowsPerPerson = 64
)

// ids makes IDs shaped like those of data.NewID that depend on seed and serial
// number only and sort by serial number.
type ids struct {
	seed  uint64
	start int64
}

func newIDs(seed uint64, at data.Month) ids {
	day := time.Date(at.Year(), time.Month(int(at)%100), 1, 0, 0, 0, 0, time.UTC)
	return ids{seed, day.UnixMilli()}
}

func (g ids) of(serial int) string {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(g.start+int64(serial))<<16) //nolint:gosec // both positive
	noise := mix(g.seed ^ mix(uint64(serial)))                           //nolint:gosec // positive
	binary.BigEndian.PutUint16(b[6:8], uint16(noise)&0x0fff|0x7000)      //nolint:gosec // cut on purpose
	binary.BigEndian.PutUint64(b[8:], mix(noise)&(1<<62-1)|1<<63)
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// mix is the finishing step of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
