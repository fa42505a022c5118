package keys

import (
	"bytes"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"huoshui/data"
)

// Seed is the secret of a database. Its data key is derived from it. It is short
// enough to be printed on paper as a recovery code. It never prints itself.
type Seed [16]byte

// NewSeed makes a random seed.
func NewSeed() Seed {
	var s Seed
	_, _ = rand.Read(s[:]) // never fails
	return s
}

// DataKey is the key that opens the database.
func (s Seed) DataKey() [32]byte { return [32]byte(s.derive("huoshui data key")) }

// derive makes a key of 32 bytes for one purpose.
func (s Seed) derive(purpose string) []byte {
	key, err := hkdf.Key(sha256.New, s[:], nil, purpose, 32)
	if err != nil {
		panic(err) // only for a key too long for the hash
	}
	return key
}

// Format hides the seed under every verb.
func (s Seed) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "恢复码") }

// MarshalText hides the seed from what writes records.
func (s Seed) MarshalText() ([]byte, error) { return []byte("恢复码"), nil }

// crockford has no I, L, O or U, which are misread on paper.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// misread are letters that people write for digits.
var misread = strings.NewReplacer("-", "", "－", "", "—", "", " ", "", "　", "", "\n", "", "\r", "", "\t", "", "O", "0", "I", "1", "L", "1")

// plainCode is a code as people type it, without blanks, dashes and mixed-up letters.
func plainCode(text string) string { return misread.Replace(strings.ToUpper(text)) }

const checkBytes = 4

// Code is the seed as a recovery code to be printed: eight groups of four characters,
// of which the last are a check.
func (s Seed) Code() string {
	sum := sha256.Sum256(s[:])
	return grouped(crockford.EncodeToString(append(s[:], sum[:checkBytes]...)))
}

func grouped(text string) string {
	var groups []string
	for len(text) > 0 {
		n := min(4, len(text))
		groups, text = append(groups, text[:n]), text[n:]
	}
	return strings.Join(groups, "-")
}

// ParseCode reads a recovery code. Case, spaces and dashes do not matter, nor do the
// letters O, I and L for digits. Every other slip is refused.
func ParseCode(text string) (Seed, error) {
	text = plainCode(text)
	if n := utf8.RuneCountInString(text); n != 32 {
		return Seed{}, data.Refuse(fmt.Sprintf("恢复码不全：应为 32 个字母和数字，现在是 %d 个；请对照纸面改正。", n), nil)
	}
	raw, err := crockford.DecodeString(text)
	seed := Seed{}
	if err != nil || len(raw) != len(seed)+checkBytes {
		return Seed{}, data.Refuse("恢复码里有不会出现的字符，请对照纸面改正。", err)
	}
	copy(seed[:], raw)
	sum := sha256.Sum256(seed[:])
	if !bytes.Equal(sum[:checkBytes], raw[len(seed):]) {
		return Seed{}, data.Refuse("恢复码抄错了，请对照纸面逐组核对。", nil)
	}
	return seed, nil
}
