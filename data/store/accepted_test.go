package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"huoshui/data"
	"huoshui/data/store"
)

// english finds text that no user should read.
var english = regexp.MustCompile(`[A-Za-z]{2,}|内部`)

// Whatever is accepted, the file is sound afterwards; whatever is not, is told in
// Chinese. The records of every kind are filled with all that can stand in them.
func TestAcceptedWritesVerify(t *testing.T) {
	s := open(t)
	random := rand.New(rand.NewPCG(1, 2))
	ids := map[string][]string{}
	accepted, refused := 0, 0
	for round := range 1500 {
		kind := data.Kinds()[round%len(data.Kinds())]
		record := anything(random, kind, ids)
		_, err := s.Change(t.Context(), act, func(tx *store.Tx) error { return tx.Add(t.Context(), record) })
		if err != nil {
			refused++
			if sentence := data.Sentence(err); english.MatchString(strings.ReplaceAll(sentence, "U+", "")) && !strings.Contains(sentence, "（U+") {
				t.Errorf("%s: %q (%v)", kind.Name, sentence, err)
			}
			continue
		}
		accepted++
		ids[kind.Name] = append(ids[kind.Name], data.IDOf(record))
	}
	found, err := s.Verify(t.Context())
	if err != nil || len(found.Problems) > 0 {
		t.Errorf("%v %v", found, err)
	}
	if accepted < 100 || refused < 100 {
		t.Errorf("%d accepted, %d refused: the test shows little", accepted, refused)
	}
}

// anything fills a record: mostly with what may be, so that some are accepted.
func anything(random *rand.Rand, kind *data.Kind, ids map[string][]string) any {
	record := kind.New()
	mad := random.IntN(3) == 0
	for i := range kind.Fields {
		f := &kind.Fields[i]
		if f.Hidden() || !f.Required && random.IntN(2) == 0 {
			continue
		}
		var value any = text(random, mad && random.IntN(4) == 0)
		switch f.Type {
		case data.TypeRef:
			known := ids[f.Kind]
			if len(known) == 0 {
				continue
			}
			value = known[random.IntN(len(known))]
		case data.TypeCode:
			items := data.ListNamed(f.List).Items
			value = string(items[random.IntN(len(items))].Code)
		case data.TypeBlob:
			if !mad {
				continue
			}
			value = string(data.BlobOf([]byte("nobody kept this")))
		case data.TypeMonth:
			value = int64(200001 + random.IntN(12))
		case data.TypeDate:
			value = int64(20000101 + random.IntN(28))
		case data.TypeBool:
			value = int64(random.IntN(2))
		case data.TypeInt:
			value = int64(f.From)
			if mad {
				value = random.Int64()
			}
		}
		if err := f.SetValue(record, value); err != nil {
			panic(err)
		}
	}
	return record
}

// text is a text that may stand in a record, or one that may not.
func text(random *rand.Rand, mad bool) string {
	if !mad {
		return string([]rune("张王李<>&\"'=+-@\u2028𠮷é（）　\u3000")[random.IntN(17):][:1]) + "甲"
	}
	raw := make([]byte, random.IntN(9))
	for i := range raw {
		raw[i] = byte(random.IntN(256))
	}
	signs := []string{"\x00", "\x1b", "\u202e", "\u200f", "\ufffe", "\x7f", "\u0085", "\n", "\t", "\r", "\xff", "\xed\xa0\x80"}
	return string(raw) + signs[random.IntN(len(signs))] + "甲"
}

// Text of any bytes comes back as it was, or is refused.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"甲", "\xff", "甲\u202e乙", "一\n二", "\x00", "a\u2028b", "\ufffd", "𠮷"} {
		f.Add(seed)
	}
	path := f.TempDir() + "/a.db"
	s, err := store.Open(context.Background(), path, true)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	f.Fuzz(func(t *testing.T, text string) {
		c := &data.Cadre{Name: text, Rewards: data.Long(text)}
		_, err := s.Change(t.Context(), act, func(tx *store.Tx) error { return tx.Add(t.Context(), c) })
		if err != nil {
			if strings.Contains(data.Sentence(err), "内部") {
				t.Error(err)
			}
			return
		}
		got, err := store.Get[data.Cadre](t.Context(), s, c.ID)
		if err != nil || got.Name != text || string(got.Rewards) != text {
			t.Errorf("%q came back as %q (%v)", text, got.Name, err)
		}
		if found, err := s.Verify(t.Context()); err != nil || len(found.Problems) > 0 {
			t.Error(fmt.Sprint(found, err))
		}
	})
}
