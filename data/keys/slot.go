package keys

import (
	"crypto/hmac"
	"crypto/hpke"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// Role is what a person may do, by the words of the trade.
type Role string

// The roles of GB/T 22239-2019 8.1.4.2 and 8.1.5 in the words of an office.
const (
	Entry  Role = "录入"
	Review Role = "审核"
	View   Role = "查阅"
	Admin  Role = "系统管理" // manages people; alone it holds no key
	Audit  Role = "安全审计"
)

// Roles lists all roles in their order.
func Roles() []Role { return []Role{Entry, Review, View, Admin, Audit} }

// Words are roles as a user reads them.
func Words(roles []Role) string {
	words := make([]string, len(roles))
	for i, r := range roles {
		words[i] = string(r)
	}
	return strings.Join(words, "、")
}

// Working are the roles of an office that has only one person.
func Working() []Role { return Roles() }

// Slot is the entry of one person. His password opens his private key, and that opens
// the seed of the database.
type Slot struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Roles []Role `json:"roles"`
	// Fresh says that the password is one somebody else has set. The person must
	// choose his own before he can be confirmed; that makes a new pair of keys, so
	// that nobody else has ever had the private one.
	Fresh bool `json:"fresh,omitempty"`

	KDF     kdf    `json:"kdf"`
	Public  []byte `json:"public"`
	Private []byte `json:"private"` // sealed by the password

	Seeds map[string][]byte `json:"seeds,omitempty"` // by generation: the seed, sealed to Public
	Proof map[string][]byte `json:"proof,omitempty"` // by generation: that a holder of the seed has confirmed the slot

	Failures int       `json:"failures,omitempty"` // wrong passwords in a row
	Wait     time.Time `json:"wait,omitzero"`      // no try before; zero for none
}

// kdf are the parameters that turn a password into a key.
type kdf struct {
	Name    string `json:"name"`
	Time    uint32 `json:"time"`
	Memory  uint32 `json:"memory"` // in KiB
	Threads uint8  `json:"threads"`
	Salt    []byte `json:"salt"`
}

// usual takes 0.3 seconds and 128 MiB (RFC 9106 gives 64 MiB as the least).
var usual = kdf{Name: "argon2id", Time: 3, Memory: 128 << 10, Threads: 4}

// sound bounds the parameters, so that a forged file cannot use up the memory.
func (k kdf) sound() bool {
	return k.Name == "argon2id" && k.Time >= 1 && k.Time <= 10 && k.Memory >= 8 && k.Memory <= 512<<10 && k.Threads >= 1 && k.Threads <= 16 && len(k.Salt) == 16
}

func (k kdf) key(password string) []byte {
	return argon2.IDKey([]byte(password), k.Salt, k.Time, k.Memory, k.Threads, chacha20poly1305.KeySize)
}

var (
	pair  = hpke.MLKEM768X25519()
	hash  = hpke.HKDFSHA256()
	crypt = hpke.ChaCha20Poly1305()
)

// info binds a seal to one database, one person and one purpose.
func (f *File) info(s *Slot, purpose string) []byte {
	return fmt.Appendf(nil, "huoshui/1|%s|%s|%s", f.Database, s.ID, purpose)
}

// makePair gives a slot a new pair of keys, whose private one the password opens. What
// was sealed to the old pair is gone.
func (f *File) makePair(s *Slot, password string) error {
	private, err := pair.GenerateKey()
	if err != nil {
		return fmt.Errorf("keys: pair: %w", err)
	}
	raw, err := private.Bytes()
	if err != nil {
		return fmt.Errorf("keys: pair: %w", err)
	}
	s.Public, s.Seeds, s.Proof = private.PublicKey().Bytes(), nil, nil
	return f.lock(s, raw, password)
}

// lock seals the private key of a slot under a password.
func (f *File) lock(s *Slot, private []byte, password string) error {
	s.KDF = usual
	s.KDF.Salt = random(16)
	box, err := chacha20poly1305.NewX(s.KDF.key(password))
	if err != nil {
		return fmt.Errorf("keys: lock: %w", err)
	}
	nonce := random(chacha20poly1305.NonceSizeX)
	s.Private = box.Seal(nonce, nonce, private, append(f.info(s, "private"), s.Public...))
	return nil
}

var errPassword = errors.New("keys: the password does not open the slot")

// unlock opens the private key of a slot.
func (f *File) unlock(s *Slot, password string) ([]byte, error) {
	box, err := chacha20poly1305.NewX(s.KDF.key(password))
	if err != nil {
		return nil, fmt.Errorf("keys: unlock: %w", err)
	}
	private, err := box.Open(nil, s.Private[:chacha20poly1305.NonceSizeX], s.Private[chacha20poly1305.NonceSizeX:], append(f.info(s, "private"), s.Public...))
	if err != nil {
		return nil, errPassword
	}
	return private, nil
}

// grant confirms a slot for a generation and, where its roles need it, seals the seed
// to it.
func (f *File) grant(s *Slot, generation string, seed Seed) error {
	if needSeed(s.Roles) {
		public, err := pair.NewPublicKey(s.Public)
		if err != nil {
			return fmt.Errorf("keys: grant: %w", err)
		}
		sealed, err := hpke.Seal(public, hash, crypt, f.info(s, "seed "+generation), seed[:])
		if err != nil {
			return fmt.Errorf("keys: grant: %w", err)
		}
		s.Seeds = with(s.Seeds, generation, sealed)
	}
	s.Proof = with(s.Proof, generation, f.proof(s, generation, seed))
	return nil
}

// needSeed reports roles that read records. Managing people alone is none.
func needSeed(roles []Role) bool {
	return slices.ContainsFunc(roles, func(r Role) bool { return r != Admin })
}

// proof is made by the seed over what a holder has confirmed. Who changes a name, a
// role or a public key in the file cannot make it.
func (f *File) proof(s *Slot, generation string, seed Seed) []byte {
	said, err := json.Marshal([]any{f.Database, generation, s.ID, s.Name, s.Roles, s.Public})
	if err != nil {
		panic(err) // texts and bytes always have a JSON form
	}
	mac := hmac.New(sha256.New, seed.derive("huoshui proof"))
	mac.Write(said)
	return mac.Sum(nil)
}

func (f *File) proven(s *Slot, generation string, seed Seed) bool {
	return hmac.Equal(s.Proof[generation], f.proof(s, generation, seed))
}

// Confirmed reports a slot that some holder has confirmed, as the file says. Only a
// holder can tell whether that is true; Login does.
func (s *Slot) Confirmed() bool { return len(s.Proof) > 0 }

// Has reports a role of the person.
func (s *Slot) Has(r Role) bool { return slices.Contains(s.Roles, r) }

// Check is a short code of the person's public key. The person sees it where he has
// chosen his password, and tells it to the one who confirms him: so nobody can put a
// key of his own in its place. Its 60 bits are too many to find another key by trying
// that has the same code.
func (s *Slot) Check() string {
	sum := sha256.Sum256(append([]byte(s.ID+"|"+s.Name+"|"), s.Public...))
	return grouped(crockford.EncodeToString(sum[:])[:12])
}

func with(m map[string][]byte, key string, value []byte) map[string][]byte {
	if m == nil {
		m = map[string][]byte{}
	}
	m[key] = value
	return m
}

// Cheapen makes passwords cheap to try from now on. Tests call it, nothing else may.
func Cheapen() { usual.Time, usual.Memory, usual.Threads = 1, 8, 1 }
